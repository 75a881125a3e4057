import { describe, expect, test } from 'vitest';
import { chainGroundState } from '../../datasets/chain-ground-state.ts';
import { symmetricGhz, symmetricW } from '../../datasets/symmetric.ts';
import { blockCircuitModel, blockCircuitStart } from '../../models/block-circuit.ts';
import { chainOf } from '../../src/chain/matrix-product-state.ts';
import { blockCircuit } from '../../src/circuit/block-circuit.ts';
import { brickworkLayout } from '../../src/circuit/block-layout.ts';
import { productState } from '../../src/circuit/product-state.ts';
import { productVector } from '../../src/circuit/run-circuit.ts';
import { chainEntanglementBound } from '../../src/complexity/chain-entanglement-bound.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import { entanglementBound } from '../../src/complexity/entanglement-bound.ts';
import {
  blockChainCase,
  blockNegativeLog,
  blockTruncation,
  chainOfTarget,
} from '../../src/generative/block-chain-infidelity.ts';
import { generatedEntropies } from '../../src/generative/generated-entropies.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import type { TargetState } from '../../src/generative/target-state.ts';
import { zeroVector } from '../../src/linalg/complex.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { normalised } from '../../src/linalg/vector.ts';
import { networkState } from '../../src/network/network-state.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { largestDifference } from '../helpers/largest-difference.ts';

const local = { maxSize: 2, maxRange: 1, penalty: Infinity, sizeWeights: [1, 1] };
const ising = chainGroundState(transverseFieldIsing(chain(15)), { bond: 12 });

describe('a circuit of blocks beside a long target', () => {
  test('has the infidelity of amplitudes, at fifteen qubits', () => {
    const circuit = blockCircuit(15, brickworkLayout(chain(15), 3));
    const stream = randomStream(2, 'generators');
    const h = Float64Array.from({ length: circuit.parameters }, () => 0.2 * stream.normal());
    const amplitudes = normalised(networkState(ising.network, ising.theta));
    const pure: TargetState = { kind: 'pure', name: 'dense', dimensions: ising.dimensions, amplitudes };
    const [dense, own] = [infidelity(circuit, pure)(h), infidelity(circuit, ising)(h)];
    expect(own.value).toBeCloseTo(dense.value, 9);
    expect(largestDifference(own.gradient, dense.gradient)).toBeLessThan(1e-6);
    expect(Math.exp(-blockNegativeLog(circuit, ising)!(h).value)).toBeCloseTo(1 - dense.value, 9);
    expect(blockTruncation(circuit, h, ising)!.upperBound).toBeGreaterThan(dense.value);
  });

  test('is run on amplitudes where they are few, gates are far apart, or the target is no chain', () => {
    expect(blockChainCase(blockCircuit(14, [[0, 1]]), symmetricGhz(14))).toBeNull();
    expect(blockChainCase(blockCircuit(15, [[0, 1]]), symmetricGhz(15))).not.toBeNull();
    expect(blockChainCase(blockCircuit(15, [[0, 2]]), symmetricGhz(15))).toBeNull();
  });

  test('has the entropies of its state, for W those of a fraction m/n', () => {
    const n = 30;
    const options = { layers: 15, start: 'disentangled' } as const;
    const target = symmetricW(n);
    const circuit = blockCircuitModel(n, local, options);
    const theta = blockCircuitStart(n, local, options, target)!;
    const regions = generatedEntropies(circuit, theta).contiguous!();
    expect(regions.length).toBeGreaterThan(2 * (n - 1));
    for (const { length, entropy } of regions) {
      const p = length / n;
      expect(entropy).toBeCloseTo(-p * Math.log(p) - (1 - p) * Math.log(1 - p), 6);
    }
  });
});

describe('the entanglement bound of a matrix-product state', () => {
  test('is that of its amplitudes with fewer cuts', () => {
    const zero = zeroVector(2 ** 9);
    zero.interleaved[0] = 1;
    const small = chainGroundState(transverseFieldIsing(chain(9)));
    const amplitudes = normalised(networkState(small.network, small.theta));
    const matrixProduct = chainOf(small.network, small.theta);
    const dense = entanglementBound(controlWords(local, 9), zero, amplitudes);
    const own = chainEntanglementBound(controlWords(local, 9), matrixProduct);
    expect(own).toBeLessThan(dense + 1e-9);
    expect(own).toBeGreaterThan(0.8 * dense);
    // From |+…+⟩, to which the field turns every qubit, it is less.
    const plus = productState('plus', 9);
    const fromPlus = chainEntanglementBound(controlWords(local, 9), matrixProduct, plus);
    expect(fromPlus).toBeLessThan(entanglementBound(controlWords(local, 9), productVector(plus), amplitudes) + 1e-9);
    expect(fromPlus).toBeLessThan(0.9 * own);
  });

  test('of GHZ is that of n − 1 bonds, each turned by π/4', () => {
    const bonds = { ...local, sizeWeights: [1e9, 1] };
    const bound = chainEntanglementBound(controlWords(bonds, 30), chainOfTarget(symmetricGhz(30))!);
    expect(bound).toBeGreaterThan((Math.PI / 4 / Math.SQRT2) * Math.sqrt(29) - 1e-6);
    expect(() => chainEntanglementBound(controlWords(local, 5), chainOfTarget(symmetricGhz(30))!)).toThrow(
      '5 qubits required, got 30 sites',
    );
  });
});
