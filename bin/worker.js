// A worker thread of a batch: the same program with the same compiled code, through its other door.
const { load } = require('./load.js');

load().program.servePrints();
