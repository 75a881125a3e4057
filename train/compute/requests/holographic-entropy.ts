/** @file The entropy of a region of the boundary of three-dimensional anti-de Sitter space, by geodesics. */

import { z } from 'zod';
import { counted, significant } from '../../../src/number-format.ts';
import type { StationaryBackground } from '../../../src/systems/anti-de-sitter/background.ts';
import { geodesicEntropy } from '../../../src/systems/anti-de-sitter/geodesic-entropy.ts';
import { atOnce, registered } from '../request.ts';
import { number } from '../result-schema.ts';

const options = z.strictObject({
  intervals: z
    .array(z.tuple([z.number(), z.number()]))
    .min(1)
    .max(8)
    .describe('[from, to] of each interval of the region, from < to; touching ones are joined'),
  beta: z
    .number()
    .positive()
    .optional()
    .describe('inverse temperature of a black hole, in the unit of the intervals; without it the vacuum'),
  cone: z
    .number()
    .positive()
    .max(1)
    .default(1)
    .describe('a particle at the centre, without a black hole: the cone has the angle 2π times this; 1 is the vacuum'),
  circumference: z.number().positive().default(6.283185307179586).describe('length of the boundary circle, default 2π'),
  centralCharge: z.number().positive().default(1).describe('c = 3/2G'),
  cutoff: z.number().positive().default(0.001).describe('ε, in the unit of the intervals'),
});

const geodesic = z.strictObject({ from: number(), to: number(), length: number() });
const candidate = z.strictObject({
  entropy: number().describe('(c/6)·length of all'),
  horizon: z.boolean().describe('whether the horizon is part of the surface'),
  geodesics: z.array(geodesic).describe('each homotopic to the boundary from `from` to `to`, lengths in AdS radii'),
});

const result = z.strictObject({
  entropy: number().describe('of the first candidate'),
  candidates: z.array(candidate).describe('all surfaces homologous to the region, the least first'),
});

type Result = z.output<typeof result>;

export const request = registered({
  formula: 'S(A) = min over surfaces γ homologous to A of (c/6)·length(γ)',
  options,
  result,
  places: ['intervals'],
  example: {
    intervals: [
      [0, 1],
      [1.2, 2],
    ],
    beta: 2,
  },
  commands: [
    'holographic-entropy "[[0, 1], [1.2, 2]]" --beta 2',
    'holographic-entropy "[[0, 3]]" --circumference 12 --centralCharge 0.5',
  ],
  answer: ({ intervals, beta, cone, ...units }) => {
    const background: StationaryBackground =
      beta === undefined ? { kind: 'global', cone } : { kind: 'btz', horizon: units.circumference / beta };
    const { entropy, candidates } = geodesicEntropy(background, intervals, units);
    const value: Result = {
      entropy,
      candidates: candidates.map((one) => ({
        entropy: one.entropy,
        horizon: one.horizon,
        geodesics: one.geodesics.map(({ from, to, length }) => ({ from, to, length })),
      })),
    };
    return atOnce(value, beta !== undefined && cone !== 1 ? ['a black hole has no cone: the option is not used'] : []);
  },
  text: ({ entropy, candidates }) => [
    `S = ${significant(entropy, 8)} nats, of ${counted(candidates.length, 'candidate')}`,
    ...candidates
      .slice(0, 6)
      .map(
        (one) =>
          `  ${significant(one.entropy, 8)}  ${one.geodesics.map(({ from, to }) => `${significant(from, 4)} – ${significant(to, 4)}`).join(', ')}${one.horizon ? ', horizon' : ''}`,
      ),
  ],
});
