import { expect, test } from 'vitest';
import { isometricMera } from '../../models/isometric-mera.ts';
import { mera } from '../../models/mera.ts';
import { checkNetwork } from '../../src/network/check-network.ts';
import { networkOf } from '../../src/network/from-circuit.ts';
import { networkTensors } from '../../src/network/node-tensor.ts';
import { parametersOfPart, subnetwork } from '../../src/network/subnetwork.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';

test.each([
  ['isometries', isometricMera(8)],
  ['rotations that share angles', networkOf(shared())],
])('a part of a network of %s has the same tensors, from parameters of its own', (_, network: TensorNetwork) => {
  const theta = Float64Array.from({ length: network.parameters }, (_, k) => Math.sin(3 * k + 1));
  const nodes = network.nodes.slice(-3);
  const legs = nodes.flatMap((node) => node.legs);
  const boundary = legs.filter((leg) => legs.indexOf(leg) === legs.lastIndexOf(leg));
  const part = subnetwork(network, nodes, { boundary, bulk: [], environment: [] });
  checkNetwork(part.network);
  const tensors = networkTensors(part.network, parametersOfPart(part, theta));
  const all = networkTensors(network, theta);
  expect(tensors).toEqual(all.slice(-3));
  expect(part.network.parameters).toBeLessThan(network.parameters);
});

/** A circuit in which every third angle is the same. */
function shared() {
  const circuit = mera(4);
  const gates = circuit.gates.map(({ word }, k) => ({ word, angle: { parameter: k % 7, scale: 1 + k } }));
  return { ...circuit, parameters: 7, gates };
}
