/**
 * @file Every bond of a network without cycles cuts the state in two. The Gram matrices of both halves come from
 * messages: the message of a node to a neighbour is the Gram matrix of everything behind it.
 */

import {
  type Contraction,
  type ContractionPlan,
  contract,
  contractionPlan,
  contractPullback,
} from '../contraction/contract.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import { hyperIndices } from './copy-tensors.ts';
import { networkTensors, pullbackTensors } from './node-tensor.ts';
import type { TensorNetwork } from './tensor-network.ts';

/** A bond and the nodes that it joins. */
export interface Bond {
  readonly leg: Leg;
  readonly nodes: readonly [number, number];
}

/** The network's bonds, in the order in which their legs first occur. */
export function bondsOf(network: TensorNetwork): readonly Bond[] {
  const first = new Map<Leg, number>();
  const bonds: Bond[] = [];
  network.nodes.forEach(({ legs }, index) => {
    for (const leg of legs) {
      const other = first.get(leg);
      if (other === undefined) first.set(leg, index);
      else bonds.push({ leg, nodes: [other, index] });
    }
  });
  return bonds;
}

/** Whether the network is connected and has no cycle, double bonds included, and no hyper-index. */
export function isTree(network: TensorNetwork): boolean {
  const bonds = bondsOf(network);
  if (bonds.length !== network.nodes.length - 1 || hyperIndices(network).length > 0) return false;
  const reached = new Set([0]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { nodes } of bonds) {
      if (reached.has(nodes[0]) === reached.has(nodes[1])) continue;
      for (const node of nodes) reached.add(node);
      grown = true;
    }
  }
  return reached.size === network.nodes.length;
}

/** Gram matrices ⟨l_e'|l_e⟩ and ⟨r_e'|r_e⟩ of the two halves of the state, |ψ⟩ = Σ_e |l_e⟩|r_e⟩, each of trace 1. */
export interface BondGrams {
  readonly bond: Bond;
  readonly sides: readonly [ComplexMatrix, ComplexMatrix];
}

/**
 * The Gram matrices of all bonds, and the pullback of their cotangents, valid for functions that ignore their scale.
 */
export interface GramEvaluation {
  readonly grams: readonly BondGrams[];
  /** Hermitian cotangents of both sides of every bond ↦ ∂L/∂θ. */
  readonly pullback: (cotangents: readonly (readonly [Float64Array, Float64Array])[]) => Float64Array;
}

/**
 * Gram matrices on both sides of every bond of a tree.
 *
 * @param network - a tree, see `isTree`
 *
 * Cost O(n χ^{z+1}) with z the number of bonds at a node: O(n d χ³) for a matrix-product state.
 */
export function bondGrams(network: TensorNetwork, theta: Float64Array): GramEvaluation {
  const { bonds, messages } = scheduleOf(network);
  const tensors = networkTensors(network, theta);
  const conjugates = tensors.map(({ shape, interleaved }) => ({
    shape,
    interleaved: interleaved.map((x, k) => (k % 2 === 0 ? x : -x)),
  }));
  const contractions: Contraction[] = [];
  const traces: number[] = [];
  const values: ComplexArray[] = [];
  for (const { node, incoming, plan } of messages) {
    const contraction = contract(plan, [tensors[node]!, conjugates[node]!, ...incoming.map((at) => values[at]!)]);
    const { shape, interleaved } = contraction.value;
    let trace = 0;
    for (let i = 0; i < shape[0]!; i++) trace += interleaved[2 * i * (shape[0]! + 1)]!;
    contractions.push(contraction);
    traces.push(trace);
    values.push({ shape, interleaved: interleaved.map((x) => x / trace) });
  }
  const pullback = (cotangents: readonly (readonly [Float64Array, Float64Array])[]): Float64Array => {
    const pending: Float64Array[] = values.map(({ interleaved }) => new Float64Array(interleaved.length));
    bonds.forEach(({ sides }, k) => {
      for (const side of [0, 1] as const) add(pending[sides[side]]!, cotangents[k]![side]);
    });
    const total: (Float64Array | undefined)[] = network.nodes.map(() => undefined);
    for (let at = messages.length - 1; at >= 0; at--) {
      const { node, incoming, plan } = messages[at]!;
      const lambda = pending[at]!.map((x) => x / traces[at]!);
      const needed = [true, false, ...incoming.map(() => true)];
      const [own, , ...others] = contractPullback(plan, contractions[at]!, lambda, needed);
      total[node] ??= new Float64Array(own!.length);
      add(total[node]!, own!, 2); // the conjugate tensor contributes the same
      incoming.forEach((from, k) => {
        add(pending[from]!, others[k]!);
      });
    }
    return pullbackTensors(network, theta, total);
  };
  const grams = bonds.map(({ bond, sides }) => ({
    bond,
    sides: [matrixOf(values[sides[0]]!), matrixOf(values[sides[1]]!)] as const,
  }));
  return { grams, pullback };
}

/** A message: the node, its conjugate and the messages from all its other neighbours, contracted. */
interface Message {
  readonly node: number;
  readonly incoming: readonly number[];
  readonly plan: ContractionPlan;
}

interface Schedule {
  readonly messages: readonly Message[];
  /** For every bond the messages of its two nodes across it. */
  readonly bonds: readonly { readonly bond: Bond; readonly sides: readonly [number, number] }[];
}

const schedules = new WeakMap<TensorNetwork, Schedule>();

/** Messages in an order in which each comes after those that it needs; remembered per network. */
function scheduleOf(network: TensorNetwork): Schedule {
  const known = schedules.get(network);
  if (known !== undefined) return known;
  const bonds = bondsOf(network);
  const at = network.nodes.map((_, node) => bonds.filter(({ nodes }) => nodes.includes(node)));
  const place = new Map<string, number>();
  const messages: Message[] = [];
  const tell = (node: number, { leg }: Bond): number => {
    const key = `${node} ${leg}`;
    const done = place.get(key);
    if (done !== undefined) return done;
    const others = at[node]!.filter((bond) => bond.leg !== leg);
    const incoming = others.map((bond) => tell(bond.nodes[0] === node ? bond.nodes[1] : bond.nodes[0], bond));
    const bra = (name: Leg): Leg => `conjugate ${name}`;
    const own = network.nodes[node]!.legs;
    const inner = own.map((name) => (at[node]!.some((bond) => bond.leg === name) ? bra(name) : name));
    const legs = [own, inner, ...others.map((bond) => [bond.leg, bra(bond.leg)])];
    const dimensions = { ...network.dimensions };
    for (const bond of at[node]!) dimensions[bra(bond.leg)] = network.dimensions[bond.leg]!;
    messages.push({ node, incoming, plan: contractionPlan(legs, dimensions, [leg, bra(leg)]) });
    place.set(key, messages.length - 1);
    return messages.length - 1;
  };
  const sides = bonds.map((bond) => ({ bond, sides: [tell(bond.nodes[0], bond), tell(bond.nodes[1], bond)] as const }));
  const schedule = { messages, bonds: sides };
  schedules.set(network, schedule);
  return schedule;
}

const matrixOf = ({ shape, interleaved }: ComplexArray): ComplexMatrix => ({
  rows: shape[0]!,
  cols: shape[1]!,
  interleaved,
});

function add(sum: Float64Array, term: Float64Array, factor = 1): void {
  for (let k = 0; k < sum.length; k++) sum[k] = sum[k]! + factor * term[k]!;
}
