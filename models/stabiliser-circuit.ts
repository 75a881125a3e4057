import { z } from 'zod';
import type { Circuit } from '../src/circuit/circuit.ts';
import { circuitOfStabilisers } from '../src/circuit/clifford-circuit.ts';
import { DomainError } from '../src/errors.ts';
import { stabilisersOf } from '../src/generative/state-rules.ts';
import type { TargetState } from '../src/generative/target-state.ts';
import { isPureGroup } from '../src/stabiliser/stabiliser-group.ts';

/** Options of `stabiliserCircuit`: none. */
export const stabiliserCircuitOptions = z.strictObject({});

/**
 * The circuit of quarter turns that prepares a stabiliser target of qubits, see `circuitOfStabilisers`. Exact, so that
 * there is nothing to train; its length is an upper bound of the complexity of the target.
 *
 *     |0⟩ ─Y─■─────Z─Y─
 *     |0⟩ ─Y─■─■───Z───
 *     |0⟩ ─Y───■───Z─Y─
 *
 * @throws {DomainError} the target is no stabiliser state, mixed, or not of qubits
 */
export function stabiliserCircuit(target: TargetState | undefined): Circuit {
  const group = target === undefined ? null : stabilisersOf(target);
  if (group === null) {
    throw new DomainError(`stabiliserCircuit: a stabiliser target required, got ${target?.kind ?? 'none'}`);
  }
  if (!isPureGroup(group)) {
    throw new DomainError(
      `stabiliserCircuit: a pure target required, got ${group.phases.length} generators of ${group.qudits} qudits`,
    );
  }
  return circuitOfStabilisers(group);
}
