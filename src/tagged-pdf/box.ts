export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Lengths are points from the upper left corner of the page. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

const slack = 0.01;

export const meet = (one: Box, two: Box): boolean =>
  one.x < two.x + two.width && two.x < one.x + one.width && one.y < two.y + two.height && two.y < one.y + one.height;

export const isOnPage = ({ x, y, width, height }: Box, page: Size): boolean =>
  x >= -slack && y >= -slack && x + width <= page.width + slack && y + height <= page.height + slack;
