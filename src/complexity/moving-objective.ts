/** @file The bound by a moving observable as a smooth function of all that proves it. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { dot } from '../linalg/real-vector.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import type { Objective } from '../optimise/objective.ts';
import type { SpeedSums } from './copy-pairs.ts';
import type { ObservableProblem } from './observable-objective.ts';
import { type Mixture, mixedTrace, softMaximum } from './soft-maximum.ts';
import type { TransposedWitness } from './transposed-witness.ts';

/** What is needed of the observables B_m, with ⟨B_m⟩ = 0 at the start. */
export interface MovingProblem extends ObservableProblem {
  readonly witness: TransposedWitness;
  /** B_m, real symmetric, shape (d, d). */
  readonly matrices: readonly RealMatrix[];
  /** −⟨D⟩ to be expected in each segment. */
  readonly widths: readonly number[];
}

/** Σ_m a_m B_m + constant. */
export interface Shifted {
  readonly a: Float64Array;
  constant: number;
}

/** The unknowns: L_k of K + 1 hyperplanes; G and β of K segments; z at both ends of each. */
export function movingUnknowns({ change, witness, widths }: MovingProblem) {
  const [count, segments] = [change.length, widths.length];
  const leaf = (k: number): number => k * (count + 1);
  const segment = (k: number): number => (segments + 1) * (count + 1) + k * (count + 2);
  const more = (k: number, end: number): number => segment(segments) + (2 * k + end) * witness.unknowns;
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

/**
 * −Σ 2/(√s_k + √s_{k+1}) with the soft maximum of the eigenvalues of Q_L − L ⊗ G − sD ⊗ D + Y^Γ put to 0 by s, and a penalty
 * where D − βL is not negative. NaN where no s does.
 *
 * @param beta - of the soft maximum, in units of the squared width of a segment
 */
export function movingObjective(problem: MovingProblem, beta: number, penalty: number): Objective {
  const { change, witness, widths } = problem;
  const count = change.length;
  const places = movingUnknowns(problem);
  return (x) => {
    const gradient = new Float64Array(x.length);
    const leaves = leavesOf(problem, x);
    const byLeaf = leaves.map(() => ({ a: new Float64Array(count), constant: 0 }));
    let value = 0;
    for (let k = 0; k < widths.length; k++) {
      const at = places.segment(k);
      const G: Shifted = { a: x.slice(at, at + count), constant: x[at + count]! };
      const tilt = x[at + count + 1]!;
      const [first, second] = [leaves[k]!, leaves[k + 1]!];
      const D: Shifted = { a: second.a.map((y, m) => y - first.a[m]!), constant: second.constant - first.constant };
      const z = [0, 1].map((end) => x.subarray(places.more(k, end), places.more(k, end) + witness.unknowns));
      const ends = [first, second].map((L, end) => endOf(problem, { L, G, D, z: z[end]! }, beta / widths[k]! ** 2)) as [
        MovingEnd,
        MovingEnd,
      ];
      if (ends.some(({ s }) => !(s > 0))) return { value: Number.NaN, gradient };
      const sum = Math.sqrt(ends[0].s) + Math.sqrt(ends[1].s);
      value -= 2 / sum;
      const [byG, byD] = [0, 1].map(() => ({ a: new Float64Array(count), constant: 0 })) as [Shifted, Shifted];
      ends.forEach((end, e) => {
        const byC = 1 / (sum * sum * Math.sqrt(end.s) * end.slope);
        addEnd(problem, { L: leaves[k + e]!, G, D }, end, byC, [byLeaf[k + e]!, byG, byD]);
        gradient.set(
          witness.derivatives(
            z[e]!,
            end.mixture.map((R) => R.map((y) => byC * y)),
          ),
          places.more(k, e),
        );
        const sign = signPenalty(problem, leaves[k + e]!, D, tilt, widths[k]!);
        value += penalty * sign.value;
        addShifted(byD, penalty, sign.byD);
        addShifted(byLeaf[k + e]!, penalty, sign.byL);
        gradient[at + count + 1] = gradient[at + count + 1]! + penalty * sign.byTilt;
      });
      addShifted(byLeaf[k + 1]!, 1, byD);
      addShifted(byLeaf[k]!, -1, byD);
      gradient.set(byG.a, at);
      gradient[at + count] = byG.constant;
    }
    byLeaf.forEach(({ a, constant }, k) => {
      const isLast = k === widths.length;
      gradient.set(isLast ? a.map((y, m) => y - constant * change[m]!) : a, places.leaf(k));
      gradient[places.leaf(k) + count] = k === 0 || isLast ? 0 : constant;
    });
    return { value, gradient };
  };
}

/** One end of a segment: s, the mixture of eigenvectors there, and the derivative of the soft maximum by −s. */
interface MovingEnd {
  readonly s: number;
  readonly mixture: Mixture;
  readonly slope: number;
  /** L + G without their constants. */
  readonly both: Float64Array;
  readonly sumsL: readonly SpeedSums[];
  readonly sumsG: readonly SpeedSums[];
  readonly sumsD: readonly SpeedSums[];
}

function endOf(
  { blocks, witness }: MovingProblem,
  { L, G, D, z }: { readonly L: Shifted; readonly G: Shifted; readonly D: Shifted; readonly z: Float64Array },
  beta: number,
): MovingEnd {
  const both = L.a.map((y, m) => y + G.a[m]!);
  const [sumsL, sumsG, sumsD, sumsBoth] = [L.a, G.a, D.a, both].map((a) => blocks.map((block) => block.sums(a)));
  const added = witness.matrices(z);
  const unit = (b: number, at: number): number => (at % (blocks[b]!.size + 1) === 0 ? 1 : 0);
  const M = sumsL!.map(({ Q, W, T }, b) =>
    Q.map((q, at) => {
      const product = (sumsBoth![b]!.W[at]! - W[at]! - sumsG![b]!.W[at]!) / 2;
      const shifted = G.constant * T[at]! + L.constant * sumsG![b]!.T[at]! + L.constant * G.constant * unit(b, at);
      return q - product - shifted + added[b]![at]!;
    }),
  );
  const DD = sumsD!.map(({ W, T }, b) => W.map((w, at) => w + 2 * D.constant * T[at]! + D.constant ** 2 * unit(b, at)));
  let [s, slope, mixture] = [0, 0, [] as Mixture];
  for (let step = 0; step < 30; step++) {
    const found = softMaximum(
      M.map((matrix, b) => matrix.map((y, at) => y - s * DD[b]![at]!)),
      blocks,
      beta,
    );
    mixture = found.mixture;
    slope = mixedTrace(mixture, DD);
    if (!(slope > 1e-12)) return { s: Number.NaN, mixture, slope, both, sumsL: sumsL!, sumsG: sumsG!, sumsD: sumsD! };
    s += found.c / slope;
    if (Math.abs(found.c / slope) < 1e-12 * (1 + Math.abs(s))) break;
  }
  return { s, mixture, slope, both, sumsL: sumsL!, sumsG: sumsG!, sumsD: sumsD! };
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

function addShifted(out: Shifted, s: number, part: Shifted): void {
  part.a.forEach((y, m) => {
    out.a[m] = out.a[m]! + s * y;
  });
  out.constant += s * part.constant;
}

/** Adds the derivatives of c at one end of a segment, times a factor, by L, G and D. */
function addEnd(
  { blocks }: MovingProblem,
  { L, G, D }: { readonly L: Shifted; readonly G: Shifted; readonly D: Shifted },
  { s, mixture, both, sumsL, sumsG, sumsD }: MovingEnd,
  byC: number,
  [byL, byG, byD]: readonly [Shifted, Shifted, Shifted],
): void {
  const add = (vector: Float64Array, [q, w, t]: readonly [number, number, number], ...outs: Shifted[]): void => {
    blocks.forEach((block, b) => {
      const [Q, W, T] = [q, w, t].map((factor) => mixture[b]!.map((y) => factor * byC * y));
      block.derivatives(vector, { Q: Q!, W: W!, T: T! }).forEach((y, m) => {
        for (const out of outs) out.a[m] = out.a[m]! + y;
      });
    });
  };
  add(L.a, [1, 0.5, -G.constant], byL);
  add(G.a, [0, 0.5, -L.constant], byG);
  add(both, [0, -0.5, 0], byL, byG);
  add(D.a, [0, -s, -2 * s * D.constant], byD);
  const of = (sums: readonly SpeedSums[]): number =>
    mixedTrace(
      mixture,
      sums.map(({ T }) => T),
    );
  byL.constant -= byC * (of(sumsG) + G.constant);
  byG.constant -= byC * (of(sumsL) + L.constant);
  byD.constant -= 2 * byC * s * (of(sumsD) + D.constant);
}
