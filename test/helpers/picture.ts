import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { getDocument } from './pdfjs.ts';

/** Pixels per point of the golden pictures: small, yet a moved line or a lost colour is seen. */
const scale = 0.6;

/** Page `number` (from 1) of a PDF as PNG. */
export async function pagePicture(pdf: Uint8Array, number: number): Promise<Buffer> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, disableFontFace: true });
  const page = await (await task.promise).getPage(number);
  const viewport = page.getViewport({ scale });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  const context = canvas.getContext('2d');
  // pdf.js takes any canvas that draws; its types know the browser's alone.
  await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
  await task.destroy();
  return canvas.toBuffer('image/png');
}

const tile = 6; // pixels

/** Of 255: anti-aliasing stays below it; a lost ground (17 above paper) or a column moved by 2 points does not. */
const tolerance = 10;

/**
 * The tiles of two pictures that differ by more than anti-aliasing does, as "x,y" in tiles. A missing golden is
 * made, but never in CI.
 */
export async function differentTiles(picture: Buffer, golden: string): Promise<string[]> {
  if (!existsSync(golden)) {
    if (process.env['CI'] !== undefined) throw new Error(`${golden} is missing`);
    mkdirSync(dirname(golden), { recursive: true });
    writeFileSync(golden, picture);
  }
  const [now, then] = await Promise.all([inkOf(picture), inkOf(readFileSync(golden))]);
  return [...now.keys()].filter((key) => Math.abs((now.get(key) ?? 0) - (then.get(key) ?? 0)) > tolerance);
}

/** Mean darkness, 0-255, of each tile. */
async function inkOf(png: Buffer): Promise<Map<string, number>> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const sums = new Map<string, number>();
  for (let at = 0; at < data.length; at += 4) {
    const pixel = at / 4;
    const key = `${Math.floor((pixel % image.width) / tile)},${Math.floor(pixel / image.width / tile)}`;
    const light = ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
    sums.set(key, (sums.get(key) ?? 0) + (255 - light) / tile ** 2);
  }
  return sums;
}
