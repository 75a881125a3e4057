/**
 * @file Circuits that learn from their samples alone: the distance of two sets of samples by a kernel, and its gradient by the
 * parameter-shift rule, as a quantum device would have it.
 */

import type { Circuit } from '../circuit/circuit.ts';
import { DomainError } from '../errors.ts';
import { differentiableState } from '../generative/generative-network.ts';
import type { RandomStream } from '../linalg/random.ts';
import type { Evaluation, Objective } from '../optimise/objective.ts';
import { bornMachine } from './born-machine.ts';
import { type DiscreteRows, rowsIn } from './discrete-rows.ts';
import { empiricalDistribution } from './scores.ts';

/** A kernel of two rows of bits, the mean of exp(−h/b) over some bandwidths b, with h the number of bits that differ. */
export interface TwoSampleOptions {
  /** b > 0, in bits; default [0.5, 2, 8]. */
  readonly bandwidths?: readonly number[];
}

const BANDWIDTHS = [0.5, 2, 8];

/**
 * The squared maximum mean discrepancy of a circuit's samples and the rows,
 *
 *     L = Σ_{xy} (p − q)(x) K(x, y) (p − q)(y) ≥ 0,    zero for p = q only,
 *
 * exactly, as an objective.
 *
 * @throws {ShapeError | DomainError} rows that are not bits of the circuit's qubits, a bandwidth that is not positive
 *
 * O(n 2ⁿ) beside the circuit's own gradient.
 *
 * @see Liu & Wang, Phys. Rev. A 98, 062324 (2018), arXiv:1804.04168
 */
export function twoSampleLoss(circuit: Circuit, rows: DiscreteRows, options: TwoSampleOptions = {}): Objective {
  const bandwidths = checkedBandwidths(circuit, rows, options);
  const q = empiricalDistribution(rows);
  return (theta) => {
    const { state, pullback } = differentiableState(circuit, theta);
    const difference = q.map((share, k) => state.interleaved[2 * k]! ** 2 + state.interleaved[2 * k + 1]! ** 2 - share);
    const smoothed = kernelTimes(difference, bandwidths);
    const value = difference.reduce((sum, x, k) => sum + x * smoothed[k]!, 0);
    const lambda = state.interleaved.map((x, k) => 4 * smoothed[k >> 1]! * x);
    return { value, gradient: pullback({ length: state.length, interleaved: lambda }) };
  };
}

/** How many samples are drawn. */
export interface ShotOptions extends TwoSampleOptions {
  /** Samples of the circuit at θ, and of each shifted circuit. */
  readonly shots: number;
}

/**
 * Estimates of the same loss and gradient from samples only, both without bias. Each rotation exp(−iaP/2) is shifted by ±π/2,
 * which is exact:
 *
 *     ∂p/∂a = ½(p₊ − p₋),    ∂L/∂a = E[K(x₊, x)] − E[K(x₋, x)] − E[K(x₊, y)] + E[K(x₋, y)],    x ∼ p, y a row.
 *
 * @throws {DomainError} fewer than two shots; see `twoSampleLoss`
 *
 * 2·gates + 1 circuits of `shots` samples, and shots·(shots + rows) kernels for each.
 */
export function sampledTwoSampleLoss(
  circuit: Circuit,
  rows: DiscreteRows,
  stream: RandomStream,
  { shots, ...options }: ShotOptions,
): Objective {
  const bandwidths = checkedBandwidths(circuit, rows, options);
  if (!(Number.isInteger(shots) && shots >= 2)) {
    throw new DomainError(`sampledTwoSampleLoss: two shots or more required, got ${shots}`);
  }
  const n = circuit.qubits;
  const kernel = (a: Uint8Array, b: Uint8Array, distinct = false): number => meanKernel(a, b, n, bandwidths, distinct);
  const drawn = (one: Circuit, theta: Float64Array): Uint8Array => bornMachine(one).sample(theta, stream, shots);
  return (theta): Evaluation => {
    const own = drawn(circuit, theta);
    const value = kernel(own, own, true) - 2 * kernel(own, rows.digits) + kernel(rows.digits, rows.digits);
    const gradient = new Float64Array(circuit.parameters);
    for (const { parameter, scale, circuits } of shiftedCircuits(circuit)) {
      const [plus, minus] = circuits.map((one) => drawn(one, theta)) as [Uint8Array, Uint8Array];
      const slope = kernel(plus, own) - kernel(minus, own) - kernel(plus, rows.digits) + kernel(minus, rows.digits);
      gradient[parameter]! += scale * slope;
    }
    return { value, gradient };
  };
}

/** For every gate with a parameter the circuits in which its angle is larger and smaller by π/2. */
function shiftedCircuits(
  circuit: Circuit,
): readonly { readonly parameter: number; readonly scale: number; readonly circuits: readonly [Circuit, Circuit] }[] {
  return circuit.gates.flatMap(({ word, angle }, at) => {
    if (typeof angle === 'number') return [];
    const shifted = (by: number): Circuit => ({
      ...circuit,
      gates: circuit.gates.toSpliced(at, 0, { word, angle: by }),
    });
    const circuits = [shifted(Math.PI / 2), shifted(-Math.PI / 2)] as const;
    return [{ parameter: angle.parameter, scale: angle.scale ?? 1, circuits }];
  });
}

/** Σ_y K(x, y) f(y): each bandwidth's kernel is a product over bits. */
function kernelTimes(f: Float64Array, bandwidths: readonly number[]): Float64Array {
  const sum = new Float64Array(f.length);
  for (const b of bandwidths) {
    const other = Math.exp(-1 / b);
    const g = f.slice();
    for (let bit = 1; bit < g.length; bit *= 2) {
      for (let k = 0; k < g.length; k++) {
        if (k & bit) continue;
        const [x, y] = [g[k]!, g[k | bit]!];
        g[k] = x + other * y;
        g[k | bit] = y + other * x;
      }
    }
    for (let k = 0; k < g.length; k++) sum[k]! += g[k]! / bandwidths.length;
  }
  return sum;
}

/** Mean of K over pairs of rows; over pairs of different rows of one list where `distinct`. */
function meanKernel(a: Uint8Array, b: Uint8Array, n: number, bandwidths: readonly number[], distinct: boolean): number {
  const table = Float64Array.from(
    { length: n + 1 },
    (_, h) => bandwidths.reduce((sum, width) => sum + Math.exp(-h / width), 0) / bandwidths.length,
  );
  const [rows, others] = [a.length / n, b.length / n];
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < others; j++) {
      if (distinct && i === j) continue;
      let h = 0;
      for (let k = 0; k < n; k++) h += a[i * n + k]! ^ b[j * n + k]!;
      sum += table[h]!;
    }
  }
  return sum / (rows * (distinct ? others - 1 : others));
}

function checkedBandwidths(
  { qubits, reference }: Circuit,
  { dimensions, digits }: DiscreteRows,
  { bandwidths = BANDWIDTHS }: TwoSampleOptions,
): readonly number[] {
  if (dimensions.length !== qubits || dimensions.some((d) => d !== 2)) {
    throw new DomainError(`twoSampleLoss: rows of ${qubits} bits required, got values [${dimensions}]`);
  }
  if (reference !== undefined && 'spectrum' in reference) {
    throw new DomainError('twoSampleLoss: a circuit on a pure state required, got one on a spectrum');
  }
  rowsIn('twoSampleLoss', dimensions, digits);
  const wrong = bandwidths.find((b) => !(b > 0));
  if (wrong !== undefined || bandwidths.length === 0) {
    throw new DomainError(`twoSampleLoss: bandwidths > 0 required, got [${bandwidths}]`);
  }
  return bandwidths;
}
