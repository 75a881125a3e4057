import { expect, test } from 'vitest';
import { gaussianEntropy } from '../../src/gaussian/entropies.ts';
import { xyChain } from '../../src/gaussian/fermion-models.ts';
import { restricted } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { gaussianModularHamiltonian } from '../../src/gaussian/modular-hamiltonian.ts';
import { cornerTransferSpectrum } from '../../src/gravity/corner-transfer-spectrum.ts';

const half = (field: number) => {
  const { state } = gaussianGroundState(xyChain(200, { field }));
  return restricted(
    state,
    Array.from({ length: 100 }, (_, site) => site),
  );
};

test.each([0.3, 0.7, 0.9, 1.2, 2])('levels at h = %f are those of half of a chain of 200 sites', (field) => {
  const { energies } = cornerTransferSpectrum(field, 4);
  const measured = gaussianModularHamiltonian(half(field)).energies;
  energies.forEach((energy, l) => {
    // a chain of 200 sites differs by correlations over its half; energies lose digits as e^ε·1e-16
    const allowed = 10 * Math.min(field, 1 / field) ** 100 + 1e-14 * Math.exp(energy) + 1e-9;
    if (energy < 25) expect(Math.abs(measured[l]! - energy)).toBeLessThan(allowed);
  });
  expect(energies[0]! === 0).toBe(field < 1);
});

test('their entropy is that of the chain, log 2 at small fields', () => {
  const entropy = (field: number): number =>
    cornerTransferSpectrum(field).energies.reduce(
      (sum, e) => sum + e / (Math.exp(e) + 1) + Math.log1p(Math.exp(-e)),
      0,
    );
  for (const field of [0.5, 1.5]) expect(entropy(field)).toBeCloseTo(gaussianEntropy(half(field)), 8);
  expect(entropy(1e-6)).toBeCloseTo(Math.LN2, 9);
});

test('the metric is the Fisher metric of the spectrum, and diverges towards h = 1', () => {
  for (const field of [0.6, 0.95, 1.3]) {
    const { energies, metric } = cornerTransferSpectrum(field);
    const step = 1e-5;
    const [above, below] = [field + step, field - step].map((h) => cornerTransferSpectrum(h, energies.length).energies);
    const expected = energies.reduce((sum, e, l) => {
      const [p, q, m] = [e, above![l]!, below![l]!].map((x) => 1 / (Math.exp(x) + 1));
      return sum + ((q! - m!) / (2 * step)) ** 2 / (p! * (1 - p!));
    }, 0);
    expect(metric / expected).toBeCloseTo(1, 6);
  }
  const near = cornerTransferSpectrum(1 - 1e-10);
  const slope = (cornerTransferSpectrum(1 - 1e-10 + 1e-14).spacing - near.spacing) / 1e-14;
  expect(near.metric / (((Math.PI ** 2 / 12) * slope ** 2) / near.spacing ** 3)).toBeCloseTo(1, 1);
  expect(cornerTransferSpectrum(0)).toMatchObject({ metric: 0, spacing: Infinity });
  expect(() => cornerTransferSpectrum(1)).toThrow(/h ≠ 1, required, got 1/);
});
