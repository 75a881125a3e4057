/** @file The findings of the study in words. */

import type { Findings, Verdict } from '../../../src/record/study-record.ts';
import { checksOf } from './checks.ts';
import type { MetricEntropies } from './entropies.ts';
import type { Measured } from './measured.ts';
import { ballSection, entropySection, shapeSection, stabilitySection, surfaceSection } from './sections.ts';
import { sourceSection } from './source-section.ts';
import type { Sources } from './sources.ts';

export function findings(measured: Measured): Findings {
  const { options, entropies, sources } = measured;
  const worst = Math.max(...entropies.series.flatMap(differences));
  return {
    title: 'Optimised path integrals',
    question:
      'Does the network of least complexity that makes a state of a conformal field theory have the geometry of gravity? (II.B)',
    answer:
      `The metric of least Liouville action is hyperbolic, K = −1, on every domain that was tried, and a side that is left free becomes a ` +
      `geodesic: an entanglement wedge. Its geodesics give the entropies of free fermions on an infinite lattice within ${worst.toPrecision(2)} nats for ` +
      `${Math.min(...options.lengths)} to ${Math.max(...options.lengths)} sites, in the vacuum and at β = ${options.beta}, with one constant that the lattice has; ` +
      `the best control is ${score(entropies).toFixed(1)} orders of magnitude worse. Weak sources bend it as matter bends space, by Q₁ of the ` +
      `distance; strong ones do not: the cone of the path integral, 1 − 12h/c, is not that of gravity, √(1 − 24h/c), and ` +
      `at h/c = ${sources.cones.at(-1)!.ratio} they differ by ${gap(sources).toFixed(2)}.`,
    sections: [
      shapeSection(measured),
      surfaceSection(measured),
      entropySection(measured),
      sourceSection(measured),
      stabilitySection(measured),
      ballSection(measured),
    ],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

const differences = ({ lattice, metric }: MetricEntropies['series'][number]): readonly number[] =>
  lattice.map((value, k) => Math.abs(value - metric[k]!));

/** log₁₀ of remainders, best control over own metric, the lesser of both states. */
export function score({ scores, series }: MetricEntropies): number {
  return Math.min(
    ...series.map(({ state }) => {
      const own = scores.find((entry) => entry.state === state && !entry.isControl)!.remainder;
      const controls = scores.filter((entry) => entry.state === state && entry.isControl);
      return Math.log10(Math.min(...controls.map(({ remainder }) => remainder)) / own);
    }),
  );
}

/** Difference of the cones at the greatest weight. */
const gap = ({ cones }: Sources): number => cones.at(-1)!.pathIntegral - cones.at(-1)!.gravity;

function verdictsOf({ shapes, sources, entropies, stability, balls }: Measured): readonly Verdict[] {
  const errors = shapes.shapes.flatMap(({ errors: all }) => all.slice(-1));
  const [strong, weak] = [sources.superposition[0]!, sources.superposition.at(-1)!];
  const share = (row: typeof strong): string => `${((100 * row.remainder) / row.alone).toPrecision(2)} %`;
  return [
    {
      statement: 'optimising the path integral by Liouville action confirms the AdS geometry',
      source: 'II.B',
      verdict: 'holds',
      because:
        `φ differs from the hyperbolic metric by at most ${Math.max(...errors).toPrecision(2)} on ${errors.length} domains, and entropies of the lattice agree ` +
        `${score(entropies).toFixed(1)} orders of magnitude better than with any control; that is a slice at one time, and the hyperbolic plane is built in by ` +
        'Liouville’s equation',
    },
    {
      statement: 'it confirms the entanglement wedge',
      source: 'II.B',
      verdict: 'holds',
      because:
        `the free arc has length ${shapes.wedge.arc.toFixed(4)}, the geodesic between its ends ${shapes.wedge.geodesic.toFixed(4)}; an arc with a cutoff, ` +
        `the control, ${shapes.wedge.cutoff.toFixed(1)}`,
    },
    {
      statement: 'it confirms the back-reaction mechanism of general relativity',
      source: 'II.B',
      verdict: 'holds in part',
      because:
        `to first order: superposed responses leave ${share(weak)} of what a second source of strength ${weak.strength} does, and ${share(strong)} at ` +
        `${strong.strength}; the cones 1 − 12h/c and √(1 − 24h/c) part at second order, by ${gap(sources).toFixed(2)} at h/c = ${sources.cones.at(-1)!.ratio}`,
    },
    {
      statement:
        'the geometry of least complexity obeys Einstein’s equation, and its rate the bound of quantum computation',
      source: 'II.C',
      verdict: 'analogy',
      because:
        `the optimum is stable (lowest eigenvalue of −Δ ${Math.min(...stability.rows.map(({ found }) => found)).toFixed(3)} > −2) and volumes of balls give G₀₀; that they are ` +
        'complexities, and in which unit, is assumed: in the unit volume/(G·r) the rate is beyond the bound of Margolus and Levitin by a factor of ' +
        `${Math.max(...balls.map((ball) => ball.share ?? 0)).toFixed(2)}`,
    },
  ];
}
