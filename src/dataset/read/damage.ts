/** A workbook is not whole, not what it says of itself, or lacks something that it refers to. */
export class Damaged extends Error {}

/** More stands in a workbook than in any table. */
export class TooLarge extends Error {}
