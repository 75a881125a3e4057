/**
 * @file The energy of an isometric network and its gradient as one program for the engine: up with operators, down with
 * densities.
 */

import type { Leg } from '../contraction/contraction-graph.ts';
import {
  type DraftTape,
  draftContraction,
  draftPullback,
  newArray,
  type ProgramDraft,
  stridesOf,
} from '../contraction/contraction-program.ts';
import { joinedAxes, type ProductProgram, type TransferAxis } from '../engine/product-program.ts';
import { sizeOf } from '../linalg/complex.ts';
import { type Ascent, type EnergyPlan, homeOf } from './energy-plan.ts';
import { isTrainable, shapeOf } from './node-tensor.ts';
import type { TensorNetwork } from './tensor-network.ts';

/** A program under construction, and the places of its inputs. */
interface EnergyDraft extends ProgramDraft {
  readonly network: TensorNetwork;
  readonly plan: EnergyPlan;
  /** Array of node k is `firstKet + k`, that of its conjugate `firstBra + k`. */
  readonly firstKet: number;
  readonly firstBra: number;
}

/** One operator below a level, and the tape of its ascent. */
interface Climbed {
  readonly below: number;
  readonly tape: DraftTape;
}

/**
 * The whole way up and back.
 *
 *     up     h_above = Σ V† h_below V        V: the isometries that an operator meets
 *     down   ρ_below = Σ V ρ_above V†,       ∂E/∂V* = h_below V ρ_above
 *
 * Inputs: 1, operators, nodes, their conjugates; outputs: the energy, and the cotangent of every trainable node.
 *
 * @param supports - boundary legs of every term
 * @param again - write each ascent a second time on the way down, so that its tape need not be kept
 */
export function energyProgram(
  network: TensorNetwork,
  plan: EnergyPlan,
  supports: readonly (readonly Leg[])[],
  again: boolean,
): ProductProgram {
  const entries = network.nodes.map((node) => sizeOf(shapeOf(node, network.dimensions)));
  const sizes = [1, ...supports.map((legs) => squared(network, legs)), ...entries, ...entries];
  const inputs = sizes.length;
  const firstKet = 1 + supports.length;
  const draft = { sizes, instructions: [], network, plan, firstKet, firstBra: firstKet + network.nodes.length };
  const { energy, climbs } = draftWayUp(draft, draftOperators(draft, supports));
  const gradients = network.nodes.map((node, k) => (isTrainable(node) ? cleared(draft, entries[k]!) : undefined));
  draftWayDown(draft, climbs, gradients, again);
  const outputs = [energy, ...gradients.filter((array) => array !== undefined)];
  return { inputs, sizes, instructions: draft.instructions, outputs };
}

/** The terms, added on the supports of the lowest level. */
function draftOperators(draft: EnergyDraft, supports: readonly (readonly Leg[])[]): readonly number[] {
  const homes = draft.plan.supports;
  const operators = homes.map((legs) => cleared(draft, squared(draft.network, legs)));
  supports.forEach((legs, term) => {
    const home = homeOf(legs, homes);
    add(draft, operators[home]!, 1 + term, embedding(draft.network, legs, homes[home]!));
  });
  return operators;
}

/** Writes the way from the operators of the lowest level to the one number at the top. */
function draftWayUp(
  draft: EnergyDraft,
  lowest: readonly number[],
): { readonly energy: number; readonly climbs: readonly (readonly Climbed[])[] } {
  let operators = lowest;
  const climbs = draft.plan.levels.map(({ ascents, supports }) => {
    const above = supports.map((legs) => cleared(draft, squared(draft.network, legs)));
    const climbed = ascents.map((ascent) => {
      const below = operators[ascent.source]!;
      const { result, tape } = draftAscent(draft, ascent, below);
      add(draft, above[ascent.target]!, result, embedding(draft.network, ascent.legs, supports[ascent.target]!));
      return { below, tape };
    });
    operators = above;
    return climbed;
  });
  return { energy: operators[0]!, climbs };
}

/** V† h V; h itself where it meets no node. */
function draftAscent(
  draft: EnergyDraft,
  { plan, nodes }: Ascent,
  operator: number,
): { readonly result: number; readonly tape: DraftTape } {
  if (plan === undefined) return { result: operator, tape: [] };
  const { firstKet, firstBra } = draft;
  return draftContraction(draft, plan, [
    operator,
    ...nodes.map((index) => firstKet + index),
    ...nodes.map((index) => firstBra + index),
  ]);
}

/** Writes the way down from the density 1 at the top: cotangents of operators are reduced density matrices. */
function draftWayDown(
  draft: EnergyDraft,
  climbs: readonly (readonly Climbed[])[],
  gradients: readonly (number | undefined)[],
  again: boolean,
): void {
  const { network, plan } = draft;
  let above: readonly (number | undefined)[] = [0];
  for (let level = plan.levels.length - 1; level >= 0; level--) {
    const { ascents, supports } = plan.levels[level]!;
    const below = // the densities of the boundary itself are not wanted
      level === 0
        ? plan.supports.map(() => undefined)
        : plan.levels[level - 1]!.supports.map((legs) => cleared(draft, squared(network, legs)));
    ascents.forEach((ascent, k) => {
      const density = cleared(draft, squared(network, ascent.legs));
      const spread = embedding(network, ascent.legs, supports[ascent.target]!);
      add(draft, density, above[ascent.target]!, spread.map(reversed));
      draftDescent(draft, ascent, climbs[level]![k]!, density, below[ascent.source], gradients, again);
    });
    above = below;
  }
}

/** Adds V ρ V† to `sum`, where one is wanted, and h V ρ to the gradients of the nodes in V. */
function draftDescent(
  draft: EnergyDraft,
  ascent: Ascent,
  climbed: Climbed,
  density: number,
  sum: number | undefined,
  gradients: readonly (number | undefined)[],
  again: boolean,
): void {
  const { plan, nodes, legs } = ascent;
  if (plan === undefined) {
    if (sum !== undefined) add(draft, sum, density, embedding(draft.network, legs, legs));
    return;
  }
  const { tape } = again ? draftAscent(draft, ascent, climbed.below) : climbed;
  const conjugates = nodes.map(() => undefined);
  draftPullback(draft, plan, tape, density, [sum, ...nodes.map((index) => gradients[index]), ...conjugates]);
}

/** Entries of an operator on these legs. */
const squared = ({ dimensions }: TensorNetwork, legs: readonly Leg[]): number =>
  sizeOf(legs.map((leg) => dimensions[leg]!)) ** 2;

/** A new array of zeros. */
function cleared(draft: EnergyDraft, entries: number): number {
  const to = newArray(draft, entries);
  draft.instructions.push({ kind: 'clear', to });
  return to;
}

function add(draft: EnergyDraft, to: number, from: number, axes: readonly TransferAxis[]): void {
  draft.instructions.push({ kind: 'add', to, from, axes: joinedAxes(axes) });
}

const reversed = ({ extent, to, from }: TransferAxis): TransferAxis => ({ extent, to: from, from: to });

/** Axes that add an operator on `legs` to one on `support`, (bra legs, ket legs), times the identity on the others. */
function embedding(
  { dimensions }: TensorNetwork,
  legs: readonly Leg[],
  support: readonly Leg[],
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
