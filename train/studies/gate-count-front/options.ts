/** @file Options of the study 'gate-count-front'. */

import { z } from 'zod';
import { targetSpec } from '../../../datasets/targets.ts';
import { unitarySpec } from '../../../datasets/unitaries.ts';
import { metricSpec } from '../../metric-spec.ts';
import { starts } from '../search-options.ts';

const options = z.strictObject({
  targets: z
    .array(
      z
        .strictObject({ state: targetSpec.describe('a state of the targets') })
        .or(z.strictObject({ unitary: unitarySpec.describe('a gate of the unitaries') })),
    )
    .min(1)
    .describe('states { "state": … } and unitaries { "unitary": … } of at most four qubits'),
  families: z
    .array(z.enum(['cnot', 'su4']))
    .min(1)
    .default(['cnot', 'su4'])
    .describe('gates that are counted: CNOT, or any two-qubit gate'),
  metric: metricSpec.prefault({ maxRange: 'infinite' }).describe('which pairs of qubits may be joined'),
  mostGates: z.int().nonnegative().default(7).describe('the search ends at this number of gates'),
  starts: starts(6, 'random starts at each placement of the gates'),
  mostPlacements: z.int().nonnegative().default(300).describe('placements up to which all are tried'),
  beam: z.int().positive().default(12).describe('placements that are extended where there are more'),
});

export const gateCountFront = {
  summary: 'error against number of two-qubit gates: the least number of CNOTs, or of any gates, by search',
  options,
};

export type Options = z.output<typeof options>;
