/**
 * The colour space that a report is meant for, sRGB (IEC 61966-2-1), as a zlib stream of a small ICC profile of our own
 * (test/pdf/support/srgb-profile.ts makes it; a test compares): ready, since every report carries it.
 */
export const srgbStream = (): Uint8Array => Buffer.from(packed, 'base64');

const packed =
  'eAF1kLFKw1AYhb9r1UKpOOjg4BBENyu2QlEQhwYprlWhrYtp2tTBxpBEfAHdC05utYsvILo6uikIDlJ8AEdFFy2RvxmSJWe5H+f+h3PvD+oPYFyDju27lXJJq9bqWvoDhZIbMEzPkTNZP6/h7EsueSZRmWbLMwF5x5bpuD6oTWDhzHeED4FZ88hogvKBZbdaq4Pqid8O+Va4EfKjsLtX0UENAK0d40aMO8en0iuSn2Zb9v6u9ALzeFQoU0Jjh210iuTZoEiRHAVWyENCfnKU19FZBdmlFMR35FlrBXFQ2RJMvAfB1xKkL2HYDYLf6yAY9iE1gAc7yp/0Yf0bUt3Ia1zB/QXMvUXeYg+mz+HuyTFcQ2pIAWOWBZ83MFWDmWfIHPwDgH5UEQ==';
