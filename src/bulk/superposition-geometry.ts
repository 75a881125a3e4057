/** @file Is the geometry of a superposition that of its parts? */

import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import { addScaled, innerProduct, normalised, scaledVector } from '../linalg/vector.ts';
import { distributionEntropy } from '../state/entropy.ts';
import { informationTable } from '../state/mutual-information.ts';
import { entropiesOfState, type RegionEntropies } from '../state/region-entropies.ts';
import type { Nats } from '../units.ts';
import { distancesBelow } from './information-distances.ts';

/** A region of a superposition, and of its parts. */
export interface SuperposedRegion {
  readonly sites: readonly number[];
  readonly entropy: Nats;
  /** Σ p_i S_i(A) of the parts. */
  readonly mean: Nats;
  /** S − Σ p_i S_i: H(p) for parts that A and its complement can both tell apart. */
  readonly excess: Nats;
}

/** What superposing states does to their geometry. */
export interface SuperpositionGeometry {
  /** Greatest |⟨i|j⟩| of two parts. */
  readonly overlap: number;
  /** H(p) of the weights. */
  readonly mixing: Nats;
  /** ‖I(ψ) − Σ p_i I_i‖/‖Σ p_i I_i‖ over all pairs of sites; null where the parts share nothing. */
  readonly informationChange: number | null;
  /** ‖d(ψ) − Σ p_i d_i‖/‖Σ p_i d_i‖ over the pairs at finite distance in all; null if there are none. */
  readonly distanceChange: number | null;
  /** Share of the pairs at finite distance in all. */
  readonly finiteShare: number;
  readonly regions: readonly SuperposedRegion[];
}

/** How parts are superposed. */
export interface SuperpositionOptions {
  /** p_i, > 0, normalised by their sum; default equal. */
  readonly weights?: readonly number[];
  /** Default the intervals 0 … k − 1 up to half of the sites. */
  readonly regions?: readonly (readonly number[])[];
}

/**
 * The entropies, mutual information and distances of ψ = Σ √p_i ψ_i/‖…‖ against the means of its parts. If distances
 * were linear in the state, as a metric operator would make them, the changes would vanish. For parts that are
 * orthogonal on A and on its complement S(A) = Σ p_i S_i(A) + H(p) exactly.
 *
 * @param states - at least two, norm 1
 * @param dimensions - of the sites
 * @throws {ShapeError} states of another size, weights of another number
 * @throws {DomainError} fewer than two states, weights that are not positive, parts that cancel
 *
 * @see Almheiri, Dong & Swingle, arXiv:1606.04537 (2016), on linearity of holographic entropies
 */
export function superpositionGeometry(
  states: readonly ComplexVector[],
  dimensions: readonly number[],
  options: SuperpositionOptions = {},
): SuperpositionGeometry {
  const { weights = states.map(() => 1) } = options;
  if (states.length < 2) throw new DomainError(`superpositionGeometry: two states required, got ${states.length}`);
  if (weights.length !== states.length) {
    throw new ShapeError(`superpositionGeometry: ${states.length} weights required, got ${weights.length}`);
  }
  const wrong = weights.find((weight) => !(weight > 0 && weight < Infinity));
  if (wrong !== undefined) throw new DomainError(`superpositionGeometry: positive weights required, got ${wrong}`);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const p = weights.map((weight) => weight / total);
  const parts = states.map((state) => entropiesOfState(state, dimensions));
  const whole = entropiesOfState(superposed(states, p), dimensions);
  const half = Math.floor(dimensions.length / 2);
  const regions = options.regions ?? Array.from({ length: half }, (_, k) => [...Array(k + 1).keys()]);
  return {
    overlap: greatestOverlap(states),
    mixing: distributionEntropy(p),
    ...changesOf(whole, parts, p),
    regions: regions.map((sites) => {
      const mean = parts.reduce((sum, part, k) => sum + p[k]! * part.entropy(sites), 0);
      return { sites, entropy: whole.entropy(sites), mean, excess: whole.entropy(sites) - mean };
    }),
  };
}

function superposed(states: readonly ComplexVector[], p: readonly number[]): ComplexVector {
  const [first, ...others] = states;
  const sum = others.reduce(
    (all, state, k) => addScaled(all, [Math.sqrt(p[k + 1]!), 0], state),
    scaledVector([Math.sqrt(p[0]!), 0], first!),
  );
  if (sum.interleaved.every((x) => Math.abs(x) < 1e-12)) {
    throw new DomainError('superpositionGeometry: parts that do not cancel required');
  }
  return normalised(sum);
}

function greatestOverlap(states: readonly ComplexVector[]): number {
  const pairs = states.flatMap((a, k) => states.slice(0, k).map((b) => Math.hypot(...innerProduct(a, b))));
  return pairs.reduce((most, x) => Math.max(most, x), 0);
}

function changesOf(whole: RegionEntropies, parts: readonly RegionEntropies[], p: readonly number[]) {
  const tables = [whole, ...parts].map(informationTable);
  const distances = tables.map((table) => distancesBelow(table, whole.capacities));
  const n = whole.boundary;
  const pairs = Array.from({ length: n }, (_, a) => Array.from({ length: a }, (__, b) => [a, b] as const)).flat();
  const mean = (values: readonly number[]): number => values.reduce((sum, x, k) => sum + p[k]! * x, 0);
  const [information, far]: [readonly (readonly [number, number])[], (readonly [number, number])[]] = [
    pairs.map(([a, b]) => [tables[0]![a]![b]!, mean(tables.slice(1).map((table) => table[a]![b]!))]),
    [],
  ];
  for (const [a, b] of pairs) {
    const own = distances.map((table) => table[a]![b]!);
    if (own.every((d) => d !== null)) far.push([own[0]!, mean(own.slice(1))]);
  }
  return {
    informationChange: relativeChange(information),
    distanceChange: relativeChange(far),
    finiteShare: pairs.length > 0 ? far.length / pairs.length : 0,
  };
}

/** ‖x − y‖/‖y‖ of pairs (x, y); null if y vanishes. */
function relativeChange(pairs: readonly (readonly [number, number])[]): number | null {
  const size = Math.hypot(...pairs.map(([, y]) => y));
  return size > 1e-12 ? Math.hypot(...pairs.map(([x, y]) => x - y)) / size : null;
}
