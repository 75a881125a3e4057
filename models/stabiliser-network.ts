import { z } from 'zod';
import { DomainError } from '../src/errors.ts';
import { sitesOfState } from '../src/generative/stabiliser-rules.ts';
import type { TargetState } from '../src/generative/target-state.ts';
import { graphStateNetwork } from '../src/network/graph-state-network.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';
import { isPureGroup } from '../src/stabiliser/stabiliser-group.ts';

/** Options of `stabiliserNetwork`: none. */
export const stabiliserNetworkOptions = z.strictObject({});

/**
 * The network of stabiliser tensors of a stabiliser target, see `graphStateNetwork`: a tensor for each site, a bond for
 * each edge of the graph state behind it. Exact and without parameters; of any size.
 *
 *     ●──●──●──●
 *     │  │  │  │
 *
 * @throws {DomainError} the target is no stabiliser state, or mixed
 */
export function stabiliserNetwork(target: TargetState | undefined): TensorNetwork {
  if (target?.kind !== 'stabiliser') {
    throw new DomainError(`stabiliserNetwork: a stabiliser target required, got ${target?.kind ?? 'none'}`);
  }
  if (!isPureGroup(target.group)) {
    throw new DomainError(
      `stabiliserNetwork: a pure target required, got ${target.group.phases.length} generators of ${target.group.qudits} qudits`,
    );
  }
  return graphStateNetwork(target.group, sitesOfState(target));
}
