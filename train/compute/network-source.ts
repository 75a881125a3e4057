/** @file Networks with parameters as they are named in a request: circuits, runs, models of the catalogue. */

import { z } from 'zod';
import { arrayOfFile } from '../../datasets/file.ts';
import { isHdf5 } from '../../datasets/formats/hdf5.ts';
import { networkOfHdf5 } from '../../datasets/hdf5-state.ts';
import { MODELS, type Model, type ModelContext, startOf } from '../../models/index.ts';
import { built, type Chosen, chosenFrom } from '../../src/catalogue.ts';
import { ShapeError } from '../../src/errors.ts';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import { randomStream } from '../../src/linalg/random.ts';
import type { NetworkPoint } from '../../src/network-point.ts';
import { circuitOptions, circuitPoint } from '../circuit-source.ts';
import { initialTheta } from '../initial-theta.ts';
import { writtenHamiltonian } from './hamiltonian-source.ts';
import type { ComputeContext } from './request.ts';
import { pointOfFile, runOptions } from './run-file.ts';
import { writtenChoice } from './written-choice.ts';

/** A network at its parameters. */
type Point = NetworkPoint<GenerativeNetwork>;

/** Standard deviation of random angles. */
const AMPLITUDE = 1;

/** What models of the catalogue need besides their own options. */
const placeOptions = {
  qubits: z.int().min(1).max(4096).optional().describe('number of sites, of models that do not fix it'),
  theta: z.array(z.number()).optional().describe('parameters; default random ones'),
  seed: z.int().nonnegative().default(1).describe('seed of random parameters'),
};

const modelEntry = (name: string, { summary, options }: Model) => ({
  summary,
  options: options.extend(placeOptions),
  build: (
    { qubits = 0, theta, seed, ...rest }: z.output<z.ZodObject<typeof placeOptions>>,
    context: ComputeContext,
  ) => {
    const dimensions = new Array<number>(qubits).fill(2);
    const metric = { maxSize: 2, maxRange: 1, penalty: Number.POSITIVE_INFINITY };
    const array: ModelContext['array'] = (path, key) => arrayOfFile(context.read(path), path, key);
    const surroundings: ModelContext = { ...context, dimensions, metric, array };
    const network = built<GenerativeNetwork>(MODELS, { name, ...rest }, surroundings);
    return { network, theta: parametersOf(network, theta, seed, startOf({ name, ...rest }, surroundings)) };
  },
});

function parametersOf(
  network: GenerativeNetwork,
  given: readonly number[] | undefined,
  seed: number,
  start: Float64Array | undefined,
): Float64Array {
  if (given === undefined) return start ?? initialTheta(network, randomStream(seed, 'parameters'), AMPLITUDE);
  if (given.length === network.parameters) return Float64Array.from(given);
  throw new ShapeError(`network.theta: ${network.parameters} parameters required, got ${given.length}`);
}

const NETWORKS = {
  circuit: {
    summary: 'OpenQASM program; its inputs, and every number that it hands to a gate, are parameters',
    options: circuitOptions,
    build: circuitPoint,
  },
  run: {
    summary: 'the network that a finished run has learned',
    options: runOptions,
    build: ({ path, point }: z.output<typeof runOptions>, context: ComputeContext): Point => {
      const { network, theta } = pointOfFile(path, point, context).training;
      return { network, theta: Float64Array.from(theta) };
    },
  },
  itensor: {
    summary: 'matrix-product state of ITensor, from an HDF5 file (needs h5wasm)',
    options: z.strictObject({
      path: z.string().min(1).describe('.h5 file'),
      key: z.string().optional().describe('name of the group of the type MPS; may be left out if there is only one'),
    }),
    build: ({ path, key }: { readonly path: string; readonly key?: string }, { read }: ComputeContext): Point =>
      networkOfHdf5(read(path), path, key),
  },
  ...Object.fromEntries(
    Object.entries(MODELS as unknown as Readonly<Record<string, Model>>).map(([name, model]) => [
      name,
      modelEntry(name, model),
    ]),
  ),
};

/** Schema of a network, {name: 'brickwall', qubits: 4, depth: 2}. */
export const networkSpec = chosenFrom(NETWORKS as Readonly<Record<string, { readonly options: z.ZodObject }>>);

/** The network that a checked choice means, at its parameters. */
export const networkOf = (chosen: Chosen, context: ComputeContext): Point => built(NETWORKS, chosen, context);

/** The network that a text means: a model with its options, a .qasm file, a run's folder, a .json file of a network. */
export const writtenNetwork = (text: string): unknown =>
  writtenChoice(text, {
    keys: (name) => {
      if (!Object.hasOwn(NETWORKS, name)) return null;
      const keys = Object.keys(NETWORKS[name as keyof typeof NETWORKS].options.shape);
      return keys.includes('qubits') ? ['qubits', ...keys.filter((key) => key !== 'qubits')] : keys;
    },
    file: networkFileOf,
    inner: { hamiltonian: writtenHamiltonian },
  });

function networkFileOf(path: string): unknown {
  if (/\.qasm$/i.test(path)) return { name: 'circuit', path };
  if (isHdf5(path)) return { name: 'itensor', path };
  if (/(^|[/\\])record\.json$/.test(path)) return { name: 'run', path };
  if (/\.json$/i.test(path)) return { name: 'network-file', path };
  return /[/\\]/.test(path) && !/\.\w{1,5}$/.test(path) ? { name: 'run', path } : null;
}
