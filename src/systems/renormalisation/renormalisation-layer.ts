/** @file A layer of renormalisation as data: a periodic unit of isometries, and where local operators go in it. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import { sizeOf } from '../../linalg/complex.ts';
import { checkNetwork } from '../../network/check-network.ts';
import type { TensorNetwork } from '../../network/tensor-network.ts';
import { isIsometry } from '../../network/tensor-sources.ts';

/** Where an operator on fine sites comes to act: on all coarse sites of its causal cone, or on more. */
export interface Window {
  readonly fine: readonly Leg[];
  readonly coarse: readonly Leg[];
  /** Kinds of neighbourhoods, where there are several: of the fine sites and of the coarse ones; default [0, 0]. */
  readonly kinds?: readonly [fine: number, coarse: number];
  /** Legs to the left of the operator that meet the same isometries: there the string of a twisted operator acts. */
  readonly left?: readonly Leg[];
}

/** Operators at equal distances, from left to right, in a network of the parameters of one layer. */
export interface Constellation {
  /** One layer, or several on each other; default the unit of the layer. */
  readonly unit?: TensorNetwork;
  /** Legs of each operator, and the kind of its place. */
  readonly operators: readonly { readonly legs: readonly Leg[]; readonly kind: number }[];
  /** Coarse legs, a neighbourhood of the energy, all of which the operators reach; and its kind. */
  readonly coarse: readonly Leg[];
  readonly kind: number;
}

/**
 * Operators that keep their place under the layer. Places may be of several kinds, each of which goes over into the next one: then
 * an operator is back at its place after as many layers.
 */
export interface KeptPlaces {
  /** One for each kind; `kinds` are those of places. */
  readonly places: readonly Window[];
  /**
   * Two places and three next to each other, averaged over: pairs for correlations, both for operator products. Triples may be missing where the
   * layer changes the sites. With several entries what is found is the mean of theirs.
   */
  readonly products: readonly {
    readonly pairs: readonly Constellation[];
    readonly triples: readonly Constellation[];
  }[];
}

/** A symmetry of the tensors: charges of the basis states of each leg, conserved by every isometry. */
export interface Grading {
  /** n of Z_n; 0 for whole charges, U(1). */
  readonly modulus: number;
  readonly charges: Readonly<Record<Leg, readonly number[]>>;
}

/**
 * A layer of a scale-invariant network: b fine sites for every coarse one, the same unit everywhere.
 *
 *     coarse   c0 ───── c1        bulk legs of the unit
 *               w       w
 *             ╱ │ ╲   ╱ │ ╲
 *     fine   f0 f1 [ u ] f4 f5    boundary legs of the unit
 */
export interface RenormalisationLayer {
  /** All tensors that a window of coarse sites meets: isometries, whose parameters tensors of one kind share. */
  readonly unit: TensorNetwork;
  /** b. */
  readonly branching: number;
  /** Each kind of fine neighbourhood as often as it occurs below one coarse neighbourhood, b in all for one kind. */
  readonly windows: readonly Window[];
  readonly kept?: KeptPlaces;
  readonly grading?: Grading;
}

/** Dimensions of the sites of each kind of neighbourhood, fine or coarse. */
export function neighbourhoods(
  { unit, windows }: RenormalisationLayer,
  side: 'fine' | 'coarse',
): readonly (readonly number[])[] {
  const kinds: (readonly number[])[] = [];
  for (const window of windows) {
    kinds[(window.kinds ?? [0, 0])[side === 'fine' ? 0 : 1]] = window[side].map((leg) => unit.dimensions[leg]!);
  }
  return kinds;
}

/** Entries of operators on all kinds of neighbourhoods, one after the other. */
export function operatorSizes(layer: RenormalisationLayer, side: 'fine' | 'coarse'): readonly number[] {
  return neighbourhoods(layer, side).map((dimensions) => sizeOf(dimensions) ** 2);
}

/**
 * Whether fine and coarse neighbourhoods are alike, so that the layer can repeat itself.
 *
 * @throws {ShapeError} naming where they are not
 */
export function checkRepeats(caller: string, layer: RenormalisationLayer): void {
  const [fine, coarse] = [neighbourhoods(layer, 'fine'), neighbourhoods(layer, 'coarse')].map((kinds) =>
    kinds.map((dimensions) => dimensions.join('×')).join(', '),
  );
  if (fine !== coarse) {
    throw new ShapeError(`${caller}: fine and coarse sites of the same dimensions required, got ${fine} and ${coarse}`);
  }
}

/**
 * Checks a layer.
 *
 * @throws {DomainError} listing every mistake: a unit that is no network or not of isometries, windows on legs that do not
 *   exist, kinds of different shapes, charges that do not fit the legs
 */
export function checkLayer(layer: RenormalisationLayer): void {
  const { unit, branching, windows, kept, grading } = layer;
  checkNetwork(unit);
  const mistakes: string[] = [];
  const demand = (fine: boolean, text: string): void => {
    if (!fine) mistakes.push(text);
  };
  demand(
    unit.nodes.every((node) => isIsometry(node)),
    'all tensors of the unit must be isometries',
  );
  demand(unit.environment.length === 0, 'the unit must have no environment');
  demand(branching > 1, `the branching must be above 1, got ${branching}`);
  demand(windows.length > 0, 'at least one window is required');
  const places = [
    ...windows.map((window, k) => [`window ${k}`, window] as const),
    ...(kept?.places ?? []).map((place, k) => [`kept place ${k}`, place] as const),
  ];
  for (const [name, { fine, coarse, left = [] }] of places) {
    demand(within(fine, unit.boundary), `${name}: fine legs of the boundary required, got ${fine}`);
    demand(within(coarse, unit.bulk), `${name}: coarse legs of the bulk required, got ${coarse}`);
    demand(
      left.every((leg) => leg in unit.dimensions),
      `${name}: legs of the unit required to its left, got ${left}`,
    );
  }
  for (const side of ['fine', 'coarse'] as const) {
    const kinds = neighbourhoods(layer, side);
    windows.forEach((window, k) => {
      const kind = (window.kinds ?? [0, 0])[side === 'fine' ? 0 : 1];
      const own = window[side].map((leg) => unit.dimensions[leg]!);
      demand(`${own}` === `${kinds[kind]}`, `window ${k}: ${side} dimensions ${kinds[kind]} required, got ${own}`);
    });
  }
  for (const [leg, charges] of Object.entries(grading?.charges ?? {})) {
    demand(
      charges.length === unit.dimensions[leg],
      `leg '${leg}' needs ${unit.dimensions[leg]} charges, got ${charges.length}`,
    );
  }
  if (mistakes.length > 0) throw new DomainError(`renormalisation layer: ${mistakes.join('; ')}`);
}

const within = (legs: readonly Leg[], all: readonly Leg[]): boolean =>
  legs.length > 0 && legs.every((leg, k) => all.includes(leg) && legs.indexOf(leg) === k);
