import { describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { cliffordCircuit } from '../../datasets/stabilisers.ts';
import { DomainError } from '../../src/errors.ts';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { fermionState } from '../../src/generative/fermion-rules.ts';
import { regionEntropies } from '../../src/generative/generated-entropies.ts';
import { chainGraph, meraGraph } from '../../src/geometry/graph-families.ts';
import { minimalCut } from '../../src/geometry/minimal-cut.ts';
import { areaOf, areasOf, areasOfCuts, areasOfEntropies, areasOfGaussian } from '../../src/gravity/area-table.ts';
import { areasOfTarget } from '../../src/gravity/target-areas.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { entanglementEntropy } from '../../src/state/entropy.ts';
import { entropiesOfState } from '../../src/state/region-entropies.ts';
import { randomGaussian } from '../helpers/random-gaussian.ts';

const around = (start: number, length: number, n: number): readonly number[] =>
  Array.from({ length }, (_, k) => (start + k) % n);

describe('a table of areas', () => {
  test('has all intervals of a ring in a pure state, those that wrap around by their complement', () => {
    const dimensions = [2, 3, 2, 2, 2];
    const psi = randomVector(48, randomStream(3, 'areas'));
    const table = areasOfEntropies(entropiesOfState(psi, dimensions), { ring: true });
    for (let start = 0; start < 5; start++) {
      for (let length = 1; length < 5; length++) {
        const direct = entanglementEntropy(psi, dimensions, around(start, length, 5));
        expect(areaOf(table, start, length)).toBeCloseTo(direct, 12);
        expect(areaOf(table, start - 5, length)).toBeCloseTo(direct, 12);
      }
      expect(areaOf(table, start, 5)).toBeCloseTo(0, 12);
      expect(areaOf(table, start, 0)).toBe(0);
    }
  });

  test('ends where an open chain ends', () => {
    const table = areasOfEntropies(entropiesOfState(randomVector(16, randomStream(1, 'open')), [2, 2, 2, 2]));
    expect(areaOf(table, 2, 2)).toBeCloseTo(areaOf(table, 0, 2), 12);
    expect(areaOf(table, 3, 2)).toBeNaN();
    expect(areaOf(table, -1, 2)).toBeNaN();
  });

  test.each([
    ['pure', [1, 1, 1, 1, 1, 1, 1]],
    ['mixed', [0.9, 0.2, 0.5, 0, 1, 0.3, 0.7]],
  ])('of a %s Gaussian state on a ring agrees with one region at a time', (_, values) => {
    const state = randomGaussian('fermion', values, 5);
    const { entropy } = entropiesOfGaussian(state);
    const table = areasOfGaussian(state, { ring: true });
    for (let start = 0; start < 7; start++) {
      for (let length = 1; length <= 3; length++) {
        expect(areaOf(table, start, length)).toBeCloseTo(entropy(around(start, length, 7)), 10);
      }
    }
  });

  test('of stabiliser and dense states: whole numbers of bits, and log 2 for GHZ', () => {
    const clifford = areasOfEntropies(regionEntropies(cliffordCircuit(8, 6, 2)), { ring: true });
    for (const value of clifford.values)
      expect(Math.abs(value / Math.LN2 - Math.round(value / Math.LN2))).toBeLessThan(1e-12);
    const { values } = areasOfEntropies(regionEntropies(ghz(5)), { ring: true });
    for (const [at, value] of values.entries()) expect(value).toBeCloseTo(at % 5 === 4 ? 0 : Math.LN2, 12);
  });

  test('of a target: modes of a mixed ring together, qubits by their own regions', () => {
    const state = randomGaussian('fermion', [0.9, 0.2, 0.5, 0.4], 8);
    const modes = areasOfTarget(fermionState('modes', state, { regions: 'modes' }), { ring: true });
    const { entropy } = entropiesOfGaussian(state);
    expect(areaOf(modes, 3, 2)).toBeCloseTo(entropy([0, 3]), 10);
    const qubits = areasOfTarget(fermionState('qubits', state, { regions: 'qubits' }), { ring: true });
    expect(areaOf(qubits, 1, 2)).toBeCloseTo(areaOf(modes, 1, 2), 10);
    expect(Math.abs(areaOf(qubits, 3, 2) - areaOf(modes, 3, 2))).toBeGreaterThan(1e-6);
  });

  test('of cuts: every interval by its own flow, on rings too; wires carry less than their capacity', () => {
    const graph = meraGraph({ sites: 9, branching: 3 });
    const table = areasOfCuts(graph, { ring: true });
    for (let start = 0; start < 9; start++) {
      for (let length = 1; length < 9; length++) {
        expect(areaOf(table, start, length)).toBeCloseTo(minimalCut(graph, around(start, length, 9)).area, 12);
      }
    }
    const chain = chainGraph(6, { bond: 3, site: 5 });
    expect(areaOf(areasOfCuts(chain), 1, 3)).toBeCloseTo(2 * Math.log(3), 12);
    const wires = Object.fromEntries(chain.edges.map(({ leg, to }) => [leg, to === null ? 2 : 0.25]));
    const thin = areasOfCuts(chain, { wires });
    expect(areaOf(thin, 1, 3)).toBeCloseTo(0.5, 12);
    expect(thin.source).toBe('wire-entropy');
  });

  test('of a function, with one clear error for a size that is none', () => {
    expect(
      areaOf(
        areasOf(4, (start, length) => 10 * start + length),
        2,
        2,
      ),
    ).toBe(22);
    expect(() => areasOf(0, () => 0)).toThrow(DomainError);
    expect(() => areasOf(5000, () => 0)).toThrow('between 1 and 4096 sites required, got 5000');
  });
});
