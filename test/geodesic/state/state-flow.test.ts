import { describe, expect, test } from 'vitest';
import { currentEngine } from '../../../src/engine/engine.ts';
import { horizontalFrame } from '../../../src/geodesic/state/horizontal-frame.ts';
import { controlsAt, speedAt } from '../../../src/geodesic/state/state-flow.ts';
import { dot } from '../../../src/linalg/real-vector.ts';
import { bitOperator, support } from '../../../src/operator/pauli.ts';
import { coordinates, randomFlow } from './state-metrics.ts';

const { controls, metric, state, costate, flow } = randomFlow();

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
      const [, im] = currentEngine().sandwich(costate, bitOperator(controls.words[p]!), state);
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
