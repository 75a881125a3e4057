import { describe, expect, test } from 'vitest';
import { hermitianEigen } from '../../../src/linalg/hermitian-eigen.ts';
import { addScaledMatrix, adjoint, multiply, scaledMatrix } from '../../../src/linalg/matrix.ts';
import { polarFactor } from '../../../src/linalg/polar.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { dot, length, plus } from '../../../src/linalg/real-vector.ts';
import { layerStart } from '../../../src/systems/renormalisation/index.ts';
import { layerBlocks, packed, spread } from '../../../src/systems/renormalisation/layer-blocks.ts';
import { layerMaps } from '../../../src/systems/renormalisation/layer-maps.ts';
import { dividedBy } from '../../../src/systems/renormalisation/layer-preconditioner.ts';
import { operatorSizes } from '../../../src/systems/renormalisation/renormalisation-layer.ts';
import { type LayerForm, standardLayer } from '../../../src/systems/renormalisation/standard-layers.ts';
import { gaussianMatrix } from '../../linalg/compare.ts';

const { normal } = randomStream(5, 'layer maps');
const stream = randomStream(6, 'layer maps');

describe('a layer block by block', () => {
  const sites = { 2: [0, 1, 1], 3: [0, 2, 1], 4: [1, 3, 1], 0: [1, -1, 1] } as const;
  const cases = (['ternary', 'binary', 'modified-binary'] as const).flatMap((form) =>
    ([2, 3, 4, 0] as const).map((modulus) => [form, modulus] as const),
  );
  const layerOf = (form: LayerForm, modulus: keyof typeof sites) => {
    const fine = sites[modulus];
    // Two sites of odd charge have an even one, three an odd one again.
    const coarse = { 2: [1, 0, 0], 3: [0, 1], 4: [0, 2, 0], 0: [0, 2, 0] }[modulus];
    return standardLayer(form, { fine, coarse: form === 'ternary' && modulus !== 2 ? fine : coarse, modulus });
  };

  test.each(cases)('of a %s layer with charges modulo %d is what it is as a whole', (form, modulus) => {
    const layer = layerOf(form, modulus);
    const theta = layerStart(layer, stream, { real: false, noise: 1 });
    const whole = layerMaps({ ...layer, grading: undefined } as never, theta);
    const own = layerMaps(layer, theta);
    const blocks = layerBlocks(layer, true);
    const neutral = (side: 'fine' | 'coarse'): Float64Array =>
      hermitian(
        operatorSizes(layer, side),
        spread(Float64Array.from({ length: 2 * blocks[side].size }, normal), blocks[side]),
      );
    const [h, rho] = [neutral('fine'), neutral('coarse')];
    expect(blocks.fine.size).toBeLessThan(0.7 * blocks.fine.whole);
    expect(packed(h, blocks.fine)).toBeDefined();
    expect(own.ascend(h)).toHaveLength(rho.length);
    near(own.ascend(h), whole.ascend(h));
    near(own.descend(rho), whole.descend(rho));
    near(own.slope(rho, h), whole.slope(rho, h));
    // The slope of one isometry alone is its part of that of all.
    const offset = layer.unit.nodes
      .flatMap(({ tensor }) => (tensor.kind === 'isometry' ? [tensor.offset] : []))
      .at(-1)!;
    const alone = own.slope(rho, h, offset);
    near(alone.subarray(offset), own.slope(rho, h).subarray(offset));
    expect(length(alone.subarray(0, offset))).toBe(0);
    // An operator that carries a charge is contracted as a whole.
    const charged = Float64Array.from(h, normal);
    expect(packed(charged, blocks.fine)).toBeUndefined();
    near(own.ascend(charged), whole.ascend(charged));
  });
});

/** ½(M + M†) of all kinds. */
function hermitian(sizes: readonly number[], vector: Float64Array): Float64Array {
  let offset = 0;
  return Float64Array.from(
    sizes.flatMap((size) => {
      const rows = Math.sqrt(size);
      const matrix = { rows, cols: rows, interleaved: vector.subarray(offset, offset + 2 * size) };
      offset += 2 * size;
      return [...scaledMatrix([0.5, 0], addScaledMatrix(matrix, [1, 0], adjoint(matrix))).interleaved];
    }),
  );
}

/** Equal to 1e-12. */
function near(found: Float64Array, wanted: Float64Array): void {
  expect(length(wanted)).toBeGreaterThan(0.1);
  expect(length(plus(found, -1, wanted))).toBeLessThan(1e-12 * length(wanted));
}

test('gradients are divided by S in the metric Re Tr X†YS of tangents', () => {
  const w = polarFactor(gaussianMatrix(7, 4, 1));
  const root = gaussianMatrix(4, 4, 2);
  const { vectors } = hermitianEigen(multiply(root, root, { adjointB: true }));
  // Eigenvalues over four orders of magnitude.
  const scales = [1, 0.1, 1e-2, 1e-4];
  const spread = { ...vectors, interleaved: vectors.interleaved.map((x, k) => x * scales[(k >> 1) % 4]!) };
  const S = multiply(spread, vectors, { adjointB: true });
  const tangent = (seed: number) => {
    const g = gaussianMatrix(7, 4, seed);
    const overlap = multiply(w, g, { adjointA: true });
    return addScaledMatrix(g, [-0.5, 0], multiply(w, addScaledMatrix(overlap, [1, 0], adjoint(overlap))));
  };
  const [G, Y] = [tangent(3), tangent(4)];
  const X = dividedBy(w, scaledMatrix([-1, 0], S), 1e-3)(G);
  const floored = addScaledMatrix(S, [1e-3, 0], multiply(vectors, vectors, { adjointB: true }));
  expect(dot(multiply(X, floored).interleaved, Y.interleaved)).toBeCloseTo(dot(G.interleaved, Y.interleaved), 10);
  const along = multiply(w, X, { adjointA: true });
  expect(length(addScaledMatrix(along, [1, 0], adjoint(along)).interleaved)).toBeLessThan(1e-10);
});
