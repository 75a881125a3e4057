import { describe, expect, test } from 'vitest';
import { controlWords } from '../../../src/complexity/controls.ts';
import { wordGenerators } from '../../../src/geodesic/state/generators.ts';
import { horizontalFrame } from '../../../src/geodesic/state/horizontal-frame.ts';
import { stateFlow } from '../../../src/geodesic/state/state-flow.ts';
import { stateEnd, stateSpace } from '../../../src/geodesic/state/state-space.ts';
import { complexVector } from '../../../src/linalg/complex.ts';
import { matchExactly } from '../../../src/shooting/match-exactly.ts';
import { endOf, shoot } from '../../../src/shooting/shoot.ts';
import { numbers } from '../../shooting/spaces.ts';

const ground = (qubits: number): Float64Array => {
  const state = new Float64Array(2 ** (qubits + 1));
  state[0] = 1;
  return state;
};

describe('states as a shooting space', () => {
  const metric = { maxSize: 2, maxRange: 1, penalty: 4 };

  test('one function shoots what the flow of states computes', () => {
    const state = ground(3);
    const { size, vectorOf } = horizontalFrame(state);
    const costate = vectorOf(numbers(size, 1));
    const flow = stateFlow(wordGenerators(controlWords(metric, 3)), { state, costate }, 24);
    const shot = shoot(stateSpace(metric, 3), state, costate, 24);
    shot.points.forEach(({ q, p }, k) => {
      q.forEach((x, i) => {
        expect(x).toBeCloseTo(flow.points[k]!.state[i]!, 12);
        expect(p[i]).toBeCloseTo(flow.points[k]!.costate[i]!, 12);
      });
    });
  });

  test('the energy by range is that of the words of each range', () => {
    const space = stateSpace(metric, 3);
    const point = { q: ground(3), p: numbers(16, 2) };
    const scales = space.scales(point);
    expect(scales.map(({ scale }) => scale)).toEqual([0, 1, 2]);
    expect(scales.reduce((sum, { power }) => sum + power, 0)).toBeCloseTo(space.flow(point).energy, 12);
  });

  test('the shortest way to |1⟩ has the length π/2, to (|00⟩ + |11⟩)/√2 on words of weight 1 the length π/(4√2)', () => {
    const one = matchExactly(stateSpace({ penalty: 1 }, 1), ground(1), stateEnd(complexVector([0, 1])), {
      momenta: [Float64Array.of(0, 0, 0.9, 0.2)],
    });
    expect(one.result).toBe('converged');
    expect(one.value.length).toBeCloseTo(Math.PI / 2, 10);
    const bell = matchExactly(
      stateSpace({ penalty: Infinity, maxSize: 2, maxRange: 1 }, 2),
      ground(2),
      stateEnd(complexVector([Math.SQRT1_2, 0, 0, Math.SQRT1_2])),
    );
    // XX and YY turn |00⟩ by the same angle: h_XX = −h_YY = θ/2 each for θ = π/4, and XY, YX for the phase
    expect(bell.value.length).toBeCloseTo(Math.PI / 4 / Math.SQRT2, 10);
    expect(bell.value.mismatch).toBeLessThan(1e-12);
    const state = endOf(bell.value.shot).q;
    expect(Math.hypot(state[0]!, state[1]!)).toBeCloseTo(Math.SQRT1_2, 10);
  });

  test('a target of another size is refused', () => {
    expect(() => stateEnd(complexVector([1, 0]))(ground(2))).toThrow('a state of 2 amplitudes required, got 4');
  });
});
