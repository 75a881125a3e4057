/** @file The findings of the study in words. */

import type { Findings, Verdict } from '../../../src/record/study-record.ts';
import { checksOf } from './checks.ts';
import type { Measured } from './measured.ts';
import type { Orders } from './orders.ts';
import { orderSection, ringSection, scaleSection, spaceSection, thermalSection } from './sections.ts';

export function findings(measured: Measured): Findings {
  const { scales, orders, rings, sites } = measured;
  const [, mera, mirrored] = orders.orders as readonly [Order, Order, Order];
  const light = rings.masses[0]!;
  const ratios = (field: 'boson' | 'fermion'): string =>
    scales.ratios
      .filter(({ statistics, massless }) => massless && statistics === field)
      .map(({ ratio }) => ratio.toFixed(3))
      .join(', ');
  return {
    title: 'Continuous MERA: a geodesic for which length?',
    question: 'Is a continuous MERA the shortest path from a product state to the vacuum of a field? (II.B)',
    answer:
      `For f1, the sum of the sizes of all coefficients in normal modes, it is as short as any path. For the Fubini–Study length, and f2, ` +
      `it is not: in one, two and three dimensions massless scalars take ${ratios('boson')} times the shortest path (√2), massless Dirac fields ` +
      `${ratios('fermion')} times (√(2(d + 1)/d)). The geodesic turns all scales at the same time, and the length does not tell coarse from fine: the path ` +
      `mirrored in time is as long (${mirrored.ratio.toFixed(4)} and ${mera.ratio.toFixed(4)} times the geodesic on a ring). With unrestricted gates the vacuum of ` +
      `${sites} oscillators is at distance ${light.unrestricted.toFixed(3)}, with quadratic gates at ${(light.fubiniStudy * Math.sqrt(sites)).toFixed(1)}. The dilation is not counted.`,
    sections: [
      scaleSection(measured),
      orderSection(measured),
      ringSection(measured),
      thermalSection(measured),
      spaceSection(measured),
    ],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

type Order = Orders['orders'][0];

function verdictsOf({ scales, orders, rings, spaces, sites }: Measured): readonly Verdict[] {
  const [, mera, mirrored, shuffled] = orders.orders as readonly [Order, Order, Order, Order];
  const least = Math.min(...scales.ratios.map(({ ratio }) => ratio));
  const most = Math.max(...scales.ratios.map(({ ratio }) => ratio));
  const last = orders.rings.at(-1)!;
  const light = rings.masses[0]!;
  return [
    {
      statement: 'cMERA can be a continuous geodesic which connects an initial product state to the boundary state',
      source: 'II.B',
      verdict: least > 1 + 1e-6 ? 'holds in part' : 'holds',
      because:
        `for f1 in normal modes no path is shorter (ratio 1 to 10⁻¹⁰), and many are as short; for Fubini–Study and f2 the path is ` +
        `${least.toFixed(3)} to ${most.toFixed(3)} times the geodesic; for f1 on sites ${last.f1OnSites.toFixed(2)} times the straight path on ${last.sites} sites`,
    },
    {
      statement: 'under the complexity metric a geodesic shows a coarse-to-fine MERA structure',
      source: 'II.B',
      verdict: Math.abs(mirrored.ratio / mera.ratio - 1) < 1e-6 && mera.ratio > 1 ? 'fails' : 'holds in part',
      because:
        `the geodesic turns all scales at the same time; of paths with the rates of cMERA the one mirrored in time is as long ` +
        `(${mirrored.ratio.toFixed(4)}, ${mera.ratio.toFixed(4)}), one with random delays ${shuffled.ratio.toFixed(4)}`,
    },
    {
      statement: 'with operators of infinite size and range any two states are within a bounded distance',
      source: 'II.A',
      verdict: 'holds',
      because:
        `${sites} oscillators are at ${light.unrestricted.toFixed(4)} of at most π/2 for any mass and reference used, but at ${(light.fubiniStudy * Math.sqrt(sites)).toFixed(1)} ` +
        `with quadratic gates, growing as √N`,
    },
    {
      statement: 'MERA is a discrete version of the AdS bulk: here, g_{uu} as its radial direction',
      source: 'II.B',
      verdict: 'analogy',
      because:
        `distances in space are put in by hand, and then a constant rate means a hyperbolic plane (scalar curvature −8); with a mass it ends at the depth ` +
        `${spaces.depth.toFixed(2)}, with positive curvature there; metrics of states alone, in scale and phase, are flat without mass`,
    },
  ];
}
