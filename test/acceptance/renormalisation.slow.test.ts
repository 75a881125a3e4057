import { expect, test } from 'vitest';
import { isPure } from '../../src/gaussian/entropies.ts';
import { latticeDirac } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { quadraticOfPauliSum } from '../../src/gaussian/jordan-wigner.ts';
import { solution } from '../../src/optimise/minimise.ts';
import {
  criticalIsing,
  criticalMera,
  criticalXxz,
  exactHolographicMapping,
  gaussianMera,
  layerGeometry,
  meraCertificate,
  operatorProduct,
  scalingSpectrum,
  waveletTransform,
} from '../../src/systems/renormalisation/index.ts';

test('on 1024 sites the exponents are 2K + 1 to one per cent', () => {
  const { state } = gaussianGroundState(latticeDirac(1024, {}, 'antiperiodic'));
  for (const [moments, filter] of [
    [1, 'haar'],
    [2, 'd4'],
    [3, 'd6'],
  ] as const) {
    const bulk = exactHolographicMapping(state, waveletTransform(1024, filter, { boundary: 'antiperiodic' }));
    const [layer] = layerGeometry(bulk, { distances: [32, 64], origins: 1 });
    const [near, far] = layer!.along;
    expect(Math.abs(Math.log2(near!.correlation / far!.correlation) / (2 * moments + 1) - 1)).toBeLessThan(0.01);
    expect(Math.abs(Math.log2(near!.information / far!.information) / (4 * moments + 2) - 1)).toBeLessThan(0.01);
    if (moments === 1) expect(isPure(bulk.state)).toBe(true);
  }
});

test('blocks of two and three sites: the energy of the critical Ising chain and the dimensions ½, ½, 3/2', () => {
  const ising = quadraticOfPauliSum({
    qubits: 2,
    terms: [
      { word: 'XX', coefficient: -1 },
      { word: 'ZI', coefficient: -0.5 },
      { word: 'IZ', coefficient: -0.5 },
    ],
  });
  for (const [block, maxSteps, error, spread] of [
    [2, 400, 1.7e-5, 0.025],
    [3, 2000, 5e-7, 0.01],
  ] as const) {
    const { energy, dimensions, centralCharge } = gaussianMera(ising, { block, maxSteps }).value;
    expect((energy * Math.PI) / 4 + 1).toBeGreaterThan(0);
    expect((energy * Math.PI) / 4 + 1).toBeLessThan(error);
    expect(Math.abs(centralCharge - 0.5)).toBeLessThan(0.005);
    expect(Math.abs(dimensions[0]! - 0.5)).toBeLessThan(spread);
    expect(Math.abs(dimensions[1]! - 0.5)).toBeLessThan(spread);
    expect(Math.abs(dimensions[2]! - 1.5)).toBeLessThan(0.1);
  }
});

test('ternary MERA of eight states: the energy of the critical Ising chain to 1e-6, its dimensions to two per cent', () => {
  const found = solution(criticalMera(criticalIsing(), { bonds: [4, 8], maxSteps: 100 }));
  const { error, dimensions, twisted, centralCharge, verdict } = meraCertificate(found[1]!, found[0]);
  expect(error).toBeGreaterThan(0);
  expect(error).toBeLessThan(1e-6);
  [1 / 8, 1, 9 / 8, 9 / 8].forEach((value, k) => {
    expect(Math.abs(dimensions[k]! / value - 1)).toBeLessThan(0.02);
  });
  [1 / 8, 1 / 2, 1 / 2].forEach((value, k) => {
    expect(Math.abs(twisted[k]! / value - 1)).toBeLessThan(0.01);
  });
  expect(Math.abs(2 * centralCharge - 1)).toBeLessThan(0.01);
  expect(verdict).toBe('critical as expected');
});

test('modified binary MERA of twelve states: the energy of the critical Ising chain to 3e-8, its dimensions, and C_σσε', () => {
  const shape = { form: 'modified-binary', block: 2, bonds: [4, 6, 8, 12], middles: [4, 4, 6, 8] } as const;
  const options = { ...shape, transitional: [1, 1, 2, 3], rounds: 60, maxSteps: [60, 60, 60, 140] };
  const found = solution(criticalMera(criticalIsing(), options));
  const last = found.at(-1)!;
  const { energy, dimensions, twisted, centralCharge, verdict } = meraCertificate(last, found.at(-2));
  expect(energy + 4 / Math.PI).toBeGreaterThan(0);
  expect(energy + 4 / Math.PI).toBeLessThan(3e-8);
  [1 / 8, 1, 9 / 8, 9 / 8, 2, 2].forEach((value, k) => {
    expect(Math.abs(dimensions[k]! / value - 1)).toBeLessThan(0.005);
  });
  [1 / 8, 1 / 2, 1 / 2].forEach((value, k) => {
    expect(Math.abs(twisted[k]! / value - 1)).toBeLessThan(0.002);
  });
  expect(Math.abs(2 * centralCharge - 1)).toBeLessThan(0.01);
  expect(verdict).toBe('critical as expected');
  const layer = last.network.fixed;
  const theta = last.theta.subarray(last.theta.length - layer.unit.parameters);
  const operators = scalingSpectrum(layer, theta, { places: 'kept' });
  const sigma = operators.find(({ charge }) => charge === 1)!;
  const epsilon = operators.filter(({ charge }) => charge === 0)[1]!;
  expect(Math.abs(2 * operatorProduct(layer, theta, [sigma, sigma, epsilon]) - 1)).toBeLessThan(0.01);
});

test('ternary MERA of eight states: the lowest dimensions, local and twisted, and the central charge of the XX chain', () => {
  const shape = { bonds: [4, 6, 8], middles: [4, 6, 6], transitional: 2 };
  const xx = solution(criticalMera(criticalXxz(0), { maxSteps: 60, ...shape }));
  const two = meraCertificate(xx[2]!, xx[1]);
  expect(two.error).toBeLessThan(2e-4);
  [1 / 4, 1 / 4, 1, 1, 1, 1].forEach((value, k) => {
    expect(Math.abs(two.dimensions[k]! / value - 1)).toBeLessThan(0.02);
  });
  [1 / 4, 1 / 2, 1 / 2].forEach((value, k) => {
    expect(Math.abs(two.twisted[k]! / value - 1)).toBeLessThan(0.03);
  });
  expect(Math.abs(two.centralCharge - 1)).toBeLessThan(0.08);
  expect(two.verdict).toBe('critical as expected');
});
