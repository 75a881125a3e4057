/** @file The Delaunay triangulation of a few hundred points. */

/** Shift of the points, relative to their extent, by which no four of them lie on a circle. */
const SHIFT = 1e-7;

/**
 * Triangles, counter-clockwise, whose circumcircles contain no other point, by inserting one point after another
 * (Bowyer and Watson). Points on a common circle are told apart by a tiny shift, in a pattern that does not repeat. O(n²).
 *
 * @param points - (x, y), shape (2n,), n ≥ 3
 *
 * @see Bowyer, Comput. J. 24, 162 (1981)
 */
export function delaunay(points: Float64Array): readonly (readonly [number, number, number])[] {
  const n = points.length / 2;
  const [xs, ys] = [0, 1].map((k) => Array.from({ length: n }, (_, i) => points[2 * i + k]!)) as [number[], number[]];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const extent = Math.max(right - left, high - low);
  const shift = (i: number): number => SHIFT * extent * Math.sin(12.9898 * (i + 1) + 78.233 * (i % 7));
  const at = Array.from({ length: n }, (_, i) => [xs[i]! + shift(i), ys[i]! + shift(i + n)] as const);
  const [middleX, middleY] = [(left + right) / 2, (low + high) / 2];
  at.push([middleX - 60 * extent, middleY - 50 * extent], [middleX + 60 * extent, middleY - 50 * extent]);
  at.push([middleX, middleY + 70 * extent]);
  let triangles: (readonly [number, number, number])[] = [[n, n + 1, n + 2]];
  for (let i = 0; i < n; i++) {
    const rim = new Map<string, readonly [number, number]>();
    const kept = triangles.filter(([a, b, c]) => {
      if (!inCircle(at[a]!, at[b]!, at[c]!, at[i]!)) return true;
      for (const [p, q] of [
        [a, b],
        [b, c],
        [c, a],
      ] as const) {
        if (!rim.delete(`${q} ${p}`)) rim.set(`${p} ${q}`, [p, q]);
      }
      return false;
    });
    triangles = [...kept, ...[...rim.values()].map(([p, q]) => [p, q, i] as const)];
  }
  return triangles.filter((corners) => corners.every((corner) => corner < n));
}

type Point = readonly [number, number];

/** Whether d lies inside of the circle through a, b, c, which are counter-clockwise. */
function inCircle(a: Point, b: Point, c: Point, d: Point): boolean {
  const [ax, ay] = [a[0] - d[0], a[1] - d[1]];
  const [bx, by] = [b[0] - d[0], b[1] - d[1]];
  const [cx, cy] = [c[0] - d[0], c[1] - d[1]];
  const [p, q, r] = [ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy];
  return p * (bx * cy - by * cx) - q * (ax * cy - ay * cx) + r * (ax * by - ay * bx) > 0;
}
