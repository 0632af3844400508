import packageJson from '../../../package.json' with { type: 'json' };
import { unzipped, zipEntries } from '../../dataset/index.ts';

/** True for a workbook whose properties name this program as its creator. */
export function isOurWorkbook(bytes: Uint8Array): boolean {
  try {
    const properties = zipEntries(Buffer.from(bytes)).get('docprops/core.xml');
    return properties !== undefined && unzipped(properties).includes(`<dc:creator>${packageJson.name} `);
  } catch {
    return false;
  }
}
