/** @file What the circuit of a Gaussian MERA costs as a path of gates, scale by scale. */

import { DomainError } from '../../errors.ts';
import { gaussianGeodesic } from '../../gaussian/gaussian-geodesic.ts';
import { gaussianState, gaussianVacuum } from '../../gaussian/gaussian-state.ts';
import type { QuadraticHamiltonian } from '../../gaussian/quadratic-hamiltonian.ts';
import { type RealMatrix, scaled } from '../../linalg/matrix.ts';
import { randomStream } from '../../linalg/random.ts';
import { addReal, multiplyReal, realIdentity, transposeReal } from '../../linalg/real-product.ts';
import { rotationLogarithm } from '../../linalg/rotation-logarithm.ts';
import { lbfgs } from '../../optimise/lbfgs.ts';
import { minimised } from '../../optimise/minimise.ts';
import type { Evaluation } from '../../optimise/objective.ts';
import type { GaussianMera } from './gaussian-mera.ts';
import { type LegBases, legBases } from './gaussian-mera-bases.ts';
import { circuitPath, type LayerGates } from './gaussian-mera-path.ts';
import { type GaussianMeraRing, layerAbove } from './gaussian-mera-ring.ts';

/** Lengths of the gates of one layer. */
export interface CircuitScale {
  /** Sites of the chain between neighbours on which its gates act, 3^k blocks. */
  readonly distance: number;
  readonly isometries: number;
  readonly disentanglers: number;
}

/** A MERA as a path from |0…0⟩. */
export interface GaussianMeraCircuit {
  /** Of everything: the top, then layer after layer. */
  readonly length: number;
  /** Of the straight path to the state of the coarsest sites. */
  readonly top: number;
  /** From the chain upwards. */
  readonly scales: readonly CircuitScale[];
  /** The path itself, from |0…0⟩: each Hamiltonian of all modes acts for unit time. */
  readonly path: () => readonly QuadraticHamiltonian[];
}

/** How the least length is sought. */
export interface GaussianMeraCircuitOptions {
  /** Searches that begin with random bases of all legs, beside the one that begins with those of the network; default 1. */
  readonly starts?: number;
  /** Steps of L-BFGS for each; default 100. */
  readonly maxSteps?: number;
  readonly seed?: number;
}

/**
 * The length of a Gaussian MERA on a ring as a circuit: each coarse site is on the middle one of the three blocks below it, and the other two are in
 * the vacuum until their isometry acts. All isometries of a layer act at the same time, then all disentanglers, each along e^{As} with A = log O:
 *
 *     L = L_top + Σ_layers (F_w + F_u),    F² = (gates of the layer) · Σ_{a<b} w_r (A_ab/2)²
 *
 * in words of two Majorana operators at r sites from each other on the chain, Z_j with r = 0 among them. The state does not depend on the bases of legs
 * between layers and between isometries and disentanglers, nor on how isometries turn the vacuum; the length does, and is minimised over
 * them, the same ones at all scales where the layer is the same. An upper bound for circuits of this network, and for the complexity of its
 * state in every metric in which these words weigh w_r.
 *
 * @param weightOf - w_r > 0
 * @throws {DomainError} weights that are not positive and finite
 *
 * O(q³) for each layer and step, and once O((nq)³) for n sites at the top.
 */
export function gaussianMeraCircuit(
  mera: GaussianMera,
  ring: Pick<GaussianMeraRing, 'layers' | 'top'>,
  weightOf: (range: number) => number,
  { starts = 1, maxSteps = 100, seed = 1 }: GaussianMeraCircuitOptions = {},
): GaussianMeraCircuit {
  const bases = legBases(mera.majoranas, Math.min(ring.layers, mera.transitional.length + 1));
  const { manifold, identity } = bases;
  const objective = circuitLength(mera, ring, weightOf, bases);
  const { normal } = randomStream(seed, 'bases of a MERA');
  let best: { readonly x: Float64Array; readonly value: number } | undefined;
  for (let start = 0; start <= starts; start++) {
    const turned =
      start === 0
        ? identity
        : manifold.retract(
            identity,
            manifold.project(
              identity,
              identity.map(() => normal()),
            ),
          );
    const { x, evaluation } = minimised(objective, lbfgs({ manifold }), turned, { maxSteps, manifold }).value;
    if (best === undefined || evaluation.value < best.value) best = { x, value: evaluation.value };
  }
  const { scales, gates } = objective(best!.x);
  const generator = topGenerator(mera, ring, bases.coarse(best!.x));
  const top = Math.sqrt(wordCost(generator, metricAt(mera, ring, weightOf, ring.layers)).square);
  return {
    length: top + best!.value,
    top,
    scales,
    path: () => circuitPath(mera.majoranas, ring, generator, gates),
  };
}

/** Σ (F_w + F_u) as a function of the bases of legs, with its derivative; the part of each layer beside it. */
export function circuitLength(
  mera: GaussianMera,
  { layers, top }: Pick<GaussianMeraRing, 'layers' | 'top'>,
  weightOf: (range: number) => number,
  bases: LegBases,
): (
  x: Float64Array,
) => Evaluation & { readonly scales: readonly CircuitScale[]; readonly gates: readonly LayerGates[] } {
  const q = mera.majoranas;
  return (x) => {
    const gradient = new Float64Array(x.length);
    const scales: CircuitScale[] = [];
    const gates: LayerGates[] = [];
    const coarse = bases.coarse(x);
    for (let level = 0; level < layers; level++) {
      const kind = Math.min(level, bases.kinds - 1);
      const { isometry, disentangler } = layerAbove(mera, level);
      const { left, right, vacuum } = bases.layer(x, kind);
      // Fine legs of the lowest layer are the sites of the chain.
      const fine = level === 0 ? realIdentity(q) : coarse;
      const metric = metricAt(mera, { layers, top }, weightOf, level);
      const count = (2 * top.modes * 3 ** (layers - 1 - level)) / q;
      const w = gateLength(isometry, [right, fine, left], [coarse, vacuum], middleColumns(q), count, metric);
      const u = gateLength(disentangler, [fine, fine], [left, right], null, count, metric);
      scales.push({ distance: metric.spacing, isometries: w.length, disentanglers: u.length });
      gates.push({ isometry: w.generator, disentangler: u.generator });
      const slopes = bases.layer(gradient, kind);
      const byCoarse = bases.coarse(gradient);
      addBlock(slopes.right, w.byOutputs, 0);
      addBlock(slopes.left, w.byOutputs, 2 * q);
      addBlock(byCoarse, w.byInputs, 0);
      addBlock(slopes.vacuum, w.byInputs, q);
      addBlock(slopes.left, u.byInputs, 0);
      addBlock(slopes.right, u.byInputs, q);
      if (level > 0) {
        addBlock(byCoarse, w.byOutputs, q);
        addBlock(byCoarse, u.byOutputs, 0);
        addBlock(byCoarse, u.byOutputs, q);
      }
    }
    const value = scales.reduce((sum, { isometries, disentanglers }) => sum + isometries + disentanglers, 0);
    return { value, gradient, scales, gates };
  };
}

/** The generator of the straight path from |0…0⟩ to the state of the top, in this basis of its legs. */
function topGenerator(
  { majoranas: q }: GaussianMera,
  { top }: Pick<GaussianMeraRing, 'top'>,
  basis: RealMatrix,
): RealMatrix {
  const turn = blockDiagonal(Array.from({ length: (2 * top.modes) / q }, () => basis));
  const turned = multiplyReal(turn, multiplyReal(top.covariance, turn), { transposeA: true });
  const twice = addReal(turned, -1, transposeReal(turned)); // antisymmetric to the last digit
  const target = gaussianState('fermion', scaled(0.5, twice));
  return gaussianGeodesic(gaussianVacuum('fermion', top.modes), target).generator.matrix;
}

/** Weights of words on blocks of q Majorana operators, `spacing` sites apart on a ring of so many. */
interface WordMetric {
  readonly weightOf: (range: number) => number;
  readonly q: number;
  readonly spacing: number;
  readonly ring: number;
}

const metricAt = (
  { majoranas: q }: GaussianMera,
  { layers, top }: Pick<GaussianMeraRing, 'layers' | 'top'>,
  weightOf: (range: number) => number,
  level: number,
): WordMetric => ({ weightOf, q, spacing: (q / 2) * 3 ** level, ring: top.modes * 3 ** layers });

/** F² = Σ_{a<b} w (A_ab/2)² of a generator, and its derivative by the entries of A. */
function wordCost({ rows, cols, data }: RealMatrix, { weightOf, q, spacing, ring }: WordMetric) {
  const site = (a: number): number => Math.floor(a / q) * spacing + Math.floor((a % q) / 2);
  const slope = new Float64Array(data.length);
  let square = 0;
  for (let a = 0; a < rows; a++) {
    for (let b = 0; b < rows; b++) {
      const apart = Math.abs(site(a) - site(b));
      const weight = weightOf(Math.min(apart, ring - apart));
      if (!(weight > 0 && weight < Infinity)) {
        throw new DomainError(`gaussianMeraCircuit: finite weights > 0 required, got ${weight}`);
      }
      const entry = data[a * cols + b]!;
      square += (weight * entry * entry) / 8;
      slope[a * cols + b] = (weight * entry) / 4;
    }
  }
  return { square, slope: { rows, cols, data: slope } };
}

/** √count·F of the gate LᵀOR, its columns in this order, for L and R block diagonal; its derivatives by L and R. */
function gateLength(
  gate: RealMatrix,
  outputs: readonly RealMatrix[],
  inputs: readonly RealMatrix[],
  order: readonly number[] | null,
  count: number,
  metric: WordMetric,
) {
  const [left, right] = [blockDiagonal(outputs), blockDiagonal(inputs)];
  const turned = multiplyReal(gate, right);
  const whole = multiplyReal(left, turned, { transposeA: true });
  const columns = order ?? Array.from({ length: whole.cols }, (_, k) => k);
  const { matrix, pullback } = rotationLogarithm(columnsFrom(whole, columns));
  const { square, slope } = wordCost(matrix, metric);
  const length = Math.sqrt(count * square);
  const byEntry = slope.data.map((x) => (length === 0 ? 0 : (count * x) / (2 * length)));
  const back: number[] = [];
  columns.forEach((from, to) => {
    back[from] = to;
  });
  const byGate = columnsFrom(pullback({ ...slope, data: byEntry }), back);
  return {
    length,
    generator: matrix,
    byOutputs: multiplyReal(turned, byGate, { transposeB: true }),
    byInputs: multiplyReal(gate, multiplyReal(left, byGate), { transposeA: true }),
  };
}

/** Columns of an isometry, coarse site and vacuum, as blocks from left to right: the coarse site is the middle one. */
const middleColumns = (q: number): readonly number[] =>
  [q, 0, 2 * q].flatMap((first) => Array.from({ length: q }, (_, k) => first + k));

function columnsFrom({ rows, cols, data }: RealMatrix, columns: readonly number[]): RealMatrix {
  const out = Float64Array.from({ length: rows * cols }, (_, k) => data[k - (k % cols) + columns[k % cols]!]!);
  return { rows, cols, data: out };
}

/** Adds the diagonal block that begins at this row. */
function addBlock(to: RealMatrix, { cols, data }: RealMatrix, first: number): void {
  for (let i = 0; i < to.rows; i++) {
    for (let j = 0; j < to.cols; j++) {
      const at = i * to.cols + j;
      to.data[at] = to.data[at]! + data[(first + i) * cols + first + j]!;
    }
  }
}

function blockDiagonal(blocks: readonly RealMatrix[]): RealMatrix {
  const rows = blocks.reduce((sum, block) => sum + block.rows, 0);
  const data = new Float64Array(rows * rows);
  let first = 0;
  for (const block of blocks) {
    for (let i = 0; i < block.rows; i++) {
      data.set(block.data.subarray(i * block.cols, (i + 1) * block.cols), (first + i) * rows + first);
    }
    first += block.rows;
  }
  return { rows, cols: rows, data };
}
