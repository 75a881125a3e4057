/** @file A new experiment for a state, a Hamiltonian or a curve, with comments that say what may be changed. */

import { basename, dirname, relative, resolve } from 'node:path';
import { CURVES } from '../datasets/curves.ts';
import { DATASETS, targetOfSpec, targetSpec } from '../datasets/targets.ts';
import { DomainError } from '../src/errors.ts';
import { parseJson } from '../src/json.ts';
import { suggestion } from '../src/nearest-name.ts';
import { isHamiltonianFile, parsePauliSum } from '../src/operator/hamiltonian-file.ts';
import { hamiltonianForms } from '../src/operator/hamiltonian-spec.ts';
import { writtenHamiltonian } from '../train/compute/hamiltonian-source.ts';
import type { ComputeContext } from '../train/compute/request.ts';
import { writtenState } from '../train/compute/state-source.ts';
import { writtenChoice } from '../train/compute/written-choice.ts';

/** What an experiment is about: one state, or a curve of states. */
export interface Subject {
  readonly key: 'target' | 'curve';
  readonly spec: Readonly<Record<string, unknown>>;
  /** A name for the experiment. */
  readonly name: string;
}

const ISING = { name: 'transverse-field-ising' };

/** What the options of a curve are where they are not given. */
const CURVE_DEFAULTS: Readonly<Record<keyof typeof CURVES, (qubits: number) => Readonly<Record<string, unknown>>>> = {
  quench: (qubits) => ({
    initial: { name: 'product', qubits, polar: 0 },
    hamiltonian: ISING,
    times: { from: 0, to: 1, count: 6 },
  }),
  'imaginary-time': (qubits) => ({
    initial: { name: 'product', qubits },
    hamiltonian: ISING,
    times: { from: 0, to: 2, count: 6 },
  }),
  'adiabatic-sweep': (qubits) => ({
    qubits,
    from: { ...ISING, coupling: 0 },
    to: ISING,
    times: { from: 0, to: 1, count: 6 },
  }),
  interpolation: (qubits) => ({
    from: { name: 'product', qubits, polar: 0 },
    to: { name: 'ghz', qubits },
    times: { from: 0, to: 1, count: 6 },
  }),
};

const isCurve = (name: string): name is keyof typeof CURVES => Object.hasOwn(CURVES, name);

const isHamiltonian = (name: string): boolean => hamiltonianForms.some(({ shape }) => shape.name.value === name);

/**
 * The subject that a text names: a curve, a Hamiltonian (its ground state), or a state, each by name with options or by a file.
 *
 * @param qubits - where the text does not say; default 6
 * @param folder - of the experiment, to which its file names are relative
 * @throws {DomainError} a file that cannot be read, or holds nothing of the kind; a text that means nothing
 */
export function subjectOf(text: string, qubits: number | undefined, folder: string, context: ComputeContext): Subject {
  const head = /^[\w-]+/.exec(text.trim())?.[0] ?? '';
  if (isCurve(head) && !/\.\w+$/.test(text)) {
    const keys = (name: string): readonly string[] => Object.keys(CURVES[name as keyof typeof CURVES].options.shape);
    const inner = { hamiltonian: writtenHamiltonian, initial: writtenState, from: writtenState, to: writtenState };
    const given = writtenChoice(text, { keys, file: () => null, inner }) as Readonly<Record<string, unknown>>;
    return { key: 'curve', spec: { name: head, ...CURVE_DEFAULTS[head](qubits ?? 6), ...given }, name: head };
  }
  const isFile = isHamiltonianFile(text) && isSum(text, context);
  if (isHamiltonian(head) || isFile) {
    const hamiltonian = placed(writtenHamiltonian(text) as Readonly<Record<string, unknown>>, 'file', folder);
    const size = isFile ? sizeOfSum(text, context) : (qubits ?? 6);
    const spec = { name: 'ground-state', qubits: size, hamiltonian };
    return { key: 'target', spec, name: nameOf(isFile ? text : `${head}-${size}`) };
  }
  return stateSubject(text, qubits, folder, context);
}

function stateSubject(text: string, qubits: number | undefined, folder: string, context: ComputeContext): Subject {
  const written = writtenState(text) as Readonly<Record<string, unknown>>;
  checkName(String(written.name));
  const takes = 'path' in written || qubits === undefined || 'qubits' in written;
  const parsed = targetSpec.safeParse(takes ? written : { ...written, qubits });
  if (!parsed.success) {
    const first = parsed.error.issues[0]!;
    throw new DomainError(
      `${text}: a target of 'bulkweave list targets' required: ${first.path.join('.')}: ${first.message}`,
    );
  }
  const size = targetOfSpec(parsed.data, context).dimensions.length;
  const name = nameOf('path' in written ? String(written.path) : `${parsed.data.name}-${size}`);
  return { key: 'target', spec: placed({ ...written, ...(!takes && { qubits }) }, 'path', folder), name };
}

/** @throws {DomainError} no target has the name */
function checkName(name: string): void {
  if (Object.hasOwn(DATASETS, name)) return;
  const names = [
    ...Object.keys(DATASETS),
    ...hamiltonianForms.map(({ shape }) => shape.name.value),
    ...Object.keys(CURVES),
  ];
  throw new DomainError(
    `new: a file (.npy, .npz, .h5, .qasm, .json, .txt, .fcidump), or the name of a target, a Hamiltonian or a curve ('bulkweave list') required, got '${name}'${suggestion(name, names)}`,
  );
}

/** A specification whose file is named relative to the folder. */
function placed(
  spec: Readonly<Record<string, unknown>>,
  key: string,
  folder: string,
): Readonly<Record<string, unknown>> {
  const path = spec[key];
  return typeof path === 'string'
    ? { ...spec, [key]: relative(resolve(folder), resolve(path)).replaceAll('\\', '/') }
    : spec;
}

/** Whether a file is a Hamiltonian: by its ending, and a JSON file by what is in it. */
function isSum(path: string, { read }: ComputeContext): boolean {
  if (!/\.json$/i.test(path)) return true;
  const json = parseJson(read(path), path);
  return Array.isArray(json) ? typeof json[0]?.[0] === 'string' : 'terms' in (Object(json) as object);
}

const sizeOfSum = (path: string, { read }: ComputeContext): number => parsePauliSum(read(path), path).qubits;

/** A text as the name of an experiment. */
const nameOf = (text: string): string => {
  const name = basename(text.replace(/\.\w{1,8}$/, '')).replaceAll(/[^\w.-]+/g, '-');
  return /[\w]/.test(name) && dirname(name) === '.' ? name : 'experiment';
};

/** The experiment as a JSON file with comments. */
export function experimentText({ key, spec, name }: Subject, file: string): string {
  const what =
    key === 'target'
      ? ["The state to be generated; 'bulkweave list targets' has others."]
      : ["The states to be generated, one after the other; 'bulkweave list curves' has others."];
  return `// An experiment of bulkweave. To run it:  bulkweave run ${file}
// Everything behind // is a comment; what is left out has the default of 'bulkweave list training' and so on.
{
  // The results go to the folder runs/${name}. The same seed gives the same numbers.
  "name": ${JSON.stringify(name)},
  "seed": 1,

  // ${what.join(' ')}
  // File names are relative to the folder of this file.
  ${JSON.stringify(key)}: ${spaced(spec)},

  // The network that is trained. Without this line, a circuit of blocks for states of qubits; 'bulkweave list models'.
  // "model": { "name": "brickwall", "depth": 3 },

  // What gates cost, and with it the geodesic: words of at most maxSize qubits within maxRange sites have weight 1, all
  // others the penalty; "infinite": they are not allowed. 'bulkweave list metric'.
  "metric": { "maxSize": 2, "maxRange": 1, "penalty": "infinite" },

  // How it is trained: optimiser, starts, weights of the complexity, pruning. 'bulkweave list training'.
  // "training": { "starts": 2, "targetInfidelity": 1e-8, "complexity": { "weights": [0.001, 0.01] } },

  // The shortest path: slices, random starts; false leaves the search out. 'bulkweave list geodesic'.
  "geodesic": { "slices": 8, "starts": 2 },

  // What is measured of the result: Fisher information, the network as a geometry, its response to a disturbance.
  "fisher": true,
  "bulk": true,
  "gravity": true
}
`;
}

/** JSON in one line with spaces, as one writes it by hand. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, entry]) => `${JSON.stringify(key)}: ${spaced(entry)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
