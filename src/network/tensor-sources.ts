/**
 * @file Where the entries of a tensor come from, by the kind of its source: whether they are parameters, and which.
 */

import { byKind } from '../by-kind.ts';
import type { NetworkNode, TensorNetwork, TensorSource } from './tensor-network.ts';

/** The parameters `offset` … `offset` + `length` − 1 on which a tensor depends. */
export interface ParameterRange {
  readonly offset: number;
  readonly length: number;
}

/** The range of parameters on which a tensor of this many entries depends; null if it is constant. */
export const parameterRange = byKind<TensorSource, [size: number], ParameterRange | null>({
  constant: () => null,
  free: ({ offset }, size) => ({ offset, length: 2 * size }),
  isometry: ({ offset }, size) => ({ offset, length: 2 * size }),
  rotation: ({ angle }) => (typeof angle === 'number' ? null : { offset: angle.parameter, length: 1 }),
  block: ({ words, offset }) => (words.length === 0 ? null : { offset, length: words.length }),
  stabiliser: () => null,
});

/** The place in θ of a tensor whose entries are parameters; null for all others. */
export const entriesOffset = byKind<TensorSource, [], number | null>({
  constant: () => null,
  free: ({ offset }) => offset,
  isometry: ({ offset }) => offset,
  rotation: () => null,
  block: () => null,
  stabiliser: () => null,
});

/** Whether each entry of the tensor is a fixed number or a parameter, and none is computed from parameters. */
export const hasGivenEntries = byKind<TensorSource, [], boolean>({
  constant: () => true,
  free: () => true,
  isometry: () => true,
  rotation: () => false,
  block: () => false,
  stabiliser: () => true,
});

/** The place in θ of a free tensor, whose entries obey no condition; null for all others. */
export const freeOffset = byKind<TensorSource, [], number | null>({
  constant: () => null,
  free: ({ offset }) => offset,
  isometry: () => null,
  rotation: () => null,
  block: () => null,
  stabiliser: () => null,
});

/** Rows and columns of an isometry that is a parameter; null for all others. */
export const isometryShape = byKind<TensorSource, [], { readonly rows: number; readonly columns: number } | null>({
  constant: () => null,
  free: () => null,
  isometry: (source) => source,
  rotation: () => null,
  block: () => null,
  stabiliser: () => null,
});

/** Whether the node is an isometry that is a parameter. */
export const isIsometry = ({ tensor }: NetworkNode): boolean => isometryShape(tensor) !== null;

/** Whether all tensors are isometries that are parameters. */
export const isIsometric = ({ nodes }: Pick<TensorNetwork, 'nodes'>): boolean => nodes.every(isIsometry);
