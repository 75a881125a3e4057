import { expect, test } from 'vitest';
import { controlWords, splitControls } from '../../../src/complexity/controls.ts';
import { verifiedObservableBound } from '../../../src/complexity/verified-observable-bound.ts';
import { stateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import { stateLowerBounds } from '../../../src/geodesic/state/state-lower-bounds.ts';
import { complexVector } from '../../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { zeroState } from '../../../src/state/zero-state.ts';

const metric = { maxSize: 2, penalty: Infinity };
const w = complexVector([0, 1, 1, 0, 1, 0, 0, 0].map((x) => x / Math.sqrt(3)));
const problem = (target: typeof w, weights = metric) => {
  const qubits = Math.log2(target.length);
  const { controls, freeWords } = splitControls(weights, qubits);
  return { controls, freeWords, slices: 2, from: target, to: zeroState(qubits), amplitudeWeights: new Float64Array(0) };
};

test('the certificate of a geodesic to W₃ holds the observable, which its checker confirms from a record', () => {
  const search = stateGeodesic(metric, w, { starts: 1, slices: 8 });
  const { value } = solution(search);
  const { observable } = value.certificate.lowerBounds;
  expect(value.lowerBound).toBe(observable!.bound);
  expect(value.lowerBound).toBeGreaterThan(0.9);
  expect(value.lowerBound).toBeLessThan(value.complexity);
  const { observable: A, cells, copies } = JSON.parse(JSON.stringify(observable));
  expect(verifiedObservableBound(controlWords(metric, 3), zeroState(3), w, A, cells, copies)).toBe(observable!.bound);
});

test('none is sought where that is not wanted, where rotations are free, or unasked beyond three qubits', () => {
  const sought = (...parameters: Parameters<typeof stateLowerBounds>) =>
    solution(stateLowerBounds(...parameters)).observable;
  expect(sought(problem(w), false)).toBeNull();
  expect(sought(problem(w, { ...metric, sizeWeights: [0] } as typeof metric), true)).toBeNull();
  expect(sought(problem(zeroState(4)), undefined)).toBeNull();
  expect(sought(problem(w), { cells: 2, starts: 1, maxSteps: 5 })).toMatchObject({ copies: 2 });
  const random = randomVector(8, randomStream(1, 'state'));
  expect(sought(problem(random), undefined)!.bound).toBeGreaterThan(0.65); // 0.556 by the Fubini–Study speed
  const steps = [...stateLowerBounds(problem(w), { cells: 2, starts: 2, maxSteps: 2 })].map(({ phase }) => phase);
  expect(new Set(steps)).toEqual(new Set(['lower bound, start 1', 'lower bound, start 2']));
});
