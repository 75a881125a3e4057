/** @file The sections of the page: tables and pictures. */

import type { StudySection } from '../../../src/record/study-record.ts';
import type { Measured } from './measured.ts';

export function scaleSection({ scales, mass }: Measured): StudySection {
  return {
    heading: 'Along the scale',
    text:
      'In the interaction picture, at the scale u, gates turn each pair of modes with momentum k < Λ exp(u) at the rate χ(u), for the ' +
      'Dirac field times k exp(−u)/Λ. Lengths are those of the path in the space of Gaussian states; the dilation is not counted. ' +
      'g_{uu} = Σ rate² over pairs; it is divided by the pairs that act at u. Lengths are for one pair below the cut-off: ' +
      'divided by the root of their number.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Metric along the scale. For each pair that acts; a double has two branches for each.',
        x: { label: 'scale u', kind: 'linear' },
        y: { label: 'g_{uu}', kind: 'linear', include: [0] },
        series: scales.curves.map(({ field, metric }) => ({
          name: field,
          mark: field.includes('massless') ? ('dash' as const) : ('line' as const),
          points: scales.scales.map((u, k) => [u, metric[k]!] as const),
        })),
      },
      {
        kind: 'table',
        caption: 'Lengths of paths against geodesics. Fubini–Study, the same ratio for f2; f1 in normal modes.',
        columns: ['field', 'd', 'pairs/volume, Λ = 1', 'path', 'geodesic', 'ratio', 'ratio of f1'],
        rows: scales.ratios.map(({ field, dimension, pairsPerVolume, path, geodesic, ratio, f1Ratio }) => [
          field,
          dimension,
          pairsPerVolume,
          path,
          geodesic,
          ratio,
          f1Ratio,
        ]),
      },
      {
        kind: 'table',
        caption: `What is reached. Angles of the Dirac field of mass ${mass}Λ: exact for k ≪ Λ only.`,
        columns: ['k/Λ', 'ground state φ_{k}', 'φ_{k} − (k/Λ)φ_{Λ}', 'by quadrature from u = −6'],
        rows: scales.reached.map(({ momentum, meant, closed, reached }) => [momentum, meant, closed, reached]),
      },
    ],
  };
}

export function orderSection({ orders }: Measured): StudySection {
  const { profile } = orders;
  const map = (caption: string, values: readonly (readonly number[])[]) => ({
    kind: 'heat-map' as const,
    caption,
    quantity: 'rate, relative to the greatest of the octave',
    rowsLabel: 'octave of k/Λ',
    columnsLabel: 'scale u',
    rows: profile.octaves,
    columns: profile.scales,
    values,
  });
  return {
    heading: 'Which order of the scales?',
    text:
      'Controls: on a ring each mode is turned at the rates of the continuous MERA, but at other times. All of these paths end in the ' +
      'same state and have one f1; the Fubini–Study length is least where all modes turn all the time. In the basis of sites the sum of ' +
      'all coefficients is larger for the continuous MERA than for the straight path, the more so the larger the ring.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Paths with the same turns in other orders. Lengths over those of the geodesic.',
        columns: ['path', 'Fubini–Study', 'f1'],
        rows: orders.orders.map(({ path, ratio, f1Ratio }) => [path, ratio, f1Ratio]),
      },
      map('Continuous MERA. Long waves, below, begin first.', profile.path),
      map('Geodesic. All octaves turn at all times.', profile.geodesic),
      {
        kind: 'table',
        caption: 'Rings of oscillators. Continuous MERA over the geodesic, whose f1 on sites need not be the least.',
        columns: ['sites', 'Fubini–Study', 'f1 in normal modes', 'f1 on sites'],
        rows: orders.rings.map(({ sites, fubiniStudy, f1, f1OnSites }) => [sites, fubiniStudy, f1, f1OnSites]),
      },
    ],
  };
}

export function ringSection({ rings, sites, reference }: Measured): StudySection {
  const points = (value: (row: Measured['rings']['masses'][0]) => number) =>
    rings.masses.map((row) => [row.mass, value(row)] as const);
  return {
    heading: 'Complexity of a ring of oscillators',
    text:
      `${sites} oscillators of coupling 1, from uncoupled ones of frequency ${reference}. The Fubini–Study length grows as the root of the number of sites, ` +
      'f1 as the number: ' +
      'in the continuum both diverge with the cut-off, and with the reference as its logarithm. f1 is least in normal modes.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Complexity against mass. Fubini–Study over √N, f1 over N.',
        x: { label: 'mass', kind: 'log' },
        y: { label: 'length', kind: 'linear', include: [0] },
        series: [
          { name: 'Fubini–Study/√N', mark: 'line-and-points', points: points(({ fubiniStudy }) => fubiniStudy) },
          { name: 'f1/N in normal modes', mark: 'line', points: points(({ f1 }) => f1) },
          { name: 'f1/N on sites', mark: 'dash', points: points(({ f1OnSites }) => f1OnSites) },
        ],
      },
    ],
  };
}

export function thermalSection({ rings }: Measured): StudySection {
  const points = (value: (row: Measured['rings']['heat'][0]) => number) =>
    rings.heat.map((row) => [row.temperature, value(row)] as const);
  return {
    heading: 'Thermal states',
    text:
      'A thermal state is as complex as its simplest purification; the thermofield double is one, and not the simplest: where it is cold the ' +
      'purifying modes can stay as they are in the reference. The purifications form a totally ' +
      'geodesic surface in a space without positive curvature, on which the distance from the reference is convex: the simplest is unique, and ' +
      'is found mode by mode.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Complexity against temperature. Fubini–Study over √N, of a ring of mass 0.2.',
        x: { label: 'temperature', kind: 'log' },
        y: { label: 'length/√N', kind: 'linear', include: [0] },
        series: [
          { name: 'thermofield double', mark: 'line-and-points', points: points(({ double }) => double) },
          { name: 'simplest purification', mark: 'line', points: points(({ minimised }) => minimised) },
          { name: 'two vacua', mark: 'dash', points: points(({ vacua }) => vacua) },
        ],
      },
    ],
  };
}

export function spaceSection({ spaces }: Measured): StudySection {
  return {
    heading: 'Curvature',
    label: 'analogy',
    text:
      'Read as space: ds² = g_{uu} du² + Λ² exp(2u) dx², in which the second part is put in by hand. Metrics of states alone: one pair of modes is ' +
      'a hyperbolic plane (bosons) or a sphere (fermions); in the scale and a phase of all gates, or in the scale and the mass, ' +
      'averages over pairs are neither.',
    exhibits: [
      {
        kind: 'table',
        caption:
          'Scalar curvature. Scalars on a line, but for the massless in scale and phase, in three dimensions; 0 where it is not above its error.',
        columns: [
          'scale u',
          'read as space, massless',
          'read as space, massive',
          'scale and phase, massless',
          'scale and phase, massive',
          'scale and mass',
        ],
        rows: spaces.rows.map(({ scale, massless, massive, phaseMassless, phaseMassive, mass }) => [
          scale,
          massless,
          massive,
          phaseMassless,
          phaseMassive,
          mass,
        ]),
      },
    ],
  };
}
