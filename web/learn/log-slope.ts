/** @file A straight line through points over a logarithmic axis. */

/** The least-squares line y = offset + slope · log x; slope 0 where all x are equal. */
export function logSlope(points: readonly { readonly x: number; readonly y: number }[]): {
  readonly slope: number;
  readonly offset: number;
} {
  const mean = (of: (point: { readonly x: number; readonly y: number }) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => Math.log(point.x)), mean((point) => point.y)];
  const spread = mean((point) => (Math.log(point.x) - x) ** 2);
  const slope = spread === 0 ? 0 : mean((point) => (Math.log(point.x) - x) * (point.y - y)) / spread;
  return { slope, offset: y - slope * x };
}
