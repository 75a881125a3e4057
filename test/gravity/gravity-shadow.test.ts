import { describe, expect, test } from 'vitest';
import { groundState } from '../../datasets/ground-state.ts';
import { brickwall } from '../../models/brickwall.ts';
import { locallyPurifiedMps } from '../../models/locally-purified-mps.ts';
import { chainOfVector, networkOfChain } from '../../src/chain/matrix-product-state.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { regionFisherInformation } from '../../src/fisher/erasure.ts';
import { type GenerativeNetwork, stateVector } from '../../src/generative/generative-network.ts';
import { gravityShadow } from '../../src/gravity/gravity-shadow.ts';
import { spectrumShadow } from '../../src/gravity/spectrum-shadow.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { normalised } from '../../src/linalg/vector.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { place } from '../../src/operator/pauli.ts';
import { entanglementEntropy } from '../../src/state/entropy.ts';
import { mutualInformationMatrix } from '../../src/state/mutual-information.ts';
import { expMatrixAction } from '../helpers/local-filter.ts';

const qubits = (n: number) => new Array<number>(n).fill(2);
const { network, theta } = networkOfChain(
  chainOfVector(groundState(transverseFieldIsing(chain(6), { field: 1.2 })).amplitudes, qubits(6)),
);

describe('the response of an Ising ground state as a matrix-product state', () => {
  const { value, notes } = gravityShadow(network, theta);
  const shadow = value!;
  const psi = stateVector(network, theta);
  const at = (epsilon: number): ComplexVector => normalised(expMatrixAction(psi, shadow.site, epsilon));

  test('obeys the first law: what it leaves out is the relative entropy, of second order', () => {
    expect(shadow.firstLaw.length).toBeGreaterThan(3);
    expect(shadow.residual).toBeLessThan(1e-10);
    const [first, second] = shadow.firstLaw.map(({ modularChange, entropyChange }) => modularChange - entropyChange);
    const [small, large] = shadow.firstLaw.map(({ size }) => size);
    expect(Math.log(second! / first!) / Math.log(large! / small!)).toBeCloseTo(2, 1);
  });

  test('is the derivative along imaginary time of every entropy and every distance', () => {
    const h = 1e-4;
    for (const { start, length, value, change } of shadow.regions) {
      const region = Array.from({ length }, (_, k) => start + k);
      const S = (epsilon: number): number => entanglementEntropy(at(epsilon), qubits(6), region);
      expect(value).toBeCloseTo(S(0), 10);
      expect(change).toBeCloseTo((S(h) - S(-h)) / (2 * h), 6);
    }
    const distance = (epsilon: number, a: number, b: number): number =>
      -Math.log(mutualInformationMatrix(at(epsilon), qubits(6))[a]![b]! / (2 * Math.LN2));
    for (const [a, b] of [
      [0, 1],
      [2, 3],
      [1, 5],
    ] as const) {
      expect(shadow.distances[a]![b]!.change).toBeCloseTo((distance(h, a, b) - distance(-h, a, b)) / (2 * h), 5);
    }
  });

  test('has areas that answer like entropies where one bond is the whole cut', () => {
    for (const { start, length, change, cut } of shadow.regions) {
      if (start === 0 || start + length === 6) expect(cut!.change).toBeCloseTo(change, 8);
    }
    expect(notes).toEqual([]);
  });

  test('sees at most the weights of the spectrum but one, and no more than the half knows', () => {
    const spectrum = shadow.spectrum!;
    const F = regionFisherInformation(network, theta, shadow.half);
    expect(spectrum.whole).toBeCloseTo(
      F.data.reduce((sum, x, k) => (k % (F.rows + 1) === 0 ? sum + x : sum), 0),
      8,
    );
    expect(spectrum.rank).toBeLessThan(8);
    expect(spectrum.trace).toBeGreaterThan(0);
    expect(spectrum.trace).toBeLessThan(spectrum.whole);
  });
});

test('the spectrum of three commuting couplings of pairs is flat: R = 0 and no Einstein tensor', () => {
  // Pair k of sites (k, 3 + k) has the weights cos², sin² of half its angle: three independent coins, g = 1 in each angle.
  const words = ['YIIXII', 'IYIIXI', 'IIYIIX'];
  const gates = words.map((word, parameter) => ({ word, angle: { parameter } }));
  const circuit: Circuit = { kind: 'circuit', qubits: 6, parameters: 3, gates };
  const spectrum = spectrumShadow(circuit, Float64Array.of(0.7, 1.1, 0.9), [0, 1, 2])!;
  expect(spectrum.rank).toBe(3);
  expect(spectrum.trace).toBeCloseTo(3, 10);
  expect(spectrum.curvature).toBeCloseTo(0, 4);
  for (const value of spectrum.einstein) expect(value).toBeCloseTo(0, 4);
});

test('the spectrum of one qutrit’s weights is a sphere of radius 2: R = ½ in two dimensions, no Einstein tensor', () => {
  const qutrits: GenerativeNetwork = {
    kind: 'network',
    parameters: 18,
    nodes: [{ id: 'psi', legs: ['a', 'b'], tensor: { kind: 'free', offset: 0 } }],
    dimensions: { a: 3, b: 3 },
    boundary: ['a', 'b'],
    environment: [],
    bulk: [],
  };
  const psi = new Float64Array(18);
  psi.set([0.8], 0);
  psi.set([0.5], 8);
  psi.set([0.33], 16);
  const spectrum = spectrumShadow(qutrits, psi, [0])!;
  expect(spectrum.rank).toBe(2);
  expect(spectrum.curvature).toBeCloseTo(1 / 2, 4);
  expect(spectrum.einstein).toEqual([]);
});

test('GHZ has a half of rank two and a first law of second order: its entropy is greatest', () => {
  const gates = [
    { word: 'YIII', angle: Math.PI / 2 },
    ...[0, 1, 2].flatMap((q) => [
      { word: place(4, { [q]: 'Z', [q + 1]: 'X' }), angle: -Math.PI / 2 },
      { word: place(4, { [q]: 'Z' }), angle: Math.PI / 2 },
      { word: place(4, { [q + 1]: 'X' }), angle: Math.PI / 2 },
    ]),
  ];
  const { firstLaw, regions } = gravityShadow({ kind: 'circuit', qubits: 4, parameters: 0, gates }, new Float64Array(0))
    .value!;
  for (const { size, modularChange, entropyChange } of firstLaw) {
    // K = log 2 on the support; weights ½ ± ε/√2/(1 + ε²) of the two branches, of which Z prefers one.
    expect(modularChange).toBeCloseTo(0, 10);
    const p = 1 / 2 + size / Math.SQRT2 / (1 + size ** 2);
    expect(entropyChange).toBeCloseTo(-p * Math.log(p) - (1 - p) * Math.log(1 - p) - Math.LN2, 10);
  }
  expect(regions.find(({ start, length }) => start === 2 && length === 2)!.change).toBeCloseTo(0, 10);
});

describe('what has no answer', () => {
  test('a product state: the half without the disturbance does not notice', () => {
    const product = brickwall(4, { depth: 1 });
    const shadow = gravityShadow(product, new Float64Array(product.parameters)).value!;
    expect(shadow.half).toEqual([2, 3]);
    for (const { entropyChange, modularChange, relativeEntropy } of shadow.firstLaw) {
      for (const value of [entropyChange, modularChange, relativeEntropy]) expect(value).toBeCloseTo(0, 12);
    }
    expect(shadow.distances[0]![1]).toBeNull();
    expect(shadow.curvature).toBeNull();
    expect(shadow.spectrum).toBeNull();
  });

  test('a state of too many amplitudes', () => {
    const { value, notes } = gravityShadow(brickwall(13, { depth: 1 }), new Float64Array(37));
    expect(value).toBeNull();
    expect(notes.join()).toMatch(/at most 4096 amplitudes/);
  });
});

test('a mixed state answers too: regions and distances of its sites, not of its environment', () => {
  const mixed = locallyPurifiedMps([2, 3, 2], { bond: 2, purification: 2 });
  const shadow = gravityShadow(mixed, initialParameters(mixed, randomStream(2, 'theta'))).value!;
  expect(shadow.distances.map((row) => row.length)).toEqual([3, 3, 3]);
  expect(shadow.regions).toHaveLength(5);
  expect(shadow.residual).toBeLessThan(1e-9);
  expect(shadow.site).toBe(1); // a qutrit
});
