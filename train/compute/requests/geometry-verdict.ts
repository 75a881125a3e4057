/** @file Whether a state has a geometry: how its entropies grow, and what space its pairs of sites span. */

import { z } from 'zod';
import { geometryVerdict } from '../../../src/bulk/geometry-verdict.ts';
import { regionEntropies } from '../../../src/generative/generated-entropies.ts';
import { significant } from '../../../src/number-format.ts';
import { latticeOfSpec, latticeSpec } from '../../../src/operator/lattice-spec.ts';
import { seed, state } from '../options.ts';
import { atOnce, registered } from '../request.ts';
import { number, numbers } from '../result-schema.ts';
import { stateOf, writtenState } from '../state-source.ts';

const options = z.strictObject({
  state: state(),
  lattice: latticeSpec.default('chain').describe('where the sites are neighbours'),
  pairs: z.int().min(1).max(1000).default(60).describe('sampled blocks, and as many random sets'),
  seed: seed(),
});

const term = z.strictObject({ coefficient: number(), spread: number(), share: number() });

const shape = z.strictObject({
  gapDimension: z.int().describe('position of the greatest gap of the spectrum'),
  participation: number(),
  negativeShare: number().describe('of the spectrum; 0 is Euclidean'),
  stress: number().describe('of the points in the plane'),
  eigenvalues: numbers().describe('the first eight'),
});

const result = z.strictObject({
  class: z.string().nullable().describe('disconnected, volume law, critical or area law'),
  reading: z.string(),
  isPure: z.boolean(),
  pageRatio: number().nullable().describe('S of half of the sites over Page’s mean'),
  laws: z.array(z.strictObject({ law: z.string(), error: number().describe('on the larger blocks, relative') })),
  terms: z
    .strictObject({ volume: term, area: term, logarithm: term, constant: term, misfit: number() })
    .nullable()
    .describe('S = s|A| + a|∂A| + (c/3) log ℓ + S₀'),
  saving: number().nullable().describe('1 − S(blocks)/S(random sets)'),
  redundancyDefect: z
    .strictObject({ mean: number().nullable(), greatest: number().nullable(), isExhaustive: z.boolean() })
    .nullable(),
  components: z.int().nullable(),
  infiniteShare: number().nullable().describe('of the pairs'),
  shape: shape.nullable(),
  shuffled: shape.nullable().describe('the same information on exchanged pairs'),
});

type Result = z.output<typeof result>;

export const request = registered({
  formula: 'S(A) against s|A|, a|∂A| and |∂A| log ℓ; d = −log(I/I₀); δ(A) = S_A − ½ Σ I(p:q)',
  options,
  result,
  places: ['state'],
  texts: { state: writtenState },
  example: { state: { name: 'ghz', qubits: 8 }, pairs: 8 },
  commands: [
    'geometry-verdict "haar-random(10)"',
    'geometry-verdict "stabiliser-graph(100)" --json',
    'geometry-verdict psi.npy --lattice ring',
  ],
  answer: (asked, context) => {
    const target = stateOf(asked.state, context);
    const entropies = regionEntropies(target);
    const lattice = latticeOfSpec(asked.lattice, entropies.boundary);
    const found = geometryVerdict(entropies, { lattice, pairs: asked.pairs, seed: asked.seed });
    const { geometry, terms, redundancy } = found;
    const shown = (own: NonNullable<typeof geometry>['shape']): Result['shape'] =>
      own && {
        gapDimension: own.gapDimension,
        participation: own.embedding.participation,
        negativeShare: own.embedding.negativeShare,
        stress: own.embedding.stress,
        eigenvalues: own.embedding.eigenvalues.slice(0, 8),
      };
    const part = ({ coefficient, spread, share }: z.output<typeof term>) => ({ coefficient, spread, share });
    return atOnce<Result>({
      class: found.class,
      reading: found.reading,
      isPure: found.isPure,
      pageRatio: found.pageRatio,
      laws: found.laws.map(({ law, error }) => ({ law, error })),
      terms: terms && {
        volume: part(terms.volume),
        area: part(terms.area),
        logarithm: part(terms.logarithm),
        constant: part(terms.constant),
        misfit: terms.misfit,
      },
      saving: found.locality?.saving ?? null,
      redundancyDefect: redundancy && {
        mean: redundancy.mean,
        greatest: redundancy.greatest,
        isExhaustive: redundancy.isExhaustive,
      },
      components: geometry?.components.length ?? null,
      infiniteShare: geometry?.infiniteShare ?? null,
      shape: geometry && shown(geometry.shape),
      shuffled: geometry && shown(geometry.shuffled),
    });
  },
  text: ({ reading, pageRatio, laws, saving, redundancyDefect: defect, shape: own, shuffled }) => [
    reading,
    ...laws.map(({ law, error }) => `${law}: error ${significant(error, 3)} on larger blocks`),
    ...(pageRatio === null ? [] : [`half of the sites: ${significant(pageRatio, 3)} of Page’s entropy`]),
    ...(saving === null ? [] : [`blocks have ${significant(100 * saving, 3)} % less entropy than random sets`]),
    ...(defect === null || defect.mean === null
      ? []
      : [
          `redundancy defect ${significant(defect.mean, 3)}, at most ${significant(defect.greatest!, 3)}${defect.isExhaustive ? ', of all regions' : ''}`,
        ]),
    ...(own === null
      ? []
      : [
          `pairs: ${own.gapDimension} dimensions by the gap, stress in the plane ${significant(own.stress, 3)}${shuffled === null ? '' : `, shuffled ${significant(shuffled.stress, 3)}`}`,
        ]),
  ],
});
