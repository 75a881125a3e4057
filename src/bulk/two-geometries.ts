/**
 * @file Two space-times of one evolution: the causal structure of the circuit that computes it, and the geometry of the
 * states that it passes.
 */

import {
  type Distortion,
  distortionBetween,
  jaccardIndex,
  type MantelTest,
  mantelTest,
  type OpenTable,
  permuted,
  relativeNeighbours,
} from '../geometry/table-comparison.ts';
import { randomStream } from '../linalg/random.ts';
import { arrivalFront } from './light-cones.ts';

/** How contact and arrival agree. */
export interface CausalAgreement {
  /** Pairs whose pasts meet within the evolution. */
  readonly pairs: number;
  /** Pairs that share information before their pasts meet: none, by theorem, after a product state. */
  readonly violations: number;
  /** Pairs that share information at all. */
  readonly arrived: number;
  /** Of these, pairs that share it as soon as their pasts meet. */
  readonly tight: number;
  /** Mean of arrival − contact over the pairs that arrive, in layers; null if none does. */
  readonly slack: number | null;
  /** Mantel's correlation of both tables; null where they are constant. */
  readonly mantel: MantelTest | null;
  /** Departure of the contacts from being proportional to the arrivals. */
  readonly distortion: Distortion | null;
  /** Jaccard's index of the relative neighbourhood graphs of both tables. */
  readonly jaccard: number | null;
}

/** The comparison of two space-times, with the same for exchanged sites. */
export interface TwoGeometries extends CausalAgreement {
  /** Sites per layer at which the pasts of pairs that arrive meet, and at which they arrive; null without two times. */
  readonly contactSpeed: number | null;
  readonly arrivalSpeed: number | null;
  /** arrivalSpeed/contactSpeed. */
  readonly speedRatio: number | null;
  /** The arrivals with the sites in random order. */
  readonly permuted: CausalAgreement;
}

/** What is compared, and how. */
export interface TwoGeometriesOptions {
  /** Arrivals in view, by sites a < b and layer, null if never; default all. Echoes from ends are left out so. */
  readonly inView?: (a: number, b: number, arrival: number | null) => boolean;
  /** Of two sites; default |a − b|, an open chain. */
  readonly separation?: (a: number, b: number) => number;
  /** Relabellings of Mantel's test; default 999. */
  readonly permutations?: number;
  readonly seed?: number;
}

/**
 * The computational universe of a circuit against the geometry of its states. `contact` is when the pasts of two sites
 * meet (`lightCones`), `arrivals` when they first share information (`informationArrivals` of `circuitFrames`), both in
 * layers. The second cannot come before the first; whether it comes at once, later by a common factor, or never decides
 * whether the two space-times are one.
 *
 * @param contact - shape (sites, sites), null if never
 * @param arrivals - the same of the states
 * @throws {ShapeError | DomainError} as `mantelTest`
 *
 * O(permutations·sites² + sites³).
 *
 * @see Lloyd, arXiv:quant-ph/0501135, for the computational universe
 */
export function twoGeometries(
  contact: OpenTable,
  arrivals: OpenTable,
  options: TwoGeometriesOptions = {},
): TwoGeometries {
  const { inView = () => true, separation, seed = 1 } = options;
  const seen = arrivals.map((row, a) =>
    row.map((arrival, b) => (a === b || inView(Math.min(a, b), Math.max(a, b), arrival) ? arrival : null)),
  );
  const met = contact.map((row, a) => row.map((layer, b) => (seen[a]![b] === null ? null : layer)));
  const [contactSpeed, arrivalSpeed] = [met, seen].map((table) => arrivalFront(table, separation).velocity);
  const order = permuted(
    contact.map((_, site) => site),
    randomStream(seed, 'exchanged sites').integer,
  );
  const exchanged = order.map((a) => order.map((b) => seen[a]![b]!));
  return {
    ...agreement(contact, seen, options),
    contactSpeed: contactSpeed!,
    arrivalSpeed: arrivalSpeed!,
    speedRatio: contactSpeed && arrivalSpeed ? arrivalSpeed / contactSpeed : null,
    permuted: agreement(contact, exchanged, options),
  };
}

function agreement(contact: OpenTable, arrivals: OpenTable, options: TwoGeometriesOptions): CausalAgreement {
  const { permutations, seed } = options;
  const counts = { pairs: 0, violations: 0, arrived: 0, tight: 0 };
  let slack = 0;
  arrivals.forEach((row, b) => {
    row.slice(0, b).forEach((arrival, a) => {
      const met = contact[b]![a]!;
      if (met !== null) counts.pairs++;
      if (arrival === null) return;
      counts.arrived++;
      if (met === null || arrival < met) counts.violations++;
      else {
        if (arrival === met) counts.tight++;
        slack += arrival - met;
      }
    });
  });
  return {
    ...counts,
    slack: counts.arrived > counts.violations ? slack / (counts.arrived - counts.violations) : null,
    mantel: mantelTest(contact, arrivals, permutations, seed),
    distortion: distortionBetween(contact, arrivals),
    jaccard: jaccardIndex(relativeNeighbours(contact), relativeNeighbours(arrivals)),
  };
}
