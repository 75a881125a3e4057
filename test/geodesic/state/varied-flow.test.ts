import { expect, test } from 'vitest';
import { controlWords } from '../../../src/complexity/controls.ts';
import { horizontalFrame } from '../../../src/geodesic/state/horizontal-frame.ts';
import { controlsAt, stateFlow } from '../../../src/geodesic/state/state-flow.ts';
import { carriedAlong, type VariedFlow, variedFlows } from '../../../src/geodesic/state/varied-flow.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { wordTable } from '../../../src/path/word-table.ts';

const controls = controlWords({ maxSize: 2, maxRange: 1, sizeWeights: [1.5, 2], penalty: Infinity }, 3);
const metric = { table: wordTable(controls.words, 3), inverseWeights: controls.weights.map((w) => 1 / w) };
const state = randomVector(8, randomStream(1, 'state')).interleaved;
const frame = horizontalFrame(state);
const coordinates = (seed: number): Float64Array => {
  const stream = randomStream(seed, 'costate');
  return Float64Array.from({ length: 14 }, () => stream.normal());
};
const costate = frame.vectorOf(coordinates(2));
const flow = stateFlow(metric, { state, costate }, 48);

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
