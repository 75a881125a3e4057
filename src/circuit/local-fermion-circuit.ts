/**
 * @file A short circuit for a Gaussian state: where entanglement is short-ranged, a few neighbouring modes contain one
 * that is as good as pure, and it takes a few gates to put it at one of the sites.
 */

import { DomainError } from '../errors.ts';
import { isPure } from '../gaussian/entropies.ts';
import { gaussianDistance } from '../gaussian/fidelity.ts';
import { checkGaussian, type GaussianState } from '../gaussian/gaussian-state.ts';
import type { JordanWignerOptions } from '../gaussian/jordan-wigner.ts';
import { majoranaForm } from '../gaussian/majorana-form.ts';
import { checkFermions } from '../gaussian/order-correlator.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { submatrix } from '../linalg/real-product.ts';
import type { NetworkPoint } from '../network-point.ts';
import { type Circuit, parametrised } from './circuit.ts';
import { basisCovariance, basisReference, withStrings } from './free-fermion-program.ts';
import { gateOf, rotateRows, type Turn, turnBoth, undone } from './majorana-turn.ts';

/** How short a local circuit is to be. */
export interface LocalCircuitOptions extends JordanWignerOptions {
  /** Most neighbouring modes among which a pure one is looked for; default 8. */
  readonly block?: number;
  /** Weight (1 − λ)/2 with which a mode may fail to be pure, so that its block need not grow; default 1e-10. */
  readonly tolerance?: number;
}

/** A circuit with a parameter for each gate, and what it misses of the state. */
export interface LocalCircuit extends NetworkPoint<Circuit> {
  /** 1 − F between the circuit's state and the given one, exactly. */
  readonly infidelity: number;
  /** How many neighbouring modes each step took, shape (n,). */
  readonly blocks: readonly number[];
}

/**
 * A circuit of neighbours that prepares a pure Gaussian state from a basis state up to an error, with O(n·block) gates
 * in place of the O(n²) of `circuitOfGaussian`. From the left, the modes from a site on are taken until the largest
 * singular value λ of their covariance is 1 up to the tolerance; turns of neighbours bring that mode to the site, where
 * it is left empty or occupied:
 *
 *     ─■─────
 *     ─■─■───        blocks of three: ■ turns a mode towards the left
 *     ───■─■─
 *     ─────■─
 *
 * Real states need two turns for each pair of a block, Y_j X_j+1 and X_j Y_j+1, with opposite angles where particles
 * are conserved. Other states need four, Z_j and X_j X_j+1. No angle is beyond ±π/2.
 *
 * @returns parameters in the order of the gates; the infidelity is that of the basis state from what the turns leave of
 *   the state
 * @throws {DomainError} bosons, a state that is not pure, blocks of less than two modes, a negative tolerance
 * @throws {ShapeError | DomainError} a malformed state
 *
 * O(n²·block) for the turns, O(n³) for the infidelity; hundreds of modes: 0.1 s for 200.
 *
 * @see Fishman & White, Phys. Rev. B 92, 075132 (2015), arXiv:1504.07701
 */
export function localCircuitOfGaussian(
  state: GaussianState,
  { block = 8, tolerance = 1e-10, string = 'Z' }: LocalCircuitOptions = {},
): LocalCircuit {
  checkLocal(state, block, tolerance);
  const n = state.modes;
  const size = 2 * n;
  const data = state.covariance.data.slice();
  const rest: GaussianState = { ...state, covariance: { ...state.covariance, data } };
  const turns: Turn[] = [];
  const blocks: number[] = [];
  for (let site = 0; site < n; site++) {
    const least = (blocks.at(-1) ?? 2) - 1;
    const { modes, vectors } = purestMode(rest, site, { least, most: block, tolerance });
    for (const turn of turnsOf(vectors, 2 * site)) {
      turnBoth(data, size, turn);
      turns.push(turn);
    }
    blocks.push(modes);
  }
  const occupied = Array.from({ length: n }, (_, j) => data[2 * j * size + 2 * j + 1]! > 0);
  const gates = undone(turns).flatMap((turn) => gateOf(turn, n));
  const words = gates.map(({ word }) => word);
  const reference = occupied.includes(true) ? basisReference(occupied) : undefined;
  const network = withStrings(parametrised(n, words, reference), string);
  const start: GaussianState = { ...state, covariance: basisCovariance(occupied) };
  const infidelity = Math.sin(gaussianDistance(rest, start)) ** 2;
  return { network, theta: Float64Array.from(gates, ({ angle }) => angle as number), infidelity, blocks };
}

function checkLocal(state: GaussianState, block: number, tolerance: number): void {
  checkGaussian('localCircuitOfGaussian', state);
  checkFermions('localCircuitOfGaussian', state);
  if (!isPure(state)) throw new DomainError('localCircuitOfGaussian: a pure state required, got one with |Γ² + 1| > 0');
  if (!(Number.isInteger(block) && block >= 2)) {
    throw new DomainError(`localCircuitOfGaussian: blocks of at least 2 modes required, got ${block}`);
  }
  if (!(tolerance >= 0)) throw new DomainError(`localCircuitOfGaussian: a tolerance ≥ 0 required, got ${tolerance}`);
}

/** The Majorana operators of a mode, by their components from a site on; of a real mode, even and odd ones apart. */
interface ModeVectors {
  readonly isReal: boolean;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

interface Search {
  readonly least: number;
  readonly most: number;
  readonly tolerance: number;
}

/** The purest mode among the fewest modes from a site on that contain one which is pure up to the tolerance. */
function purestMode(
  { modes: n, covariance }: GaussianState,
  site: number,
  { least, most, tolerance }: Search,
): { readonly modes: number; readonly vectors: ModeVectors } {
  const largest = Math.min(most, n - site);
  for (let modes = Math.min(Math.max(1, least), largest); ; modes++) {
    const indices = Array.from({ length: 2 * modes }, (_, k) => 2 * site + k);
    const { structure, values, p, q } = majoranaForm(submatrix(covariance, indices));
    const k = values.indexOf(Math.max(...values));
    if (modes < largest && (1 - values[k]!) / 2 > tolerance) continue;
    return { modes, vectors: { isReal: structure !== 'general', first: rowOf(p, k), second: rowOf(q, k) } };
  }
}

const rowOf = ({ cols, data }: RealMatrix, row: number): Float64Array => data.slice(row * cols, (row + 1) * cols);

/** The turns that bring a mode to γ_at, γ_at+1. */
function turnsOf({ isReal, first, second }: ModeVectors, at: number): readonly Turn[] {
  const turns: Turn[] = [];
  for (let k = first.length - 1; k > 0; k--) {
    if (isReal) {
      const a = at + 2 * k - 2;
      turns.push({ a, b: a + 2, angle: gathered(first, k) }, { a: a + 1, b: a + 3, angle: gathered(second, k) });
      continue;
    }
    const angle = gathered(first, k);
    rotateRows(second, 1, k - 1, k, angle);
    turns.push({ a: at + k - 1, b: at + k, angle });
  }
  if (isReal) return turns;
  for (let k = second.length - 1; k > 1; k--) {
    turns.push({ a: at + k - 1, b: at + k, angle: gathered(second, k) });
  }
  return turns;
}

/** Turns component k of a vector into the one before it, by an angle in (−π/2, π/2]. */
function gathered(vector: Float64Array, k: number): number {
  const [x, y] = [vector[k - 1]!, vector[k]!];
  const angle = x === 0 ? (y === 0 ? 0 : Math.PI / 2) : Math.atan(y / x);
  rotateRows(vector, 1, k - 1, k, angle);
  return angle;
}
