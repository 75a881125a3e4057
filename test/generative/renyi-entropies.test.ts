import { expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { noisyGhz } from '../../datasets/werner.ts';
import { hopping } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { fermionState } from '../../src/generative/fermion-rules.ts';
import { renyiEntropies } from '../../src/generative/renyi-entropies.ts';
import { asPure } from '../../src/generative/state-rules.ts';
import { chain } from '../../src/operator/lattice.ts';

test('a flat spectrum has one entropy of all orders; that of a mixed state is of its density matrix', () => {
  expect(renyiEntropies(ghz(4)).entropy([0, 1])).toBeCloseTo(Math.LN2, 12);
  expect(renyiEntropies(ghz(4), 5).entropy([2])).toBeCloseTo(Math.LN2, 12);
  // p|GHZ⟩⟨GHZ| + (1 − p)/4: eigenvalues p + (1 − p)/4 once and (1 − p)/4 three times.
  const p = 0.6;
  const purity = (p + (1 - p) / 4) ** 2 + 3 * ((1 - p) / 4) ** 2;
  expect(renyiEntropies(noisyGhz(2, p)).entropy([0, 1])).toBeCloseTo(-Math.log(purity), 12);
});

test('entropies of an interval of fermions are those of their amplitudes', () => {
  const { state } = gaussianGroundState(hopping(chain(6)));
  const target = fermionState('hopping', state, { regions: 'modes' });
  const own = renyiEntropies(target).entropy([0, 1, 2]);
  expect(own).toBeCloseTo(renyiEntropies(asPure(target)!).entropy([0, 1, 2]), 10);
  expect(own).toBeLessThan(renyiEntropies(target, 1).entropy([0, 1, 2]));
});
