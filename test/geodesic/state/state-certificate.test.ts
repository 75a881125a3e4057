import { expect, test } from 'vitest';
import { controlWords } from '../../../src/complexity/controls.ts';
import { stateCertificate } from '../../../src/geodesic/state/state-certificate.ts';
import type { FoundPath } from '../../../src/geodesic/state/state-search.ts';
import { complexVector } from '../../../src/linalg/complex.ts';

/** What a search may have found between the poles of the Bloch sphere, π/2 apart. */
const found: FoundPath = {
  problem: {
    controls: controlWords({ penalty: 1 }, 1),
    slices: 2,
    from: complexVector([0, 1]),
    to: complexVector([1, 0]),
    amplitudeWeights: Float64Array.of(1, 1),
  },
  x: Float64Array.of(0, 3, 0, 0, 3, 0),
  coarseLength: 5,
  starts: [{ start: 'start 1', coarseLength: 5, length: 5, geodesicLength: null }],
  shot: undefined,
  points: undefined,
  steps: 1,
};

const lowerBounds = { fubiniStudy: Math.PI / 2, entanglement: 0, observable: null };

test('the status names the target that is met, and counts one start as one', () => {
  const { status } = stateCertificate(found, { residual: 1e-9, length: 5 }, 1e-8, lowerBounds);
  expect(status).toBe('upper bound for the target, best of 1 start');
});

test('a miss beyond the tolerance is printed as a report prints numbers', () => {
  const { status } = stateCertificate(found, { residual: Math.sqrt(8e-8), length: 5 }, 1e-8, lowerBounds);
  expect(status).toBe('upper bound for a state at infidelity 8.00\u00A0×\u00A010⁻⁸ from the target, best of 1 start');
});

test('a length at the lower bound is least', () => {
  const { status } = stateCertificate(found, { residual: 0, length: Math.PI / 2 }, 1e-8, lowerBounds);
  expect(status).toBe('least length for the target: it meets the lower bound');
});

test('a length at the bound by an observable is least', () => {
  const observable = { bound: 5, observable: { qubits: 1, terms: [] }, cells: [], copies: 2 };
  const { status } = stateCertificate(found, { residual: 0, length: 5 }, 1e-8, { ...lowerBounds, observable });
  expect(status).toBe('least length for the target: it meets the lower bound');
});
