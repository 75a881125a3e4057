import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ComplexMatrix, identityMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { adjoint, commutator, frobeniusNorm, kronecker, multiply } from '../../src/linalg/matrix.ts';
import { type PushedOperator, pushedOperator } from '../../src/stabiliser/pushed-operator.ts';
import { codeOfGroup, recoveredInputs, type StabiliserCode } from '../../src/stabiliser/stabiliser-code.ts';
import { stabiliserVector } from '../../src/stabiliser/stabiliser-vector.ts';
import { wordDigits } from '../../src/stabiliser/stabiliser-words.ts';
import { complementOf } from '../../src/state/reduced-density-matrix.ts';
import { codeOfNetwork, holographicCode } from '../../src/systems/tiling/holographic-code.ts';
import { largestDifference } from '../helpers/largest-difference.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

/** ω^φ ⨂ ω^{xz/2} X^x Z^z as a matrix, from its definition. */
function denseWord(word: string, prime: number): ComplexMatrix {
  const { digits, phase } = wordDigits(word, prime);
  const n = digits.length / 2;
  const size = prime ** n;
  const matrix = zeroMatrix(size, size);
  for (let column = 0; column < size; column++) {
    const basis = Array.from({ length: n }, (_, q) => Math.floor(column / prime ** (n - 1 - q)) % prime);
    let turns = phase / prime; // in whole turns
    let row = 0;
    for (let q = 0; q < n; q++) {
      const [x, z] = [digits[q]!, digits[n + q]!];
      turns += (z * basis[q]!) / prime + (prime === 2 ? (x * z) / 4 : (x * z * (prime + 1)) / 2 / prime);
      row = row * prime + ((basis[q]! + x) % prime);
    }
    matrix.interleaved[2 * (row * size + column)] = Math.cos(2 * Math.PI * turns);
    matrix.interleaved[2 * (row * size + column) + 1] = Math.sin(2 * Math.PI * turns);
  }
  return matrix;
}

/** The encoding as a matrix, V†V = 1. */
function denseEncoding({ encoding, sites, inputs }: StabiliserCode): ComplexMatrix {
  const { interleaved } = stabiliserVector(encoding);
  const [rows, cols] = [encoding.prime ** sites.length, encoding.prime ** inputs.length];
  return { rows, cols, interleaved: interleaved.map((x) => x * Math.sqrt(cols)) };
}

/** What the operator does to the logical state, V†WV; exact if it keeps the code. */
const logicalOf = (V: ComplexMatrix, word: string, prime: number): ComplexMatrix =>
  multiply(adjoint(V), multiply(denseWord(word, prime), V));

const difference = (a: ComplexMatrix, b: ComplexMatrix): number => largestDifference(a.interleaved, b.interleaved);

describe('operator pushing', () => {
  const codes = [
    ['two qubits in five', codeOfGroup(randomStabiliserCode(1, 2, 5, 3)), ['X', 'Y', 'Z', '-Y']],
    ['two qutrits in four', codeOfGroup(randomStabiliserCode(2, 3, 4, 2)), ['X', 'Z2', 'X2Z', 'w X1Z1']],
  ] as const;

  test.each(codes)(
    'finds W with WV = VL on the region, or a word elsewhere that does not commute: %s',
    (_, code, letters) => {
      const { prime } = code.encoding;
      const V = denseEncoding(code);
      const [found, missed]: PushedOperator[][] = [[], []];
      fc.assert(
        fc.property(
          fc.subarray([...code.sites.keys()]),
          fc.constantFrom(...letters),
          fc.constantFrom('identity' as const, 'any' as const),
          fc.boolean(),
          (region, letter, others, second) => {
            const pushed = pushedOperator(code, { [Number(second)]: letter }, region, { others });
            const rest = complementOf(region, code.sites.length);
            expect(pushed.kind === 'operator' ? region : rest).toEqual(expect.arrayContaining([...pushed.sites]));
            const [own, idle] = [denseWord(`${letter} `, prime), identityMatrix(prime)];
            const L = second ? kronecker(idle, own) : kronecker(own, idle);
            const W = denseWord(pushed.word, prime);
            const M = logicalOf(V, pushed.word, prime);
            expect(difference(multiply(W, V), multiply(V, M))).toBeLessThan(1e-12);
            if (pushed.kind === 'operator' && others === 'identity') {
              expect(difference(M, L)).toBeLessThan(1e-12);
              expect(pushed.inputs).toEqual([Number(second)]);
            }
            // A dressed operator is excluded by a bare witness only.
            if (pushed.kind === 'witness' && others === 'any') expect(pushed.inputs).toEqual([Number(second)]);
            if (pushed.kind === 'witness') expect(frobeniusNorm(commutator(M, L))).toBeGreaterThan(0.1);
            (pushed.kind === 'operator' ? found : missed)!.push(pushed);
          },
        ),
        { seed: 5, numRuns: 60 },
      );
      expect(found!.length).toBeGreaterThan(5);
      expect(missed!.length).toBeGreaterThan(5);
    },
  );

  test('succeeds for all letters of an input exactly where it is recovered', () => {
    for (const [, code, letters] of codes) {
      fc.assert(
        fc.property(fc.subarray([...code.sites.keys()]), (region) => {
          const wedge = recoveredInputs(code, region);
          for (const t of code.inputs.keys()) {
            const all = letters.every((letter) => pushedOperator(code, { [t]: letter }, region).kind === 'operator');
            expect(all).toBe(wedge.includes(t));
          }
        }),
        { seed: 6, numRuns: 20 },
      );
    }
  });

  test('excludes a dressed operator by a bare witness, and a bare one by a dressed witness', () => {
    const code = codeOfNetwork(holographicCode({ layers: 1 }).network);
    let dressed = 0;
    fc.assert(
      fc.property(fc.subarray([...code.sites.keys()], { maxLength: 12 }), fc.nat(5), (region, t) => {
        const any = pushedOperator(code, { [t]: 'X' }, region, { others: 'any' });
        if (any.kind === 'witness') expect(any.inputs).toEqual([t]);
        const bare = pushedOperator(code, { [t]: 'X' }, region);
        if (bare.kind === 'witness') dressed += Number(bare.inputs.length > 1);
        if (bare.kind === 'operator') expect(any.kind).toBe('operator');
      }),
      { seed: 7, numRuns: 60 },
    );
    expect(dressed).toBeGreaterThan(5);
  });

  test('says what is wrong', () => {
    const [, code] = codes[0];
    expect(() => pushedOperator(code, { 2: 'X' }, [0])).toThrow('inputs below 2 required, got 2');
    expect(() => pushedOperator(code, { 0: 'X I' }, [0])).toThrow("a word of 1 letters required, got 'X I'");
    expect(() => pushedOperator(code, { 0: 'X' }, [0], { others: 'all' as 'any' })).toThrow("got 'all'");
    expect(() => pushedOperator(code, { 0: 'I' }, [0])).toThrow('other than the identity');
    expect(() => pushedOperator(code, { 0: 'X' }, [0, 0])).toThrow('different sites');
  });
});
