/** @file Geodesics to unitaries of four qubits, and paths to unitaries of five and six. Prints tables of docs/geodesics.md. */

import { expect, test } from 'vitest';
import { controlledPhaseFlip, fourier } from '../../datasets/unitaries.ts';
import { logarithmicMap } from '../../src/geodesic/unitary/logarithmic-map.ts';
import type { ComplexMatrix } from '../../src/linalg/complex.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';

const haar = (qubits: number, seed: number): ComplexMatrix => randomUnitary(2 ** qubits, randomStream(seed, 'target'));

const FOUR = [
  ['QFT₁₆', fourier(4)],
  ['CCCZ', controlledPhaseFlip(4)],
  ['Haar, seed 0', haar(4, 0)],
  ['Haar, seed 1', haar(4, 1)],
] as const;

test.each([1, 4, 10, 100, Infinity].flatMap((penalty) => FOUR.map(([name, V]) => [penalty, name, V] as const)))(
  'four qubits, words of more than two weigh %d: %s',
  (penalty, name, V) => {
    const began = performance.now();
    const options = { starts: 1, branches: 0, slices: 16, descents: 0, slicedLengths: false, conjugatePoints: true };
    const { value, result } = logarithmicMap({ maxSize: 2, penalty }, V, options);
    const { conjugatePoints, residual, end, lowerBounds } = value.certificate;
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    const row = [
      name,
      penalty,
      result,
      value.length.toFixed(6),
      residual?.toExponential(0),
      conjugatePoints ?? '',
      end === null ? '' : `${end.multiplicity} / ${end.family}`,
      lowerBounds.biInvariant.toFixed(4),
      `${seconds} s`,
    ];
    console.log(`| ${row.join(' | ')} |`);
    expect(value.length).toBeGreaterThanOrEqual(lowerBounds.biInvariant * (1 - 1e-9));
    // A path of the direct method, where shooting did not arrive, ends at the target, too.
    expect(residual).toBeLessThan(1e-7);
  },
  3_600_000,
);

test.each([
  [5, 'QFT₃₂', fourier(5), 10, 4],
  [5, 'QFT₃₂', fourier(5), Infinity, 16],
  [5, 'CCCCZ', controlledPhaseFlip(5), Infinity, 16],
  [5, 'Haar, seed 0', haar(5, 0), 10, 4],
  [5, 'Haar, seed 0', haar(5, 0), Infinity, 16],
  [6, 'QFT₆₄', fourier(6), 10, 2],
  [6, 'QFT₆₄', fourier(6), Infinity, 32],
] as const)(
  '%d qubits, %s, penalty %d: a path by the direct method (case %#)',
  (qubits, name, V, penalty, slices) => {
    const began = performance.now();
    const { value, result } = logarithmicMap({ maxSize: 2, penalty }, V, {
      starts: 1,
      branches: 0,
      slices,
      slicedLengths: false,
    });
    const { residual, lowerBounds } = value.certificate;
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    const row = [
      qubits,
      name,
      penalty,
      slices,
      value.length.toFixed(4),
      residual?.toExponential(0),
      lowerBounds.biInvariant.toFixed(4),
      `${seconds} s`,
    ];
    console.log(`| ${row.join(' | ')} |`);
    // A path that does not arrive is no result, and says so.
    if (residual! > 1e-6) expect(result).not.toBe('converged');
    else expect(value.length).toBeGreaterThanOrEqual(lowerBounds.biInvariant * (1 - 1e-6));
  },
  3_600_000,
);
