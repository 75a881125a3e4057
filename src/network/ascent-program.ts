/** @file One operator on its way up through isometries, and one density on its way down, as instructions for the engine. */

import type { Leg } from '../contraction/contraction-graph.ts';
import {
  type DraftTape,
  draftContraction,
  draftPullback,
  newArray,
  type ProgramDraft,
  stridesOf,
} from '../contraction/contraction-program.ts';
import { joinedAxes, type TransferAxis } from '../engine/product-program.ts';
import { sizeOf } from '../linalg/complex.ts';
import type { Ascent } from './energy-plan.ts';
import type { TensorNetwork } from './tensor-network.ts';

/** A program under construction, and the places of the network's tensors. */
export interface AscentDraft extends ProgramDraft {
  readonly network: TensorNetwork;
  /** Array of node k is `firstKet + k`, that of its conjugate `firstBra + k`. */
  readonly firstKet: number;
  readonly firstBra: number;
}

/** One operator below a level, and the tape of its ascent. */
export interface Climbed {
  readonly below: number;
  readonly tape: DraftTape;
}

/** V† h V; h itself where it meets no node. */
export function draftAscent(
  draft: AscentDraft,
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

/** Adds V ρ V† to `sum`, where one is wanted, and h V ρ to the gradients of the nodes in V. */
export function draftDescent(
  draft: AscentDraft,
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
export const squared = ({ dimensions }: TensorNetwork, legs: readonly Leg[]): number =>
  sizeOf(legs.map((leg) => dimensions[leg]!)) ** 2;

/** A new array of zeros. */
export function cleared(draft: AscentDraft, entries: number): number {
  const to = newArray(draft, entries);
  draft.instructions.push({ kind: 'clear', to });
  return to;
}

export function add(draft: AscentDraft, to: number, from: number, axes: readonly TransferAxis[]): void {
  draft.instructions.push({ kind: 'add', to, from, axes: joinedAxes(axes) });
}

export const reversed = ({ extent, to, from }: TransferAxis): TransferAxis => ({ extent, to: from, from: to });

/** Axes that add an operator on `legs` to one on `support`, (bra legs, ket legs), times the identity on the others. */
export function embedding(
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
