/** "1 rapport", "98 rapporter" */
export const reports = (count: number): string => (count === 1 ? '1 rapport' : `${count} rapporter`);

/** One decimal with a comma: 948 ms → "0,9 sekunder". */
export const seconds = (milliseconds: number): string => `${oneDecimal(milliseconds / 1000)} sekunder`;

/** 5912345 → "5,9 MB" (millions). */
export const megabytes = (bytes: number): string => `${oneDecimal(bytes / 1e6)} MB`;

const oneDecimal = (value: number): string => value.toFixed(1).replace('.', ',');
