/** How large pages are shown: as wide as the place allows, or so many times their size on paper. */
export type Zoom = 'fit' | number;

const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3] as const;
/** CSS pixels of one PDF point (1/72 inch) at 100 %. */
const PIXELS_PER_POINT = 96 / 72;
/** A page is never shown larger than this because the window is wide. */
const WIDEST_FIT = 1.25;

/**
 * Pixels that one point of a page takes.
 * @param width Room for the page, CSS pixels; 0 while it is unknown.
 * @param points Width of the page.
 */
export function scaleOf(zoom: Zoom, width: number, points: number): number {
  if (zoom !== 'fit') return zoom * PIXELS_PER_POINT;
  if (width <= 0 || points <= 0) return PIXELS_PER_POINT;
  return Math.min(width / points, WIDEST_FIT * PIXELS_PER_POINT);
}

/** The size in whole percent of paper that a scale shows. */
export const percentOf = (scale: number): number => Math.round((scale / PIXELS_PER_POINT) * 100);

/** The next size up or down from what is shown now; the same when there is none. */
export function stepZoom(scale: number, direction: 'in' | 'out'): number {
  const now = scale / PIXELS_PER_POINT;
  const found =
    direction === 'in'
      ? STEPS.find((step) => step > now + 0.01)
      : STEPS.findLast((step) => step < now - 0.01);
  return found ?? now;
}
