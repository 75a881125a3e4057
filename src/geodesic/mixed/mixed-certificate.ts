/** @file The certificate of a path from a diagonal to a mixed state. */

import type { Controls } from '../../complexity/controls.ts';
import type { ComplexMatrix } from '../../linalg/complex.ts';
import { addScaledMatrix, frobeniusNorm, matrixOfColumns, multiply } from '../../linalg/matrix.ts';
import { length } from '../../linalg/real-vector.ts';
import { counted, significant } from '../../number-format.ts';
import type { PauliSum } from '../../operator/pauli-sum.ts';
import { evolve } from '../../path/evolution.ts';
import { hamiltonian } from '../../path/hamiltonian-action.ts';
import { wordTable } from '../../path/word-table.ts';
import { buresAngle } from '../../state/bures-angle.ts';
import type { SlicedGeodesic } from '../state/state-geodesic.ts';
import { type Eigenspace, spectralGap } from './eigenspaces.ts';
import { mixedLowerBound } from './mixed-bound.ts';
import type { Ordering } from './spectrum-orderings.ts';

/** A path from a diagonal state Λ to (nearly) ρ, with what is known of its quality. */
export interface MixedGeodesic extends SlicedGeodesic {
  /** Λ: the eigenvalue on each basis state, shape (2ⁿ,). */
  readonly spectrum: readonly number[];
  /** What the length depends on: the eigenspaces by falling eigenvalue. */
  readonly eigenspaces: readonly { readonly value: number; readonly dimension: number }[];
  /** The least distance of two eigenvalues: where it closes the complexity may jump. null if there is one eigenvalue. */
  readonly gap: number | null;
  /** ½‖U Λ U† − ρ‖² at the end of the path. */
  readonly distance: number;
  /** |x + Jᵀp| / |x| at the best costate p: 0 if the path is stationary among those of K slices. */
  readonly costateResidual: number;
  /** The geodesic near the path, of which L(0) vanishes on the centraliser of Λ; null if none was polished. */
  readonly geodesic: {
    readonly momentum: PauliSum;
    readonly length: number;
    /** Bi-invariant distance of its end from the nearest unitary that makes ρ. */
    readonly residual: number;
    /** How much the length may be off for a path to ρ itself, by `lengthUncertainty`. */
    readonly uncertainty: number | null;
  } | null;
  /** Distinct orderings of the spectrum that were searched, and how many there are. */
  readonly orderings: { readonly searched: number; readonly count: number };
}

/** h[k][P] of the path at x, which runs from ρ to Λ, turned round. */
export function forwardVelocity(
  { controls: { weights }, slices }: { readonly controls: Controls; readonly slices: number },
  x: Float64Array,
): number[][] {
  return Array.from({ length: slices }, (_, k) => {
    const part = x.subarray((slices - 1 - k) * weights.length, (slices - k) * weights.length);
    return Array.from(part, (value, p) => 0 - value * Math.sqrt(slices / weights[p]!));
  });
}

interface Known
  extends Pick<
    MixedGeodesic,
    'coarseLength' | 'starts' | 'orderings' | 'costateResidual' | 'uncertainty' | 'geodesic'
  > {}

/** The path at x, which runs from ρ to Λ, as one from Λ to ρ with its certificate. */
export function describedMixed(
  density: ComplexMatrix,
  problem: {
    readonly controls: Controls;
    readonly spaces: readonly Eigenspace[];
    readonly ordering: Ordering;
    readonly slices: number;
    readonly tolerance: number;
  },
  x: Float64Array,
  known: Known,
): MixedGeodesic {
  const { controls, spaces, ordering, slices, tolerance } = problem;
  const count = controls.words.length;
  const velocity = forwardVelocity(problem, x);
  const speeds = velocity.map((_, k) => Math.sqrt(slices) * length(x.subarray(k * count, (k + 1) * count)));
  const mean = speeds.reduce((sum, F) => sum + F, 0) / slices;
  const energy = speeds.reduce((sum, F) => sum + F * F, 0) / (2 * slices);
  const greatest = Math.max(...speeds);
  const spectrum = ordering.map((j) => spaces[j]!.value);
  const { infidelity, distance } = endOf(controls, velocity, spectrum, density, spaces);
  const lowerBound = mixedLowerBound(controls, spaces, ordering);
  const gap = spectralGap(spaces);
  return {
    words: controls.words,
    velocity,
    slices,
    length: mean,
    energy,
    infidelity,
    speedVariation: greatest > 1e-9 ? greatest / Math.min(...speeds) - 1 : 0,
    straightness: energy > 1e-18 ? mean ** 2 / (2 * energy) : 1,
    lowerBound,
    status: statusOf(mean <= lowerBound * (1 + 1e-6) + 1e-12, infidelity <= tolerance, infidelity, known),
    ...known,
    spectrum,
    eigenspaces: spaces.map(({ value, basis }) => ({ value, dimension: basis.length })),
    gap: gap === Infinity ? null : gap,
    distance,
  };
}

/** Relative gradients up to this are those of a shortest path. */
const STATIONARY = 1e-3;

function statusOf(
  met: boolean,
  reached: boolean,
  infidelity: number,
  { starts, orderings: { searched, count }, costateResidual }: Known,
): string {
  const of = reached ? 'the target' : `a state at infidelity ${significant(infidelity)} from the target`;
  const among = count === 1 ? '' : ` to ${searched} of ${count} orderings of the spectrum`;
  return met
    ? `least length for ${of} from this ordering of its spectrum: it meets the lower bound`
    : `upper bound for ${of}, ${costateResidual > STATIONARY ? 'not yet stationary, ' : ''}best of ${counted(starts.length, 'start')}${among}${agreement(starts)}`;
}

/** How many starts led to the shortest length: from one alone it is known less well. */
function agreement(starts: readonly number[]): string {
  if (starts.length < 2) return '';
  const shortest = Math.min(...starts);
  return `, ${starts.filter((one) => one <= 1.01 * shortest).length} of them within 1 % of the shortest`;
}

/** Runs the path on the basis states that Λ occupies, and compares with ρ. */
function endOf(
  { words, qubits }: Controls,
  velocity: SlicedGeodesic['velocity'],
  spectrum: readonly number[],
  density: ComplexMatrix,
  spaces: readonly Eigenspace[],
): { readonly infidelity: number; readonly distance: number } {
  const table = wordTable(words, qubits);
  const slices = velocity.map((h) => hamiltonian(table, Float64Array.from(h)));
  const occupied = spectrum.flatMap((value, b) => (value > 0 ? [{ value, b }] : []));
  const columns = occupied.map(({ value, b }) => {
    const start = new Float64Array(2 * spectrum.length);
    start[2 * b] = Math.sqrt(value);
    const end = slices.reduce<Float64Array>((psi, H) => evolve(H, psi, 1 / slices.length).state, start);
    return { length: spectrum.length, interleaved: end };
  });
  const vectors = spaces.flatMap(({ value, basis }) =>
    basis.flatMap(({ length, interleaved }) =>
      value > 0 ? [{ length, interleaved: interleaved.map((c) => c * Math.sqrt(value)) }] : [],
    ),
  );
  const made = matrixOfColumns(columns);
  const reached = multiply(made, made, { adjointB: true });
  return {
    infidelity: Math.sin(buresAngle(made, matrixOfColumns(vectors))) ** 2,
    distance: frobeniusNorm(addScaledMatrix(reached, [-1, 0], density)) ** 2 / 2,
  };
}
