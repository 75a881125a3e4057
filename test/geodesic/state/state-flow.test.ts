import { describe, expect, test } from 'vitest';
import { controlWords } from '../../../src/complexity/controls.ts';
import { engine } from '../../../src/engine/engine.ts';
import { horizontalFrame } from '../../../src/geodesic/state/horizontal-frame.ts';
import { controlsAt, speedAt, stateFlow } from '../../../src/geodesic/state/state-flow.ts';
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
});
