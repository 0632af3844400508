export { type Curve, curveOf, type Drawn, type PlacedFigure, type Plot, type Point } from './curve.ts';
export { type EndLabel, endLabels, type LabelFrame, type PlacedLabel, widthOf } from './labels.ts';
export { type Quartiles, type Spine, spineOf } from './spine.ts';
export { type Strip, stripOf } from './strip.ts';
