#!/usr/bin/env node
const { load } = require('./load.js');
const { tuneV8 } = require('./tune-v8.js');

const { program } = load();
tuneV8();
program.main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
