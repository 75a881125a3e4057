import { expect, test } from 'vitest';
import { zeroMatrix } from '../../src/linalg/complex.ts';
import { matrixExponential } from '../../src/linalg/matrix-exponential.ts';
import { type PauliSum, pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { entropy } from '../../src/state/entropy.ts';
import { reducedDensityMatrix } from '../../src/state/reduced-density-matrix.ts';
import { thermofieldDouble } from '../../src/state/thermofield-double.ts';
import { largestDifference } from '../helpers/largest-difference.ts';

const H: PauliSum = {
  qubits: 2,
  terms: [
    { word: 'XX', coefficient: -1 },
    { word: 'ZI', coefficient: 0.7 },
    { word: 'IY', coefficient: 0.4 },
    { word: 'YZ', coefficient: 0.3 },
  ],
};
const matrix = pauliSumMatrix(H);
const qubits = [2, 2, 2, 2];

/** e^{(x + iy)H}. */
function exponential(x: number, y: number): Float64Array {
  const scaled = zeroMatrix(4, 4);
  for (let at = 0; at < 32; at += 2) {
    const [re, im] = [matrix.interleaved[at]!, matrix.interleaved[at + 1]!];
    scaled.interleaved[at] = x * re - y * im;
    scaled.interleaved[at + 1] = x * im + y * re;
  }
  return matrixExponential(scaled).interleaved;
}

test('amplitudes are e^{−(β/2 + it)H}/√Z, and either side is thermal at all times', () => {
  const [beta, time] = [1.3, 0.8];
  const amplitudes = exponential(-beta / 2, -time);
  const norm = Math.hypot(...amplitudes);
  const psi = thermofieldDouble(matrix, beta, time);
  const divided = amplitudes.map((x) => x / norm);
  expect(largestDifference(psi.interleaved, divided)).toBeLessThan(1e-14);
  const thermal = exponential(-beta, 0).map((x) => x / norm ** 2);
  const [left, right] = [
    [0, 1],
    [2, 3],
  ].map((side) => reducedDensityMatrix(psi, qubits, side).interleaved);
  expect(largestDifference(left!, thermal)).toBeLessThan(1e-14);
  const conjugate = thermal.map((x, at) => (at % 2 === 0 ? x : -x));
  expect(largestDifference(right!, conjugate)).toBeLessThan(1e-14);
});

test('entropies of regions of both sides depend on time, those of one side do not', () => {
  const S = (time: number, region: readonly number[]) =>
    entropy(reducedDensityMatrix(thermofieldDouble(matrix, 1, time), qubits, region));
  expect(S(2, [0])).toBeCloseTo(S(0, [0]), 12);
  expect(S(2, [0, 2])).toBeGreaterThan(S(0, [0, 2]) + 1e-2);
  expect(S(0, [0, 1, 2, 3])).toBeCloseTo(0, 12);
  expect(entropy(reducedDensityMatrix(thermofieldDouble(matrix, 0), qubits, [0, 1]))).toBeCloseTo(2 * Math.LN2, 12);
});

test('what is no Hamiltonian is refused', () => {
  expect(() => thermofieldDouble(zeroMatrix(2, 1), 1)).toThrow(/D × D with D ≤ 1024 required, got 2 × 1/);
  expect(() => thermofieldDouble(matrix, Number.NaN)).toThrow(/finite β and t required, got NaN/);
});
