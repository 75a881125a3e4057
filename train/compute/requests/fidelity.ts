/** @file How alike two states are. */

import { z } from 'zod';
import { DomainError } from '../../../src/errors.ts';
import { asPure, densityOf } from '../../../src/generative/state-rules.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import { infidelityText, significant } from '../../../src/number-format.ts';
import { buresDistance, fidelity, fubiniStudyDistance } from '../../../src/state/fidelity.ts';
import { isDensityMatrix, type State } from '../../../src/state/reduced-density-matrix.ts';
import { state } from '../options.ts';
import { atOnce, type ComputeContext, registered } from '../request.ts';
import { number } from '../result-schema.ts';
import { stateOf, writtenState } from '../state-source.ts';

const options = z.strictObject({ a: state('a state'), b: state('another state: a name with its options, or a file') });

const result = z.strictObject({
  fidelity: number().describe('|⟨a|b⟩|², (Tr √(√ρ σ √ρ))² for mixed states'),
  infidelity: number().describe('1 − F, for pure states to relative accuracy'),
  bures: number().describe('√(2 − 2√F)'),
  fubiniStudy: number().nullable().describe('arccos|⟨a|b⟩|, radians; null for mixed states'),
});

type Result = z.output<typeof result>;

function entriesOf(target: TargetState, key: string): State {
  const entries = asPure(target)?.amplitudes ?? densityOf(target);
  if (entries !== null) return entries;
  throw new DomainError(
    `${key}: a state with amplitudes or a density matrix (at most 24 qubits) required, got '${target.name}'`,
  );
}

const read = (asked: z.output<typeof options>, key: 'a' | 'b', context: ComputeContext): State =>
  entriesOf(stateOf(asked[key], context), key);

export const request = registered({
  formula: 'F = |⟨a|b⟩|², mixed: (Tr √(√ρ σ √ρ))²',
  options,
  result,
  places: ['a', 'b'],
  texts: { a: writtenState, b: writtenState },
  example: { a: { name: 'ghz', qubits: 3 }, b: { name: 'product', qubits: 3 } },
  commands: ['fidelity a.npy b.npy', 'fidelity runs/ghz-8 "ghz(8)"'],
  answer: (asked, context) => {
    const [a, b] = [read(asked, 'a', context), read(asked, 'b', context)];
    if (isDensityMatrix(a) || isDensityMatrix(b)) {
      const value = fidelity(a, b);
      const bures = buresDistance(a, b);
      return atOnce<Result>({ fidelity: value, infidelity: 1 - value, bures, fubiniStudy: null });
    }
    const angle = fubiniStudyDistance(a, b);
    const bures = 2 * Math.sin(angle / 2); // √(2 − 2 cos angle)
    const infidelity = Math.sin(angle) ** 2;
    return atOnce<Result>({ fidelity: Math.cos(angle) ** 2, infidelity, bures, fubiniStudy: angle });
  },
  text: (found) => [
    `fidelity ${significant(found.fidelity, 8)}, infidelity ${infidelityText(found.infidelity, 4)}`,
    `  Bures distance         ${significant(found.bures, 6)}`,
    ...(found.fubiniStudy === null ? [] : [`  Fubini–Study distance  ${significant(found.fubiniStudy, 6)} rad`]),
  ],
});
