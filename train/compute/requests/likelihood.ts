/** @file A Born machine trained on rows of data: its likelihood on rows held out, and samples. */

import { z } from 'zod';
import { rowsOfFile } from '../../../datasets/row-file.ts';
import { locallyPurifiedMps } from '../../../models/locally-purified-mps.ts';
import { matrixProductState } from '../../../models/matrix-product-state.ts';
import { treeTensorNetwork } from '../../../models/tree-tensor-network.ts';
import { DomainError } from '../../../src/errors.ts';
import { parseJson } from '../../../src/json.ts';
import { bornMachine } from '../../../src/likelihood/born-machine.ts';
import { type DiscreteRows, discreteRows, dividedRows } from '../../../src/likelihood/discrete-rows.ts';
import { validatedTraining } from '../../../src/likelihood/fit.ts';
import { likelihoodScore } from '../../../src/likelihood/scores.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import type { TensorNetwork } from '../../../src/network/tensor-network.ts';
import { counted, significant } from '../../../src/number-format.ts';
import { type ComputeContext, type ComputeStep, registered } from '../request.ts';
import { number } from '../result-schema.ts';

const digit = z.int().min(0).max(255);

const options = z.strictObject({
  data: z
    .union([
      z.strictObject({ file: z.string().min(1).describe('IDX file of pictures (also .gz), or .csv of integers') }),
      z.strictObject({ rows: z.array(z.array(digit).min(2)).min(2).describe('rows of digits 0, 1, …, in full') }),
    ])
    .describe('rows of digits'),
  model: z.enum(['chain', 'tree', 'purified']).default('chain').describe('matrix product, binary tree, purified chain'),
  bond: z.int().min(1).max(64).default(4).describe('bond dimension'),
  steps: z.int().min(1).max(5000).default(200).describe('most steps of L-BFGS'),
  every: z
    .int()
    .min(2)
    .default(5)
    .describe('one row of so many is held out; every fifth of the others decides when training ends'),
  samples: z.int().min(0).max(10_000).default(4).describe('rows to be drawn'),
  given: z.array(digit.nullable()).optional().describe('digits that samples must have, null where free'),
  seed: z.int().default(1).describe('of the start and the samples'),
});

const result = z.strictObject({
  sites: z.int(),
  rows: z.strictObject({ training: z.int(), heldOut: z.int() }),
  parameters: z.int().describe('real numbers'),
  steps: z.int(),
  training: number().describe('nats of a row'),
  heldOut: number().describe('nats of a row'),
  standardError: number().describe('of the mean over the rows held out'),
  bitsPerSite: number(),
  perplexity: number(),
  samples: z.array(z.array(z.int())),
});

type Result = z.output<typeof result>;
type Asked = z.output<typeof options>;

export const request = registered({
  formula: '−⟨log p(v)⟩ over rows held out, p(v) = |⟨v|ψ⟩|²/⟨ψ|ψ⟩',
  options,
  result,
  places: ['data'],
  texts: { data: writtenRows },
  example: {
    data: { rows: Array.from({ length: 20 }, (_, k) => [k % 2, k % 2, 1 - (k % 2)]) },
    bond: 2,
    steps: 50,
  },
  commands: ['likelihood rows.csv --bond 8', 'likelihood train-images-idx3-ubyte.gz --model tree --samples 2'],
  *answer(asked, context): Generator<ComputeStep, { value: Result; notes: readonly string[] }> {
    const divided = dividedRows(rowsOf(asked.data, context), { every: asked.every });
    const { dimensions } = divided.training;
    const network = networkOf(asked, dimensions);
    const model = bornMachine(network, { real: asked.model === 'purified' });
    const given = asked.given && Int16Array.from(asked.given, (value) => value ?? -1);
    if (given !== undefined && given.length !== dimensions.length) {
      throw new DomainError(`given: ${dimensions.length} digits, null where free, required, got ${given.length}`);
    }
    const looks = validatedTraining(model, divided, model.start(randomStream(asked.seed, 'start')), {
      steps: asked.steps,
    });
    for (;;) {
      const next = looks.next();
      if (!next.done) {
        yield { message: `${significant(next.value.heldOut, 5)} nats held out after ${next.value.step} steps` };
        continue;
      }
      const { theta, training, step } = next.value.value;
      const { nats, ...score } = likelihoodScore(model, theta, divided.heldOut);
      const drawn = model.sample(theta, randomStream(asked.seed, 'samples'), asked.samples, given);
      const n = dimensions.length;
      const samples = Array.from({ length: asked.samples }, (_, k) => [...drawn.subarray(k * n, (k + 1) * n)]);
      const rows = { training: divided.training.count, heldOut: divided.heldOut.count };
      const parameters = network.parameters / (asked.model === 'purified' ? 2 : 1);
      return {
        value: { sites: n, rows, parameters, steps: step, training, heldOut: nats, ...score, samples },
        notes: [],
      };
    }
  },
  text: ({ sites, rows, parameters, training, heldOut, standardError, bitsPerSite, perplexity, samples }) => [
    `${significant(heldOut, 6)} ± ${significant(standardError, 2)} nats for a row held out (${rows.heldOut} of ${rows.training + rows.heldOut})`,
    `  ${significant(bitsPerSite, 4)} bits for each of ${counted(sites, 'site')}, perplexity ${significant(perplexity, 4)}; training rows ${significant(training, 6)} nats; ${counted(parameters, 'parameter')}`,
    ...samples.map((row) => `  ${row.join(row.some((x) => x > 9) ? ' ' : '')}`),
  ],
});

/** The rows that a text means: JSON, or a file. */
function writtenRows(text: string): unknown {
  return /^\s*[[{]/.test(text) ? rowsInJson(parseJson(text, 'data')) : { file: text };
}

const rowsInJson = (json: unknown): unknown => (Array.isArray(json) ? { rows: json } : json);

function rowsOf(data: Asked['data'], { read }: ComputeContext): DiscreteRows {
  if ('file' in data) return rowsOfFile(read(data.file), data.file).rows;
  const columns = data.rows[0]!.length;
  const other = data.rows.findIndex((row) => row.length !== columns);
  if (other >= 0) {
    throw new DomainError(
      `data.rows.${other}: ${columns} digits as in the first row required, got ${data.rows[other]!.length}`,
    );
  }
  const dimensions = data.rows[0]!.map((_, k) => Math.max(2, ...data.rows.map((row) => row[k]! + 1)));
  return discreteRows(dimensions, Uint8Array.from(data.rows.flat()));
}

function networkOf({ model, bond }: Asked, dimensions: readonly number[]): TensorNetwork {
  if (model === 'tree') return treeTensorNetwork(dimensions, { bond: Math.max(2, bond) });
  return model === 'chain' ? matrixProductState(dimensions, { bond }) : locallyPurifiedMps(dimensions, { bond });
}
