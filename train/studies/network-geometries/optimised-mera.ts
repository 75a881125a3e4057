/** @file The MERA that is optimised for a state: whether its own distances are those of the state. */

import { infiniteXyChain } from '../../../src/gaussian/infinite-chain.ts';
import { entropiesOfQubits } from '../../../src/gaussian/qubit-entropies.ts';
import { significant } from '../../../src/number-format.ts';
import { atMost, type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import {
  criticalIsing,
  criticalMera,
  meraInformation,
  scalingSpectrum,
} from '../../../src/systems/renormalisation/index.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';

/** An optimised network and the chain that it is for. */
export interface OptimisedMera {
  readonly bond: number;
  /** Above the exact energy per site, relative to it. */
  readonly error: number;
  /** Least scaling dimension of operators on one site. */
  readonly least: number;
  readonly pairs: readonly {
    readonly distance: number;
    /** 2k + 1 bonds through the network. */
    readonly bonds: number;
    readonly information: number;
    /** Of the infinite chain; null where it is not computed. */
    readonly exact: number | null;
  }[];
  /** Growth of −ln I by level at the greatest distances. */
  readonly growth: number;
}

/** Greatest k, and the greatest whose exact mutual information is computed. */
const SCALES = 12;
const EXACT = 4;

/** The ternary MERA of the critical Ising chain. */
export function* optimisedMera(
  { mera: bond, meraSteps: maxSteps }: Options,
  seed: number,
): Generator<PartStep, OptimisedMera> {
  const search = criticalMera(criticalIsing(), { bonds: [bond], maxSteps, seed, starts: 1 });
  let next = search.next();
  for (; !next.done; next = search.next()) {
    const { phase, step } = next.value;
    if (phase === 'gradient' && step % 20 === 0) yield { message: `step ${step}`, progress: step / (maxSteps + 1) };
  }
  const found = next.value[0]!;
  const { fixed } = found.network;
  const own = found.theta.subarray(found.theta.length - fixed.unit.parameters);
  const { entropy } = entropiesOfQubits(infiniteXyChain(3 ** EXACT + 1, {}));
  const pairs = meraInformation(found, SCALES).map(({ distance, layers, information }) => ({
    distance,
    bonds: 2 * layers + 1,
    information,
    exact: layers <= EXACT ? 2 * entropy([0]) - entropy([0, distance]) : null,
  }));
  const exact = found.model.exact!.energy;
  return {
    bond,
    error: (found.energy - exact) / Math.abs(exact),
    least: scalingSpectrum(fixed, own, { places: 'kept' })[1]!.dimension,
    pairs,
    growth: Math.log(pairs.at(-2)!.information / pairs.at(-1)!.information),
  };
}

export function optimisedChecks({ pairs, growth, least }: OptimisedMera): readonly Check[] {
  const worst = Math.max(
    ...pairs.flatMap((one) => (one.exact === null ? [] : [Math.abs(one.information / one.exact - 1)])),
  );
  return [
    atMost(
      'I(r) of two spins in the optimised MERA against the chain, greatest relative difference',
      'closed form',
      worst,
      0,
      0.1,
    ),
    equals('growth of −ln I by level over 4Δ ln 3', 'theorem', growth / (4 * least * Math.log(3)), 1, 0.02),
  ];
}

export function optimisedSection({ bond, error, least, pairs, growth }: OptimisedMera): StudySection {
  return {
    heading: 'Distances in an optimised MERA',
    text:
      `The ternary MERA of least energy for the critical Ising chain, ${bond} states to a site, ${significant(error, 2)} above the exact energy relative to it. Two spins 3^{k} apart that stay single under the layers are 2k + 1 bonds apart in the network. ` +
      `Their −ln I is linear in the number of bonds, ${significant(growth, 4)} for each level, 4Δ ln 3 with the least dimension Δ = ${significant(least, 3)} of the layer: in this network and at these places distance is information. The factor is a number of the state, not of the graph, and another for other operators.`,
    exhibits: [
      {
        kind: 'chart',
        caption: 'Information against distance in the network. Points: the optimised MERA; line: the infinite chain.',
        x: { label: 'bonds 2k + 1 between spins at r = 3^{k}', kind: 'linear' },
        y: { label: '−ln I(r)', kind: 'linear' },
        series: [
          { name: 'MERA', mark: 'points', points: pairs.map((one) => [one.bonds, -Math.log(one.information)]) },
          {
            name: 'chain',
            mark: 'line',
            points: pairs.flatMap((one) => (one.exact === null ? [] : [[one.bonds, -Math.log(one.exact)] as const])),
          },
        ],
      },
    ],
  };
}
