/** @file Lower bounds by one observable for states of more qubits that no permutation changes. */

import { DomainError, ShapeError } from '../errors.ts';
import type { Complex } from '../linalg/complex.ts';
import { randomStream } from '../linalg/random.ts';
import { length } from '../linalg/real-vector.ts';
import { symmetricEigenvalues } from '../linalg/symmetric-eigenvalues.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimised } from '../optimise/minimise.ts';
import { type SpeedBlock, speedBlock } from './copy-pairs.ts';
import type { ObservableOptions, ObservableStep } from './observable-bound.ts';
import { cellsOf, observableObjective, STAGES, unitChange, withCells } from './observable-objective.ts';
import { reciprocalRootIntegral } from './reciprocal-root-integral.ts';
import { type SpinTerm, type SpinUnit, spinUnits } from './spin-units.ts';
import { symmetricCopies } from './symmetric-copies.ts';
import { cellEnds, type ObservableCell } from './verified-observable-bound.ts';

/** Words between all qubits, weighed by their size, and two states that no permutation of the qubits changes. */
export interface SymmetricProblem {
  readonly qubits: number;
  /** Weights of words of 1, 2, … qubits; words of more qubits than there are weights are not allowed. */
  readonly sizeWeights: readonly number[];
  /** Components in the Dicke states, by the number of ones, shape (n + 1,), real; normalised here. */
  readonly from: readonly Complex[];
  readonly to: readonly Complex[];
}

/** A lower bound with all that its check by `verifiedSymmetricBound` takes. */
export interface SymmetricObservableBound {
  readonly bound: number;
  readonly observable: readonly SpinTerm[];
  readonly cells: readonly ObservableCell[];
}

/** Most qubits: representations of up to 1000 dimensions. */
const MOST_QUBITS = 10;

/**
 * A rigorous lower bound of the length of every path, symmetric or not, between two permutation-symmetric states, as
 * `verifiedObservableBound`, but with c = λ_max over the blocks into which two copies of the qubits fall under the permutations
 * of both together: one for each partition of n into at most four parts and number of ones, all of them
 * (`symmetricCopies`). A commutes with every permutation, so that Q, T and V keep the blocks, and λ_max is the greatest of the
 * blocks' eigenvalues.
 *
 * To c 10⁻⁹ of the squared change of ⟨A⟩ and 10⁻¹² of the norm of the block are added, for the rounding of representations and
 * eigenvalues; no proof of rounding errors.
 *
 * @param observable - A; terms of each total spin j = n/2, n/2 − 1, …
 * @param cells - from `from` to `to`
 * @throws {ShapeError} more than 10 qubits, other than n + 1 components, or no cell
 * @throws {DomainError} a component that is not real, a weight not positive, b or ν not finite
 *
 * O(n⁹) for the representations, 1 s for eight qubits.
 */
export function verifiedSymmetricBound(
  problem: SymmetricProblem,
  observable: readonly SpinTerm[],
  cells: readonly Pick<ObservableCell, 'b' | 'nu'>[],
): number {
  checkSymmetricProblem('verifiedSymmetricBound', problem);
  if (cells.length === 0) throw new ShapeError('verifiedSymmetricBound: a cell required, got none');
  const wrong = cells.find(({ b, nu }) => !(Number.isFinite(b) && Number.isFinite(nu)));
  if (wrong !== undefined) {
    throw new DomainError(`verifiedSymmetricBound: finite b and nu required, got ${wrong.b} and ${wrong.nu}`);
  }
  const { blocks, change, a } = prepared(problem, observable);
  return boundedCells(blocks, a, change, cells).reduce((sum, { time }) => sum + time, 0);
}

/**
 * The greatest lower bound found of the length of every path between two permutation-symmetric states: as `observableBound`,
 * in blocks of polynomial size. The number returned is that of `verifiedSymmetricBound`.
 *
 * @returns bound 0 where no observable with the symmetries differs between the states
 * @throws {ShapeError | DomainError} as `verifiedSymmetricBound`; no cell or start
 *
 * Seconds for up to six qubits, minutes for ten.
 */
export function* symmetricObservableBound(
  problem: SymmetricProblem,
  options: Pick<ObservableOptions, 'cells' | 'starts' | 'seed' | 'maxSteps'> = {},
): Generator<ObservableStep, SymmetricObservableBound> {
  const { cells = 8, starts = 3, seed = 0, maxSteps = 100 } = options;
  checkSymmetricProblem('symmetricObservableBound', problem);
  const wrong = [cells, starts].find((value) => !(Number.isInteger(value) && value >= 1));
  if (wrong !== undefined) {
    throw new DomainError(`symmetricObservableBound: whole numbers of cells and starts above 0 required, got ${wrong}`);
  }
  const units = spinUnits(problem.qubits, modulusOf(problem));
  const { blocks, change } = prepared(
    problem,
    units.map((unit) => ({ ...unit, coefficient: 0 })),
  );
  let best: SymmetricObservableBound = { bound: 0, observable: [], cells: [] };
  if (length(change) < 1e-9) return best;
  const stream = randomStream(seed, 'observables');
  for (let start = 0; start < starts; start++) {
    const a =
      start === 0
        ? change
        : change.map((value) => value / length(change) + (0.7 * stream.normal()) / Math.sqrt(change.length));
    let x: Float64Array = Float64Array.from([...a, 0, 0]); // one cell
    for (const [share, beta] of STAGES) {
      x = withCells({ change }, x, Math.ceil(share * cells));
      const objective = observableObjective({ change, blocks }, beta);
      x = minimised(objective, lbfgs(), x, { maxSteps, valueTolerance: 1e-9 }).value.x;
      const coefficients = unitChange({ change }, x);
      const bounded = boundedCells(blocks, coefficients, change, cellsOf({ change }, x));
      const bound = bounded.reduce((sum, { time }) => sum + time, 0);
      if (bound > best.bound) {
        best = {
          bound,
          observable: units.map((unit, m) => ({ ...unit, coefficient: coefficients[m]! })),
          cells: bounded.map(({ c, b, nu }) => ({ c, b, nu })),
        };
      }
      yield { start, beta, bound };
    }
  }
  return best;
}

/** Blocks for A − ⟨A⟩ at the start, how far each term moves ⟨A⟩, and the coefficients. */
export function prepared({ qubits, sizeWeights, from, to }: SymmetricProblem, observable: readonly SpinTerm[]) {
  const [start, end] = [from, to].map((state) => Float64Array.from(observable, (unit) => expectation(state, unit)));
  const modulus = observable.reduce((divisor, { m, other }) => greatestDivisor(divisor, Math.abs(m - other)), 0);
  const pairs = symmetricCopies(qubits, sizeWeights, observable, modulus);
  return {
    blocks: pairs.map((one) => speedBlock(one, start!)),
    change: end!.map((value, k) => value - start![k]!),
    a: Float64Array.from(observable, ({ coefficient }) => coefficient),
  };
}

/** c of each cell and the least length of a path that crosses it; ⟨A⟩ = 0 at the start. */
function boundedCells(
  blocks: readonly SpeedBlock[],
  a: Float64Array,
  change: Float64Array,
  cells: readonly Pick<ObservableCell, 'b' | 'nu'>[],
) {
  const total = a.reduce((sum, value, m) => sum + value * change[m]!, 0);
  const grid = cellEnds(cells.length).map((u) => total * u);
  const sums = blocks.map((block) => block.sums(a));
  return cells.map(({ b, nu }, k) => {
    const [x0, x1] = [grid[k]!, grid[k + 1]!];
    let c = -Infinity;
    let margin = 0;
    sums.forEach(({ Q, W, T }, s) => {
      const { size } = blocks[s]!;
      const matrix = Q.map((q, at) => q - nu * W[at]! + (nu * (x0 + x1) - b) * T[at]!);
      for (let v = 0; v < size; v++) matrix[v * (size + 1)] = matrix[v * (size + 1)]! - nu * x0 * x1;
      c = Math.max(c, symmetricEigenvalues(matrix, size)[size - 1]!);
      margin = Math.max(margin, 1e-12 * Math.hypot(...matrix));
    });
    const most = c + margin + 1e-9 * total ** 2;
    const time = x0 === x1 ? 0 : reciprocalRootIntegral(Math.abs(x1 - x0), most + b * x0, most + b * x1, nu).value;
    return { c, b, nu, time };
  });
}

/** Of a unit in a state by its Dicke components: only j = n/2 counts. */
export function expectation(dicke: readonly Complex[], { j, m, other }: SpinUnit): number {
  const n = dicke.length - 1;
  if (2 * j !== n) return 0;
  const square = dicke.reduce((sum, [re]) => sum + re * re, 0);
  const [first, second] = [dicke[n / 2 - m]![0], dicke[n / 2 - other]![0]];
  return ((m === other ? 1 : 2) * first * second) / square;
}

/** The greatest number that divides all differences of the numbers of ones within each state. */
export function modulusOf({ from, to }: SymmetricProblem): number {
  return [from, to].reduce((divisor, state) => {
    const ones = state.flatMap(([re], k) => (Math.abs(re) > 1e-12 ? [k] : []));
    return ones.reduce((d, k) => greatestDivisor(d, k - ones[0]!), divisor);
  }, 0);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** Checks two symmetric states and the words between them. */
export function checkSymmetricProblem(caller: string, { qubits, sizeWeights, from, to }: SymmetricProblem): void {
  if (!(Number.isInteger(qubits) && qubits >= 1 && qubits <= MOST_QUBITS)) {
    throw new ShapeError(`${caller}: 1 to ${MOST_QUBITS} qubits required, got ${qubits}`);
  }
  for (const state of [from, to]) {
    if (state.length !== qubits + 1) {
      throw new ShapeError(`${caller}: ${qubits + 1} components required, got ${state.length}`);
    }
    if (!state.every(([re, im]) => Number.isFinite(re) && im === 0) || state.every(([re]) => re === 0)) {
      throw new DomainError(`${caller}: real components, not all 0, required`);
    }
  }
  const wrong = sizeWeights.find((weight) => !(weight > 0));
  if (wrong !== undefined) throw new DomainError(`${caller}: weights above 0 required, got ${wrong}`);
}
