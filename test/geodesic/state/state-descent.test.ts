import { expect, test } from 'vitest';
import { productVector } from '../../../src/circuit/run-circuit.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import { metricOf } from '../../../src/geodesic/state/generators.ts';
import { countedPoints, lowered } from '../../../src/geodesic/state/state-descent.ts';
import { stateFlow } from '../../../src/geodesic/state/state-flow.ts';
import { polishedStateShot } from '../../../src/geodesic/state/state-shooting.ts';
import { complexVector } from '../../../src/linalg/complex.ts';
import type { PathProblem } from '../../../src/path/state-path.ts';
import { stateMetric } from './state-metrics.ts';

test('a geodesic beyond the antipode, which is conjugate, is left for the short one', () => {
  const polar = 1.4;
  const to = complexVector([1, 0]);
  const from = productVector([{ polar, azimuth: Math.PI / 2 }]);
  const amplitudeWeights = Float64Array.of(1, 1);
  const coarse: PathProblem = { controls: controlWords({ penalty: 1 }, 1), slices: 4, from, to, amplitudeWeights };
  // X turns |0⟩ by −(2π − polar): h_X = Im⟨p|X|0⟩.
  const long = Math.PI - polar / 2;
  const costate = Float64Array.of(0, 0, 0, -long);
  const shot = polishedStateShot(metricOf(coarse), { from: to, to: from }, costate, { tolerance: 1e-9, maxSteps: 5 });
  expect(shot.residual).toBeLessThan(1e-9);
  const blank = { x: new Float64Array(12), costate, slope: 0, mending: null, minimum: false, steps: 0 };
  const steps = lowered(coarse, { length: long, shot, from: { start: 'long', half: blank, whole: blank, steps: 0 } });
  let next = steps.next();
  while (!next.done) next = steps.next();
  const { best, points, descents } = next.value;
  expect(best.length).toBeCloseTo(polar / 2, 8);
  expect(best.from.start).toBe('descent 1');
  expect(points!.count).toBe(0);
  expect(descents).toHaveLength(1);
});

test('points of an abnormal geodesic are not counted, for one costate of many proves nothing', () => {
  const from = complexVector([1, 0, 0, 0, 0, 0, 0, 0]);
  const metric = stateMetric({ maxSize: 2, maxRange: 1, penalty: Infinity }, 3);
  // H = (angle·π)(X + XZ) of the first two qubits, which turns |0⟩ of the first.
  const counted = (angle: number) => {
    const costate = new Float64Array(16);
    costate[9] = -angle * Math.PI;
    const flow = stateFlow(metric, { state: from.interleaved, costate }, 32);
    const to = { length: 8, interleaved: flow.points[32]!.state };
    return countedPoints(metric, { from, to }, { costate, flow, residual: 0, integrationError: 0, steps: 0 });
  };
  expect(counted(0.2)!.count).toBe(0);
  expect(counted(0.4)).toBeUndefined();
});
