import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areSameGroup } from '../../src/stabiliser/canonical-form.ts';
import { type CliffordGate, conjugatedGroup } from '../../src/stabiliser/clifford-gate.ts';
import { digitAt } from '../../src/stabiliser/digit-matrix.ts';
import { stabiliserGroup } from '../../src/stabiliser/given-generators.ts';
import { graphForm } from '../../src/stabiliser/graph-form.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

test('every pure stabiliser state is a graph state with some qudits turned', () => {
  fc.assert(
    fc.property(fc.constantFrom(2, 3, 7), fc.nat(1000), fc.integer({ min: 1, max: 9 }), (prime, seed, qudits) => {
      const group = randomStabiliserCode(seed, prime, qudits);
      const { adjacency, phases, turned } = graphForm(group);
      const all = [...Array(qudits).keys()];
      const rows = all.map((i) => [...all.map((j) => Number(i === j)), ...all.map((j) => digitAt(adjacency, i, j))]);
      for (const i of all) for (const j of all) expect(rows[i]![qudits + j]).toBe(rows[j]![qudits + i]);
      const graph = stabiliserGroup(prime, qudits, rows, [...phases]);
      // F⁻¹ = F³.
      const back = turned.flatMap((qudit) => new Array<CliffordGate>(3).fill({ kind: 'fourier', qudit }));
      expect(areSameGroup(conjugatedGroup(graph, back), group)).toBe(true);
    }),
    { seed: 19, numRuns: 50 },
  );
  expect(() => graphForm(randomStabiliserCode(1, 2, 3, 2))).toThrow('3 generators required, got 2');
});
