import { expect, test } from 'vitest';
import { discreteFourierTransform } from '../../src/linalg/fourier.ts';
import { randomStream } from '../../src/linalg/random.ts';

const stream = randomStream(1, 'fourier');
const entries = (count: number): Float64Array => Float64Array.from({ length: 2 * count }, () => stream.normal());

/** The sum as it is defined. */
function defined(z: Float64Array, sides: readonly number[]): Float64Array {
  const places = Array.from({ length: z.length / 2 }, (_, at) => {
    let rest = at;
    return sides.toReversed().map((side) => {
      const place = rest % side;
      rest = Math.floor(rest / side);
      return place / side;
    });
  });
  const lengths = sides.toReversed();
  return Float64Array.from(
    places.flatMap((k) => {
      let [re, im] = [0, 0];
      places.forEach((r, at) => {
        const angle = -2 * Math.PI * k.reduce((sum, x, i) => sum + x * r[i]! * lengths[i]!, 0);
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        re += c * z[2 * at]! - s * z[2 * at + 1]!;
        im += c * z[2 * at + 1]! + s * z[2 * at]!;
      });
      return [re, im];
    }),
  );
}

test.each([[[1]], [[2]], [[7]], [[12]], [[30]], [[3, 4]], [[2, 5, 6]]])(
  'on %j it is the sum of its definition',
  (sides) => {
    const z = entries(sides.reduce((a, b) => a * b, 1));
    const [computed, expected] = [discreteFourierTransform(z, sides), defined(z, sides)];
    computed.forEach((value, k) => {
      expect(value).toBeCloseTo(expected[k]!, 11);
    });
  },
);

test('another number of entries is named', () => {
  expect(() => discreteFourierTransform(entries(5), [2, 3])).toThrow('6 complex numbers required, got 5');
});
