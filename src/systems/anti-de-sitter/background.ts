/** @file Three-dimensional spacetimes of constant negative curvature with a circle at infinity. */

import { DomainError } from '../../errors.ts';

/**
 * A static spacetime
 *
 *     ds² = −f dt² + dr²/f + r²dφ²,    φ ~ φ + 2π,    AdS radius 1.
 *
 * 'global': f = r² + a² with a = `cone` in (0, 1]; a = 1 is the vacuum, a < 1 has a particle at the centre, a cone of
 * angle 2πa. 'btz': f = r² − r_h² with r_h = `horizon`, a black hole of temperature r_h/2π.
 */
export type StaticBackground =
  | { readonly kind: 'global'; readonly cone: number }
  | { readonly kind: 'btz'; readonly horizon: number };

/**
 * The rotating BTZ black hole, with outer and inner horizon r₊ > r₋ ≥ 0: what moves one way round the circle has the
 * inverse temperature β₊ = 2π/(r₊ + r₋), what moves the other way β₋ = 2π/(r₊ − r₋).
 *
 * @see Bañados, Henneaux, Teitelboim & Zanelli, Phys. Rev. D 48, 1506 (1993)
 */
export interface RotatingBackground {
  readonly kind: 'rotating-btz';
  readonly outer: number;
  readonly inner: number;
}

/** A spacetime that does not change in time. */
export type StationaryBackground = StaticBackground | RotatingBackground;

/**
 * Checks the parameters of a background.
 *
 * @throws {DomainError} a cone outside (0, 1], a horizon that is not positive and finite, r₋ outside [0, r₊), or no kind
 */
export function checkBackground(caller: string, background: StationaryBackground): void {
  const { kind } = background;
  if (kind === 'global') {
    if (background.cone > 0 && background.cone <= 1) return;
    throw new DomainError(`${caller}: a cone with 0 < a ≤ 1 required, got ${background.cone}`);
  }
  if (kind === 'btz') {
    if (background.horizon > 0 && background.horizon < Infinity) return;
    throw new DomainError(`${caller}: a horizon r_h > 0 required, got ${background.horizon}`);
  }
  if (kind === 'rotating-btz') {
    const { outer, inner } = background;
    if (inner >= 0 && inner < outer && outer < Infinity) return;
    throw new DomainError(`${caller}: horizons 0 ≤ r₋ < r₊ required, got r₋ = ${inner}, r₊ = ${outer}`);
  }
  throw new DomainError(`${caller}: a background 'global', 'btz' or 'rotating-btz' required, got '${kind}'`);
}

/**
 * Checks a number that has to be positive and finite.
 *
 * @throws {DomainError} it is not
 */
export function checkPositive(caller: string, what: string, value: number): void {
  if (value > 0 && value < Infinity) return;
  throw new DomainError(`${caller}: ${what} > 0 required, got ${value}`);
}

/** Whether nothing at the centre tells one way round from the other. */
export const isVacuum = (background: StationaryBackground): boolean =>
  background.kind === 'global' && background.cone === 1;

/** Length of the horizon, 2πr_h; 0 where there is none. */
export const horizonLength = (background: StationaryBackground): number =>
  2 * Math.PI * (background.kind === 'global' ? 0 : background.kind === 'btz' ? background.horizon : background.outer);
