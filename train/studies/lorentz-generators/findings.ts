/** @file The findings of the study in words, tables and pictures. */

import { significant } from '../../../src/number-format.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { AlgebraFindings } from './lorentz-algebra.ts';
import { type Compensation, compensationSection } from './lorentz-compensation.ts';
import { type PenalisedPath, penaltySection } from './lorentz-penalties.ts';

export function findings(
  algebra: AlgebraFindings,
  paths: readonly PenalisedPath[],
  compensated: Compensation,
  penalty: number,
): Findings {
  const penalties = penaltySection(paths, penalty);
  const turns = compensationSection(compensated);
  const shares = compensated.responses.map(({ twoQubitShare }) => twoQubitShare);
  const ends = paths.filter(({ name }) => name !== 'none').map(({ lengths }) => lengths.at(-1)!);
  const plain = paths[0]!.lengths[0]!;
  return {
    title: 'Lorentz generators as two-qubit operators',
    question:
      'Do the generators of III.C obey their relations, what do penalties on them change, and does a one-qubit ' +
      'Hamiltonian compensate for a local rotation of the start?',
    answer:
      'The six Lorentz generators and the ten others obey their relations once the slips of the paper are ' +
      'corrected. Penalties on the nine two-qubit combinations lengthen a geodesic of length ' +
      `${plain.toFixed(4)} to ${Math.min(...ends).toFixed(4)} … ${Math.max(...ends).toFixed(4)} at weight ` +
      `${penalty}, with the same end. A local rotation of the start is not compensated by one-qubit words alone: ` +
      `two-qubit words carry ${Math.min(...shares).toFixed(3)} to ${Math.max(...shares).toFixed(3)} of the ` +
      'response.',
    sections: [...algebra.sections, penalties.section, turns.section],
    checks: [...algebra.checks, ...penalties.checks, ...turns.checks],
    verdicts: [
      ...algebra.verdicts,
      {
        statement:
          'changing the weights of these generators changes the optimal network but not the state it generates',
        source: 'III.C',
        verdict: 'holds',
        because:
          'every family ends at the same state to ' +
          `${significant(Math.max(...paths.map(({ residual }) => residual)), 2)}, by another path; that this is ` +
          'diffeomorphism invariance is not computed',
      },
      {
        statement: 'one-qubit Hamiltonians are constant along a geodesic',
        source: 'III.C',
        verdict: 'holds in part',
        because:
          `to ${significant(compensated.bySize, 2)} if weights depend on the size of words only; with XX alone ` +
          `expensive they change by ${compensated.byWord.toFixed(3)}`,
      },
      {
        statement: 'a local rotation of the start is compensated by a constant one-qubit Hamiltonian',
        source: 'III.C',
        verdict: 'fails',
        because: `two-qubit words change, too: ${Math.min(...shares).toFixed(3)} to ${Math.max(...shares).toFixed(3)} of the squared response`,
      },
    ],
  };
}
