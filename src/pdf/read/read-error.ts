/** What is wrong with a PDF that is read back, as one Danish sentence. Turned into a UserError at the module's edge. */
export class ReadError extends Error {}
