import { describe, expect, test } from 'vitest';
import { controlWords } from '../../../src/complexity/controls.ts';
import { engine } from '../../../src/engine/engine.ts';
import { horizontalFrame } from '../../../src/geodesic/state/horizontal-frame.ts';
import {
  carriedAlong,
  controlsAt,
  speedAt,
  stateFlow,
  type VariedFlow,
  variedFlows,
} from '../../../src/geodesic/state/state-flow.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { dot } from '../../../src/linalg/real-vector.ts';
import { bitOperator, support } from '../../../src/operator/pauli.ts';
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

test('a horizontal frame is orthonormal and orthogonal to its state, also where that is |0…0⟩ or has no such part', () => {
  const ground = new Float64Array(16);
  ground[0] = 1;
  const other = new Float64Array(16);
  other[7] = 1;
  for (const psi of [state, ground, other]) {
    const { vectorOf, coordinatesOf } = horizontalFrame(psi);
    const v = vectorOf(coordinates(3));
    const inner = [dot(psi, v), psi.reduce((sum, x, i) => sum + x * (i % 2 === 0 ? v[i + 1]! : -v[i - 1]!), 0)];
    expect(Math.hypot(...inner)).toBeLessThan(1e-14);
    coordinatesOf(v).forEach((x, k) => {
      expect(x).toBeCloseTo(coordinates(3)[k]!, 14);
    });
  }
});

describe('the flow', () => {
  test('has controls Im⟨p|Pψ⟩/w_P', () => {
    controlsAt(metric, { state, costate }).forEach((h, p) => {
      const [, im] = engine.sandwich(costate, bitOperator(controls.words[p]!), state);
      expect(h).toBeCloseTo(im / controls.weights[p]!, 14);
    });
  });

  test('keeps norms, ⟨p|ψ⟩ = 0, the speed, and the controls of one qubit', () => {
    const first = flow.points[0]!;
    const one = controls.words.flatMap((word, p) => (support(word).length === 1 ? [p] : []));
    const h0 = controlsAt(metric, first);
    for (const point of flow.points) {
      expect(dot(point.state, point.state)).toBeCloseTo(1, 10);
      expect(dot(point.costate, point.costate)).toBeCloseTo(dot(costate, costate), 9);
      expect(Math.abs(dot(point.state, point.costate))).toBeLessThan(1e-10);
      expect(speedAt(metric, point)).toBeCloseTo(speedAt(metric, first), 9);
      const h = controlsAt(metric, point);
      for (const p of one) expect(h[p]).toBeCloseTo(h0[p]!, 9);
    }
    const last = controlsAt(metric, flow.points.at(-1)!);
    expect(Math.max(...last.map((h, p) => Math.abs(h - h0[p]!)))).toBeGreaterThan(0.1); // the others do move
  });

  test('carries the state as it carries any vector', () => {
    const [carried] = carriedAlong(metric, flow, [state]);
    flow.points.forEach((point, k) => {
      expect(Math.max(...point.state.map((x, i) => Math.abs(x - carried![k]![i]!)))).toBeLessThan(1e-13);
    });
  });

  test('varies as its differences say', () => {
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
});
