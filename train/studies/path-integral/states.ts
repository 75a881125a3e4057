/** @file Paths to states of several qubits: what each direction contributes, and where they draw together. */

import { targetOfSpec } from '../../../datasets/targets.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import { type PenaltyMetric, penaltyWeight } from '../../../src/complexity/penalty-metric.ts';
import { DomainError } from '../../../src/errors.ts';
import { asPure } from '../../../src/generative/state-rules.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { type PauliWord, wordSize } from '../../../src/operator/pauli.ts';
import type { SearchJournal } from '../../../src/search-journal.ts';
import {
  type Approach,
  approach,
  meanPath,
  type PathSamples,
  reweighted,
  sampledPaths,
} from '../../../src/systems/path-ensemble/index.ts';
import { metricOfSpec } from '../../metric-spec.ts';
import type { PartStep, StudyContext } from '../../study.ts';
import type { Options } from './options.ts';
import { toldPaths } from './told-steps.ts';

/** Everything that is shown of the ensemble of a state. */
export interface StateEnsemble {
  readonly name: string;
  readonly qubits: number;
  readonly words: number;
  readonly slices: number;
  readonly rows: readonly EnsembleRow[];
  readonly least: Pick<PathSamples['least'], 'energy' | 'length' | 'conditions' | 'family'>;
  /** K·#words − c − f. */
  readonly freedom: number;
  /** Mean of 2β(⟨E⟩ − E_least) over all β, weighted by the errors. */
  readonly pooled: { readonly value: number; readonly error: number };
  readonly reading: PathSamples['reading'];
  readonly shortest: Approach;
  /** Under metrics in which words of two and more qubits weigh so many times as much. */
  readonly metrics: readonly {
    readonly factor: number;
    readonly effectivePaths: number;
    readonly paths: number;
    readonly energy: number;
    readonly largeShare: number;
  }[];
}

interface EnsembleRow {
  readonly beta: number;
  readonly energy: number;
  readonly error: number;
  readonly arrived: number;
  readonly freedom: number;
  readonly freedomError: number;
  readonly autocorrelation: number;
  readonly shrinkage: number;
  readonly effectiveSamples: number;
  readonly acceptance: number;
  readonly meanEnergy: number;
  /** [action, share per bin width]. */
  readonly histogram: readonly (readonly [number, number])[];
  readonly way: Approach;
}

const MOST_QUBITS = 4;
const FACTORS = [1, 1.02, 1.1, 1.5];
const BINS = 24;
/** Paths whose states are followed at each β. */
const FOLLOWED = 100;

export function* measuredState(
  spec: Options['states'][number],
  { metric: metricSpec, slices, mu, betas, chains, burnIn, draws }: Options,
  { seed, read }: StudyContext,
  journal: SearchJournal,
): Generator<PartStep, StateEnsemble> {
  const target = targetOfSpec(spec, { read });
  const pure = asPure(target);
  const qubits = target.dimensions.length;
  if (pure === null || qubits > MOST_QUBITS || target.dimensions.some((dimension) => dimension !== 2)) {
    throw new DomainError(`path-integral: pure states of at most ${MOST_QUBITS} qubits required, got '${target.name}'`);
  }
  const metric = metricOfSpec(metricSpec, qubits);
  const unit = slices * controlWords(metric, qubits).words.length;
  const sampling = {
    ...{ slices, mu, chains, burnIn, draws, seed, journal },
    betas: betas.map((beta) => beta * unit),
  };
  const found = yield* toldPaths(sampledPaths(metric, pure.amplitudes, sampling), target.name);
  return describedState(target.name, qubits, pure.amplitudes, metric, found);
}

function describedState(
  name: string,
  qubits: number,
  target: ComplexVector,
  metric: PenaltyMetric,
  found: PathSamples,
): StateEnsemble {
  const { samples, least, words, slices, freedom, reading } = found;
  const followed = (paths: readonly Float64Array[]): readonly Float64Array[] =>
    paths.filter((_, k) => k % Math.ceil(paths.length / FOLLOWED) === 0);
  const inverse = samples.map((sample) => sample.freedom.error ** -2);
  const total = inverse.reduce((sum, weight) => sum + weight, 0);
  const hottest = samples[0]!;
  return {
    name,
    qubits,
    words: words.length,
    slices,
    rows: samples.map((sample) => ({
      beta: sample.beta,
      energy: sample.energy.mean,
      error: sample.energy.error,
      arrived: sample.arrived.mean,
      freedom: sample.freedom.value,
      freedomError: sample.freedom.error,
      autocorrelation: sample.energy.autocorrelation,
      shrinkage: sample.energy.shrinkage,
      effectiveSamples: sample.energy.effectiveSamples,
      acceptance: sample.acceptance,
      meanEnergy: meanPath(found, sample).energy,
      histogram: histogramOf(sample.actions),
      way: approach(found, target, followed(sample.paths)),
    })),
    least: { energy: least.energy, length: least.length, conditions: least.conditions, family: least.family },
    freedom,
    pooled: {
      value: samples.reduce((sum, sample, k) => sum + (inverse[k]! / total) * sample.freedom.value, 0),
      error: total ** -0.5,
    },
    reading,
    shortest: approach(found, target, [least.x]),
    metrics: FACTORS.map((factor) => {
      const { effectivePaths, energy, mean } = reweighted(found, hottest, scaledLarge(metric, words, factor));
      const largeShare = mean.shares.reduce((sum, share, p) => sum + (wordSize(words[p]!) > 1 ? share : 0), 0);
      return { factor, effectivePaths, paths: hottest.paths.length, energy, largeShare };
    }),
  };
}

/** The metric in which words of more than one qubit weigh so many times as much. */
const scaledLarge = (metric: PenaltyMetric, words: readonly PauliWord[], factor: number): PenaltyMetric => ({
  ...metric,
  words: Object.fromEntries(
    words.map((word) => [word, penaltyWeight(metric, word) * (wordSize(word) > 1 ? factor : 1)]),
  ),
});

/** Density of the values, [middle of a bin, share over its width]. */
function histogramOf(values: readonly number[]): EnsembleRow['histogram'] {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const width = (greatest - least) / BINS;
  const counts = new Array<number>(BINS).fill(0);
  for (const value of values) counts[Math.min(BINS - 1, Math.floor((value - least) / width))]! += 1;
  return counts.map((count, bin) => [least + (bin + 0.5) * width, count / values.length / width] as const);
}
