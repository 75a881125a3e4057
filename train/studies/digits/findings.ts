/** @file The findings of the study in words, tables and pictures. */

import { atLeast, atMost, type Check, equals, type Findings, type Verdict } from '../../../src/record/study-record.ts';
import type { StudyData } from './data.ts';
import type { Measured } from './measured.ts';
import type { TrainedModel } from './models.ts';
import { drawnSection, geometrySection, likelihoodSection, patternSection, structureSection } from './sections.ts';

export function findings(measured: Measured): Findings {
  const { data, models, best, geometry } = measured;
  const { training, heldOut } = data.divided;
  const widest = geometry.chains.at(-1)!;
  const highest = Math.max(...widest.entropies);
  return {
    title: 'Digits',
    question:
      'An image corresponds to a quantum state, and a deep generative network to the network that generates it (II.E). What does a tensor network learn of images, and what geometry has it then?',
    answer:
      `Of ${training.count} rows of ${data.name} the best of ${models.length} models, ${best.name}, knows those held out (${heldOut.count}) ` +
      `to ${best.heldOut.toFixed(2)} nats each; independent variables need ${data.independent[1].toFixed(2)}, the best tree of pairs ` +
      `${data.chowLiu[1].toFixed(2)}. Likelihoods, samples and completions are exact. The state of the ${widest.name.replace(',', ' of')} ` +
      `has at most ${highest.toFixed(2)} nats of entanglement at a cut.`,
    sections: [
      drawnSection(measured),
      likelihoodSection(measured),
      structureSection(measured),
      geometrySection(measured),
      patternSection(measured),
    ],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

function checksOf({ data, options, models, best, drawn, geometry, patterns }: Measured): readonly Check[] {
  const count = options.samples;
  const deviations = [...drawn.exact].map((p, k) => {
    const error = Math.sqrt((p * (1 - p)) / count);
    return error > 0 ? Math.abs(drawn.share[k]! - p) / error : 0;
  });
  const excess = geometry.chains.flatMap(({ entropies, areas }) => entropies.map((s, k) => s - areas[k]!));
  const own = options.file === undefined ? digitChecks(models, data) : [];
  return [
    ...own,
    atMost(
      'nats of a held-out row, best model, against the Chow–Liu tree',
      'independent computation',
      best.heldOut,
      data.chowLiu[1],
    ),
    equals('probability of all values of the first variable, by marginals', 'theorem', drawn.total, 1, 1e-10),
    atMost(
      'greatest deviation of a variable’s share among the samples from its exact marginal, in standard errors',
      'independent computation',
      Math.max(...deviations),
      4.5,
    ),
    atMost('entropy of a cut beyond ln χ, nats', 'theorem', Math.max(...excess), 0, 1e-9),
    ...patterns.flatMap(({ side, bond, excess: above, below }) => [
      equals(
        `bars and stripes ${side} × ${side}, bond ${bond}: nats above ln ${2 ** (side + 1) - 2}`,
        'closed form',
        above,
        0,
        1e-6,
      ),
      atLeast(`the same at bond ${bond - 1}`, 'theorem', below, 1e-4),
    ]),
  ];
}

/** What was promised of the optical digits. */
function digitChecks(models: readonly TrainedModel[], { independent, chowLiu }: StudyData): readonly Check[] {
  const eight = models.find(({ name }) => name === 'chain, bond 8');
  return [
    equals('independent pixels, nats of a held-out picture', 'independent computation', independent[1], 24.76, 0.01),
    // Of training pictures: of held-out ones the last digits depend on the pseudo-counts.
    equals('Chow–Liu tree, nats of a training picture', 'independent computation', chowLiu[0], 20.76, 0.01),
    ...(eight
      ? [atMost('chain of bond 8, nats of a held-out picture', 'independent computation', eight.heldOut, 18.3)]
      : []),
  ];
}

function verdictsOf({ models, best, geometry }: Measured): readonly Verdict[] {
  const chain = models.filter(({ name }) => name.startsWith('chain')).reduce((a, b) => (b.heldOut < a.heldOut ? b : a));
  const tree = models.find(({ name }) => name.startsWith('binary tree'))!;
  const least = geometry.fisher.values.filter((x) => x > 0);
  return [
    {
      statement:
        'an image corresponds to a quantum state, and a deep generative network to the network that generates it',
      source: 'II.E',
      verdict: 'holds in part',
      because: `a state whose measurement gives images is learned and sampled exactly (${best.name}, ${best.heldOut.toFixed(2)} nats held out); that a single image is a state is a choice of encoding`,
    },
    {
      statement: 'the structure of the network matters, not only its size',
      source: 'II.E',
      verdict: tree.heldOut < chain.heldOut ? 'holds' : 'fails',
      because: `held out, a tree of ${tree.parameters} parameters needs ${tree.heldOut.toFixed(2)} nats, the best chain, of ${chain.parameters}, ${chain.heldOut.toFixed(2)}`,
    },
    {
      statement: 'Fisher information tells which parts of the network its outputs can resolve',
      source: 'II.C',
      verdict: 'holds',
      because: `eigenvalues of the ${geometry.fisher.name} spread over ${Math.log10(least[0]! / least.at(-1)!).toFixed(0)} decades: few combinations of parameters are resolved well`,
    },
  ];
}
