import { describe, expect, test } from 'vitest';
import { controlWords } from '../../../src/complexity/controls.ts';
import type { FoundPath } from '../../../src/geodesic/state/found-path.ts';
import { metricOf } from '../../../src/geodesic/state/generators.ts';
import { stateCertificate } from '../../../src/geodesic/state/state-certificate.ts';
import { stateFlow } from '../../../src/geodesic/state/state-flow.ts';
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
  costate: new Float64Array(4),
  slope: null,
  mending: null,
  minimum: null,
  extrapolated: null,
  coarseLength: 5,
  starts: [{ start: 'start 1', coarseLength: 5, length: 5, geodesicLength: null }],
  shot: undefined,
  points: undefined,
  steps: 1,
};

const lowerBounds = { fubiniStudy: Math.PI / 2, entanglement: 0, observable: null };

const exact = { residual: 0, length: 5, uncertainty: 0 };

test('the status names the target that is met, and counts one start as one', () => {
  const { status } = stateCertificate(found, { ...exact, residual: 1e-9 }, 1e-8, lowerBounds);
  expect(status).toBe('upper bound for the target, best of 1 start');
});

test('a miss beyond the tolerance is printed as a report prints numbers', () => {
  const { status } = stateCertificate(found, { ...exact, residual: Math.sqrt(8e-8) }, 1e-8, lowerBounds);
  expect(status).toBe('upper bound for a state at infidelity 8.00\u00A0×\u00A010⁻⁸ from the target, best of 1 start');
});

test('a length at the lower bound is least', () => {
  const { status } = stateCertificate(found, { ...exact, length: Math.PI / 2 }, 1e-8, lowerBounds);
  expect(status).toBe('least length for the target: it meets the lower bound');
});

test('a length at the bound by an observable is least', () => {
  const observable = { bound: 5, observable: { qubits: 1, terms: [] }, cells: [], copies: 2 };
  const { status } = stateCertificate(found, exact, 1e-8, { ...lowerBounds, observable });
  expect(status).toBe('least length for the target: it meets the lower bound');
});

test('a path that meets its end in some directions says which, and what the others leave open', () => {
  const level = { level: 1e-8, kept: 3, directions: 4, smallest: 2e-8, length: 5, slope: 0, natural: 0, miss: 1e-9 };
  const levels = [{ ...level, kept: 2 }, level];
  const directions = { rows: 0, cols: 4, data: new Float64Array(0) };
  const partly = { ...found, held: { levels, directions, unresolved: 3e-4 } };
  const { status, held } = stateCertificate(partly, exact, 1e-8, lowerBounds);
  expect(status).toBe(
    'upper bound for the target, best of 1 start, its end met in 3 of 4 directions, with singular values down to ' +
      '2.00\u00A0×\u00A010⁻⁸ of the greatest, the others making it longer by 3.00\u00A0×\u00A010⁻⁴ at most, to second order',
  );
  expect(held).toEqual({ levels, unresolved: 3e-4 });
  expect(stateCertificate(found, exact, 1e-8, lowerBounds).held).toBeNull();
});

describe('a geodesic without conjugate points', () => {
  const state = Float64Array.of(1, 0, 0, 0);
  const costate = Float64Array.of(0, 0, 3, 0);
  const flow = stateFlow(metricOf(found.problem), { state, costate }, 16);
  const points = { count: 0, atEnd: 0, family: 0, first: null };
  const shotWith = (residual: number) => ({ costate, flow, residual, integrationError: 1e-10, steps: 1 });
  const certified = (residual: number) =>
    stateCertificate({ ...found, points, shot: shotWith(residual) }, exact, 1e-8, { ...lowerBounds, fubiniStudy: 0 });

  test('is certified where its length is known', () => {
    // |p|/L = 1 on the Bloch sphere: √2·F is the speed of the state for two orthogonal words, F for one.
    const { status, uncertainty } = certified(1e-9);
    expect(status).toBe('certified local minimum, an upper bound, best of 1 start');
    expect(uncertainty).toBeCloseTo(1.1e-9, 14);
  });

  test('is not where a miss leaves it uncertain', () => {
    const { status } = certified(1e-4);
    expect(status).toMatch(
      /^geodesic without conjugate points, its length uncertain by 1.00\u00A0×\u00A010⁻⁴, an upper bound/,
    );
  });
});

test('where the miss can be mended, the length at the target is told, to first order', () => {
  expect(stateCertificate(found, exact, 1e-8, lowerBounds).lengthAtTarget).toBeNull();
  const mended = { ...found, mending: { change: 0.25, move: 0.5 } };
  expect(stateCertificate(mended, exact, 1e-8, lowerBounds).lengthAtTarget).toBe(5.25);
});
