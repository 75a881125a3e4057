/** @file The straight path from one state to another. */

import { DomainError, ShapeError } from '../src/errors.ts';
import { asPure, densityOf } from '../src/generative/state-rules.ts';
import type { MixedState, PureState, StateCurve, TargetState } from '../src/generative/target-state.ts';
import { addScaledMatrix, scaledMatrix } from '../src/linalg/matrix.ts';
import { addScaled, innerProduct, normalised, scaledVector } from '../src/linalg/vector.ts';
import { fubiniStudyDistance } from '../src/state/fidelity.ts';

/**
 * Interpolation between two states. Between pure states it is the great circle, the geodesic of the Fubini–Study
 * metric, at constant speed,
 *
 *     |ψ(τ)⟩ = (sin((1 − τ)ϑ) |a⟩ + sin(τϑ) e^{−iφ} |b⟩) / sin ϑ,    ⟨a|b⟩ = e^{iφ} cos ϑ.
 *
 * If one of them is mixed, or `mixture` is asked for, it is (1 − τ)ρ + τσ.
 *
 * @param a - at τ = 0
 * @param b - at τ = 1, with the same dimensions
 * @param times - τ; a mixture needs 0 ≤ τ ≤ 1
 * @throws {ShapeError} the states differ in their dimensions
 * @throws {DomainError} a network state; a mixture beyond its ends
 */
export function interpolation(
  a: TargetState,
  b: TargetState,
  times: readonly number[],
  path: 'great-circle' | 'mixture' = 'great-circle',
): StateCurve {
  if (a.dimensions.join() !== b.dimensions.join()) {
    throw new ShapeError(`interpolation: equal dimensions required, got [${a.dimensions}] and [${b.dimensions}]`);
  }
  const [from, to] = [asPure(a), asPure(b)];
  const circle = path === 'great-circle' && from !== null && to !== null;
  const at = circle ? greatCircle(from, to) : mixture(a, b);
  const outside = times.find((tau) => !(tau >= 0 && tau <= 1));
  if (!circle && outside !== undefined) {
    throw new DomainError(`interpolation: a mixture for times from 0 to 1 required, got ${outside}`);
  }
  return { name: 'interpolation', times, at: (tau) => ({ ...at(tau), name: `interpolation(${tau})` }) };
}

function greatCircle(a: PureState, b: PureState): (tau: number) => PureState {
  const [re, im] = innerProduct(a.amplitudes, b.amplitudes);
  const modulus = Math.hypot(re, im);
  const phase = modulus > 0 ? ([re / modulus, -im / modulus] as const) : ([1, 0] as const);
  const aligned = scaledVector(phase, b.amplitudes);
  const angle = fubiniStudyDistance(a.amplitudes, b.amplitudes);
  const sideways = addScaled(aligned, [-modulus, 0], a.amplitudes); // sin ϑ times the unit tangent at a
  const tangent = angle > 0 ? normalised(sideways) : sideways;
  return (tau) => {
    const along = scaledVector([Math.cos(tau * angle), 0], a.amplitudes);
    return { ...a, amplitudes: addScaled(along, [Math.sin(tau * angle), 0], tangent) };
  };
}

function mixture(a: TargetState, b: TargetState): (tau: number) => MixedState {
  const [rho, sigma] = [densityOf(a), densityOf(b)];
  if (rho === null || sigma === null) {
    throw new DomainError('interpolation: amplitudes or density matrices required, got a network');
  }
  const { name, dimensions } = a;
  return (tau) => {
    const mixed = addScaledMatrix(scaledMatrix([1 - tau, 0], rho), [tau, 0], sigma);
    return { kind: 'mixed', name, dimensions, density: mixed };
  };
}
