/** @file The state of the page as an experiment, as `bulkweave run` takes it, with the files that it names. */

import type { Files } from '../work/tasks.ts';
import { greyOf } from './picture-editor.ts';
import { type PlayState, qubitsOf, type Source } from './play-state.ts';
import { qasmOf } from './qasm.ts';

/** An experiment and its files. */
export interface PlayExperiment {
  readonly experiment: Readonly<Record<string, unknown>>;
  readonly files: Files;
}

/** The experiment that the page asks for. */
export function experimentOf(state: PlayState): PlayExperiment {
  const { source, metric, seed, starts, shorten } = state;
  const { target, files } = targetOf(source);
  const hasLength = LOCAL.has(state.model.name) || (TREES.has(state.model.name) && metric.penalty !== 'infinite');
  const complexity = shorten ? {} : { complexity: { weights: [] } };
  const blocks = shorten ? { starts } : { starts, energyWeights: [], prune: false };
  const weights = shorten && hasLength ? { complexity: { weights: [0.001, 0.01] }, prune: {} } : {};
  return {
    files,
    experiment: {
      name: 'playground',
      seed,
      target,
      model: modelOf(state),
      metric,
      training: state.model.name === 'block-circuit' ? { ...blocks, ...complexity } : { starts, ...weights },
      geodesic: { slices: 8, starts: 2, largest: MOST_RECORDED },
    },
  };
}

/** Most qubits for which the record has the geodesic among all paths: with more it takes minutes. */
const MOST_RECORDED = 5;

/** Slices of the geodesic beside the training, which is searched in seconds; 0 for more than six qubits. */
export const slicesFor = (qubits: number): number => (qubits <= 4 ? 8 : qubits <= 6 ? 4 : 0);

/** Circuits of rotations of neighbours, which have a length on every metric of neighbours, and those of rotations farther apart. */
const LOCAL: ReadonlySet<string> = new Set(['brickwall', 'staircase']);
const TREES: ReadonlySet<string> = new Set(['tree', 'mera']);

function modelOf({ model: { name, depth }, source }: PlayState): Readonly<Record<string, unknown>> {
  switch (name) {
    case 'block-circuit':
      return qubitsOf(source) === 1 ? { name, layout: [[0]] } : { name, layers: depth };
    case 'brickwall':
    case 'staircase':
      return { name, depth };
    case 'tree':
      return { name, repeat: depth };
    case 'mera':
      return { name };
    case 'matrix-product-state':
    case 'tree-tensor-network':
      return { name, bond: depth };
  }
}

/** The target as a dataset of the catalogue. */
function targetOf(source: Source): { readonly target: Readonly<Record<string, unknown>>; readonly files: Files } {
  switch (source.kind) {
    case 'named':
      return { target: namedTarget(source), files: {} };
    case 'amplitudes': {
      const [re, im] = [source.values.map(([real]) => real), source.values.map(([, imaginary]) => imaginary)];
      const files = { 'amplitudes.json': JSON.stringify({ re, im }) };
      return { target: { name: 'file', path: 'amplitudes.json', normalise: true }, files };
    }
    case 'picture':
      return { target: { name: 'picture', pixels: greyOf(source) }, files: {} };
    case 'circuit':
      return { target: { name: 'file', path: 'circuit.qasm' }, files: { 'circuit.qasm': qasmOf(source) } };
    case 'hamiltonian':
      return {
        target: { name: 'ground-state', qubits: source.qubits, hamiltonian: hamiltonianOf(source) },
        files: {},
      };
  }
}

function namedTarget({ name, qubits, seed }: Extract<Source, { kind: 'named' }>): Readonly<Record<string, unknown>> {
  if (name === 'dicke') return { name, qubits, excitations: Math.floor(qubits / 2) };
  if (name === 'haar-random') return { name, qubits, seed };
  if (name === 'random-circuit') return { name, qubits, depth: 3, seed };
  return { name, qubits };
}

function hamiltonianOf(source: Extract<Source, { kind: 'hamiltonian' }>): Readonly<Record<string, unknown>> {
  const { name, coupling, anisotropy, field, periodic } = source;
  const lattice = periodic && qubitsOf(source) > 2 ? 'ring' : 'chain';
  if (name === 'transverse-field-ising') return { name, coupling, field, lattice };
  if (name === 'xxz') return { name, coupling, anisotropy, field, lattice };
  return { name: 'xxz', coupling, anisotropy: 1, field, lattice };
}
