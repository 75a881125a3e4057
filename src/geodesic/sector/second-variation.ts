/**
 * @file Whether a geodesic of symmetric states is a minimum: the second variation of the energy among paths that meet the target.
 * With B_a(t) = U†O_aU, ψ and λ = p(0) at the start, it is
 *
 *     Q(δh) = ∫ Σ_a g_a δh_a² dt + 2 Re ∫∫_{s>t} ⟨λ|B_a(s)B_b(t)|ψ⟩ δh_a(s)δh_b(t),      ∫ Σ_a δh_a B_a ψ dt ∈ ℝψ.
 */

import { DomainError } from '../../errors.ts';
import { dot, length, plus, times } from '../../linalg/real-vector.ts';
import { symmetricEigenvalues } from '../../linalg/symmetric-eigenvalues.ts';
import { refinedVector } from '../../state/symmetric-vector.ts';
import { horizontalFrame } from '../state/horizontal-frame.ts';
import type { StatePoint } from '../state/state-flow.ts';
import { carriedBy, controlFlow } from './control-flow.ts';
import { isWithin, levels, representationDimension, splitBlocks } from './refinement.ts';
import { type YoungSector, youngSector } from './young-sector.ts';

/** The second variation in a sector. */
export interface SecondVariation {
  /** Directions in which the energy falls, and those that leave it. */
  readonly negative: number;
  readonly zero: number;
  /** Lowest eigenvalues, ascending, in units in which ∫ Σ g δh² has 1: the limit for an error in 1/nodes². */
  readonly lowest: Float64Array;
}

/** Integration steps: at least so many for each node, and for each unit of the costate. */
const [STEPS_PER_NODE, STEPS_PER_COSTATE] = [4, 4];
/** Eigenvalues nearer to 0 count as 0. */
const ZERO = 2e-3;
/** Conditions that leave less than this share of themselves to others follow from them. */
const RANK = 1e-9;
/** Eigenvalues that are extrapolated. */
const MOST_LOWEST = 64;

/**
 * Eigenvalues of Q with δh constant on each of `nodes` and of 2·`nodes` intervals, extrapolated.
 *
 * @param sector - all controls, real and imaginary
 * @param start - |0…0⟩ and the costate of a geodesic, in this sector
 * @param nodes - 16 resolve eigenvalues of a few 1e-3
 *
 * Cost O((#controls·nodes)³).
 */
export function secondVariation(sector: YoungSector, start: StatePoint, nodes = 16): SecondVariation {
  checkNodes(nodes);
  const [coarse, fine] = [spectrumAt(sector, start, nodes), spectrumAt(sector, start, 2 * nodes)];
  const lowest = coarse.slice(0, MOST_LOWEST).map((value, k) => (4 * fine[k]! - value) / 3);
  return {
    negative: lowest.filter((value) => value < -ZERO).length,
    zero: lowest.filter((value) => Math.abs(value) <= ZERO).length,
    lowest: lowest.sort(),
  };
}

function checkNodes(nodes: number): void {
  if (!(Number.isInteger(nodes) && nodes >= 2)) {
    throw new DomainError(`secondVariation: at least 2 nodes required, got ${nodes}`);
  }
}

/** U†O_aψ and U†O_ap at the middle of an interval, for every control. */
interface Node {
  readonly states: readonly Float64Array[];
  readonly costates: readonly Float64Array[];
}

function nodesOf(sector: YoungSector, start: StatePoint, nodes: number): readonly Node[] {
  const { dimension, inverseWeights } = sector;
  const least = Math.max(STEPS_PER_NODE * nodes, STEPS_PER_COSTATE * length(start.costate));
  const flow = controlFlow(sector, start, 2 * nodes * Math.ceil(least / (2 * nodes)));
  const stride = flow.stages.length / nodes;
  const basis = Array.from({ length: dimension }, (_, k) => {
    const unit = new Float64Array(2 * dimension);
    unit[2 * k] = 1;
    return carriedBy(sector, flow, unit);
  });
  const units = Array.from(inverseWeights, (_, a) => {
    const h = new Float64Array(inverseWeights.length);
    h[a] = 1;
    return sector.hamiltonian(h);
  });
  return Array.from({ length: nodes }, (_, k) => {
    const at = k * stride + stride / 2;
    const { state, costate } = flow.points[at]!;
    const back = (v: Float64Array): Float64Array => overlaps(basis, at, timesI(v));
    return {
      states: units.map(({ velocity }) => back(velocity(state))),
      costates: units.map(({ velocity }) => back(velocity(costate))),
    };
  });
}

const timesI = (v: Float64Array): Float64Array => v.map((_, i) => (i % 2 === 0 ? -v[i + 1]! : v[i - 1]!));

/** ⟨U e_k|v⟩ for every k: the components of U†v. */
function overlaps(basis: readonly (readonly Float64Array[])[], at: number, v: Float64Array): Float64Array {
  const out = new Float64Array(v.length);
  const turned = timesI(v);
  basis.forEach((moved, k) => {
    out[2 * k] = dot(moved[at]!, v);
    out[2 * k + 1] = -dot(moved[at]!, turned);
  });
  return out;
}

/** Ascending eigenvalues of Q on the directions that keep the end. */
function spectrumAt(sector: YoungSector, start: StatePoint, nodes: number): Float64Array {
  const table = nodesOf(sector, start, nodes);
  const roots = sector.inverseWeights.map((inverse) => Math.sqrt(inverse / nodes));
  const controls = roots.length;
  const size = nodes * controls;
  const Q = Array.from({ length: size }, () => new Float64Array(size));
  for (let i = 0; i < size; i++) {
    const [s, a] = [Math.floor(i / controls), i % controls];
    for (let j = 0; j <= i; j++) {
      const [t, b] = [Math.floor(j / controls), j % controls];
      const later = dot(table[s]!.costates[a]!, table[t]!.states[b]!);
      const both = s === t ? (later + dot(table[s]!.costates[b]!, table[t]!.states[a]!)) / 2 : later;
      const value = roots[a]! * roots[b]! * both + (i === j ? 1 : 0);
      Q[i]![j] = value;
      Q[j]![i] = value;
    }
  }
  const { coordinatesOf } = horizontalFrame(start.state);
  const columns = table.flatMap(({ states }) => states.map((v, a) => times(roots[a]!, coordinatesOf(timesI(v)))));
  const rows = Array.from({ length: 2 * sector.dimension - 2 }, (_, row) =>
    Float64Array.from(columns, (column) => column[row]!),
  );
  return projectedSpectrum(Q, orthonormal(rows), size);
}

/** Orthonormal vectors with the same span. */
function orthonormal(rows: readonly Float64Array[]): readonly Float64Array[] {
  const scale = Math.max(...rows.map(length));
  const basis: Float64Array[] = [];
  for (const row of rows) {
    let rest = row;
    for (let pass = 0; pass < 3; pass++) for (const q of basis) rest = plus(rest, -dot(q, rest), q);
    if (length(rest) > RANK * scale) basis.push(times(1 / length(rest), rest));
  }
  return basis;
}

/** Eigenvalues of Q between vectors orthogonal to `constraints`, which are given the eigenvalue 10 and left out. */
function projectedSpectrum(
  Q: readonly Float64Array[],
  constraints: readonly Float64Array[],
  size: number,
): Float64Array {
  const projected = (rows: readonly Float64Array[]): Float64Array[] =>
    rows.map((row) => constraints.reduce((rest, q) => plus(rest, -dot(q, rest), q), row));
  const once = projected(Q);
  const across = once.map((_, i) => Float64Array.from(once, (row) => row[i]!));
  const twice = projected(across);
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const held = constraints.reduce((sum, q) => sum + q[i]! * q[j]!, 0);
      const value = (twice[i]![j]! + twice[j]![i]!) / 2 + 10 * held;
      matrix[i * size + j] = value;
      matrix[j * size + i] = value;
    }
  }
  return symmetricEigenvalues(matrix, size).slice(0, size - constraints.length);
}

/** What the representations of the permutations contribute to the index. */
export interface IndexPart {
  /** The blocks of the sector in which it was found. */
  readonly blocks: readonly number[];
  /** Dimension of the representation: how often each of its directions counts. */
  readonly dimension: number;
  /** Negative and zero directions of this representation, each counted once. */
  readonly negative: number;
  readonly zero: number;
  /** The lowest eigenvalue in that sector. */
  readonly lowest: number;
}

/** The second variation of the full problem of 2ⁿ amplitudes. */
export interface MorseIndex {
  /** Independent directions in which the energy falls: 0 at a local minimum. */
  readonly index: number;
  /** Directions that leave it: 0, or families of equally long geodesics. */
  readonly nullity: number;
  readonly parts: readonly IndexPart[];
}

/**
 * The Morse index of a geodesic of symmetric blocks among all paths of 2ⁿ amplitudes, from small matrices. Q commutes with the
 * permutations within blocks, and words of k letters join ψ and λ only with representations ⊗(n_i − κ_i, κ_i), Σκ_i ≤ k, each of
 * which is once in the sector of parts (κ_i, n_i − κ_i); in the others Q = ∫ Σ g δh². So for one block and words of two qubits
 *
 *     index = m₀ + (n − 1)·m₁ + n(n − 3)/2·m₂,
 *
 * with m₀, m₀ + m₁ and m₀ + m₁ + m₂ the counts in the sectors n, 1 + (n − 1) and 2 + (n − 2).
 *
 * @param sector - in which the geodesic was found
 * @param start - |0…0⟩ and its costate there
 */
export function morseIndex(sector: YoungSector, start: StatePoint, nodes = 16): MorseIndex {
  checkNodes(nodes);
  const { blocks, sizeWeights, dimension } = sector;
  const all = levels(blocks, sizeWeights.length);
  const parts: IndexPart[] = [];
  for (const level of all) {
    const finer = youngSector(splitBlocks(blocks, level), { sizeWeights });
    const moved = (interleaved: Float64Array): Float64Array =>
      refinedVector(sector, finer, { length: dimension, interleaved }).interleaved;
    const point = { state: moved(start.state), costate: moved(start.costate) };
    const { negative, zero, lowest } = secondVariation(finer, point, nodes);
    const within = parts.filter((_, i) => isWithin(all[i]!, level));
    parts.push({
      blocks: finer.blocks,
      dimension: representationDimension(blocks, level),
      negative: within.reduce((rest, part) => rest - part.negative, negative),
      zero: within.reduce((rest, part) => rest - part.zero, zero),
      lowest: lowest[0]!,
    });
  }
  return {
    index: parts.reduce((sum, part) => sum + part.dimension * part.negative, 0),
    nullity: parts.reduce((sum, part) => sum + part.dimension * part.zero, 0),
    parts,
  };
}
