import { describe, expect, test } from 'vitest';
import { product } from '../../datasets/product.ts';
import { quench } from '../../datasets/quench.ts';
import { informationDistances } from '../../src/bulk/information-distances.ts';
import { spaceOverTime } from '../../src/bulk/space-over-time.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { mutualInformationMatrix } from '../../src/state/mutual-information.ts';

const n = 6;
const dimensions = new Array<number>(n).fill(2);
const hamiltonian = transverseFieldIsing(chain(n), { field: 1 });
const times = [0.2, 0.4, 0.6, 0.8, 1];
const curve = quench(product(n), hamiltonian, times);
const geometries = times.map((time) => {
  const state = curve.at(time);
  const mutualInformation = state.kind === 'pure' ? mutualInformationMatrix(state.amplitudes, dimensions) : [];
  return { time, mutualInformation, distances: informationDistances(mutualInformation, dimensions) };
});

describe('a quench as a history of space', () => {
  const history = spaceOverTime(geometries, hamiltonian)!;

  test('has a geometry for each time, and contracts as correlations grow', () => {
    expect(history.frames.map(({ time }) => time)).toEqual(times);
    expect(history.frames[0]!.dilation).toBe(0);
    expect(history.frames[1]!.dilation).toBeLessThan(0);
    for (const { points } of history.frames) expect(points).toHaveLength(n);
  });

  test('has information arriving later at larger separations', () => {
    expect(history.arrivals[0]![1]).toBe(0.2);
    expect(history.arrivals[0]![4] ?? Infinity).toBeGreaterThan(history.arrivals[0]![2]!);
    expect(history.front.velocity).toBeGreaterThan(0);
  });

  test('has beside it the cones of the Trotter circuit, a step for each state', () => {
    const { of, layers, contact, front } = history.causal!;
    expect(of).toBe('trotter-circuit');
    expect(layers).toBe(2 * times.length); // couplings, then fields
    // Pasts grow by one site to each side in every step: neighbours meet after the first layer, others every second step.
    expect(contact[2]![3]).toBeCloseTo(1 / layers, 12);
    expect(contact[0]![4]).toBeCloseTo((1 + 2 * 1) / layers, 12);
    expect(front.velocity).toBeGreaterThan(0);
  });
});

describe('without a Hamiltonian', () => {
  test('the cones are those of the circuit of the last state', () => {
    const gates = [
      { word: 'XXIIII', angle: 0.3 },
      { word: 'IZZIII', angle: 0.3 },
    ];
    const circuit: Circuit = { kind: 'circuit', qubits: n, parameters: 0, gates };
    const { causal } = spaceOverTime(geometries, circuit)!;
    expect(causal!.of).toBe('learned-circuit');
    expect(causal!.layers).toBe(2);
    expect(causal!.contact[0]![1]).toBeCloseTo(0.5, 12);
    expect(causal!.contact[0]![2]).toBeCloseTo(1, 12);
    expect(causal!.contact[0]![5]).toBeNull();
    expect(spaceOverTime(geometries, null)!.causal).toBeNull();
  });
});

test('one geometry, or none at some time, is no history', () => {
  expect(spaceOverTime(geometries.slice(0, 1), null)).toBeNull();
  expect(spaceOverTime([...geometries, { time: 2, mutualInformation: [], distances: [] }], null)).toBeNull();
});
