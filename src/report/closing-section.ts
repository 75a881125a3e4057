/** @file The end of the page: what the numbers do not say, and how to reproduce them. */

import { paragraph, section, table } from '../drawing/figure.ts';
import { element, escapeText, typeset } from '../drawing/markup.ts';
import { duration } from '../number-format.ts';
import type { RecordHead } from '../record/run-record.ts';

/** What is on the page beside network, entropies and distances. */
export interface Contents {
  readonly geodesic: boolean;
  readonly fisher: boolean;
}

/** Where the picture of spacetime is an analogy, and what limits the numbers. */
const limitsOf = ({ geodesic, fisher }: Contents): readonly (readonly [string, string])[] => [
  ...(geodesic
    ? [
        [
          'Length',
          'Geodesic lengths are upper bounds: a shorter path may exist, since global optimality is not proved. The lower bound is rigorous.',
        ] as const,
      ]
    : []),
  [
    'Analogy',
    `Spacetime as the optimal network is a hypothesis (Dong & Zhou). Network,${geodesic ? ' geodesic,' : ''}${fisher ? ' Fisher information,' : ''} entropies and cuts are computed exactly as stated; their reading as a spacetime is an analogy.`,
  ],
  [
    'Analogy',
    'Minimal cuts of this network bound entropies from above for any network; that they are areas of extremal surfaces (Ryu & Takayanagi) is known for holographic states, not for these.',
  ],
  ...(fisher
    ? [
        [
          'Analogy',
          'Fisher information as the resolution of the bulk: the bound on the standard deviation is a theorem, its reading as a Planck length is not.',
        ] as const,
      ]
    : []),
  [
    'Distance',
    '−log(I/I_{max}) is the distance of Cao, Carroll & Michalakis; it need not obey the triangle inequality.',
  ],
  [
    'Analogy',
    'Embedding, dimension and curvature describe the table of distances and the graph of the network, computed exactly as stated; reading them as those of an emergent space is not derived. A handful of sites fits many spaces.',
  ],
];

/** Limits and analogies, then conventions. */
export function limitsSection(contents: Contents): string {
  const items = limitsOf(contents).map(([name, text]) =>
    element('li', {}, `${element('b', {}, escapeText(name))} ${typeset(text)}`),
  );
  const conventions =
    'Conventions: qubit 0 is the leftmost factor and the most significant bit; R_{P}(a) = exp(−i\u00a0a\u00a0P/2), angles in radians, ħ = 1; ' +
    'fidelity is squared, F = |⟨a|b⟩|²; entropies in nats; quantum Fisher information F = 4 Re Q; length ∫ √(Σ w_{P} h_{P}²) dt.';
  return section('Limits and analogies', element('ul', { class: 'limits' }, items), paragraph(conventions));
}

/** Everything needed to run it again. */
export function reproducibilitySection(record: RecordHead & { readonly schema: string }): string {
  const { experiment, backend, startedAt, seconds, schema, versions } = record;
  const rows: readonly (readonly [string, string])[] = [
    ['Seed', String(experiment.seed)],
    ['Backend', backend],
    ['Started', startedAt],
    ['Took', duration(seconds)],
    ['Record', schema],
    ...Object.entries(versions).map(([name, version]) => [name, version] as const),
  ];
  const json = element('pre', {}, element('code', {}, escapeText(JSON.stringify(experiment, null, 2))));
  const hidden = element('details', {}, [element('summary', {}, 'Experiment, all defaults filled in'), json]);
  return section('Reproducibility', table(rows), hidden);
}
