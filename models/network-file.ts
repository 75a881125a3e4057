import { z } from 'zod';
import { DomainError } from '../src/errors.ts';
import { issuesText, knownKeys } from '../src/issues.ts';
import { networkMistakes } from '../src/network/check-network.ts';
import { hyperIndices, withCopyTensors } from '../src/network/copy-tensors.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';
import { printable } from '../src/printable.ts';

/** Options of `networkFile`: none. */
export const networkFileOptions = z.strictObject({});

export type NetworkFileOptions = z.input<typeof networkFileOptions>;

/** Most parameters, and largest dimension of a leg: the number of amplitudes of 24 qubits. */
const LARGEST = 2 ** 24;
/** Largest dimension of a leg on three nodes or more: its copy tensors have the third power of it as entries. */
const WIDEST_COPY = 64;

const leg = z.string().min(1);
const index = z.number().int().min(0).max(LARGEST);
const size = z.number().int().min(1).max(LARGEST);

const tensorSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant'), interleaved: z.array(z.number()) }),
  z.strictObject({ kind: z.literal('free'), offset: index }),
  z.strictObject({ kind: z.literal('isometry'), offset: index, rows: size, columns: size }),
  z.strictObject({
    kind: z.literal('rotation'),
    word: z.string(),
    angle: z.union([z.number(), z.strictObject({ parameter: index, scale: z.number().exactOptional() })]),
  }),
  z.strictObject({
    kind: z.literal('stabiliser'),
    prime: size,
    generators: z.array(z.array(z.number().int())).min(1),
    phases: z.array(z.number().int()).exactOptional(),
  }),
]);

/** The JSON form of a tensor network; bulk and environment may be left out. */
const networkFileSchema = z.strictObject({
  kind: z.literal('network'),
  parameters: index,
  dimensions: z.record(leg, size),
  nodes: z.array(z.strictObject({ id: z.string().min(1), legs: z.array(leg), tensor: tensorSource })).min(1),
  boundary: z.array(leg).min(1),
  bulk: z.array(leg).default([]),
  environment: z.array(leg).default([]),
});

/**
 * A network drawn by the user, from the JSON form of the `TensorNetwork` record.
 *
 *      a ──A──x──B── b      {"kind": "network", "parameters": 16, "dimensions": {"a": 2, "x": 2, "b": 2},
 *                            "nodes": [{"id": "A", "legs": ["a", "x"], "tensor": {"kind": "free", "offset": 0}},
 *                                      {"id": "B", "legs": ["x", "b"], "tensor": {"kind": "free", "offset": 8}}],
 *                            "boundary": ["a", "b"]}
 *
 * Legs on three or more nodes become explicit copy tensors.
 *
 * @param json - the parsed file
 * @param name - what to call the file in an error
 * @throws {DomainError} listing everything that is wrong: first the form of the file, then the network itself
 */
export function networkFile(json: unknown, options: NetworkFileOptions = {}, name = 'network file'): TensorNetwork {
  networkFileOptions.parse(options);
  const parsed = networkFileSchema.safeParse(json, knownKeys);
  if (!parsed.success) throw new DomainError(`${name}: ${issuesText(parsed.error, json)}`);
  const { dimensions } = parsed.data;
  const wide = hyperIndices(parsed.data).filter((name) => dimensions[name]! > WIDEST_COPY);
  const mistakes = [
    ...networkMistakes(parsed.data),
    ...wide.map((name) => `leg '${name}' has more than two ends and needs a dimension of at most ${WIDEST_COPY}`),
  ];
  if (mistakes.length > 0) throw new DomainError(`${name}: ${printable(mistakes.join('; '))}`);
  return withCopyTensors(parsed.data);
}
