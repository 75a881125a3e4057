/** @file Fitted networks in pictures and tables. */

import type { Exhibit, StudySection } from '../../../src/record/study-record.ts';
import type { NetworkFit } from './fits.ts';
import { coupling, type Measured } from './measured.ts';
import type { OwnFits } from './own-state.ts';

export function gapSections({ options, gaps, single }: Measured): readonly StudySection[] {
  const { dimerisations } = options;
  const names = gaps[0]!.parameters;
  return [
    {
      heading: 'From critical to gapped',
      text:
        'Fermions hop on a ring of 16 sites, half filled, with amplitudes 1 ± δ on alternate bonds; cells of two sites, joined by the stronger bond, are the boundary of a network of rings of 8, 4, 2 and 1 tensors. Six couplings of rings and rungs ' +
        'and one of the sites are learned from the entropies S₂ of all 127 regions, the free energies of Ising spins with walls at the region.',
      exhibits: [
        fitTable(
          'Fits by dimerisation. Root mean square deviation over the mean entropy; residual of the worst start over the best; change of the entropies where the first rungs are cut.',
          gaps,
        ),
        {
          kind: 'chart',
          caption: 'Couplings of rings and rungs that the entropies determine at every dimerisation.',
          x: { label: 'dimerisation δ', kind: 'linear', include: [0] },
          y: { label: 'J = ½ ln D', kind: 'linear', include: [0] },
          series: names
            .filter((name, p) => name !== 'sites' && gaps.every(({ uncertainties }) => uncertainties[p] !== null))
            .map((name) => ({
              name,
              mark: 'line-and-points' as const,
              points: gaps.map((fit, k) => [dimerisations[k]!, coupling(fit, name)] as const),
            })),
        },
        ...gaps.map((fit) => ringPicture(fit, `Network at ${fit.name}. Width: bond dimension as ln D = 2J.`)),
        scatter('Entropies of all regions: model against state.', [gaps[0]!, gaps.at(-1)!]),
      ],
    },
    {
      heading: 'What the entropies determine',
      text:
        'F = Σ ∂S/∂J ⊗ ∂S/∂J over all regions: an eigenvalue is the inverse square of the error of a combination of couplings, for an error of 1 nat in every entropy. Couplings deep in the network are hardly identifiable. ' +
        'Single sites in place of cells fit worse, since their entropies alternate with parity.',
      exhibits: [
        {
          kind: 'chart',
          caption: 'Fisher spectra of the couplings.',
          x: { label: 'number of the eigenvalue', kind: 'linear' },
          y: { label: 'eigenvalue', kind: 'log' },
          series: [...gaps, single].map(({ name, fisher }) => ({
            name,
            mark: 'line-and-points' as const,
            points: fisher.map((value, k) => [k + 1, value > 1e-16 ? value : null] as const),
          })),
        },
        couplingTable(
          'Couplings and their errors for errors of 1 nat; a dash where the table does not determine them.',
          [...gaps, single],
        ),
      ],
    },
  ];
}

export const networkSection = ({ gaps, others, single }: Measured): StudySection => ({
  heading: 'Other networks for the same entropies',
  label: 'analogy',
  text: 'That a network is hyperbolic depends on the graph that is offered. Here the critical entropies are fitted on a flat strip of rings of eight, and on random graphs with as many tensors, bonds and couplings as the dyadic network. Distances are sums of −ln tanh J, a convention; 2δ/diameter is 0 for a tree.',
  exhibits: [
    fitTable('Networks beside each other.', [gaps[0]!, ...others, single]),
    ...others.slice(0, 1).map((fit) => ringPicture(fit, 'Flat strip. Width: ln D = 2J.')),
  ],
});

export const plantedSection = ({ planted }: Measured): StudySection => ({
  heading: 'Planted couplings',
  text: 'Entropies of known couplings are fitted from random starts, on the network of rings of 8, 4 and 2. The whole network has one coupling more than its entropies can tell: its topmost ring and rungs are two ways for one bond.',
  exhibits: [
    {
      kind: 'table',
      caption: 'Couplings found again.',
      columns: ['trial', 'greatest error', 'rank', 'couplings'],
      rows: planted.trials.map(({ error, rank, parameters }, k) => [k + 1, error, rank, parameters]),
    },
  ],
});

export const ownSection = ({ state, cells, fits }: OwnFits): StudySection => ({
  heading: `${state}: networks for your own state`,
  text: `The entropies S₂ of ${cells} cells on the same kinds of networks.`,
  exhibits: [
    fitTable('Networks beside each other.', fits),
    couplingTable(
      'Couplings and their errors for errors of 1 nat; a dash where the table does not determine them.',
      fits,
    ),
    ringPicture(fits[0]!, 'Network of rings and rungs. Width: ln D = 2J.'),
    scatter('Entropies: model against state.', fits),
  ],
});

const fitTable = (caption: string, fits: readonly NetworkFit[]): Exhibit => ({
  kind: 'table',
  caption,
  columns: [
    'network',
    'relative',
    'greatest (nats)',
    'rank',
    'couplings',
    'worst start',
    'without bulk',
    '2δ/diameter',
    'curvature',
  ],
  rows: fits.map(({ name, relative, greatest, rank, parameters, starts, geometry, bulk }) => [
    name,
    relative,
    greatest,
    rank,
    parameters.length,
    starts.at(-1)! / Math.max(starts[0]!, 1e-300),
    bulk,
    geometry.hyperbolicity,
    geometry.curvature,
  ]),
});

const couplingTable = (caption: string, fits: readonly NetworkFit[]): Exhibit => ({
  kind: 'table',
  caption,
  columns: ['network', 'coupling', 'J', 'error'],
  rows: fits.flatMap(({ name, parameters, couplings, uncertainties }) =>
    parameters.map((parameter, p) => [name, parameter, couplings[p]!, uncertainties[p]!]),
  ),
});

const scatter = (caption: string, fits: readonly NetworkFit[]): Exhibit => ({
  kind: 'chart',
  caption,
  x: { label: 'S₂ of the state (nats)', kind: 'linear', include: [0] },
  y: { label: 'S₂ of the model (nats)', kind: 'linear', include: [0] },
  series: fits.map(({ name, entropies }) => ({ name, mark: 'points', points: entropies })),
});

/** Tensors on circles, the boundary outermost. */
function ringPicture({ nodes, bonds }: NetworkFit, caption: string): Exhibit {
  const sites = Math.max(...nodes.map(({ site }) => site)) + 1;
  const deepest = Math.max(...nodes.map(({ depth }) => depth));
  return {
    kind: 'graph',
    caption,
    quantity: 'ln D (nats)',
    nodes: nodes.map(({ name, site, depth }) => {
      const angle = (2 * Math.PI * (site + 0.5)) / sites;
      const radius = (0.46 * (deepest - depth + (deepest > 3 && depth === deepest ? 0 : 0.35))) / (deepest - 0.65);
      return {
        name: name.replace('site ', ''),
        at: [0.5 + radius * Math.sin(angle), 0.5 + radius * Math.cos(angle)] as const,
      };
    }),
    edges: bonds.map(({ from, to, coupling: J }) => ({ from, to, weight: 2 * J })),
  };
}
