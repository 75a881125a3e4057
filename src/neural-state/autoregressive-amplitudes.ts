/** @file A masked autoregressive network as a quantum state: norm 1, and samples without a Markov chain. */

import { DomainError } from '../errors.ts';
import { rowsIn } from '../likelihood/discrete-rows.ts';
import type { RandomStream } from '../linalg/random.ts';
import { type AmplitudeModel, checkTheta, type LogAmplitudes } from './amplitude-model.ts';

/** The size of the network. */
export interface AutoregressiveOptions {
  /** Number n of qubits. */
  readonly qubits: number;
  /** Hidden units for each qubit; default 4. */
  readonly hidden?: number;
}

/** Standard deviation of the first weights of a unit with one input. */
const SPREAD = 0.3;

/**
 * A state whose probabilities are conditioned on the qubits before, with a phase for each of them,
 *
 *     ψ(v) = Π_k √p(v_k | v_0 … v_{k−1}) e^{iφ_k v_k},    p(1 | …) = σ(l_k),
 *
 * where l_k and φ_k are read from the hidden units of qubit k and all before it, and a hidden unit of qubit k sees the spins s_i = 1 − 2v_i
 * before it:
 *
 *     x_{k,u} = tanh(c_{k,u} + Σ_{i<k} A_{ku,i} s_i),    (l_k, φ_k) = d_k + Σ_{j≤k,u} B_{k,ju} x_{j,u}.
 *
 * It has norm 1 for every θ, and is sampled exactly, qubit by qubit.
 *
 *     s_0 ──┐   s_1 ──┐
 *           │         │
 *     ●     └───●     └───●      hidden units of qubits 0, 1, 2: each sees the spins on its left
 *     │         │         │
 *     (l,φ)_0   (l,φ)_1   (l,φ)_2      each reads the units above and on its left
 *
 * P = O(n²·hidden); a row costs as much, a sample too.
 *
 * @throws {DomainError} a number that is not a positive integer
 * @see Germain, Gregor, Murray & Larochelle, ICML 2015, arXiv:1502.03509, for the masks
 * @see Sharir, Levine, Wies, Carleo & Shashua, Phys. Rev. Lett. 124, 020503 (2020), arXiv:1902.04057
 */
export function autoregressiveAmplitudes({ qubits, hidden = 4 }: AutoregressiveOptions): AmplitudeModel {
  if (![qubits, hidden].every((count) => Number.isInteger(count) && count >= 1)) {
    throw new DomainError(
      `autoregressiveAmplitudes: positive integers required, got ${qubits} qubits, ${hidden} hidden`,
    );
  }
  const layout = layoutOf(qubits, hidden);
  const { parameters } = layout;
  return {
    parameters,
    qubits,
    start: (stream) => layout.scale.map((scale) => scale * stream.normal()),
    logAmplitudes: (theta, rows) => {
      checkTheta('logAmplitudes', layout, theta);
      return logAmplitudes(layout, theta, rows);
    },
    sample: (theta, stream, count) => {
      checkTheta('sample', layout, theta);
      return samples(layout, theta, stream, count);
    },
  };
}

/** Where the weights of each qubit stand in θ. */
interface Layout {
  readonly qubits: number;
  readonly hidden: number;
  readonly parameters: number;
  /** First number of the hidden units of qubit k: for each unit c, then A by i < k. */
  readonly units: readonly number[];
  /** First number of the outputs of qubit k: (l, φ) of d, then of B for each unit of qubits 0 … k. */
  readonly outputs: readonly number[];
  /** Standard deviations of a start, shape (P,). */
  readonly scale: Float64Array;
}

function layoutOf(qubits: number, hidden: number): Layout {
  const [units, outputs, scale]: [number[], number[], number[]] = [[], [], []];
  for (let k = 0; k < qubits; k++) {
    units.push(scale.length);
    for (let j = 0; j < hidden * (1 + k); j++) scale.push(SPREAD / Math.sqrt(1 + k));
    outputs.push(scale.length);
    const inputs = 1 + hidden * (k + 1);
    for (let j = 0; j < 2 * inputs; j++) scale.push(SPREAD / Math.sqrt(inputs));
  }
  return { qubits, hidden, parameters: scale.length, units, outputs, scale: Float64Array.from(scale) };
}

/** Writes the hidden units of qubit k, and returns its l and φ. */
function forward(
  layout: Layout,
  theta: Float64Array,
  spins: Float64Array,
  x: Float64Array,
  k: number,
): readonly [number, number] {
  const { hidden } = layout;
  for (let u = 0, at = layout.units[k]!; u < hidden; u++, at += 1 + k) {
    let sum = theta[at]!;
    for (let i = 0; i < k; i++) sum += theta[at + 1 + i]! * spins[i]!;
    x[k * hidden + u] = Math.tanh(sum);
  }
  const from = layout.outputs[k]!;
  let [logit, phase] = [theta[from]!, theta[from + 1]!];
  for (let j = 0; j < hidden * (k + 1); j++) {
    logit += theta[from + 2 + 2 * j]! * x[j]!;
    phase += theta[from + 3 + 2 * j]! * x[j]!;
  }
  return [logit, phase];
}

function samples(layout: Layout, theta: Float64Array, stream: RandomStream, count: number): Uint8Array {
  const { qubits: n, hidden } = layout;
  const [rows, spins, x] = [new Uint8Array(count * n), new Float64Array(n), new Float64Array(n * hidden)];
  for (let row = 0; row < count; row++) {
    for (let k = 0; k < n; k++) {
      const [logit] = forward(layout, theta, spins, x, k);
      const digit = stream.uniform() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
      rows[row * n + k] = digit;
      spins[k] = 1 - 2 * digit;
    }
  }
  return rows;
}

function logAmplitudes(layout: Layout, theta: Float64Array, rows: Uint8Array): LogAmplitudes {
  const { qubits: n, hidden, parameters } = layout;
  const count = rowsIn('logAmplitudes', new Array<number>(n).fill(2), rows);
  const [re, im] = [new Float64Array(count), new Float64Array(count)];
  const xs = new Float64Array(count * n * hidden);
  const ones = new Float64Array(count * n); // p(1 | …)
  const spinsOf = (row: number): Float64Array => Float64Array.from({ length: n }, (_, k) => 1 - 2 * rows[row * n + k]!);
  for (let row = 0; row < count; row++) {
    const spins = spinsOf(row);
    const x = xs.subarray(row * n * hidden, (row + 1) * n * hidden);
    for (let k = 0; k < n; k++) {
      const [logit, phase] = forward(layout, theta, spins, x, k);
      const against = spins[k]! * logit; // −log p of the digit is log(1 + e^{against})
      re[row] = re[row]! - softplus(against) / 2;
      if (spins[k]! < 0) im[row] = im[row]! + phase;
      ones[row * n + k] = 1 / (1 + Math.exp(-logit));
    }
  }
  const pullback = (a: Float64Array, b: Float64Array): Float64Array => {
    const gradient = new Float64Array(parameters);
    for (let row = 0; row < count; row++) {
      if (a[row] === 0 && b[row] === 0) continue;
      const x = xs.subarray(row * n * hidden, (row + 1) * n * hidden);
      backward(layout, theta, gradient, spinsOf(row), x, ones.subarray(row * n, (row + 1) * n), a[row]!, b[row]!);
    }
    return gradient;
  };
  return { re, im, pullback };
}

/** Adds the gradient of a·re + b·im of one row. */
function backward(
  { qubits: n, hidden, units, outputs }: Layout,
  theta: Float64Array,
  gradient: Float64Array,
  spins: Float64Array,
  x: Float64Array,
  ones: Float64Array,
  a: number,
  b: number,
): void {
  const add = (at: number, value: number): void => {
    gradient[at] = gradient[at]! + value;
  };
  const slopes = new Float64Array(n * hidden); // by the units x
  for (let k = 0; k < n; k++) {
    const digit = spins[k]! < 0 ? 1 : 0;
    const [byLogit, byPhase] = [(a * (digit - ones[k]!)) / 2, b * digit];
    const from = outputs[k]!;
    add(from, byLogit);
    add(from + 1, byPhase);
    for (let j = 0; j < hidden * (k + 1); j++) {
      const at = from + 2 + 2 * j;
      add(at, byLogit * x[j]!);
      add(at + 1, byPhase * x[j]!);
      slopes[j] = slopes[j]! + byLogit * theta[at]! + byPhase * theta[at + 1]!;
    }
  }
  for (let k = 0; k < n; k++) {
    for (let u = 0, at = units[k]!; u < hidden; u++, at += 1 + k) {
      const j = k * hidden + u;
      const slope = slopes[j]! * (1 - x[j]! ** 2);
      add(at, slope);
      for (let i = 0; i < k; i++) add(at + 1 + i, slope * spins[i]!);
    }
  }
}

/** log(1 + eˣ) without overflow. */
const softplus = (x: number): number => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
