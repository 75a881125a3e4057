import { describe, expect, test } from 'vitest';
import { identityMatrix } from '../../src/linalg/complex.ts';
import { multiply } from '../../src/linalg/matrix.ts';
import { checkedGroup } from '../../src/stabiliser/given-generators.ts';
import { perfectCuts, perfectState } from '../../src/stabiliser/perfect-state.ts';
import { codeOfState } from '../../src/stabiliser/stabiliser-code.ts';
import { projectedQudits } from '../../src/stabiliser/stabiliser-contraction.ts';
import { stabiliserVector } from '../../src/stabiliser/stabiliser-vector.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';
import { translatesOf } from '../../src/stabiliser/translates.ts';
import { largestDifference } from '../helpers/largest-difference.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

describe('a perfect state', () => {
  test.each([
    [2, 2, 1],
    [2, 6, 10],
    [3, 4, 3],
    [3, 6, 10],
    [5, 4, 3],
    [5, 6, 10],
    [7, 8, 35],
    [3, 10, 126],
  ])('of dimension %i and %i legs is maximally entangled in all %i cuts', (prime, legs, cuts) => {
    expect(perfectCuts(perfectState(prime, legs))).toEqual({ cuts, maximal: cuts });
  });

  test('does not exist for four qubits, and needs an even number of legs', () => {
    expect(() => perfectState(2, 4)).toThrow('a known perfect state required, got 2 and 4');
    expect(() => perfectState(2, 5)).toThrow('an even number of legs from 2 to 16 required, got 5');
    expect(() => perfectState(4, 4)).toThrow('a prime');
    expect(perfectCuts(stabiliserGroupOfWords(['XXXX', 'ZZII', 'IZZI', 'IIZZ']))).toEqual({ cuts: 3, maximal: 0 });
  });
});

describe('the translates of a state', () => {
  test.each([
    ['six qubits', perfectState(2, 6), 64],
    ['four qutrits', perfectState(3, 4), 81],
    ['a random state of three qutrits', randomStabiliserCode(1, 3, 3), 27],
  ])('%s are an orthonormal basis, with its eigenvalues by syndrome', (_, group, count) => {
    const unitary = checkedGroup(translatesOf(group));
    const { interleaved } = stabiliserVector(unitary);
    const U = { rows: count, cols: count, interleaved: interleaved.map((x) => x * Math.sqrt(count)) };
    const gram = multiply(U, U, { adjointA: true });
    expect(largestDifference(gram.interleaved, identityMatrix(count).interleaved)).toBeLessThan(1e-12);
    // The translate with syndrome s has ω^{s_i} as the eigenvalue of g_i: ω^{−s_i} g_i leaves it fixed.
    const n = group.qudits;
    for (const index of [1, 7, count - 2]) {
      const syndrome = Array.from(
        { length: n },
        (_, q) => Math.floor(index / group.prime ** (n - 1 - q)) % group.prime,
      );
      const values = Object.fromEntries(syndrome.map((s, q) => [n + q, s]));
      const translate = stabiliserVector(projectedQudits(unitary, values)!.group);
      const expected = {
        ...group,
        phases: group.phases.map((phase, q) => (phase + (group.prime - syndrome[q]!)) % group.prime),
      };
      expect(largestDifference(translate.interleaved, stabiliserVector(expected).interleaved)).toBeLessThan(1e-12);
    }
  });

  test('of perfect states are perfect: 64 of six qubits, 625 of four legs of dimension 5', () => {
    for (const [prime, legs, count] of [
      [2, 6, 64],
      [5, 4, 625],
    ] as const) {
      const unitary = translatesOf(perfectState(prime, legs));
      const places = Array.from({ length: 2 * legs }, (_, q) => [q]);
      expect(codeOfState(unitary, places, legs).inputs.length).toBe(legs); // the bulk is maximally mixed: unitary
      const all = perfectCuts(perfectState(prime, legs));
      for (let index = 0; index < count; index++) {
        const values = Object.fromEntries(
          Array.from({ length: legs }, (_, q) => [legs + q, Math.floor(index / prime ** q) % prime]),
        );
        const { group, logNormSquared } = projectedQudits(unitary, values)!;
        expect(logNormSquared).toBeCloseTo(-legs * Math.log(prime), 12);
        expect(perfectCuts(group)).toEqual(all);
      }
    }
  });

  test('need a pure state', () => {
    expect(() => translatesOf(stabiliserGroupOfWords(['XX']))).toThrow('2 generators required, got 1');
  });
});
