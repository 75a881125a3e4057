import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brickwall } from '../../models/brickwall.ts';
import { isometricMera } from '../../models/isometric-mera.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { fisherBlocks, fisherDiagonal, kroneckerForms } from '../../src/fisher/fisher-forms.ts';
import {
  fisherVectorProduct,
  naturalGradientDirection,
  stateTangentAlong,
} from '../../src/fisher/fisher-vector-product.ts';
import { geometricTensorByBlocks } from '../../src/fisher/geometric-tensor-by-blocks.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import { fubiniStudyMetric, quantumGeometricTensor } from '../../src/fisher/quantum-geometric-tensor.ts';
import { type GenerativeNetwork, stateTangents, stateVector } from '../../src/generative/generative-network.ts';
import { entry, sizeOf } from '../../src/linalg/complex.ts';
import { gramMatrix, kronecker } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { addScaled, innerProduct, norm, scaledVector } from '../../src/linalg/vector.ts';
import { networkOf } from '../../src/network/from-circuit.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { networkInfidelity, networkMetricProduct } from '../../src/network/network-overlap.ts';
import { networkState, networkTangents } from '../../src/network/network-state.ts';
import { arbitraryCircuit } from '../helpers/arbitrary-circuit.ts';
import { distance } from '../linalg/compare.ts';

const drawn = (length: number, seed: number, scale = 1): Float64Array => {
  const stream = randomStream(seed, 'fisher vector product');
  return Float64Array.from({ length }, () => scale * stream.normal());
};
const networks: Readonly<Record<string, GenerativeNetwork>> = {
  'a brickwall circuit': brickwall(4, { depth: 2 }),
  'a matrix-product state': matrixProductState([2, 2, 2, 2], { bond: 2 }),
  'a tree of free tensors': treeTensorNetwork([2, 2, 2, 2], { bond: 2 }),
  'a MERA of isometries': isometricMera(4, { bond: 2 }),
};

describe.each(Object.entries(networks))('%s', (_, network) => {
  const theta = drawn(network.parameters, 1, 0.7);
  const F = quantumFisherInformation(network, theta);

  test('has a Fisher-vector product that is the matrix times the vector', () => {
    const v = drawn(network.parameters, 2);
    fisherVectorProduct(
      network,
      theta,
    )(v).forEach((value, i) => {
      const expected = v.reduce((sum, x, k) => sum + F.data[i * F.rows + k]! * x, 0);
      expect(Math.abs(value - expected)).toBeLessThan(1e-11 * F.rows);
    });
  });

  test('has the diagonal and the blocks of its matrix', () => {
    fisherDiagonal(network, theta).forEach((value, k) => {
      expect(value).toBeCloseTo(F.data[k * (F.rows + 1)]!, 12);
    });
    const [first, second] = fisherBlocks(network, theta, [[2, 0], [1]]);
    expect(first!.data[1]).toBeCloseTo(F.data[2 * F.rows]!, 12);
    expect(first!.data[0]).toBeCloseTo(F.data[2 * F.rows + 2]!, 12);
    expect(second!.data[0]).toBeCloseTo(F.data[F.rows + 1]!, 12);
  });

  test('has a natural gradient that solves (g + damping)·x = ∇f', () => {
    const gradient = drawn(network.parameters, 3);
    const { value, result } = naturalGradientDirection(network, theta, gradient, {
      damping: 1e-2,
      tolerance: 1e-11,
      maxSteps: 500,
    });
    expect(result).toBe('converged');
    for (let i = 0; i < F.rows; i++) {
      const image = value.reduce((sum, x, k) => sum + (F.data[i * F.rows + k]! / 4) * x, 1e-2 * value[i]!);
      expect(image).toBeCloseTo(gradient[i]!, 8);
    }
  });
});

test('networks of any length: the product without amplitudes is that with amplitudes', () => {
  for (const network of [
    matrixProductState(new Array<number>(9).fill(2), { bond: 3 }),
    treeTensorNetwork(new Array<number>(8).fill(2), { bond: 3 }),
    isometricMera(8, { bond: 2 }),
    networkOf(brickwall(4, { depth: 2 })),
  ]) {
    const theta = drawn(network.parameters, 7, 0.6);
    const v = drawn(network.parameters, 8);
    const { product } = networkMetricProduct({ network, theta });
    const tangents = stateTangents(network, theta);
    const psi = stateVector(network, theta);
    const along = stateTangentAlong(network, theta, v);
    const [re, im] = innerProduct(psi, along);
    const horizontal = addScaled(along, [-re, -im], psi);
    product(v).forEach((value, k) => {
      expect(value).toBeCloseTo(innerProduct(tangents[k]!, horizontal)[0], 10);
    });
  }
});

test('the state of forty sites moves by √(v·Fv)/2 along v', () => {
  const network = matrixProductState(new Array<number>(40).fill(2), { bond: 4 });
  const theta = initialParameters(network, randomStream(3, 'chain'));
  const v = drawn(network.parameters, 9, 0.1);
  const step = 1e-3;
  const fidelityAt = (h: number): number =>
    networkInfidelity({ network, theta }, network)(theta.map((x, k) => x + h * v[k]!)).value;
  const squared = (fidelityAt(step) + fidelityAt(-step)) / (2 * step * step);
  const information = fisherVectorProduct(network, theta)(v).reduce((sum, x, k) => sum + x * v[k]!, 0);
  expect(information / 4 / squared).toBeCloseTo(1, 4);
});

test('the product is symmetric and positive for circuits with shared, scaled and constant angles', () => {
  fc.assert(
    fc.property(arbitraryCircuit(3, 10), ({ circuit, theta }) => {
      const apply = fisherVectorProduct(circuit, theta);
      const g = fubiniStudyMetric(circuit, theta);
      for (let k = 0; k < circuit.parameters; k++) {
        const unit = Float64Array.from({ length: circuit.parameters }, (_, i) => (i === k ? 1 : 0));
        apply(unit).forEach((value, i) => {
          expect(value).toBeCloseTo(4 * g.data[i * g.cols + k]!, 11);
        });
      }
    }),
    { numRuns: 40, seed: 11 },
  );
});

test('the geometric tensor is the same in one piece and in blocks of one, two or five parameters', () => {
  const circuit = brickwall(4, { depth: 2 });
  const theta = drawn(circuit.parameters, 4);
  const whole = quantumGeometricTensor(circuit, theta);
  for (const block of [1, 2, 5]) {
    const pieces = geometricTensorByBlocks(circuit, theta, 2 * block * 16 * 16);
    expect(distance(pieces, whole)).toBeLessThan(1e-12);
  }
});

test.each([
  ['matrix-product state', matrixProductState([2, 2, 2, 2, 2], { bond: 3 })],
  ['tree', treeTensorNetwork(new Array<number>(8).fill(2), { bond: 2 })],
])('the Kronecker form of a %s is the Gram matrix of the derivatives by a tensor’s entries', (_, network) => {
  const theta = drawn(network.parameters, 5, 0.6);
  const size = norm(networkState(network, theta));
  const tangents = networkTangents(network, theta).map((tangent) => scaledVector([1 / size, 0], tangent));
  kroneckerForms(network, theta).forEach(({ factors, scale }, index) => {
    const node = network.nodes[index]!;
    if (node.tensor.kind !== 'free') return;
    const { offset } = node.tensor;
    const entries = sizeOf(node.legs.map((leg) => network.dimensions[leg]!));
    const gram = gramMatrix(Array.from({ length: entries }, (_, e) => tangents[offset + 2 * e]!));
    const product = factors.reduce((left, right) => kronecker(left, right));
    for (let a = 0; a < entries; a++) {
      for (let b = 0; b < entries; b++) {
        const [re, im] = entry(product, a, b);
        expect(scale * re).toBeCloseTo(entry(gram, a, b)[0], 11);
        expect(scale * im).toBeCloseTo(entry(gram, a, b)[1], 11);
      }
    }
  });
});

test('mixed states have no product yet, wrong lengths are named', () => {
  const mixed = { ...brickwall(1, { depth: 1 }), reference: { spectrum: [0.6, 0.4] } };
  const theta = drawn(mixed.parameters, 6);
  expect(() => fisherVectorProduct(mixed, theta)).toThrow(/pure state required/);
  const circuit = brickwall(2, { depth: 1 });
  const apply = fisherVectorProduct(circuit, drawn(circuit.parameters, 7));
  expect(() => apply(Float64Array.of(1))).toThrow(/components required/);
});
