export { type FontMetrics, type FontSet, loadFonts } from './fonts.ts';
export type * from './model.ts';
