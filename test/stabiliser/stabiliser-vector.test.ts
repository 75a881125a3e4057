import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPauliSum } from '../../src/operator/pauli-sum.ts';
import { stabiliserDensity, stabiliserVector } from '../../src/stabiliser/stabiliser-vector.ts';
import { stabiliserGroupOfWords, stabiliserWords } from '../../src/stabiliser/stabiliser-words.ts';
import { purity } from '../../src/state/entropy.ts';
import { projector } from '../../src/state/reduced-density-matrix.ts';
import { largestDifference } from '../helpers/largest-difference.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

const root = Math.SQRT1_2;
const omega = [Math.cos((2 * Math.PI) / 3), Math.sin((2 * Math.PI) / 3)] as const;

describe('the amplitudes of a stabiliser state', () => {
  test('of one qubit are the six cardinal points', () => {
    const of = (word: string) => [...stabiliserVector(stabiliserGroupOfWords([word])).interleaved];
    expect(of('Z')).toEqual([1, 0, 0, 0]);
    expect(of('-Z')).toEqual([0, 0, 1, 0]);
    expect(of('X')).toEqual([root, 0, root, 0]);
    expect(of('-X')).toEqual([root, 0, -root, 0]);
    expect(of('Y')).toEqual([root, 0, 0, root]);
    expect(of('-Y')).toEqual([root, 0, 0, -root]);
  });

  test('of a qutrit obey X|ψ⟩ = ω^{−k}|ψ⟩ where ω^k X is a generator', () => {
    const { interleaved } = stabiliserVector(stabiliserGroupOfWords(['w X'], 3));
    // ω X ψ = ψ: ψ_{j+1} = ω ψ_j.
    expect(interleaved[2]! / interleaved[0]!).toBeCloseTo(omega[0], 14);
    expect(interleaved[3]! / interleaved[0]!).toBeCloseTo(omega[1], 14);
    expect([...stabiliserVector(stabiliserGroupOfWords(['w Z'], 3)).interleaved]).toEqual([0, 0, 0, 0, 1, 0]); // ω ω² = 1
  });

  test('of a pair of qutrits joined by X X and Z Z2 are Σ|ii⟩/√3', () => {
    const { interleaved } = stabiliserVector(stabiliserGroupOfWords(['X X', 'Z Z2'], 3));
    const expected = [0, 4, 8].reduce((all, k) => all.with(2 * k, 1 / Math.sqrt(3)), new Array<number>(18).fill(0));
    expect(largestDifference(interleaved, expected)).toBeLessThan(1e-15);
  });

  test('of qubits are fixed by every generator, signs included', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.nat(1000), (qubits, seed) => {
        const group = randomStabiliserCode(seed, 2, qubits);
        const psi = stabiliserVector(group);
        for (const word of stabiliserWords(group)) {
          const terms = [{ word: word.replace('-', ''), coefficient: word.startsWith('-') ? -1 : 1 }];
          const { interleaved } = applyPauliSum({ qubits, terms }, psi);
          expect(largestDifference(interleaved, psi.interleaved)).toBeLessThan(1e-14);
        }
      }),
      { seed: 2, numRuns: 30 },
    );
  });

  test.each([2, 3, 5])('and the sum over the group are the same projector, p = %i', (prime) => {
    for (let seed = 0; seed < 6; seed++) {
      const group = randomStabiliserCode(seed, prime, prime === 5 ? 2 : 3);
      const rho = stabiliserDensity(group);
      const { interleaved } = projector(stabiliserVector(group));
      expect(largestDifference(interleaved, rho.interleaved)).toBeLessThan(1e-14);
    }
  });

  test('begin with a positive one, and are as many as their common modulus says', () => {
    for (const prime of [2, 3]) {
      for (let seed = 0; seed < 20; seed++) {
        const { interleaved } = stabiliserVector(randomStabiliserCode(seed, prime, 4));
        const support = [...Array(prime ** 4).keys()].filter((k) => interleaved[2 * k] || interleaved[2 * k + 1]);
        expect(interleaved[2 * support[0]!]).toBeCloseTo(1 / Math.sqrt(support.length), 13);
        expect(interleaved[2 * support[0]! + 1]).toBeCloseTo(0, 13);
      }
    }
    expect(stabiliserVector(randomStabiliserCode(1, 2, 18)).length).toBe(2 ** 18);
  });

  test('of a code are a flat mixture of purity p^{r − n}', () => {
    expect(purity(stabiliserDensity(randomStabiliserCode(4, 3, 3, 1)))).toBeCloseTo(1 / 9, 13);
    expect(() => stabiliserVector(randomStabiliserCode(4, 3, 3, 1))).toThrow('3 generators required, got 1');
    expect(() => stabiliserVector(randomStabiliserCode(4, 2, 21))).toThrow('at most 1048576 amplitudes possible');
    expect(() => stabiliserDensity(randomStabiliserCode(4, 2, 13))).toThrow('at most 16777216 terms possible');
  });
});
