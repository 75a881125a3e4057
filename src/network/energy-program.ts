/**
 * @file The energy of an isometric network and its gradient as one program for the engine: up with operators, down with
 * densities.
 */

import type { Leg } from '../contraction/contraction-graph.ts';
import type { ProductProgram } from '../engine/product-program.ts';
import { sizeOf } from '../linalg/complex.ts';
import {
  type AscentDraft,
  add,
  type Climbed,
  cleared,
  draftAscent,
  draftDescent,
  embedding,
  reversed,
  squared,
} from './ascent-program.ts';
import { type EnergyPlan, homeOf } from './energy-plan.ts';
import { isTrainable, shapeOf } from './node-tensor.ts';
import type { TensorNetwork } from './tensor-network.ts';

/** A program under construction. */
interface EnergyDraft extends AscentDraft {
  readonly plan: EnergyPlan;
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
