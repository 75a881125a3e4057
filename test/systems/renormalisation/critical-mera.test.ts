import { describe, expect, test } from 'vitest';
import { infiniteXyChain } from '../../../src/gaussian/infinite-chain.ts';
import { orderCorrelator } from '../../../src/gaussian/order-correlator.ts';
import { entropiesOfQubits } from '../../../src/gaussian/qubit-entropies.ts';
import { complexMatrix } from '../../../src/linalg/complex.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { gradedIsometries } from '../../../src/systems/renormalisation/graded-isometries.ts';
import {
  centralCharge,
  codeLeakage,
  criticalIsing,
  criticalMera,
  criticalPotts,
  criticalXxz,
  meraCertificate,
  meraCorrelations,
  meraInformation,
  operatorProduct,
  pauliChain,
  scalingSpectrum,
} from '../../../src/systems/renormalisation/index.ts';

const [ising] = solution(criticalMera(criticalIsing(), { bonds: [4], starts: 1, maxSteps: 150 }));
const { network, theta, energy } = ising!;
const layer = network.fixed;
const fixed = theta.subarray(theta.length - layer.unit.parameters);
const dimensions = (options: Parameters<typeof scalingSpectrum>[2] = {}): readonly number[] =>
  scalingSpectrum(layer, fixed, options).map(({ dimension }) => dimension);

describe('the ternary MERA of the critical Ising chain, four states to a site', () => {
  test('has the energy to 6e-5, above the exact one', () => {
    expect(energy).toBeGreaterThan(-4 / Math.PI);
    expect((energy + 4 / Math.PI) / (4 / Math.PI)).toBeLessThan(6e-5);
  });

  test('has the identity, σ, ε and the descendants of σ to two per cent', () => {
    const found = dimensions();
    expect(Math.abs(found[0]!)).toBeLessThan(1e-10);
    [1 / 8, 1, 9 / 8, 9 / 8].forEach((value, k) => {
      expect(Math.abs(found[k + 1]! / value - 1)).toBeLessThan(0.02);
    });
  });

  test('has the disorder operator and two fermions in the twisted sector', () => {
    const found = dimensions({ twist: 1 });
    expect(Math.abs(found[0]! * 8 - 1)).toBeLessThan(0.01);
    expect(Math.abs(found[1]! * 2 - 1)).toBeLessThan(0.003);
    expect(Math.abs(found[2]! * 2 - 1)).toBeLessThan(0.003);
    // Operators that keep their place have the same, less accurately.
    const kept = dimensions({ twist: 1, places: 'kept' });
    [1 / 8, 1 / 2, 1 / 2].forEach((value, k) => {
      expect(Math.abs(kept[k]! / value - 1)).toBeLessThan(0.1);
    });
    // The parity of μ is even, that of the fermions odd.
    const charges = scalingSpectrum(layer, fixed, { twist: 1 }).map(({ charge }) => charge);
    expect(charges.slice(0, 3)).toEqual([0, 1, 1]);
  });

  test('has c = ½ to two per cent and C_σσε = ½', () => {
    expect(Math.abs(2 * centralCharge(layer, fixed) - 1)).toBeLessThan(0.02);
    const operators = scalingSpectrum(layer, fixed, { places: 'kept' });
    const sigma = operators.find(({ charge }) => charge === 1);
    const epsilon = operators.filter(({ charge }) => charge === 0)[1];
    expect(operatorProduct(layer, fixed, [sigma!, sigma!, epsilon!])).toBeCloseTo(0.5, 1);
    expect(operatorProduct(layer, fixed, [sigma!, sigma!, sigma!])).toBeLessThan(1e-12);
  });

  test('has the correlations of the infinite chain', () => {
    const exact = infiniteXyChain(82, {});
    const x = complexMatrix([
      [0, 1],
      [1, 0],
    ]);
    for (const { distance, value } of meraCorrelations(ising!, x, 4)) {
      expect(value).toBeCloseTo(orderCorrelator(exact, 0, distance), 2);
    }
  });

  test('hides a coarse site from an erased one, by the least dimension of the same channel', () => {
    const least = dimensions({ places: 'kept' })[1]!;
    const leakage = codeLeakage(layer, fixed, 12);
    expect(leakage[0]!.information).toBeLessThanOrEqual(2 * Math.log(4));
    expect(Math.abs(leakage.at(-1)!.exponent! / least - 1)).toBeLessThan(0.03);
    // Nearer with every layer.
    expect(leakage.at(-1)!.exponent!).toBeLessThan(leakage.at(-3)!.exponent!);
  });

  test('is certified', () => {
    const certificate = meraCertificate(ising!);
    expect(certificate.verdict).toBe('critical as expected');
    expect(certificate.isometryDefect).toBeLessThan(1e-12);
    expect(certificate.fixedPointResidual).toBeLessThan(1e-10);
  });
});

describe('the modified binary MERA of the critical Ising chain, four states to a site', () => {
  const [found] = solution(
    criticalMera(criticalIsing(), { form: 'modified-binary', bonds: [4], starts: 1, rounds: 100, maxSteps: 150 }),
  );
  const own = found!.theta.subarray(found!.theta.length - found!.network.fixed.unit.parameters);
  const fixedLayer = found!.network.fixed;

  test('has the energy and the dimensions, local and twisted, of the chain', () => {
    expect((found!.energy + 4 / Math.PI) / (4 / Math.PI)).toBeLessThan(1e-4);
    const local = scalingSpectrum(fixedLayer, own).map(({ dimension }) => dimension);
    [1 / 8, 1, 9 / 8, 9 / 8].forEach((value, k) => {
      expect(Math.abs(local[k + 1]! / value - 1)).toBeLessThan(0.02);
    });
    // The identity with alternating signs, λ = −½, is no operator of dimension 1.
    expect(local.filter((value) => Math.abs(value - 1) < 0.05).length).toBe(1);
    const twisted = scalingSpectrum(fixedLayer, own, { twist: 1 }).map(({ dimension }) => dimension);
    [1 / 8, 1 / 2, 1 / 2].forEach((value, k) => {
      expect(Math.abs(twisted[k]! / value - 1)).toBeLessThan(0.01);
    });
  });

  test('has the same spectrum where parity acts between its layers, which turns the sign of odd eigenvalues', () => {
    const turned = own.slice();
    for (const { inputs, outputs, offset, width, blocks } of gradedIsometries(fixedLayer)) {
      if (inputs.length === outputs.length) continue;
      const { rows, columns } = blocks[1]!; // odd
      for (const row of rows) for (const column of columns) turned[offset + 2 * (row * width + column)]! *= -1;
    }
    const [before, after] = [own, turned].map((at) => scalingSpectrum(fixedLayer, at, { places: 'anywhere' }));
    expect(after![1]!.eigenvalue[0]).toBeCloseTo(-before![1]!.eigenvalue[0], 10);
    before!.slice(0, 8).forEach(({ dimension }, k) => {
      expect(after![k]!.dimension).toBeCloseTo(dimension, 8);
    });
  });

  test('has the correlations of the infinite chain at distances 2, 4, 8 …, and its mutual information', () => {
    const exact = infiniteXyChain(33, {});
    const { entropy } = entropiesOfQubits(exact);
    const flip = complexMatrix([
      [0, 1],
      [1, 0],
    ]);
    const correlations = meraCorrelations(found!, flip, 4);
    expect(correlations.map(({ distance }) => distance)).toEqual([2, 4, 8, 16, 32]);
    for (const { distance, value } of correlations) {
      expect(Math.abs(value / orderCorrelator(exact, 0, distance) - 1)).toBeLessThan(0.02);
    }
    for (const { distance, information } of meraInformation(found!, 4)) {
      expect(Math.abs(information / (2 * entropy([0]) - entropy([0, distance])) - 1)).toBeLessThan(0.03);
    }
  });

  test('has C_σσε and its use as a code at kept places, which are of two kinds', () => {
    const operators = scalingSpectrum(fixedLayer, own, { places: 'kept' });
    const sigma = operators.find(({ charge }) => charge === 1)!;
    const epsilon = operators.filter(({ charge }) => charge === 0)[1]!;
    expect(sigma.operators.length).toBe(2);
    expect(operatorProduct(fixedLayer, own, [sigma, sigma, epsilon])).toBeCloseTo(0.5, 1);
    expect(operatorProduct(fixedLayer, own, [sigma, sigma, sigma])).toBeLessThan(1e-12);
    const leakage = codeLeakage(fixedLayer, own, 16);
    expect(Math.abs(leakage.at(-1)!.exponent! / sigma.dimension - 1)).toBeLessThan(0.05);
  });
});

test('a network of the XX chain from a random start without symmetry has a good energy, a wrong spectrum, and is not believed', () => {
  const [xx] = solution(criticalMera(criticalXxz(0), { bonds: [4], graded: false, maxSteps: 100, starts: 1 }));
  const { verdict, error, dimensions: found, because } = meraCertificate(xx!);
  expect(error).toBeLessThan(0.02);
  expect(Math.max(...[0, 1].map((k) => Math.abs(found[k]! - 0.25)))).toBeGreaterThan(0.025);
  expect(verdict).toBe('wrong fixed point');
  expect(because).toContain('although the energy is only');
});

test('the Potts chain has two σ and one ε, conserving its charges', () => {
  const [potts] = solution(
    criticalMera(criticalPotts(), { bonds: [3], maxSteps: 40, rounds: 60, starts: 1, transitional: 1 }),
  );
  const exact = potts!.model.exact!.energy;
  expect(potts!.energy).toBeGreaterThan(exact);
  expect(potts!.energy / exact - 1).toBeGreaterThan(-0.02);
  const own = potts!.theta.subarray(potts!.theta.length - potts!.network.fixed.unit.parameters);
  const [, first, second] = scalingSpectrum(potts!.network.fixed, own);
  expect([first!.charge, second!.charge].sort()).toEqual([1, 2]);
  expect(first!.dimension).toBeCloseTo(second!.dimension, 10);
  // The strings of τ and of τ† are conjugate: the same dimensions, of opposite charges.
  const [one, other] = [1, 2].map((twist) => scalingSpectrum(potts!.network.fixed, own, { twist }));
  one!.slice(0, 4).forEach(({ dimension }, k) => {
    expect(dimension).toBeCloseTo(other![k]!.dimension, 9);
  });
  expect(one![0]!.dimension).toBeGreaterThan(1e-3);
});

test('a chain of the user’s own, in letters of the user’s own, has the same energy', () => {
  const terms = [
    { word: 'ZZ', coefficient: -1 },
    { word: 'XI', coefficient: -1 },
  ];
  const [mera] = solution(
    criticalMera(pauliChain('own', { qubits: 2, terms }), { bonds: [2], maxSteps: 60, starts: 4 }),
  );
  expect(mera!.energy).toBeGreaterThan(-4 / Math.PI);
  expect(mera!.energy).toBeLessThan(-1.26);
  expect(meraCertificate(mera!).error).toBeNull();
});

test('bonds must ascend', () => {
  const run = () => solution(criticalMera(criticalIsing(), { bonds: [4, 4] }));
  expect(run).toThrow('ascending bond dimensions above 1 required, got [4,4]');
  for (const [name, list] of [
    ['middles', { middles: [2, 3] }],
    ['transitional layers', { transitional: [3, 2] }],
  ] as const) {
    expect(() =>
      solution(criticalMera(criticalIsing(), { bonds: name === 'middles' ? [4] : [3, 4], ...list })),
    ).toThrow(`as many ${name} as bonds required, not descending`);
  }
});

test('layers and states between disentanglers and isometries may be added as bonds grow', () => {
  const search = criticalMera(criticalIsing(), {
    form: 'modified-binary',
    bonds: [2, 4],
    middles: [2, 3],
    transitional: [1, 2],
    rounds: 5,
    maxSteps: 2,
    starts: 1,
  });
  const found = solution(search);
  expect(found.map(({ network: own }) => own.transitional.length)).toEqual([1, 2]);
  expect(found[1]!.network.fixed.unit.dimensions).toMatchObject({ f1: 4, m1: 3, c0: 4 });
  expect(found[1]!.energy).toBeLessThan(found[0]!.energy);
});

test('of several starts the one of least energy goes on; in all but the first v begins as the mirror image of w', () => {
  const options = { form: 'modified-binary', bonds: [2], rounds: 20, maxSteps: 5 } as const;
  const [best] = solution(criticalMera(criticalIsing(), options));
  expect(best!.starts.length).toBe(4);
  expect(new Set(best!.starts).size).toBe(4);
  const [first] = solution(criticalMera(criticalIsing(), { ...options, starts: 1 }));
  expect(first!.starts).toEqual(best!.starts.slice(0, 1));
  expect(Math.min(...best!.starts)).toBeLessThan(best!.starts[0]!);
  // The last energy of a round is that before its updates.
  expect(best!.energy).toBeLessThan(Math.min(...best!.starts));
});

test('there are more layers below the one that repeats itself as the bond grows, if none are asked for', () => {
  const search = { bonds: [4, 6], rounds: 1, maxSteps: 1, starts: 1 };
  const counts = solution(criticalMera(criticalIsing(), search)).map(({ network: own }) => own.transitional.length);
  expect(counts).toEqual([2, 3]);
});
