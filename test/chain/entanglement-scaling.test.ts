import { expect, test } from 'vitest';
import { entanglementScaling } from '../../src/chain/entanglement-scaling.ts';
import { uniformGroundState } from '../../src/chain/uniform-chain.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';

const term = (words: Readonly<Record<string, number>>) =>
  pauliSumMatrix({ qubits: 2, terms: Object.entries(words).map(([word, coefficient]) => ({ word, coefficient })) });

test.each([
  ['Ising', 0.5, 0.05, { ZZ: -1, XI: -0.5, IX: -0.5 }, [4, 5, 6, 8, 10, 12]],
  ['XX', 1, 0.14, { XX: -1, YY: -1 }, [4, 5, 7, 9, 10, 14]],
])('the critical %s chain has c = %d within the error, which is below %d', (_, charge, most, words, bonds) => {
  const h = term(words);
  const states = bonds.map((bond) => uniformGroundState(h, { bond, tolerance: 1e-6 }));
  expect(states.map(({ result }) => result)).toEqual(bonds.map(() => 'converged'));
  const { centralCharge, error, points } = entanglementScaling(states.map(({ value }) => value).reverse());
  expect(points.map(({ bond }) => bond)).toEqual(bonds);
  expect(error).toBeLessThan(most);
  expect(Math.abs(centralCharge - charge)).toBeLessThan(error);
});

test('few bond dimensions, the same twice, and states without correlations are refused', () => {
  const state = (bond: number, h: Readonly<Record<string, number>>) =>
    uniformGroundState(term(h), { bond, tolerance: 1e-4 }).value;
  const critical = { ZZ: -1, XI: -0.5, IX: -0.5 };
  const bonds = [2, 3, 4, 5, 6];
  const states = bonds.map((bond) => state(bond, critical));
  expect(() => entanglementScaling(states)).toThrow(/six or more bond dimensions required, got \[2,3,4,5,6\]/);
  expect(() => entanglementScaling([...states, states[3]!])).toThrow(/\[2,3,4,5,5,6\]/);
  expect(() => entanglementScaling([state(1, critical), ...states])).toThrow(
    /length required, got 0 at bond dimension 1/,
  );
});
