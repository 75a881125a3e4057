/** @file What to try next: keys of the experiment with the values that answer what a run left open. */

import { significant } from '../number-format.ts';
import type { GeodesicRecord, RunPoint, RunRecord } from '../record/run-record.ts';
import type { Goal } from './accepted-infidelity.ts';

/** A change of the experiment, and what it would tell. */
export interface NextStep {
  /** Key in the experiment, the keys of nested objects joined by dots. */
  readonly key: string;
  readonly value: unknown;
  /** The value now; undefined where the experiment has none. */
  readonly now: unknown;
  readonly because: string;
}

type Options = RunRecord['experiment'];

/** The value at a key such as 'training.maxSteps'; undefined where there is none. */
export function optionOf(experiment: Options, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined),
      experiment,
    );
}

/** Options of the models that make a network larger, by how much, and the greatest value. */
const SIZES: readonly { readonly key: string; readonly factor: number; readonly most: number }[] = [
  { key: 'model.layers', factor: 1.5, most: Infinity },
  { key: 'model.depth', factor: 1.5, most: Infinity },
  { key: 'model.repeat', factor: 2, most: Infinity },
  { key: 'model.bond', factor: 2, most: 256 },
  { key: 'model.width', factor: 2, most: 512 },
];

/** Lengths of a path in slices that differ by more than this fraction have not converged. */
const SETTLED = 0.01;
/** Infidelity above which the end of a path is visibly another state. */
const SHORT_OF_TARGET = 1e-3;
/** An excess of the circuit over the geodesic below this fraction needs no step. */
const EXCESS = 0.05;
/** Most steps that are named. */
const MOST = 5;

/**
 * What to try next, the most urgent first: what brings the network to the target, then what makes the geodesic certain,
 * then what makes the network shorter, then what a wider metric or a smaller infidelity would change. A key is named
 * once.
 */
export function nextSteps(point: RunPoint, experiment: Options, goal: Goal): readonly NextStep[] {
  const open = [...trainingSteps(point, experiment, goal), ...geodesicSteps(point, experiment)];
  const reached = point.training.infidelity <= goal.accepted;
  const steps = [
    ...open,
    ...(reached ? shorteningSteps(point, experiment) : []),
    ...rangeSteps(point, experiment),
    ...(open.length === 0 && reached ? accuracySteps(experiment, goal) : []),
  ];
  return steps.filter(({ key }, k) => steps.findIndex((step) => step.key === key) === k).slice(0, MOST);
}

/** A whole number at a key times a factor; none where the experiment has no such number, or no greater one is allowed. */
function scaled(
  experiment: Options,
  key: string,
  factor: number,
  because: string,
  most = Infinity,
): readonly NextStep[] {
  const now = optionOf(experiment, key);
  if (typeof now !== 'number' || !(now >= 1)) return [];
  const value = Math.min(most, Math.ceil(factor * now));
  return value > now ? [{ key, value, now, because }] : [];
}

function trainingSteps({ training }: RunPoint, experiment: Options, goal: Goal): readonly NextStep[] {
  const { result, starts, network, infidelity } = training;
  if (network.parameters === 0 || infidelity <= goal.accepted) return [];
  const rate = optionOf(experiment, 'training.optimiser.learningRate');
  const diverged: readonly NextStep[] =
    result !== 'diverged'
      ? []
      : typeof rate === 'number'
        ? [{ key: 'training.optimiser.learningRate', value: rate / 4, now: rate, because: 'the training diverged' }]
        : [];
  const worst = starts.length > 1 ? `, and ${starts.length} starts did not reach the target` : '';
  return [
    ...diverged,
    ...(result === 'max-steps'
      ? scaled(experiment, 'training.maxSteps', 2, 'the training stopped at its step limit')
      : []),
    ...SIZES.flatMap(({ key, factor, most }) =>
      scaled(experiment, key, factor, `a larger network can come nearer to the target${worst}`, most),
    ),
    ...scaled(
      experiment,
      'training.starts',
      starts.length <= 1 ? 4 : 2,
      'each start ends in a minimum of its own, and another may reach the target',
    ),
  ];
}

function geodesicSteps({ geodesic, target }: RunPoint, experiment: Options): readonly NextStep[] {
  if (geodesic === null) {
    const isSmall = target.dimensions.length <= 8 && target.dimensions.every((dimension) => dimension === 2);
    const because = 'no geodesic was searched for, so that it is not known how much shorter a path could be';
    return experiment.geodesic === false && isSmall ? [{ key: 'geodesic', value: {}, now: false, because }] : [];
  }
  if (geodesic.status.startsWith('unreachable')) return [];
  const { result, starts } = geodesic;
  const finer = slicesReason(geodesic);
  const spread = starts.length > 1 ? Math.max(...starts) / Math.min(...starts) - 1 : 0;
  return [
    ...(result === 'max-steps'
      ? scaled(experiment, 'geodesic.maxSteps', 4, 'the search for the geodesic stopped at its step limit')
      : []),
    ...(starts.length === 1
      ? scaled(experiment, 'geodesic.starts', 4, 'the path was found from a single start')
      : result === 'stalled' || result === 'diverged' || spread > SETTLED
        ? scaled(
            experiment,
            'geodesic.starts',
            2,
            spread > SETTLED
              ? `the starts found lengths that differ by ${significant(100 * spread, 2)}\u00A0%`
              : 'the search for the geodesic did not converge',
          )
        : []),
    ...(finer === null ? [] : scaled(experiment, 'geodesic.slices', 2, finer)),
  ];
}

/** Why more slices would tell more; null where they would not. */
function slicesReason({ length, coarseLength, infidelity, polished }: GeodesicRecord): string | null {
  if (infidelity > SHORT_OF_TARGET) return 'the path ends short of the target';
  if (polished != null) return null;
  if (!Number.isFinite(coarseLength)) return 'with half as many slices no path met the target';
  const change = coarseLength / length - 1;
  return Math.abs(change) > SETTLED
    ? `half as many slices give a path ${significant(100 * Math.abs(change), 2)}\u00A0% ${change > 0 ? 'longer' : 'shorter'}: the length has not converged in their number`
    : null;
}

function shorteningSteps({ training, geodesic }: RunPoint, experiment: Options): readonly NextStep[] {
  const learned = geodesic?.learned;
  if (geodesic === null || learned == null || !(geodesic.length > 0)) return [];
  const excess = learned.excess / geodesic.length;
  if (!(excess > EXCESS)) return [];
  const longer = `the circuit is ${significant(100 * excess)}\u00A0% longer than the path found`;
  const weights = optionOf(experiment, 'training.complexity.weights');
  const unweighted = Array.isArray(weights) && weights.length === 0;
  const value = [0.003, 0.0003];
  return [
    ...(unweighted
      ? [
          {
            key: 'training.complexity.weights',
            value,
            now: weights,
            because: `${longer}, and its length was not penalised`,
          },
        ]
      : []),
    ...(training.network.kind === 'block-circuit'
      ? scaled(experiment, 'model.layers', 1.5, `${longer}; more layers can follow it more closely`)
      : []),
    ...scaled(experiment, 'training.candidates', 3, `${longer}; the shortest of several circuits would be kept`),
  ];
}

/** Sites from which on a longer range makes the number of words too large to be tried lightly. */
const MOST_SITES = 10;

function rangeSteps({ target, geodesic }: RunPoint, experiment: Options): readonly NextStep[] {
  const range = optionOf(experiment, 'metric.maxRange');
  const sites = target.dimensions.length;
  if (geodesic === null || typeof range !== 'number' || range + 1 >= sites || sites > MOST_SITES) return [];
  const because = geodesic.status.startsWith('unreachable')
    ? 'the words that are allowed do not reach the target'
    : 'a longer range allows more words, with which the complexity can only be the same or smaller';
  return [{ key: 'metric.maxRange', value: range + 1, now: range, because }];
}

/** Least infidelity that is worth asking for in double precision. */
const FINEST = 1e-12;

function accuracySteps(experiment: Options, { asked }: Goal): readonly NextStep[] {
  const value = Number((asked / 100).toPrecision(1));
  if (optionOf(experiment, 'training.targetInfidelity') === undefined || value < FINEST) return [];
  const because = 'nothing above is left open; a smaller infidelity tells which numbers still move';
  return [{ key: 'training.targetInfidelity', value, now: asked, because }];
}
