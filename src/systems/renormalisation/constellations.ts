/** @file Several local operators at once below a coarse neighbourhood: what their product is in its state. */

import { contractionPlan } from '../../contraction/contract.ts';
import { contractedValue } from '../../contraction/contracted-value.ts';
import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError } from '../../errors.ts';
import type { Complex, ComplexMatrix } from '../../linalg/complex.ts';
import { ascentOf } from '../../network/energy-plan.ts';
import { outputsOf } from '../../network/node-outputs.ts';
import type { TensorNetwork } from '../../network/tensor-network.ts';
import { tensorsOf } from './layer-programs.ts';
import type { Constellation } from './renormalisation-layer.ts';

/**
 * Tr ρ O_1⊗O_2⊗… of operators below the coarse legs, contracted without their product.
 *
 * @param unit - a network of isometries with the parameters θ
 * @param operators - a matrix for the legs of each operator of the constellation
 * @param density - ρ of the coarse legs, interleaved, of any trace
 * @throws {DomainError} operators that do not reach all coarse legs
 */
export function correlator(
  unit: TensorNetwork,
  theta: Float64Array,
  { operators: places, coarse }: Constellation,
  operators: readonly ComplexMatrix[],
  density: Float64Array,
): Complex {
  const support = places.flatMap(({ legs }) => legs);
  const { nodes, legs: reached } = ascentOf(unit, support);
  if (reached.length !== coarse.length || !coarse.every((leg) => reached.includes(leg))) {
    throw new DomainError(`correlator: operators that reach the coarse legs ${coarse} required, got ${reached}`);
  }
  const open = new Set(support);
  const kets = nodes.map((index) => unit.nodes[index]!.legs);
  for (const index of nodes) for (const leg of inputsOf(unit, index)) open.add(leg);
  const bra = (leg: Leg): Leg => (open.has(leg) ? `${leg}'` : leg);
  const dimensions: Record<Leg, number> = {};
  for (const leg of [...support, ...kets.flat()]) {
    dimensions[leg] = unit.dimensions[leg]!;
    dimensions[bra(leg)] = unit.dimensions[leg]!;
  }
  const all = [
    [...coarse.map(bra), ...coarse],
    ...places.map(({ legs }) => [...legs.map(bra), ...legs]),
    ...kets,
    ...kets.map((own) => own.map(bra)),
  ];
  const tensors = tensorsOf(unit, theta);
  const inputs = [
    density.map((x, k) => (k % 2 === 0 ? x : -x)), // Tr ρO = Σ ρ*_ij O_ij
    ...operators.map(({ interleaved }) => interleaved),
    ...nodes.map((index) => tensors[index]!),
    ...nodes.map((index) => tensors[unit.nodes.length + index]!),
  ];
  const { value, exponent } = contractedValue(
    contractionPlan(all, dimensions, []),
    inputs.map((interleaved) => ({ interleaved })),
  );
  return [value.interleaved[0]! * 2 ** exponent, value.interleaved[1]! * 2 ** exponent];
}

/**
 * A layer below another one of the same parameters. Legs of the lower one are named e0, e1, … where those of the layer are f0, f1, …, and
 * have an apostrophe before them elsewhere.
 *
 * @param joins - upper boundary leg of each lower bulk leg
 */
export function stacked(lower: TensorNetwork, upper: TensorNetwork, joins: Readonly<Record<Leg, Leg>>): TensorNetwork {
  const renamed = (leg: Leg): Leg => joins[leg] ?? (leg.startsWith('f') ? `e${leg.slice(1)}` : `'${leg}`);
  const dimensions = { ...upper.dimensions };
  for (const [leg, dimension] of Object.entries(lower.dimensions)) dimensions[renamed(leg)] = dimension;
  const joined = new Set(Object.values(joins));
  return {
    ...upper,
    dimensions,
    nodes: [
      ...lower.nodes.map((node) => ({ ...node, id: `'${node.id}`, legs: node.legs.map(renamed) })),
      ...upper.nodes,
    ],
    boundary: [...lower.boundary.map(renamed), ...upper.boundary.filter((leg) => !joined.has(leg))],
    bulk: [...upper.bulk, ...lower.bulk.filter((leg) => !(leg in joins)).map(renamed)],
  };
}

function inputsOf(unit: TensorNetwork, index: number): readonly Leg[] {
  const node = unit.nodes[index]!;
  const outputs = outputsOf(node, unit);
  return node.legs.filter((leg) => !outputs.includes(leg));
}
