/** @file Samples of a neural quantum state, and the energy seen from each of them. */

import { DomainError } from '../errors.ts';
import type { RandomStream } from '../linalg/random.ts';
import type { PauliSum, PauliTerm } from '../operator/pauli-sum.ts';
import { type AmplitudeModel, checkTheta } from './amplitude-model.ts';

/** Rows drawn from |ψ|², in groups of equal size one after another that are independent of each other. */
export interface AmplitudeSample {
  /** Shape (rows, n). */
  readonly rows: Uint8Array;
  readonly groups: number;
}

/** How to draw. */
export interface AmplitudeSampleOptions {
  /** Rows; default 1024. */
  readonly count?: number;
  /** Markov chains, where the model has no exact samples; default 32. */
  readonly chains?: number;
  /** Sweeps of n proposed moves before the first row; default 50. */
  readonly warmUp?: number;
  /** Sweeps between two rows; default 2. */
  readonly sweeps?: number;
}

/**
 * Draws from |ψ|²/⟨ψ|ψ⟩: exact and independent rows where the model has them, else by Metropolis' rule with moves that flip one qubit or
 * exchange two. Each chain starts anywhere and is a group of its own.
 *
 * @throws {ShapeError} theta has another length
 * @throws {DomainError} options that are not positive integers, or more chains than rows
 */
export function amplitudeSample(
  model: AmplitudeModel,
  theta: Float64Array,
  stream: RandomStream,
  { count = 1024, chains = 32, warmUp = 50, sweeps = 2 }: AmplitudeSampleOptions = {},
): AmplitudeSample {
  checkTheta('amplitudeSample', model, theta);
  const wrong = [count, chains, warmUp, sweeps].find((x) => !(Number.isInteger(x) && x >= 1));
  if (wrong !== undefined) throw new DomainError(`amplitudeSample: positive integers required, got ${wrong}`);
  if (model.sample !== null) return { rows: model.sample(theta, stream, count), groups: count };
  if (chains > count) throw new DomainError(`amplitudeSample: at most ${count} chains required, got ${chains}`);
  const { qubits: n } = model;
  const each = Math.ceil(count / chains);
  const rows = new Uint8Array(chains * each * n);
  let states = Uint8Array.from({ length: chains * n }, () => stream.integer(2));
  let logs = model.logAmplitudes(theta, states).re;
  const move = (): void => {
    const proposed = states.slice();
    for (let c = 0; c < chains; c++) change(proposed.subarray(c * n, (c + 1) * n), stream);
    const reached = model.logAmplitudes(theta, proposed).re;
    for (let c = 0; c < chains; c++) {
      if (stream.uniform() < Math.exp(2 * (reached[c]! - logs[c]!))) continue;
      proposed.set(states.subarray(c * n, (c + 1) * n), c * n);
      reached[c] = logs[c]!;
    }
    [states, logs] = [proposed, reached];
  };
  for (let step = 0; step < warmUp * n; step++) move();
  for (let row = 0; row < each; row++) {
    for (let step = 0; step < sweeps * n; step++) move();
    for (let c = 0; c < chains; c++) rows.set(states.subarray(c * n, (c + 1) * n), (c * each + row) * n);
  }
  return { rows, groups: chains };
}

/** Flips a qubit, or exchanges two: each move is as likely as its reverse. */
function change(row: Uint8Array, stream: RandomStream): void {
  const i = stream.integer(row.length);
  if (stream.integer(2) === 0) {
    row[i] = 1 - row[i]!;
    return;
  }
  const j = stream.integer(row.length);
  [row[i], row[j]] = [row[j]!, row[i]!];
}

/**
 * The local energies E_v = Σ_w H_vw ψ_w/ψ_v of rows v, complex; their mean over |ψ|² is ⟨H⟩, and at an eigenstate each of them is the
 * eigenvalue.
 *
 * @param rows - shape (rows, n), with ψ ≠ 0
 * @returns interleaved, shape (rows, 2)
 *
 * Cost: one evaluation of ψ for each row and each pattern of flips in H.
 */
export function localEnergies(
  model: AmplitudeModel,
  theta: Float64Array,
  { qubits: n, terms }: PauliSum,
  rows: Uint8Array,
): Float64Array {
  const count = rows.length / n;
  const here = model.logAmplitudes(theta, rows);
  const local = new Float64Array(2 * count);
  const patterns = new Map<string, PauliTerm[]>();
  for (const term of terms) {
    const flips = [...term.word].flatMap((letter, k) => (letter === 'X' || letter === 'Y' ? [k] : [])).join();
    patterns.set(flips, [...(patterns.get(flips) ?? []), term]);
  }
  for (const [pattern, group] of patterns) {
    const flips = pattern === '' ? [] : pattern.split(',').map(Number);
    const moved = rows.slice();
    for (let row = 0; row < count; row++) {
      for (const k of flips) moved[row * n + k] = 1 - moved[row * n + k]!;
    }
    const there = flips.length === 0 ? here : model.logAmplitudes(theta, moved);
    for (let row = 0; row < count; row++) {
      const [x, y] = matrixElement(group, moved.subarray(row * n, (row + 1) * n));
      const modulus = Math.exp(there.re[row]! - here.re[row]!);
      const angle = there.im[row]! - here.im[row]!;
      const [p, q] = [modulus * Math.cos(angle), modulus * Math.sin(angle)];
      local[2 * row] = local[2 * row]! + x * p - y * q;
      local[2 * row + 1] = local[2 * row + 1]! + x * q + y * p;
    }
  }
  return local;
}

/** Σ_P h_P ⟨v|P|w⟩ for words that all flip w to v: Z gives (−1)^w, and Y|0⟩ = i|1⟩, Y|1⟩ = −i|0⟩. */
function matrixElement(terms: PauliSum['terms'], w: Uint8Array): readonly [number, number] {
  const sum: [number, number] = [0, 0];
  for (const { word, coefficient } of terms) {
    let quarterTurns = 0;
    for (let k = 0; k < word.length; k++) {
      if (word[k] === 'Z') quarterTurns += 2 * w[k]!;
      else if (word[k] === 'Y') quarterTurns += 1 + 2 * w[k]!;
    }
    const part = quarterTurns % 2;
    sum[part] = sum[part]! + (quarterTurns % 4 < 2 ? coefficient : -coefficient);
  }
  return sum;
}
