/**
 * @file What will an experiment cost? Memory and rough time are estimated from its options alone, before anything is
 * built: a run that would exhaust the memory, or never end, is refused, and the key responsible is named.
 */

import type { z } from 'zod';
import { PURE_LIMIT } from '../../datasets/register-size.ts';
import type { blockOption } from '../../models/block.ts';
import type { MODELS } from '../../models/index.ts';
import type { Chosen } from '../../src/catalogue.ts';
import { splitControls } from '../../src/complexity/controls.ts';
import { LARGEST_DENSE_BLOCKS } from '../../src/generative/block-chain-infidelity.ts';
import { MOST_ENTRIES } from '../../src/geodesic/gaussian/gauss-newton.ts';
import { LEAST_GROWN } from '../../src/geodesic/gaussian/orbit-geodesic.ts';
import type { Issue } from '../../src/issues.ts';
import { sizeOf } from '../../src/linalg/complex.ts';
import { duration } from '../../src/number-format.ts';
import { metricOfSpec } from '../metric-spec.ts';
import { stepLimits } from '../training.ts';
import type { Experiment } from './experiment-schema.ts';

/** Most memory of a run, 8 GiB. */
const MOST_BYTES = 2 ** 33;
/** Most multiplications of a run: a year at 10⁹ per second. */
const MOST_OPERATIONS = 3e16;
/** Operations per second, for an estimate in words; and those that even the smallest step takes. */
const [SPEED, LEAST] = [1e9, 1e5];

/** The cost for which the key at a path is responsible. */
export interface Price {
  readonly path: string;
  readonly bytes: number;
  readonly operations: number;
}

/** Number of words of a block: interactions of the pair, rotations of each of its qubits. */
const BLOCK: Readonly<Record<z.output<typeof blockOption>, readonly [number, number]>> = {
  su4: [3, 3],
  so4: [2, 1],
  ising: [1, 2],
};

/** A network before it is built: how many gates or tensor entries it has, and the key that determines this. */
interface Size {
  readonly path: string;
  readonly gates: number;
  readonly parameters: number;
  /** Multiplications of one contraction, for tensor networks. */
  readonly contraction: number;
}

/**
 * Upper bounds of the costs of an experiment.
 *
 * @param dimensions - of the target's sites
 */
export function pricesOf(experiment: Experiment, dimensions: readonly number[]): readonly Price[] {
  const { training, geodesic } = experiment;
  const amplitudes = sizeOf(dimensions.slice(0, PURE_LIMIT)); // no circuit and no geodesic has more sites
  const states = timesOf(experiment);
  const size = networkSize(experiment, dimensions);
  const pairs = training.optimiser.name === 'lbfgs' ? training.optimiser.memory : 0;
  const chain = chainPrice(experiment, dimensions, size);
  const evaluation = chain?.operations ?? (size.contraction > 0 ? 10 * size.contraction : 8 * size.gates * amplitudes);
  const { starts, maxSteps, polish, candidates, complexity, prune, grow } = training;
  const limits = stepLimits(training);
  const steps = starts * limits.start + Math.min(starts, candidates) * limits.candidate;
  const natural = training.optimiser.name === 'natural-gradient' ? size.parameters ** 2 : 0;
  const counts = {
    starts,
    maxSteps,
    polish,
    'complexity.maxSteps': complexity.maxSteps,
    ...(grow && { 'grow.mostGates': grow.mostGates, 'grow.maxSteps': grow.maxSteps }),
    ...(prune && { 'prune.maxSteps': prune.maxSteps }),
  };
  const greatest = `training.${Object.entries(counts).reduce((a, b) => (b[1] > a[1] ? b : a))[0]}`;
  const prices = [
    {
      path: size.path,
      bytes: 400 * size.gates + 8 * 12 * size.parameters + (chain?.bytes ?? 0),
      operations: evaluation,
    },
    { path: 'training.optimiser.memory', bytes: 8 * 2 * pairs * size.parameters, operations: 0 },
    { path: 'training.optimiser', bytes: 24 * natural, operations: natural * size.parameters },
    { path: greatest, bytes: 0, operations: states * steps * (LEAST + evaluation + natural * size.parameters) },
  ];
  if (geodesic === false) return prices;
  if (dimensions.length > Math.min(geodesic.largest, PURE_LIMIT))
    return [...prices, ...gaussianPrices(experiment, dimensions.length)];
  const words = controlCount(experiment, dimensions);
  const numbers = geodesic.slices * words;
  return [
    ...prices,
    { path: 'geodesic.slices', bytes: 8 * 60 * numbers + 64 * geodesic.slices * amplitudes, operations: 0 },
    {
      path: geodesic.starts > geodesic.maxSteps ? 'geodesic.starts' : 'geodesic.maxSteps',
      bytes: 0,
      operations: states * 4 * geodesic.starts * geodesic.maxSteps * (LEAST + numbers * amplitudes),
    },
  ];
}

/**
 * Of a circuit of blocks that is run on a chain: for each block and each site of a layer products and decompositions of matrices of
 * shape (2χ, 2χ), forwards and backwards, and a state kept for each layer. Null for other models, and where amplitudes are fewer.
 */
function chainPrice({ model, training }: Experiment, dimensions: readonly number[], { gates }: Size) {
  const n = dimensions.length;
  if (model.name !== 'block-circuit' || sizeOf(dimensions) <= LARGEST_DENSE_BLOCKS) return null;
  const bond = Math.min(training.truncation.bond, 2 ** Math.min(9, Math.floor(n / 2)));
  const layers = Math.max(Number(model.layers), training.grow === false ? 0 : training.grow.mostGates);
  return { bytes: 16 * layers * n * 2 * bond ** 2, operations: 30 * (gates / 4 + layers * n) * (2 * bond) ** 3 };
}

/**
 * Of the search for a Gaussian path: matrices of shape (2n, 2n) in some n slices, multiplied by sparse ones in series of some 20 terms, and
 * square matrices of up to 800 unknowns. Chains that are grown from their middle have the matrix J of some n²/2 conditions and 2n controls in 1.2n
 * slices twice, and up to three square ones no larger than it.
 */
function gaussianPrices(experiment: Experiment, sites: number): readonly Price[] {
  const { geodesic, target } = experiment;
  if (geodesic === false || !target?.name.startsWith('gaussian') || sites > geodesic.largestGaussian) return [];
  const { starts, slices, maxSteps } = geodesic;
  const matrices = Math.max(slices, 2 * sites) * 4 * sites ** 2;
  const turns = sites > LEAST_GROWN ? Math.min(MOST_ENTRIES, Math.max(slices, 1.2 * sites) * sites ** 3) : 0;
  const bytes = 8 * (matrices + 6 * Math.min(800, sites ** 2) ** 2 + 5 * turns);
  return [
    { path: 'geodesic.slices', bytes, operations: 0 },
    {
      path: starts > maxSteps ? 'geodesic.starts' : 'geodesic.maxSteps',
      bytes: 0,
      operations: timesOf(experiment) * 3 * starts * maxSteps * (LEAST + 20 * matrices),
    },
  ];
}

/** Everything that costs more than a run may, each with its key; [] if nothing does. */
export function priceIssues(experiment: Experiment, dimensions: readonly number[]): readonly Issue[] {
  return pricesOf(experiment, dimensions).flatMap(({ path, bytes, operations }): Issue[] => {
    const value = valueAt(experiment, path);
    const received = value === undefined ? 'the default' : JSON.stringify(value);
    if (bytes > MOST_BYTES) {
      const expected = `a size with which a run needs at most ${memoryText(MOST_BYTES)}`;
      return [{ path, expected, received: `${received}, which needs about ${memoryText(bytes)}` }];
    }
    if (operations > MOST_OPERATIONS) {
      const expected = 'a number with which a run ends within about a year';
      return [{ path, expected, received: `${received}, which takes about ${timeText(operations / SPEED)}` }];
    }
    return [];
  });
}

/** The dimensions of the target's sites as far as its options determine them; null if they are in a file. */
export function knownDimensions({ target, curve }: Experiment): readonly number[] | null {
  const state = target ?? curve?.initial ?? curve?.from ?? curve;
  const { name = '', qubits, spins, sites, hamiltonian, rows, columns } = (state ?? {}) as Partial<Chosen>;
  if (name === 'aklt' && typeof spins === 'number') return new Array<number>(spins).fill(3);
  if (name === 'spin-ground-state' && typeof sites === 'number') {
    return new Array<number>(sites).fill(2 * Number((hamiltonian as Partial<Chosen> | undefined)?.spin ?? 1) + 1);
  }
  if (name === 'werner') return [2, 2];
  if (name === 'bars-and-stripes') return new Array<number>(Number(rows) * Number(columns)).fill(2);
  if (name === 'symmetric') return symmetricDimensions(state as Partial<Chosen>);
  const copies = name.endsWith('thermofield-double') ? 2 : 1;
  return typeof qubits === 'number' ? new Array<number>(copies * qubits).fill(2) : null;
}

/** Qubits of the dataset `symmetric`; null if only its file tells. */
function symmetricDimensions({ blocks, components }: Partial<Chosen>): readonly number[] | null {
  const sizes = blocks as readonly number[] | undefined;
  const list = components as readonly unknown[] | undefined;
  if (sizes === undefined && list === undefined) return null;
  return new Array<number>(sizes?.reduce((sum, n) => sum + n, 0) ?? list!.length - 1).fill(2);
}

/** A circuit of blocks: a block takes as long as four rotations, and has 15 coefficients on two qubits, 63 on three. */
function blockSize({ model: { layout, layers, block }, training: { grow } }: Experiment, qubits: number): Size {
  const given = layout as readonly unknown[] | undefined;
  const count = Math.max(given?.length ?? Number(layers) * qubits, grow === false ? 0 : grow.mostGates);
  const words = given === undefined && block === 'pairs' ? 15 : 63;
  const path = given === undefined ? 'model.layers' : 'model.layout';
  return { path, gates: 4 * count, parameters: words * count, contraction: 0 };
}

function networkSize(experiment: Experiment, dimensions: readonly number[]): Size {
  const { model, training } = experiment;
  const n = dimensions.length;
  const option = (key: string): number => Number(model[key] ?? 1);
  const circuit = (key: string, gates: number): Size => {
    return { path: `model.${key}`, gates, parameters: gates, contraction: 0 };
  };
  const [interactions, rotations] = BLOCK[model.block as keyof typeof BLOCK] ?? BLOCK.su4;
  const blocks = (key: string, count: number): Size =>
    circuit(key, n * rotations + count * (interactions + 2 * rotations));
  const bond = option('bond');
  const tensors = (key: string, entries: number, contraction = entries * bond): Size => {
    return { path: `model.${key}`, gates: 0, parameters: 2 * entries, contraction };
  };
  switch (model.name as keyof typeof MODELS) {
    case 'brickwall':
      return blocks('depth', option('depth') * Math.floor(n / 2));
    case 'block-circuit':
      return blockSize(experiment, n);
    case 'all-to-all':
      return blocks('depth', (option('depth') * n * (n - 1)) / 2);
    case 'staircase':
      return blocks('depth', option('depth') * (n - 1));
    case 'tree':
      return blocks('repeat', option('repeat') * (n - 1));
    case 'mera':
      return blocks('name', 2 * n);
    case 'empty-circuit':
      return circuit('name', training.grow === false ? 0 : training.grow.mostGates);
    case 'hamiltonian-variational':
      return circuit('layers', option('layers') * 4 * n);
    case 'nielsen-path':
      return circuit(
        'slices',
        option('slices') * option('steps') * option('order') * controlCount(experiment, dimensions),
      );
    case 'matrix-product-state':
    case 'locally-purified-mps':
      return tensors(
        'bond',
        chainEntries(
          dimensions.map((d) => d * option('purification')),
          model,
        ),
      );
    case 'tree-tensor-network':
      return tensors('bond', n * Math.min(bond, 2 ** (n / 2)) ** 3);
    case 'isometric-mera':
      return tensors('bond', n * Math.min(bond, 2 ** (n / 2)) ** 4);
    case 'projected-entangled-pair-state': {
      const [short, long] = [option('rows'), option('columns')].sort((a, b) => a - b) as [number, number];
      const entries = short * long * option('dimension') * bond ** (short === 1 ? 2 : 4);
      return tensors('bond', entries, entries * bond ** short);
    }
    case 'holographic-code': {
      const tiles = ((option('p') - 1) * (option('q') - 1)) ** option('layers');
      return { path: 'model.layers', gates: tiles * option('p'), parameters: 0, contraction: 0 };
    }
    case 'circuit-file':
    case 'gaussian-circuit':
    case 'gaussian-chain':
    case 'stabiliser-circuit':
    case 'stabiliser-network':
    case 'spin-network':
    case 'network-file':
      return { path: 'model', gates: 0, parameters: 0, contraction: 0 }; // its size was checked when target or file was read
  }
}

/** Entries of the tensors of a chain, whose bonds are no larger than a state can fill. */
function chainEntries(dimensions: readonly number[], { bond, boundary }: Chosen): number {
  const filled = (k: number): number => Math.min(sizeOf(dimensions.slice(0, k)), sizeOf(dimensions.slice(k)));
  const at = (k: number): number => (boundary === 'periodic' ? Number(bond) : Math.min(Number(bond), filled(k)));
  return dimensions.reduce((sum, dimension, k) => sum + at(k) * dimension * at(k + 1), 0);
}

/**
 * Number of words of finite weight of the metric; 0 where there are too many to list, which the metric itself refuses.
 */
export function controlCount({ metric }: Pick<Experiment, 'metric'>, dimensions: readonly number[]): number {
  try {
    const { controls, freeWords } = splitControls(metricOfSpec(metric, dimensions.length), dimensions.length);
    return controls.words.length + freeWords.length;
  } catch (error) {
    if (error instanceof RangeError) return 0;
    throw error;
  }
}

/** Number of states of the experiment. */
function timesOf({ curve }: Experiment): number {
  const times = curve?.times as readonly number[] | { readonly count: number } | undefined;
  return times === undefined ? 1 : 'count' in times ? times.count : times.length;
}

const valueAt = (experiment: Experiment, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], experiment);

function memoryText(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(bytes) / 10)));
  return `${Number((bytes / 1024 ** power).toPrecision(2))} ${units[power]}`;
}

function timeText(seconds: number): string {
  const years = seconds / 3.15e7;
  if (years < 1) return duration(seconds);
  return years > 1e6 ? 'more than a million years' : `${Number(years.toPrecision(2))} years`;
}
