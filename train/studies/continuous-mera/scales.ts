/** @file The metric along the scale, and lengths against the geodesic. */

import { type ContinuousMeraOptions, cmera } from '../../../src/systems/continuous-mera/continuous-mera.ts';
import { scaleLengths, scaleMetric } from '../../../src/systems/continuous-mera/scale-lengths.ts';

/** A field and its metric at each scale. */
export interface ScaleCurve {
  readonly field: string;
  /** g_uu for each pair that acts. */
  readonly metric: readonly number[];
  /** d log g_uu/du between the two lowest scales. */
  readonly slope: number;
}

/** Lengths of a path in d dimensions. */
export interface RatioRow {
  readonly field: string;
  readonly statistics: 'boson' | 'fermion';
  readonly massless: boolean;
  readonly dimension: number;
  readonly path: number;
  readonly geodesic: number;
  readonly ratio: number;
  readonly f1Ratio: number;
  readonly pairsPerVolume: number;
}

/** The angle of a momentum of the Dirac field: of the ground state, as derived, as reached by quadrature of the rate. */
export interface ReachedRow {
  readonly momentum: number;
  readonly meant: number;
  readonly closed: number;
  readonly reached: number;
}

export interface Scales {
  readonly scales: readonly number[];
  readonly curves: readonly ScaleCurve[];
  readonly ratios: readonly RatioRow[];
  readonly reached: readonly ReachedRow[];
  /** χ of the massless Dirac and scalar fields. */
  readonly rates: { readonly dirac: number; readonly scalar: number };
}

export function scales(mass: number, beta: number): Scales {
  const places = Array.from({ length: 41 }, (_, k) => -8 + k / 5);
  const fields: readonly (readonly [string, ContinuousMeraOptions])[] = [
    ['scalar, massless', { statistics: 'boson' }],
    [`scalar, m = ${mass}Λ`, { statistics: 'boson', mass }],
    [`scalar double, β = ${beta}/Λ`, { statistics: 'boson', beta }],
    ['Dirac, massless', { statistics: 'fermion' }],
    [`Dirac, m = ${mass}Λ`, { statistics: 'fermion', mass }],
  ];
  return {
    scales: places,
    curves: fields.map(([field, options]) => {
      const metric = places.map((u) => scaleMetric(cmera(options), u).perActivePair);
      return { field, metric, slope: Math.log(metric[1]! / metric[0]!) / (places[1]! - places[0]!) };
    }),
    ratios: [1, 2, 3].flatMap((dimension) =>
      (['boson', 'fermion'] as const).flatMap((statistics) => [0, mass].map((m) => ratioRow(statistics, m, dimension))),
    ),
    reached: [0.01, 0.1, 0.5, 1].map((momentum) => reachedRow(momentum, mass)),
    rates: { dirac: cmera({ statistics: 'fermion' }).rate(-3), scalar: cmera({ statistics: 'boson' }).rate(-3) },
  };
}

function ratioRow(statistics: 'boson' | 'fermion', mass: number, dimension: number): RatioRow {
  const { path, geodesic, ratio, f1Ratio, pairsPerVolume } = scaleLengths(cmera({ statistics, mass, dimension }));
  const name = statistics === 'boson' ? 'scalar' : 'Dirac';
  return {
    field: mass === 0 ? `${name}, massless` : `${name}, m = ${mass}Λ`,
    statistics,
    massless: mass === 0,
    dimension,
    path: path.fubiniStudy,
    geodesic: geodesic.fubiniStudy,
    ratio,
    f1Ratio,
    pairsPerVolume,
  };
}

function reachedRow(momentum: number, mass: number): ReachedRow {
  const known = cmera({ statistics: 'fermion', mass });
  const driven = cmera({ statistics: 'fermion', mass, infrared: -6, rate: known.rate });
  return {
    momentum,
    meant: known.target(momentum),
    closed: (Math.atan(momentum / mass) - momentum * Math.atan(1 / mass)) / 2,
    reached: driven.angle(momentum, 0),
  };
}
