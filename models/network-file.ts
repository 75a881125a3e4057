import { z } from 'zod';
import { DomainError } from '../src/errors.ts';
import { checkNetwork } from '../src/network/check-network.ts';
import { withCopyTensors } from '../src/network/copy-tensors.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';

/** Options of `networkFile`: none. */
export const networkFileOptions = z.strictObject({});

export type NetworkFileOptions = z.input<typeof networkFileOptions>;

const leg = z.string().min(1);
const index = z.number().int().min(0);
const size = z.number().int().min(1);

const tensorSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('constant'), interleaved: z.array(z.number()) }),
  z.strictObject({ kind: z.literal('free'), offset: index }),
  z.strictObject({ kind: z.literal('isometry'), offset: index, rows: size, columns: size }),
  z.strictObject({
    kind: z.literal('rotation'),
    word: z.string(),
    angle: z.union([z.number(), z.strictObject({ parameter: index, scale: z.number().exactOptional() })]),
  }),
]);

/** The JSON form of a tensor network; bulk and environment may be left out. */
export const networkFileSchema = z.strictObject({
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
 * @throws {DomainError} listing everything that is wrong: first the form of the file, then the network itself
 */
export function networkFile(json: unknown, options: NetworkFileOptions = {}): TensorNetwork {
  networkFileOptions.parse(options);
  const parsed = networkFileSchema.safeParse(json);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'file'}: ${message}`);
    throw new DomainError(`network file: ${issues.join('; ')}`);
  }
  checkNetwork(parsed.data);
  return withCopyTensors(parsed.data);
}
