/** @file Domains with any sides, straight or arcs of circles: polygons, disks, half disks, wedges. */

import { DomainError } from '../../errors.ts';
import { delaunay } from './delaunay.ts';
import {
  arcOf,
  type DomainSide,
  type PlanarDomain,
  type PlanarPoint,
  pointOnSide,
  type SideCondition,
} from './planar-domain.ts';

/** Most nodes of the coarse triangulation, and the number of its spacings along the square root of the area. */
const MOST_COARSE_NODES = 500;
const COARSE_SPACINGS = 6;
/** Least distance of inner nodes from the boundary and from each other, in spacings, and height of an equilateral triangle. */
const MARGIN = 0.7;
const HEIGHT = Math.sqrt(3) / 2;

/**
 * A domain bounded by sides in order counter-clockwise, each from its corner to the next. A coarse triangulation is Delaunay's of
 * nodes on the sides and of a triangular lattice inside; refined, its edges have about the length `step`, and triangles at the boundary
 * are up to 1.4 steps high: ε/6 resolves a cutoff.
 *
 * @throws {DomainError} fewer than two sides, a boundary that crosses itself or runs clockwise, corners too sharp or a step too large for
 *   a triangulation
 */
export function polygonDomain(sides: readonly DomainSide[], step: number): PlanarDomain {
  checkSides(sides, step);
  const area = Math.abs(areaWithin(outline(sides, (side) => (arcOf(sides, side) === undefined ? 1 : 64))));
  let refinements = 0;
  while (step * 2 ** (refinements + 1) <= Math.sqrt(area) / COARSE_SPACINGS) refinements++;
  for (; ; refinements--) {
    const found = triangulated(sides, step * 2 ** refinements);
    if (found !== undefined) return { sides, ...found, refinements };
    if (refinements === 0) {
      throw new DomainError(
        'polygonDomain: sides counter-clockwise that do not cross and corners that the step resolves required, got a boundary that cannot be triangulated',
      );
    }
  }
}

/** A disk around the origin, by four arcs. */
export function diskDomain(radius: number, step: number, condition: SideCondition): PlanarDomain {
  const corners = [0, 1, 2, 3].map((k) => [Math.cos((k * Math.PI) / 2), Math.sin((k * Math.PI) / 2)] as const);
  const sides = corners.map(([x, y]) => ({ from: [radius * x, radius * y] as const, turn: Math.PI / 2, condition }));
  return polygonDomain(sides, step);
}

/**
 * The part x² + z² ≤ R² of the half plane z ≥ ε (y is z): the entanglement wedge of the interval at its bottom if the arc is a
 * geodesic, which is the default.
 *
 * @throws {DomainError} unless 0 < ε < R
 */
export function halfDiskDomain(
  radius: number,
  epsilon: number,
  step: number,
  arc: SideCondition = { kind: 'geodesic' },
): PlanarDomain {
  if (!(epsilon > 0 && epsilon < radius)) {
    throw new DomainError(`halfDiskDomain: a cutoff between 0 and the radius ${radius} required, got ${epsilon}`);
  }
  const half = Math.sqrt(radius * radius - epsilon * epsilon);
  const turn = Math.PI - 2 * Math.asin(epsilon / radius);
  return polygonDomain(
    [
      { from: [-half, epsilon], condition: { kind: 'cutoff', epsilon } },
      { from: [half, epsilon], turn, condition: arc },
    ],
    step,
  );
}

function checkSides(sides: readonly DomainSide[], step: number): void {
  if (sides.length < 2) throw new DomainError(`polygonDomain: at least two sides required, got ${sides.length}`);
  if (!(step > 0 && step < Infinity)) throw new DomainError(`polygonDomain: a positive step required, got ${step}`);
  sides.forEach(({ from, turn = 0 }, k) => {
    const to = sides[(k + 1) % sides.length]!.from;
    const isProper = from.every(Number.isFinite) && Math.hypot(to[0] - from[0], to[1] - from[1]) > 0;
    if (!isProper || !(Math.abs(turn) < 2 * Math.PI)) {
      throw new DomainError(
        `polygonDomain: finite corners, each apart from the next, and turns between −2π and 2π required, got side ${k} from (${from}) with turn ${turn}`,
      );
    }
  });
}

/** Points along the boundary, with the sides to which the pieces after them belong. */
function outline(sides: readonly DomainSide[], pieces: (side: number) => number): (readonly [PlanarPoint, number])[] {
  return sides.flatMap((_, side) => {
    const count = pieces(side);
    return Array.from({ length: count }, (__, k) => [pointOnSide(sides, side, k / count), side] as const);
  });
}

const areaWithin = (rim: readonly (readonly [PlanarPoint, number])[]): number =>
  rim.reduce((sum, [[x, y]], k) => {
    const [u, v] = rim[(k + 1) % rim.length]![0];
    return sum + (x * v - y * u) / 2;
  }, 0);

/** A triangulation with this spacing; undefined if the boundary is not part of Delaunay's, or it has too many nodes. */
function triangulated(
  sides: readonly DomainSide[],
  spacing: number,
): Pick<PlanarDomain, 'points' | 'triangles' | 'border'> | undefined {
  const rim = outline(sides, (side) => Math.max(1, Math.ceil(sideLength(sides, side) / spacing - 1e-9)));
  if (rim.length > MOST_COARSE_NODES) return undefined;
  const corners = rim.map(([point]) => point);
  const inner = nodesWithin(corners, spacing);
  if (rim.length + inner.length > MOST_COARSE_NODES) return undefined;
  const points = Float64Array.from([...corners, ...inner].flat());
  const place = (k: number): PlanarPoint => [points[2 * k]!, points[2 * k + 1]!];
  const triangles = delaunay(points).filter(([a, b, c]) => {
    const middle = [0, 1].map((k) => (place(a)[k]! + place(b)[k]! + place(c)[k]!) / 3) as [number, number];
    return isWithin(corners, middle) && doubleArea(place(a), place(b), place(c)) > 1e-9 * spacing * spacing;
  });
  const border = rim.map(([, side], k) => [k, (k + 1) % rim.length, side] as const);
  const edges = new Set(triangles.flatMap(([a, b, c]) => [`${a} ${b}`, `${b} ${c}`, `${c} ${a}`]));
  const covered = triangles.reduce((sum, [a, b, c]) => sum + doubleArea(place(a), place(b), place(c)) / 2, 0);
  const isWhole = Math.abs(covered - areaWithin(rim)) <= 1e-9 * covered;
  if (!isWhole || !border.every(([a, b]) => edges.has(`${a} ${b}`) && !edges.has(`${b} ${a}`))) return undefined;
  return { points, triangles: Int32Array.from(triangles.flat()), border };
}

function sideLength(sides: readonly DomainSide[], side: number): number {
  const arc = arcOf(sides, side);
  if (arc !== undefined) return arc.radius * Math.abs(sides[side]!.turn!);
  const [[x, y], [u, v]] = [sides[side]!.from, sides[(side + 1) % sides.length]!.from];
  return Math.hypot(u - x, v - y);
}

const doubleArea = (a: PlanarPoint, b: PlanarPoint, c: PlanarPoint): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Whether a ray from the point to the right crosses the polygon an odd number of times. */
function isWithin(corners: readonly PlanarPoint[], [x, y]: PlanarPoint): boolean {
  return (
    corners.filter(([ax, ay], k) => {
      const [bx, by] = corners[(k + 1) % corners.length]!;
      return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
    }).length %
      2 ===
    1
  );
}

/** Nodes inside of a polygon: tips of equilateral triangles on its sides, and a triangular lattice that keeps away from both. */
function nodesWithin(corners: readonly PlanarPoint[], spacing: number): readonly PlanarPoint[] {
  const found: PlanarPoint[] = [];
  const add = (point: PlanarPoint, margin: number): void => {
    const isApart = found.every(([x, y]) => Math.hypot(x - point[0], y - point[1]) >= MARGIN * spacing);
    if (isApart && isWithin(corners, point) && distanceTo(corners, point) >= margin * spacing) found.push(point);
  };
  corners.forEach(([ax, ay], k) => {
    const [bx, by] = corners[(k + 1) % corners.length]!;
    add([(ax + bx) / 2 - HEIGHT * (by - ay), (ay + by) / 2 + HEIGHT * (bx - ax)], MARGIN);
  });
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if ((right - left) * (high - low) > 8 * MOST_COARSE_NODES * spacing * spacing) return found;
  for (let row = 0; low + row * HEIGHT * spacing <= high; row++) {
    for (let column = 0; left + column * spacing <= right; column++) {
      add([left + (column + (row % 2) / 2) * spacing, low + row * HEIGHT * spacing], HEIGHT);
    }
  }
  return found;
}

function distanceTo(corners: readonly PlanarPoint[], [x, y]: PlanarPoint): number {
  return corners.reduce((least, [ax, ay], k) => {
    const [bx, by] = corners[(k + 1) % corners.length]!;
    const [dx, dy] = [bx - ax, by - ay];
    const share = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    return Math.min(least, Math.hypot(x - ax - share * dx, y - ay - share * dy));
  }, Infinity);
}
