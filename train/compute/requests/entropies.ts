/** @file Entanglement entropies of regions of a state of any kind. */

import { z } from 'zod';
import { DomainError } from '../../../src/errors.ts';
import { regionEntropies } from '../../../src/generative/generated-entropies.ts';
import { densityOf } from '../../../src/generative/state-rules.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import { counted, significant } from '../../../src/number-format.ts';
import { entanglementEntropy } from '../../../src/state/entropy.ts';
import { contiguousEntropies, sitesOf } from '../../../src/state/region-entropies.ts';
import { region, state } from '../options.ts';
import { atOnce, registered } from '../request.ts';
import { number } from '../result-schema.ts';
import { stateOf, writtenState } from '../state-source.ts';

const options = z.strictObject({
  state: state(),
  regions: z
    .array(region())
    .min(1)
    .optional()
    .describe('regions as lists of sites; default all intervals of the chain of sites'),
  order: z
    .number()
    .nonnegative()
    .or(z.literal('infinite'))
    .default(1)
    .describe('Rényi order, for states given by entries; 1: von Neumann'),
  base: z.number().gt(1).optional().describe('of the logarithm; default e (nats), 2 gives bits'),
});

const result = z.strictObject({
  state: z.string(),
  sites: z.int(),
  unit: z.string(),
  regions: z.array(z.strictObject({ sites: z.array(z.int()), entropy: number() })),
});

type Result = z.output<typeof result>;

/** Smaller entropies are rounding. */
const ROUNDING = 1e-14;

/** S of a region in nats, as the state's own rules compute it; of another order from its entries. */
function entropyOf(target: TargetState, order: number): (sites: readonly number[]) => number {
  if (order === 1) return regionEntropies(target).entropy;
  const entries = target.kind === 'pure' ? target.amplitudes : densityOf(target);
  if (entries === null) {
    throw new DomainError(`order: 1 required for a state that is not given by entries, got ${order}`);
  }
  return (sites) => (sites.length === 0 ? 0 : entanglementEntropy(entries, target.dimensions, sites, { order }));
}

/** @throws {DomainError} a region with a site that does not exist, or with one twice */
function checkRegions(regions: readonly (readonly number[])[], sites: number): void {
  const k = regions.findIndex((own) => own.some((site) => site >= sites) || new Set(own).size < own.length);
  if (k < 0) return;
  throw new DomainError(`regions.${k}: different sites below ${sites} required, got [${regions[k]}]`);
}

export const request = registered({
  formula: 'S(A) = −Tr ρ_A log ρ_A; of Rényi order α: log Tr ρ_A^α/(1 − α)',
  options,
  result,
  places: ['state'],
  texts: { state: writtenState },
  example: { state: { name: 'w', qubits: 3 } },
  commands: ['entropies psi.npy', 'entropies "w(6)" --regions "[[0],[0,1,2]]" --base 2', 'entropies "toric-code(4,4)"'],
  answer: (asked, context) => {
    const target = stateOf(asked.state, context);
    const order = asked.order === 'infinite' ? Infinity : asked.order;
    const entropy = entropyOf(target, order);
    const unit = Math.log(asked.base ?? Math.E);
    checkRegions(asked.regions ?? [], target.dimensions.length);
    const all = asked.regions ?? contiguousEntropies(regionEntropies(target)).map(sitesOf);
    const sites = target.dimensions.length;
    const regions = all.map((own) => {
      const value = entropy(own) / unit;
      return { sites: [...own], entropy: Math.abs(value) < ROUNDING ? 0 : value };
    });
    const missing = asked.regions === undefined && all.length < (sites * (sites + 1)) / 2 - 1;
    const notes = missing ? [`Entropies of ${counted(all.length, 'interval')} only: the others are out of reach.`] : [];
    return atOnce<Result>({ state: target.name, sites, unit: unitOf(asked.base), regions }, notes);
  },
  text: ({ state: name, sites, unit, regions }) => {
    const cuts = regions.filter((one) => one.sites.every((site, k) => site === k));
    const shown = cuts.length > 0 && regions.length > 12 ? cuts : regions;
    return [
      `entropies of ${name} on ${counted(sites, 'site')}, ${unit}${shown.length < regions.length ? '; from the first site on, --json for all' : ''}`,
      ...shown.map((one) => `  ${regionText(one.sites).padEnd(12)}  ${significant(one.entropy, 6)}`),
    ];
  },
});

const unitOf = (base: number | undefined): string =>
  base === undefined ? 'nats' : base === 2 ? 'bits' : `logarithm to base ${base}`;

/** Sites of a region: 0–3, or 0 2 5. */
const regionText = (sites: readonly number[]): string =>
  sites.length > 2 && sites.every((site, k) => k === 0 || site === sites[k - 1]! + 1)
    ? `${sites[0]}–${sites.at(-1)}`
    : sites.join(' ');
