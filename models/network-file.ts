import { z } from 'zod';
import { DomainError } from '../src/errors.ts';
import { issuesText, knownKeys } from '../src/issues.ts';
import type { ComplexArray } from '../src/linalg/complex.ts';
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

/** Arrays in files, by name and key. */
export type ArrayFiles = (path: string, key?: string) => ComplexArray;

/**
 * A network with the parameters that its file has: the JSON of `networkFile`, or {network, theta} around it, as
 * `bulkweave export RUN --as json` writes. Entries of constant tensors may stand in files of arrays,
 * {"kind": "constant", "path": "tensors.npz", "key": "A"}.
 *
 * @param arrays - what reads such files; without it there are none
 * @returns the network, and its parameters if the file has them
 * @throws {DomainError} as `networkFile`; an array of another shape than the legs; another number of parameters
 */
export function networkFilePoint(
  json: unknown,
  name: string,
  arrays?: ArrayFiles,
): { readonly network: TensorNetwork; readonly theta?: Float64Array } {
  const isPoint = typeof json === 'object' && json !== null && 'network' in json;
  const drawn = isPoint ? json.network : json;
  const network = networkFile(withEntries(drawn, name, arrays), {}, name);
  if (!isPoint || !('theta' in json)) return { network };
  const parsed = z.array(z.number()).length(network.parameters).safeParse(json.theta);
  if (parsed.success) return { network, theta: Float64Array.from(parsed.data) };
  throw new DomainError(`${name}: theta: a list of ${network.parameters} numbers required, got another`);
}

const tensorFile = z.strictObject({
  kind: z.literal('constant'),
  path: z.string().min(1),
  key: z.string().optional(),
});

/** The file with the entries of arrays in place of their names. */
function withEntries(json: unknown, name: string, arrays?: ArrayFiles): unknown {
  const { nodes, dimensions = {} } = Object(json) as { readonly nodes?: unknown; readonly dimensions?: object };
  if (!Array.isArray(nodes)) return json;
  const filled = nodes.map((node: unknown) => {
    const { id, legs, tensor } = Object(node) as Readonly<Record<string, unknown>>;
    const parsed = tensorFile.safeParse(tensor);
    if (!parsed.success || !Array.isArray(legs)) return node;
    if (arrays === undefined) throw new DomainError(`${name}: entries of node '${id}' required, got a file's name`);
    const { shape, interleaved } = arrays(parsed.data.path, parsed.data.key);
    const required = legs.map((leg: unknown) => (dimensions as Readonly<Record<string, unknown>>)[String(leg)]);
    if (required.join() === shape.join())
      return { id, legs, tensor: { kind: 'constant', interleaved: [...interleaved] } };
    const file = printable(`${parsed.data.path}${parsed.data.key === undefined ? '' : `['${parsed.data.key}']`}`, 200);
    throw new DomainError(`${name}: node '${id}': shape (${required}) required, got (${shape}) in ${file}`);
  });
  return { ...(json as object), nodes: filled };
}

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
