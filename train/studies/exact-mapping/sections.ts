/** @file The findings of the study in tables, charts and maps. */

import { significant } from '../../../src/number-format.ts';
import type { ChartSeries, MapExhibit, StudySection, TableExhibit } from '../../../src/record/study-record.ts';
import { FILTER, type MappedState, ORIGIN } from './mapped-states.ts';
import type { Measured } from './measured.ts';
import { nameOf } from './wavelet-geometries.ts';

const byLayer = (values: readonly (number | null)[]): ChartSeries['points'] =>
  values.map((value, k) => [k + 1, value] as const);
const LAYERS = { label: 'layer, from the boundary inwards', kind: 'linear' } as const;

const distances = (caption: string, values: MappedState['map']): MapExhibit => ({
  kind: 'map',
  caption,
  quantity: '−ln(I/(4 ln 2))',
  rowsLabel: 'layer',
  columnsLabel: 'place',
  rows: values.map((row, k) => ({ name: `${k + 1}`, values: row })).toReversed(),
});

export function waveletSection({ options, wavelets }: Measured): StudySection {
  return {
    heading: 'One state, several wavelets',
    text:
      `The massless lattice fermion on ${2 ** options.levels} sites, half filled, antiperiodic; each layer is a smaller copy of the one before. ` +
      'A wavelet with K vanishing moments turns correlations 1/x into their derivatives of order 2K: along a layer they fall with the power 2K + 1 of x, and mutual information with twice that. ' +
      'Distances −ξ ln I then are 2(2K + 1) ξ ln x, those of an anti-de Sitter space of radius R = (2K + 1) ξ: a number of the wavelet. ' +
      'A boson of dimension 0 has 2K in place of 2K + 1. In the last column 1 would mean that a step to the next layer is as long as that radius demands.',
    label: 'analogy',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Mutual information along layer 1. Straight lines on logarithmic axes: powers, one for each wavelet; they level off half way round the ring.',
        x: { label: 'distance x (places of the layer)', kind: 'log' },
        y: { label: 'I (nats)', kind: 'log' },
        series: wavelets.map(({ filter, along }) => ({
          name: nameOf(filter),
          mark: 'line',
          points: along.map(({ distance, information }) => [distance, information] as const),
        })),
      },
      {
        kind: 'table',
        caption: `Exponents by wavelet. Between x = ${2 ** options.levels / 32} and twice that.`,
        columns: ['wavelet', 'K', 'correlations', '2K + 1', 'information', '4K + 2', 'boson', '2K', 'step up / R ln 2'],
        rows: wavelets.map((one) => [
          nameOf(one.filter),
          one.moments,
          one.exponent,
          2 * one.moments + 1,
          one.informationExponent,
          4 * one.moments + 2,
          one.bosonExponent,
          2 * one.moments,
          one.isotropy,
        ]),
      },
      {
        kind: 'chart',
        caption: 'Mutual information upwards. The same in every layer, except near both ends.',
        x: LAYERS,
        y: { label: 'I with the site above (nats)', kind: 'linear', include: [0] },
        series: wavelets.map(({ filter, upwards }) => ({
          name: nameOf(filter),
          mark: 'line-and-points',
          points: byLayer(upwards),
        })),
      },
    ],
  };
}

export function stateSection({ options, states }: Measured): StudySection {
  return {
    heading: 'Three states, one wavelet',
    text:
      `The wavelet ${nameOf(FILTER)} on three states: critical; of mass ${options.mass}, a correlation length of ${significant(1 / Math.log(1 + options.mass))} sites; and critical at β = ${options.beta}. ` +
      'The entropy of a site tells the massive state from the others, but not the critical from the thermal one: both end at the maximum 2 ln 2, by entanglement within the bulk or with a bath. ' +
      'The mutual information upwards does: it goes on in the critical bulk and ends in the others, at the layer of the correlation or thermal length.',
    label: 'analogy',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Entropy of a site. Maximal at great scales for critical and thermal states, zero for the massive one.',
        x: LAYERS,
        y: { label: 'S (nats)', kind: 'linear', include: [0, 1.6] },
        series: states.map(({ name, entropies }) => ({
          name,
          mark: name === 'thermal' ? 'dash' : 'line-and-points',
          points: byLayer(entropies),
        })),
        levels: [{ y: 2 * Math.LN2, name: '2 ln 2' }],
      },
      {
        kind: 'chart',
        caption: 'Mutual information upwards. Where it ends the bulk ends.',
        x: LAYERS,
        y: { label: 'I with the site above (nats)', kind: 'linear', include: [0] },
        series: states.map(({ name, upwards }) => ({
          name,
          mark: name === 'thermal' ? 'dash' : 'line-and-points',
          points: byLayer(upwards),
        })),
      },
      {
        kind: 'chart',
        caption: 'Information distance along layer 1. Logarithmic in the critical state, linear in the others.',
        x: { label: 'distance x (places of the layer)', kind: 'log' },
        y: { label: '−ln I', kind: 'linear', include: [0] },
        series: states.map(({ name, along }) => ({
          name,
          mark: name === 'thermal' ? 'dash' : 'line',
          points: along.map(({ distance, information }) => [distance, -Math.log(information)] as const),
        })),
      },
      decayTable(states),
      ...states.map(({ name, map }) =>
        distances(
          `Distances from a site of the ${name} bulk. From the middle of layer ${ORIGIN} to every other site; the boundary is below. Left blank where correlations are below 10⁻¹³.`,
          map,
        ),
      ),
    ],
  };
}

function decayTable(states: Measured['states']): TableExhibit {
  return {
    kind: 'table',
    caption: 'Decay along layer 1. Least squares; evidence is the difference of Akaike’s criterion to the other law.',
    columns: ['state', 'law', 'evidence', 'power', '±', 'length (places)', '±'],
    rows: states.map(({ name, decay }) => {
      const isPower = decay.best === 'power';
      return [
        name,
        decay.best,
        decay.evidence,
        isPower ? decay.exponent : null,
        isPower ? decay.exponentError : null,
        isPower ? null : decay.length,
        isPower ? null : decay.lengthError,
      ];
    }),
  };
}

export function clockSection({ options, time }: Measured): StudySection {
  return {
    heading: 'Clocks',
    text: `${2 ** (options.levels - 2)} sites, wavelet ${nameOf(FILTER)}. How long a site of the bulk remembers itself in imaginary time: its correlation with itself falls to 1/e. From layer to layer of the critical bulk that takes twice as long, the redshift of anti-de Sitter space; with a mass no clock is slower than the gap allows.`,
    label: 'analogy',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Clocks by layer. A straight line on the logarithmic axis is a constant factor from layer to layer, two where the chain is critical.',
        x: LAYERS,
        y: { label: 'time to 1/e', kind: 'log' },
        series: time.map(({ name, times }) => ({ name, mark: 'line-and-points', points: byLayer(times) })),
        levels: [{ y: 1 / options.mass, name: '1/m' }],
      },
    ],
  };
}

export function doubleSection({ sides }: Measured): StudySection {
  const [first] = sides.doubles;
  return {
    heading: 'Two sides',
    text:
      `Thermofield doubles of ${sides.sites} sites on each side. Every side is thermal and ends where its temperature says; there its sites know their partners on the other side instead of those above. ` +
      'The layer at which they share half of what they can is the throat: it moves inwards by one layer when the temperature is halved. ' +
      `Both sides are one pure state: I(left : right) of all sites is twice the thermal entropy, ${significant(sides.thermal, 5)} nats at β = ${first!.beta}.`,
    label: 'analogy',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Mutual information across. As a share of the most that two sites can have, 4 ln 2.',
        x: LAYERS,
        y: { label: 'I(left : right)/(4 ln 2)', kind: 'linear', include: [0, 1] },
        series: sides.doubles.map(({ beta, across }) => ({
          name: `β = ${beta}`,
          mark: 'line-and-points',
          points: byLayer(across),
        })),
      },
      {
        kind: 'table',
        caption: 'The throat by temperature. The layer at which half of the information is across, between layers.',
        columns: ['β', 'layer of the throat', 'log₂ β', 'difference'],
        rows: sides.doubles.map(({ beta, horizon }) => [beta, horizon, Math.log2(beta), horizon - Math.log2(beta)]),
      },
      distances(
        `Distances to the other side. From the middle of layer ${ORIGIN} on the left to every site on the right, β = ${first!.beta}.`,
        sides.map,
      ),
    ],
  };
}

export function planeSection({ options, plane }: Measured): StudySection {
  const side = 2 ** options.side;
  return {
    heading: 'Two dimensions',
    text: `The lattice fermion on ${side} × ${side} sites, wavelet ${nameOf(FILTER)} along both directions: three details of each of two modes at a place of a layer. Without a mass entropies grow towards their greatest values as far as the torus reaches; with one they turn and fall.`,
    label: 'analogy',
    exhibits: [
      {
        kind: 'table',
        caption: 'Layers over a plane. Entropy of a site as a share of its greatest, and mutual information upwards.',
        columns: ['mass', 'quantity', ...plane[0]!.shares.map((_, k) => `layer ${k + 1}`)],
        rows: plane.flatMap(({ mass, shares, upwards }) => [
          [mass, 'S/S_{max}', ...shares],
          [mass, 'I upwards (nats)', ...upwards],
        ]),
      },
    ],
  };
}

export function controlSection({ options, control }: Measured): StudySection {
  return {
    heading: 'What has no geometry',
    text:
      `${2 ** (options.levels - 2)} sites. A random orthogonal transform of the critical state leaves all sites about equally entangled, and no distance between them: places are mere names. ` +
      'A product state leaves nothing at all, by any transform that treats all sites alike.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Mutual information along layer 1, by wavelets and by a random transform.',
        x: { label: 'distance x (places of the layer)', kind: 'log' },
        y: { label: 'I (nats)', kind: 'log' },
        series: control.slice(0, 2).map(({ name, along }) => ({
          name,
          mark: name.includes('random') ? 'points' : 'line-and-points',
          points: along.map(({ distance, information }) => [distance, information > 0 ? information : null] as const),
        })),
      },
      {
        kind: 'table',
        caption:
          'Controls. Slope of ln I along layer 1 against ln x, and the share of its variation that the line explains.',
        columns: ['state and transform', 'S in layer 1', 'S in the last', 'I upwards', 'slope', '±', 'explained'],
        rows: control.map((one) => [
          one.name,
          one.entropies[0]!,
          one.entropies.at(-1)!,
          one.upwards[1] ?? null,
          one.slope,
          one.slopeError,
          one.explained,
        ]),
      },
    ],
  };
}
