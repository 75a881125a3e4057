/**
 * @file Circuits of blocks that turn Majorana operators: to Gaussian states they are orthogonal matrices of the size of the chain, so that
 * a value with its gradient costs one plane rotation for each word.
 */

import { type BlockCircuit, circuitOfBlocks, gateGenerators, placed } from '../circuit/block-circuit.ts';
import { blockEnergy, blockLength } from '../complexity/block-length.ts';
import type { PenaltyMetric } from '../complexity/penalty-metric.ts';
import { DomainError } from '../errors.ts';
import { gaussianVacuum } from '../gaussian/gaussian-state.ts';
import { pairWord, type StringLetter, turnedWord } from '../gaussian/jordan-wigner.ts';
import { bipartiteBlock } from '../gaussian/majorana-form.ts';
import type { FermionState } from '../generative/target-state.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { randomStream } from '../linalg/random.ts';
import type { PauliWord } from '../operator/pauli.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimised } from '../optimise/minimise.ts';
import { type Objective, weightedSum } from '../optimise/objective.ts';
import type { GivenPath } from '../path/given-path.ts';
import { alongPath } from './block-search.ts';

/** A word of a gate that turns the Majorana operators a and a + 2. */
interface PlaneRotation {
  /** Index of its coefficient h among the circuit's. */
  readonly parameter: number;
  /** Rows of the block B of the covariance for even a, columns for odd ones: a >> 1 and the next. */
  readonly site: number;
  readonly side: 'rows' | 'columns';
  /** Angle of the rotation for h = 1. */
  readonly rate: number;
}

/**
 * Σ_k (1 − F_k) over the modes between the state that real words of two Majorana operators on neighbours make of S = 1 on every qubit, and a
 * real Gaussian state: with B the block of the covariance between even and odd indices, B ↦ e^{hʳ} B e^{−hᶜ} gate by gate, and
 *
 *     Σ(1 − F) = |B − B_T|²/8,
 *
 * which for small values is the infidelity. All other words of the circuit are left at 0, as is their gradient.
 *
 * @param circuit - of blocks on at most two qubits, whose Gaussian words commute
 * @throws {DomainError} a target that is not real; a block on three qubits
 *
 * Cost O(n) for each word.
 */
export function gaussianBlockMiss(circuit: BlockCircuit, { state, string }: FermionState): Objective {
  const target = bipartiteBlock(state.covariance);
  if (target === undefined) throw new DomainError('gaussianBlockMiss: a real Gaussian state required');
  const vacuum = bipartiteBlock(gaussianVacuum('fermion', state.modes).covariance)!;
  const rotations = planeRotations(circuit, string);
  return (generators) => {
    gateGenerators(circuit, generators);
    const B: RealMatrix = { ...vacuum, data: vacuum.data.slice() };
    for (const rotation of rotations) turn(B, rotation, generators[rotation.parameter]!);
    const slope: RealMatrix = { ...B, data: B.data.map((value, i) => (value - target.data[i]!) / 4) };
    const value = 2 * slope.data.reduce((sum, x) => sum + x * x, 0);
    const gradient = new Float64Array(circuit.parameters);
    for (const rotation of rotations.toReversed()) {
      const { parameter } = rotation;
      gradient[parameter] = torque(slope, B, rotation);
      for (const matrix of [B, slope]) turn(matrix, rotation, -generators[parameter]!);
    }
    return { value, gradient };
  };
}

/** The words of a circuit's gates that turn two Majorana operators of neighbours, in the order in which they act; those of one gate commute. */
function planeRotations(circuit: BlockCircuit, string: StringLetter): readonly PlaneRotation[] {
  const { qubits, gates } = circuit;
  const wide = gates.find(({ sites }) => sites.length > 2);
  if (wide !== undefined) {
    throw new DomainError(`Gaussian blocks: gates on at most two qubits required, got one on [${wide.sites}]`);
  }
  const planes = new Map<PauliWord, Omit<PlaneRotation, 'parameter'>>();
  for (let a = 0; a + 2 < 2 * qubits; a++) {
    const { word, sign } = pairWord(a, a + 2, qubits);
    const side = a % 2 === 0 ? 'rows' : 'columns';
    planes.set(turnedWord(word, string, 1), { site: a >> 1, side, rate: 2 * sign });
  }
  let parameter = -1;
  return gates.flatMap(({ sites, words }) =>
    words.flatMap((word): PlaneRotation[] => {
      parameter++;
      const plane = planes.get(placed(word, sites, qubits));
      return plane === undefined ? [] : [{ parameter, ...plane }];
    }),
  );
}

/** The two rows or columns of a plane: where the first begins, where the second, and the step along them. */
const linesOf = ({ rows: n }: RealMatrix, { site, side }: PlaneRotation): readonly [number, number, number] =>
  side === 'rows' ? [site * n, (site + 1) * n, 1] : [site, site + 1, n];

/** The matrix with a plane turned by h: (a, b) ↦ (a cos + b sin, b cos − a sin). */
function turn(matrix: RealMatrix, rotation: PlaneRotation, h: number): void {
  const { rows: n, data } = matrix;
  const [a, b, stride] = linesOf(matrix, rotation);
  const [cos, sin] = [Math.cos(rotation.rate * h), Math.sin(rotation.rate * h)];
  for (let i = 0; i < n; i++) {
    const [x, y] = [data[a + i * stride]!, data[b + i * stride]!];
    data[a + i * stride] = cos * x + sin * y;
    data[b + i * stride] = cos * y - sin * x;
  }
}

/** The derivative by h of a function of B with this slope, at the end of a rotation. */
function torque(slope: RealMatrix, B: RealMatrix, rotation: PlaneRotation): number {
  const [a, b, stride] = linesOf(B, rotation);
  let sum = 0;
  for (let i = 0; i < B.rows; i++) {
    const [at, bt] = [a + i * stride, b + i * stride];
    sum += slope.data[at]! * B.data[bt]! - slope.data[bt]! * B.data[at]!;
  }
  return rotation.rate * sum;
}

/** Weights of Σ(1 − F) beside the energy, from a start of almost nothing, and beside the length. */
const ENERGY_WEIGHTS = Array.from({ length: 12 }, (_, k) => 20 * 10 ** (k / 4));
const LENGTH_WEIGHTS = Array.from({ length: 11 }, (_, k) => 1e4 * 10 ** (k / 2));
/** L-BFGS steps of each weight: the valley of the miss is narrow, and a step is cheap. */
const [ENERGY_STEPS, LENGTH_STEPS, MEMORY] = [400, 1500, 80];
/** ε of the length, and the standard deviation of the start. */
const [SMOOTHING, SMALL] = [1e-4, 0.01];

/** How a circuit of Gaussian blocks is sought. */
export interface GaussianBlocksOptions {
  /** A path that the circuit follows first; default coefficients near 0, whose weights rise from small ones. */
  readonly path?: GivenPath | null;
  /** Σ(1 − F) that is enough, default 1e-7. */
  readonly enough?: number;
  readonly seed?: number;
}

/** The coefficients of a circuit in its Gaussian words. */
export interface GaussianBlocks {
  /** h, shape (P,); 0 for all other words. */
  readonly generators: Float64Array;
  /** Σ_k (1 − F_k). */
  readonly miss: number;
}

/**
 * A short circuit of blocks to a real Gaussian state, by real words of two Majorana operators on neighbours alone: length + μΣ(1 − F) for
 * rising μ, by L-BFGS. Along the shortest Gaussian path (`orbitGeodesic`) a circuit begins as its product formula.
 *
 * @param circuit - of blocks on at most two qubits that begins with S = 1 on every qubit
 * @throws {DomainError} a target that is not real; a block on three qubits; a word of infinite weight
 *
 * Cost O(n) for each word and step: 152 blocks on 20 sites in some ten seconds.
 */
export function gaussianBlocks(
  metric: PenaltyMetric,
  circuit: BlockCircuit,
  target: FermionState,
  { path = null, enough = 1e-7, seed = 0 }: GaussianBlocksOptions = {},
): GaussianBlocks {
  const kept = new Set(planeRotations(circuit, target.string).map(({ parameter }) => parameter));
  const part = partOf(circuit, kept);
  const miss = gaussianBlockMiss(part, target);
  const near = (cost: Objective, mu: number, start: Float64Array, maxSteps: number): Float64Array => {
    const weighted = weightedSum([
      [1, cost],
      [mu, miss],
    ]);
    return minimised(weighted, lbfgs({ memory: MEMORY }), start, { maxSteps, valueTolerance: 1e-10 }).value.x;
  };
  let h: Float64Array;
  if (path === null) {
    const stream = randomStream(seed, 'Gaussian blocks');
    h = Float64Array.from(kept, () => SMALL * stream.normal());
    const energy = blockEnergy(part, metric);
    for (const mu of ENERGY_WEIGHTS) h = near(energy, mu, h, ENERGY_STEPS);
  } else {
    h = alongPath(part, path);
  }
  const length = blockLength(part, metric, { smoothing: SMOOTHING });
  for (const mu of LENGTH_WEIGHTS) {
    h = near(length, mu, h, LENGTH_STEPS);
    if (miss(h).value <= enough) break;
  }
  const generators = new Float64Array(circuit.parameters);
  [...kept].forEach((parameter, k) => {
    generators[parameter] = h[k]!;
  });
  return { generators, miss: miss(h).value };
}

/** The circuit with these of its words alone. */
function partOf({ qubits, gates }: BlockCircuit, kept: ReadonlySet<number>): BlockCircuit {
  let parameter = -1;
  return circuitOfBlocks(
    qubits,
    gates.map(({ sites, words }) => ({
      sites,
      words: words.filter(() => {
        parameter++;
        return kept.has(parameter);
      }),
    })),
  );
}
