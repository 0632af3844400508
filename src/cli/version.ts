import packageJson from '../../package.json' with { type: 'json' };

/** Version of the program, e.g. "1.0.0". */
export const version = (): string => packageJson.version;
