import { describe, expect, test } from 'vitest';
import { chainOfBlocks } from '../../src/chain/block-chain.ts';
import { blockChainInfidelity, blockChainNegativeLog, truncatedInfidelity } from '../../src/chain/block-overlap.ts';
import { chainOfVector, networkOfChain } from '../../src/chain/matrix-product-state.ts';
import { type BlockCircuit, blockCircuit } from '../../src/circuit/block-circuit.ts';
import { brickworkLayout, tripleLayout } from '../../src/circuit/block-layout.ts';
import { blockInfidelity, runBlockCircuit } from '../../src/circuit/run-block-circuit.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { networkState } from '../../src/network/network-state.ts';
import { chain } from '../../src/operator/lattice.ts';
import { checkGradient } from '../../src/optimise/check-gradient.ts';
import { largestDifference } from '../helpers/largest-difference.ts';

const amplitudesOf = (tensors: Parameters<typeof networkOfChain>[0]) => {
  const { network, theta } = networkOfChain(tensors);
  return networkState(network, theta);
};
const generatorsOf = ({ parameters }: BlockCircuit, amplitude: number) => {
  const stream = randomStream(parameters, 'generators');
  return Float64Array.from({ length: parameters }, () => amplitude * stream.normal());
};
const qubits = 8;
const pairs = blockCircuit(qubits, brickworkLayout(chain(qubits), 5));
const triples = blockCircuit(qubits, tripleLayout(qubits, 4));
const tilted = {
  ...pairs,
  reference: Array.from({ length: qubits }, (_, k) => ({ polar: 0.3 * k, azimuth: 1 - k })),
};
const scattered = blockCircuit(qubits, [[3, 4], [0, 1], [1, 2], [4], [2, 3, 4], [6, 7], [3, 4], [5, 6]]);
const target = randomVector(2 ** qubits, randomStream(5, 'target'));
const targetChain = chainOfVector(target, new Array(qubits).fill(2));
const exact = { tolerance: 1e-30 };
const infidelityOf = (psi: Parameters<typeof innerProduct>[0], phi: typeof psi): number => {
  const [re, im] = innerProduct(psi, phi);
  return 1 - re * re - im * im;
};

describe('a circuit of blocks on a chain', () => {
  test.each([
    ['pairs', pairs],
    ['triples, with pairs and single qubits at the ends', triples],
    ['a product state as reference', tilted],
    ['gates in no regular layers', scattered],
  ])('makes the state of its amplitudes, phase included: %s', (_, circuit) => {
    const h = generatorsOf(circuit, 0.4);
    const { chain: tensors, discarded } = chainOfBlocks(circuit, h, exact);
    const [re, im] = innerProduct(amplitudesOf(tensors), runBlockCircuit(circuit, h));
    expect(re).toBeCloseTo(1, 12);
    expect(im).toBeCloseTo(0, 12);
    expect(discarded).toBeLessThan(1e-13);
  });

  test('cut to a bond is within the angle that it tells, and about as far as the weights dropped', () => {
    const h = generatorsOf(pairs, 0.15);
    for (const bond of [3, 4, 6]) {
      const cut = chainOfBlocks(pairs, h, { bond });
      const missed = infidelityOf(amplitudesOf(cut.chain), runBlockCircuit(pairs, h));
      expect(cut.bond).toBe(bond);
      expect(Math.asin(Math.sqrt(missed))).toBeLessThan(cut.angle);
      expect(missed / cut.discarded).toBeGreaterThan(0.3);
      expect(missed / cut.discarded).toBeLessThan(3);
    }
  });

  test('of forty qubits has the fidelity of a product of rotations', () => {
    const n = 40;
    const circuit = blockCircuit(n, brickworkLayout(chain(n), 1), (word) => /^I*YI*$/.test(word));
    const zero = chainOfBlocks(circuit, new Float64Array(circuit.parameters)).chain;
    const h = Float64Array.from({ length: circuit.parameters }, (_, k) => 0.01 * (k + 1));
    const expected = h.reduce((product, a) => product * Math.cos(a) ** 2, 1);
    const { value, gradient } = blockChainNegativeLog(circuit, zero)(h);
    expect(value).toBeCloseTo(-Math.log(expected), 12);
    expect(
      largestDifference(
        gradient,
        h.map((a) => 2 * Math.tan(a)),
      ),
    ).toBeLessThan(1e-12);
    expect(truncatedInfidelity(circuit, h, zero).infidelity).toBeCloseTo(1 - expected, 12);
  });

  test('with gates elsewhere, one qubit, or a mixed reference is refused', () => {
    const apart = blockCircuit(3, [[0, 2]]);
    expect(() => chainOfBlocks(apart, new Float64Array(15))).toThrow(
      'gates on neighbours in ascending order required, got one on [0,2]',
    );
    expect(() => chainOfBlocks(blockCircuit(2, [[1, 0]]), new Float64Array(15))).toThrow('got one on [1,0]');
    expect(() => chainOfBlocks(blockCircuit(1, [[0]]), new Float64Array(3))).toThrow(
      'at least two qubits required, got 1',
    );
    const mixed = { ...blockCircuit(2, [[0, 1]]), reference: { spectrum: [1, 0, 0, 0] } };
    expect(() => chainOfBlocks(mixed, new Float64Array(15))).toThrow('got a spectrum');
    expect(() => blockChainInfidelity(apart, targetChain)).toThrow('a target of 3 qubits required, got 8 sites');
  });
});

describe('the overlap of a circuit of blocks with a matrix-product state', () => {
  test.each([
    ['pairs', pairs],
    ['triples', triples],
    ['a product state as reference', tilted],
    ['gates in no regular layers', scattered],
  ])('has value and gradient of the amplitudes where no bond is cut: %s', (_, circuit) => {
    const h = generatorsOf(circuit, 0.4);
    const dense = blockInfidelity(circuit, target)(h);
    const own = blockChainInfidelity(circuit, targetChain, exact)(h);
    const logarithm = blockChainNegativeLog(circuit, targetChain, exact)(h);
    expect(own.value).toBeCloseTo(dense.value, 12);
    expect(largestDifference(own.gradient, dense.gradient)).toBeLessThan(1e-13);
    expect(Math.exp(-logarithm.value)).toBeCloseTo(1 - dense.value, 12);
    const scaled = dense.gradient.map((slope) => slope / (1 - dense.value));
    expect(largestDifference(logarithm.gradient, scaled)).toBeLessThan(1e-9);
  });

  test('has the gradient of differences as far as the cuts allow', () => {
    const h = generatorsOf(pairs, 0.1);
    const near = chainOfBlocks(
      pairs,
      h.map((a, k) => a + 0.05 * Math.sin(k)),
      exact,
    ).chain;
    const fine = checkGradient(blockChainNegativeLog(pairs, near, { tolerance: 1e-14 }), h, { directions: 1 });
    expect(fine.relativeError).toBeLessThan(1e-6);
    expect(fine.taylorOrder).toBeGreaterThan(1.9);
    const coarse = blockChainNegativeLog(pairs, near, { tolerance: 1e-6 })(h).gradient;
    const whole = blockChainNegativeLog(pairs, near, exact)(h).gradient;
    expect(largestDifference(coarse, whole)).toBeGreaterThan(1e-6);
    expect(largestDifference(coarse, whole)).toBeLessThan(1e-2);
  });

  test('is bounded above by the angle of the cuts', () => {
    const h = generatorsOf(pairs, 0.12);
    const near = h.map((a, k) => a + 0.02 * Math.sin(k));
    const there = runBlockCircuit(pairs, near);
    const towards = chainOfVector(there, new Array(qubits).fill(2));
    const missed = infidelityOf(there, runBlockCircuit(pairs, h));
    const found = truncatedInfidelity(pairs, h, towards, { bond: 5 });
    expect(found.upperBound).toBeGreaterThan(missed);
    expect(found.upperBound).toBeLessThan(1);
    expect(truncatedInfidelity(pairs, h, towards, exact).infidelity).toBeCloseTo(missed, 12);
  });

  test('of orthogonal states is none, and no direction is better', () => {
    const flip = blockCircuit(2, [[0, 1]]);
    const one = [0, 1].map(() => ({ shape: [1, 2, 1], interleaved: Float64Array.of(0, 0, 1, 0) }));
    const { value, gradient } = blockChainNegativeLog(flip, one)(new Float64Array(15));
    expect(value).toBe(Infinity);
    expect(gradient.every((slope) => slope === 0)).toBe(true);
  });
});
