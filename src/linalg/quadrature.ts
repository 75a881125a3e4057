/** @file Integrals over a line by adaptive Gauss–Kronrod quadrature, and Cauchy's principal value. */

import { DomainError } from '../errors.ts';
import type { Solution } from '../solution.ts';

/** A number found by quadrature, with an estimate of its error; `steps` is the number of pieces. */
export interface Integral extends Solution<number> {
  readonly error: number;
}

/** How finely is integrated. */
export interface IntegralOptions {
  /** Error allowed, as a fraction of ∫|f|; default 1e-12, at least 1e-13. */
  readonly tolerance?: number;
  /** Most pieces; default 400. */
  readonly maxPieces?: number;
}

/** Nodes x ≥ 0 of Kronrod's rule with 15 points, its weights, and those of Gauss's rule with 7 points. */
const RULE: readonly (readonly [x: number, kronrod: number, gauss: number])[] = [
  [0, 0.20948214108472782, 0.4179591836734694],
  [0.20778495500789848, 0.20443294007529889, 0],
  [0.4058451513773972, 0.19035057806478542, 0.3818300505051189],
  [0.5860872354676911, 0.1690047266392679, 0],
  [0.7415311855993945, 0.14065325971552592, 0.27970539148927664],
  [0.8648644233597691, 0.10479001032225019, 0],
  [0.9491079123427585, 0.06309209262997856, 0.1294849661688697],
  [0.9914553711208126, 0.022935322010529224, 0],
];
/** No error is below this fraction of ∫|f|. */
const ROUNDING = 50 * Number.EPSILON;
const LEAST_TOLERANCE = 1e-13;

/** A piece of the line with what the rule makes of it. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly magnitude: number;
  readonly error: number;
}

/**
 * ∫ f(x) dx between two ends, either of which may be infinite: the piece with the largest error is halved until the sum of
 * errors is small. Errors are those of Gauss's rule with 7 points within Kronrod's with 15, scaled as in QUADPACK. f may
 * be singular at the ends, where it is not evaluated, if it can be integrated there; breaks inside cost accuracy.
 *
 * @returns 'converged' where the estimated error is within the tolerance, 'max-steps' with too many pieces, 'diverged'
 *   where f is not finite
 * @throws {DomainError} ends, tolerance or number of pieces that are none
 *
 * Cost 15 values of f for each piece, and 15 for each half.
 *
 * @see Piessens, de Doncker, Überhuber & Kahaner, QUADPACK (1983)
 */
export function integral(
  f: (x: number) => number,
  from: number,
  to: number,
  { tolerance = 1e-12, maxPieces = 400 }: IntegralOptions = {},
): Integral {
  if (Number.isNaN(from) || Number.isNaN(to)) {
    throw new DomainError(`integral: two ends required, got ${from} and ${to}`);
  }
  if (!(tolerance > 0 && Number.isInteger(maxPieces) && maxPieces >= 1)) {
    throw new DomainError(`integral: a tolerance > 0 and pieces required, got ${tolerance} and ${maxPieces}`);
  }
  if (from === to) return { value: 0, error: 0, result: 'converged', steps: 0 };
  const { g, ends } = finite(f, from, to);
  const pieces: Piece[] = [pieceOf(g, ...ends)];
  const total = (key: 'value' | 'magnitude' | 'error'): number => pieces.reduce((sum, piece) => sum + piece[key], 0);
  for (;;) {
    const [value, error] = [total('value'), total('error')];
    const isSmall = error <= Math.max(tolerance, LEAST_TOLERANCE) * total('magnitude');
    if (isSmall || !Number.isFinite(value) || pieces.length >= maxPieces) {
      const result = !Number.isFinite(value) ? 'diverged' : isSmall ? 'converged' : 'max-steps';
      return { value, error, result, steps: pieces.length };
    }
    const worst = pieces.reduce((most, piece, k) => (piece.error > pieces[most]!.error ? k : most), 0);
    const { from: a, to: b } = pieces[worst]!;
    pieces.splice(worst, 1, pieceOf(g, a, (a + b) / 2), pieceOf(g, (a + b) / 2, b));
  }
}

/**
 * Cauchy's principal value
 *
 *     PV ∫ g(x)/(x − c) dx = ∫₀ʰ (g(c + u) − g(c − u))/u du + the rest,    h the distance from c to the nearer end.
 *
 * @param g - smooth at c
 * @param pole - c, between the ends; they may be infinite
 * @returns as `integral`; near the pole the difference loses digits, so that 1e-13 is not reached
 * @throws {DomainError} a pole that is not between the ends; as `integral`
 */
export function principalValue(
  g: (x: number) => number,
  from: number,
  to: number,
  pole: number,
  options: IntegralOptions = {},
): Integral {
  if (!(from < pole && pole < to && Number.isFinite(pole))) {
    throw new DomainError(`principalValue: a pole between ${from} and ${to} required, got ${pole}`);
  }
  const h = Math.min(pole - from, to - pole);
  const folded = integral((u) => (g(pole + u) - g(pole - u)) / u, 0, h, options);
  if (h === Infinity) return folded;
  const outside = (x: number): number => g(x) / (x - pole);
  const rest = pole - from > h ? integral(outside, from, pole - h, options) : integral(outside, pole + h, to, options);
  return {
    value: folded.value + rest.value,
    error: folded.error + rest.error,
    result: folded.result === 'converged' ? rest.result : folded.result,
    steps: folded.steps + rest.steps,
  };
}

/** The same integral over a finite interval: x = a ± u/(1 − u), or both halves of the line at once. */
function finite(f: (x: number) => number, from: number, to: number) {
  const isInfinite = (end: number): boolean => Math.abs(end) === Infinity;
  if (!isInfinite(from) && !isInfinite(to)) return { g: f, ends: [from, to] as const };
  if (isInfinite(from) && isInfinite(to)) {
    const both = (x: number): number => Math.sign(to - from) * (f(x) + f(-x));
    return { g: (u: number) => both(u / (1 - u)) / (1 - u) ** 2, ends: [0, 1] as const };
  }
  const a = isInfinite(from) ? to : from;
  const direction = Math.sign(isInfinite(from) ? from : to);
  const sign = isInfinite(from) ? -direction : direction;
  return {
    g: (u: number) => (sign * f(a + (direction * u) / (1 - u))) / (1 - u) ** 2,
    ends: [0, 1] as const,
  };
}

function pieceOf(f: (x: number) => number, from: number, to: number): Piece {
  const [centre, half] = [(from + to) / 2, (to - from) / 2];
  const values = RULE.flatMap(([x, kronrod, gauss]) =>
    x === 0
      ? [{ y: f(centre), kronrod, gauss }]
      : [-1, 1].map((side) => ({ y: f(centre + side * half * x), kronrod, gauss })),
  );
  const sum = (term: (value: (typeof values)[0]) => number): number =>
    Math.abs(half) * values.reduce((total, value) => total + term(value), 0);
  const value = Math.sign(half) * sum(({ y, kronrod }) => kronrod * y);
  const coarse = Math.sign(half) * sum(({ y, gauss }) => gauss * y);
  const magnitude = sum(({ y, kronrod }) => kronrod * Math.abs(y));
  const mean = value / (to - from);
  const spread = sum(({ y, kronrod }) => kronrod * Math.abs(y - mean));
  const raw = Math.abs(value - coarse);
  const scaled = spread > 0 && raw > 0 ? spread * Math.min(1, ((200 * raw) / spread) ** 1.5) : raw;
  return { from, to, value, magnitude, error: Math.max(scaled, ROUNDING * magnitude) };
}
