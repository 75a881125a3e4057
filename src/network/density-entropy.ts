/** @file The entropy of some open legs of a network, from the density matrix of what the legs cannot undo by themselves. */

import { contract, contractionPlan } from '../contraction/contract.ts';
import { pathCost } from '../contraction/contraction-cost.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { contractionPath } from '../contraction/contraction-path.ts';
import { DomainError } from '../errors.ts';
import { type ComplexArray, sizeOf } from '../linalg/complex.ts';
import { hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { distributionEntropy, type EntropyOptions } from '../state/entropy.ts';
import type { Nats } from '../units.ts';
import { connectedParts } from './connected-parts.ts';
import { directedOutputs } from './node-outputs.ts';
import type { NetworkNode, TensorNetwork } from './tensor-network.ts';

/** Largest dimension of a reduced density matrix that is diagonalised. */
const LARGEST_DENSITY = 2 ** 10;
/** Most floating-point operations of one reduced density matrix: about ten seconds. */
const MOST_FLOPS = 2 ** 36;

/**
 * Entropy of the kept legs in the pure state of all open legs, normalised.
 *
 * Gates and isometries whose outputs are all on one side, kept or not, change no entropy and are taken away; their
 * inputs are then on that side. What remains is in the wedge of neither. Each of its parts is contracted with its
 * conjugate to the density matrix of its smaller side.
 *
 * @param tensors - of all nodes of the network, by id
 * @throws {DomainError} a density matrix of more than 2¹⁰ rows, or of more than 2³⁶ operations
 */
export function densityEntropy(
  network: TensorNetwork,
  tensors: ReadonlyMap<string, ComplexArray>,
  kept: readonly Leg[],
  options: EntropyOptions = {},
): Nats {
  const { nodes, isKept, pairs } = withoutWedges(network, kept);
  return connectedParts(nodes).reduce(
    (sum, part) => sum + partEntropy(network, part, tensors, isKept, options),
    pairs.reduce((sum, leg) => sum + Math.log(network.dimensions[leg]!), 0) / Math.log(options.base ?? Math.E),
  );
}

/** What is left of a network when both wedges are taken away. */
interface Remainder {
  readonly nodes: readonly NetworkNode[];
  /** For each leg that is now open, whether it is on the kept side. */
  readonly isKept: ReadonlyMap<Leg, boolean>;
  /** Open inputs of isometries on the other side: maximally entangled with it. */
  readonly pairs: readonly Leg[];
}

function withoutWedges(network: TensorNetwork, kept: readonly Leg[]): Remainder {
  const isKept = new Map<Leg, boolean>();
  for (const leg of [...network.boundary, ...network.bulk, ...network.environment]) isKept.set(leg, false);
  for (const leg of kept) isKept.set(leg, true);
  const nodes = new Set(network.nodes);
  const pairs: Leg[] = [];
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of nodes) {
      // A free tensor has no direction; where all its legs are on one side it is a number.
      const outputs = directedOutputs(node, network) ?? node.legs;
      const side = isKept.get(outputs[0] ?? '');
      if (outputs.length > 0 && (side === undefined || outputs.some((leg) => isKept.get(leg) !== side))) continue;
      nodes.delete(node);
      for (const leg of outputs) isKept.delete(leg);
      for (const leg of node.legs) {
        if (outputs.includes(leg)) continue;
        const other = isKept.get(leg);
        if (other === undefined) isKept.set(leg, side === true);
        else {
          if (other !== side) pairs.push(leg);
          isKept.delete(leg);
        }
      }
      changed = true;
    }
  }
  return { nodes: [...nodes], isKept, pairs };
}

function partEntropy(
  { dimensions }: TensorNetwork,
  nodes: readonly NetworkNode[],
  tensors: ReadonlyMap<string, ComplexArray>,
  isKept: ReadonlyMap<Leg, boolean>,
  options: EntropyOptions,
): Nats {
  const open = nodes.flatMap(({ legs }) => legs.filter((leg) => isKept.has(leg)));
  const size = (legs: readonly Leg[]): number => sizeOf(legs.map((leg) => dimensions[leg]!));
  const sides = [true, false].map((side) => open.filter((leg) => isKept.get(leg) === side));
  const [output, traced] = sides.sort((a, b) => size(a) - size(b)) as [Leg[], Leg[]];
  if (output.length === 0) return 0;
  const rows = size(output);
  if (rows > LARGEST_DENSITY) {
    throw new DomainError(
      `entropiesOfNetwork: a density matrix of at most ${LARGEST_DENSITY} rows possible, got ${rows}`,
    );
  }
  const bra = (leg: Leg): Leg => (traced.includes(leg) ? leg : `conjugate ${leg}`);
  const kets = nodes.map(({ legs }) => legs);
  const legs = [...kets, ...kets.map((own) => own.map(bra))];
  const both = Object.fromEntries(
    kets.flat().flatMap((leg) => [leg, bra(leg)].map((name) => [name, dimensions[leg]!])),
  );
  const outputs = [...output, ...output.map(bra)];
  const path = contractionPath(legs, both, outputs);
  const { flops } = pathCost(legs, both, path, outputs);
  if (flops > MOST_FLOPS) {
    throw new DomainError(`entropiesOfNetwork: at most ${MOST_FLOPS} operations possible, got ${flops}`);
  }
  const ket = nodes.map(({ id }) => tensors.get(id)!);
  const conjugate = ket.map(({ shape, interleaved }) => ({
    shape,
    interleaved: interleaved.map((x, k) => (k % 2 === 0 ? x : -x)),
  }));
  const { interleaved } = contract(contractionPlan(legs, both, outputs, path), [...ket, ...conjugate]).value;
  const p = hermitianEigenvalues({ rows, cols: rows, interleaved });
  const total = p.reduce((sum, value) => sum + value, 0);
  return distributionEntropy(
    p.map((value) => value / total),
    options,
  );
}
