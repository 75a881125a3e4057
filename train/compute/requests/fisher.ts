/** @file What a measurement of its state can tell of the parameters of a network. */

import { z } from 'zod';
import { DomainError } from '../../../src/errors.ts';
import { fisherSpectrum } from '../../../src/fisher/fisher-spectrum.ts';
import { quantumFisherInformation } from '../../../src/fisher/quantum-fisher-information.ts';
import { berryCurvature } from '../../../src/fisher/quantum-geometric-tensor.ts';
import { environmentDimension, siteDimensions } from '../../../src/generative/generative-network.ts';
import { sizeOf } from '../../../src/linalg/complex.ts';
import type { RealMatrix } from '../../../src/linalg/matrix.ts';
import { counted, significant } from '../../../src/number-format.ts';
import { rankReading, stated } from '../../../src/report/reading.ts';
import { networkOf, networkSpec, writtenNetwork } from '../network-source.ts';
import { atOnce, registered } from '../request.ts';
import { complexArray, number, numbers } from '../result-schema.ts';

const options = z.strictObject({
  network: networkSpec.describe('a circuit with the numbers of its program as parameters, a finished run, or a model'),
  matrix: z.boolean().default(false).describe('the whole geometric tensor, too'),
  threshold: z
    .number()
    .gt(0)
    .lt(1)
    .default(1e-8)
    .describe('fraction of the greatest eigenvalue below which one counts as zero'),
});

const result = z.strictObject({
  parameters: z.int(),
  rank: z.int().describe('independent directions in which the state moves'),
  threshold: number(),
  eigenvalues: numbers().describe('of F, descending'),
  resolution: z
    .array(number().nullable())
    .describe('√(F⁺)_kk of each parameter; null where it cannot be inferred at all'),
  tensor: complexArray()
    .nullable()
    .describe('Q = F/4 − iΩ/2 with F = 4 Re Q and Ω = −2 Im Q, if asked for; mixed states: without Ω'),
});

type Result = z.output<typeof result>;

/** Most numbers in all tangents, 1 GiB. */
const LARGEST = 2 ** 27;

function tensorOf(fisher: RealMatrix, berry: RealMatrix | null) {
  const interleaved = new Float64Array(2 * fisher.data.length);
  fisher.data.forEach((value, k) => {
    interleaved[2 * k] = value / 4;
    interleaved[2 * k + 1] = berry === null ? 0 : -berry.data[k]! / 2;
  });
  return { shape: [fisher.rows, fisher.cols], interleaved };
}

export const request = registered({
  formula: 'F = 4 Re Q, Q_ij = ⟨∂_iψ|(1 − |ψ⟩⟨ψ|)|∂_jψ⟩; cov(θ) ≥ F⁻¹',
  options,
  result,
  places: ['network'],
  texts: { network: writtenNetwork },
  example: {
    network: { name: 'circuit', program: 'OPENQASM 2.0; include "qelib1.inc"; qreg q[1]; ry(1.0) q[0]; rz(0.3) q[0];' },
    matrix: true,
  },
  commands: ['fisher circuit.qasm', 'fisher runs/ghz-8 --matrix --json', 'fisher "brickwall(4, depth=2)"'],
  answer: (asked, context) => {
    const { network, theta } = networkOf(asked.network, context);
    const entries = 2 * sizeOf(siteDimensions(network)) * environmentDimension(network) * theta.length;
    if (theta.length === 0) throw new DomainError('network: a network with parameters required, got none');
    if (entries > LARGEST) {
      throw new DomainError(`network: tangents of at most ${LARGEST} numbers required, got ${entries}`);
    }
    const fisher = quantumFisherInformation(network, theta);
    const isPure = environmentDimension(network) === 1;
    const { eigenvalues, resolution, ...spectrum } = fisherSpectrum(fisher, asked.threshold);
    const tensor = asked.matrix ? tensorOf(fisher, isPure ? berryCurvature(network, theta) : null) : null;
    const value: Result = { ...spectrum, eigenvalues: [...eigenvalues], resolution: [...resolution], tensor };
    return atOnce(value);
  },
  text: (found) => [
    `Fisher rank ${stated(rankReading(found))}: ${counted(found.parameters, 'parameter')}`,
    `  eigenvalues  ${found.eigenvalues
      .slice(0, 8)
      .map((value) => significant(value, 4))
      .join('  ')}${found.eigenvalues.length > 8 ? '  …' : ''}`,
    `  resolution   ${found.resolution
      .slice(0, 8)
      .map((value) => (value === null ? 'none' : significant(value, 4)))
      .join('  ')}${found.resolution.length > 8 ? '  …' : ''}`,
    '  standard deviation of each parameter from one copy, √(F⁺)_kk, in its unit (angles: radians)',
    ...(found.resolution.includes(null)
      ? ['  none: the state tells nothing of it; changing it leaves the state as it is, or does what others do']
      : []),
  ],
});
