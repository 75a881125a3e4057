import { describe, expect, test } from 'vitest';
import { isometricMera } from '../../models/isometric-mera.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { fisherRank } from '../../src/fisher/effective-dimension.ts';
import { fisherVectorProduct } from '../../src/fisher/fisher-vector-product.ts';
import { gaugeDirections } from '../../src/fisher/gauge-directions.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { gramMatrix, realPart } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';

const drawn = (length: number): Float64Array => {
  const { normal } = randomStream(1, 'gauge');
  return Float64Array.from({ length }, () => 0.6 * normal());
};
const qubits = (n: number): readonly number[] => new Array<number>(n).fill(2);

describe.each([
  ['matrix-product state of bond 2', matrixProductState(qubits(5), { bond: 2 })],
  ['matrix-product state of bond 3', matrixProductState(qubits(6), { bond: 3 })],
  ['tree', treeTensorNetwork(qubits(8), { bond: 2 })],
])('the gauge directions of a %s', (_, network) => {
  const theta = drawn(network.parameters);
  const directions = gaugeDirections(network, theta);

  test('move no state', () => {
    const apply = fisherVectorProduct(network, theta);
    for (const { direction } of directions) {
      expect(Math.max(...apply(direction).map(Math.abs))).toBeLessThan(1e-11);
    }
  });

  test('are independent and span the whole null space of F', () => {
    const gram = realPart(gramMatrix(directions.map(({ direction }) => complexVector(direction))));
    expect(fisherRank(gram)).toBe(directions.length);
    expect(fisherRank(quantumFisherInformation(network, theta))).toBe(network.parameters - directions.length);
  });
});

test('on a ring there are 2χ² directions for each bond, norm and phase, none of them visible', () => {
  const network = matrixProductState(qubits(4), { bond: 2, boundary: 'periodic' });
  const theta = drawn(network.parameters);
  const directions = gaugeDirections(network, theta);
  expect(directions).toHaveLength(4 * 2 * 4 + 2);
  const apply = fisherVectorProduct(network, theta);
  for (const { direction } of directions) expect(Math.max(...apply(direction).map(Math.abs))).toBeLessThan(1e-11);
});

test('a network without free tensors has none', () => {
  const network = isometricMera(4, { bond: 2 });
  expect(gaugeDirections(network, drawn(network.parameters))).toEqual([]);
});
