import { describe, expect, test } from 'vitest';
import { nielsenPath } from '../../models/nielsen-path.ts';
import { bound, type Circuit } from '../../src/circuit/circuit.ts';
import { referenceState, runCircuit } from '../../src/circuit/run-circuit.ts';
import { trotterCircuit } from '../../src/comparison/trotter.ts';
import { circuitLength } from '../../src/complexity/circuit-length.ts';
import { layeredLength } from '../../src/complexity/layered-length.ts';
import { rangeOn } from '../../src/complexity/penalty-metric.ts';
import { DomainError } from '../../src/errors.ts';
import { type ComplexMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { sampledCurve } from '../../src/path/sampled-curve.ts';
import { circuitPath, geodesicPath, pathLength, pathSpeeds } from '../../src/path/sliced-path.ts';
import { pairTimes, rangeProfile, timeByRange, timeSpent } from '../../src/path/time-spent.ts';
import { buresAngle } from '../../src/state/bures-angle.ts';
import { randomSum } from '../geodesic/unitary/unitaries.ts';

const metric = { maxSize: 2, maxRange: 1, penalty: 5 };
const none = new Float64Array(0);
const zeros = (qubits: number): ComplexMatrix => {
  const { length, interleaved } = referenceState({ kind: 'circuit', qubits, parameters: 0, gates: [] });
  return { rows: length, cols: 1, interleaved };
};
const circuit: Circuit = {
  kind: 'circuit',
  qubits: 3,
  parameters: 1,
  gates: [
    { word: 'YII', angle: 0.7 },
    { word: 'IXI', angle: { parameter: 0 } },
    { word: 'YII', angle: -0.2 },
    { word: 'ZZI', angle: 1.1 },
    { word: 'XIX', angle: 0.4 },
    { word: 'III', angle: 3 },
    { word: 'IZY', angle: -0.9 },
  ],
};
const theta = Float64Array.of(0.5);

describe('a circuit as a path', () => {
  test.each(['gates', 'layers'] as const)('by %s leads where the circuit leads', (slices) => {
    const { points } = sampledCurve(circuitPath(circuit, theta, slices), zeros(3), 3);
    const { length, interleaved } = runCircuit(circuit, theta);
    expect(buresAngle(points[3]!, { rows: length, cols: 1, interleaved })).toBeLessThan(1e-12);
  });

  test('has the lengths of the circuit', () => {
    expect(pathLength(metric, circuitPath(circuit, theta, 'gates'))).toBeCloseTo(
      circuitLength(circuit, metric)(theta).value,
      12,
    );
    expect(pathLength(metric, circuitPath(circuit, theta, 'layers'))).toBeCloseTo(
      layeredLength(circuit, metric)(theta).value,
      12,
    );
  });

  test('by blocks gives back the path that a product formula follows', () => {
    const path = [1, 2, 3].map((seed) => randomSum(2, seed, 0.3));
    for (const order of [1, 2] as const) {
      const formula = trotterCircuit([path[0]!], { order, steps: 1 });
      const [block] = circuitPath(formula, none, 1);
      for (const { word, coefficient } of path[0]!.terms) {
        expect(block!.terms.find((term) => term.word === word)!.coefficient).toBeCloseTo(coefficient, 12);
      }
    }
    const model = nielsenPath(2, { penalty: 1 }, { slices: 3 });
    const angles = Float64Array.from(path.flatMap(({ terms }) => terms.map(({ coefficient }) => coefficient / 3)));
    const h = circuitPath(model, angles, 3).map(({ terms }) => terms.map(({ coefficient }) => coefficient));
    const { gates } = bound(model, angles);
    expect(h[1]![4]).toBeCloseTo(3 * (gates[15 * 2 + 4]!.angle as number), 12);
    expect(() => circuitPath(model, angles, 4)).toThrow(/divides 90 gates required, got 4/);
  });

  test('forbidden words make it infinitely long; no gates, a rest', () => {
    expect(pathLength({ maxSize: 1, penalty: Infinity }, circuitPath(circuit, theta, 'gates'))).toBe(Infinity);
    expect(pathLength(metric, circuitPath({ ...circuit, gates: [] }, theta, 'gates'))).toBe(0);
  });
});

describe('the path of a geodesic', () => {
  test('has the velocities as coefficients, but for those that vanish', () => {
    const words = ['XI', 'ZZ'];
    expect(
      geodesicPath({
        words,
        velocity: [
          [1, 0],
          [-2, 3],
        ],
      }),
    ).toEqual([
      { qubits: 2, terms: [{ word: 'XI', coefficient: 1 }] },
      {
        qubits: 2,
        terms: [
          { word: 'XI', coefficient: -2 },
          { word: 'ZZ', coefficient: 3 },
        ],
      },
    ]);
    expect(geodesicPath({ words: [], velocity: [[]] })).toEqual([{ qubits: 0, terms: [] }]);
  });

  test('has the speeds √Σ w h², and as length their mean', () => {
    const path = geodesicPath({
      words: ['XI', 'XX', 'ZI'],
      velocity: [
        [3, 0, 4],
        [1, 2, 0],
        [0, 0, 0],
      ],
    });
    const penalised = { maxSize: 1, penalty: 6 };
    expect(pathSpeeds(penalised, path)).toEqual([5, 5, 0].map((x) => expect.closeTo(x, 14)));
    expect(pathLength(penalised, path)).toBeCloseTo(10 / 3, 14);
    const forbidding = pathSpeeds({ maxSize: 1, penalty: Infinity }, [
      {
        qubits: 2,
        terms: [
          { word: 'XX', coefficient: 0 },
          { word: 'ZI', coefficient: 2 },
        ],
      },
      { qubits: 2, terms: [{ word: 'XX', coefficient: 1e-9 }] },
    ]);
    expect(forbidding).toEqual([2, Infinity]); // what does not act may be forbidden
  });

  test('of a circuit: blocks are whole numbers of gates, in a whole number of blocks', () => {
    for (const slices of [2, 0.5, -7]) expect(() => circuitPath(circuit, theta, slices)).toThrow(DomainError);
    const [whole] = circuitPath(circuit, theta, 1);
    expect(whole!.terms).toEqual([
      { word: 'YII', coefficient: expect.closeTo(0.25, 14) },
      { word: 'IXI', coefficient: expect.closeTo(0.25, 14) },
      { word: 'ZZI', coefficient: expect.closeTo(0.55, 14) },
      { word: 'XIX', coefficient: expect.closeTo(0.2, 14) },
      { word: 'IZY', coefficient: expect.closeTo(-0.45, 14) },
    ]);
    const gates = circuitPath(circuit, theta, 'gates');
    expect(gates.map(({ terms }) => terms[0]?.coefficient)).toEqual(
      [2.45, 1.75, -0.7, 3.85, 1.4, undefined, -3.15].map((x) => (x === undefined ? x : expect.closeTo(x, 13))),
    );
    const layers = circuitPath(circuit, theta, 'layers');
    const sum = layers.flatMap(({ terms }) => terms).reduce((total, { coefficient }) => total + coefficient, 0);
    expect(sum).toBeCloseTo(layers.length * 0.8, 13); // half the sum of the angles, signs included
  });
});

describe('time spent', () => {
  const path = circuitPath(circuit, theta, 'gates');

  test('in a word is half the modulus of its angles', () => {
    expect(Object.fromEntries(timeSpent(path))).toEqual({
      YII: expect.closeTo(0.45, 12),
      IXI: expect.closeTo(0.25, 12),
      ZZI: expect.closeTo(0.55, 12),
      XIX: expect.closeTo(0.2, 12),
      IZY: expect.closeTo(0.45, 12),
    });
  });

  test('is told by range and by pair', () => {
    const spent = timeSpent(path);
    expect(timeByRange(rangeOn(metric), spent)).toEqual([0.7, 1, 0.2].map((x) => expect.closeTo(x, 12)));
    expect(pairTimes(3, spent)[0]).toEqual([0, 0.55, 0.2].map((x) => expect.closeTo(x, 12)));
    const ring = {
      ...metric,
      lattice: {
        sites: 3,
        edges: [
          [0, 1],
          [1, 2],
          [2, 0],
        ] as [number, number][],
      },
    };
    expect(timeByRange(rangeOn(ring), spent).length).toBe(2);
  });

  test('by range and part of the length adds up, and shows what comes first', () => {
    const profile = rangeProfile(metric, path, { ranges: 3, parts: 4 });
    const sums = profile.map((row) => row.reduce((sum, time) => sum + time, 0));
    expect(sums).toEqual([0.7, 1, 0.2].map((x) => expect.closeTo(x, 12)));
    const coarse = [
      { qubits: 3, terms: [{ word: 'XIX', coefficient: 2 }] },
      { qubits: 3, terms: [{ word: 'XXI', coefficient: 2 }] },
    ];
    expect(rangeProfile({ penalty: 1 }, coarse, { ranges: 3, parts: 2 })).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
    ]);
  });

  test('is shared between the parts of the length that a slice covers', () => {
    // Speeds 1 and 3: the second slice covers the last three quarters of the length.
    const uneven = [
      { qubits: 2, terms: [{ word: 'XI', coefficient: -1 }] },
      { qubits: 2, terms: [{ word: 'XX', coefficient: 3 }] },
    ];
    const close = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map((x) => expect.closeTo(x, 14)));
    expect(rangeProfile({ penalty: 1 }, uneven, { ranges: 2, parts: 2 })).toEqual(
      close([
        [0.5, 0],
        [0.5, 1],
      ]),
    );
    expect(rangeProfile({ penalty: 1 }, uneven, { ranges: 2, parts: 8 })).toEqual(
      close([
        [0.25, 0.25, 0, 0, 0, 0, 0, 0],
        [0, 0, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25],
      ]),
    );
    const rested = [uneven[0]!, { qubits: 2, terms: [] }, uneven[1]!];
    expect(rangeProfile({ penalty: 1 }, rested, { ranges: 2, parts: 1 })).toEqual(close([[1 / 3], [1]]));
    expect(timeSpent([{ qubits: 2, terms: [{ word: 'XI', coefficient: 0 }] }]).size).toBe(0);
  });
});

test('a mixed state is moved as a whole, and its curve is cut into equal angles', () => {
  const start = zeroMatrix(2, 2);
  start.interleaved.set([Math.sqrt(0.8)], 0);
  start.interleaved.set([Math.sqrt(0.2)], 6);
  const turn = [{ qubits: 1, terms: [{ word: 'Y', coefficient: 0.6 }] }];
  const { arc, points } = sampledCurve(turn, start, 8);
  // Bures: ds² = ½ Σ_{ij} (λ_i − λ_j)²/(λ_i + λ_j) |H_ij|² dt², here 0.6²·(0.8 − 0.2)².
  expect(arc).toBeCloseTo(0.6 * 0.6, 7);
  const steps = points.slice(1).map((point, k) => buresAngle(points[k]!, point));
  for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 10);
});
