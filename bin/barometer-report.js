#!/usr/bin/env node
const { load } = require('./load.js');
const { tuneV8 } = require('./tune-v8.js');

tuneV8();
load()
  .program.main(process.argv.slice(2))
  .then((code) => {
    process.exitCode = code;
  });
