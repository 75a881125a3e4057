/** @file The gravity defect of the entropies of all intervals of a state. */

import { z } from 'zod';
import { DomainError } from '../../../src/errors.ts';
import { type GravityDefect, gravityDefect } from '../../../src/gravity/gravity-defect.ts';
import { areasOfTarget } from '../../../src/gravity/target-areas.ts';
import { counted, significant } from '../../../src/number-format.ts';
import { state } from '../options.ts';
import { atOnce, registered } from '../request.ts';
import { number } from '../result-schema.ts';
import { stateOf, writtenState } from '../state-source.ts';

const options = z.strictObject({
  state: state(),
  ring: z.boolean().default(true).describe('whether site 0 is the neighbour of the last'),
  centralCharge: z
    .number()
    .positive()
    .optional()
    .describe('c; default: the one for which q is as constant as possible'),
  shortest: z.int().min(1).default(1).describe('least number of sites of an interval B'),
  longest: z.int().min(1).optional().describe('greatest number of sites of B; default as many as there are different'),
  margin: z.int().nonnegative().default(0).describe('sites at open ends that no interval touches'),
  averageParity: z.boolean().default(false).describe('averages over B of L and of L + 1 sites'),
});

const result = z.strictObject({
  state: z.string(),
  sites: z.int(),
  centralCharge: number().nullable().describe('given or fitted'),
  mean: number().nullable().describe('of q; null where no interval has one'),
  defect: number().nullable().describe('root mean square of q − mean'),
  variation: number().nullable().describe('of e^q over all intervals, relative to its mean'),
  slope: number().nullable().describe('dq/dS; 0 if c is right'),
  vanishing: z.int().describe('intervals without a q, since I(a:b|B) is rounding'),
  lengths: z.array(
    z.strictObject({ length: z.int(), mean: number(), least: number(), greatest: number(), intervals: z.int() }),
  ),
  intervals: z.array(z.strictObject({ start: z.int(), length: z.int(), q: number() })).describe('q of every B'),
});

type Result = z.output<typeof result>;

/** Least number of sites: an interval, its neighbours, and one more. */
const FEWEST_SITES = 4;

function intervalsOf({ values, sites }: GravityDefect): Result['intervals'] {
  return [...values.keys()].flatMap((at) => {
    const q = values[at]!;
    return Number.isNaN(q) ? [] : [{ start: Math.floor(at / sites), length: (at % sites) + 1, q }];
  });
}

export const request = registered({
  formula: 'q(B) = log I(a:b|B) + (3/c)[S(aB) + S(Bb)], constant where Liouville’s equation holds',
  options,
  result,
  places: ['state'],
  texts: { state: writtenState },
  example: {
    state: {
      name: 'gaussian-ground-state',
      qubits: 14,
      hamiltonian: { name: 'hopping', lattice: 'ring' },
    },
    centralCharge: 1,
  },
  commands: ['gravity psi.npy', 'gravity "w(10)" --centralCharge 1', 'gravity runs/ising --ring false --margin 3'],
  answer: ({ state: chosen, ring, centralCharge, longest, ...asked }, context) => {
    const target = stateOf(chosen, context);
    const sites = target.dimensions.length;
    if (sites < FEWEST_SITES) {
      throw new DomainError(`state: at least ${FEWEST_SITES} sites required, got ${sites}`);
    }
    const defect = gravityDefect(areasOfTarget(target, { ring }), {
      ...asked,
      ...(centralCharge !== undefined && { centralCharge }),
      ...(longest !== undefined && { longest }),
    });
    const { mean, spread, variation, slope, vanishing, verdict } = defect;
    const found: Result = {
      state: target.name,
      sites,
      centralCharge: defect.centralCharge,
      mean,
      defect: spread,
      variation,
      slope,
      vanishing,
      lengths: defect.lengths.map((row) => ({ ...row })),
      intervals: intervalsOf(defect),
    };
    const words = {
      defined: [],
      'no kinematic density': ['No interval has a density I(a:b|B) > 0: q is not defined.'],
      'no central charge': ['No central charge fits: I(a:b|B) does not fall with the entropies.'],
    }[verdict];
    return atOnce(found, words);
  },
  text: ({ state: name, sites, centralCharge, mean, defect, vanishing, lengths }) => [
    `gravity defect of ${name} on ${counted(sites, 'site')}, c = ${significant(centralCharge, 4)}`,
    ...(defect === null ? [] : [`  q = ${significant(mean, 6)}, root mean square ${significant(defect, 4)}`]),
    ...(vanishing === 0 ? [] : [`  without a density: ${counted(vanishing, 'interval')}`]),
    ...lengths.map(({ length, mean: q, least, greatest }) => {
      return `  ${String(length).padStart(4)}  ${significant(q, 6).padEnd(10)}  ${significant(least, 6)} … ${significant(greatest, 6)}`;
    }),
  ],
});
