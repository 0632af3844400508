export { checkJson, nameHint, pathText } from './check.ts';
export { type JsonDocument, type JsonPart, type JsonPath, type LineColumn, parseJson } from './document.ts';
export { choice, fields } from './fields.ts';
