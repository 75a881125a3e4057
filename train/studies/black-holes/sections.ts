/** @file The sections of the study: words, tables and charts. */

import type { StudySection } from '../../../src/record/study-record.ts';
import type { Measured } from './measured.ts';

export function regionSection({ options, region }: Measured): StudySection {
  return {
    heading: 'Regions: all candidates and the winner',
    label: 'analogy',
    text:
      'One interval of a BTZ black hole has two surfaces: a geodesic on its own side, or one around the other side together with the horizon. Two intervals have six; ' +
      'the geodesics that join them win from cross-ratio ½ on, x = sinh²(πℓ/β)/sinh²(π(ℓ + g)/β). Fermions at c = 1 have I = (1/3) log 1/(1 − x), smooth.',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Candidates for the entropy of one interval. r_{h} = 1, c = 1, less S at half of the circle; the lower line counts.',
        x: { label: 'length θ', kind: 'linear', include: [0, 2 * Math.PI] },
        y: { label: 'S − S(π) / nats', kind: 'linear' },
        series: [
          { name: 'own side', mark: 'line', points: region.near },
          { name: 'other side and horizon', mark: 'dash', points: region.far },
        ],
      },
      {
        kind: 'chart',
        caption: `Information of two intervals of ${options.pair} sites at β = ${options.pairBeta}. Geodesics switch, fermions do not.`,
        x: { label: 'cross-ratio x', kind: 'linear', include: [0, 1] },
        y: { label: 'I / nats', kind: 'linear', include: [0] },
        series: [
          { name: 'geodesics', mark: 'line', points: region.geodesic },
          { name: '(1/3) log 1/(1 − x)', mark: 'dash', points: region.closed },
          { name: 'hot hopping ring', mark: 'points', points: region.lattice },
        ],
      },
      {
        kind: 'table',
        caption: `States against geodesics. Spread of S − S_{geodesic} over intervals of 8 to 48 sites, and I₃ of three neighbours; geodesics have I₃ = ${region.tripartite.toFixed(4)}.`,
        columns: ['state', 'spread / nats', 'I₃ / nats'],
        rows: region.states.map(({ state, spread, tripartite }) => [state, spread, tripartite]),
      },
    ],
  };
}

export function doubleSection({ options, double }: Measured): StudySection {
  return {
    heading: 'Two sides in time',
    label: 'analogy',
    text:
      `The same interval of ${options.interval} sites on both sides of the double of a ring of ${options.sites}, β = ${options.beta}, velocity 1, both sides run by t. With t and −t nothing changes. ` +
      'The geodesics through the interior grow without end; those outside take over near t = ℓ/2, with a corner that free fermions round off. Reading this as a wormhole is an analogy.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Entropy of an interval on both sides. Geodesics with the constant of the chain, no other fit.',
        x: { label: 't on each side', kind: 'linear', include: [0] },
        y: { label: 'S / nats', kind: 'linear', include: [0] },
        series: [
          { name: 'fermions', mark: 'points', points: double.growth },
          { name: 'geodesics', mark: 'line', points: double.geodesics },
        ],
        levels: [{ y: double.product, name: 'two thermal states' }],
      },
    ],
  };
}

export function scramblerSection({ double }: Measured): StudySection {
  return {
    heading: 'What a scrambler leaves',
    text: 'A unitary on one side changes no entropy of either side and no I(L : R). It moves correlations from pairs of sites into many sites at once, where pairs do not show them.',
    exhibits: [
      {
        kind: 'table',
        caption:
          'Information between the sides of a small double / nats. Partners are site i on the left and site i on the right.',
        columns: ['state', 'I(L : R)', 'all partners', 'greatest of any two sites'],
        rows: double.scrambled.map(({ state, information, partners, greatest }) => [
          state,
          information,
          partners,
          greatest,
        ]),
      },
    ],
  };
}

export function spinSection({ options, double }: Measured): StudySection {
  return {
    heading: 'Spins',
    text:
      `Doubles of ${options.qubits} + ${options.qubits} qubits by all amplitudes: Ising chains in a transverse field, and with a longitudinal field ½ besides, β = 0.4. ` +
      `After its maximum the entropy falls by ${double.spins.map(({ name, points, bound }) => `${fall(points, bound).toFixed(2)} (${name})`).join(' and ')} of that of two thermal states.`,
    exhibits: [
      {
        kind: 'chart',
        caption: `Entropy of ${Math.floor(options.qubits / 2)} qubits on both sides. Amplitudes of both sides together.`,
        x: { label: 't on each side', kind: 'linear', include: [0] },
        y: { label: 'S / nats', kind: 'linear', include: [0] },
        series: double.spins.map(({ name, points }, k) => ({
          name,
          mark: k === 0 ? 'line' : 'line-and-points',
          points,
        })),
        levels: double.spins.map(({ name, bound }) => ({ y: bound, name: `two thermal states, ${name}` })),
      },
    ],
  };
}

/** How far the points fall after their maximum, in units of the bound. */
function fall(points: readonly (readonly [number, number])[], bound: number): number {
  const values = points.map(([, value]) => value);
  const top = values.indexOf(Math.max(...values));
  return (values[top]! - Math.min(...values.slice(top))) / bound;
}

export function gateSection({ options, gate }: Measured): StudySection {
  return {
    heading: 'What is told of a gate',
    label: 'analogy',
    text:
      'Quantum Fisher information F of the angle of a gate on the middle bond. Hot states tell F = ¼β²‖[h, g]‖², and nothing at β = 0. ' +
      'A gate some time ago is deeper in the bulk: only regions as wide as its light cone know of it. The two sites of a gate alone tell nothing at age 0: by reflection it commutes with their state. A black hole that teaches nothing is an analogy.',
    exhibits: [
      {
        kind: 'chart',
        caption: `Information about a gate against temperature. Hopping chain of ${options.chain} sites.`,
        x: { label: 'β', kind: 'log' },
        y: { label: 'F', kind: 'log' },
        series: [
          { name: 'F', mark: 'points', points: gate.heat },
          { name: '¼β²‖[h, g]‖²', mark: 'dash', points: gate.heat.map(([beta]) => [beta, 0.25 * beta ** 2]) },
        ],
      },
      {
        kind: 'chart',
        caption: `Share of the information that a region around the gate has. Thermal chain at β = ${options.beta}, gates of several ages; control: a product state with random hopping after the gate.`,
        x: { label: 'sites of the region', kind: 'linear', include: [0] },
        y: { label: 'F of the region / F', kind: 'linear', include: [0, 1] },
        series: gate.sizes.map(({ name, points }, k) => ({
          name,
          mark: k + 1 === gate.sizes.length ? 'dash' : 'line-and-points',
          points,
        })),
      },
    ],
  };
}
