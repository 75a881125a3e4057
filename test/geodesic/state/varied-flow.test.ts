import { expect, test } from 'vitest';
import { controlsAt, stateFlow } from '../../../src/geodesic/state/state-flow.ts';
import { carriedAlong, type VariedFlow, variedFlows } from '../../../src/geodesic/state/varied-flow.ts';
import { coordinates, randomFlow } from './state-metrics.ts';

const { metric, state, frame, costate, flow } = randomFlow();

test('a flow carries the state as it carries any vector', () => {
  const [carried] = carriedAlong(metric, flow, [state]);
  flow.points.forEach((point, k) => {
    expect(Math.max(...point.state.map((x, i) => Math.abs(x - carried![k]![i]!)))).toBeLessThan(1e-13);
  });
});

test('a flow varies as its differences say', () => {
  const direction = frame.vectorOf(coordinates(5));
  const at = (s: number) => stateFlow(metric, { state, costate: costate.map((p, i) => p + s * direction[i]!) }, 48);
  const d = 1e-3;
  const [a, b, c, e] = [at(-2 * d), at(-d), at(d), at(2 * d)];
  // The second of two, so that nothing is left over from the first.
  const [, { points, controls: moved }] = variedFlows(metric, flow, [state, direction], (varied) => varied) as [
    VariedFlow,
    VariedFlow,
  ];
  for (const k of [24, 48]) {
    for (const part of ['state', 'costate'] as const) {
      points[k]![part].forEach((value, i) => {
        const [u, v, x, y] = [a, b, c, e].map(({ points: p }) => p[k]![part][i]!);
        expect(value).toBeCloseTo((u! - 8 * v! + 8 * x! - y!) / (12 * d), 7);
      });
    }
  }
  moved[24]!.forEach((value, p) => {
    const [x, y] = [b, c].map(({ points: q }) => controlsAt(metric, q[24]!)[p]!);
    expect(value).toBeCloseTo((y! - x!) / (2 * d), 4);
  });
});

test('with a stride the same flow is told at fewer times, and at the end', () => {
  const direction = frame.vectorOf(coordinates(5));
  const [every] = variedFlows(metric, flow, [direction], (varied) => varied);
  const [some] = variedFlows(metric, flow, [direction], (varied) => varied, 20);
  expect(some!.points).toEqual([0, 20, 40, 48].map((step) => every!.points[step]));
  expect(some!.controls).toEqual([0, 20, 40].map((step) => every!.controls[step]));
});
