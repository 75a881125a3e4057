import { expect, test } from 'vitest';
import { brickworkInputs, meraInputs, pairStateInputs } from '../../bench/peers/inputs.ts';
import { isometricMera } from '../../models/isometric-mera.ts';
import { contract, contractionPlan } from '../../src/contraction/contract.ts';
import { networkState } from '../../src/network/network-state.ts';
import { expectation } from '../../src/operator/pauli-sum.ts';

interface MeraArguments {
  readonly nodes: readonly { readonly shape: readonly number[]; readonly offset: number }[];
  readonly terms: readonly {
    readonly nodes: readonly number[];
    readonly ket: readonly (readonly string[])[];
    readonly bra: readonly (readonly string[])[];
    readonly operator: readonly string[];
  }[];
}

test('the light cones of a MERA give the energy of its state', () => {
  const sites = 8;
  const { arguments: given, arrays } = meraInputs(sites, 4);
  const { nodes, terms } = given as unknown as MeraArguments;
  const { theta, operator } = arrays;
  const real = nodes.map(({ shape, offset }) => {
    const size = shape.reduce((product, extent) => product * extent, 1);
    return { shape, interleaved: theta!.slice(2 * offset, 2 * (offset + size)) };
  });
  let energy = 0;
  for (const term of terms) {
    const legs = [...term.ket, ...term.bra, term.operator];
    const tensors = [...term.nodes, ...term.nodes].map((node) => real[node]!);
    const dimensions = Object.fromEntries(
      tensors.flatMap(({ shape }, k) => shape.map((extent, axis) => [legs[k]![axis]!, extent])),
    );
    const plan = contractionPlan(legs, dimensions, []);
    energy += contract(plan, [...tensors, { interleaved: operator! }]).value.interleaved[0]!;
  }
  const state = networkState(isometricMera(sites, { bond: 4 }), theta!);
  const words = Array.from({ length: sites }, (_, k) => [k, (k + 1) % sites]).flatMap((pair) =>
    [...'XYZ'].map((letter) => ({
      word: Array.from({ length: sites }, (_, k) => (pair.includes(k) ? letter : 'I')).join(''),
      coefficient: 0.25,
    })),
  );
  expect(energy).toBeCloseTo(expectation({ qubits: sites, terms: words }, state), 12);
});

test('a brickwork has 15 angles for each gate, and a target of norm one', () => {
  const { theta, target } = brickworkInputs(5, 3).arrays;
  expect(theta!.length).toBe(15 * 6);
  expect(target!.reduce((sum, x) => sum + x * x, 0)).toBeCloseTo(1, 12);
});

test('every leg of the two layers of a pair state lies on two tensors', () => {
  const { ket, bra } = pairStateInputs(3, 2).arguments as { ket: string[][]; bra: string[][] };
  const counts = new Map<string, number>();
  for (const leg of [...ket, ...bra].flat()) counts.set(leg, (counts.get(leg) ?? 0) + 1);
  expect(new Set(counts.values())).toEqual(new Set([2]));
  expect(counts.size).toBe(2 * 12 + 9);
});
