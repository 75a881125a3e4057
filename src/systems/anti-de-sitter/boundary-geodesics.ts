/** @file Geodesics between two points of the boundary: their lengths, and how often they wind. */

import { DomainError } from '../../errors.ts';
import { checkBackground, checkPositive, isVacuum, type StationaryBackground } from './background.ts';

/** A spacelike geodesic that returns to the boundary. */
export interface BoundaryGeodesic {
  /** m: it covers the angle |θ + 2πm|. */
  readonly winding: number;
  readonly angle: number;
  /** Length with its divergence cut off, see `geodesicLength`; units of the AdS radius. */
  readonly length: number;
  /** The least r on it; null for a rotating background, where it leaves the slice of constant time. */
  readonly turningRadius: number | null;
}

/** Largest windings each way. */
const MOST_WINDINGS = 10_000;

/**
 * Length of the geodesic that covers an angle θ of the boundary, cut off at r = 1/ε, without terms that vanish with ε:
 *
 *     global:     2 log((2/aε) sin(aθ/2)),      0 < aθ < π,
 *     BTZ:        2 log((β/πε) sinh(πθ/β)),     β = 2π/r_h,
 *     rotating:   log((β₊β₋/π²ε²) sinh(πθ/β₊) sinh(πθ/β₋)).
 *
 * The last is between points of equal time, by the map of each light-cone coordinate to the plane; the others are
 * 2 arsinh((1/aε) sin(aθ/2)) and 2 arsinh((1/r_hε) sinh(r_hθ/2)) but for O(ε²).
 *
 * @param angle - θ > 0, radians; in the vacuum less than 2π, where θ and 2π − θ are one geodesic
 * @returns units of the AdS radius; NaN where no geodesic covers the angle
 *
 * @see Ryu & Takayanagi, hep-th/0603001; Hubeny, Rangamani & Takayanagi, arXiv:0705.0016
 */
export function geodesicLength(background: StationaryBackground, angle: number, cutoff: number): number {
  if (background.kind === 'global') {
    const [a, half] = [background.cone, (background.cone * angle) / 2];
    return half < Math.PI / 2 || isVacuum(background) ? 2 * Math.log((2 / (a * cutoff)) * Math.sin(half)) : Number.NaN;
  }
  if (background.kind === 'btz') return 2 * logChord(background.horizon, angle, cutoff);
  const { outer, inner } = background;
  return logChord(outer + inner, angle, cutoff) + logChord(outer - inner, angle, cutoff);
}

/** log((β/πε) sinh(πθ/β)) with β = 2π/r, without overflow. */
const logChord = (r: number, angle: number, cutoff: number): number =>
  (r * angle) / 2 + Math.log(-Math.expm1(-r * angle) / (r * cutoff));

/**
 * All geodesics between two points of the boundary, the shortest first: one for each way round with aθ < π in a cone, of
 * which a = 1/k has k; any number of windings around a horizon. The shortest gives the entropy of the interval. (The
 * longer ones have been read as entanglement that no region of space has, entwinement.)
 *
 * @param angle - separation θ, 0 < θ < 2π
 * @param cutoff - ε > 0, radians; default 1e-3
 * @param windings - around a horizon: at most so many each way; default 3
 * @throws {DomainError} an angle, a cutoff or a number out of range; see `checkBackground`
 *
 * @see Balasubramanian, Chowdhury, Czech & de Boer, arXiv:1406.5859
 */
export function boundaryGeodesics(
  background: StationaryBackground,
  angle: number,
  { cutoff = 1e-3, windings = 3 }: { readonly cutoff?: number; readonly windings?: number } = {},
): readonly BoundaryGeodesic[] {
  checkBackground('boundaryGeodesics', background);
  checkPositive('boundaryGeodesics', 'a cutoff', cutoff);
  if (!(angle > 0 && angle < 2 * Math.PI)) {
    throw new DomainError(`boundaryGeodesics: a separation between 0 and 2π required, got ${angle}`);
  }
  if (!(Number.isInteger(windings) && windings >= 0 && windings <= MOST_WINDINGS)) {
    throw new DomainError(`boundaryGeodesics: 0 to ${MOST_WINDINGS} windings required, got ${windings}`);
  }
  const most = background.kind === 'global' ? Math.ceil(1 / background.cone) : windings;
  if (most > MOST_WINDINGS) throw new DomainError(`boundaryGeodesics: a wider cone required, got 1/a = ${most}`);
  const numbers = isVacuum(background)
    ? [angle > Math.PI ? -1 : 0]
    : Array.from({ length: 2 * most + 1 }, (_, k) => k - most);
  return numbers
    .map((winding): BoundaryGeodesic => {
      const covered = Math.abs(angle + 2 * Math.PI * winding);
      const length = geodesicLength(background, covered, cutoff);
      return { winding, angle: covered, length, turningRadius: turningRadius(background, covered) };
    })
    .filter(({ length }) => !Number.isNaN(length))
    .toSorted((a, b) => a.length - b.length);
}

/** r_min = a cot(aθ/2), or r_h coth(r_hθ/2). */
function turningRadius(background: StationaryBackground, angle: number): number | null {
  if (background.kind === 'rotating-btz') return null;
  if (background.kind === 'btz') return background.horizon / Math.tanh((background.horizon * angle) / 2);
  return Math.max(0, background.cone / Math.tan((background.cone * angle) / 2));
}
