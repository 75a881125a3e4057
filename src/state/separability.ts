/** @file How far is a state from all separable ones? */

import { DomainError } from '../errors.ts';
import { type ComplexMatrix, zeroMatrix } from '../linalg/complex.ts';
import type { Nats } from '../units.ts';
import { concurrence, entanglementOfFormation } from './concurrence.ts';
import { type ConvexRoofOptions, convexRoof } from './convex-roof.ts';
import { distributionEntropy } from './entropy.ts';
import { negativity } from './negativity.ts';

/** The separable state nearest to a state of two parts, by what it is near. */
export interface SeparableDistance {
  /** Greatest fidelity with a separable state. */
  readonly fidelity: number;
  /** Bures distance √(2 − 2√F) to the separable states. */
  readonly buresDistance: number;
  readonly entanglementOfFormation: Nats;
}

const buresOf = (fidelity: number): number => Math.sqrt(Math.max(0, 2 - 2 * Math.sqrt(Math.min(1, fidelity))));

/**
 * Distance of a state of two qubits to the separable states, by its concurrence C,
 *
 *     F = (1 + √(1 − C²))/2,    D_B = √(2 − 2√F),    E_F = h(F).
 *
 * So the entanglement of formation is a function of the distance: E_F = h(F).
 *
 * @throws {ShapeError} the density matrix is not 4 × 4
 *
 * @see Streltsov, Kampermann & Bruß, New J. Phys. 12, 123004 (2010); Wootters, Phys. Rev. Lett. 80, 2245 (1998)
 */
export function separableDistance(rho: ComplexMatrix): SeparableDistance {
  const fidelity = (1 + Math.sqrt(Math.max(0, 1 - concurrence(rho) ** 2))) / 2;
  return { fidelity, buresDistance: buresOf(fidelity), entanglementOfFormation: entanglementOfFormation(rho) };
}

/** Bures distance to the separable states, between bounds. */
export interface SeparableBounds {
  /** From the partial transpose: states at a smaller distance have a negative one, too. */
  readonly least: number;
  /** From the best ensemble found. */
  readonly most: number;
  /** Upper bound of the entanglement of formation. */
  readonly entanglementOfFormation: Nats;
}

/**
 * Bounds of the Bures distance of any state of two parts to the separable states. From above by the convex roof of
 * 1 − max s² (`convexRoof`), which is one minus the greatest fidelity. From below by the negativity N: a state σ with
 * positive partial transpose has ½‖ρ − σ‖₁ ≥ N/min(d_A, d_B), and F ≤ 1 − ¼‖ρ − σ‖₁² (Fuchs & van de Graaf).
 *
 * @param dimensions - d_A, d_B
 * @throws {ShapeError | DomainError} as `convexRoof`
 */
export function separableBounds(
  rho: ComplexMatrix,
  dimensions: readonly [number, number],
  options: ConvexRoofOptions = {},
): SeparableBounds {
  const roof = convexRoof(rho, dimensions, 'geometric', options).value;
  const gap = negativity(rho, dimensions, [0]) / Math.min(...dimensions);
  return {
    least: buresOf(1 - gap * gap),
    most: buresOf(1 - roof),
    entanglementOfFormation: convexRoof(rho, dimensions, 'entropy', options).value,
  };
}

/**
 * The isotropic state of two qudits, f |Φ⟩⟨Φ| + (1 − f)(1 − |Φ⟩⟨Φ|)/(d² − 1), Φ = Σ |kk⟩/√d: unchanged by every
 * U ⊗ U*, separable exactly for f ≤ 1/d.
 *
 * @param fidelity - f, from 0 to 1
 * @throws {DomainError} f out of range, or d that is no whole number from 2 to 8
 *
 * @see Horodecki & Horodecki, Phys. Rev. A 59, 4206 (1999)
 */
export function isotropicState(d: number, fidelity: number): ComplexMatrix {
  checkIsotropic('isotropicState', d, fidelity);
  const rho = zeroMatrix(d * d, d * d);
  const noise = (1 - fidelity) / (d * d - 1);
  for (let k = 0; k < d * d; k++) rho.interleaved[2 * k * (d * d + 1)] = noise;
  for (let j = 0; j < d; j++) {
    for (let k = 0; k < d; k++) {
      const at = 2 * (j * (d + 1) * d * d + k * (d + 1));
      rho.interleaved[at] = rho.interleaved[at]! + (fidelity - noise) / d;
    }
  }
  return rho;
}

/**
 * Greatest fidelity with a separable state and entanglement of formation of the isotropic state, in closed form: the
 * nearest separable state is isotropic, too,
 *
 *     F = (√(f/d) + √((1 − f)(1 − 1/d)))²,    E_F = h(γ) + (1 − γ) ln(d − 1),    γ = (√f + √((d − 1)(1 − f)))²/d,
 *
 * for 1/d ≤ f; beyond f = 4(d − 1)/d² E_F is the tangent (d ln(d − 1)/(d − 2))(f − 1) + ln d. E_F is proved for d ≤ 3.
 *
 * @throws {DomainError} f out of range, or d that is no whole number from 2 to 8
 *
 * @see Terhal & Vollbrecht, Phys. Rev. Lett. 85, 2625 (2000)
 */
export function isotropicDistance(d: number, fidelity: number): SeparableDistance {
  checkIsotropic('isotropicDistance', d, fidelity);
  if (fidelity <= 1 / d) return { fidelity: 1, buresDistance: 0, entanglementOfFormation: 0 };
  const nearest = (Math.sqrt(fidelity / d) + Math.sqrt((1 - fidelity) * (1 - 1 / d))) ** 2;
  const gamma = (Math.sqrt(fidelity) + Math.sqrt((d - 1) * (1 - fidelity))) ** 2 / d;
  const isTangent = d > 2 && fidelity > (4 * (d - 1)) / (d * d);
  const formation = isTangent
    ? ((d * Math.log(d - 1)) / (d - 2)) * (fidelity - 1) + Math.log(d)
    : distributionEntropy([gamma, 1 - gamma]) + (1 - gamma) * Math.log(d - 1);
  return { fidelity: nearest, buresDistance: buresOf(nearest), entanglementOfFormation: formation };
}

function checkIsotropic(caller: string, d: number, fidelity: number): void {
  if (!(Number.isInteger(d) && d >= 2 && d <= 8)) {
    throw new DomainError(`${caller}: a whole dimension from 2 to 8 required, got ${d}`);
  }
  if (!(fidelity >= 0 && fidelity <= 1)) {
    throw new DomainError(`${caller}: a fidelity from 0 to 1 required, got ${fidelity}`);
  }
}
