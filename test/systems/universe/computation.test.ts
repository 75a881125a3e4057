import { describe, expect, test } from 'vitest';
import { brickwall } from '../../../models/brickwall.ts';
import { referenceState, runCircuit } from '../../../src/circuit/run-circuit.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { innerProduct, normSquared } from '../../../src/linalg/vector.ts';
import {
  computationHistories,
  computationOf,
  decoherenceFunctional,
  statesByScatterings,
} from '../../../src/systems/universe/computation-histories.ts';
import { nullFrame } from '../../../src/systems/universe/null-frame.ts';
import { boostDeficit, logArea, solveNullLattice } from '../../../src/systems/universe/null-lattice.ts';

const stream = randomStream(1, 'angles');

describe('histories', () => {
  const circuit = brickwall(3, { depth: 1 });
  const gates = ['ZZI', 'XII', 'IYI', 'IZZ', 'XXI', 'IIY', 'ZIZ', 'YII', 'IXX'].map((word) => ({
    word,
    angle: stream.normal(),
  }));
  const own = { ...circuit, parameters: 0, gates };
  const none = new Float64Array(0);
  const computation = computationOf(own, none);
  const from = referenceState(own);
  const exact = runCircuit(own, none);

  test('add up to the amplitude', () => {
    const to = randomVector(8, stream);
    const histories = computationHistories(computation, from, to);
    expect(histories).toHaveLength(2 ** 9);
    const [re, im] = histories.reduce<[number, number]>(([x, y], { amplitude: [a, b] }) => [x + a, y + b], [0, 0]);
    const [expectedRe, expectedIm] = innerProduct(to, exact);
    expect(Math.hypot(re - expectedRe, im - expectedIm)).toBeLessThan(1e-14);
    const { scattered, action } = histories[37]!;
    const angles = gates.map(({ angle }) => angle);
    expect(action).toBeCloseTo(
      angles.reduce((sum, a, k) => sum + ((scattered >> k) & 1 ? a : 0), 0),
      13,
    );
  });

  test('of equally many scatterings add up to vectors that add up to the state', () => {
    const sums = statesByScatterings(computation, from);
    expect(sums).toHaveLength(10);
    const total = Float64Array.from({ length: 16 }, (_, k) =>
      sums.reduce((sum, { interleaved }) => sum + interleaved[k]!, 0),
    );
    total.forEach((x, k) => {
      expect(Math.abs(x - exact.interleaved[k]!)).toBeLessThan(1e-14);
    });
    const histories = computationHistories(computation, from, exact);
    for (const count of [0, 3, 9]) {
      const [re] = innerProduct(exact, sums[count]!);
      const listed = histories
        .filter(({ scatterings }) => scatterings === count)
        .reduce((sum, { amplitude }) => sum + amplitude[0], 0);
      expect(listed).toBeCloseTo(re, 13);
    }
  });

  test('have a decoherence functional that is Hermitian, positive and of sum 1', () => {
    const D = decoherenceFunctional(computation, from);
    expect(D.rows).toBe(512);
    const total = D.interleaved.reduce((sum, x, k) => (k % 2 === 0 ? sum + x : sum), 0);
    expect(total).toBeCloseTo(normSquared(from), 12);
  });

  test('a projector on some qubits scatters, too', () => {
    const projector = { rows: 2, cols: 2, interleaved: Float64Array.of(0.5, 0, 0, -0.5, 0, 0.5, 0.5, 0) };
    const step = { projector, support: [1], angle: 0.7 };
    const [free, scattered] = computationHistories(
      { qubits: 2, steps: [step], phase: 0 },
      randomVector(4, stream),
      randomVector(4, stream),
    );
    expect(scattered!.action).toBe(-0.7);
    expect(Math.hypot(...free!.amplitude)).toBeGreaterThan(0);
    const wrong = { ...step, projector: { ...projector, interleaved: projector.interleaved.map((x) => 2 * x) } };
    expect(() => statesByScatterings({ qubits: 2, steps: [wrong], phase: 0 }, randomVector(4, stream))).toThrow(
      'no projector on [1] in step 0',
    );
    const many = { qubits: 1, steps: Array.from({ length: 21 }, () => ({ word: 'X', angle: 1 })), phase: 0 };
    expect(() => computationHistories(many, randomVector(2, stream), randomVector(2, stream))).toThrow(
      '21 steps, more than 20',
    );
    expect(() =>
      computationHistories({ ...many, steps: [] }, randomVector(4, stream), randomVector(2, stream)),
    ).toThrow('states of 2 amplitudes');
  });
});

describe('the metric of a gate', () => {
  test('of regular directions is known: g = −4/3 off the diagonal, signature (1, 3)', () => {
    const s = 1 / Math.sqrt(3);
    const { metric, signature, volume, inverse } = nullFrame([
      [s, s, s],
      [s, -s, -s],
      [-s, s, -s],
      [-s, -s, s],
    ]);
    expect(metric.data[1]).toBeCloseTo(-4 / 3, 14);
    expect(metric.data[0]).toBe(0);
    expect(signature).toEqual([1, 3]);
    expect(volume).toBeCloseTo(8 / (9 * Math.sqrt(3)), 13);
    const product = Array.from({ length: 4 }, (_, k) => metric.data[k]! * inverse.data[4 * k]!).reduce(
      (a, b) => a + b,
      0,
    );
    expect(product).toBeCloseTo(1, 13);
  });

  test('directions in a plane span no space-time', () => {
    expect(() =>
      nullFrame([
        [1, 0, 0],
        [0, 1, 0],
        [-1, 0, 0],
        [0, -1, 0],
      ]),
    ).toThrow('not in one plane required');
    expect(() => nullFrame([[2, 0, 0]])).toThrow('four unit vectors required');
  });
});

describe('space-times of brickwork circuits', () => {
  test('the deficits of AdS₂ are ½ R f h², to the next order', () => {
    // ds² = −2f du dv with f = 2/(u − v)² has R = −2; squares of side h.
    const errors = [0.02, 0.01].map((h) => {
      const f = (t: number, x: number): number => {
        const [u, v] = [(h * (t + x)) / 2, (h * (t - x)) / 2];
        return Math.log(2 / (1 + u - v) ** 2);
      };
      const angles = Array.from({ length: 6 }, () => new Array<number>(6).fill(0));
      const flat = solveNullLattice(angles, 0, f);
      // With κθ = ½ R f h² the marching must follow f.
      const lattice = solveNullLattice(
        angles.map((row, t) => row.map((_, x) => 0.5 * -2 * Math.exp(f(t, x)) * h * h)),
        1,
        f,
      );
      expect(Math.abs(boostDeficit(flat, 2, 2))).toBeLessThan(1e-15);
      const ratio = boostDeficit(lattice, 2, 2) / (f(3, 2) + f(1, 2) - f(2, 3) - f(2, 1));
      return Math.abs(ratio - 1);
    });
    expect(errors[1]!).toBeLessThan(3e-4);
    expect(errors[0]! / errors[1]!).toBeGreaterThan(3);
  });

  test('deficits are κ times the angles, and flat without gates', () => {
    const angles = Array.from({ length: 7 }, () => Array.from({ length: 5 }, () => stream.normal()));
    const lattice = solveNullLattice(angles, 0.3);
    for (let t = 0; t < 7; t++) {
      for (let x = t % 2; x < 5; x += 2) expect(boostDeficit(lattice, t, x)).toBeCloseTo(0.3 * angles[t]![x]!, 13);
    }
    expect(logArea(solveNullLattice(angles, 0), 7, 2)).toBe(0);
    expect(() => boostDeficit(lattice, 0, 1)).toThrow('a gate with t + x even, t < 7, x < 5 required, got (0, 1)');
    expect(() => solveNullLattice([[1], [1, 2]], 1)).toThrow('layers of equally many finite angles');
  });
});
