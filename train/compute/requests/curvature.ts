/** @file The curvature of a complexity metric on the unitaries. */

import { z } from 'zod';
import {
  metricRicciCurvature,
  metricScalarCurvature,
  wordSectionalCurvature,
} from '../../../src/complexity/metric-curvature.ts';
import { rightInvariantMetric } from '../../../src/complexity/right-invariant-metric.ts';
import { DomainError } from '../../../src/errors.ts';
import { counted, significant } from '../../../src/number-format.ts';
import { wordAt } from '../../../src/operator/pauli-coordinates.ts';
import { metricOfSpec } from '../../metric-spec.ts';
import { twoLocal } from '../options.ts';
import { atOnce, registered } from '../request.ts';
import { number } from '../result-schema.ts';

const word = z.string().regex(/^[IXYZ]+$/, 'letters I, X, Y, Z required');

const options = z.strictObject({
  qubits: z.int().min(1).max(5).describe('number of qubits'),
  metric: twoLocal
    .extend({ penalty: z.number().positive().default(1).describe('weight of all other words') })
    .prefault({})
    .describe('what words cost, with a finite penalty; default all words at weight 1'),
  plane: z.tuple([word, word]).optional().describe('two Pauli words that span a plane'),
});

const result = z.strictObject({
  scalar: number().describe('R'),
  ricci: z
    .array(z.strictObject({ word: z.string(), curvature: number() }))
    .describe('Ric along each word of unit length'),
  sectional: number().nullable().describe('K of the plane, if one is given'),
});

type Result = z.output<typeof result>;

export const request = registered({
  formula:
    'R = Σ_P Ric(P̂, P̂), K = (2c(a + b) + (a − b)² − 3c²)/(abc) for anticommuting words of weights a, b and product c',
  options,
  result,
  places: ['qubits'],
  example: { qubits: 1, plane: ['X', 'Y'] },
  commands: ['curvature 2 --metric.penalty 16 --metric.maxSize 1', 'curvature 2 --plane XI ZI'],
  answer: ({ qubits, metric, plane }) => {
    const wrong = plane?.find((one) => one.length !== qubits);
    if (wrong !== undefined) throw new DomainError(`plane: words of ${qubits} letters required, got '${wrong}'`);
    const invariant = rightInvariantMetric(metricOfSpec(metric, qubits), qubits);
    const ricci = [...metricRicciCurvature(invariant)].map((curvature, p) => ({ word: wordAt(p, qubits), curvature }));
    const value: Result = {
      scalar: metricScalarCurvature(invariant),
      ricci: ricci.slice(1),
      sectional: plane === undefined ? null : wordSectionalCurvature(invariant, ...plane),
    };
    return atOnce(value);
  },
  text: ({ scalar, ricci, sectional }) => {
    const values = ricci.map(({ curvature }) => curvature);
    return [
      `scalar curvature ${significant(scalar, 6)} on ${counted(ricci.length, 'dimension')}`,
      `  Ricci curvature from ${significant(Math.min(...values), 4)} to ${significant(Math.max(...values), 4)}`,
      ...(sectional === null ? [] : [`  sectional curvature ${significant(sectional, 6)}`]),
    ];
  },
});
