import { describe, expect, test } from 'vitest';
import { checkedEngine } from '../../src/engine/checked-engine.ts';
import type { ProductProgram } from '../../src/engine/product-program.ts';
import { plainVectors, type VectorMemory } from '../../src/engine/vector-memory.ts';
import { createWasmEngine } from '../../src/engine/wasm-engine.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { HEAPS } from './kernel-heaps.ts';
import { largestDifference } from './random-program.ts';

const normals = (length: number, seed: number): Float64Array => {
  const stream = randomStream(seed, 'vectors');
  return Float64Array.from({ length }, () => stream.normal());
};

/** y = M·x for a square matrix M, the second input. */
const matrixTimesVector = (size: number): ProductProgram => ({
  inputs: 2,
  sizes: [size, size * size, size],
  instructions: [
    {
      ...{ kind: 'product', to: 2, left: 1, right: 0, batch: 1, rows: size, columns: 1, inner: size },
      ...{ adjointLeft: false, adjointRight: false },
    },
  ],
  outputs: [2],
});

/** What a few operations leave of five vectors, and what they return. */
function worked(vectors: VectorMemory, length: number): Float64Array {
  for (let k = 0; k < 4; k++) {
    vectors.put(k, normals(length, 10 + k));
    const { products, square } = vectors.project(k, k);
    expect(products.length).toBe(k);
    vectors.combine(k, k, [1 / Math.sqrt(square)]);
  }
  vectors.act(4, 3);
  const image = vectors.get(4);
  const { products, square } = vectors.project(4, 3);
  const returned = [...products, square];
  const left = vectors.view(4).reduce((sum, x) => sum + x * x, 0);
  expect(Math.abs(left - square)).toBeLessThan(1e-13 * square);
  vectors.combine(1, 1, [0.5, -2, 3]); // into one of its own vectors
  return Float64Array.from([
    ...image,
    ...returned,
    ...vectors.view(1),
    ...vectors.view(4),
    vectors.project(0, 0).square,
  ]);
}

describe.each(HEAPS)('%s', (_name, makeHeap) => {
  const engine = checkedEngine(createWasmEngine(makeHeap()));

  test.each([5, 8, 12, 35, 64, 101])('five vectors of %i numbers are those of plain memory', (size) => {
    const program = matrixTimesVector(size);
    const [x, M] = [normals(size, 1), normals(size * size, 2)];
    const apply = (vector: Float64Array): Float64Array =>
      Float64Array.from({ length: size }, (_, i) => vector.reduce((sum, y, j) => sum + M[i * size + j]! * y, 0));
    const plain = worked(plainVectors(apply, size), size);
    const ours = engine.repeatProducts(program, [x, M], (space) => {
      expect(space.isReal).toBe(true);
      return worked(space.vectors(5), size);
    });
    expect(largestDifference(ours, plain)).toBeLessThan(1e-11);
  });

  test('inputs by their real parts give outputs by their real parts, and a complex run where it is asked for', () => {
    const size = 6;
    const program = matrixTimesVector(size);
    const [x, M] = [normals(size, 1), normals(size * size, 2)];
    const complex = [x, M].map((numbers) => Float64Array.from([...numbers].flatMap((entry) => [entry, 0])));
    const [real] = engine.runProducts(program, [x, M]);
    const [expected] = engine.runProducts(program, complex);
    expect([...real!].flatMap((entry) => [entry, 0])).toEqual([...expected!]);
    const image = engine.repeatProducts(program, [x, M], ({ apply }) => apply(complex[0]!), true);
    expect(largestDifference(image, expected!)).toBeLessThan(1e-14);
  });
});
