import { describe, expect, test } from 'vitest';
import { columnOf, frobeniusNorm, gramMatrix } from '../../src/linalg/matrix.ts';
import { addScaled, norm } from '../../src/linalg/vector.ts';
import { entanglementEntropy, entanglementSpectrum, entropy, purity } from '../../src/state/entropy.ts';
import { buresDistance, fidelity, traceDistance } from '../../src/state/fidelity.ts';
import { mutualInformation, mutualInformationMatrix } from '../../src/state/mutual-information.ts';
import { negativity } from '../../src/state/negativity.ts';
import { projector, reducedDensityMatrix } from '../../src/state/reduced-density-matrix.ts';
import { schmidtDecomposition } from '../../src/state/schmidt.ts';
import { greatestDifference, matrixOf, oracle, vectorOf } from '../oracle/read-oracle.ts';

describe('a random state of sites of dimensions 2, 3, 2, 2, against NumPy', () => {
  const { dimensions, psi: numbers, regions, mutual, schmidtOfSite1 } = oracle.entropies;
  const psi = vectorOf(numbers);

  test.each(regions)('region $region', ({ region, eigenvalues, vonNeumann, renyi2, renyiHalf, bits }) => {
    const S = (options = {}): number => entanglementEntropy(psi, dimensions, region, options);
    expect(S()).toBeCloseTo(vonNeumann, 12);
    expect(S({ order: 2 })).toBeCloseTo(renyi2, 12);
    expect(S({ order: 0.5 })).toBeCloseTo(renyiHalf, 12);
    expect(S({ base: 2 })).toBeCloseTo(bits, 12);
    const spectrum = entanglementSpectrum(psi, dimensions, region);
    expect(greatestDifference(spectrum, eigenvalues.slice(0, spectrum.length))).toBeLessThan(1e-13);
    // the same from the density matrix of the whole, which is traced in another way
    const fromWhole = entropy(reducedDensityMatrix(projector(psi), dimensions, region));
    expect(fromWhole).toBeCloseTo(vonNeumann, 12);
  });

  test('mutual information', () => {
    mutualInformationMatrix(psi, dimensions).forEach((row, a) => {
      expect(greatestDifference(row, mutual[a]!)).toBeLessThan(1e-12);
    });
    expect(mutualInformation(psi, dimensions, [0], [2], { base: 2 })).toBeCloseTo(mutual[0]![2]! / Math.log(2), 12);
  });

  test('Schmidt decomposition, which gives the state back', () => {
    const { values, left, right } = schmidtDecomposition(psi, dimensions, [0]);
    const site1 = schmidtDecomposition(psi, dimensions, [1]);
    expect(greatestDifference(site1.values, schmidtOfSite1)).toBeLessThan(1e-13);
    let rebuilt = { length: 24, interleaved: new Float64Array(48) };
    values.forEach((value, k) => {
      const [l, r] = [columnOf(left, k), columnOf(right, k)];
      const term = new Float64Array(48);
      for (let i = 0; i < 2; i++) {
        for (let j = 0; j < 12; j++) {
          const [x, y, u, v] = [
            l.interleaved[2 * i]!,
            l.interleaved[2 * i + 1]!,
            r.interleaved[2 * j]!,
            r.interleaved[2 * j + 1]!,
          ];
          term[2 * (12 * i + j)] = x * u - y * v;
          term[2 * (12 * i + j) + 1] = x * v + y * u;
        }
      }
      rebuilt = addScaled(rebuilt, [value, 0], { length: 24, interleaved: term }) as typeof rebuilt;
    });
    expect(norm(addScaled(rebuilt, [-1, 0], psi))).toBeLessThan(1e-14);
    const gram = gramMatrix([columnOf(right, 0), columnOf(right, 1)]);
    expect(frobeniusNorm(gram) ** 2).toBeCloseTo(2, 13);
  });
});

describe('pairs of mixed states, full rank and rank-deficient, against SciPy', () => {
  test.each(oracle.distances)('pair %#', (pair) => {
    const [a, b] = [matrixOf(pair.a), matrixOf(pair.b)];
    expect(fidelity(a, b)).toBeCloseTo(pair.fidelity, 12);
    expect(fidelity(b, a)).toBeCloseTo(pair.fidelity, 12);
    expect(buresDistance(a, b)).toBeCloseTo(pair.bures, 12);
    expect(traceDistance(a, b)).toBeCloseTo(pair.trace, 12);
    expect(purity(a)).toBeCloseTo(pair.purity, 13);
    expect(entropy(a)).toBeCloseTo(pair.entropy, 12);
    expect(negativity(a, [2, 3], [0])).toBeCloseTo(pair.negativity, 12);
    expect(negativity(a, [2, 3], [1])).toBeCloseTo(pair.negativity, 12);
    const second = reducedDensityMatrix(a, [2, 3], [1]);
    expect(greatestDifference(second.interleaved, matrixOf(pair.reducedSecond).interleaved)).toBeLessThan(1e-14);
  });
});
