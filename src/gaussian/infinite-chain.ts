/** @file Regions of the infinite XY chain, from the symbol of its correlations. */

import { DomainError } from '../errors.ts';
import { gaussLegendre } from '../linalg/gauss-legendre.ts';
import type { XyCouplings } from './fermion-models.ts';
import { checkModes, type GaussianState } from './gaussian-state.ts';
import { fromBipartiteBlock } from './majorana-form.ts';

/** Nodes in each panel of the integral, and the largest phase that a panel may span. */
const NODES = 24;
const LARGEST_PHASE = 12;
/** Width of the panels at which the dyadic division towards a point of small gap ends. */
const SMALLEST_PANEL = 2 ** -52;

/**
 * The state of neighbouring sites of the infinite XY chain (`xyChain`), in the ground state or a thermal state. Its
 * covariance is Toeplitz, Γ_{2j,2k+1} = g(j − k),
 *
 *     g(r) = −(1/2π) ∫_{−π}^{π} dk e^{ikr} m(k)/|m(k)| · tanh(β|m(k)|/2),    m(k) = 2h − 2J cos k + 2iJγ sin k,
 *
 * integrated by Gauss–Legendre panels that shrink towards the momenta of smallest gap, so that critical chains are as
 * exact as gapped ones: about 1e-14. At a Fermi point modes of energy 0 are half filled; they have measure 0.
 *
 * @param sites - n ≥ 1
 * @param beta - inverse temperature; default Infinity, the ground state
 * @throws {ShapeError} no site, or more than 8000
 * @throws {DomainError} coefficients that are not finite or all 0, a temperature that is none
 *
 * O(n²) and O(n) nodes of the integral for each of 2n numbers.
 *
 * @see Barouch & McCoy, Phys. Rev. A 3, 786 (1971)
 */
export function infiniteXyChain(
  sites: number,
  { coupling = 1, anisotropy = 1, field = 1 }: XyCouplings = {},
  beta = Infinity,
): GaussianState {
  checkModes('infiniteXyChain', sites);
  if (![coupling, anisotropy, field].every(Number.isFinite) || (coupling === 0 && field === 0) || Number.isNaN(beta)) {
    throw new DomainError(
      `infiniteXyChain: finite couplings, not all 0, and a temperature required, got ${[coupling, anisotropy, field, beta]}`,
    );
  }
  const elements = new Float64Array(2 * sites - 1); // g(r) at r + sites − 1
  const [points, weights] = nodes(smallGaps(coupling, anisotropy, field), sites);
  for (let at = 0; at < points.length; at++) {
    const k = points[at]!;
    const [re, im] = [2 * field - 2 * coupling * Math.cos(k), 2 * coupling * anisotropy * Math.sin(k)];
    const size = Math.hypot(re, im);
    if (size === 0) continue;
    const filling = (-weights[at]! * Math.tanh((beta * size) / 2)) / (Math.PI * size);
    for (let r = 0; r < sites; r++) {
      const [cosine, sine] = [filling * re * Math.cos(k * r), filling * im * Math.sin(k * r)];
      elements[sites - 1 + r] = elements[sites - 1 + r]! + cosine - sine;
      if (r > 0) elements[sites - 1 - r] = elements[sites - 1 - r]! + cosine + sine;
    }
  }
  const data = new Float64Array(sites * sites);
  for (let j = 0; j < sites; j++) for (let k = 0; k < sites; k++) data[j * sites + k] = elements[sites - 1 + j - k]!;
  const covariance = fromBipartiteBlock({ rows: sites, cols: sites, data });
  return { kind: 'gaussian', statistics: 'fermion', modes: sites, covariance };
}

/** Momenta in [0, π] at which |m(k)|² = 4(h − J cos k)² + 4J²γ² sin² k is stationary. */
function smallGaps(J: number, gamma: number, h: number): readonly number[] {
  const cosine = h / (J * (1 - gamma * gamma));
  return Math.abs(cosine) < 1 ? [0, Math.acos(cosine), Math.PI] : [0, Math.PI];
}

/** Points and weights of an integral over [0, π], divided dyadically towards the singular points. */
function nodes(singular: readonly number[], sites: number): readonly [points: number[], weights: number[]] {
  const [unit, unitWeights] = gaussLegendre(NODES);
  const [points, weights]: [number[], number[]] = [[], []];
  const panel = (from: number, to: number): void => {
    const parts = Math.ceil(((to - from) * sites) / LARGEST_PHASE);
    for (let part = 0; part < parts; part++) {
      const [half, middle] = [(to - from) / parts / 2, from + ((to - from) / parts) * (part + 0.5)];
      unit.forEach((x, i) => {
        points.push(middle + half * x);
        weights.push(half * unitWeights[i]!);
      });
    }
  };
  for (let s = 0; s + 1 < singular.length; s++) {
    const [a, b] = [singular[s]!, singular[s + 1]!];
    const half = (b - a) / 2;
    for (let width = half; width > SMALLEST_PANEL; width /= 2) {
      panel(a + width / 2, a + width);
      panel(b - width, b - width / 2);
    }
  }
  return [points, weights];
}
