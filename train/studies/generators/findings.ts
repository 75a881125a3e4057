/** @file The findings of the study in words. */

import { atLeast, atMost, type Check, equals, type Findings, type Verdict } from '../../../src/record/study-record.ts';
import { DEVIATION, MEAN } from './game.ts';
import type { Measured } from './measured.ts';
import { neuralSection, pathSection, stoppingSection } from './path-sections.ts';
import { digitSection, gameSection, growthSection } from './picture-sections.ts';

export function findings(measured: Measured): Findings {
  const { game, worths, picture, transports, neural } = measured;
  const [real, pair] = worths;
  const [priced, free] = transports;
  return {
    title: 'Neural generators',
    question:
      'A deep generative network is to an image what a circuit is to a state (II.E). What do such networks learn, in which order, and along which paths?',
    answer:
      `An adversarial generator on the line arrives at N(${game.mean.toFixed(3)}, ${game.deviation.toFixed(3)}²) for data of N(${MEAN}, ${DEVIATION}²). ` +
      `Of digits it learns less than it seems: a Born machine trained on its pictures needs ${pair!.heldOut.toFixed(2)} nats for a real one, trained on digits ${real!.heldOut.toFixed(2)}. ` +
      `A convolutional generator stopped after ${picture.best.step} steps has ${(100 * (picture.best.error / picture.noise)).toFixed(0)} % of the noise of the picture that it was given. ` +
      `With a price on motion the paths through a residual network are straight and cost ${((100 * priced!.cost) / priced!.bound - 100).toFixed(1)} % more than optimal transport, without it ${((100 * free!.cost) / free!.bound - 100).toFixed(0)} %. ` +
      `A Boltzmann machine has the ground-state energy of ${neural.qubits} qubits to ${(neural.energy - neural.exact).toExponential(1)}.`,
    sections: [
      gameSection(measured),
      digitSection(measured),
      growthSection(measured),
      stoppingSection(measured),
      pathSection(measured),
      neuralSection(measured),
    ],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

function checksOf({ game, picture, line, state, transports, depths, neural }: Measured): readonly Check[] {
  const excess = Math.max(...transports.map(({ cost, bound }) => bound - cost));
  const order = (from: number): number => Math.log2(depths[from]!.turn / depths[from + 1]!.turn);
  const expected = line.points.map((point) => point.expected);
  return [
    equals('mean of the generator on the line', 'closed form', game.mean, MEAN, 0.05),
    equals('its standard deviation', 'closed form', game.deviation, DEVIATION, 0.05),
    atMost('learned logit against ln p/q, within two deviations', 'closed form', game.logitError, 0, 0.2),
    atMost(
      'value of the game for the learned discriminator, above −ln 4 + 2 JSD',
      'theorem',
      game.learnedValue - game.bestValue,
      0,
      1e-9,
    ),
    atLeast('and below it', 'theorem', game.learnedValue - game.bestValue, 0, 0.01),
    atMost(
      'least error of the deep image prior, in units of the noise',
      'independent computation',
      picture.best.error / picture.noise,
      0.45,
    ),
    equals('it is at neither end of the training', 'independent computation', Number(picture.isInterior), 1, 0),
    atMost('gradient descent against the linear prior in closed form', 'closed form', line.descent, 0, 1e-3),
    atMost(
      'least expected error of the linear prior, in units of the noise',
      'closed form',
      Math.min(...expected) / line.noise,
      0.5,
    ),
    equals(
      'least error of the fitted state is at neither end',
      'independent computation',
      Number(state.isInterior),
      1,
      0,
    ),
    atMost(
      'cost of optimal transport of Gaussians beyond that of a network, with its moments',
      'theorem',
      excess,
      0,
      1e-5,
    ),
    atMost(
      'cost of the network with a price on motion, relative to optimal transport',
      'closed form',
      transports[0]!.cost / transports[0]!.bound,
      1.05,
    ),
    equals('order of a residual network in its depth', 'theorem', order(5), 1, 0.05),
    atMost(
      'error of optimal transport at any depth',
      'theorem',
      Math.max(...depths.map(({ transport }) => transport)),
      0,
      1e-12,
    ),
    atLeast('energy of the neural state, above the exact one', 'theorem', neural.energy - neural.exact, 0, 1e-10),
    atMost('the same', 'independent computation', neural.energy - neural.exact, 1e-4),
    atMost(
      'infidelity of a Boltzmann machine and its network of copy tensors',
      'theorem',
      neural.networkDefect,
      0,
      1e-12,
    ),
  ];
}

function verdictsOf({ worths, independent, grown, picture, state, transports }: Measured): readonly Verdict[] {
  const [real, pair, scales] = worths;
  const [priced, free] = transports;
  const saved = ({ best, noise }: { readonly best: { readonly error: number }; readonly noise: number }): string =>
    `${(100 * (best.error / noise)).toFixed(0)} %`;
  return [
    {
      statement: 'the space of images is encoded in the structure of a deep network, which generates them',
      source: 'I',
      verdict: 'holds in part',
      because:
        `its pictures look like digits; scored by exact likelihood they are worth ${pair!.heldOut.toFixed(2)} nats for a dense pair and ${scales!.heldOut.toFixed(2)} for one grown by scales, ` +
        `where digits themselves give ${real!.heldOut.toFixed(2)} and independent pixels ${independent.toFixed(2)}: variety is lost; ` +
        `of the ten classes ${pair!.classes.toFixed(1)} and ${scales!.classes.toFixed(1)} occur, by e to their entropy`,
    },
    {
      statement: 'generators of images grow from coarse to fine',
      source: 'I',
      verdict: 'holds in part',
      because:
        `covariances of pixels are off by ${grown.map(({ covariance }) => `${(100 * covariance).toFixed(0)} %`).join(', ')} at sides ${grown.map(({ side }) => side).join(', ')}: ` +
        'the coarse scales are learned best; that a stage adds to what is below, and does not change it, is built in',
    },
    {
      statement:
        'an untrained network processes images by its structure alone: it fits what is natural before it fits noise',
      source: 'I',
      verdict: picture.isInterior && state.isInterior ? 'holds' : 'fails',
      because: `stopped in time the error is ${saved(picture)} of the noise for a picture and ${saved(state)} for a state`,
    },
    {
      statement:
        'the geometry of deep learning is like that of quantum computation: data go through the layers along short paths',
      source: 'II.E',
      verdict: free!.cost > 1.1 * free!.bound ? 'fails' : 'holds in part',
      because:
        `only with a price on motion: its cost is then ${(priced!.cost / priced!.bound).toFixed(3)} of the least, without ${(free!.cost / free!.bound).toFixed(2)}; ` +
        'straightness on the line tells less, since all points may go one way',
    },
    {
      statement: 'an image corresponds to a quantum state, its generator to the circuit that makes the state',
      source: 'II.E',
      verdict: 'analogy',
      because: 'both are fitted and stopped alike; nothing here derives one from the other',
    },
  ];
}
