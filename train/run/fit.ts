/**
 * @file Do target, model, metric and training fit each other? Checked on the objects built, before anything is
 * computed.
 */

import { byKind } from '../../src/by-kind.ts';
import { splitControls } from '../../src/complexity/controls.ts';
import { penaltyWeight } from '../../src/complexity/penalty-metric.ts';
import { weightMistakes } from '../../src/complexity/weight-mistakes.ts';
import { DomainError } from '../../src/errors.ts';
import { blockChainCase } from '../../src/generative/block-chain-infidelity.ts';
import { fermionNegativeLog } from '../../src/generative/fermion-infidelity.ts';
import {
  asCircuit,
  type GenerativeNetwork,
  KIND_WORDS,
  siteDimensions,
} from '../../src/generative/generative-network.ts';
import { fermionsOf, LARGEST_DENSE, networkPointOf } from '../../src/generative/state-rules.ts';
import type { TargetState } from '../../src/generative/target-state.ts';
import { checkParts } from '../../src/geodesic/sector/symmetric-geodesic.ts';
import { checkSector } from '../../src/geodesic/sector/young-sector.ts';
import { sizeOf } from '../../src/linalg/complex.ts';
import { isTree } from '../../src/network/tree-messages.ts';
import { complexityTerms, defaultTerm, type Problem } from '../loss.ts';
import type { Experiment } from './experiment-schema.ts';
import { boundCase } from './lower-bound-stage.ts';
import { outOfReach } from './out-of-reach.ts';
import { ringProblem } from './ring-stage.ts';
import { sectorProblem } from './sector-stage.ts';

/** Complexity terms that measure a circuit by the metric. */
const OF_METRICS: ReadonlySet<string> = new Set(['length', 'layered-length', 'block-length', 'energy']);

/** @throws {DomainError} with everything that does not fit, each with the keys that determine it */
export function checkFit(experiment: Experiment, problem: Problem): void {
  const mistakes = [
    ...weightTableMistakes(problem),
    ...siteMistakes(experiment, problem),
    ...termMistakes(experiment, problem),
    ...pruneMistakes(experiment, problem),
    ...controlMistakes(experiment, problem),
    ...sectorMistakes(experiment, problem),
    ...ringMistakes(experiment, problem),
    ...boundMistakes(experiment, problem),
    ...startMistakes(experiment),
  ];
  if (mistakes.length > 0) throw new DomainError(mistakes.join('\n'));
}

/** Words and letters that do not fit the number of qubits. */
function weightTableMistakes({ metric, target }: Problem): readonly string[] {
  return weightMistakes(metric, target.dimensions.length).map(
    ({ table, name, required, got }) => `metric.${table}.${name}: ${required} required, got ${got}`,
  );
}

/** The keys of a model that determine its sites. */
const SITE_KEYS: Readonly<Record<string, string>> = {
  'projected-entangled-pair-state': 'model.rows, model.columns, model.dimension',
  'network-file': 'model.path',
};

function siteMistakes({ model }: Experiment, { network, target }: Problem): readonly string[] {
  if (sizeOf(target.dimensions) > LARGEST_DENSE && !isComparable(network, target)) {
    const possible = [
      ...(networkPointOf(target) === null ? [] : ["a tensor network, such as 'matrix-product-state',"]),
      ...(networkPointOf(target) === null || network.kind !== 'block-circuit'
        ? []
        : ['blocks on neighbours of a chain in ascending order,']),
      ...(fermionsOf(target) === null ? [] : ["a circuit of free fermions, such as 'gaussian-circuit',"]),
    ];
    if (possible.length > 0) {
      const got = `${network.kind === 'network' ? 'the tensor network' : 'the circuit'} '${model.name}'`;
      return [`model: ${possible.join(' or ')} required for a target as long as '${target.name}', got ${got}`];
    }
  }
  const [required, got] = [target.dimensions, siteDimensions(network)];
  if (required.length === got.length && required.every((dimension, k) => dimension === got[k])) return [];
  const keys = SITE_KEYS[model.name] ?? 'model';
  return [`${keys}: the sites of the target '${target.name}' required, ${sitesText(required)}, got ${sitesText(got)}`];
}

/** Whether the infidelity of a network from a long target can be had without amplitudes. */
const isComparable = (network: GenerativeNetwork, target: TargetState): boolean =>
  network.kind === 'network'
    ? networkPointOf(target) !== null
    : blockChainCase(network, target) !== null || fermionNegativeLog(network, target) !== null;

const sitesText = (dimensions: readonly number[]): string =>
  `${dimensions.length} of dimension ${[...new Set(dimensions)].join(', ')}`;

function termMistakes({ training, model }: Experiment, { network, metric }: Problem): readonly string[] {
  const { term: given, weights } = training.complexity;
  const term = given ?? defaultTerm(network);
  const terms = Object.keys(complexityTerms(network, metric, 0));
  if (!terms.includes(term)) {
    const known = `a term of ${KIND_WORDS[network.kind]} (${terms.join(', ')})`;
    return [`training.complexity.term: ${known} required for model '${model.name}', got '${term}'`];
  }
  if (weights.length === 0 || !OF_METRICS.has(term)) return [];
  const forbidden = asCircuit(network)?.gates.find(({ word }) => penaltyWeight(metric, word) === Infinity);
  if (forbidden === undefined) return [];
  return [
    `training.complexity.weights: a model whose gates all have finite weight required, got ${forbidden.word} of model ` +
      `'${model.name}', which the metric forbids; raise metric.maxSize or metric.maxRange, or make metric.penalty finite`,
  ];
}

function pruneMistakes({ training, model }: Experiment, { network }: Problem): readonly string[] {
  if (training.prune === false || isPrunable(network)) return [];
  return [
    `training.prune: a circuit or a network without cycles required, whose bonds have Schmidt values, got model '${model.name}'`,
  ];
}

const isPrunable = byKind<GenerativeNetwork, [], boolean>({
  circuit: () => true,
  'block-circuit': () => true,
  network: isTree,
});

/** Checks that the words that a geodesic or a growing circuit may use can be listed. */
function controlMistakes({ geodesic, training }: Experiment, { target, metric }: Problem): readonly string[] {
  if (weightMistakes(metric, target.dimensions.length).length > 0) return [];
  const isSearched = geodesic !== false && outOfReach(target, metric, geodesic.largest) === null;
  if (!isSearched && training.grow === false) return [];
  try {
    splitControls(metric, target.dimensions.length);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const keys = error.message.startsWith('penalty metric')
      ? 'metric'
      : 'metric.maxSize, metric.maxRange, metric.penalty';
    return [`${keys}: ${error.message}`];
  }
}

/** Checks that a sector that is asked for can be searched, before memory is taken. */
function sectorMistakes({ geodesic }: Experiment, { target, metric, network }: Problem): readonly string[] {
  if (geodesic === false || geodesic.sector === undefined) return [];
  const text = `[${geodesic.sector.join(', ')}]`;
  if (!geodesic.sectors) return [`geodesic.sector: no sector beside geodesic.sectors false required, got ${text}`];
  const { problem, reason } = sectorProblem(target, metric, network);
  if (problem === null) {
    return [
      `geodesic.sector: a symmetric target on a metric alike for all qubits required, got ${text}, but ${reason}`,
    ];
  }
  try {
    checkParts(problem.form.blocks, geodesic.sector);
    checkSector(geodesic.sector, problem.weights);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [`geodesic.sector: ${error.message.replace(/^\w+: /, '')}`];
  }
}

/** The gates that disentangle a target lead from |0…0⟩. */
const startMistakes = ({ model, reference }: Experiment): readonly string[] =>
  model.name === 'block-circuit' && model.start === 'disentangled' && reference !== undefined && reference !== 'zero'
    ? ["model.start: no reference beside 'disentangled' required, which begins with |0…0⟩"]
    : [];

/** Checks that target and metric have the symmetry of a ring that is asked for. */
function ringMistakes({ geodesic }: Experiment, problem: Problem): readonly string[] {
  if (geodesic === false || geodesic.ring === undefined) return [];
  if (geodesic.sector !== undefined) return ['geodesic.ring: no geodesic.sector beside it required, got both'];
  const { reason } = ringProblem(geodesic, problem);
  if (reason === null) return [];
  return reason.split('\n').map((line) => {
    const text = line.replace(/^\w+: /, '');
    const key = text.startsWith('a cell') ? '.cell' : text.includes('the reflection') ? '.reflection' : '';
    return `geodesic.ring${key}: ${text}`;
  });
}

/** Checks that the lower bound that is asked for can be sought. */
function boundMistakes({ geodesic, seed }: Experiment, problem: Problem): readonly string[] {
  if (geodesic === false || weightMistakes(problem.metric, problem.target.dimensions.length).length > 0) return [];
  const asked = boundCase(geodesic.lowerBound, problem, seed);
  if (asked === null || asked.reason === null) return [];
  return [`geodesic.lowerBound.observable: ${asked.reason}`];
}
