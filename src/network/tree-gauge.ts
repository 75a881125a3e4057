/**
 * @file Gauges of networks without cycles: every tensor an isometry towards a root, Schmidt values on the bonds, bonds
 * truncated where little weight is lost.
 */

import type { Leg } from '../contraction/contraction-graph.ts';
import { currentEngine } from '../engine/engine.ts';
import { DomainError } from '../errors.ts';
import { type ComplexMatrix, sizeOf } from '../linalg/complex.ts';
import { keptValues, leadingColumns, type Truncation } from '../linalg/kept-values.ts';
import { multiply } from '../linalg/matrix.ts';
import { qr } from '../linalg/qr.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import type { NetworkPoint } from '../network-point.ts';
import { networkTensors } from './node-tensor.ts';
import type { NetworkNode, TensorNetwork, TensorSource } from './tensor-network.ts';
import { isIsometric, isometryShape } from './tensor-sources.ts';
import { bondsOf, isTree } from './tree-messages.ts';

/**
 * The same state, with its norm set to 1 and every node an isometry from its leg towards the root to its other legs,
 * which come first; the root itself has norm 1. Bonds larger than their smaller side are reduced.
 *
 * @param root - index of the root, default the node without inputs of an isometric network, else the last
 * @throws {DomainError} the network has a cycle or is not connected
 */
export function isometricGauge(
  network: TensorNetwork,
  theta: Float64Array,
  root = rootOf(network),
): NetworkPoint<TensorNetwork> {
  const tree = gaugedTree(network, theta, root);
  return recorded(network, tree, root, true);
}

/** A network in Schmidt gauge. */
export interface SchmidtGauge extends NetworkPoint<TensorNetwork> {
  /** Schmidt values of every bond, descending. */
  readonly values: Readonly<Record<Leg, Float64Array>>;
  /** For every bond the index of its node on the side of the root. */
  readonly rootSide: Readonly<Record<Leg, number>>;
}

/**
 * The state, of norm 1, with a Schmidt basis on every bond: all nodes but the root are isometries towards it, and the
 * smallest Schmidt values are dropped as the truncation says. Isometric networks stay isometric.
 *
 * The infidelity is at most about 2 Σ_bonds (weight lost).
 */
export function schmidtGauge(network: TensorNetwork, theta: Float64Array, truncation: Truncation): SchmidtGauge {
  const root = rootOf(network);
  const tree = gaugedTree(network, theta, root);
  const values: Record<Leg, Float64Array> = {};
  const rootSide: Record<Leg, number> = {};
  const descend = (node: number): void => {
    for (const child of tree.children[node]!) {
      const leg = tree.towardsRoot[child]!;
      const { u, values: all, v } = singularValueDecomposition(columnsAt(tree, node, leg));
      const kept = keptValues(all, truncation);
      tree.dimensions[leg] = kept;
      values[leg] = all.slice(0, kept);
      rootSide[leg] = node;
      setColumns(tree, node, leg, leadingColumns(u, kept));
      const carried = conjugate(scaledColumns(leadingColumns(v, kept), all)); // Σ_e M_re C_xe = Σ_k U_rk Σ_e s_k V̄_ek C_xe
      setColumns(tree, child, leg, multiply(columnsAt(tree, child, leg, v.rows), carried));
      descend(child);
      raise(tree, child, node);
    }
  };
  descend(root);
  normaliseRoot(tree, root);
  return { ...recorded(network, tree, root, isIsometric(network)), values, rootSide };
}

/** The node of an isometric network that has no inputs; else the last node. */
function rootOf(network: TensorNetwork): number {
  const { nodes } = network;
  const top = nodes.findLastIndex(({ tensor }) => isometryShape(tensor)?.columns === 1);
  return top >= 0 && isIsometric(network) ? top : nodes.length - 1;
}

/** A tree in the making: tensors with named legs, changed step by step. */
interface Tree {
  readonly legs: readonly (readonly Leg[])[];
  readonly tensors: Float64Array[];
  readonly dimensions: Record<Leg, number>;
  readonly children: readonly (readonly number[])[];
  readonly towardsRoot: readonly (Leg | undefined)[];
}

function gaugedTree(network: TensorNetwork, theta: Float64Array, root: number): Tree {
  if (!isTree(network)) throw new DomainError('tree gauge: a connected network without cycles required');
  const bonds = bondsOf(network);
  const towardsRoot = network.nodes.map((): Leg | undefined => undefined);
  const children = network.nodes.map((): number[] => []);
  const order = [root];
  for (const node of order) {
    for (const { leg, nodes } of bonds) {
      if (!nodes.includes(node) || leg === towardsRoot[node]) continue;
      const child = nodes[0] === node ? nodes[1] : nodes[0];
      towardsRoot[child] = leg;
      children[node]!.push(child);
      order.push(child);
    }
  }
  const tensors = networkTensors(network, theta).map(({ interleaved }) => interleaved);
  const legs = network.nodes.map((node) => node.legs);
  const tree: Tree = { legs, tensors, dimensions: { ...network.dimensions }, children, towardsRoot };
  for (const node of order.toReversed()) {
    const parent = children.findIndex((own) => own.includes(node));
    if (parent >= 0) raise(tree, node, parent);
  }
  normaliseRoot(tree, root);
  return tree;
}

/** Makes `node` an isometry and multiplies the remaining factor into the parent, whose scale is kept near one. */
function raise(tree: Tree, node: number, parent: number): void {
  const leg = tree.towardsRoot[node]!;
  const { q, r } = qr(columnsAt(tree, node, leg));
  const old = tree.dimensions[leg]!;
  const above = columnsAt(tree, parent, leg);
  tree.dimensions[leg] = q.cols;
  setColumns(tree, node, leg, q);
  const largest = r.interleaved.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const scale = largest > 0 ? 2 ** -Math.round(Math.log2(largest)) : 1;
  const transposed = currentEngine().permute(
    r.interleaved.map((x) => x * scale),
    [q.cols, old],
    [1, 0],
  );
  setColumns(tree, parent, leg, multiply(above, { rows: old, cols: q.cols, interleaved: transposed }));
}

/** The tensor as a matrix: `leg` is the column index, all others in order are the row index. */
function columnsAt(tree: Tree, node: number, leg: Leg, dimension = tree.dimensions[leg]!): ComplexMatrix {
  const own = tree.legs[node]!;
  const shape = own.map((name) => (name === leg ? dimension : tree.dimensions[name]!));
  const at = own.indexOf(leg);
  const axes = [...own.keys()].filter((axis) => axis !== at).concat(at);
  const interleaved = currentEngine().permute(tree.tensors[node]!, shape, axes);
  return { rows: sizeOf(shape) / dimension, cols: dimension, interleaved };
}

/** Undoes `columnsAt`, with the leg's present dimension. */
function setColumns(tree: Tree, node: number, leg: Leg, { interleaved }: ComplexMatrix): void {
  const own = tree.legs[node]!;
  const others = own.filter((name) => name !== leg);
  const shape = [...others, leg].map((name) => tree.dimensions[name]!);
  const axes = own.map((name) => (name === leg ? others.length : others.indexOf(name)));
  tree.tensors[node] = currentEngine().permute(interleaved, shape, axes);
}

function normaliseRoot(tree: Tree, root: number): void {
  const tensor = tree.tensors[root]!;
  const norm = Math.sqrt(tensor.reduce((sum, x) => sum + x * x, 0));
  if (!(norm > 0)) throw new DomainError('tree gauge: a state that is not zero required');
  tree.tensors[root] = tensor.map((x) => x / norm);
}

/** The tree as a record; with `isometric`, legs are reordered so that the one towards the root comes last. */
function recorded(network: TensorNetwork, tree: Tree, root: number, isometric: boolean): NetworkPoint<TensorNetwork> {
  const theta: number[][] = [];
  let parameters = 0;
  const nodes = network.nodes.map(({ id, legs }, index): NetworkNode => {
    const inward = tree.towardsRoot[index];
    const offset = parameters;
    const size = sizeOf(legs.map((leg) => tree.dimensions[leg]!));
    parameters += 2 * size;
    if (!isometric || index === root || inward === undefined) {
      theta.push([...tree.tensors[index]!]);
      const tensor: TensorSource = isometric
        ? { kind: 'isometry', offset, rows: size, columns: 1 }
        : { kind: 'free', offset };
      return { id, legs, tensor };
    }
    const { rows, cols, interleaved } = columnsAt(tree, index, inward);
    theta.push([...interleaved]);
    const ordered = [...legs.filter((leg) => leg !== inward), inward];
    return { id, legs: ordered, tensor: { kind: 'isometry', offset, rows, columns: cols } };
  });
  return {
    network: { ...network, parameters, dimensions: tree.dimensions, nodes },
    theta: Float64Array.from(theta.flat()),
  };
}

function scaledColumns({ rows, cols, interleaved }: ComplexMatrix, factors: Float64Array): ComplexMatrix {
  return { rows, cols, interleaved: interleaved.map((x, k) => x * factors[(k >> 1) % cols]!) };
}

function conjugate({ rows, cols, interleaved }: ComplexMatrix): ComplexMatrix {
  return { rows, cols, interleaved: interleaved.map((x, k) => (k % 2 === 0 ? x : -x)) };
}
