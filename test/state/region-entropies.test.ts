import { describe, expect, test } from 'vitest';
import { complexVector } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { entanglementEntropy, purity } from '../../src/state/entropy.ts';
import { informationTable, mutualInformationMatrix, regionInformation } from '../../src/state/mutual-information.ts';
import { logarithmicNegativity, negativity, partialTranspose } from '../../src/state/negativity.ts';
import { projector, reducedDensityMatrix } from '../../src/state/reduced-density-matrix.ts';
import { contiguousEntropies, entropiesOfState, rememberedEntropy, sitesOf } from '../../src/state/region-entropies.ts';

const LOG2 = Math.LN2;
const dimensions = [2, 3, 2, 2];
const psi = randomVector(24, randomStream(1, 'state'));
/** cos φ|00⟩ + sin φ|11⟩. */
const pair = (phi: number) => complexVector([Math.cos(phi), 0, 0, Math.sin(phi)]);
const binary = (p: number): number => -p * Math.log(p) - (1 - p) * Math.log(1 - p);

describe('entropies of regions of a dense state', () => {
  test('are those of the reduced states, whatever the order of the sites', () => {
    const entropies = entropiesOfState(psi, dimensions);
    expect(entropies.entropy([3, 0])).toBe(entanglementEntropy(psi, dimensions, [0, 3]));
    expect(entropies.entropy([0, 3])).toBe(entropies.entropy([3, 0]));
    expect(entropies.entropy([])).toBeCloseTo(0, 14);
    expect(entropies.capacities).toEqual(dimensions.map(Math.log));
  });

  test('count environment as lost and references as sites of their own', () => {
    const entropies = entropiesOfState(psi, dimensions, { boundary: 2, references: 1 });
    const rho = reducedDensityMatrix(psi, dimensions, [0, 1, 2]);
    expect(entropies.capacities.length).toBe(3);
    expect(entropies.entropy([0, 1, 2])).toBeCloseTo(entanglementEntropy(psi, dimensions, [3]), 12);
    expect(entropies.entropy([1, 2])).toBeCloseTo(entanglementEntropy(rho, [2, 3, 2], [1, 2]), 12);
    expect(() => entropies.entropy([3])).toThrow('different sites below 3 required, got [3]');
    expect(contiguousEntropies(entropies).map(({ start, length }) => [start, length])).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(informationTable(entropies).length).toBe(2);
    expect(() => entropiesOfState(psi, dimensions, { boundary: 4, references: 1 })).toThrow('at most 4 sites');
  });

  test('are asked for in ascending order, each once, the empty one never', () => {
    const asked: string[] = [];
    const entropy = rememberedEntropy(12, (region) => asked.push(region.join(' ')));
    expect(entropy([])).toBe(0);
    expect(entropy([10, 9, 2])).toBe(1);
    expect(entropy([2, 10, 9])).toBe(1);
    expect(entropy([9, 10])).toBe(2);
    expect(asked).toEqual(['2 9 10', '9 10']);
    expect(() => entropy([12])).toThrow('different sites below 12');
  });

  test('of contiguous regions are those of their sites, or what is handed over', () => {
    const entropies = entropiesOfState(psi, dimensions, { boundary: 3 });
    const regions = contiguousEntropies(entropies);
    expect(regions.map(sitesOf)).toEqual([[0], [0, 1], [1], [1, 2], [2]]);
    for (const region of regions) {
      expect(region.entropy).toBeCloseTo(entanglementEntropy(psi, dimensions, sitesOf(region)), 13);
    }
    expect(contiguousEntropies({ ...entropies, contiguous: () => [] })).toEqual([]);
    expect(entropiesOfState(psi, dimensions, { boundary: 0, references: 1 }).capacities).toEqual([LOG2]);
    for (const options of [{ boundary: -1 }, { boundary: 2, references: -1 }, { boundary: 5 }]) {
      expect(() => entropiesOfState(psi, dimensions, options)).toThrow('at most 4 sites possible');
    }
  });

  test('take another order and base', () => {
    const { entropy, capacities } = entropiesOfState(pair(0.3), [2, 2], { order: 2, base: 2 });
    expect(entropy([0])).toBeCloseTo(-Math.log2(Math.cos(0.3) ** 4 + Math.sin(0.3) ** 4), 13);
    expect(capacities).toEqual([1, 1]);
  });
});

describe('closed forms of two qubits', () => {
  test.each([0.1, 0.6, Math.PI / 4])('cos φ|00⟩ + sin φ|11⟩ at φ = %f', (phi) => {
    const [rho, sine] = [projector(pair(phi)), Math.sin(2 * phi)];
    const S = binary(Math.cos(phi) ** 2);
    const [[aa, ab], [ba, bb]] = mutualInformationMatrix(pair(phi), [2, 2]) as [[number, number], [number, number]];
    for (const value of [aa, ab, ba, bb]) expect(value).toBeCloseTo(2 * S, 12);
    expect(purity(reducedDensityMatrix(pair(phi), [2, 2], [0]))).toBeCloseTo(1 - sine ** 2 / 2, 13);
    expect(purity(rho)).toBeCloseTo(1, 13);
    expect(negativity(rho, [2, 2], [1])).toBeCloseTo(sine / 2, 13); // eigenvalue −sin φ cos φ
    expect(logarithmicNegativity(rho, [2, 2], [1])).toBeCloseTo(Math.log(1 + sine), 13);
  });

  test('the Werner state p|Ψ⁻⟩⟨Ψ⁻| + (1 − p)/4 has negativity max(0, (3p − 1)/4)', () => {
    const singlet = projector(complexVector([0, Math.SQRT1_2, -Math.SQRT1_2, 0]));
    for (const p of [0.2, 1 / 3, 0.5, 1]) {
      const interleaved = singlet.interleaved.map((x, k) => p * x + (k % 10 === 0 ? (1 - p) / 4 : 0));
      const rho = { rows: 4, cols: 4, interleaved };
      expect(negativity(rho, [2, 2], [0])).toBeCloseTo(Math.max(0, (3 * p - 1) / 4), 12);
      expect(logarithmicNegativity(rho, [2, 2], [0])).toBeCloseTo(Math.log(Math.max(1, (1 + 3 * p) / 2)), 12);
      expect(purity(rho)).toBeCloseTo((1 + 3 * p ** 2) / 4, 12);
    }
  });

  test('the partial transpose exchanges the indices of its region, and is undone by itself', () => {
    const rho = projector(psi);
    const turned = partialTranspose(rho, dimensions, [1, 3]);
    const at = (row: number, column: number) => 2 * (row * 24 + column);
    const index = (a: number, b: number, c: number, d: number) => ((a * 3 + b) * 2 + c) * 2 + d;
    const [entry, source] = [at(index(0, 2, 1, 0), index(1, 1, 0, 1)), at(index(0, 1, 1, 1), index(1, 2, 0, 0))];
    expect(turned.interleaved[entry]).toBe(rho.interleaved[source]);
    expect(turned.interleaved[entry + 1]).toBe(rho.interleaved[source + 1]);
    expect(partialTranspose(turned, dimensions, [1, 3]).interleaved).toEqual(rho.interleaved);
    const whole = partialTranspose(rho, dimensions, [0, 1, 2, 3]);
    expect(whole.interleaved[at(5, 7)]).toBe(rho.interleaved[at(7, 5)]);
  });
});

test('GHZ: log 2 in every region, I = log 2 between any two regions that leave something out', () => {
  const ghz = complexVector(Array.from({ length: 32 }, (_, b) => (b === 0 || b === 31 ? Math.SQRT1_2 : 0)));
  const entropies = entropiesOfState(ghz, new Array(5).fill(2));
  for (const { entropy } of contiguousEntropies(entropies)) expect(entropy).toBeCloseTo(LOG2, 12);
  expect(contiguousEntropies(entropies).length).toBe(14);
  expect(regionInformation(entropies, [0, 3], [1])).toBeCloseTo(LOG2, 12);
  expect(regionInformation(entropies, [0, 3], [1, 2, 4])).toBeCloseTo(2 * LOG2, 12);
});
