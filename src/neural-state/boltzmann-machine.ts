/** @file The restricted Boltzmann machine as a quantum state. */

import { DomainError } from '../errors.ts';
import { rowsIn } from '../likelihood/discrete-rows.ts';
import type { RandomStream } from '../linalg/random.ts';
import { type AmplitudeModel, checkTheta, type LogAmplitudes } from './amplitude-model.ts';

/** The size of a machine. */
export interface BoltzmannMachineOptions {
  /** Number n of qubits. */
  readonly visible: number;
  /** Number m of hidden units; default n. */
  readonly hidden?: number;
}

/** A restricted Boltzmann machine. */
export interface BoltzmannMachine extends AmplitudeModel {
  readonly visible: number;
  readonly hidden: number;
}

/** Standard deviation of the first weights. */
const SPREAD = 0.1;

/**
 * The restricted Boltzmann machine with complex weights: m hidden spins h_j = ±1, each coupled to all spins s_i = 1 − 2v_i, and
 * summed over,
 *
 *     ψ(v) = e^{Σ_i a_i s_i} Π_j 2 cosh(b_j + Σ_i W_ij s_i) = Σ_h e^{Σ a_i s_i + Σ b_j h_j + Σ W_ij s_i h_j}.
 *
 *     h      ●   ●   ●
 *           ╱ ╲╳╱ ╲╳╱ ╲
 *     v    ○   ○   ○   ○
 *
 * θ is a, then b, then W by rows i, each a complex number as (re, im): P = 2(n + m + nm).
 *
 * Cost of the logarithms of a row, and of their derivative, O(nm).
 *
 * @throws {DomainError} a number of spins that is not positive
 * @see Carleo & Troyer, Science 355, 602 (2017), arXiv:1606.02318
 */
export function boltzmannMachine({ visible, hidden = visible }: BoltzmannMachineOptions): BoltzmannMachine {
  if (![visible, hidden].every((count) => Number.isInteger(count) && count >= 1)) {
    throw new DomainError(`boltzmannMachine: 1 or more spins required, got ${visible} visible, ${hidden} hidden`);
  }
  const parameters = 2 * (visible + hidden + visible * hidden);
  const size = { visible, hidden, parameters };
  return {
    ...size,
    qubits: visible,
    start: (stream: RandomStream) => Float64Array.from({ length: parameters }, () => SPREAD * stream.normal()),
    logAmplitudes: (theta, rows) => {
      checkTheta('logAmplitudes', size, theta);
      return logAmplitudes(size, theta, rows);
    },
    sample: null,
  };
}

type Size = Pick<BoltzmannMachine, 'visible' | 'hidden' | 'parameters'>;

function logAmplitudes(
  { visible: n, hidden: m, parameters }: Size,
  theta: Float64Array,
  rows: Uint8Array,
): LogAmplitudes {
  const count = rowsIn('logAmplitudes', new Array<number>(n).fill(2), rows);
  const [re, im] = [new Float64Array(count), new Float64Array(count)];
  const slopes = new Float64Array(2 * count * m); // tanh of the fields, kept for the derivative
  const [biases, weights] = [2 * n, 2 * (n + m)];
  const fields = new Float64Array(2 * m);
  for (let row = 0; row < count; row++) {
    fields.set(theta.subarray(biases, weights));
    let [real, imaginary] = [0, 0];
    for (let i = 0; i < n; i++) {
      const spin = 1 - 2 * rows[row * n + i]!;
      real += spin * theta[2 * i]!;
      imaginary += spin * theta[2 * i + 1]!;
      const from = weights + 2 * i * m;
      for (let k = 0; k < 2 * m; k++) fields[k] = fields[k]! + spin * theta[from + k]!;
    }
    for (let j = 0; j < m; j++) {
      const at = 2 * (row * m + j);
      const [x, y] = logTwoCosh(fields[2 * j]!, fields[2 * j + 1]!, slopes, at);
      real += x;
      imaginary += y;
    }
    [re[row], im[row]] = [real, imaginary];
  }
  const pullback = (a: Float64Array, b: Float64Array): Float64Array => {
    const gradient = new Float64Array(parameters);
    for (let row = 0; row < count; row++) {
      const [p, q] = [a[row]!, b[row]!];
      if (p === 0 && q === 0) continue;
      for (let j = 0; j < m; j++) {
        // d log ψ = t dz is holomorphic: p Re(t dz) + q Im(t dz).
        const [t, u] = [slopes[2 * (row * m + j)]!, slopes[2 * (row * m + j) + 1]!];
        const [x, y] = [p * t + q * u, q * t - p * u];
        gradient[biases + 2 * j] = gradient[biases + 2 * j]! + x;
        gradient[biases + 2 * j + 1] = gradient[biases + 2 * j + 1]! + y;
        fields[2 * j] = x;
        fields[2 * j + 1] = y;
      }
      for (let i = 0; i < n; i++) {
        const spin = 1 - 2 * rows[row * n + i]!;
        gradient[2 * i] = gradient[2 * i]! + spin * p;
        gradient[2 * i + 1] = gradient[2 * i + 1]! + spin * q;
        const to = weights + 2 * i * m;
        for (let k = 0; k < 2 * m; k++) gradient[to + k] = gradient[to + k]! + spin * fields[k]!;
      }
    }
    return gradient;
  };
  return { re, im, pullback };
}

/** log(2 cosh z) without overflow; writes tanh z to `slopes` from `at` on. */
function logTwoCosh(x: number, y: number, slopes: Float64Array, at: number): readonly [number, number] {
  const sign = x < 0 ? -1 : 1; // cosh is even, tanh odd
  const modulus = Math.exp(-2 * sign * x);
  const [u, v] = [modulus * Math.cos(2 * y), -modulus * sign * Math.sin(2 * y)]; // e^{−2z} of ±z
  const square = (1 + u) ** 2 + v * v;
  slopes[at] = (sign * (1 - u * u - v * v)) / square;
  slopes[at + 1] = (sign * (-2 * v)) / square;
  return [sign * x + Math.log(square) / 2, sign * y + Math.atan2(v, 1 + u)];
}
