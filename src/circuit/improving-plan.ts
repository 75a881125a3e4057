/**
 * @file An order of contraction that becomes better while it is used: a worker goes on with the search, and what it finds
 * is taken from the next gradient on.
 */

import { backgroundSearch } from '../contraction/background-search.ts';
import { type ContractionPath, contractionGraph } from '../contraction/contraction-graph.ts';
import { contractionPath } from '../contraction/contraction-path.ts';
import { programBytes } from '../engine/run-products.ts';
import { entryCostOf, type TimeModel } from '../engine/time-model.ts';
import { randomStream } from '../linalg/random.ts';
import type { CircuitNetwork } from './circuit-network.ts';
import { MOST_BYTES } from './circuit-plan.ts';
import { closedNetwork, closedPlanAlong } from './closed-plan.ts';
import type { OverlapPlan } from './overlap-plan.ts';

/** A plan that may be another one at every call. */
export interface ImprovingPlan {
  readonly current: () => OverlapPlan;
  /** How many better orders have been taken, and whether the search has ended. */
  readonly progress: () => { readonly improvements: number; readonly ended: boolean };
}

/** The search may take the time of so many gradients, at three moves a microsecond, and so many moves. */
const GRADIENTS = 300;
const NANOSECONDS_PER_MOVE = 350;
const MOST_MOVES = 4e7;

/**
 * Begins with the plan given and searches the closed network in the background; where there is no worker it stays.
 *
 * @param plan - what is used until something better is found
 * @param path - of the closed network, where the search begins; default the one that is found at once
 */
export function improvingPlan(
  network: CircuitNetwork,
  plan: OverlapPlan,
  model: TimeModel,
  path: ContractionPath = searchedPath(network, model),
): ImprovingPlan {
  const { legs, dimensions } = closedNetwork(network);
  const moves = Math.min(MOST_MOVES, Math.ceil((GRADIENTS * plan.nanoseconds) / NANOSECONDS_PER_MOVE));
  const search = backgroundSearch(contractionGraph(legs, dimensions, []), path, {
    moves,
    entryCost: entryCostOf(model),
    stream: randomStream(0, 'improving plan'),
  });
  let [current, improvements] = [plan, 0];
  return {
    current: () => {
      const better = search?.better();
      if (better === undefined) return current;
      const other = closedPlanAlong(network, better, model);
      if (other.nanoseconds < current.nanoseconds && programBytes(other.program) <= MOST_BYTES) {
        improvements++;
        current = { ...other, order: `${other.order}, improved in the background` };
      }
      return current;
    },
    progress: () => ({ improvements, ended: search?.ended() ?? true }),
  };
}

function searchedPath(network: CircuitNetwork, model: TimeModel): ContractionPath {
  const { legs, dimensions } = closedNetwork(network);
  return contractionPath(legs, dimensions, [], { minimise: model });
}
