import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { geodesicCircuit, trotterCircuit } from '../../src/comparison/trotter.ts';
import { circuitLength } from '../../src/complexity/circuit-length.ts';
import { exponentialMap } from '../../src/geodesic/unitary/exponential-map.ts';
import { type ComplexMatrix, zeroVector } from '../../src/linalg/complex.ts';
import { matrixOfColumns } from '../../src/linalg/matrix.ts';
import { sumOfCoordinates } from '../../src/operator/pauli-coordinates.ts';
import { evolution, phaselessDistance, productOf, randomSum } from '../geodesic/unitary/unitaries.ts';

/** The circuit's unitary, column by column. */
function unitaryOf(circuit: Circuit): ComplexMatrix {
  const size = 2 ** circuit.qubits;
  return matrixOfColumns(
    Array.from({ length: size }, (_, b) => {
      const basis = zeroVector(size);
      basis.interleaved[2 * b] = 1;
      return runCircuit(circuit, new Float64Array(0), basis);
    }),
  );
}

const slopeBetween = (coarse: number, fine: number): number => Math.log2(coarse / fine);

describe.each([1, 2, 4] as const)('order %d', (order) => {
  test('a sliced path: the error falls with the order of the formula', () => {
    const path = [1, 2, 3].map((seed) => randomSum(2, seed, 0.5));
    const exact = productOf(...path.map((slice) => evolution(slice, 1 / 3)).reverse());
    const errors = [8, 16].map((steps) => phaselessDistance(unitaryOf(trotterCircuit(path, { order, steps })), exact));
    expect(errors[1]).toBeGreaterThan(1e-12);
    expect(Math.abs(slopeBetween(errors[0]!, errors[1]!) - order)).toBeLessThan(0.15);
  });

  test('a geodesic on which H changes: the same', () => {
    const metric = { maxSize: 2, maxRange: 1, penalty: Infinity };
    const momentum = randomSum(3, 4, 0.4);
    const exact = exponentialMap(metric, { momentum }).unitary;
    const steps = order === 4 ? 8 : 16;
    const errors = [steps, 2 * steps].map((count) =>
      phaselessDistance(unitaryOf(geodesicCircuit(metric, { momentum }, { order, steps: count })), exact),
    );
    expect(Math.abs(slopeBetween(errors[0]!, errors[1]!) - order)).toBeLessThan(0.25);
  });
});

test('one step of first order on a geodesic takes H from the middle of its time', () => {
  const metric = { maxSize: 2, maxRange: 1, penalty: Infinity };
  const momentum = randomSum(3, 4, 0.4);
  const { terms } = sumOfCoordinates(exponentialMap(metric, { momentum }).flow.velocityAt(0.5));
  const angles = new Map(terms.map(({ word, coefficient }) => [word, 2 * coefficient]));
  const { gates } = geodesicCircuit(metric, { momentum }, { order: 1, steps: 1 });
  expect(gates.length).toBeGreaterThan(10);
  for (const { word, angle } of gates) expect(angle).toBeCloseTo(angles.get(word)!, 13);
});

test('words that commute are exact in one step, with one rotation each', () => {
  const H = {
    qubits: 2,
    terms: [
      { word: 'XX', coefficient: 0.3 },
      { word: 'ZZ', coefficient: -0.7 },
      { word: 'II', coefficient: 5 },
    ],
  };
  const circuit = trotterCircuit([H], { order: 1, steps: 1 });
  expect(circuit.gates).toEqual([
    { word: 'XX', angle: 0.6 },
    { word: 'ZZ', angle: -1.4 },
  ]);
  expect(phaselessDistance(unitaryOf(circuit), evolution(H))).toBeLessThan(1e-14);
});

test('the second order needs hardly more gates than the first: equal neighbours are merged', () => {
  const H = randomSum(2, 9, 1);
  const [first, second] = ([1, 2] as const).map((order) => trotterCircuit([H], { order, steps: 10 }).gates.length);
  expect(first).toBe(150);
  expect(second).toBe(10 * (2 * 15 - 2) + 1);
});

test('gates one after the other cost Σ|h_P|√w_P, more than the path', () => {
  const metric = { maxSize: 2, penalty: 3 };
  const H = randomSum(2, 10, 0.5);
  const sum = H.terms.reduce((total, { coefficient }) => total + Math.abs(coefficient), 0);
  const circuit = trotterCircuit([H], { order: 2, steps: 4 });
  expect(circuitLength(circuit, metric)(new Float64Array(0)).value).toBeCloseTo(sum, 12);
  expect(sum).toBeGreaterThan(exponentialMap(metric, { velocity: H }).length);
});

test('slices that do not fit together and steps that are none are named', () => {
  const options = { order: 2, steps: 1 } as const;
  expect(() => trotterCircuit([], options)).toThrow(/slices on one number of qubits/);
  expect(() => trotterCircuit([randomSum(1, 1, 1), randomSum(2, 1, 1)], options)).toThrow(/got 1,2/);
  for (const steps of [0.5, 0, -1, Number.NaN]) {
    expect(() => trotterCircuit([randomSum(1, 1, 1)], { order: 2, steps })).toThrow(/whole number of steps/);
  }
});
