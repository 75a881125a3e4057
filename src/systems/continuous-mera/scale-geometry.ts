/** @file Metrics made of a continuous MERA: of families of its states, and of the space that is read into it. */

import { DomainError } from '../../errors.ts';
import type { Statistics } from '../../gaussian/gaussian-state.ts';
import { closedFormMetric, same } from '../../riemann/families/closed-form-metric.ts';
import type { MetricField } from '../../riemann/metric-field.ts';
import { type ContinuousMera, type ContinuousMeraOptions, cmera } from './continuous-mera.ts';
import { deepest, scaleIntegral } from './scale-integral.ts';
import { scaleMetric } from './scale-lengths.ts';
import { referenceFrequency } from './scale-target.ts';

/**
 * The Fubini–Study metric of one pair of modes in its angle and phase,
 *
 *     bosons    dr² + ¼ sinh²2r dφ²,  two-mode squeezed vacua: a hyperbolic plane of scalar curvature −8,
 *     fermions  dϑ² + ¼ sin²2ϑ dφ²,   cos ϑ|00⟩ + e^{iφ} sin ϑ|11⟩: a sphere of radius ½, of scalar curvature 8.
 */
export function pairMetric(statistics: Statistics): MetricField {
  const [sine, cosine, sign] = statistics === 'boson' ? [Math.sinh, Math.cosh, 1] : [Math.sin, Math.cos, -1];
  return closedFormMetric(
    ([angle]) => ({
      metric: (i, j) => (same(i, j) ? (i === 0 ? 1 : sine(2 * angle!) ** 2 / 4) : 0),
      first: (i, j, k) => (same(i, j) && i === 1 && k === 0 ? sine(2 * angle!) * cosine(2 * angle!) : 0),
      second: (i, j, k, l) =>
        same(i, j) && i === 1 && k === 0 && l === 0 ? 2 * (cosine(2 * angle!) ** 2 + sign * sine(2 * angle!) ** 2) : 0,
    }),
    (x) => x.length === 2 && x[0]! > 0 && (statistics === 'boson' || x[0]! < Math.PI / 2),
  );
}

/**
 * The Fubini–Study metric in the scale and a phase that all gates have in common, for each pair,
 *
 *     g = g_uu du² + ⟨¼ sinh²2r⟩ dφ²,   ⟨¼ sin²2ϑ⟩ for fermions,
 *
 * averaged over the pairs below the cut-off.
 *
 * @returns metric in (u, φ), u < 0
 * @throws {DomainError} massless bosons in up to 2 dimensions, 4 for a double, from u = −∞, whose mean is infinite; a rate of the user's own
 *
 * A millisecond at each point.
 */
export function phaseMetric(mera: ContinuousMera): MetricField {
  const { statistics, dimension: d, mass, infrared, cutoff, branches } = mera;
  const growth = 2 * branches; // of sinh²2r towards small momenta, without mass
  const isBound = statistics === 'fermion' || mass > 0 || infrared > -Infinity;
  if (!isBound && d <= growth) {
    throw new DomainError(
      `phaseMetric: a mass, an infrared scale or more than ${growth} dimensions required, got ${d}`,
    );
  }
  const depth = statistics === 'fermion' ? 0 : Math.max(infrared, Math.min(0, Math.log(mass / cutoff)));
  const lower = isBound ? depth + deepest(d) : deepest(d - growth);
  const spread = statistics === 'boson' ? Math.sinh : Math.sin;
  const field = ([u]: Float64Array) => {
    let across = 0;
    for (let branch = 0; branch < branches; branch++) {
      const at = (v: number): number =>
        (spread(2 * mera.angle(cutoff * Math.exp(v), u!, branch)) ** 2 / 4) * d * Math.exp(d * v);
      across += scaleIntegral(at, Math.min(lower, u! - 1), u!, [infrared]);
    }
    return { rows: 2, cols: 2, data: Float64Array.of(scaleMetric(mera, u!).perPair, 0, 0, across) };
  };
  return Object.assign(field, { domain: ([u]: Float64Array) => u! < 0 && u! > infrared });
}

/**
 * The Fubini–Study metric in the scale and the mass, for each pair: of the states of all continuous MERA with these options. At u = 0 its
 * component along the mass is that of the ground states.
 *
 * @returns metric in (u, m), u < 0, m > 0
 * @throws {DomainError} options of `cmera`, when it is evaluated; a rate of the user's own
 *
 * A millisecond at each point.
 */
export function massMetric(options: Omit<ContinuousMeraOptions, 'mass'>): MetricField {
  if (options.rate !== undefined) throw new DomainError('massMetric: rates that follow from the mass required');
  const field = ([u, mass]: Float64Array) => {
    const mera = cmera({ ...options, mass: mass! });
    const { statistics, dimension: d, cutoff, gate, branches, infrared } = mera;
    // Of ½ log of the reference frequency, which every mode of a boson has until its gates begin.
    const shift = statistics === 'boson' ? mass! / (2 * referenceFrequency(mass!, cutoff) ** 2) : 0;
    const mean = (f: (rate: number, byMass: number) => number, idle: number): number => {
      let total = 0;
      for (let branch = 0; branch < branches; branch++) {
        const rate = mera.rate(u!, branch);
        const at = (v: number): number => {
          const turn = mera.angleByMass!(cutoff * Math.exp(v), u!, branch);
          return f(rate * Math.exp(gate * (v - u!)), turn - shift) * d * Math.exp(d * v);
        };
        total += scaleIntegral(at, u! + deepest(d), u!, [infrared]) + (1 - Math.exp(d * u!)) * idle;
      }
      return total;
    };
    const uu = mean((rate) => rate * rate, 0);
    const um = mean((rate, byMass) => rate * byMass, 0);
    const mm = mean((_, byMass) => byMass * byMass, shift * shift);
    return { rows: 2, cols: 2, data: Float64Array.of(uu, um, um, mm) };
  };
  const infrared = options.infrared ?? -Infinity;
  return Object.assign(field, { domain: ([u, mass]: Float64Array) => u! < 0 && u! > infrared && mass! > 0 });
}

/**
 * The geometry that is read into a continuous MERA: an analogy, in which lengths along the scale are those of states, for each pair that
 * acts, and lengths in space are put in by hand,
 *
 *     ds² = g_uu du² + Λ²e^{2u} dx².
 *
 * Where the rate χ is constant it is a hyperbolic plane of Gauss curvature −1/g_uu: for massless bosons −4, scalar curvature −8. With a mass g_uu
 * vanishes in the infrared as e^{4u} for bosons: space ends at a finite distance.
 *
 * @returns metric in (u, x), u < 0
 *
 * @see Nozaki, Ryu & Takayanagi, arXiv:1208.3469 (2012)
 */
export function emergentMetric(mera: ContinuousMera): MetricField {
  const { cutoff, infrared } = mera;
  const field = ([u]: Float64Array) => ({
    rows: 2,
    cols: 2,
    data: Float64Array.of(scaleMetric(mera, u!).perActivePair, 0, 0, (cutoff * Math.exp(u!)) ** 2),
  });
  return Object.assign(field, { domain: ([u]: Float64Array) => u! < 0 && u! > infrared });
}
