/** @file The complexity of a unitary: the shortest geodesic found from 1 to it. */

import { z } from 'zod';
import { unitaryOfSpec, unitarySpec } from '../../../datasets/unitaries.ts';
import { logarithmicMap } from '../../../src/geodesic/unitary/logarithmic-map.ts';
import { significant } from '../../../src/number-format.ts';
import { metricOfSpec } from '../../metric-spec.ts';
import { metric, seed, slices, starts } from '../options.ts';
import { atOnce, registered } from '../request.ts';
import { freeRotation, freeRotationTerms, number, terms } from '../result-schema.ts';
import { writtenUnitary } from '../unitary-source.ts';

const options = z.strictObject({
  unitary: unitarySpec.describe('a name with its options, or a file of the matrix'),
  metric: metric(),
  phase: z.enum(['free', 'kept']).default('free').describe('free: the end may be e^{iφ}V; kept: V itself, det V = 1'),
  slices: slices(),
  starts: starts(4),
  seed: seed(),
});

const result = z.strictObject({
  name: z.string(),
  qubits: z.int(),
  length: number().describe('an upper bound of the complexity'),
  status: z.string(),
  residual: number().nullable().describe('bi-invariant distance of the end from V'),
  biInvariant: number().describe('lower bound by the bi-invariant length'),
  weyl: number().nullable().describe('lower bound by the Weyl coordinates, on two qubits'),
  conjugatePoints: number().nullable(),
  momentum: terms().describe('L(0) = Σ w_P h_P P'),
  velocity: terms().describe('H(0) = Σ h_P P'),
  freeRotation: freeRotation(),
});

type Result = z.output<typeof result>;

/** Coefficients below this are rounding. */
const ROUNDING = 1e-12;

const kept = (all: readonly { readonly word: string; readonly coefficient: number }[]) =>
  all
    .filter(({ coefficient }) => Math.abs(coefficient) > ROUNDING)
    .map(({ word, coefficient }) => ({ word, coefficient }));

export const request = registered({
  formula: 'C(V) = min ∫ √(Σ_P w_P h_P²) dt over all paths U(t) from 1 to V, up to a phase',
  options,
  result,
  places: ['unitary'],
  texts: { unitary: writtenUnitary },
  example: { unitary: { name: 'controlled-not', qubits: 2 }, starts: 1 },
  commands: ['unitary-complexity "controlled-not(2)"', 'unitary-complexity gate.npy --metric.maxRange 1'],
  answer: function* ({ unitary, metric: spec, phase, slices, starts, seed }, context) {
    const { name, qubits, matrix } = unitaryOfSpec(unitary, context);
    yield { message: 'descent and shooting' };
    const found = logarithmicMap(metricOfSpec(spec, qubits), matrix, {
      ...{ slices, starts, seed, phase },
      slicedLengths: false,
    }).value;
    const { status, residual, lowerBounds, conjugatePoints } = found.certificate;
    return yield* atOnce<Result>({
      ...{ name, qubits, length: found.length, status, residual },
      biInvariant: lowerBounds.biInvariant,
      weyl: lowerBounds.weyl ?? null,
      conjugatePoints,
      momentum: kept(found.momentum.terms),
      velocity: kept(found.velocity.terms),
      freeRotation: freeRotationTerms(found.freeRotation),
    });
  },
  text: ({ name, length, status, biInvariant, weyl, residual }) => [
    `complexity of ${name}: ${significant(length, 6)}, ${status}`,
    `  end          residual ${significant(residual, 2)}`,
    `  lower bound  ${significant(Math.max(biInvariant, weyl ?? 0), 6)}`,
  ],
});
