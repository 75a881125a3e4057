import { expect, test } from 'vitest';
import { isometricMera } from '../../models/isometric-mera.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { fisherRank } from '../../src/fisher/effective-dimension.ts';
import { manifoldFisher } from '../../src/fisher/manifold-fisher.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { manifoldOf } from '../../src/network/network-manifold.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { bondsOf } from '../../src/network/tree-messages.ts';
import { productManifold } from '../../src/optimise/stiefel.ts';

const restricted = (network: TensorNetwork) => {
  const theta = initialParameters(network, randomStream(5, 'isometries'));
  const whole = quantumFisherInformation(network, theta);
  return { theta, whole, ...manifoldFisher(network, theta, whole) };
};

test('an isometric tree has a unitary U(χ) on every bond and a phase as gauge, and nothing else', () => {
  for (const bond of [2, 3]) {
    const network = treeTensorNetwork(new Array<number>(4).fill(3), { bond, form: 'isometric' });
    const { fisher, dimension } = restricted(network);
    const unitary = bondsOf(network).reduce((sum, { leg }) => sum + network.dimensions[leg]! ** 2, 0);
    expect(fisherRank(fisher)).toBe(dimension - unitary - 1);
  }
});

test('along tangents it is F, along normals nothing, and symmetric', () => {
  const network = isometricMera(4, { bond: 2 });
  const { theta, whole, fisher } = restricted(network);
  const { project } = productManifold(manifoldOf(network));
  const { normal } = randomStream(6, 'directions');
  const random = theta.map(() => normal());
  const tangent = project(theta, random);
  const normalPart = random.map((x, k) => x - tangent[k]!);
  const form = (F: typeof fisher, v: Float64Array, w: Float64Array): number =>
    v.reduce((sum, a, i) => sum + a * w.reduce((s, b, j) => s + b * F.data[i * F.cols + j]!, 0), 0);
  expect(form(fisher, tangent, tangent)).toBeCloseTo(form(whole, tangent, tangent), 10);
  expect(form(fisher, normalPart, random)).toBeCloseTo(0, 10);
  expect(form(fisher, tangent, random)).toBeCloseTo(form(fisher, random, tangent), 10);
});
