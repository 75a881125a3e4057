/** @file The invariant of Turaev and Viro of a closed three-manifold, by contraction. */

import { z } from 'zod';
import { significant } from '../../../src/number-format.ts';
import { skeleton } from '../../../src/simplicial/skeleton.ts';
import {
  lensSpace,
  poincareSphere,
  sphereTimesCircle,
  threeTorus,
} from '../../../src/simplicial/standard-triangulations.ts';
import { type Triangulation, triangulationOfSimplices } from '../../../src/simplicial/triangulation.ts';
import { turaevViro } from '../../../src/systems/spin/state-sum.ts';
import { atOnce, registered } from '../request.ts';
import { number } from '../result-schema.ts';
import { writtenChoice } from '../written-choice.ts';

const vertex = z.int().min(0).max(3);
const gluing = z.strictObject({
  tetrahedron: z.int().min(0).describe('number of the neighbour'),
  permutation: z.tuple([vertex, vertex, vertex, vertex]).describe('images of the vertices 0 … 3'),
});
const MOST_TETRAHEDRA = 60;

const manifold = z
  .discriminatedUnion('name', [
    z.strictObject({ name: z.literal('sphere') }),
    z.strictObject({ name: z.literal('sphere-times-circle') }),
    z.strictObject({ name: z.literal('torus') }),
    z.strictObject({ name: z.literal('poincare-sphere') }),
    z.strictObject({
      name: z.literal('lens-space'),
      p: z.int().min(1).max(40).describe('p of L(p, q), the number of tetrahedra'),
      q: z.int().default(1).describe('q of L(p, q), prime to p'),
    }),
    z.strictObject({
      name: z.literal('simplices'),
      tetrahedra: z
        .array(z.tuple([z.int(), z.int(), z.int(), z.int()]))
        .min(1)
        .max(MOST_TETRAHEDRA)
        .describe('tetrahedra by their vertices; those with three in common are neighbours'),
    }),
    z.strictObject({
      name: z.literal('gluings'),
      tetrahedra: z
        .array(z.tuple([gluing, gluing, gluing, gluing]))
        .min(1)
        .max(MOST_TETRAHEDRA)
        .describe('of each tetrahedron where its faces 0 … 3 are glued to'),
    }),
  ])
  .describe(
    'a closed orientable manifold: sphere, sphere-times-circle, torus, poincare-sphere, lens-space(p, q), or tetrahedra',
  );

const options = z.strictObject({
  manifold,
  levels: z.array(z.int().min(3).max(12)).min(1).max(10).default([3, 4, 5, 6, 7]).describe('levels r, q = exp(iπ/r)'),
});

const result = z.strictObject({
  tetrahedra: z.int(),
  vertices: z.int(),
  edges: z.int(),
  values: z.array(z.strictObject({ level: z.int(), value: number() })).describe('TV_r'),
});

type Result = z.output<typeof result>;

function writtenManifold(text: string): unknown {
  return writtenChoice(text, {
    keys: (name) => (name === 'lens-space' ? ['p', 'q'] : ['tetrahedra']),
    file: () => null,
  });
}

export const request = registered({
  formula: 'TV_r = D^{−2V} Σ_colours Π_edges (−1)^{2j}[2j + 1] Π_tetrahedra i^{−2Σj}{6j}_q',
  options,
  result,
  places: ['manifold'],
  texts: { manifold: writtenManifold },
  example: { manifold: { name: 'lens-space', p: 3, q: 1 }, levels: [3, 5] },
  commands: ['turaev-viro poincare-sphere', "turaev-viro 'lens-space(7, 2)' --levels '[7]'"],
  answer: ({ manifold: chosen, levels }) => {
    const triangulation = triangulationOf(chosen);
    const { vertices, edges } = skeleton(triangulation);
    const values = levels.map((level) => ({ level, value: withoutRounding(turaevViro(triangulation, level)) }));
    return atOnce<Result>({ tetrahedra: triangulation.tetrahedra.length, vertices, edges, values });
  },
  text: ({ tetrahedra, vertices, edges, values }) => [
    ...values.map(({ level, value }) => `TV_${level} = ${significant(value, 13)}`),
    `  ${tetrahedra} tetrahedra, ${vertices} vertices, ${edges} edges`,
  ],
});

function triangulationOf(chosen: z.output<typeof manifold>): Triangulation {
  switch (chosen.name) {
    case 'lens-space':
      return lensSpace(chosen.p, chosen.q);
    case 'sphere':
      return lensSpace(1, 0);
    case 'sphere-times-circle':
      return sphereTimesCircle();
    case 'torus':
      return threeTorus();
    case 'poincare-sphere':
      return poincareSphere();
    case 'simplices':
      return triangulationOfSimplices(chosen.tetrahedra);
    case 'gluings':
      return { tetrahedra: chosen.tetrahedra };
  }
}

/** Zero where the sum cancels to rounding. */
const withoutRounding = (value: number): number => (Math.abs(value) < 1e-13 ? 0 : value);
