/** @file The observable whose expectation no short path can change as the end of the path demands. */

import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexMatrix, type ComplexVector, zeroMatrix } from '../linalg/complex.ts';
import { addScaledMatrix, applyMatrix } from '../linalg/matrix.ts';
import { type RandomStream, randomStream } from '../linalg/random.ts';
import { length } from '../linalg/real-vector.ts';
import { innerProduct, normSquared } from '../linalg/vector.ts';
import { pauliCoefficients } from '../operator/pauli-coefficients.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimised } from '../optimise/minimise.ts';
import { chargeCopies } from './charge-copies.ts';
import type { Controls } from './controls.ts';
import { speedBlock } from './copy-pairs.ts';
import {
  cellsOf,
  type ObservableProblem,
  observableObjective,
  observableProblem,
  STAGES,
  unitChange,
  withCells,
} from './observable-objective.ts';
import { type ObservableSymmetry, observableSymmetry, symmetricObservables } from './observable-symmetry.ts';
import { symmetricBlocks } from './symmetric-blocks.ts';
import { onCopies } from './symmetric-power.ts';
import { addSymmetricSquare } from './symmetric-square.ts';
import { transposedWitness } from './transposed-witness.ts';
import {
  cellBounds,
  checkObservableProblem,
  type GivenCell,
  type ObservableCell,
  speedOnPairs,
  symmetricDimension,
} from './verified-observable-bound.ts';

/** How an observable is searched. */
export interface ObservableOptions {
  /** Symmetries that it is to have; default all of `observableSymmetry`. */
  readonly group?: ObservableSymmetry;
  /** Intervals of ⟨A⟩ with a bound each; default 8. */
  readonly cells?: number;
  /**
   * Copies of a state on which its speed is bounded, at least 2, the default: on more, entangled copies count less, and the
   * bound is greater.
   */
  readonly copies?: number;
  /**
   * Whether the copies of a state are told from entangled ones by their partial transpose, which makes the bound greater and
   * the search longer; for real observables of up to four qubits on two copies. Default false.
   */
  readonly transposed?: boolean;
  /** Observables begun with: first the difference of the projectors onto the two states, then random ones; default 3. */
  readonly starts?: number;
  /** Of the random starts; default 0. */
  readonly seed?: number;
  /** Steps of L-BFGS at each β; default 100. */
  readonly maxSteps?: number;
}

/** A lower bound with all that its check by `verifiedObservableBound` takes. */
export interface ObservableBound {
  readonly bound: number;
  /** A, scaled so that ⟨A⟩ is greater by 1 at the end than at the start. */
  readonly observable: PauliSum;
  readonly cells: readonly ObservableCell[];
  readonly copies: number;
}

/** The bound of one start after the search at one β. */
export interface ObservableStep {
  readonly start: number;
  readonly beta: number;
  readonly bound: number;
}

/** Most dimensions of the symmetric power in a search: four qubits on two copies, three on three or four. */
const MOST_DIMENSIONS = 400;
/** Unknowns beyond which their products are not kept on two copies: commutators take their place, in larger blocks. */
const MANY = 16;
/** Numbers kept for all products of observables: 400 MB each for two forms. */
const MOST_ENTRIES = 5e7;
/**
 * The greatest lower bound found of the length of every path between two pure states by the expectation of one
 * observable: `verifiedObservableBound`, maximised over the observable A and over b and ν of each cell by L-BFGS, with the
 * greatest eigenvalue replaced by a soft maximum that hardens. A has the symmetries of the problem, so that Sym² falls into
 * small blocks; the bound holds for all paths, symmetric or not, as A is just some observable.
 *
 * The number returned is that of the check, which uses neither the blocks nor the optimiser: it is a bound however the
 * search went. Other starts, more cells and less symmetry may give greater ones.
 *
 * @param controls - all words that cost less than ∞; none may be free
 * @param from - shape (2ⁿ,), n ≤ 4; on three or four copies n ≤ 3
 * @param to - shape (2ⁿ,)
 * @returns bound 0 where no observable with the symmetries differs between the states
 * @throws {ShapeError | DomainError} as `verifiedObservableBound`; no cell or start; so little symmetry that the products of
 *          observables take more than 1 GB, as on four qubits without any
 *
 * Each start a second or less for three qubits and GHZ or W states, where symmetries leave ten unknowns of A; a few for four
 * qubits, or on three copies; a minute on four.
 */
export function* observableBound(
  controls: Controls,
  from: ComplexVector,
  to: ComplexVector,
  options: ObservableOptions = {},
): Generator<ObservableStep, ObservableBound> {
  const { cells = 8, copies = 2, starts = 3, seed = 0, maxSteps = 100, transposed = false } = options;
  const { group, observables } = soughtObservables(controls, from, to, options);
  const wrong = [cells, starts].find((value) => !(Number.isInteger(value) && value >= 1));
  if (wrong !== undefined) {
    throw new DomainError(`observableBound: whole numbers of cells and starts above 0 required, got ${wrong}`);
  }
  const problem = preparedProblem(controls, [from, to], observables, { group, copies, transposed });
  const stream = randomStream(seed, 'observables');
  let best: ObservableBound = { bound: 0, observable: { qubits: controls.qubits, terms: [] }, cells: [], copies };
  if (length(problem.change) < 1e-9) return best;
  for (let start = 0; start < starts; start++) {
    const a = start === 0 ? projectorDifference(observables, from, to) : randomCoefficients(problem, stream);
    const z = Array.from({ length: problem.witness?.unknowns ?? 0 }, () => 0.1 * stream.normal());
    let x: Float64Array = Float64Array.from([...a, 0, 0, ...z]); // one cell
    for (const [share, beta] of STAGES) {
      x = withCells(problem, x, Math.ceil(share * cells));
      x = minimised(observableObjective(problem, beta), lbfgs(), x, { maxSteps, valueTolerance: 1e-9 }).value.x;
      const observable = combination(observables, unitChange(problem, x));
      const given = cellsOf(problem, x).map(({ b, nu, z }) => {
        return { b, nu, ...(problem.witness && { transposed: problem.witness.vectors(z).map((y) => Array.from(y)) }) };
      });
      const found = boundAt(controls, [from, to], observable, given, copies);
      if (found.bound > best.bound) best = found;
      yield { start, beta, bound: found.bound };
    }
  }
  return best;
}

/**
 * The observables among which `observableBound` seeks one, and their symmetry.
 *
 * @throws {ShapeError | DomainError} as `observableBound`
 */
export function soughtObservables(
  controls: Controls,
  from: ComplexVector,
  to: ComplexVector,
  { copies = 2, transposed = false, group: given }: Pick<ObservableOptions, 'copies' | 'transposed' | 'group'>,
): { readonly group: ObservableSymmetry; readonly observables: readonly ComplexMatrix[] } {
  checkObservableProblem('observableBound', controls, from, to, copies, MOST_DIMENSIONS);
  const group = given ?? observableSymmetry(controls, from, to);
  const observables = symmetricObservables(group, controls.qubits);
  const dimension = symmetricDimension(controls.qubits, copies) * (group.real ? 1 : 2);
  const kept = copies === 2 && !transposed ? 1 : observables.length;
  if (observables.length > MOST_ENTRIES / (kept * dimension ** 2)) {
    throw new ShapeError(
      `observableBound: fewer unknowns required, by symmetry, got ${observables.length} of A in ${dimension} dimensions`,
    );
  }
  if (transposed && !(group.real && copies === 2 && controls.qubits <= 4)) {
    throw new DomainError(
      `observableBound: real observables of at most 4 qubits on 2 copies required to be transposed, got ${controls.qubits} qubits, ${copies} copies, real: ${group.real}`,
    );
  }
  return { group, observables };
}

/** The blocks that suffice for observables with the symmetry, and their forms. */
export function preparedProblem(
  controls: Controls,
  ends: readonly [ComplexVector, ComplexVector],
  observables: readonly ComplexMatrix[],
  {
    group,
    copies,
    transposed,
  }: { readonly group: ObservableSymmetry; readonly copies: number; readonly transposed: boolean },
): ObservableProblem {
  if (copies === 2 && !transposed && observables.length > MANY) {
    const [start, end] = ends.map((state) => Float64Array.from(observables, (B) => mean(B, state)));
    const pairs = chargeCopies(controls, observables, group.modulus, group.real);
    return { change: end!.map((x, m) => x - start![m]!), blocks: pairs.map((block) => speedBlock(block, start!)) };
  }
  const stream = randomStream(0, 'blocks');
  const A = combination(
    observables,
    Float64Array.from(observables, () => stream.normal()),
  );
  const sample = speedOnPairs(controls, A);
  addSymmetricSquare(sample, 1 + stream.uniform(), A, A);
  const lifted = onCopies(sample, 2 ** controls.qubits, copies);
  const blocks = symmetricBlocks(group, controls.qubits, lifted, copies, stream);
  const problem = observableProblem(controls, ends, observables, blocks, { copies, real: group.real });
  return transposed ? { ...problem, witness: transposedWitness(group, controls.qubits, blocks, stream) } : problem;
}

/** What the check makes of an observable and its cells. */
function boundAt(
  controls: Controls,
  [from, to]: readonly [ComplexVector, ComplexVector],
  A: ComplexMatrix,
  cells: readonly GivenCell[],
  copies: number,
): ObservableBound {
  const observable = pauliCoefficients(A);
  const bounded = cellBounds(controls, from, to, observable, cells, copies);
  return {
    bound: bounded.reduce((sum, { time }) => sum + time, 0),
    observable,
    cells: bounded.map(({ time: _, ...cell }) => cell),
    copies,
  };
}

/** ⟨B⟩ in a state that need not be normalised. */
export const mean = (B: ComplexMatrix, psi: ComplexVector): number =>
  innerProduct(psi, applyMatrix(B, psi))[0] / normSquared(psi);

function combination(observables: readonly ComplexMatrix[], a: Float64Array): ComplexMatrix {
  const d = observables[0]?.rows ?? 0;
  return observables.reduce((sum, B, m) => addScaledMatrix(sum, [a[m]!, 0], B), zeroMatrix(d, d));
}

/** The coefficients of |to⟩⟨to| − |from⟩⟨from|. */
export function projectorDifference(
  observables: readonly ComplexMatrix[],
  from: ComplexVector,
  to: ComplexVector,
): Float64Array {
  return Float64Array.from(observables, (B) => (mean(B, to) - mean(B, from)) / B.rows);
}

/** Random coefficients with a change of the expectation well away from 0. */
function randomCoefficients({ change }: ObservableProblem, stream: RandomStream): Float64Array {
  const size = length(change);
  return change.map((value) => value / size + (0.7 * stream.normal()) / Math.sqrt(change.length));
}
