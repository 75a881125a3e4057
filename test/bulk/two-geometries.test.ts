import { describe, expect, test } from 'vitest';
import { circuitFrames } from '../../src/bulk/circuit-frames.ts';
import { informationArrivals, lightCones } from '../../src/bulk/light-cones.ts';
import { twoGeometries } from '../../src/bulk/two-geometries.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { randomCliffordCircuit } from '../../src/circuit/random-clifford.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { mutualInformationMatrix } from '../../src/state/mutual-information.ts';
import { brickworkResult, contactOf } from '../../train/studies/two-spacetimes/brickwork.ts';
import { swapBrickwork } from '../../train/studies/two-spacetimes/circuits.ts';

const table = (n: number, entry: (a: number, b: number) => number | null) =>
  Array.from({ length: n }, (_, a) => Array.from({ length: n }, (__, b) => (a === b ? 0 : entry(a, b))));

describe('two space-times', () => {
  const contact = table(8, (a, b) => Math.ceil(Math.abs(a - b) / 2));

  test('that are one are tight, without delay or distortion', () => {
    const found = twoGeometries(contact, contact, { permutations: 99 });
    expect(found).toMatchObject({ pairs: 28, violations: 0, arrived: 28, tight: 28, slack: 0, jaccard: 1 });
    expect(found.speedRatio).toBeCloseTo(1, 12);
    expect(found.distortion!.distortion).toBeCloseTo(0, 12);
    expect(found.permuted.violations).toBeGreaterThan(0);
  });

  test('one of which is three times as slow differ by a factor', () => {
    const slow = contact.map((row) => row.map((layer) => 3 * layer!));
    const found = twoGeometries(contact, slow, { permutations: 9 });
    expect(found.speedRatio).toBeCloseTo(1 / 3, 12);
    expect(found.mantel!.correlation).toBeCloseTo(1, 12);
    expect(found.distortion!.factor).toBeCloseTo(1 / 3, 10);
    expect(found.tight).toBe(0);
  });

  test('violations are counted, and what is out of view is not', () => {
    const early = table(8, (a, b) => (Math.abs(a - b) === 7 ? 1 : null));
    const found = twoGeometries(contact, early, { permutations: 0 });
    expect([found.arrived, found.violations]).toEqual([1, 1]);
    const nothing = twoGeometries(contact, early, { permutations: 0, inView: (a, b) => b - a < 7 });
    expect([nothing.arrived, nothing.violations, nothing.slack]).toEqual([0, 0, null]);
  });
});

describe('frames of a circuit', () => {
  const information = (circuit: Circuit) =>
    mutualInformationMatrix(runCircuit(circuit, new Float64Array(0)), new Array<number>(circuit.qubits).fill(2));

  test('by stabilisers are those of amplitudes, and end at the state of the whole circuit', () => {
    const circuit = randomCliffordCircuit(randomStream(5, 'frames'), 5, 2);
    const frames = circuitFrames(circuit);
    expect(frames).toHaveLength(lightCones(circuit).layers + 1);
    information(circuit).forEach((row, a) => {
      row.forEach((value, b) => {
        expect(frames.at(-1)!.information[a]![b]).toBeCloseTo(value, 10);
      });
    });
    // Angles that are no quarter turns go by amplitudes.
    const bent = {
      ...circuit,
      gates: circuit.gates.map((gate) => ({ ...gate, angle: (gate.angle as number) + 1e-6 })),
    };
    circuitFrames(bent).forEach((frame, time) => {
      frame.information.forEach((row, a) => {
        row.forEach((value, b) => {
          expect(value).toBeCloseTo(frames[time]!.information[a]![b]!, 4);
        });
      });
    });
  });

  test('never share information before the pasts of two sites meet', () => {
    for (const seed of [1, 2, 3]) {
      const circuit = randomCliffordCircuit(randomStream(seed, 'causality'), 6, 3);
      const arrivals = informationArrivals(circuitFrames(circuit), 1e-6);
      expect(twoGeometries(lightCones(circuit).contact, arrivals, { permutations: 0 }).violations).toBe(0);
    }
  });

  /** Hopping gates on the bonds of the first eight qubits. */
  const hopping = (qubits: number): Circuit => {
    const word = (letter: string, a: number): string => 'I'.repeat(a) + letter.repeat(2) + 'I'.repeat(qubits - a - 2);
    const start = [0, 2, 4, 6].map((a) => ({ word: `${'I'.repeat(a)}X${'I'.repeat(qubits - a - 1)}`, angle: Math.PI }));
    const bonds = [0, 2, 4, 6, 1, 3, 5].flatMap((a) =>
      ['X', 'Y'].map((letter) => ({ word: word(letter, a), angle: 0.7 })),
    );
    return { kind: 'circuit', qubits, parameters: 0, gates: [...start, ...bonds, ...bonds] };
  };

  test('of sixteen qubits by covariances are those of amplitudes on the qubits on which gates act', () => {
    const few = circuitFrames(hopping(8));
    const many = circuitFrames(hopping(16));
    expect(many).toHaveLength(few.length);
    few.forEach(({ information }, time) => {
      information.forEach((row, a) => {
        row.forEach((value, b) => {
          expect(many[time]!.information[a]![b]).toBeCloseTo(value, 9);
        });
      });
    });
  });

  test('are refused beyond 14 qubits, before a state is made, if gates are neither of Clifford nor of free fermions', () => {
    const gates = [
      { word: `XY${'I'.repeat(28)}`, angle: 0.3 },
      { word: `ZZX${'I'.repeat(27)}`, angle: 0.3 },
      { word: `X${'I'.repeat(29)}`, angle: 0.3 },
      { word: `Z${'I'.repeat(29)}`, angle: 0.3 },
    ];
    expect(() => circuitFrames({ kind: 'circuit', qubits: 30, parameters: 0, gates })).toThrow(
      'at most 14 qubits, free fermions or Clifford gates required, got 30 qubits',
    );
    const long = { ...hopping(8), qubits: 102 };
    const padded = long.gates.map((gate) => ({ ...gate, word: gate.word.padEnd(102, 'I') }));
    expect(() => circuitFrames({ ...long, gates: padded })).toThrow(
      'free fermions in a complex state required, got 102',
    );
  });

  test('of iSWAP gates are tight: pairs come apart by a site a layer', () => {
    const circuit = swapBrickwork(16, 5);
    const frames = circuitFrames(circuit);
    expect(frames[3]!.information[7]![8]).toBeCloseTo(0, 12);
    // The phases of the gates leave pairs one of their two bits.
    for (const [time, a, b, bits] of [
      [1, 6, 7, 2],
      [2, 5, 8, 1],
      [4, 3, 10, 1],
    ] as const) {
      expect(frames[time]!.information[a]![b]).toBeCloseTo(bits * Math.LN2, 12);
    }
  });
});

test('fermions under dual-unitary gates are tight, under others slower by sin θ', () => {
  const contact = contactOf(32, 24);
  expect(contact[10]!.slice(10, 16)).toEqual([0, 0, 1, 2, 2, 2].map(() => expect.any(Number)));
  const at = (theta: number) =>
    brickworkResult({ name: '', theta, closed: Math.sin(theta) }, contact, {
      layers: 24,
      thresholds: [1e-2],
      seed: 1,
    }).compared[0]!.geometries;
  const dual = at(Math.PI / 2);
  expect(dual.arrived).toBeGreaterThan(50);
  expect(dual.tight).toBe(dual.arrived);
  const slow = at(0.6);
  expect(slow.violations).toBe(0);
  expect(slow.speedRatio! / Math.sin(0.6)).toBeCloseTo(1, 1);
  expect(slow.mantel!.correlation).toBeGreaterThan(0.98);
});
