/** @file The catalogue of target states: for every name its options, how it is built, and what it is. */

import type * as z from 'zod';
import { built, chosenFrom } from '../src/catalogue.ts';
import { DomainError } from '../src/errors.ts';
import type { TargetState } from '../src/generative/target-state.ts';
import { hamiltonianOfSpec } from '../src/operator/hamiltonian-spec.ts';
import { latticeOfSpec } from '../src/operator/lattice-spec.ts';
import { operatorOfSpec } from '../src/operator/operator-spec.ts';
import type { OperatorSum } from '../src/operator/operator-sum.ts';
import { aklt, akltOptions } from './aklt.ts';
import { barsAndStripes, barsAndStripesOptions } from './bars-and-stripes.ts';
import { chainGroundState, chainGroundStateOptions } from './chain-ground-state.ts';
import { dicke, dickeOptions } from './dicke.ts';
import { fermionHamiltonianOf } from './fermion-hamiltonian.ts';
import { fileOptions, stateOfFile } from './file.ts';
import { readPng } from './formats/png.ts';
import {
  fermionGroundState,
  fermionsOfFile,
  fermionThermal,
  fermionThermofieldDouble,
  gaussianFileOptions,
  gaussianGroundStateOptions,
  gaussianThermalOptions,
  gaussianThermofieldDoubleOptions,
} from './gaussians.ts';
import { ghz, ghzOptions } from './ghz.ts';
import { graph, graphOptions } from './graph.ts';
import { groundState, groundStateOptions } from './ground-state.ts';
import { haarRandom, haarRandomOptions } from './haar-random.ts';
import { lipkin, lipkinOptions } from './lipkin.ts';
import { imageOfRows, picture, pictureOptions } from './picture.ts';
import { product, productOptions } from './product.ts';
import { randomCircuit, randomCircuitOptions } from './random-circuit.ts';
import { spinCat, spinCatOptions } from './spin-cat.ts';
import { spinGroundState, spinGroundStateOptions } from './spin-ground-state.ts';
import { squeezed, squeezedOptions } from './squeezed.ts';
import {
  cliffordCircuit,
  cliffordCircuitOfText,
  cliffordCircuitOptions,
  randomStabiliser,
  randomStabiliserOptions,
  stabiliserFileOptions,
  stabiliserGraph,
  stabiliserGraphOptions,
  stabiliserOfFile,
  toricCodeOptions,
  toricCodeState,
} from './stabilisers.ts';
import {
  isSymmetric,
  symmetricDicke,
  symmetricGhz,
  symmetricOfOptions,
  symmetricOptions,
  symmetricProduct,
  symmetricW,
} from './symmetric.ts';
import { thermal, thermalOptions, thermofieldDouble, thermofieldDoubleOptions } from './thermal.ts';
import { w, wOptions } from './w.ts';
import { noisyGhz, noisyGhzOptions, werner, wernerOptions } from './werner.ts';

/** What a dataset needs from its surroundings: the bytes of a file. */
export interface DatasetContext {
  readonly read: (path: string) => Uint8Array;
}

/** An entry of a catalogue. `build` receives options checked by the schema, with defaults filled in. */
export interface CatalogueEntry<Options extends z.ZodObject, Value> {
  readonly options: Options;
  readonly build: (options: z.output<Options>, context: DatasetContext) => Value;
  readonly summary: string;
}

const target = <Options extends z.ZodObject>(
  options: Options,
  summary: string,
  build: CatalogueEntry<Options, TargetState>['build'],
): CatalogueEntry<Options, TargetState> => ({ options, build, summary });

/** All target states by name. */
export const DATASETS = {
  product: target(productOptions, 'every qubit at the same point of the Bloch sphere; no entanglement', (o) =>
    isSymmetric(o) ? symmetricProduct(o.qubits, o) : product(o.qubits, o),
  ),
  ghz: target(ghzOptions, '(|0…0⟩ + |1…1⟩)/√2', (o) => (isSymmetric(o) ? symmetricGhz(o.qubits) : ghz(o.qubits))),
  w: target(wOptions, 'one excitation shared equally by all qubits', (o) =>
    isSymmetric(o) ? symmetricW(o.qubits) : w(o.qubits),
  ),
  dicke: target(dickeOptions, 'equal superposition of all strings with k ones', (o) =>
    isSymmetric(o) ? symmetricDicke(o.qubits, o.excitations) : dicke(o.qubits, o.excitations),
  ),
  symmetric: target(
    symmetricOptions,
    'permutation-symmetric state of up to 512 qubits, by its Dicke components',
    symmetricOfOptions,
  ),
  'spin-cat': target(spinCatOptions, 'superposition of two spin-coherent states', (o) => spinCat(o.qubits, o)),
  squeezed: target(squeezedOptions, 'squeezed spin state, by one-axis or two-axis twisting', (o) =>
    squeezed(o.qubits, o.twist, o.axes),
  ),
  lipkin: target(lipkinOptions, 'ground state of equally coupled spins (Lipkin–Meshkov–Glick)', (o) =>
    lipkin(o.qubits, o),
  ),
  graph: target(graphOptions, 'graph state; the cluster state of a chain or grid', (o) =>
    graph(latticeOfSpec(o.lattice, o.qubits)),
  ),
  'haar-random': target(haarRandomOptions, 'uniformly random unit vector', (o) => haarRandom(o.qubits, o.seed)),
  'random-circuit': target(randomCircuitOptions, 'random one-qubit gates and controlled phases, layer by layer', (o) =>
    randomCircuit(o.qubits, o.depth, o.seed),
  ),
  werner: target(wernerOptions, 'singlet under white noise (mixed, two qubits)', (o) => werner(o.weight)),
  'noisy-ghz': target(noisyGhzOptions, 'GHZ state under white noise (mixed)', (o) => noisyGhz(o.qubits, o.weight)),
  thermal: target(thermalOptions, 'Gibbs state e^{−βH}/Z of any Hamiltonian (mixed)', (o, { read }) =>
    thermal(hamiltonianOfSpec(o.hamiltonian, o.qubits, { read }), o.beta),
  ),
  'thermofield-double': target(
    thermofieldDoubleOptions,
    'purification of a thermal state on two copies, 2n qubits',
    (o, { read }) => thermofieldDouble(hamiltonianOfSpec(o.hamiltonian, o.qubits, { read }), o.beta),
  ),
  aklt: target(akltOptions, 'valence-bond state of a spin-1 chain, exactly a matrix product of bond dimension 2', (o) =>
    aklt(o.spins, o),
  ),
  'chain-ground-state': target(
    chainGroundStateOptions,
    'lowest state of a long chain, as a matrix-product state by two-site sweeps',
    (o, { read }) => chainGroundState(hamiltonianOfSpec(o.hamiltonian, o.qubits, { read }), o),
  ),
  'spin-ground-state': target(
    spinGroundStateOptions,
    'lowest state of a chain of spins of any length, as a matrix-product state by two-site sweeps',
    (o, context) => spinGroundState(operatorOfSpec(o.hamiltonian, o.sites, context) as OperatorSum, o),
  ),
  'ground-state': target(groundStateOptions, 'ground state of any Pauli-sum Hamiltonian, by Lanczos', (o, { read }) =>
    groundState(hamiltonianOfSpec(o.hamiltonian, o.qubits, { read }), o.seed),
  ),
  picture: target(pictureOptions, 'a grey picture (PNG or numbers) in the amplitudes', (o, { read }) => {
    const { path, pixels, rows, columns, encoding } = o;
    if ((path === undefined) === (pixels === undefined)) {
      throw new DomainError('picture: either path or pixels required');
    }
    const image = path !== undefined ? readPng(read(path), path) : imageOfRows(pixels!);
    return picture(image, { rows: rows ?? image.rows, columns: columns ?? image.columns, encoding });
  }),
  'bars-and-stripes': target(barsAndStripesOptions, 'equal superposition of all bar and stripe pictures', (o) =>
    barsAndStripes(o.rows, o.columns),
  ),
  file: target(
    fileOptions,
    'amplitudes or a density matrix from .npy, .npz, HDF5 or JSON; a matrix-product state of ITensor; the state of an OpenQASM circuit',
    ({ path, endian, normalise, key, dimensions, values }, { read }) => {
      const given = { ...(key && { key }), ...(dimensions && { dimensions }), ...(values && { values }) };
      return stateOfFile(read(path), path, { endian, normalise, ...given });
    },
  ),
  'stabiliser-graph': target(stabiliserGraphOptions, 'graph state of hundreds of qudits, by its stabilisers', (o) =>
    stabiliserGraph(latticeOfSpec(o.lattice, o.qudits), o.prime),
  ),
  'toric-code': target(toricCodeOptions, 'the toric code of qudits on a torus, topologically ordered', toricCodeState),
  'random-stabiliser': target(randomStabiliserOptions, 'uniformly random stabiliser state, pure or mixed', (o) =>
    randomStabiliser(o.qudits, o.prime, o.seed, o.generators),
  ),
  'clifford-circuit': target(
    cliffordCircuitOptions,
    'layers of random two-qubit Clifford gates, or a Clifford circuit from an OpenQASM file',
    ({ path, qubits, depth, seed }, { read }) => {
      if ((path === undefined) === (qubits === undefined)) {
        throw new DomainError('clifford-circuit: either path or qubits required');
      }
      if (path === undefined) return cliffordCircuit(qubits!, depth, seed);
      return cliffordCircuitOfText(new TextDecoder().decode(read(path)), path);
    },
  ),
  'stabiliser-file': target(
    stabiliserFileOptions,
    'stabiliser state or code from a file of generators',
    (o, { read }) => stabiliserOfFile(read(o.path), o.path, o.prime),
  ),
  'gaussian-ground-state': target(
    gaussianGroundStateOptions,
    'ground state of hundreds of free fermions or of a spin chain that is, by its covariance',
    (o, context) => fermionGroundState(fermionHamiltonianOf(o.hamiltonian, o.qubits, context), o),
  ),
  'gaussian-thermal': target(
    gaussianThermalOptions,
    'thermal state of free fermions, by its covariance (mixed)',
    (o, context) => fermionThermal(fermionHamiltonianOf(o.hamiltonian, o.qubits, context), o.beta, o),
  ),
  'gaussian-thermofield-double': target(
    gaussianThermofieldDoubleOptions,
    'purification of a thermal state of free fermions on two copies, 2n qubits',
    (o, context) => fermionThermofieldDouble(fermionHamiltonianOf(o.hamiltonian, o.qubits, context), o.beta, o),
  ),
  'gaussian-file': target(
    gaussianFileOptions,
    'Gaussian state of fermions from a file of its covariance or correlation',
    fermionsOfFile,
  ),
} as const;

/** A target in JSON: the dataset's name and its options, side by side. */
export interface TargetSpec {
  readonly name: keyof typeof DATASETS;
  readonly [option: string]: unknown;
}

/** Schema of a target in JSON: {name: 'ghz', qubits: 4}. */
export const targetSpec = chosenFrom(DATASETS) as unknown as z.ZodType<TargetSpec>;

/**
 * The state that a specification means.
 *
 * @param spec - as read by `targetSpec`
 * @throws {ShapeError | DomainError} as the dataset does
 */
export function targetOfSpec(spec: TargetSpec, context: DatasetContext): TargetState {
  return built(DATASETS, spec, context);
}
