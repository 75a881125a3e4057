import { expect, test } from 'vitest';
import { contract, contractionPlan, contractPullback } from '../../src/contraction/contract.ts';
import { withDistinctLegs } from '../../src/contraction/repeated-legs.ts';
import { DomainError } from '../../src/errors.ts';
import { randomStream } from '../../src/linalg/random.ts';

const gaussian = (...shape: readonly number[]) => {
  const stream = randomStream(shape.length, `${shape}`);
  const size = shape.reduce((product, x) => product * x, 2);
  return { shape, interleaved: Float64Array.from({ length: size }, () => stream.normal()) };
};
const dimensions = { a: 3, b: 2, c: 4 };

test('a trace is the sum of the diagonal, and its gradient the unit matrix', () => {
  const matrix = gaussian(3, 3);
  const network = withDistinctLegs([['a', 'a']], dimensions);
  const plan = contractionPlan(network.legs, network.dimensions, []);
  const contraction = contract(plan, [matrix, ...network.deltas]);
  for (let part = 0; part < 2; part++) {
    const diagonal = [0, 4, 8].reduce((sum, k) => sum + matrix.interleaved[2 * k + part]!, 0);
    expect(contraction.value.interleaved[part]).toBeCloseTo(diagonal, 14);
  }
  const [gradient] = contractPullback(plan, contraction, Float64Array.of(1, 0));
  const unit = Array.from({ length: 18 }, (_, k) => (k % 8 === 0 ? 1 : 0));
  expect(Array.from(gradient!, (x) => x + 0)).toEqual(unit);
});

test('a kept leg is the diagonal, and three places and other tensors make no difference', () => {
  const [cube, vector] = [gaussian(3, 3, 2, 3), gaussian(3)];
  const network = withDistinctLegs([['a', 'a', 'b', 'a'], ['a']], dimensions);
  const plan = contractionPlan(network.legs, network.dimensions, ['b', 'a']);
  const { value } = contract(plan, [cube, vector, ...network.deltas]);
  for (let b = 0; b < 2; b++) {
    for (let a = 0; a < 3; a++) {
      const at = 2 * (((a * 3 + a) * 2 + b) * 3 + a);
      const [x, y] = [cube.interleaved[at]!, cube.interleaved[at + 1]!];
      const [u, v] = [vector.interleaved[2 * a]!, vector.interleaved[2 * a + 1]!];
      expect(value.interleaved[2 * (b * 3 + a)]).toBeCloseTo(x * u - y * v, 13);
      expect(value.interleaved[2 * (b * 3 + a) + 1]).toBeCloseTo(x * v + y * u, 13);
    }
  }
});

test('names that exist already are not taken, and networks without repetition stay as they are', () => {
  const network = withDistinctLegs(
    [
      ['a', 'a'],
      ["a'", 'b'],
    ],
    { ...dimensions, "a'": 5 },
  );
  expect(new Set(network.legs.flat()).size).toBe(4);
  expect(network.dimensions["a'"]).toBe(5);
  const plain = withDistinctLegs([['a', 'b'], ['b']], dimensions);
  expect(plain.legs).toEqual([['a', 'b'], ['b']]);
  expect(plain.deltas).toEqual([]);
});

test('a repeated leg without a dimension is refused', () => {
  expect(() => withDistinctLegs([['z', 'z']], dimensions)).toThrow(DomainError);
});
