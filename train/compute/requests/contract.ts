/** @file The contraction of a tensor network of any shape. */

import { z } from 'zod';
import { arrayOfFile } from '../../../datasets/file.ts';
import { jsonArray } from '../../../datasets/formats/json-array.ts';
import { contractionPlan } from '../../../src/contraction/contract.ts';
import {
  contractSliced,
  type SlicedContraction,
  slicedPlan,
  slicesOfPart,
  sumOfParts,
} from '../../../src/contraction/contract-sliced.ts';
import { contractedValue } from '../../../src/contraction/contracted-value.ts';
import { pathCost } from '../../../src/contraction/contraction-cost.ts';
import type { ContractionPath } from '../../../src/contraction/contraction-graph.ts';
import { contractionPath } from '../../../src/contraction/contraction-path.ts';
import { DomainError, ShapeError } from '../../../src/errors.ts';
import { issuesText, knownKeys } from '../../../src/issues.ts';
import { parseJson } from '../../../src/json.ts';
import { type ComplexArray, sizeOf } from '../../../src/linalg/complex.ts';
import { brief, significant } from '../../../src/number-format.ts';
import { seed } from '../options.ts';
import { type Computation, type ComputeContext, registered } from '../request.ts';
import { complexArray, number } from '../result-schema.ts';

const leg = z.string().min(1);

const networkSchema = z.strictObject({
  tensors: z
    .array(
      z.strictObject({
        legs: z.array(leg).describe('a leg for each axis'),
        re: z.unknown().optional().describe('entries: real parts, a list within another for each axis'),
        im: z.unknown().optional().describe('imaginary parts'),
        path: z.string().min(1).optional().describe('.npy, .npz, .h5 or .json file of the entries, in place of them'),
        key: z.string().optional().describe('name of the array in a .npz or .h5 file'),
      }),
    )
    .min(1)
    .describe('tensors by their legs and entries'),
  output: z.array(leg).optional().describe('legs of the result, in order; default those on one tensor only'),
});

const options = z.strictObject({
  network: z
    .union([z.strictObject({ file: z.string().min(1).describe('JSON file {"tensors": …}') }), networkSchema], {
      error: '{"tensors": [{"legs": …, "re": …}, …]} or {"file": path}',
    })
    .describe(
      'tensors with named legs, {"tensors": [{"legs": ["i", "j"], "re": [[1, 2], [3, 4]]}, …]}, or a JSON file of them; legs of one name are summed over',
    ),
  maxSize: z
    .int()
    .positive()
    .optional()
    .describe('most complex entries of an intermediate tensor; legs are summed over slice by slice until it is kept'),
  part: z
    .strictObject({
      of: z.int().positive().describe('number of parts'),
      index: z.int().nonnegative().describe('which, from 0'),
    })
    .refine(({ of, index }) => index < of, { path: ['index'], message: 'less than the number of parts' })
    .optional()
    .describe('only a part of the slices; the sum of all parts is the whole to the bit'),
  seed: seed(),
});

type Network = z.output<typeof networkSchema>;

const result = z.strictObject({
  output: z.array(z.string()),
  value: complexArray().describe('the result, an axis for each leg of the output; times 2^exponent'),
  exponent: z.int().describe('0 unless the result is far from 1'),
  path: z.array(z.tuple([z.int(), z.int()])).describe('pairs that were contracted; results are numbered on'),
  flops: number().describe('real floating-point operations'),
  peak: number().describe('entries of the largest intermediate tensor'),
  slices: z
    .strictObject({
      legs: z.array(z.string()).describe('legs that are summed over slice by slice'),
      of: z.int().describe('number of all slices'),
      from: z.int(),
      to: z.int().describe('those that were contracted: from … to − 1'),
    })
    .nullable()
    .describe('null without maxSize'),
});

type Result = z.output<typeof result>;

/** Most entries of an intermediate tensor: 1 GiB. */
const LARGEST = 2 ** 26;

function networkOfSpec(spec: z.output<typeof options>['network'], { read }: ComputeContext): Network {
  if ('tensors' in spec) return spec;
  const json = parseJson(read(spec.file), spec.file);
  const parsed = networkSchema.safeParse(json, knownKeys);
  if (parsed.success) return parsed.data;
  throw new DomainError(`${spec.file}: ${issuesText(parsed.error, json)}`);
}

function entriesOf(
  { legs, re, im, path, key }: Network['tensors'][number],
  k: number,
  { read }: ComputeContext,
): ComplexArray {
  const name = `network.tensors.${k}`;
  if ((re === undefined) === (path === undefined)) throw new DomainError(`${name}: either re or path required`);
  const array =
    path === undefined ? jsonArray(im === undefined ? { re } : { re, im }, name) : arrayOfFile(read(path), path, key);
  const { shape } = array;
  if (shape.length === legs.length) return array;
  throw new ShapeError(`${name}: an axis for each of ${legs.length} legs required, got shape (${shape})`);
}

function* answer(asked: z.output<typeof options>, context: ComputeContext): Computation<Result> {
  const network = networkOfSpec(asked.network, context);
  const arrays = network.tensors.map((tensor, k) => entriesOf(tensor, k, context));
  const legs = network.tensors.map((tensor) => tensor.legs);
  const dimensions: Record<string, number> = {};
  for (const [k, own] of legs.entries()) {
    for (const [axis, name] of own.entries()) {
      const size = arrays[k]!.shape[axis]!;
      const known = dimensions[name] ?? size;
      dimensions[name] = known;
      if (known !== size)
        throw new ShapeError(`network.tensors.${k}: leg '${name}' of dimension ${known} required, got ${size}`);
    }
  }
  const all = legs.flat();
  const output = network.output ?? all.filter((name) => all.indexOf(name) === all.lastIndexOf(name));
  const structure = { legs, dimensions, output };
  return asked.maxSize === undefined
    ? yield* whole(structure, arrays, asked)
    : yield* inSlices(structure, arrays, { ...asked, maxSize: asked.maxSize });
}

/** Legs of all tensors, their dimensions, and those of the result. */
interface Structure {
  readonly legs: readonly (readonly string[])[];
  readonly dimensions: Readonly<Record<string, number>>;
  readonly output: readonly string[];
}

function* whole(
  { legs, dimensions, output }: Structure,
  arrays: readonly ComplexArray[],
  { seed, part }: z.output<typeof options>,
): Computation<Result> {
  if (part !== undefined) throw new DomainError('part: a part of slices required, which maxSize makes, got none');
  yield { message: 'search for a path' };
  const path = contractionPath(legs, dimensions, output, { seed });
  const { flops, peak } = pathCost(legs, dimensions, path, output);
  if (peak > LARGEST) {
    throw new DomainError(
      `network: intermediate tensors of at most ${LARGEST} entries required, got ${peak}; maxSize sums over legs slice by slice`,
    );
  }
  yield { message: 'contraction' };
  const { value, exponent } = contractedValue(contractionPlan(legs, dimensions, output, path), arrays);
  return { value: { output: [...output], value, exponent, path: pairsOf(path), flops, peak, slices: null }, notes: [] };
}

/** Slices that are contracted between two steps. */
const AT_ONCE = 64;

function* inSlices(
  { legs, dimensions, output }: Structure,
  arrays: readonly ComplexArray[],
  { seed, maxSize, part }: z.output<typeof options> & { readonly maxSize: number },
): Computation<Result> {
  if (maxSize > LARGEST) throw new DomainError(`maxSize: at most ${LARGEST} entries required, got ${maxSize}`);
  yield { message: 'search for a path' };
  const plan = slicedPlan(legs, dimensions, output, maxSize, { seed });
  const { legs: sliced, slices: of, path, cost } = plan.slicing;
  const [from, to] = part === undefined ? [0, of] : slicesOfPart(of, part.of, part.index);
  const blocks: SlicedContraction[] = [];
  for (let at = from; at < to; at += AT_ONCE) {
    yield { message: `slice ${at - from + 1} of ${to - from}` };
    blocks.push(contractSliced(plan, arrays, [at, Math.min(to, at + AT_ONCE)]));
  }
  const shape = output.map((leg) => dimensions[leg]!);
  const zero = { shape, interleaved: new Float64Array(2 * sizeOf(shape)) };
  const { value, exponent } = sumOfParts(blocks) ?? { value: zero, exponent: 0 };
  const share = (to - from) / of;
  const result = {
    ...{ output: [...output], value, exponent, path: pairsOf(path) },
    ...{ flops: cost.flops * share, peak: cost.peak, slices: { legs: [...sliced], of, from, to } },
  };
  return { value: result, notes: [] };
}

const pairsOf = (path: ContractionPath): [number, number][] => path.map(([a, b]) => [a, b]);

export const request = registered({
  formula: 'T_out = Σ over all other legs of Π T_k',
  options,
  result,
  places: ['network'],
  texts: {
    network: (text) => (text.trim().startsWith('{') ? parseJson(text, 'network') : { file: text }),
  },
  example: {
    network: {
      tensors: [
        {
          legs: ['i', 'j'],
          re: [
            [1, 2],
            [3, 4],
          ],
        },
        { legs: ['j'], re: [1, 1] },
      ],
    },
  },
  commands: ['contract network.json', 'contract network.json --maxSize 1048576 --json'],
  answer,
  text: ({ output, value: { shape, interleaved }, exponent, flops, peak, slices }) => [
    shape.length === 0
      ? `value ${complexText(interleaved[0]!, interleaved[1]!)}${exponent === 0 ? '' : ` × 2^${exponent}`}`
      : `tensor of legs ${output.join(' ')}, shape (${shape.join(', ')})${exponent === 0 ? '' : `, times 2^${exponent}`}`,
    ...(shape.length === 1 && shape[0]! <= 16
      ? Array.from({ length: shape[0]! }, (_, k) => `  ${complexText(interleaved[2 * k]!, interleaved[2 * k + 1]!)}`)
      : []),
    `  ${significant(flops, 3)} operations, largest tensor ${significant(peak, 3)} entries`,
    ...(slices === null
      ? []
      : [`  slices ${slices.from} to ${slices.to - 1} of ${slices.of}, of the legs ${slices.legs.join(' ') || '–'}`]),
  ],
});

const complexText = (re: number, im: number): string =>
  im === 0 ? brief(re) : `${brief(re)} ${im < 0 ? '−' : '+'} ${brief(Math.abs(im))} i`;
