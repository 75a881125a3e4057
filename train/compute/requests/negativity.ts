/** @file The negativity of a state between a region and the rest: entanglement of mixed states, too. */

import { z } from 'zod';
import { DomainError } from '../../../src/errors.ts';
import { densityOf } from '../../../src/generative/state-rules.ts';
import { significant } from '../../../src/number-format.ts';
import { logarithmicNegativity, negativity } from '../../../src/state/negativity.ts';
import { region, state } from '../options.ts';
import { atOnce, registered } from '../request.ts';
import { number } from '../result-schema.ts';
import { stateOf, writtenState } from '../state-source.ts';

const options = z.strictObject({
  state: state(),
  region: region().min(1).optional().describe('sites of A; default the first half'),
});

const result = z.strictObject({
  region: z.array(z.int()),
  negativity: number().describe('N'),
  logarithmic: number().describe('log(1 + 2N), nats'),
});

type Result = z.output<typeof result>;

/** Most rows of the matrix that is diagonalised. */
const MOST_ROWS = 512;

export const request = registered({
  formula: 'N = (‖ρ^{T_A}‖₁ − 1)/2',
  options,
  result,
  places: ['state'],
  texts: { state: writtenState },
  example: { state: { name: 'werner', weight: 1 } },
  commands: ['negativity rho.npy', 'negativity "werner(0.5)"'],
  answer: (asked, context) => {
    const target = stateOf(asked.state, context);
    const size = target.dimensions.reduce((product, dimension) => product * dimension, 1);
    if (size > MOST_ROWS)
      throw new DomainError(`state: at most ${MOST_ROWS} rows of a density matrix required, got ${size}`);
    const density = densityOf(target);
    if (density === null)
      throw new DomainError(
        `state: a state with amplitudes or a density matrix (at most 24 qubits) required, got '${target.name}'`,
      );
    const half = Math.max(1, Math.floor(target.dimensions.length / 2));
    const sites = asked.region ?? Array.from({ length: half }, (_, site) => site);
    return atOnce<Result>({
      region: [...sites],
      negativity: negativity(density, target.dimensions, sites),
      logarithmic: logarithmicNegativity(density, target.dimensions, sites),
    });
  },
  text: ({ region: sites, negativity: value, logarithmic }) => [
    `negativity ${significant(value, 6)} between ${sites.length === 1 ? 'site' : 'sites'} ${sites.join(' ')} and the rest, logarithmic ${significant(logarithmic, 6)} nats`,
  ],
});
