/** @file A continuous MERA on a ring of sites: the same gates at the momenta of a lattice. */

import { DomainError } from '../../errors.ts';
import { gaussianOfCorrelation } from '../../gaussian/correlation.ts';
import { checkModes, type GaussianState } from '../../gaussian/gaussian-state.ts';
import { blockDiagonal } from '../../gaussian/symplectic-form.ts';
import { discreteFourierTransform } from '../../linalg/fourier.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import type { ContinuousMera } from './continuous-mera.ts';
import { scaleNodes } from './scale-integral.ts';
import { referenceFrequency } from './scale-target.ts';

/**
 * The state of a continuous MERA at the scale u on a ring of sites at distance 1, the reference where u lies below all momenta. The
 * momentum k stands for 2 sin(πj/N) for bosons, for |sin(2πj/N)| for fermions, as in the lattice Hamiltonians
 *
 *     `harmonicRing(sites, { mass })`,    `latticeDirac(sites, { mass, wilson: 0 })`,
 *
 * of which the first has its ground state reached at u = 0 for every cut-off of at least 2, the second for a large cut-off, but for
 * k/Λ. Fermions have two modes for each site, as `latticeDirac` has; doublers are not removed.
 *
 * @param sites - at least 3
 * @param u - scale, at most 0
 * @throws {DomainError} a double, another dimension than 1, scales or sites out of range, massless bosons from u = −∞
 *
 * O(N²) for the covariance.
 */
export function meraOnRing(mera: ContinuousMera, sites: number, u: number): GaussianState {
  const momenta = ringMomenta('meraOnRing', mera, sites);
  if (!(u <= 0)) throw new DomainError(`meraOnRing: a scale u ≤ 0 required, got ${u}`);
  checkModes('meraOnRing', mera.statistics === 'boson' ? sites : 2 * sites);
  const angles = anglesOf(mera, momenta, u);
  if (mera.statistics === 'fermion') return gaussianOfCorrelation(diracCorrelation(angles));
  const reference = referenceFrequency(mera.mass, mera.cutoff);
  const x = circulant(angles.map((r) => Math.exp(2 * r) / reference));
  const p = circulant(angles.map((r) => reference * Math.exp(-2 * r)));
  return { kind: 'gaussian', statistics: 'boson', modes: sites, covariance: blockDiagonal(x, p) };
}

/** What a continuous MERA and the geodesic between the same ends cost on a ring, in all. */
export interface RingLengths {
  readonly path: RingCost;
  readonly geodesic: RingCost;
}

/** Lengths of a path of a ring. */
export interface RingCost {
  readonly fubiniStudy: number;
  /** ∫ Σ|h| over generators in normal modes. */
  readonly f1: number;
  /** The same over generators that join sites: the costs of `gaussianComplexity`. */
  readonly f1OnSites: number;
}

/**
 * Lengths of a continuous MERA on a ring: sums over its modes, and in the basis of the sites. From one entry of a momentum to the next the
 * integrands are smooth.
 *
 * @param sites - at least 3
 * @param points - of each panel, 1 to 64; default 8
 * @throws {DomainError} as `meraOnRing`; points out of range
 *
 * O(points·N² log N): 200 sites in 0.6 s.
 */
export function ringLengths(mera: ContinuousMera, sites: number, points = 8): RingLengths {
  if (!(Number.isInteger(points) && points >= 1 && points <= 64)) {
    throw new DomainError(`ringLengths: 1 to 64 points required, got ${points}`);
  }
  const { cutoff, gate, statistics } = mera;
  const momenta = ringMomenta('ringLengths', mera, sites);
  const entries = [...new Set(Array.from(momenta, (k) => Math.log(Math.abs(k) / cutoff)))].filter(Number.isFinite);
  const lower = Math.max(mera.infrared, zeroModeDepth(mera) ?? Math.min(...entries));
  let path: RingCost = { fubiniStudy: 0, f1: 0, f1OnSites: 0 };
  for (const [u, weight] of scaleNodes(lower, 0, entries, points)) {
    const rate = mera.rate(u);
    const rates = momenta.map((k) => {
      const x = (Math.abs(k) / cutoff) * Math.exp(-u);
      return x > 1 ? 0 : rate * (gate === 0 ? 1 : Math.sign(k) * x ** gate);
    });
    const cost = costOf(rates, statistics);
    path = {
      fubiniStudy: path.fubiniStudy + weight * cost.fubiniStudy,
      f1: path.f1 + weight * cost.f1,
      f1OnSites: path.f1OnSites + weight * cost.f1OnSites,
    };
  }
  return { path, geodesic: costOf(anglesOf(mera, momenta, 0), statistics) };
}

/** Where the zero mode of bosons with mass has ceased to move; undefined for fermions, whose zero modes do not. */
function zeroModeDepth({ statistics, mass, cutoff }: ContinuousMera): number | undefined {
  return statistics === 'boson' ? Math.min(0, Math.log(mass / cutoff)) - 20 : undefined;
}

/** The momenta of the ring, with a sign for fermions. */
function ringMomenta(caller: string, mera: ContinuousMera, sites: number): Float64Array {
  const { dimension, branches, statistics, mass, infrared } = mera;
  const demand = (isRight: boolean, what: string, got: unknown): void => {
    if (!isRight) throw new DomainError(`${caller}: ${what} required, got ${got}`);
  };
  demand(Number.isInteger(sites) && sites >= 3, 'at least 3 sites', sites);
  demand(dimension === 1, 'one dimension', dimension);
  demand(branches === 1, 'a ground state', `a double with ${branches} branches`);
  const isBound = statistics === 'fermion' || mass > 0 || infrared > -Infinity;
  demand(isBound, 'a mass or an infrared scale for the zero mode of bosons', 'neither');
  return Float64Array.from({ length: sites }, (_, j) => {
    if (statistics === 'boson') return 2 * Math.sin((Math.PI * j) / sites);
    return (2 * j) % sites === 0 ? 0 : Math.sin((2 * Math.PI * j) / sites);
  });
}

const anglesOf = (mera: ContinuousMera, momenta: Float64Array, u: number): Float64Array =>
  momenta.map((k) => (k < 0 ? -mera.angle(-k, u) : k === 0 && mera.statistics === 'fermion' ? 0 : mera.angle(k, u)));

/** Speeds or lengths of a generator that turns the modes by these angles: bosons have one mode, fermions a pair for each. */
function costOf(angles: Float64Array, statistics: ContinuousMera['statistics']): RingCost {
  const squares = angles.reduce((sum, angle) => sum + angle * angle, 0);
  const onSites = transformOf(angles);
  let f1OnSites = 0;
  for (let r = 0; r < angles.length; r++) f1OnSites += Math.hypot(onSites[2 * r]!, onSites[2 * r + 1]!);
  return {
    fubiniStudy: Math.sqrt(statistics === 'boson' ? squares / 2 : squares),
    f1: angles.reduce((sum, angle) => sum + Math.abs(angle), 0),
    f1OnSites,
  };
}

/** Σ_j z_j exp(−2πijr/N), interleaved. */
function transformOf(values: Float64Array): Float64Array {
  const z = new Float64Array(2 * values.length);
  values.forEach((value, j) => {
    z[2 * j] = value;
  });
  return discreteFourierTransform(z, [values.length]);
}

/** The symmetric matrix with these values at the momenta 2πj/N. */
function circulant(values: Float64Array): RealMatrix {
  const n = values.length;
  const row = transformOf(values);
  const data = Float64Array.from({ length: n * n }, (_, at) => {
    const r = Math.abs(Math.floor(at / n) - (at % n));
    return row[2 * Math.min(r, n - r)]! / n;
  });
  return { rows: n, cols: n, data };
}

/** ⟨c†c⟩ where the momentum k has ½(1 − sin 2φ σ_y − cos 2φ σ_z). */
function diracCorrelation(angles: Float64Array): RealMatrix {
  const n = angles.length;
  const cosines = transformOf(angles.map((phi) => Math.cos(2 * phi)));
  const sines = transformOf(angles.map((phi) => Math.sin(2 * phi)));
  const size = 2 * n;
  const data = new Float64Array(size * size);
  for (let x = 0; x < n; x++) {
    for (let y = 0; y < n; y++) {
      const r = (x - y + n) % n;
      const mirror = Math.min(r, n - r);
      const along = cosines[2 * mirror]! / (2 * n);
      const across = ((2 * r > n ? -1 : 1) * sines[2 * mirror + 1]!) / (2 * n);
      const same = x === y ? 0.5 : 0;
      data[2 * x * size + 2 * y] = same - along;
      data[(2 * x + 1) * size + 2 * y + 1] = same + along;
      data[2 * x * size + 2 * y + 1] = across;
      data[(2 * y + 1) * size + 2 * x] = across;
    }
  }
  return { rows: size, cols: size, data };
}
