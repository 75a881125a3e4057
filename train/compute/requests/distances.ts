/** @file Distances between the sites of a state, from their mutual information, and the shape that they form. */

import { z } from 'zod';
import { boundaryGeometry } from '../../../src/bulk/boundary-geometry.ts';
import { boundaryShape } from '../../../src/bulk/boundary-shape.ts';
import { regionEntropies } from '../../../src/generative/generated-entropies.ts';
import { significant } from '../../../src/number-format.ts';
import { curvatureReading, stated } from '../../../src/report/reading.ts';
import { state } from '../options.ts';
import { atOnce, registered } from '../request.ts';
import { number, numbers, table } from '../result-schema.ts';
import { stateOf, writtenState } from '../state-source.ts';
import { tableLines } from '../table-lines.ts';

const options = z.strictObject({ state: state() });

const shape = z.strictObject({
  diameter: number(),
  hyperbolicity: number().describe("Gromov's δ, 0 for trees"),
  dimension: number().describe('participation number of the Euclidean embedding'),
  space: z.string().nullable().describe('the space of two dimensions that fits best; null: all sites are equally far'),
  curvature: number().nullable().describe('of that space, ±1/r²'),
  stress: number().nullable().describe('of that fit; 0 is perfect'),
  points: z.array(numbers()).describe('coordinates of the Euclidean embedding'),
});

const result = z.strictObject({
  distances: table().describe('−log(I(a:b)/I_max); null where I vanishes'),
  shape: shape.nullable(),
  curvatureText: z.string().nullable(),
});

type Result = z.output<typeof result>;

const SIGN = { spherical: 1, euclidean: 0, hyperbolic: -1 } as const;

export const request = registered({
  formula: 'd(a,b) = −log(I(a:b)/I_max), I_max = 2 log min(d_a, d_b)',
  options,
  result,
  places: ['state'],
  texts: { state: writtenState },
  example: { state: { name: 'w', qubits: 4 } },
  commands: ['distances psi.npy', 'distances "ground-state(8, hamiltonian=transverse-field-ising)" --json'],
  answer: (asked, context) => {
    const { value, notes } = boundaryGeometry(regionEntropies(stateOf(asked.state, context)));
    const found = boundaryShape(value.distances);
    const best = found.value?.fit?.best ?? null;
    const shown = found.value && {
      diameter: found.value.diameter,
      hyperbolicity: found.value.hyperbolicity.delta,
      dimension: found.value.embedding.participation,
      space: best?.kind ?? null,
      curvature: best && SIGN[best.kind] / best.radius ** 2,
      stress: best?.stress ?? null,
      points: found.value.embedding.points.map((point) => [...point]),
    };
    const curvatureText = found.value && stated(curvatureReading(found.value.fit));
    const distances = value.distances.map((row) => [...row]);
    return atOnce<Result>({ distances, shape: shown, curvatureText }, [...notes, ...found.notes]);
  },
  text: ({ distances, shape: form, curvatureText }) => [
    'distances −log(I/I_max); ∞ where no information is shared',
    ...tableLines(distances, 4),
    ...(form === null
      ? []
      : [
          `diameter ${significant(form.diameter, 4)}, hyperbolicity δ ${significant(form.hyperbolicity, 3)}, dimension ${significant(form.dimension, 3)}`,
          `curvature ${curvatureText}`,
        ]),
  ],
});
