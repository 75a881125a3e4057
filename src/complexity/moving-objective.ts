/** @file The bound by a moving observable as a smooth function of all that proves it. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { dot } from '../linalg/real-vector.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import type { Objective } from '../optimise/objective.ts';
import type { SpeedSums } from './copy-pairs.ts';
import type { ObservableProblem } from './observable-objective.ts';
import { reciprocalRootIntegral } from './reciprocal-root-integral.ts';
import { type Mixture, mixedTrace, softMaximum } from './soft-maximum.ts';

/** What is needed of the observables B_m, with ⟨B_m⟩ = 0 at the start. */
export interface MovingProblem extends ObservableProblem {
  /** B_m on one copy, real symmetric, shape (d, d), or the same in fewer dimensions, where it has the same eigenvalues. */
  readonly matrices: readonly RealMatrix[];
  /** −⟨D⟩ to be expected in each segment. */
  readonly widths: readonly number[];
}

/** Σ_m a_m B_m + constant. */
export interface Shifted {
  readonly a: Float64Array;
  constant: number;
}

/** The unknowns: L_k of K + 1 hyperplanes; G₀, G₁ and β of K segments; z of the three conditions of each. */
export function movingUnknowns({ change, witness, widths }: MovingProblem) {
  const [count, segments] = [change.length, widths.length];
  const leaf = (k: number): number => k * (count + 1);
  const segment = (k: number): number => (segments + 1) * (count + 1) + k * (2 * count + 3);
  const more = (k: number, condition: number): number =>
    segment(segments) + (3 * k + condition) * (witness?.unknowns ?? 0);
  return { leaf, segment, more, total: more(segments, 0) };
}

/** The observables of the hyperplanes; the first and the last vanish at the ends of the path. */
export function leavesOf(problem: MovingProblem, x: Float64Array): readonly Shifted[] {
  const { change, widths } = problem;
  const { leaf } = movingUnknowns(problem);
  return Array.from({ length: widths.length + 1 }, (_, k) => {
    const a = x.slice(leaf(k), leaf(k) + change.length);
    const constant = k === 0 ? 0 : k === widths.length ? -dot(a, change) : x[leaf(k) + change.length]!;
    return { a, constant };
  });
}

/** How far −⟨D⟩ is kept from 0, as a share of the width. */
const LEAST = 0.1;

/** For each condition which L ⊗ G are taken off, and by what factor. */
const PRODUCTS: readonly (readonly (readonly [leaf: 0 | 1, multiplier: 0 | 1, share: number])[])[] = [
  [[0, 0, 1]],
  [
    [0, 1, 0.5],
    [1, 0, 0.5],
  ],
  [[1, 1, 1]],
];

/**
 * −Σ ∫dτ/√q, q = (1 − τ)²s₀ + 2τ(1 − τ)s₀₁ + τ²s₁ in each segment, where s puts the soft maximum of the eigenvalues of
 * Q − L ⊗ G − sD ⊗ D + Y^Γ to 0 in each of the conditions of `verifiedMovingBound`, and a penalty where D − βL is not negative. NaN
 * where no s does. s at both ends is kept above 0 by (s + √(s² + ε²))/2.
 *
 * @param beta - of the soft maximum, in units of the squared width of a segment; ε is its inverse
 */
export function movingObjective(problem: MovingProblem, beta: number, penalty: number): Objective {
  const { change, witness, widths } = problem;
  const count = change.length;
  const places = movingUnknowns(problem);
  return (x) => {
    const gradient = new Float64Array(x.length);
    const leaves = leavesOf(problem, x);
    const byLeaf = leaves.map(() => none(count));
    let value = 0;
    for (let k = 0; k < widths.length; k++) {
      const at = places.segment(k);
      const G = [0, count + 1].map((from): Shifted => {
        return { a: x.slice(at + from, at + from + count), constant: x[at + from + count]! };
      });
      const tilt = x[at + 2 * count + 2]!;
      const z = [0, 1, 2].map((i) => x.subarray(places.more(k, i), places.more(k, i) + (witness?.unknowns ?? 0)));
      const L = [leaves[k]!, leaves[k + 1]!];
      const segment = segmentOf(problem, L, G, z, { beta, width: widths[k]! });
      if (segment === null) return { value: Number.NaN, gradient };
      value += segment.value;
      const by = derivativesOf(problem, segment);
      by.z.forEach((derivative, i) => {
        gradient.set(derivative, places.more(k, i));
      });
      L.forEach((leaf, e) => {
        const sign = signPenalty(problem, leaf, segment.D, tilt, widths[k]!);
        value += penalty * sign.value;
        addShifted(by.D, penalty, sign.byD);
        addShifted(by.L[e]!, penalty, sign.byL);
        gradient[at + 2 * count + 2] = gradient[at + 2 * count + 2]! + penalty * sign.byTilt;
      });
      [-1, 1].forEach((sign, e) => {
        addShifted(byLeaf[k + e]!, 1, by.L[e]!);
        addShifted(byLeaf[k + e]!, sign, by.D);
        gradient.set(by.G[e]!.a, at + e * (count + 1));
        gradient[at + e * (count + 1) + count] = by.G[e]!.constant;
      });
    }
    byLeaf.forEach(({ a, constant }, k) => {
      const isLast = k === widths.length;
      gradient.set(isLast ? a.map((y, m) => y - constant * change[m]!) : a, places.leaf(k));
      gradient[places.leaf(k) + count] = k === 0 || isLast ? 0 : constant;
    });
    return { value, gradient };
  };
}

/** One of the three conditions of a segment: s, the mixture of eigenvectors there, and the derivative of the value by c. */
interface Condition {
  readonly s: number;
  readonly mixture: Mixture;
  readonly byC: number;
}

/** A segment at some unknowns. */
interface Segment {
  readonly value: number;
  readonly L: readonly Shifted[];
  readonly G: readonly Shifted[];
  readonly D: Shifted;
  /** Of L and D in each block, and G ⊗ 1. */
  readonly sums: { readonly L: readonly (readonly SpeedSums[])[]; readonly D: readonly SpeedSums[] };
  readonly meansG: readonly (readonly Float64Array[])[];
  readonly z: readonly Float64Array[];
  readonly conditions: readonly Condition[];
}

function segmentOf(
  problem: MovingProblem,
  L: readonly Shifted[],
  G: readonly Shifted[],
  z: readonly Float64Array[],
  { beta, width }: { readonly beta: number; readonly width: number },
): Segment | null {
  const { blocks, witness } = problem;
  const D: Shifted = { a: L[1]!.a.map((y, m) => y - L[0]!.a[m]!), constant: L[1]!.constant - L[0]!.constant };
  const sumsOf = (a: Float64Array): readonly SpeedSums[] => blocks.map((block) => block.sums(a));
  const sums = { L: L.map(({ a }) => sumsOf(a)), D: sumsOf(D.a) };
  const meansG = G.map(({ a }) => blocks.map((block) => block.mean(a)));
  const unit = (b: number, at: number): number => (at % (blocks[b]!.size + 1) === 0 ? 1 : 0);
  const DD = sums.D.map(({ W, T }, b) => W.map((w, at) => w + 2 * D.constant * T[at]! + D.constant ** 2 * unit(b, at)));
  const found = PRODUCTS.map((products, i) => {
    const added = witness?.matrices(z[i]!) ?? blocks.map(({ size }) => new Float64Array(size * size));
    const M = added.map((Y, b) => {
      const [first, second] = [sums.L[0]![b]!.Q, sums.L[1]![b]!.Q];
      if (i === 1) return Y.map((y, at) => y + (first[at]! + second[at]! - sums.D[b]!.Q[at]!) / 2);
      return Y.map((y, at) => y + (i === 0 ? first : second)[at]!);
    });
    for (const [e, f, share] of products) {
      const [one, other] = [L[e]!, G[f]!];
      M.forEach((matrix, b) => {
        const product = blocks[b]!.product(one.a, other.a);
        const [l, g] = [sums.L[e]![b]!.T, meansG[f]![b]!];
        for (let at = 0; at < matrix.length; at++) {
          const moved = other.constant * l[at]! + one.constant * g[at]!;
          matrix[at] = matrix[at]! - share * (product[at]! + moved + one.constant * other.constant * unit(b, at));
        }
      });
    }
    return rootOf(problem, M, DD, beta / width ** 2);
  });
  const floor = 1 / (beta * width ** 2);
  const [s0, s1] = [found[0]!.s, found[2]!.s].map((s) => (s + Math.hypot(s, floor)) / 2) as [number, number];
  const middle = found[1]!.s;
  if (!(s0 > 0 && s1 > 0 && middle > -Math.sqrt(s0 * s1))) return null;
  const time = reciprocalRootIntegral(1, s0, s1, s0 + s1 - 2 * middle);
  const bend = time.byCurvature;
  const slopes = [time.byFirst + bend, -2 * bend, time.bySecond + bend];
  const conditions = found.map(({ s, slope, mixture }, i): Condition => {
    const rise = i === 1 ? 1 : (1 + s / Math.hypot(s, floor)) / 2;
    return { s, mixture, byC: (-slopes[i]! * rise) / slope };
  });
  return { value: -time.value, L, G, D, sums, meansG, z, conditions };
}

/** The s that puts the soft maximum of M − sDD to 0; NaN if none does. */
function rootOf(
  { blocks }: MovingProblem,
  M: readonly Float64Array[],
  DD: readonly Float64Array[],
  beta: number,
): { readonly s: number; readonly slope: number; readonly mixture: Mixture } {
  let [s, slope, mixture] = [0, 0, [] as Mixture];
  for (let step = 0; step < 30; step++) {
    const found = softMaximum(
      M.map((matrix, b) => matrix.map((y, at) => y - s * DD[b]![at]!)),
      blocks,
      beta,
    );
    mixture = found.mixture;
    slope = mixedTrace(mixture, DD);
    if (!(slope > 1e-12)) return { s: Number.NaN, slope, mixture };
    s += found.c / slope;
    if (Math.abs(found.c / slope) < 1e-12 * (1 + Math.abs(s))) break;
  }
  return { s, slope, mixture };
}

/** The derivatives of the value of a segment by L, G, D and z. */
function derivativesOf(problem: MovingProblem, { L, G, D, sums, meansG, z, conditions }: Segment) {
  const { blocks, witness } = problem;
  const count = D.a.length;
  const by = { L: [none(count), none(count)], G: [none(count), none(count)], D: none(count), z: [] as Float64Array[] };
  conditions.forEach(({ s, mixture, byC }, i) => {
    const R = mixture.map((part) => part.map((y) => byC * y));
    const isMixed = R.map((part) => part.some((y) => y !== 0));
    const add = (out: Shifted, a: Float64Array, factors: Readonly<Partial<Record<'Q' | 'W' | 'T', number>>>): void => {
      blocks.forEach((block, b) => {
        if (!isMixed[b]) return;
        const parts = Object.entries(factors).map(([name, factor]) => [name, R[b]!.map((y) => factor * y)]);
        block.derivatives(a, Object.fromEntries(parts)).forEach((y, m) => {
          out.a[m] = out.a[m]! + y;
        });
      });
    };
    const means = (of: readonly SpeedSums[]): number =>
      mixedTrace(
        R,
        of.map(({ T }) => T),
      );
    if (i === 1) {
      L.forEach(({ a }, e) => {
        add(by.L[e]!, a, { Q: 0.5 });
      });
      add(by.D, D.a, { Q: -0.5 });
    } else add(by.L[i / 2]!, L[i / 2]!.a, { Q: 1 });
    for (const [e, f, share] of PRODUCTS[i]!) {
      const [one, other] = [L[e]!, G[f]!];
      add(by.L[e]!, other.a, { W: -share / 2, T: -share * other.constant });
      add(by.G[f]!, one.a, { W: -share / 2, T: -share * one.constant });
      by.L[e]!.constant -= share * (mixedTrace(R, meansG[f]!) + byC * other.constant);
      by.G[f]!.constant -= share * (means(sums.L[e]!) + byC * one.constant);
    }
    add(by.D, D.a, { W: -s, T: -2 * s * D.constant });
    by.D.constant -= 2 * s * (means(sums.D) + byC * D.constant);
    by.z.push(witness?.derivatives(z[i]!, R) ?? z[i]!);
  });
  return by;
}

/** max(0, λ_max(D − βL)/width + LEAST)² and its derivatives. */
function signPenalty({ matrices }: MovingProblem, L: Shifted, D: Shifted, tilt: number, width: number) {
  const d = matrices[0]!.rows;
  const data = new Float64Array(d * d);
  matrices.forEach(({ data: B }, m) => {
    const factor = D.a[m]! - tilt * L.a[m]!;
    for (let at = 0; at < data.length; at++) data[at] = data[at]! + factor * B[at]!;
  });
  for (let i = 0; i < d; i++) data[i * (d + 1)] = data[i * (d + 1)]! + D.constant - tilt * L.constant;
  const { values, vectors } = symmetricEigen({ rows: d, cols: d, data });
  const excess = Math.max(0, values[d - 1]! / width + LEAST);
  const v = vectors.data.subarray((d - 1) * d, d * d);
  const factor = (2 * excess) / width;
  const means = Float64Array.from(matrices, ({ data: B }) =>
    v.reduce((sum, y, i) => sum + y * dot(B.subarray(i * d, (i + 1) * d), v), 0),
  );
  return {
    value: excess * excess,
    byD: { a: means.map((y) => factor * y), constant: factor },
    byL: { a: means.map((y) => -factor * tilt * y), constant: -factor * tilt },
    byTilt: -factor * (dot(means, L.a) + L.constant),
  };
}

const none = (count: number): Shifted => ({ a: new Float64Array(count), constant: 0 });

function addShifted(out: Shifted, s: number, part: Shifted): void {
  part.a.forEach((y, m) => {
    out.a[m] = out.a[m]! + s * y;
  });
  out.constant += s * part.constant;
}
