import { describe, expect, test } from 'vitest';
import { chainOfCircuit } from '../../src/chain/circuit-chain.ts';
import { networkOfChain, schmidtValues } from '../../src/chain/matrix-product-state.ts';
import { parametrised } from '../../src/circuit/circuit.ts';
import { localCircuitOfGaussian } from '../../src/circuit/local-fermion-circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { innerProduct, norm } from '../../src/linalg/vector.ts';
import { networkState } from '../../src/network/network-state.ts';
import { distributionEntropy } from '../../src/state/entropy.ts';

const stateOf = (chain: Parameters<typeof networkOfChain>[0]) => {
  const { network, theta } = networkOfChain(chain);
  return networkState(network, theta);
};

const words = [
  'XXIII',
  'IIZYI',
  'IYIII',
  'IIIXZ',
  'ZZIII',
  'IIIIY',
  'IXYII',
  'IZZII',
  'IIXII',
  'IIIII',
  'XIIII',
  'IIYYI',
];
const circuit = parametrised(
  5,
  [...words, ...words],
  [0.3, 1, 0, 2, 0.5].map((polar) => ({ polar, azimuth: 1 - polar })),
);
const theta = Float64Array.from({ length: 24 }, (_, k) => randomStream(k, 'angle').normal());

describe('the chain of a circuit of neighbours', () => {
  test('is its state, phase included, of norm 1', () => {
    const { chain, lost } = chainOfCircuit(circuit, theta);
    const [re, im] = innerProduct(stateOf(chain), runCircuit(circuit, theta));
    expect(re).toBeCloseTo(1, 13);
    expect(im).toBeCloseTo(0, 13);
    expect(lost).toBeLessThan(1e-15);
    expect(chain.map(({ shape }) => shape[2]!)).toEqual([2, 4, 4, 2, 1]);
  });

  test('cut to a bond is near in fidelity to what it says it dropped, and of norm 1', () => {
    const { chain, lost } = chainOfCircuit(circuit, theta, { bond: 2 });
    const psi = stateOf(chain);
    const [re, im] = innerProduct(psi, runCircuit(circuit, theta));
    expect(norm(psi)).toBeCloseTo(1, 12);
    expect(Math.max(...chain.map(({ shape }) => shape[2]!))).toBe(2);
    const missed = 1 - re * re - im * im;
    expect(missed).toBeGreaterThan(0.01);
    expect(missed / lost).toBeGreaterThan(0.4);
    expect(missed / lost).toBeLessThan(2);
  });

  test('of a critical Ising chain has the entropies of its covariance', () => {
    const { state } = gaussianGroundState(xyChain(40));
    const local = localCircuitOfGaussian(state, { block: 9, tolerance: 0 });
    const { chain, lost } = chainOfCircuit(local.network, local.theta, { tolerance: 1e-12 });
    expect(lost).toBeLessThan(1e-9);
    const { entropy } = entropiesOfGaussian(state);
    schmidtValues(chain).forEach((values, k) => {
      const half = Array.from({ length: k + 1 }, (_, site) => site);
      expect(distributionEntropy(values.map((x) => x * x))).toBeCloseTo(entropy(half), 6);
    });
  });

  test('refuses gates between sites that are apart, one qubit, and mixed references', () => {
    expect(() => chainOfCircuit(parametrised(3, ['XIX']), Float64Array.of(1))).toThrow(
      'on neighbours required, got XIX',
    );
    expect(() => chainOfCircuit(parametrised(1, ['X']), Float64Array.of(1))).toThrow('at least two qubits required');
    const mixed = { ...parametrised(2, []), reference: { spectrum: [1, 0, 0, 0] } };
    expect(() => chainOfCircuit(mixed, new Float64Array(0))).toThrow('got a spectrum');
  });
});
