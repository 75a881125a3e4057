/** @file Mutual information of regions, or of all pairs of sites. */

import { z } from 'zod';
import { DomainError } from '../../../src/errors.ts';
import { regionEntropies } from '../../../src/generative/generated-entropies.ts';
import { significant } from '../../../src/number-format.ts';
import { informationTable, regionInformation } from '../../../src/state/mutual-information.ts';
import { region, state } from '../options.ts';
import { atOnce, registered } from '../request.ts';
import { number, numbers } from '../result-schema.ts';
import { stateOf, writtenState } from '../state-source.ts';
import { tableLines } from '../table-lines.ts';

/** A region; a single site may stand without brackets. */
const side = region()
  .min(1)
  .or(z.int().nonnegative())
  .transform((sites) => (typeof sites === 'number' ? [sites] : sites));

const options = z.strictObject({
  state: state(),
  between: z.tuple([side, side]).optional().describe('regions A and B; default all pairs of sites'),
});

const result = z.strictObject({
  information: number().nullable().describe('I(A:B), nats; null where all pairs were asked for'),
  pairs: z.array(numbers()).describe('I(a:b) of all pairs of sites, 2S(a) on the diagonal; [] for two regions'),
});

type Result = z.output<typeof result>;

export const request = registered({
  formula: 'I(A:B) = S(A) + S(B) − S(AB)',
  options,
  result,
  places: ['state'],
  texts: { state: writtenState },
  example: { state: { name: 'ghz', qubits: 3 } },
  commands: ['mutual-information psi.npy', 'mutual-information "ghz(4)" --between 0 "[1,2]"'],
  answer: ({ between, ...asked }, context) => {
    const entropies = regionEntropies(stateOf(asked.state, context));
    if (between !== undefined) {
      const [a, b] = between;
      const shared = a.find((site) => b.includes(site));
      if (shared !== undefined)
        throw new DomainError(`between: regions without common sites required, got ${shared} in both`);
      return atOnce<Result>({ information: regionInformation(entropies, a, b), pairs: [] });
    }
    const pairs = (entropies.information?.() ?? informationTable(entropies)).map((row) => [...row]);
    return atOnce<Result>({ information: null, pairs });
  },
  text: ({ information, pairs }) =>
    information === null
      ? ['mutual information of all pairs, nats; on the diagonal 2S', ...tableLines(pairs, 4)]
      : [`mutual information ${significant(information, 6)} nats`],
});
