/**
 * @file Space-time of a brickwork circuit on a chain, in closed form: wires are light rays, and what lies between four gates
 * is a square of them.
 *
 *          ╲   ╱
 *           gate            N, S, E, W: the squares after, before, right and left of a gate,
 *        W ╱   ╲ E          each with ds² = −2 f du dv
 *
 * In two dimensions Einstein's action is topological, so curvature is tied to matter by a dilaton: varying
 * S = Σ φ_v (ε_v − κ θ_v) by φ gives ε_v = κ θ_v. That a gate's angle is matter, and κ, are choices.
 */

import { DomainError } from '../../errors.ts';

/** Squares by time and place; a gate at (t, x) has x + t even, a square x + t odd. */
export interface NullLattice {
  /** Layers of gates. */
  readonly layers: number;
  /** Bonds of the chain. */
  readonly bonds: number;
  /** ln f of the square at (t, x), t = −1 … layers, x = −1 … bonds, row-major; NaN where there is none. */
  readonly logAreas: Float64Array;
}

const columnsOf = (bonds: number): number => bonds + 2;

/** ln f of a square. */
export const logArea = ({ bonds, logAreas }: NullLattice, t: number, x: number): number =>
  logAreas[(t + 1) * columnsOf(bonds) + x + 1]!;

/**
 * The deficit at a gate, a boost: ε = ln(f_N f_S/(f_E f_W)) = ½ R f h² + … for squares of side h.
 *
 * @throws {DomainError} no gate is there
 */
export function boostDeficit(lattice: NullLattice, t: number, x: number): number {
  const { layers, bonds } = lattice;
  const isGate = t >= 0 && t < layers && x >= 0 && x < bonds && (t + x) % 2 === 0;
  if (!isGate)
    throw new DomainError(
      `boostDeficit: a gate with t + x even, t < ${layers}, x < ${bonds} required, got (${t}, ${x})`,
    );
  const at = (dt: number, dx: number): number => logArea(lattice, t + dt, x + dx);
  return at(1, 0) + at(-1, 0) - at(0, 1) - at(0, -1);
}

/**
 * The space-time whose deficits are κ times the given angles, from the squares of the first two rows and of both sides: marching along the light rays,
 *
 *     ln f_N = ln f_E + ln f_W − ln f_S + κ θ.
 *
 * @param angles - θ of the gate at (t, x) with t + x even, layer by layer; of other places not read
 * @param boundary - ln f of the squares at t ≤ 0, x = −1 and x = bonds; default 0: flat before the circuit and beside it
 * @throws {DomainError} layers of different length, or an angle that is no number
 */
export function solveNullLattice(
  angles: readonly (readonly number[])[],
  kappa: number,
  boundary: (t: number, x: number) => number = () => 0,
): NullLattice {
  const [layers, bonds] = [angles.length, angles[0]?.length ?? 0];
  const wrong = angles.some(
    (row, t) => row.length !== bonds || row.some((a, x) => (t + x) % 2 === 0 && !Number.isFinite(a)),
  );
  if (bonds === 0 || wrong || !Number.isFinite(kappa)) {
    throw new DomainError('solveNullLattice: layers of equally many finite angles required');
  }
  const columns = columnsOf(bonds);
  const logAreas = new Float64Array((layers + 2) * columns).fill(Number.NaN);
  const at = (t: number, x: number): number => logAreas[(t + 1) * columns + x + 1]!;
  for (let t = -1; t <= layers; t++) {
    for (let x = -1; x <= bonds; x++) {
      if ((t + x) % 2 === 0) continue;
      const isGiven = t <= 0 || x === -1 || x === bonds;
      logAreas[(t + 1) * columns + x + 1] = isGiven
        ? boundary(t, x)
        : at(t - 1, x + 1) + at(t - 1, x - 1) - at(t - 2, x) + kappa * angles[t - 1]![x]!;
    }
  }
  return { layers, bonds, logAreas };
}
