/** @file The sections of the page: tables and pictures. */

import { significant } from '../../../src/number-format.ts';
import type { StudySection } from '../../../src/record/study-record.ts';
import type { OpenChain } from './critical.ts';
import { lengthError, type Measured, momentError } from './measured.ts';

export const sectionsOf = (measured: Measured): readonly StudySection[] => [
  criticalSection(measured),
  gappedSection(measured),
  quenchSection(measured),
  thermalSection(measured),
  spinSection(measured),
];

function criticalSection({ options, critical }: Measured): StudySection {
  const cuts = ({ entropies }: OpenChain, values = entropies) => values.map((s, k) => [k + 1, s] as const);
  return {
    heading: 'Criticality',
    text: `Open Ising chains of ${options.sites} sites at a bond dimension of ${options.bond}, beside free fermions; at the critical point S = (c/6) ln[(2N/π) sin(πℓ/N)] + s. Chains without end have no length but that which their bond dimension leaves, ξ(D): S = (c/6) ln ξ + s.`,
    exhibits: [
      {
        kind: 'chart',
        caption: 'Entropy of the left part of an open Ising chain. Points by sweeps, lines by free fermions.',
        x: { label: 'sites ℓ of the left part', kind: 'linear' },
        y: { label: 'S, nats', kind: 'linear', include: [0] },
        series: critical.open.flatMap((open) => [
          { name: `field ${open.field}`, mark: 'points' as const, points: cuts(open) },
          { name: `field ${open.field}, free fermions`, mark: 'line' as const, points: cuts(open, open.exact) },
        ]),
      },
      {
        kind: 'chart',
        caption:
          'Entropy of half of a critical chain without end against its correlation length. One point for each bond dimension.',
        x: { label: 'ξ, sites', kind: 'log' },
        y: { label: 'S, nats', kind: 'linear' },
        series: critical.scaling.map(({ name, points }) => ({
          name,
          mark: 'line-and-points' as const,
          points: points.map(({ correlationLength, entropy }) => [correlationLength, entropy] as const),
        })),
      },
      {
        kind: 'table',
        caption:
          'Central charges. Of the open chain by the logarithm of the length, with the error of the fit alone; of endless ones by finite entanglement.',
        columns: ['chain', 'c', 'error', 'exact'],
        rows: [
          ['Ising, open', critical.open[0]!.centralCharge, critical.open[0]!.error, 0.5],
          ...critical.scaling.map(({ name, centralCharge, error, expected }) => [
            `${name}, without end`,
            centralCharge,
            error,
            expected,
          ]),
        ],
      },
    ],
  };
}

function gappedSection({ gapped }: Measured): StudySection {
  return {
    heading: 'Gapped chains without end',
    text: 'The lowest particle is one disturbed tensor in a wave. Its energy ε(k) vanishes at k = i/ξ: ε² is continued there by its cosine series. The transfer matrix has finitely many eigenvalues for a continuum, and is far off; continued to where λ_{2} and λ_{3} meet it comes near.',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Energy of the particle against its momentum. Lines: 2√(1 + g² − 2g cos k), where the chain is integrable.',
        x: { label: 'k', kind: 'linear' },
        y: { label: 'ε', kind: 'linear', include: [0] },
        series: gapped.flatMap(({ g, h, dispersion }) => [
          {
            name: h === 0 ? `g = ${g}` : `g = ${g}, h = ${h}`,
            mark: 'points' as const,
            points: dispersion.map(({ momentum, energy }) => [momentum, energy] as const),
          },
          ...(h === 0
            ? [
                {
                  name: `g = ${g}, exact`,
                  mark: 'line' as const,
                  points: Array.from({ length: 49 }, (_, m) => {
                    const k = (Math.PI * m) / 48;
                    return [k, 2 * Math.sqrt(1 + g * g - 2 * g * Math.cos(k))] as const;
                  }),
                },
              ]
            : []),
        ]),
      },
      {
        kind: 'table',
        caption:
          'Correlation lengths. By the dispersion with the error of its series, by the transfer matrix, and by its eigenvalues extrapolated.',
        columns: ['g', 'h', 'D', 'ξ by ε', 'error', 'ξ by λ_{2}', 'extrapolated', '1/ln g', 'difference'],
        rows: gapped.map((one) => [
          one.g,
          one.h,
          one.bond,
          one.correlationLength,
          one.error,
          one.transferLength,
          one.extrapolated,
          one.h === 0 ? 1 / Math.log(one.g) : null,
          one.h === 0 ? lengthError(one) : null,
        ]),
      },
    ],
  };
}

function quenchSection({ options, moving }: Measured): StudySection {
  return {
    heading: 'A quench',
    text: `A wall between spins up and down in the XX chain of ${options.quenchSites} sites, H = Σ (XX + YY), by the time-dependent variational principle; free fermions in closed form. ⟨H⟩ drifts by ${significant(moving.drift, 1)}, Schmidt weights of ${significant(moving.discarded, 1)} were dropped.`,
    exhibits: [
      {
        kind: 'heat-map',
        caption: 'Magnetisation ⟨Z⟩ by site and time. The wall opens into a cone.',
        quantity: '⟨Z⟩',
        rowsLabel: 'time',
        columnsLabel: 'site',
        rows: moving.moments.map(({ time }) => significant(time, 3)),
        columns: moving.moments[0]!.magnetisation.map((_, site) => String(site)),
        values: moving.moments.map(({ magnetisation }) => magnetisation),
      },
      {
        kind: 'table',
        caption: 'Error of the magnetisation, and the bond dimension.',
        columns: ['t', 'bond', 'greatest error'],
        rows: moving.moments.map((moment) => [moment.time, moment.bond, momentError(moment)]),
      },
    ],
  };
}

function thermalSection({ options, cooled }: Measured): StudySection {
  return {
    heading: 'Temperature',
    text: `The critical Ising chain of ${options.thermalSites} sites, cooled as a purification from infinite temperature.`,
    exhibits: [
      {
        kind: 'table',
        caption: 'Free energy and entropy of the whole chain.',
        columns: ['β', 'F', 'F exact', 'difference', 'S, nats', 'bond'],
        rows: cooled.map(({ beta, freeEnergy, exact, entropy, bond }) => [
          beta,
          freeEnergy,
          exact,
          freeEnergy - exact,
          entropy,
          bond,
        ]),
      },
    ],
  };
}

function spinSection({ spins }: Measured): StudySection {
  return {
    heading: 'Spin 1',
    text: 'At the AKLT point neighbours share singlets, and string order is −4/9 at every distance. The Heisenberg chain is in the same phase: correlations of spins fall, the string does not, and Schmidt values come in pairs. With D = 2 in D Σ S_{z}^{2} the phase is trivial: neither remains, and no pairs. ⟨S_{z} exp(iπ Σ S_{z}) S_{z}⟩ is the string, (−1)^{r}⟨S_{z}S_{z}⟩ the staggered correlation.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'String order and staggered correlations, moduli, by distance.',
        x: { label: 'r', kind: 'linear' },
        y: { label: 'modulus', kind: 'log' },
        series: spins.flatMap(({ name, string, staggered }) =>
          (
            [
              ['string', 'line', string],
              ['spins', 'dash', staggered],
            ] as const
          ).map(([what, mark, values]) => ({
            name: `${name}, ${what}`,
            mark,
            points: values.map((value, k) => [k + 1, Math.abs(value) > 1e-8 ? Math.abs(value) : null] as const),
          })),
        ),
      },
      {
        kind: 'table',
        caption: 'Chains of spin 1 without end. The level is the lowest of one disturbed tensor at momentum π.',
        columns: [
          'chain',
          'bond',
          'energy per site',
          '‖gradient‖',
          'level at π',
          'string, r = 60',
          'ξ by λ_{2}',
          'ξ by ε, D = 24',
          'Schmidt values',
        ],
        rows: spins.map((one) => [
          one.name,
          one.bond,
          one.energy,
          one.gradient,
          one.gap,
          one.string.at(-1)!,
          one.correlationLength,
          one.particle?.correlationLength ?? null,
          one.schmidt
            .slice(0, 4)
            .map((s) => significant(s, 3))
            .join(', '),
        ]),
      },
    ],
  };
}
