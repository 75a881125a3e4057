import { expect, test } from 'vitest';
import { complexOf, type RealMatrix, realPart } from '../../src/linalg/matrix.ts';
import { matrixExponential } from '../../src/linalg/matrix-exponential.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { dot } from '../../src/linalg/real-vector.ts';
import { rotationLogarithm } from '../../src/linalg/rotation-logarithm.ts';

const { normal } = randomStream(3, 'rotations');
const N = 6;

function antisymmetric(scale: number): RealMatrix {
  const data = new Float64Array(N * N);
  for (let i = 0; i < N; i++) {
    for (let j = 0; j < i; j++) {
      data[i * N + j] = scale * normal();
      data[j * N + i] = -data[i * N + j]!;
    }
  }
  return { rows: N, cols: N, data };
}

const rotation = (generator: RealMatrix): RealMatrix => realPart(matrixExponential(complexOf(generator)));

test('the logarithm of a rotation by angles below π is its generator', () => {
  const generator = antisymmetric(0.4);
  rotationLogarithm(rotation(generator)).matrix.data.forEach((x, k) => {
    expect(x).toBeCloseTo(generator.data[k]!, 12);
  });
});

test('derivatives come back through it, also where eigenphases are equal', () => {
  for (const generator of [antisymmetric(0.4), antisymmetric(0)]) {
    const [slope, along] = [antisymmetric(1), antisymmetric(1)];
    // A function of log O along O(t) = e^A e^{tB}, whose derivative at 0 is O·B.
    const at = (t: number): RealMatrix => {
      const [a, b] = [rotation(generator), rotation({ ...along, data: along.data.map((x) => t * x) })];
      const data = Float64Array.from({ length: N * N }, (_, k) => {
        let sum = 0;
        for (let j = 0; j < N; j++) sum += a.data[k - (k % N) + j]! * b.data[j * N + (k % N)]!;
        return sum;
      });
      return { rows: N, cols: N, data };
    };
    const value = (t: number): number => dot(slope.data, rotationLogarithm(at(t)).matrix.data);
    const h = 1e-4;
    const difference = (8 * (value(h) - value(-h)) - value(2 * h) + value(-2 * h)) / (12 * h);
    const moved = at(h).data.map((x, k) => (x - at(-h).data[k]!) / (2 * h));
    const found = dot(rotationLogarithm(at(0)).pullback(slope).data, moved);
    expect(found).toBeCloseTo(difference, 6);
  }
});
