import fc from 'fast-check';
import { expect, test } from 'vitest';
import { multiply, trace } from '../../src/linalg/matrix.ts';
import { stabiliserOverlap } from '../../src/stabiliser/stabiliser-overlap.ts';
import { stabiliserDensity } from '../../src/stabiliser/stabiliser-vector.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

test('the overlap of two stabiliser states is that of their density matrices, mixed ones included', () => {
  let orthogonal = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(2, 3),
      fc.nat(300),
      fc.nat(300),
      fc.integer({ min: 1, max: 2 }),
      (prime, a, b, rank) => {
        const [one, other] = [randomStabiliserCode(a, prime, 2), randomStabiliserCode(b, prime, 2, rank)];
        const [dense] = trace(multiply(stabiliserDensity(one), stabiliserDensity(other)));
        expect(stabiliserOverlap(one, other)).toBeCloseTo(dense, 12);
        if (Math.abs(dense) < 1e-12) orthogonal++;
      },
    ),
    { seed: 15, numRuns: 100 },
  );
  expect(orthogonal).toBeGreaterThan(0);
  const large = randomStabiliserCode(1, 2, 100);
  expect(stabiliserOverlap(large, large)).toBeCloseTo(1, 12);
  expect(stabiliserOverlap(stabiliserGroupOfWords(['X']), stabiliserGroupOfWords(['-X']))).toBe(0);
  expect(() => stabiliserOverlap(large, randomStabiliserCode(1, 2, 3))).toThrow('100 qudits required, got 3');
  expect(() => stabiliserOverlap(large, randomStabiliserCode(1, 3, 100))).toThrow('groups of one prime required');
});
