import { describe, expect, test } from 'vitest';
import { entropiesOfChain } from '../../src/chain/chain-regions.ts';
import { matrixProductOperator } from '../../src/chain/matrix-product-operator.ts';
import { chainOf } from '../../src/chain/matrix-product-state.ts';
import { groundStateBySweeps } from '../../src/chain/two-site-sweep.ts';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { infiniteXyChain } from '../../src/gaussian/infinite-chain.ts';
import { quadraticOfPauliSum } from '../../src/gaussian/jordan-wigner.ts';
import { gaussianExpectation, orderCorrelator } from '../../src/gaussian/order-correlator.ts';
import { lanczos } from '../../src/linalg/lanczos.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { pauliSumOperator } from '../../src/operator/pauli-sum.ts';
import { contiguousEntropies, entropiesOfState } from '../../src/state/region-entropies.ts';
import { distance } from '../helpers/dense-fermions.ts';

describe('the infinite Ising chain', () => {
  test('has ⟨X_0 X_r⟩ = (2/π)^r Π (1 − 1/4k²)^(k − r) at the critical point', () => {
    const state = infiniteXyChain(200);
    for (const r of [1, 2, 7, 40, 199]) {
      let log = r * Math.log(2 / Math.PI);
      for (let k = 1; k < r; k++) log += (k - r) * Math.log1p(-1 / (4 * k * k));
      expect(orderCorrelator(state, 0, r) / Math.exp(log)).toBeCloseTo(1, 11);
    }
    expect(gaussianExpectation(state, `Z${'I'.repeat(199)}`)).toBeCloseTo(2 / Math.PI, 13);
  });

  test('is dual to itself: strings of Z order in the field as X does below it', () => {
    // Π Z over r sites at field h is X_0 X_r at field 1/h.
    const [above, below] = [infiniteXyChain(31, { field: 1.25 }), infiniteXyChain(31, { field: 0.8 })];
    expect(orderCorrelator(above, 0, 29, 'string')).toBeCloseTo(orderCorrelator(below, 0, 30), 12);
  });

  test.each([0.2, 0.5, 0.8])('has the magnetisation (1 − h²)^⅛ at h = %f', (field) => {
    const correlator = orderCorrelator(infiniteXyChain(120, { field }), 0, 119);
    expect(correlator).toBeCloseTo((1 - field * field) ** 0.25, 11);
  });

  test('has an entropy in the gapped phase that does not grow', () => {
    const { entropy } = entropiesOfGaussian(infiniteXyChain(80, { field: 1.5 }));
    const interval = (length: number) => Array.from({ length }, (_, k) => k);
    expect(entropy(interval(80))).toBeCloseTo(entropy(interval(50)), 11);
  });
});

describe('against other solvers', () => {
  test('Lanczos, 12 sites: energy and the entropies of all intervals', () => {
    const sum = transverseFieldIsing(chain(12), { field: 0.9 });
    const { values, vectors } = lanczos(pauliSumOperator(sum), randomVector(2 ** 12, randomStream(1, 'start'))).value;
    const ground = gaussianGroundState(quadraticOfPauliSum(sum, { string: 'X' }));
    expect(ground.energy).toBeCloseTo(values[0]!, 11);
    const [exact, ours] = [entropiesOfState(vectors[0]!, new Array(12).fill(2)), entropiesOfGaussian(ground.state)];
    for (const length of [1, 3, 6, 11]) {
      const region = Array.from({ length }, (_, k) => k);
      expect(ours.entropy(region)).toBeCloseTo(exact.entropy(region), 9);
    }
    expect(contiguousEntropies(ours).length).toBe(77);
  });

  test('two-site sweeps, 10 sites', () => {
    const swept = groundStateBySweeps(matrixProductOperator(transverseFieldIsing(chain(10))), { bond: 16 }).value;
    const ground = gaussianGroundState(xyChain(10));
    expect(swept.energy).toBeCloseTo(ground.energy, 9);
    const chainEntropies = entropiesOfChain(chainOf(swept.network, swept.theta));
    const { entropy } = entropiesOfGaussian(ground.state);
    const halves = Array.from({ length: 9 }, (_, k) => Array.from({ length: k + 1 }, (_one, j) => j));
    expect(distance(halves.map(entropy), halves.map(chainEntropies.entropy))).toBeLessThan(1e-7);
  });
});
