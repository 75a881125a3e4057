import { expect, test } from 'vitest';
import { fermionHamiltonianOf } from '../../datasets/fermion-hamiltonian.ts';
import { fermionGroundState } from '../../datasets/gaussians.ts';
import { groundState } from '../../datasets/ground-state.ts';
import { haarRandom } from '../../datasets/haar-random.ts';
import { chainCovariance } from '../../src/chain/chain-covariance.ts';
import { chainOfVector } from '../../src/chain/matrix-product-state.ts';
import { pairWord, turnedWord } from '../../src/gaussian/jordan-wigner.ts';
import { fermionsOfChain } from '../../src/generative/fermions-of-chain.ts';
import { transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { expectation } from '../../src/operator/pauli-sum.ts';
import { largestDifference } from '../helpers/largest-difference.ts';

const qubits = (n: number): readonly number[] => new Array<number>(n).fill(2);
const read = (): never => {
  throw new Error('no file');
};

test.each(['Z', 'X', 'Y'] as const)('the covariance with strings of %s is that of expectation values', (string) => {
  const n = 4;
  const { amplitudes } = haarRandom(n, 3);
  const { data } = chainCovariance(chainOfVector(amplitudes, qubits(n)), string);
  for (let a = 0; a < 2 * n; a++) {
    for (let b = a + 1; b < 2 * n; b++) {
      const { word, sign } = pairWord(a, b, n);
      const terms = [{ word: turnedWord(word, string, 1), coefficient: sign }];
      expect(data[a * 2 * n + b]).toBeCloseTo(expectation({ qubits: n, terms }, amplitudes), 12);
      expect(data[b * 2 * n + a]).toBe(-data[a * 2 * n + b]!);
    }
  }
});

test('the ground state of a critical Ising chain is found to be Gaussian, with strings of its field', () => {
  const n = 8;
  const { amplitudes } = groundState(transverseFieldIsing(chain(n)));
  const found = fermionsOfChain('Ising', chainOfVector(amplitudes, qubits(n)))!;
  const spec = { name: 'transverse-field-ising', coupling: 1, field: 1, lattice: 'chain' } as const;
  const known = fermionGroundState(fermionHamiltonianOf(spec, n, { read }));
  expect(found.fermions.string).toBe(known.string);
  expect(found.deviation).toBeLessThan(1e-12);
  const [one, other] = [found.fermions, known].map(({ state }) => state.covariance.data) as [
    Float64Array,
    Float64Array,
  ];
  expect(largestDifference(one, other)).toBeLessThan(1e-9);
});

test('states with interactions, and random ones, are not Gaussian', () => {
  const heisenberg = groundState(xxz(chain(6)));
  for (const { amplitudes } of [heisenberg, haarRandom(6, 1)]) {
    expect(fermionsOfChain('other', chainOfVector(amplitudes, qubits(6)))).toBeNull();
  }
});
