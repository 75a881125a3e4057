/** @file The rules of stabiliser states as targets: entropies at any size, amplitudes of small ones. */

import { ShapeError } from '../errors.ts';
import { sizeOf } from '../linalg/complex.ts';
import { graphStateNetwork } from '../network/graph-state-network.ts';
import { quditsOfLeg } from '../network/stabiliser-source.ts';
import { encodingState } from '../stabiliser/logical-operators.ts';
import { entropiesOfStabilisers } from '../stabiliser/stabiliser-entropy.ts';
import { isPureGroup, type StabiliserGroup } from '../stabiliser/stabiliser-group.ts';
import { stabiliserDensity, stabiliserVector } from '../stabiliser/stabiliser-vector.ts';
import type { StabiliserState, StateRules } from './target-state.ts';

/** Most amplitudes of a state, and most entries of a density matrix, that are written out. */
const LARGEST = 2 ** 20;

/**
 * A stabiliser state as a target.
 *
 * @param sites - qudits of each site, in order; default one each
 * @throws {ShapeError} the sites do not have the qudits of the group
 */
export function stabiliserState(
  name: string,
  group: StabiliserGroup,
  sites: readonly number[] = new Array<number>(group.qudits).fill(1),
): StabiliserState {
  const total = sites.reduce((sum, qudits) => sum + qudits, 0);
  if (total !== group.qudits) {
    throw new ShapeError(`stabiliserState: sites of ${group.qudits} qudits in all required, got ${total}`);
  }
  return { kind: 'stabiliser', name, dimensions: sites.map((qudits) => group.prime ** qudits), group };
}

/** The qudits of each site. */
export function sitesOfState({ dimensions, group }: StabiliserState): readonly (readonly number[])[] {
  let next = 0;
  return dimensions.map((dimension) => Array.from({ length: quditsOfLeg(dimension, group.prime)! }, () => next++));
}

export const stabiliserStateRules: StateRules<StabiliserState> = {
  purification: ({ group }) => {
    const state = isPureGroup(group) ? group : encodingState(group);
    const [rows, cols] = [group.prime ** group.qudits, group.prime ** (state.qudits - group.qudits)];
    if (rows * cols > LARGEST) {
      throw new ShapeError(
        `purification: at most ${LARGEST} amplitudes possible, got ${rows * cols}` +
          (cols === 1 ? '; use a network model' : ' with the references of a mixed state'),
      );
    }
    return { rows, cols, interleaved: stabiliserVector(state).interleaved };
  },
  entropies: (state) => entropiesOfStabilisers(state.group, { sites: sitesOfState(state) }),
  pure: ({ name, dimensions, group }) =>
    isPureGroup(group) && sizeOf(dimensions) <= LARGEST
      ? { kind: 'pure', name, dimensions, amplitudes: stabiliserVector(group) }
      : null,
  mixed: ({ name, dimensions, group }) =>
    !isPureGroup(group) && sizeOf(dimensions) ** 2 <= LARGEST
      ? { kind: 'mixed', name, dimensions, density: stabiliserDensity(group) }
      : null,
  density: ({ dimensions, group }) => (sizeOf(dimensions) ** 2 <= LARGEST ? stabiliserDensity(group) : null),
  networkPoint: (state) =>
    isPureGroup(state.group) && sizeOf(state.dimensions) > LARGEST
      ? { network: graphStateNetwork(state.group, sitesOfState(state)), theta: new Float64Array(0) }
      : null,
  stabilisers: ({ group }) => group,
  fermions: null,
  symmetric: null,
};
