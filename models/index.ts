/**
 * @file The catalogue of generative networks. Adding a model: one file, its entry here, its price, one test file.
 */

import { z } from 'zod';
import type { Chosen } from '../src/catalogue.ts';
import type { PenaltyMetric } from '../src/complexity/penalty-metric.ts';
import { ShapeError } from '../src/errors.ts';
import type { GenerativeNetwork } from '../src/generative/generative-network.ts';
import type { TargetState } from '../src/generative/target-state.ts';
import { parseJson } from '../src/json.ts';
import { hamiltonianOfSpec, hamiltonianSpec } from '../src/operator/hamiltonian-spec.ts';
import { stabiliserGroupOfFile } from '../src/stabiliser/stabiliser-file.ts';
import { allToAll, allToAllOptions } from './all-to-all.ts';
import { blockCircuitModel, blockCircuitOptions, blockCircuitStart } from './block-circuit.ts';
import { brickwall, brickwallOptions } from './brickwall.ts';
import { type CircuitFileOptions, circuitFile, circuitFileFor, circuitFileOptions } from './circuit-file.ts';
import { emptyCircuit, emptyCircuitOptions } from './empty-circuit.ts';
import { gaussianChain, gaussianChainOptions } from './gaussian-chain.ts';
import { gaussianCircuit, gaussianCircuitOptions } from './gaussian-circuit.ts';
import { hamiltonianVariational, hamiltonianVariationalOptions } from './hamiltonian-variational.ts';
import { holographicCode, holographicCodeOptions } from './holographic-code.ts';
import { isometricMera, isometricMeraOptions } from './isometric-mera.ts';
import { locallyPurifiedMps, locallyPurifiedMpsOptions } from './locally-purified-mps.ts';
import { matrixProductState, matrixProductStateOptions } from './matrix-product-state.ts';
import { mera, meraOptions } from './mera.ts';
import { type ArrayFiles, networkFile, networkFileOptions, networkFilePoint } from './network-file.ts';
import { nielsenPath, nielsenPathOptions } from './nielsen-path.ts';
import { projectedEntangledPairState, projectedEntangledPairStateOptions } from './projected-entangled-pair-state.ts';
import { spinNetwork, spinNetworkOptions } from './spin-network.ts';
import { stabiliserCircuit, stabiliserCircuitOptions } from './stabiliser-circuit.ts';
import { stabiliserNetwork, stabiliserNetworkOptions } from './stabiliser-network.ts';
import { staircase, staircaseOptions } from './staircase.ts';
import { tree, treeOptions } from './tree.ts';
import { treeTensorNetwork, treeTensorNetworkOptions } from './tree-tensor-network.ts';

/** What a model may depend on besides its options. */
export interface ModelContext {
  /** Dimension of each site of the target. */
  readonly dimensions: readonly number[];
  readonly metric: PenaltyMetric;
  /** The target itself, for models that are made of it. */
  readonly target?: TargetState;
  /** The bytes of a file named in the options. */
  readonly read: (path: string) => Uint8Array;
  /** The array in a file that a file names. */
  readonly array?: ArrayFiles;
}

/** A model of the catalogue: its options, and how it is built for the sites of a target. */
export interface Model<Schema extends z.ZodObject = z.ZodObject> {
  readonly summary: string;
  readonly options: Schema;
  readonly build: (options: z.output<Schema>, context: ModelContext) => GenerativeNetwork;
  /** Parameters from which a training starts first, of models that know good ones; default random ones. */
  readonly start?: (options: z.output<Schema>, context: ModelContext) => Float64Array | undefined;
}

const model = <Schema extends z.ZodObject>(entry: Model<Schema>): Model<Schema> => entry;

/** The number of qubits, if all sites are qubits; circuits have no others. */
function qubitsOf({ dimensions }: ModelContext): number {
  if (dimensions.some((dimension) => dimension !== 2)) {
    throw new ShapeError(`circuit models: sites of dimension 2 required, got [${dimensions}]; use a tensor network`);
  }
  return dimensions.length;
}

export const MODELS = {
  'block-circuit': model({
    summary: 'circuit of blocks: whole gates on two or three qubits, each with the coefficients of its generator',
    options: blockCircuitOptions,
    build: (options, context) => blockCircuitModel(qubitsOf(context), context.metric, options),
    start: (options, context) => blockCircuitStart(qubitsOf(context), context.metric, options, context.target),
  }),
  brickwall: model({
    summary: 'circuit: layers of blocks on alternating bonds of a lattice',
    options: brickwallOptions,
    build: (options, context) => brickwall(qubitsOf(context), options),
  }),
  'all-to-all': model({
    summary: 'circuit: a block on every pair of qubits',
    options: allToAllOptions,
    build: (options, context) => allToAll(qubitsOf(context), options),
  }),
  'empty-circuit': model({
    summary: 'circuit: no gates yet, for training that grows it',
    options: emptyCircuitOptions,
    build: (options, context) => emptyCircuit(qubitsOf(context), options),
  }),
  staircase: model({
    summary: 'circuit: blocks one after another along the chain (matrix-product states)',
    options: staircaseOptions,
    build: (options, context) => staircase(qubitsOf(context), options),
  }),
  tree: model({
    summary: 'circuit: binary tree of blocks (tree tensor network of bond dimension 2)',
    options: treeOptions,
    build: (options, context) => tree(qubitsOf(context), options),
  }),
  mera: model({
    summary: 'circuit: binary MERA of bond dimension 2, isometries and disentanglers',
    options: meraOptions,
    build: (options, context) => mera(qubitsOf(context), options),
  }),
  'hamiltonian-variational': model({
    summary: 'circuit: evolution under the groups of commuting terms of a Hamiltonian in turn',
    options: hamiltonianVariationalOptions.extend({ hamiltonian: hamiltonianSpec.describe('its terms are the gates') }),
    build: ({ hamiltonian, ...options }, context) =>
      hamiltonianVariational(hamiltonianOfSpec(hamiltonian, qubitsOf(context), context), options),
  }),
  'nielsen-path': model({
    summary: 'circuit: every word that the metric allows, in every time slice',
    options: nielsenPathOptions,
    build: (options, context) => nielsenPath(qubitsOf(context), context.metric, options),
  }),
  'matrix-product-state': model({
    summary: 'tensor network: matrix-product state, open or periodic',
    options: matrixProductStateOptions,
    build: (options, { dimensions }) => matrixProductState(dimensions, options),
  }),
  'tree-tensor-network': model({
    summary: 'tensor network: binary tree',
    options: treeTensorNetworkOptions,
    build: (options, { dimensions }) => treeTensorNetwork(dimensions, options),
  }),
  'isometric-mera': model({
    summary: 'tensor network: binary MERA of isometries, any bond dimension',
    options: isometricMeraOptions,
    build: (options, { dimensions }) => isometricMera(dimensions.length, options),
  }),
  'projected-entangled-pair-state': model({
    summary: 'tensor network: PEPS on a rectangle',
    options: projectedEntangledPairStateOptions,
    build: (options) => projectedEntangledPairState(options),
  }),
  'locally-purified-mps': model({
    summary: 'tensor network: matrix-product state with an environment leg at each site, for mixed states',
    options: locallyPurifiedMpsOptions,
    build: (options, { dimensions }) => locallyPurifiedMps(dimensions, options),
  }),
  'stabiliser-circuit': model({
    summary: 'circuit: prepares a stabiliser target of qubits exactly, by the graph state behind it; nothing to train',
    options: stabiliserCircuitOptions,
    build: (_, { target }) => stabiliserCircuit(target),
  }),
  'stabiliser-network': model({
    summary: 'tensor network: the graph state behind a stabiliser target, a tensor for each site; nothing to train',
    options: stabiliserNetworkOptions,
    build: (_, { target }) => stabiliserNetwork(target),
  }),
  'circuit-file': model({
    summary: 'circuit: from an OpenQASM file, from whose angles the training starts',
    options: circuitFileOptions.extend({ path: z.string().min(1).describe('OpenQASM file, version 2 or 3') }),
    build: (options, context) => circuitOfFile(options, context).network,
    start: (options, context) => circuitOfFile(options, context).theta,
  }),
  'gaussian-circuit': model({
    summary: 'circuit: disentangles a Gaussian target of fermions mode by mode, with an angle for each gate',
    options: gaussianCircuitOptions,
    build: (options, { target }) => gaussianCircuit(target, options).network,
    start: (options, { target }) => gaussianCircuit(target, options).theta,
  }),
  'gaussian-chain': model({
    summary: 'tensor network: the matrix-product state of a Gaussian target of fermions, cut to a bond dimension',
    options: gaussianChainOptions,
    build: (options, { target }) => gaussianChain(target, options).network,
    start: (options, { target }) => gaussianChain(target, options).theta,
  }),
  'holographic-code': model({
    summary: 'tensor network: stabiliser tensors on a hyperbolic tiling, without parameters',
    options: holographicCodeOptions.extend({
      path: z.string().min(1).optional().describe('file of the generators of the seed: one on each line, or .json'),
    }),
    build: ({ path, ...options }, { read }) =>
      holographicCode(
        options,
        path === undefined ? undefined : stabiliserGroupOfFile(read(path), path, options.prime).group,
      ),
  }),
  'spin-network': model({
    summary: 'tensor network: a graph with spins on its links and trained invariant tensors, invariant under rotations',
    options: spinNetworkOptions,
    build: (options, { dimensions }) => spinNetwork(dimensions, options),
  }),
  'network-file': model({
    summary: 'tensor network drawn by the user, from a JSON file',
    options: networkFileOptions.extend({
      path: z
        .string()
        .describe('JSON file of the network; arrays of its tensors may stand in .npz files that it names'),
    }),
    build: ({ path }, { read, array }) => networkFilePoint(parseJson(read(path), path), path, array).network,
    start: ({ path }, { read, array }) => networkFilePoint(parseJson(read(path), path), path, array).theta,
  }),
} as const;

/** The circuit in the file that the options name. */
const circuitOfFile = ({ path, ...options }: CircuitFileOptions & { readonly path: string }, context: ModelContext) =>
  circuitFileFor(qubitsOf(context), new TextDecoder().decode(context.read(path)), options, path);

/** The parameters from which the chosen model would have its training start; undefined if any will do. */
export function startOf({ name, ...options }: Chosen, context: ModelContext): Float64Array | undefined {
  const { start } = MODELS[name as keyof typeof MODELS] as Model;
  return start?.(options, context);
}

export type { Chosen } from '../src/catalogue.ts';
export type { BlockCircuit, BlockGate } from '../src/circuit/block-circuit.ts';
export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../src/circuit/circuit.ts';
export type { PenaltyMetric } from '../src/complexity/penalty-metric.ts';
export type { Leg } from '../src/contraction/contraction-graph.ts';
export type { GaussianState, Statistics } from '../src/gaussian/gaussian-state.ts';
export type { StringLetter } from '../src/gaussian/jordan-wigner.ts';
export type { GenerativeNetwork } from '../src/generative/generative-network.ts';
export type {
  FermionState,
  MixedState,
  NamedState,
  NetworkState,
  PureState,
  StabiliserState,
  SymmetricState,
  TargetState,
} from '../src/generative/target-state.ts';
export type { ComplexArray, ComplexMatrix, ComplexVector } from '../src/linalg/complex.ts';
export type { RealMatrix } from '../src/linalg/matrix.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../src/network/tensor-network.ts';
export type { NetworkPoint } from '../src/network-point.ts';
export type { Lattice } from '../src/operator/lattice.ts';
export type { PauliWord } from '../src/operator/pauli.ts';
export type { PauliSum, PauliTerm } from '../src/operator/pauli-sum.ts';
export type { DigitMatrix } from '../src/stabiliser/digit-matrix.ts';
export type { StabiliserGroup } from '../src/stabiliser/stabiliser-group.ts';
export type { Radians } from '../src/units.ts';
export type { CircuitFileOptions } from './circuit-file.ts';
export type { GaussianChainOptions } from './gaussian-chain.ts';
export type { GaussianCircuitOptions } from './gaussian-circuit.ts';
export type { HolographicCodeModelOptions } from './holographic-code.ts';
export type { IsometricMeraOptions } from './isometric-mera.ts';
export type { LocallyPurifiedMpsOptions } from './locally-purified-mps.ts';
export type { MatrixProductStateOptions } from './matrix-product-state.ts';
export type { ArrayFiles, NetworkFileOptions } from './network-file.ts';
export type { ProjectedEntangledPairStateOptions } from './projected-entangled-pair-state.ts';
export type { SpinNetworkOptions } from './spin-network.ts';
export type { TreeTensorNetworkOptions } from './tree-tensor-network.ts';
export {
  allToAll,
  blockCircuitModel,
  brickwall,
  circuitFile,
  emptyCircuit,
  gaussianChain,
  gaussianCircuit,
  hamiltonianVariational,
  holographicCode,
  isometricMera,
  locallyPurifiedMps,
  matrixProductState,
  mera,
  networkFile,
  networkFilePoint,
  nielsenPath,
  projectedEntangledPairState,
  spinNetwork,
  stabiliserCircuit,
  stabiliserNetwork,
  staircase,
  tree,
  treeTensorNetwork,
};
