/** @file The toric code with a tension of its loops: topological entropies of cylinders and disks, and where they fall. */

import { boundaryLogNorm } from '../../../src/chain/boundary-chain.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { entropiesOfState } from '../../../src/state/region-entropies.ts';
import { deformedCylinder } from '../../../src/systems/topological-order/deformed-cylinder.ts';
import { deformedToricNetwork } from '../../../src/systems/topological-order/deformed-network.ts';
import {
  CRITICAL_TENSION,
  deformedToricState,
  entropiesOfDeformedToricCode,
} from '../../../src/systems/topological-order/deformed-toric-code.ts';
import { isingCorrelation, isingCylinderLogNorm } from '../../../src/systems/topological-order/square-ising.ts';
import { kitaevPreskill } from '../../../src/systems/topological-order/topological-entropy.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';
import { diskParts } from './regions.ts';

/** γ/ln 2 by tension. */
export interface TensionCurve {
  /** Circumference of the longer of two cylinders, or plaquettes along the side of a quarter of a disk. */
  readonly size: number;
  readonly points: readonly (readonly [tension: number, gamma: number])[];
}

export interface DeformedCode {
  readonly cylinders: readonly TensionCurve[];
  readonly disks: readonly TensionCurve[];
  /** Where the curves of two neighbouring circumferences cross, and γ/ln 2 of the longer at the critical tension. */
  readonly crossings: readonly { readonly size: number; readonly tension: number }[];
  readonly critical: TensionCurve['points'];
  /** γ/ln 2 at tension 0 and at 2, furthest from 1 and from 0, by cylinders and disks. */
  readonly ends: { readonly none: readonly number[]; readonly strong: readonly number[] };
  /** Greatest differences: from amplitudes, of norms from the closed form, of the network's norm, of correlations. */
  readonly amplitudes: number;
  readonly norms: number;
  readonly network: number;
  readonly correlations: number;
}

/** Plaquettes along a quarter, and the torus around the disk. */
const DISKS = [
  [1, 6],
  [2, 8],
] as const;
const MOST_DISKS = 10;

export function* deformedCode({ circumference, tensions }: Options): Generator<PartStep, DeformedCode> {
  const sizes = Array.from({ length: Math.floor(circumference / 2) - 2 }, (_, k) => 6 + 2 * k);
  const grid = (count: number): readonly number[] => Array.from({ length: count }, (_, k) => (0.9 * k) / (count - 1));
  const cylinders: TensionCurve[] = [];
  for (const size of sizes) {
    yield { message: `cylinders of ${size} vertices around`, progress: (0.5 * cylinders.length) / sizes.length };
    cylinders.push({ size, points: grid(tensions).map((tension) => [tension, ofCylinders(size, tension)] as const) });
  }
  const disks: TensionCurve[] = [];
  for (const [scale, torus] of DISKS) {
    yield { message: `disks of ${2 * scale} × ${2 * scale} plaquettes`, progress: 0.5 + 0.1 * disks.length };
    const points = grid(Math.min(tensions, MOST_DISKS)).map((tension) => [tension, ofDisk(scale, torus, tension)]);
    disks.push({ size: scale, points: points as [number, number][] });
  }
  yield { message: 'crossings', progress: 0.8 };
  const longest = sizes.at(-1)!;
  return {
    cylinders,
    disks,
    crossings: sizes.slice(1).map((size) => ({ size, tension: crossing(size) })),
    critical: sizes.map((size) => [size, ofCylinders(size, CRITICAL_TENSION)] as const),
    ends: {
      none: [ofCylinders(longest, 0), ...DISKS.map(([scale, torus]) => ofDisk(scale, torus, 0))],
      strong: [ofCylinders(longest, 2), ...DISKS.map(([scale, torus]) => ofDisk(scale, torus, 2))],
    },
    amplitudes: fromAmplitudes(),
    norms: Math.max(
      ...sizes.flatMap((size) =>
        [0.2, CRITICAL_TENSION, 0.8].map((tension) =>
          Math.abs(deformedCylinder(size, tension).value.logNorm - isingCylinderLogNorm(size, tension)),
        ),
      ),
    ),
    network: networkDifference(),
    correlations: Math.max(
      ...[0.15, 0.9].map((tension) =>
        Math.abs(deformedCylinder(longest, tension).value.correlation - isingCorrelation(tension)),
      ),
    ),
  };
}

/** γ/ln 2 from the circumferences `size` − 2 and `size`. */
function ofCylinders(size: number, tension: number): number {
  const entropy = (length: number): number => deformedCylinder(length, tension).value.entropy;
  return lineConstant(size, entropy(size - 2), entropy(size)) / Math.LN2;
}

/** γ of the line S = αL − γ through the circumferences `size` − 2 and `size`. */
const lineConstant = (size: number, short: number, long: number): number => ((size - 2) * long - size * short) / 2;

const ofDisk = (scale: number, torus: number, tension: number): number =>
  -kitaevPreskill(entropiesOfDeformedToricCode(torus, tension), diskParts(torus, scale)) / Math.LN2;

/** The tension at which cylinders of `size` and the pair before have the same γ, by halving [0.4, 0.46] fifteen times. */
function crossing(size: number): number {
  let [low, high] = [0.4, 0.46];
  for (let k = 0; k < 15; k++) {
    const middle = (low + high) / 2;
    const [a, b, c] = [size - 4, size - 2, size].map((length) => deformedCylinder(length, middle).value.entropy);
    if (lineConstant(size, b!, c!) > lineConstant(size - 2, a!, b!)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The greatest difference between entropies from Ising sums and from the 2^18 amplitudes of a torus of 3 × 3. */
function fromAmplitudes(): number {
  const tension = CRITICAL_TENSION;
  const dense = entropiesOfState(deformedToricState(3, tension), new Array<number>(18).fill(2));
  const exact = entropiesOfDeformedToricCode(3, tension);
  const stream = randomStream(1, 'regions of a torus');
  const regions = Array.from({ length: 8 }, () => [...Array(18).keys()].filter(() => stream.uniform() < 0.3));
  return Math.max(...regions.map((region) => Math.abs(dense.entropy(region) - exact.entropy(region))));
}

/** ln of the norm of a network of 5 × 20 vertices, against an Ising sum column after column. */
function networkDifference(): number {
  const [rows, columns, tension] = [5, 20, CRITICAL_TENSION];
  const { network, theta } = deformedToricNetwork(rows, columns, tension);
  const { value } = boundaryLogNorm(network, { rows, columns })(theta);
  return Math.abs(value - Math.LN2 - openIsingSum(rows, columns, tension));
}

/** ln Σ e^{β Σ θθ′} of an open rectangle, column after column. */
function openIsingSum(rows: number, columns: number, tension: number): number {
  const weight = (a: number, b: number): number => Math.exp(tension * (a === b ? 1 : -1));
  const spins = (state: number): readonly number[] => Array.from({ length: rows }, (_, r) => (state >> r) & 1);
  const states = Array.from({ length: 2 ** rows }, (_, state) => spins(state));
  const within = states.map((s) => s.slice(1).reduce((w, spin, r) => w * weight(s[r]!, spin), 1));
  let [sums, logarithm] = [within, 0];
  for (let column = 1; column < columns; column++) {
    const next = states.map(
      (s, k) =>
        within[k]! * states.reduce((sum, t, j) => sum + sums[j]! * t.reduce((w, x, r) => w * weight(x, s[r]!), 1), 0),
    );
    const scale = Math.max(...next);
    logarithm += Math.log(scale);
    sums = next.map((x) => x / scale);
  }
  return logarithm + Math.log(sums.reduce((a, b) => a + b, 0));
}
