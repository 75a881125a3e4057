import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entropiesOfGaussian } from '../../../src/gaussian/entropies.ts';
import { hopping } from '../../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { gaussianThermal } from '../../../src/gaussian/thermal.ts';
import { ring } from '../../../src/operator/lattice.ts';
import { scalarCurvature } from '../../../src/riemann/curvature.ts';
import { geodesicDistance, logarithmicMap } from '../../../src/riemann/logarithmic-map.ts';
import { annularPairings, planarPairings } from '../../../src/systems/anti-de-sitter/annular-pairings.ts';
import type { StaticBackground, StationaryBackground } from '../../../src/systems/anti-de-sitter/background.ts';
import { boundaryGeodesics, geodesicLength } from '../../../src/systems/anti-de-sitter/boundary-geodesics.ts';
import { type BoundaryInterval, geodesicEntropy } from '../../../src/systems/anti-de-sitter/geodesic-entropy.ts';
import { sliceMetric } from '../../../src/systems/anti-de-sitter/slice-metric.ts';

const VACUUM: StationaryBackground = { kind: 'global', cone: 1 };
const BACKGROUNDS: readonly StationaryBackground[] = [
  VACUUM,
  { kind: 'global', cone: 0.37 },
  { kind: 'btz', horizon: 0.6 },
  { kind: 'btz', horizon: 3 },
  { kind: 'rotating-btz', outer: 2, inner: 1.2 },
];

describe('lengths', () => {
  const STATIC: readonly (readonly [StaticBackground, angle: number])[] = [
    [{ kind: 'global', cone: 1 }, 1.1],
    [{ kind: 'global', cone: 0.5 }, 2.4],
    [{ kind: 'btz', horizon: 1.3 }, 0.9],
    [{ kind: 'btz', horizon: 0.4 }, 4],
  ];

  test.each(STATIC)('of %o over %f agree with geodesics of the metric field', (background, angle) => {
    const [radius, metric] = [8, sliceMetric(background)];
    const isGlobal = background.kind === 'global';
    const scale = isGlobal ? background.cone : background.horizon;
    const rho = isGlobal ? Math.asinh(radius / scale) : Math.acosh(radius / scale);
    const [x, y] = [Float64Array.of(rho, 0), Float64Array.of(rho, angle)];
    const exact = 2 * Math.asinh((radius / scale) * (isGlobal ? Math.sin : Math.sinh)((scale * angle) / 2));
    const options = { accuracy: 1e-10, tolerance: 1e-12 };
    expect(geodesicDistance(metric, x, y, options).value).toBeCloseTo(exact, 8);
    // Clairaut: r² dφ/ds is r_min; tanh ρ_min is tanh ρ cos(aθ/2) or tanh ρ/cosh(r_hθ/2), with tanh ρ → 1 at the boundary.
    const turning = (tanh: number): number =>
      isGlobal
        ? scale * Math.sinh(Math.atanh(tanh * Math.cos((scale * angle) / 2)))
        : scale * Math.cosh(Math.atanh(tanh / Math.cosh((scale * angle) / 2)));
    const [, across] = logarithmicMap(metric, x, y, options).value;
    expect((radius ** 2 * across!) / exact).toBeCloseTo(turning(Math.tanh(rho)), 8);
    const direct = boundaryGeodesics(background, angle).find(({ winding }) => winding === 0)!;
    expect(direct.turningRadius).toBeCloseTo(turning(1), 12);
    expect(scalarCurvature(metric, Float64Array.of(0.7, 0)).value).toBeCloseTo(-2, 10);
    // Cut off at r = 1/ε: the formula differs by O(ε²).
    const difference = (epsilon: number): number =>
      2 * Math.asinh((isGlobal ? Math.sin : Math.sinh)((scale * angle) / 2) / (scale * epsilon)) -
      geodesicLength(background, angle, epsilon);
    expect(Math.log10(difference(1e-2) / difference(1e-3))).toBeCloseTo(2, 3);
  });

  test('of a rotating black hole are those of points on the quadric whose quotient it is', () => {
    const [outer, inner, radius, angle] = [2, 1.2, 1e5, 0.8];
    // X = (√A cosh φ̃, √A sinh φ̃, √B cosh t̃, √B sinh t̃), −X₀² + X₁² + X₂² − X₃² = −1, t̃ = r₊t − r₋φ, φ̃ = r₊φ − r₋t.
    const point = (phi: number): readonly number[] => {
      const A = (radius ** 2 - inner ** 2) / (outer ** 2 - inner ** 2);
      const [u, v] = [outer * phi, -inner * phi];
      const [a, b] = [Math.sqrt(A), Math.sqrt(A - 1)];
      return [a * Math.cosh(u), a * Math.sinh(u), b * Math.cosh(v), b * Math.sinh(v)];
    };
    const [x, y] = [point(0), point(angle)];
    const product = -x[0]! * y[0]! + x[1]! * y[1]! + x[2]! * y[2]! - x[3]! * y[3]!;
    const length = geodesicLength({ kind: 'rotating-btz', outer, inner }, angle, 1 / radius);
    expect(length).toBeCloseTo(Math.acosh(-product), 8);
    const still = geodesicLength({ kind: 'rotating-btz', outer, inner: 0 }, angle, 1e-3);
    expect(still).toBeCloseTo(geodesicLength({ kind: 'btz', horizon: outer }, angle, 1e-3), 12);
  });

  test('a cone of angle 2π/k has k geodesics, those of its cover', () => {
    for (const k of [1, 2, 3, 5]) {
      const geodesics = boundaryGeodesics({ kind: 'global', cone: 1 / k }, 1.1);
      expect(geodesics.length).toBe(k);
      for (const { angle, length } of geodesics) {
        expect(length).toBeCloseTo(geodesicLength(VACUUM, angle / k, 1e-3 / k), 12);
      }
    }
    const windings = boundaryGeodesics({ kind: 'btz', horizon: 1 }, 1, { windings: 2 }).map(({ winding }) => winding);
    expect(windings).toEqual([0, -1, 1, -2, 2]);
  });
});

describe('entropies', () => {
  test('of one interval are the closed forms', () => {
    const [c, epsilon, L] = [1.5, 0.01, 30];
    const units = { centralCharge: c, cutoff: epsilon, circumference: L };
    const of = (background: StationaryBackground, l: number) => geodesicEntropy(background, [[2, 2 + l]], units);
    for (const l of [0.5, 7, 14]) {
      expect(of(VACUUM, l).entropy).toBeCloseTo(
        (c / 3) * Math.log((L / (Math.PI * epsilon)) * Math.sin((Math.PI * l) / L)),
        12,
      );
      const cone = 0.4;
      expect(of({ kind: 'global', cone }, l).entropy).toBeCloseTo(
        (c / 3) * Math.log((L / (Math.PI * cone * epsilon)) * Math.sin((cone * Math.PI * l) / L)),
        12,
      );
      const beta = 9;
      const horizon = L / beta; // 2π/r_h is β·2π/L
      expect(of({ kind: 'btz', horizon }, l).entropy).toBeCloseTo(
        (c / 3) * Math.log((beta / (Math.PI * epsilon)) * Math.sinh((Math.PI * l) / beta)),
        12,
      );
      const [plus, minus] = [L / 4.4, L / 2];
      expect(of({ kind: 'rotating-btz', outer: 3.2, inner: 1.2 }, l).entropy).toBeCloseTo(
        (c / 6) *
          Math.log(
            ((plus * minus) / (Math.PI * epsilon) ** 2) *
              Math.sinh((Math.PI * l) / plus) *
              Math.sinh((Math.PI * l) / minus),
          ),
        12,
      );
    }
  });

  test('of a long interval have the horizon, with the plateau S(A) − S(Ā) = S_BH', () => {
    for (const [background, entropy] of [
      [{ kind: 'btz', horizon: 2 }, (Math.PI * 2 * 2) / 6],
      [{ kind: 'rotating-btz', outer: 2, inner: 1 }, (Math.PI * 2 * 2) / 6],
    ] as const) {
      const S = (l: number) => geodesicEntropy(background, [[0, l]]);
      const [long, short] = [S(6), S(2 * Math.PI - 6)];
      expect(long.winner.horizon).toBe(true);
      expect(long.candidates.length).toBe(2);
      expect(long.entropy - short.entropy).toBeCloseTo(entropy, 12);
      expect(S(3.3).winner.horizon).toBe(false);
    }
    // The switch: sinh(r_h θ/2)/sinh(r_h(2π − θ)/2) = e^{πr_h}.
    const horizon = 1;
    const gap = (l: number): number => {
      const [a, b] = geodesicEntropy({ kind: 'btz', horizon }, [[0, l]]).candidates;
      return (a!.entropy - b!.entropy) * (a!.horizon ? 1 : -1);
    };
    let [low, high] = [Math.PI, 2 * Math.PI - 1e-9];
    for (let k = 0; k < 60; k++) {
      const middle = (low + high) / 2;
      if (gap(middle) > 0) low = middle;
      else high = middle;
    }
    expect(Math.sinh((horizon * low) / 2) / Math.sinh((horizon * (2 * Math.PI - low)) / 2)).toBeCloseTo(
      Math.exp(Math.PI * horizon),
      6,
    );
  });

  test('of two thermal intervals switch at sinh²(πℓ/β)/sinh²(π(ℓ + g)/β) = ½', () => {
    const [beta, length] = [1.3, 0.7];
    const gap = Math.asinh(Math.SQRT2 * Math.sinh((Math.PI * length) / beta)) * (beta / Math.PI) - length;
    const winner = (g: number) =>
      geodesicEntropy({ kind: 'btz', horizon: (2 * Math.PI) / beta }, [
        [0, length],
        [length + g, 2 * length + g],
      ]).winner.geodesics.map(({ from, to }) => to - from);
    expect(winner(gap * 1.0001).every((l) => Math.abs(l - length) < 1e-9)).toBe(true);
    expect(winner(gap * 0.9999).some((l) => Math.abs(l - length) < 1e-9)).toBe(false);
    // and of the vacuum at cross-ratio ½
    const chord = (x: number): number => Math.sin(x / 2);
    const information = (g: number): number => {
      const S = (...intervals: readonly BoundaryInterval[]) => geodesicEntropy(VACUUM, intervals).entropy;
      return S([0, 1]) + S([1 + g, 2 + g]) - S([0, 1], [1 + g, 2 + g]);
    };
    for (const g of [0.3, 0.4, 0.44, 0.48, 0.6]) {
      const x = (chord(1) / chord(1 + g)) ** 2;
      expect(information(g)).toBeCloseTo(Math.max(0, Math.log(x / (1 - x)) / 3), 12);
    }
  });

  test('count all candidates: C_n of the vacuum, (2n)!/(n!)² around a hole', () => {
    expect([1, 2, 3, 4, 8].map((n) => planarPairings(n).length)).toEqual([1, 2, 5, 14, 1430]);
    expect([1, 2, 3, 4, 8].map((n) => annularPairings(n).length)).toEqual([2, 6, 20, 70, 12870]);
    for (const { pairs } of annularPairings(4)) {
      for (const [i, j] of pairs) {
        expect((j - i) % 2).toBe(1);
        expect(pairs.some(([k, l]) => i < k && k < j && j < l)).toBe(false);
      }
    }
    const eight = Array.from({ length: 8 }, (_, k): BoundaryInterval => [0.7 * k, 0.7 * k + 0.3]);
    expect(geodesicEntropy(VACUUM, eight).candidates.length).toBe(1430);
    expect(geodesicEntropy({ kind: 'btz', horizon: 1 }, eight).candidates.length).toBe(12870);
  });

  test('of free fermions on a ring, in the vacuum and hot, differ by one constant', () => {
    const sites = 202;
    const hamiltonian = hopping(ring(sites));
    const constant = 0.726067; // Jin & Korepin
    const units = { circumference: sites, cutoff: Math.exp(-3 * constant) };
    const beta = 20;
    const states = [
      [gaussianGroundState(hamiltonian).state, VACUUM],
      [gaussianThermal(hamiltonian, beta), { kind: 'btz', horizon: sites / (2 * beta) }], // v = 2
    ] as const;
    for (const [state, background] of states) {
      const { entropy } = entropiesOfGaussian(state);
      for (const length of [8, 16, 33]) {
        const region = Array.from({ length }, (_, site) => site);
        const { entropy: S } = geodesicEntropy(background, [[0, length]], units);
        expect(Math.abs(entropy(region) - S)).toBeLessThan(3e-3);
      }
    }
  });
});

describe('laws at random', () => {
  /** Neighbouring regions A, B, C with gaps of length 0 in between, or not. */
  const marks = fc.array(fc.double({ min: 0.02, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
  const touching = fc.array(fc.boolean(), { minLength: 2, maxLength: 2 });

  test.each(BACKGROUNDS)('strong subadditivity and monogamy in %o', (background) => {
    fc.assert(
      fc.property(marks, touching, (steps, [first, second]) => {
        const scale = (2 * Math.PI) / (steps.reduce((sum, step) => sum + step, 0) * 1.0001);
        const lengths = steps.map((step) => step * scale);
        let at = 0;
        const take = (length: number): BoundaryInterval => {
          at += length;
          return [at - length, at];
        };
        const A = take(lengths[0]!);
        if (!first) at += lengths[1]!;
        const B = take(lengths[2]!);
        if (!second) at += lengths[3]!;
        const C = take(lengths[4]!);
        const S = (...intervals: readonly BoundaryInterval[]) => geodesicEntropy(background, intervals).entropy;
        expect(S(A, B) + S(B, C) - S(B) - S(A, B, C)).toBeGreaterThan(-1e-10);
        expect(S(A, B) + S(B, C) - S(A) - S(C)).toBeGreaterThan(-1e-10);
        expect(S(A, B) + S(B, C) + S(A, C) - S(A) - S(B) - S(C) - S(A, B, C)).toBeGreaterThan(-1e-10);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  test('a region and the rest are alike without a horizon', () => {
    for (const background of BACKGROUNDS.slice(0, 2)) {
      const region: readonly BoundaryInterval[] = [
        [0.2, 1],
        [1.7, 2.1],
        [3, 5],
      ];
      const rest: readonly BoundaryInterval[] = [
        [1, 1.7],
        [2.1, 3],
        [5, 0.2 + 2 * Math.PI],
      ];
      expect(geodesicEntropy(background, region).entropy).toBeCloseTo(geodesicEntropy(background, rest).entropy, 12);
    }
  });

  test('intervals that touch are joined, also across the origin', () => {
    const S = (...intervals: readonly BoundaryInterval[]) => geodesicEntropy(BACKGROUNDS[3]!, intervals).entropy;
    expect(S([0, 1], [1, 2.5])).toBeCloseTo(S([0, 2.5]), 12);
    expect(S([0, 1], [5, 2 * Math.PI])).toBeCloseTo(S([5, 1 + 2 * Math.PI]), 12);
  });
});

test.each([
  [{ kind: 'global', cone: 1.2 }, [[0, 1]], /0 < a ≤ 1 required, got 1.2/],
  [{ kind: 'btz', horizon: 0 }, [[0, 1]], /r_h > 0 required, got 0/],
  [{ kind: 'rotating-btz', outer: 1, inner: 1 }, [[0, 1]], /0 ≤ r₋ < r₊ required/],
  [{ kind: 'flat' }, [[0, 1]], /background .* required, got 'flat'/],
  [VACUUM, [[1, 1]], /intervals from < to/],
  [VACUUM, [[0, 7]], /shorter than/],
  [
    VACUUM,
    [
      [0, 2],
      [1, 3],
    ],
    /do not overlap/,
  ],
  [
    VACUUM,
    [
      [0, 2],
      [5, 7],
    ],
    /do not overlap/,
  ],
  [VACUUM, [], /at least one interval/],
  [
    VACUUM,
    [
      [0, 3],
      [3, 2 * Math.PI],
    ],
    /something outside/,
  ],
  [VACUUM, Array.from({ length: 9 }, (_, k) => [k / 2, k / 2 + 0.2]), /at most 8 intervals required, got 9/],
] as const)('%o with %o is refused', (background, intervals, message) => {
  expect(() => geodesicEntropy(background as StationaryBackground, intervals as readonly BoundaryInterval[])).toThrow(
    message,
  );
});
