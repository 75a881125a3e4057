/** @file Energies of isometric networks, with gradients: each term sees its causal cone only. */

import type { Leg } from '../contraction/contraction-graph.ts';
import { draftContraction, draftPullback, newArray, stridesOf } from '../contraction/contraction-program.ts';
import { currentEngine } from '../engine/engine.ts';
import { type Instruction, joinedAxes, type ProductProgram, type TransferAxis } from '../engine/product-program.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { sizeOf } from '../linalg/complex.ts';
import { addScaledMatrix, adjoint, frobeniusNorm } from '../linalg/matrix.ts';
import type { LocalTerm } from '../operator/local-terms.ts';
import type { Objective } from '../optimise/objective.ts';
import { type Ascent, type EnergyPlan, energyPlan, homeOf } from './energy-plan.ts';
import { isTrainable, networkTensors, pullbackTensors, shapeOf } from './node-tensor.ts';
import type { TensorNetwork } from './tensor-network.ts';

/** Tapes of more bytes than this are made anew on the way back instead of being kept. */
const MOST_KEPT = 2 ** 28;

/**
 * E(θ) = Σ_terms ⟨ψ(θ)|h|ψ(θ)⟩ of a network of gates and isometries, with its gradient, as an objective for `minimise` on
 * the manifold `productManifold(manifoldOf(network))`. ψ has norm 1 there; elsewhere the gradient is that of the
 * contraction of all causal cones, as if the other nodes were isometries.
 *
 * Terms climb from the boundary to the top: above each layer of the network those with equal or contained supports are
 * added, so that a scale of a MERA costs half of the scale below it.
 *
 * @param terms - e.g. `localTerms(sum)`; several terms may act on the same sites
 * @throws {ShapeError} a matrix that does not fit its sites
 * @throws {DomainError} a matrix that is not Hermitian, a free tensor, a site that does not exist or occurs twice, logical
 *   inputs
 *
 * Cost of a binary MERA of n sites, value and gradient: O(n χ⁹).
 *
 * @see Evenbly & Vidal, Phys. Rev. B 79, 144108 (2009)
 */
export function networkEnergy(network: TensorNetwork, terms: readonly LocalTerm[]): Objective {
  checkTerms(network, terms);
  const supports = terms.map(({ sites }) => sites.map((site) => network.boundary[site]!));
  const plan = energyPlan(network, supports);
  const kept = energyProgram(network, plan, supports, false);
  const program = tapeBytes(kept) > MOST_KEPT ? energyProgram(network, plan, supports, true) : kept;
  const operators = terms.map(({ matrix }) => matrix.interleaved);
  const one = Float64Array.of(1, 0);
  const trainable = network.nodes.map(isTrainable);
  return (theta) => {
    const kets = networkTensors(network, theta).map(({ interleaved }) => interleaved);
    const bras = kets.map((ket) => ket.map((x, k) => (k % 2 === 0 ? x : -x)));
    const [energy, ...gradients] = currentEngine().runProducts(program, [one, ...operators, ...kets, ...bras]);
    let next = 0;
    const cotangents = trainable.map((wanted) => (wanted ? gradients[next++] : undefined));
    // The bra contributes the conjugate of what the ket does, since the operators are Hermitian.
    return { value: energy![0]!, gradient: pullbackTensors(network, theta, cotangents).map((x) => 2 * x) };
  };
}

/** Entries of all arrays, in bytes. */
const tapeBytes = ({ sizes }: ProductProgram): number => 16 * sizes.reduce((sum, size) => sum + size, 0);

/**
 * The whole way up and back as one program. Inputs: 1, operators, nodes, their conjugates; outputs: the energy, and the
 * cotangent of every trainable node.
 */
function energyProgram(
  network: TensorNetwork,
  plan: EnergyPlan,
  supports: readonly (readonly Leg[])[],
  again: boolean,
): ProductProgram {
  const { nodes, dimensions } = network;
  const squared = (legs: readonly Leg[]): number => sizeOf(legs.map((leg) => dimensions[leg]!)) ** 2;
  const entries = nodes.map((node) => sizeOf(shapeOf(node, dimensions)));
  const sizes = [1, ...supports.map(squared), ...entries, ...entries];
  const inputs = sizes.length;
  const instructions: Instruction[] = [];
  const draft = { sizes, instructions };
  const [firstKet, firstBra] = [1 + supports.length, 1 + supports.length + nodes.length];
  const cleared = (size: number): number => {
    const array = newArray(draft, size);
    instructions.push({ kind: 'clear', to: array });
    return array;
  };
  const add = (to: number, from: number, axes: readonly TransferAxis[]): void => {
    instructions.push({ kind: 'add', to, from, axes: joinedAxes(axes) });
  };
  const climb = (ascent: Ascent, operator: number): ReturnType<typeof draftContraction> =>
    draftContraction(draft, ascent.plan!, [
      operator,
      ...ascent.nodes.map((index) => firstKet + index),
      ...ascent.nodes.map((index) => firstBra + index),
    ]);

  // Up: operators of every level.
  let operators = plan.supports.map((legs) => cleared(squared(legs)));
  supports.forEach((legs, term) => {
    const home = homeOf(legs, plan.supports);
    add(operators[home]!, 1 + term, embedding(legs, plan.supports[home]!, dimensions));
  });
  const records = plan.levels.map((level) => {
    const above = level.supports.map((legs) => cleared(squared(legs)));
    const climbs = level.ascents.map((ascent) => {
      const below = operators[ascent.source]!;
      const drafted = ascent.plan === undefined ? { result: below, tape: [] } : climb(ascent, below);
      add(above[ascent.target]!, drafted.result, embedding(ascent.legs, level.supports[ascent.target]!, dimensions));
      return { below, tape: drafted.tape };
    });
    operators = above;
    return climbs;
  });
  const [energy] = operators;

  // Down: cotangents of operators are reduced density matrices.
  const gradients = nodes.map((node, index) => (isTrainable(node) ? cleared(entries[index]!) : undefined));
  let densities: readonly number[] = [0];
  for (let l = plan.levels.length - 1; l >= 0; l--) {
    const { ascents, supports: above } = plan.levels[l]!;
    const below = l === 0 ? plan.supports : plan.levels[l - 1]!.supports;
    const next = below.map((legs) => (l === 0 ? undefined : cleared(squared(legs))));
    ascents.forEach((ascent, k) => {
      const density = cleared(squared(ascent.legs));
      const spread = embedding(ascent.legs, above[ascent.target]!, dimensions);
      add(
        density,
        densities[ascent.target]!,
        spread.map(({ extent, to, from }) => ({ extent, to: from, from: to })),
      );
      const sum = next[ascent.source];
      if (ascent.plan === undefined) {
        if (sum !== undefined) add(sum, density, embedding(ascent.legs, ascent.legs, dimensions));
        return;
      }
      const record = records[l]![k]!;
      const tape = again ? climb(ascent, record.below).tape : record.tape;
      const unwanted = ascent.nodes.map(() => undefined);
      const sums = [sum, ...ascent.nodes.map((index) => gradients[index]), ...unwanted];
      draftPullback(draft, ascent.plan, tape, density, sums);
    });
    densities = next.map((array) => array ?? 0);
  }
  const outputs = [energy!, ...gradients.filter((array) => array !== undefined)];
  return { inputs, sizes, instructions, outputs };
}

/** Axes that add an operator on `legs` to one on `support`, (bra legs, ket legs), times the identity on the others. */
function embedding(
  legs: readonly Leg[],
  support: readonly Leg[],
  dimensions: Readonly<Record<Leg, number>>,
): readonly TransferAxis[] {
  const shape = (list: readonly Leg[]): readonly number[] => [...list, ...list].map((leg) => dimensions[leg]!);
  const [inner, outer] = [stridesOf(shape(legs)), stridesOf(shape(support))];
  const others = support.filter((leg) => !legs.includes(leg));
  const axis = (leg: Leg, side: 0 | 1): TransferAxis => ({
    extent: dimensions[leg]!,
    to: outer[side * support.length + support.indexOf(leg)]!,
    from: inner[side * legs.length + legs.indexOf(leg)]!,
  });
  const identity = others.map((leg): TransferAxis => {
    const place = support.indexOf(leg);
    return { extent: dimensions[leg]!, to: outer[place]! + outer[support.length + place]!, from: 0 };
  });
  return [...identity, ...legs.map((leg) => axis(leg, 0)), ...legs.map((leg) => axis(leg, 1))];
}

function checkTerms(network: TensorNetwork, terms: readonly LocalTerm[]): void {
  if (network.bulk.length > 0) throw new DomainError('networkEnergy: a network without logical inputs required');
  if (terms.length === 0) throw new DomainError('networkEnergy: at least one term required');
  for (const { sites, matrix } of terms) {
    const n = network.boundary.length;
    const fine = sites.every((site, k) => network.boundary[site] !== undefined && sites.indexOf(site) === k);
    if (!fine) throw new DomainError(`networkEnergy: different sites below ${n} required, got [${sites}]`);
    const size = sizeOf(sites.map((site) => network.dimensions[network.boundary[site]!]!));
    if (matrix.rows !== size || matrix.cols !== size) {
      throw new ShapeError(
        `networkEnergy: a matrix ${size}×${size} on sites [${sites}] required, got ${matrix.rows}×${matrix.cols}`,
      );
    }
    const skew = frobeniusNorm(addScaledMatrix(matrix, [-1, 0], adjoint(matrix)));
    if (!(skew <= 1e-12 * frobeniusNorm(matrix))) {
      throw new DomainError(`networkEnergy: Hermitian terms required, got ‖h − h†‖ = ${skew} on sites [${sites}]`);
    }
  }
}
