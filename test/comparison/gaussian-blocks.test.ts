import { describe, expect, test } from 'vitest';
import { fermionGroundState } from '../../datasets/gaussians.ts';
import { groundState } from '../../datasets/ground-state.ts';
import { chainCovariance } from '../../src/chain/chain-covariance.ts';
import { chainOfVector } from '../../src/chain/matrix-product-state.ts';
import { blockCircuit } from '../../src/circuit/block-circuit.ts';
import { brickworkLayout } from '../../src/circuit/block-layout.ts';
import { blockInfidelity, runBlockCircuit } from '../../src/circuit/run-block-circuit.ts';
import { gaussianBlockMiss, gaussianBlocks } from '../../src/comparison/gaussian-blocks.ts';
import { blockLength } from '../../src/complexity/block-length.ts';
import { DomainError } from '../../src/errors.ts';
import { quadraticOfPauliSum, turnedWord } from '../../src/gaussian/jordan-wigner.ts';
import { metricControls } from '../../src/geodesic/gaussian/majorana-controls.ts';
import { orbitGeodesic } from '../../src/geodesic/gaussian/orbit-geodesic.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { chain } from '../../src/operator/lattice.ts';
import { place } from '../../src/operator/pauli.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { centralDifferences } from '../helpers/central-differences.ts';
import { largestDifference } from '../helpers/largest-difference.ts';

const metric = { maxSize: 2, maxRange: 1, penalty: Infinity } as const;
const neighbours = (n: number, layers: number) => blockCircuit(n, brickworkLayout(chain(n), layers, 0));

/** H = −Σ XX − Σ Z, whose strings are of Z: a real Gaussian ground state of even parity beside |0…0⟩. */
const ising = (n: number) => ({
  qubits: n,
  terms: [
    ...Array.from({ length: n - 1 }, (_, j) => ({ word: place(n, { [j]: 'X', [j + 1]: 'X' }), coefficient: -1 })),
    ...Array.from({ length: n }, (_, j) => ({ word: place(n, { [j]: 'Z' }), coefficient: -1 })),
  ],
});
const isingFermions = (n: number) =>
  fermionGroundState({ hamiltonian: quadraticOfPauliSum(ising(n)), string: 'Z', regions: 'qubits' });

/** Random coefficients of the words XY and YX, 0 for all others. */
function randomGaussian(circuit: ReturnType<typeof neighbours>, seed: number): Float64Array {
  const stream = randomStream(seed, 'coefficients');
  return Float64Array.from(
    circuit.gates.flatMap(({ words }) => words),
    (word) => (word === 'XY' || word === 'YX' ? 0.4 * stream.normal() : 0),
  );
}

describe('the miss of Gaussian blocks', () => {
  const [n, target] = [5, isingFermions(5)];
  const circuit = neighbours(n, 4);
  const miss = gaussianBlockMiss(circuit, target);

  test('is that of the covariances of amplitudes', () => {
    const h = randomGaussian(circuit, 1);
    const made = chainCovariance(chainOfVector(runBlockCircuit(circuit, h), new Array(n).fill(2))).data;
    const wanted = target.state.covariance.data;
    const square = made.reduce((sum, value, i) => sum + (value - wanted[i]!) ** 2, 0);
    expect(miss(h).value).toBeCloseTo(square / 16, 12);
  });

  test('has the derivatives of its differences', () => {
    const h = randomGaussian(circuit, 2);
    const numeric = centralDifferences((x) => miss(x).value, h);
    const { gradient } = miss(h);
    const words = circuit.gates.flatMap((gate) => gate.words);
    words.forEach((word, k) => {
      if (word === 'XY' || word === 'YX') expect(gradient[k]).toBeCloseTo(numeric[k]!, 7);
      else expect(gradient[k]).toBe(0);
    });
  });

  test('is the same with strings of X, letters turned', () => {
    const turned = { ...target, string: 'X' as const };
    const letters = blockCircuit(n, brickworkLayout(chain(n), 4, 0));
    const h = randomGaussian(circuit, 3);
    const moved = new Float64Array(h.length);
    const at = letters.gates[0]!.words;
    h.forEach((value, k) => {
      const word = at[k % at.length]!;
      moved[k - (k % at.length) + at.indexOf(turnedWord(word, 'X', 1))] = value;
    });
    expect(gaussianBlockMiss(letters, turned)(moved).value).toBeCloseTo(miss(h).value, 13);
  });

  test('asks for blocks on at most two qubits, for those on three have words that do not commute', () => {
    const triples = blockCircuit(n, [[0, 1, 2]]);
    expect(() => gaussianBlockMiss(triples, target)).toThrow('at most two qubits required, got one on [0,1,2]');
  });

  test('asks for a real state', () => {
    const imaginary = { ...ising(4), terms: [...ising(4).terms, { word: 'XYII', coefficient: 0.3 }] };
    const hamiltonian = quadraticOfPauliSum(imaginary);
    const complex = fermionGroundState({ hamiltonian, string: 'Z', regions: 'qubits' });
    expect(() => gaussianBlockMiss(neighbours(4, 2), complex)).toThrow(DomainError);
  });
});

test('a circuit along the shortest Gaussian path meets the state, between its length and √2 times that and a bit', () => {
  const n = 6;
  const target = isingFermions(n);
  const { controls } = metricControls(metric, n, { real: true });
  const path = solution(orbitGeodesic({ modes: n, controls }, target.state, { slices: 4, starts: 1 })).value;
  const words = controls.map((control) => control.words[0]!);
  const velocity = path.velocity.map((h) => words.map(({ coefficient }, a) => coefficient * h[a]!));
  const circuit = neighbours(n, 6);
  const found = gaussianBlocks(metric, circuit, target, {
    path: { words: words.map(({ word }) => word), velocity },
  });
  const { amplitudes } = groundState(ising(n));
  const infidelity = blockInfidelity(circuit, amplitudes)(found.generators).value;
  expect(infidelity).toBeLessThan(1e-6);
  expect(Math.abs(infidelity / found.miss - 1)).toBeLessThan(0.01);
  const length = blockLength(circuit, metric)(found.generators).value;
  expect(length).toBeGreaterThan(path.length);
  expect(length).toBeLessThan(1.4 * path.length);
  // From nothing it ends at a circuit as good, if not as short.
  const blind = gaussianBlocks(metric, circuit, target);
  expect(blockInfidelity(circuit, amplitudes)(blind.generators).value).toBeLessThan(1e-6);
  expect(blockLength(circuit, metric)(blind.generators).value).toBeGreaterThan(path.length);
  expect(largestDifference(blind.generators, found.generators)).toBeGreaterThan(1e-3);
});
