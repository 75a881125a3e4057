/** @file What must come out right. */

import { atMost, type Check, equals } from '../../../src/record/study-record.ts';
import type { Measured } from './measured.ts';

export const checksOf = (measured: Measured): readonly Check[] => [
  ...scaleChecks(measured),
  ...stateChecks(measured),
  ...ringChecks(measured),
  ...spaceChecks(measured),
];

/** Of several numbers the one that is farthest from what is expected. */
const farthest = (values: readonly number[], expected: number): number =>
  values.reduce((most, value) => (Math.abs(value - expected) > Math.abs(most - expected) ? value : most));

function scaleChecks({ scales, orders, mass }: Measured): readonly Check[] {
  const massless = scales.ratios.filter((row) => row.massless);
  const dirac = massless.filter(({ statistics }) => statistics === 'fermion');
  const scalar = massless.filter(({ statistics }) => statistics === 'boson');
  const slope = (name: string): number => scales.curves.find(({ field }) => field === name)!.slope;
  return [
    equals(
      'rate of the massless Dirac field with the linear gate, π/4',
      'closed form',
      scales.rates.dirac,
      Math.PI / 4,
      1e-14,
    ),
    equals('rate of the massless scalar field, ½', 'published value', scales.rates.scalar, 0.5, 1e-14),
    equals(
      'massless scalar: path over geodesic, √2 in all dimensions',
      'closed form',
      farthest(
        scalar.map(({ ratio }) => ratio),
        Math.SQRT2,
      ),
      Math.SQRT2,
      1e-10,
    ),
    ...dirac.map(({ dimension, ratio }) =>
      equals(
        `massless Dirac, d = ${dimension}: path over geodesic, √(2(d + 1)/d)`,
        'closed form',
        ratio,
        Math.sqrt((2 * (dimension + 1)) / dimension),
        1e-10,
      ),
    ),
    equals(
      'f1 of all paths over that of the geodesic',
      'theorem',
      farthest(
        scales.ratios.map(({ f1Ratio }) => f1Ratio),
        1,
      ),
      1,
      1e-10,
    ),
    equals(`massive scalar: g_{uu} ∝ e^{4u} in the infrared`, 'closed form', slope(`scalar, m = ${mass}Λ`), 4, 0.05),
    equals(`massive Dirac: g_{uu} ∝ e^{6u} in the infrared`, 'closed form', slope(`Dirac, m = ${mass}Λ`), 6, 0.05),
    equals(
      'path mirrored in time over path: Fubini–Study',
      'theorem',
      orders.orders[2]!.ratio / orders.orders[1]!.ratio,
      1,
      1e-10,
    ),
  ];
}

function stateChecks({ scales, rings }: Measured): readonly Check[] {
  return [
    equals(
      'Dirac field reaches φ_{k} − (k/Λ)φ_{Λ}: greatest difference, by quadrature of the rate',
      'independent computation',
      Math.max(...scales.reached.map(({ closed, reached }) => Math.abs(closed - reached))),
      0,
      1e-5,
    ),
    equals(
      'bosons reach the ground state of the ring: greatest difference of covariances',
      'independent computation',
      rings.reached,
      0,
      1e-12,
    ),
    equals(
      'Dirac fields reach that of the lattice but for 1/Λ: power of Λ in the distance',
      'independent computation',
      rings.approach,
      -1,
      1e-2,
    ),
    equals(
      'metric along the scale on a ring, by covariances over Σ rate²',
      'independent computation',
      rings.metric,
      1,
      1e-8,
    ),
  ];
}

function ringChecks({ rings }: Measured): readonly Check[] {
  return [
    equals(
      'f1 of a ring from below all frequencies, by Π ω = 2 sinh(Nμ/2)',
      'closed form',
      rings.product.computed / rings.product.closed,
      1,
      1e-10,
    ),
    ...rings.growth.map(({ dimension, power }) =>
      equals(
        `length against the side of a lattice, d = ${dimension}: power d/2`,
        'published value',
        power,
        dimension / 2,
        1e-3,
      ),
    ),
    equals(
      'simplest purification: descent over mode by mode',
      'independent computation',
      rings.purification.descent / rings.purification.closed,
      1,
      1e-9,
    ),
    atMost(
      'unrestricted distance is at most π/2',
      'theorem',
      Math.max(...rings.masses.map(({ unrestricted }) => unrestricted)),
      Math.PI / 2,
      1e-12,
    ),
  ];
}

function spaceChecks({ spaces }: Measured): readonly Check[] {
  return [
    equals('scalar curvature of a pair of bosons', 'closed form', spaces.pairs.boson, -8, 1e-8),
    equals('scalar curvature of a pair of fermions', 'closed form', spaces.pairs.fermion, 8, 1e-8),
    equals(
      'massless scalar: scalar curvature of the geometry read into it',
      'closed form',
      farthest(
        spaces.rows.map(({ massless: R }) => R),
        -8,
      ),
      -8,
      1e-5,
    ),
  ];
}
