/**
 * @file How clear is a drawing of a graph: do points coincide, does a line run behind a point that it does not end in?
 */

/** A point of a drawing, in pixels. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A straight line between two points, given by their indices. */
export type Line = readonly [number, number];

/** The free space in a drawing. */
export interface Clearance {
  /** Least distance between two points. */
  readonly points: number;
  /** Least distance of a point from a line that does not end in it. */
  readonly lines: number;
}

/**
 * The clearance of a drawing; Infinity where there is nothing to keep clear of.
 *
 * Cost O(points · (points + lines)).
 */
export function clearanceOf(places: readonly Place[], lines: readonly Line[]): Clearance {
  let [points, nearest] = [Infinity, Infinity];
  places.forEach((p, k) => {
    for (let other = 0; other < k; other++) {
      const q = places[other]!;
      if (Math.abs(p.x - q.x) < points) points = Math.min(points, distance(p, q));
    }
    for (const [a, b] of lines) {
      const [from, to] = [places[a]!, places[b]!];
      if (a === k || b === k || !inside(p.x, from.x, to.x, nearest) || !inside(p.y, from.y, to.y, nearest)) continue;
      nearest = Math.min(nearest, distance(p, footOf(p, from, to).foot));
    }
  });
  return { points, lines: nearest };
}

const distance = (p: Place, q: Place): number => Math.hypot(p.x - q.x, p.y - q.y);

/** The point of the line from a to b that is nearest to p, and its fraction of the way. */
function footOf(p: Place, a: Place, b: Place): { readonly foot: Place; readonly t: number } {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const size = dx * dx + dy * dy;
  const t = size === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / size));
  return { foot: { x: a.x + t * dx, y: a.y + t * dy }, t };
}

/** Most work of one clearing, in pairs of a point and a line. */
const BUDGET = 4e7;
/** Most rounds of one clearing. */
const MOST_ROUNDS = 300;

/**
 * The drawing with its points moved apart until the clearance is reached: points that are too near to each other and
 * points too near to a line are pushed apart, again and again (projections onto the constraints in turn). Points that
 * coincide move apart in a direction that depends on their indices, so that the result is the same every time.
 *
 * @param fixed - points that stay where they are
 *
 * Cost O(rounds · points · (points + lines)), at most 300 rounds and some 4 · 10⁷ pairs.
 */
export function cleared(
  places: readonly Place[],
  lines: readonly Line[],
  wanted: Clearance,
  fixed: (point: number) => boolean = () => false,
): readonly Place[] {
  const x = places.map((place) => place.x);
  const y = places.map((place) => place.y);
  const at = (k: number): Place => ({ x: x[k]!, y: y[k]! });
  const free = places.map((_, k) => (fixed(k) ? 0 : 1));
  const move = (k: number, dx: number, dy: number): void => {
    x[k] = x[k]! + free[k]! * dx;
    y[k] = y[k]! + free[k]! * dy;
  };
  /** Pushes point k away from the point that divides the line from a to b at t. */
  const part = (k: number, a: number, b: number, t: number, gap: number): boolean => {
    const [from, to] = [at(a), at(b)];
    const foot = { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) };
    const near = distance(at(k), foot);
    if (near >= gap) return false;
    const angle = a === b ? 0.3 * ((k % 5) - 2) : Math.atan2(to.y - from.y, to.x - from.x) + Math.PI / 2;
    const [ux, uy] =
      near > 1e-6 * gap ? [(x[k]! - foot.x) / near, (y[k]! - foot.y) / near] : [Math.cos(angle), Math.sin(angle)];
    const yields = free[k]! + (1 - t) ** 2 * free[a]! + t ** 2 * free[b]!;
    if (yields === 0) return false;
    const push = (1.02 * gap - near) / yields;
    move(k, push * ux, push * uy);
    move(a, -(1 - t) * push * ux, -(1 - t) * push * uy);
    if (b !== a) move(b, -t * push * ux, -t * push * uy);
    return true;
  };
  /** Whether the box round the line, with the gap added, holds the point. */
  const isNear = (k: number, a: number, b: number): boolean =>
    inside(x[k]!, x[a]!, x[b]!, wanted.lines) && inside(y[k]!, y[a]!, y[b]!, wanted.lines);
  const rounds = Math.min(MOST_ROUNDS, Math.ceil(BUDGET / Math.max(1, places.length * (places.length + lines.length))));
  for (let round = 0, moved = true; moved && round < rounds; round++) {
    moved = false;
    for (let k = 0; k < places.length; k++) {
      for (let other = 0; other < k; other++) {
        if (Math.abs(x[k]! - x[other]!) < wanted.points && part(k, other, other, 0, wanted.points)) moved = true;
      }
      for (const [a, b] of lines) {
        if (a === k || b === k || !isNear(k, a, b)) continue;
        const { t } = footOf(at(k), at(a), at(b));
        if (part(k, a, b, t, wanted.lines)) moved = true;
      }
    }
  }
  return places.map((_, k) => at(k));
}

const inside = (value: number, a: number, b: number, gap: number): boolean =>
  value > Math.min(a, b) - gap && value < Math.max(a, b) + gap;
