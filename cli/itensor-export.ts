/** @file The learned state as ITensor reads it: a matrix-product state if the network is one, else a tensor of all sites. */

import { writeHdf5 } from '../datasets/formats/hdf5.ts';
import { itensorTree, mpsTree, type WrittenIndex } from '../datasets/formats/itensor.ts';
import { type GenerativeNetwork, siteDimensions } from '../src/generative/generative-network.ts';
import type { ComplexArray } from '../src/linalg/complex.ts';
import { networkLogNorm } from '../src/network/network-overlap.ts';
import { networkTensors } from '../src/network/node-tensor.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';

/**
 * An HDF5 file with the state 'psi', of norm 1: site k has the tag n=k+1, and qubit 0 is the first.
 *
 * @param amplitudes - of the state, asked for only where the network is no matrix-product state
 * @throws {DomainError} h5wasm is not loaded
 */
export function itensorFile(
  network: GenerativeNetwork,
  theta: Float64Array,
  amplitudes: () => ComplexArray,
): Uint8Array {
  const psi =
    network.kind === 'network' && isMatrixProduct(network)
      ? mpsOf(network, theta)
      : itensorTree(siteDimensions(network).map(siteIndex), amplitudes());
  return writeHdf5({ attributes: {}, members: { psi } });
}

const siteIndex = (dimension: number, site: number): WrittenIndex => {
  const kind = dimension === 2 ? 'Qubit,' : '';
  return { id: BigInt(site + 1), dimension, tags: `${kind}Site,n=${site + 1}` };
};

/** Whether each site has a tensor, which shares indices with those of its neighbours alone. */
function isMatrixProduct({ nodes, boundary, bulk, environment }: TensorNetwork): boolean {
  if (bulk.length > 0 || environment.length > 0 || nodes.length !== boundary.length) return false;
  const siteOf = new Map(nodes.map((node) => [node, boundary.findIndex((leg) => node.legs.includes(leg))]));
  if (new Set(siteOf.values()).size !== nodes.length) return false;
  return nodes.every((a) =>
    nodes.every((b) => {
      const isShared = a !== b && a.legs.some((leg) => b.legs.includes(leg));
      return !isShared || Math.abs(siteOf.get(a)! - siteOf.get(b)!) === 1;
    }),
  );
}

function mpsOf(network: TensorNetwork, theta: Float64Array) {
  const { nodes, boundary, dimensions } = network;
  const scale = Math.exp(-networkLogNorm({ network, theta }) / (2 * nodes.length)); // shared by all tensors
  const bonds = [...new Set(nodes.flatMap(({ legs }) => legs))].filter((leg) => !boundary.includes(leg));
  const indexOf = (leg: string): WrittenIndex => {
    const site = boundary.indexOf(leg);
    const bond = bonds.indexOf(leg) + 1;
    return site >= 0
      ? siteIndex(dimensions[leg]!, site)
      : { id: BigInt(boundary.length + bond), dimension: dimensions[leg]!, tags: `Link,l=${bond}` };
  };
  const tensors = networkTensors(network, theta);
  const ofSite = boundary.map((leg) => nodes.findIndex(({ legs }) => legs.includes(leg)));
  return mpsTree(
    ofSite.map((k) => {
      const { shape, interleaved } = tensors[k]!;
      return itensorTree(nodes[k]!.legs.map(indexOf), { shape, interleaved: interleaved.map((x) => x * scale) });
    }),
  );
}
