import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { modeTransform, transformed } from '../../src/gaussian/evolution.ts';
import { gaussianFidelity, gaussianOverlap } from '../../src/gaussian/fidelity.ts';
import { restricted } from '../../src/gaussian/gaussian-state.ts';
import { gaussianRelativeEntropy } from '../../src/gaussian/modular-hamiltonian.ts';
import { purification } from '../../src/gaussian/thermal.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { realIdentity } from '../../src/linalg/real-product.ts';
import { randomGaussian } from '../helpers/random-gaussian.ts';

const options = { seed: 1, numRuns: 15 };
const seeds = fc.integer({ min: 1, max: 1e6 });
/** Five modes, with one or more of them pure at times. */
const spectrum = (statistics: 'fermion' | 'boson') =>
  fc
    .array(fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })), { minLength: 5, maxLength: 5 })
    .map((list) => (statistics === 'fermion' ? list : list.map((x) => 1 + 2 * (1 - x))));
const regions = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 });

describe.each(['fermion', 'boson'] as const)('%s states', (statistics) => {
  test('obey strong subadditivity, S(AB) + S(BC) ≥ S(ABC) + S(B)', () => {
    fc.assert(
      fc.property(spectrum(statistics), seeds, regions, (values, seed, parts) => {
        const { entropy } = entropiesOfGaussian(randomGaussian(statistics, values, seed));
        const of = (...wanted: number[]) => entropy([0, 1, 2, 3, 4].filter((site) => wanted.includes(parts[site]!)));
        return of(0, 1) + of(1, 2) - of(0, 1, 2) - of(1) > -1e-11;
      }),
      options,
    );
  });

  test('purified have S(A) = S(Aᶜ)', () => {
    fc.assert(
      fc.property(spectrum(statistics), seeds, regions, (values, seed, parts) => {
        const state = purification(randomGaussian(statistics, values, seed));
        const side = [...parts, ...parts.toReversed()];
        const sites = (inside: boolean) => side.flatMap((part, site) => (part < 2 === inside ? [site] : []));
        // As parts of a state of which no whole is known, so that neither takes the place of the other.
        const open = (region: number[]) =>
          region.length === 0 ? 0 : entropiesOfGaussian(restricted(state, region)).entropy(region.map((_, k) => k));
        return Math.abs(open(sites(true)) - open(sites(false))) < 1e-6;
      }),
      options,
    );
  });

  test('keep the entropies of a region under transformations of it alone', () => {
    fc.assert(
      fc.property(spectrum(statistics), seeds, (values, seed) => {
        const state = randomGaussian(statistics, values, seed);
        const local = realIdentity(10).data;
        const U = modeTransform(randomUnitary(2, randomStream(seed, 'local')), statistics).data;
        const place = (k: number) => (statistics === 'fermion' ? k : k < 2 ? k : k + 3); // modes 0 and 1
        for (let i = 0; i < 4; i++) for (let j = 0; j < 4; j++) local[place(i) * 10 + place(j)] = U[4 * i + j]!;
        const after = transformed(state, { rows: 10, cols: 10, data: local });
        const [before, now] = [entropiesOfGaussian(state), entropiesOfGaussian(after)];
        return [
          [0, 1],
          [2, 3],
          [0, 1, 4],
        ].every((region) => Math.abs(before.entropy(region) - now.entropy(region)) < 1e-11);
      }),
      options,
    );
  });

  test('have fidelities in [0, 1], symmetric, not less than the overlap, more on a part', () => {
    fc.assert(
      fc.property(spectrum(statistics), spectrum(statistics), seeds, seeds, (p, q, seed, other) => {
        const [a, b] = [randomGaussian(statistics, p, seed), randomGaussian(statistics, q, other)];
        const [F, mirrored] = [gaussianFidelity(a, b), gaussianFidelity(b, a)];
        const part = gaussianFidelity(restricted(a, [0, 3]), restricted(b, [0, 3]));
        return (
          F >= 0 && F <= 1 && Math.abs(F - mirrored) < 1e-7 && F >= gaussianOverlap(a, b) - 1e-12 && part >= F - 1e-7
        );
      }),
      options,
    );
  });

  test('have relative entropies that are not negative, and fall when modes are lost', () => {
    fc.assert(
      fc.property(spectrum(statistics), spectrum(statistics), seeds, seeds, (p, q, seed, other) => {
        const [a, b] = [randomGaussian(statistics, p, seed), randomGaussian(statistics, q, other)];
        const whole = gaussianRelativeEntropy(a, b);
        const part = gaussianRelativeEntropy(restricted(a, [1, 4]), restricted(b, [1, 4]));
        expect(whole).toBeGreaterThanOrEqual(part - 1e-10);
        // Pinsker and Fuchs–van de Graaf: S ≥ −log F.
        expect(whole).toBeGreaterThanOrEqual(-Math.log(gaussianFidelity(a, b)) - 1e-6);
      }),
      options,
    );
  });
});
