/** @file States as they are named in a request: from the catalogue of targets, from files, from circuits, from runs. */

import type { z } from 'zod';
import { DATASETS } from '../../datasets/targets.ts';
import { built, type Chosen, chosenFrom } from '../../src/catalogue.ts';
import { DomainError } from '../../src/errors.ts';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import { environmentDimension, siteDimensions, stateVector } from '../../src/generative/generative-network.ts';
import { asPure } from '../../src/generative/state-rules.ts';
import type { TargetState } from '../../src/generative/target-state.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { sizeOf } from '../../src/linalg/complex.ts';
import { normalised } from '../../src/linalg/vector.ts';
import type { NetworkPoint } from '../../src/network-point.ts';
import { circuitOfSpec, circuitOptions } from '../circuit-source.ts';
import { writtenHamiltonian } from './hamiltonian-source.ts';
import type { ComputeContext } from './request.ts';
import { pointOfFile, runOptions } from './run-file.ts';
import { writtenChoice } from './written-choice.ts';

/** Most amplitudes of the state of a network. */
const LARGEST = 2 ** 20;

/** The state of a network as one given by its amplitudes. */
function stateOfNetwork(name: string, { network, theta }: NetworkPoint<GenerativeNetwork>): TargetState {
  const dimensions = siteDimensions(network);
  if (sizeOf(dimensions) > LARGEST) {
    throw new DomainError(`${name}: a state of at most ${LARGEST} amplitudes required, got dimensions [${dimensions}]`);
  }
  if (environmentDimension(network) > 1) throw new DomainError(`${name}: a pure state required, got a mixed one`);
  return { kind: 'pure', name, dimensions, amplitudes: normalised(stateVector(network, theta)) };
}

const STATES = {
  ...DATASETS,
  circuit: {
    summary: 'the state that an OpenQASM program makes of |0…0⟩',
    options: circuitOptions,
    build: (options: z.output<typeof circuitOptions>, context: ComputeContext): TargetState => {
      const network = circuitOfSpec(options, context);
      return stateOfNetwork(options.path ?? 'circuit', { network, theta: new Float64Array(0) });
    },
  },
  run: {
    summary: 'the state that a finished run has learned',
    options: runOptions,
    build: ({ path, point }: z.output<typeof runOptions>, context: ComputeContext): TargetState => {
      const { network, theta } = pointOfFile(path, point, context).training;
      return stateOfNetwork(path, { network, theta: Float64Array.from(theta) });
    },
  },
};

/** Schema of a state, {name: 'ghz', qubits: 4}. */
export const stateSpec = chosenFrom(STATES);

/** The state that a checked choice means. */
export const stateOf = (chosen: Chosen, context: ComputeContext): TargetState => built(STATES, chosen, context);

/** Most qubits for which the symmetry of a state is read off from its amplitudes. */
const MOST_READ = 14;

/** The state, beyond 14 qubits by its Dicke components where the catalogue can give it so: for searches in sectors. */
export function symmetricStateOf(chosen: Chosen, context: ComputeContext): TargetState {
  const { shape } = STATES[chosen.name as keyof typeof STATES].options;
  const isLarge = typeof chosen.qubits === 'number' && chosen.qubits > MOST_READ;
  const asComponents = isLarge && 'symmetric' in shape && chosen.symmetric === undefined;
  return stateOf(asComponents ? { ...chosen, symmetric: true } : chosen, context);
}

/** The state that a text means: a name with its options, or a file by its ending. */
export const writtenState = (text: string): unknown =>
  writtenChoice(text, {
    keys: (name) =>
      Object.hasOwn(STATES, name) ? Object.keys(STATES[name as keyof typeof STATES].options.shape) : null,
    file: stateFile,
    inner: { hamiltonian: writtenHamiltonian },
  });

function stateFile(path: string): unknown {
  if (/(^|[/\\])record\.json$/.test(path)) return { name: 'run', path };
  if (/\.(npy|npz|json|qasm|h5|hdf5)$/i.test(path)) return { name: 'file', path };
  return /[/\\]/.test(path) && !/\.\w{1,5}$/.test(path) ? { name: 'run', path } : null;
}

/**
 * The amplitudes of a pure state.
 *
 * @throws {DomainError} it is mixed, or too large
 */
export function amplitudesOf(state: TargetState, name: string): ComplexVector {
  const pure = asPure(state);
  if (pure !== null) return pure.amplitudes;
  throw new DomainError(`${name}: a pure state given by its amplitudes required, got '${state.name}'`);
}

/**
 * The number of qubits of a state of qubits.
 *
 * @throws {DomainError} sites of other dimensions
 */
export function qubitsOf({ dimensions }: TargetState, name: string): number {
  if (dimensions.every((dimension) => dimension === 2)) return dimensions.length;
  throw new DomainError(`${name}: a state of qubits required, got dimensions [${dimensions}]`);
}
