/** Names of devices on Windows, which no file may have there, with any ending. */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\.|$)/i;

/** What no name of a file may hold there. Below U+0020 are the characters that control a terminal. */
const forbidden = /[<>:"/\\|?*\p{Cc}]|[. ]$/u;

/** Whether a file can have this name on every system that the program runs on. */
export const isPortableName = (name: string): boolean => name !== '' && !device.test(name) && !forbidden.test(name);
