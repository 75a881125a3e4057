/** @file Whether all paths to a target are searched for the shortest, or why not. */

import { byKind } from '../../src/by-kind.ts';
import type { PenaltyMetric } from '../../src/complexity/penalty-metric.ts';
import { isPure } from '../../src/gaussian/entropies.ts';
import type { TargetState } from '../../src/generative/target-state.ts';
import { isPureGroup } from '../../src/stabiliser/stabiliser-group.ts';

/** Most qubits of a mixed target: its path moves up to 2ⁿ − 1 vectors. */
const LARGEST_MIXED = 5;

/** Why no geodesic to the target is searched for; null if one is. */
export function outOfReach(target: TargetState, metric: PenaltyMetric, largest: number): string | null {
  if (target.dimensions.some((dimension) => dimension !== 2)) return 'it is computed only for states of qubits';
  return obstacleOf(target, metric, largest);
}

const obstacleOf = byKind<TargetState, [metric: PenaltyMetric, largest: number], string | null>({
  pure: (state, _, largest) => sizeObstacle(state, largest),
  mixed: (state, metric, largest) => mixedObstacle(state, metric, largest),
  network: () => 'it is computed only for states given by amplitudes',
  stabiliser: (state, metric, largest) =>
    isPureGroup(state.group) ? sizeObstacle(state, largest) : mixedObstacle(state, metric, largest),
  gaussian: (state, metric, largest) =>
    isPure(state.state) ? gaussianObstacle(state, largest) : mixedObstacle(state, metric, largest),
  symmetric: (state, _, largest) => sizeObstacle(state, largest),
});

function mixedObstacle(target: TargetState, { sizeWeights }: PenaltyMetric, largest: number): string | null {
  if (sizeWeights?.[0] === 0) return 'with free rotations it is computed only for pure states';
  return sizeObstacle(target, Math.min(largest, LARGEST_MIXED));
}

/** Of a pure Gaussian state, whose Gaussian paths have a limit of their own. */
function gaussianObstacle({ dimensions }: TargetState, most: number): string | null {
  return dimensions.length > most ? `among all paths it is searched for up to ${most} qubits` : null;
}

function sizeObstacle({ kind, dimensions }: TargetState, most: number): string | null {
  const name = kind === 'gaussian' ? 'Gaussian' : kind;
  return dimensions.length > most ? `it is computed only for ${name} states of at most ${most} qubits` : null;
}
