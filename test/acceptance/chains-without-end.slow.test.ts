/** @file Chains without end at large bond dimensions beside closed forms and published numbers. */

import { expect, test } from 'vitest';
import { correlationLengthFromDispersion } from '../../src/chain/dispersion-length.ts';
import { transferSpectrum } from '../../src/chain/transfer-spectrum.ts';
import { uniformGroundState } from '../../src/chain/uniform-chain.ts';
import { uniformExcitations } from '../../src/chain/uniform-excitations.ts';
import { uniformTerm } from '../../src/chain/uniform-term.ts';
import { chain } from '../../src/operator/lattice.ts';
import { heisenbergSpins } from '../../src/operator/spin-models.ts';
import { isingEnergy } from '../../train/studies/chains/gapped.ts';
import { spinChain } from '../../train/studies/chains/spin-one.ts';
import { isingTerm } from '../../train/studies/chains/terms.ts';

test.each([1.5, 2, 4])(
  'Ising chain, g = %d: gradient 1e-13, energy to 1e-12, both canonical forms with one spectrum',
  (g) => {
    for (const bond of [16, 32, 64]) {
      const { value, result } = uniformGroundState(isingTerm(g), { bond, tolerance: 1e-13 });
      expect(result).toBe('converged');
      expect(Math.abs(value.energy - isingEnergy(g))).toBeLessThan(1e-12);
      const { errors, correlationLength } = transferSpectrum(value).value;
      expect(Math.max(...errors)).toBeLessThan(1e-7);
      expect(correlationLength).toBeLessThan(1 / Math.log(g));
    }
  },
);

test('Haldane’s chain with 96 states: energy, gap and string order of White & Affleck (2008) and White & Huse (1993)', () => {
  const found = spinChain('Heisenberg', {}, 96);
  expect(found.bond).toBe(96);
  expect(found.energy).toBeGreaterThan(-1.401484038971);
  expect(found.energy).toBeLessThan(-1.401484038971 + 5e-10);
  expect(Math.abs(found.gap - 0.41047925)).toBeLessThan(2e-8);
  expect(Math.abs(found.string.at(-1)! + 0.374325096)).toBeLessThan(1e-7);
  // Multiplets of half-integer spin.
  found.schmidt.forEach((s, k) => {
    if (k % 2 === 1) expect(found.schmidt[k - 1]! / s).toBeCloseTo(1, 6);
  });
});

test('its correlation length by the dispersion of the magnon, from two bond dimensions and two windows', () => {
  const term = uniformTerm(heisenbergSpins(chain(4)));
  const lengths = (
    [
      [24, 0.6],
      [24, 0.5],
      [40, 0.6],
    ] as const
  ).map(([bond, from]) => {
    const state = uniformGroundState(term, { bond }).value;
    const { value } = correlationLengthFromDispersion(term, state, { points: 9, between: [from * Math.PI, Math.PI] });
    expect(value.error).toBeLessThan(3e-3);
    return value.correlationLength;
  });
  for (const length of lengths) {
    expect(Math.abs(length - 6.03)).toBeLessThan(0.01); // White & Huse: 6.03(1)
    expect(Math.abs(length - lengths[0]!)).toBeLessThan(1e-3);
  }
});

test('the gap at π does not depend on the direction from which π is reached', () => {
  const term = uniformTerm(heisenbergSpins(chain(4)));
  const state = uniformGroundState(term, { bond: 40 }).value;
  // At π all is real, beside it complex.
  const [there, beside] = uniformExcitations(term, state, [Math.PI, Math.PI - 1e-4]).value;
  expect(beside!.energies[0]! - there!.energies[0]!).toBeLessThan(1e-6);
  expect(beside!.energies[0]!).toBeGreaterThan(there!.energies[0]! - 1e-10);
});
