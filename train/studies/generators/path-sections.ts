/** @file The sections of the page on trainings as paths: when to stop, how to go through the layers, imaginary time. */

import type { Exhibit, StudySection } from '../../../src/record/study-record.ts';
import { PICTURE_SIDE } from './early-stopping.ts';
import type { Measured } from './measured.ts';
import { rowsOf } from './picture-sections.ts';

/** Early stopping. */
export function stoppingSection({ picture, line, state }: Measured): StudySection {
  const of = (pixels: Float64Array) => rowsOf(pixels, PICTURE_SIDE ** 2, 1);
  return {
    heading: 'Stopping early',
    text:
      'A network is fitted to one noisy picture, or state, and nothing else. It comes near to what is behind the noise before it learns the noise. For a linear generator the residual of mode i decays as e^{−s_i² t}, ' +
      'so the curve is known; the same shape is found for a convolutional network and for a brickwork circuit. When to stop is told here by the clean data, which in earnest nobody has.',
    exhibits: [
      {
        kind: 'pictures',
        caption: `The deep image prior: clean, noisy, after ${picture.best.step} steps, and in the end.`,
        ...{ rows: PICTURE_SIDE, columns: PICTURE_SIDE },
        groups: [
          { name: 'clean', pictures: of(picture.clean) },
          { name: 'noisy', pictures: of(picture.noisy) },
          { name: 'least error', pictures: of(picture.atBest) },
          { name: 'in the end', pictures: of(picture.atLast) },
        ],
      },
      {
        kind: 'chart',
        caption: 'Early stopping of a picture.',
        x: { label: 'step', kind: 'linear' },
        y: { label: 'mean square error', kind: 'log' },
        series: [
          { name: 'from the clean picture', mark: 'line', points: picture.curve },
          { name: 'from the noisy one, minimised', mark: 'dash', points: picture.loss },
        ],
        levels: [{ y: picture.noise, name: 'noise' }],
      },
      {
        kind: 'chart',
        caption: 'Early stopping of a linear generator.',
        x: { label: 'time', kind: 'log' },
        y: { label: 'mean square error', kind: 'log' },
        series: [
          {
            name: 'expected, closed form',
            mark: 'line',
            points: line.points.map(({ time, expected }) => [time, expected] as const),
          },
          { name: 'found', mark: 'points', points: line.points.map(({ time, error }) => [time, error] as const) },
        ],
        levels: [{ y: line.noise, name: 'noise' }],
      },
      {
        kind: 'chart',
        caption: 'Early stopping of a state: a brickwork of 6 qubits fitted to a noisy ground state.',
        x: { label: 'step', kind: 'linear' },
        y: { label: 'infidelity from the clean state', kind: 'log' },
        series: [{ name: 'circuit', mark: 'line', points: state.curve }],
        levels: [{ y: state.noise, name: 'noisy state' }],
      },
    ],
  };
}

/** Paths through layers. */
export function pathSection({ transports, depths }: Measured): StudySection {
  return {
    heading: 'Paths through layers',
    text:
      'A residual network is a flow with a velocity that is constant in each layer. With a price on motion and a goal for mean and deviation its least cost is W₂² = Δμ² + Δσ², that of optimal transport of Gaussians, along straight lines at constant speed; ' +
      'a network of any depth can have them exactly. Other flows it follows to first order in its depth.',
    exhibits: [
      ...transports.map(
        ({ kinetic, paths }): Exhibit => ({
          kind: 'chart',
          caption: `Paths through the layers ${kinetic > 0 ? 'with' : 'without'} a price on motion, from N(0, 1) to mean 2 and deviation ½.`,
          x: { label: 'layer', kind: 'linear' },
          y: { label: 'x', kind: 'linear' },
          series: paths.map((path, k) => ({
            name: `${k + 1}`,
            mark: 'line' as const,
            points: path.map((x, layer) => [layer, x] as const),
          })),
        }),
      ),
      {
        kind: 'table',
        caption: 'Cost of motion against the least for the moments that are reached.',
        columns: ['price', 'layers', 'cost', 'W₂²', 'cost / W₂²', 'mismatch of moments', 'mean straightness', 'least'],
        rows: transports.map(({ kinetic, layers, cost, bound, mismatch, straightness }) => [
          ...[kinetic, layers, cost, bound, cost / bound, mismatch, ...straightness],
        ]),
      },
      {
        kind: 'chart',
        caption: 'Error at the last layer against depth, for a quarter turn. Optimal transport has none at any depth.',
        x: { label: 'layers', kind: 'log' },
        y: { label: 'error', kind: 'log' },
        series: [
          {
            name: 'quarter turn',
            mark: 'line-and-points',
            points: depths.map(({ layers, turn }) => [layers, turn] as const),
          },
        ],
      },
    ],
  };
}

/** The neural quantum state. */
export function neuralSection({ neural }: Measured): StudySection {
  return {
    heading: 'A neural network as a quantum state',
    text:
      `A restricted Boltzmann machine of ${neural.parameters} real parameters, taken through imaginary time by natural gradients over all amplitudes. It is a tensor network of copy tensors, exactly, so that its entropies and cuts are those of a network; ` +
      'its variance tells how far from an eigenstate it is without knowing any.',
    exhibits: [
      {
        kind: 'chart',
        caption: `Energy above the exact one, and variance: critical Ising chain of ${neural.qubits} sites.`,
        x: { label: 'step', kind: 'linear' },
        y: { label: 'energy, variance', kind: 'log' },
        series: [
          {
            name: 'energy above the exact one',
            mark: 'line',
            points: neural.history.map(({ step, excess }) => [step, excess > 0 ? excess : null] as const),
          },
          {
            name: 'variance',
            mark: 'dash',
            points: neural.history.map(({ step, variance }) => [step, variance] as const),
          },
        ],
      },
      {
        kind: 'chart',
        caption: 'Entropies of the first sites.',
        x: { label: 'sites', kind: 'linear' },
        y: { label: 'S, nats', kind: 'linear', include: [0] },
        series: [
          { name: 'exact', mark: 'line', points: neural.entropies.map(({ sites, exact }) => [sites, exact] as const) },
          {
            name: 'learned',
            mark: 'points',
            points: neural.entropies.map(({ sites, learned }) => [sites, learned] as const),
          },
        ],
      },
      {
        kind: 'table',
        caption: 'What is learned.',
        columns: ['qubits', 'exact energy', 'learned', 'above it', 'variance', 'infidelity'],
        rows: [
          [
            neural.qubits,
            neural.exact,
            neural.energy,
            neural.energy - neural.exact,
            neural.variance,
            neural.infidelity,
          ],
        ],
      },
    ],
  };
}
