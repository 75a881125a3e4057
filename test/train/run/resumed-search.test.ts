import { describe, expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { haarRandom } from '../../../datasets/haar-random.ts';
import { symmetricDicke, symmetricGhz } from '../../../datasets/symmetric.ts';
import { werner } from '../../../datasets/werner.ts';
import { parametrised } from '../../../src/circuit/circuit.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { xyChain } from '../../../src/gaussian/fermion-models.ts';
import { gaussianVacuum } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import { growingChains } from '../../../src/geodesic/gaussian/growing-chains.ts';
import { grownChainSearch } from '../../../src/geodesic/gaussian/grown-chain-search.ts';
import { longChainProblem, longChainSearch } from '../../../src/geodesic/gaussian/long-chain-search.ts';
import { metricControls } from '../../../src/geodesic/gaussian/majorana-controls.ts';
import { orbitGeodesic } from '../../../src/geodesic/gaussian/orbit-geodesic.ts';
import { orbitCondition } from '../../../src/geodesic/gaussian/orbit-path.ts';
import { symmetricGeodesic } from '../../../src/geodesic/sector/symmetric-geodesic.ts';
import { stateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import { ring } from '../../../src/operator/lattice.ts';
import { exactJson, parseExactJson } from '../../../src/record/exact-json.ts';
import { type SearchEntries, type SearchJournal, searchJournal } from '../../../src/search-journal.ts';
import { geodesicStage } from '../../../train/run/geodesic-stage.ts';
import { experimentWith } from './staged.ts';

type Begun = Generator<{ readonly message: string } | { readonly phase: string }, unknown>;

/** A search with what an interrupted one has left: its steps, what was written down before each, and the result. */
function searched(begin: (journal: SearchJournal) => Begun, left: SearchEntries = {}) {
  const journal = searchJournal(left);
  const steps = begin(journal);
  const parts: string[] = [];
  const written: SearchEntries[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { parts, written, found: exactJson(value) };
    const step = value as { readonly message?: string; readonly phase?: string };
    parts.push((step.message ?? step.phase!).replace(/, length .*/, ''));
    written.push(journal.store.entries);
  }
}

/** So many numbers below a limit, evenly spread, the last included. */
const spread = (count: number, limit: number): readonly number[] =>
  Array.from({ length: count }, (_, k) => Math.floor(((k + 1) * limit) / count) - 1);

/**
 * Interrupts a search after some of its steps: what goes on from there, read back from JSON, takes the steps that are left, at most a
 * few more, none of them in the part that came first, and finds the same bits.
 */
function expectResumable(begin: (journal: SearchJournal) => Begun, interruptions = 6) {
  const whole = searched(begin);
  expect(whole.written.length).toBeGreaterThan(20);
  for (const step of spread(interruptions, whole.parts.length)) {
    const left = parseExactJson(exactJson(whole.written[step])) as SearchEntries;
    const rest = searched(begin, left);
    expect(rest.found).toBe(whole.found);
    expect(rest.parts.length).toBeLessThanOrEqual(whole.parts.length - step + 5);
    const [first] = whole.parts;
    if (!whole.parts.slice(step).includes(first!)) expect(rest.parts).not.toContain(first);
  }
}

/** The geodesic stage of an experiment, for an untrained network. */
const stage =
  (target: TargetState, words: readonly string[], metric: PenaltyMetric, geodesic: object) =>
  (journal: SearchJournal): Begun => {
    const network = parametrised(target.dimensions.length, words);
    const trained = { network, theta: new Float64Array(network.parameters) };
    return geodesicStage(experimentWith(geodesic), { target, network, metric }, trained, null, journal);
  };

const PAIRS = { maxSize: 2, penalty: Infinity };
const NEIGHBOURS = { ...PAIRS, maxRange: 1 };
const QUICK = { sectors: false, lowerBound: { observable: 'none' } };

describe('an interrupted search for a geodesic goes on where it was, to the same bits', { timeout: 300_000 }, () => {
  test('to a state of three qubits, with polished paths', () => {
    expectResumable(stage(haarRandom(3, 5), ['XYI', 'IXY'], PAIRS, { ...QUICK, slices: 4, starts: 3 }));
  });

  test('to a state of seven qubits, drawn by rising weights', () => {
    const options = { slices: 4, starts: 2, maxSteps: 2 };
    expectResumable((journal) => stateGeodesic(NEIGHBOURS, ghz(7).amplitudes, { ...options, journal }), 2);
  });

  test('where rotations of single qubits are light', () => {
    const metric = { ...PAIRS, sizeWeights: [0.02, 1] };
    expectResumable(stage(haarRandom(2, 3), ['XY', 'YX'], metric, { ...QUICK, slices: 4, starts: 2 }));
  });

  test('to a mixed state, over the orderings of its spectrum', () => {
    expectResumable(stage(werner(0.5), ['XY', 'YX'], PAIRS, { slices: 4, starts: 2 }));
  });

  test('in sectors of symmetric states', () => {
    const geodesic = { slices: 4, starts: 2, largest: 2 };
    expectResumable(stage(symmetricGhz(3), ['XYI'], PAIRS, geodesic));
  });

  test('in the sector of a hub, from states of fewer qubits', () => {
    const options = { sizeWeights: [1, 1], slices: 2, starts: 1, maxSteps: 2, real: true };
    expectResumable((journal) => symmetricGeodesic(symmetricDicke(17, 1), { ...options, journal }), 3);
  });

  test('on a ring', () => {
    const metric = { ...NEIGHBOURS, lattice: ring(4) };
    const geodesic = { slices: 4, starts: 2, maxSteps: 20, largest: 2, ring: { reflection: true }, real: true };
    expectResumable(stage(ghz(4), ['XYII'], metric, geodesic));
  });

  test('among Gaussian paths, from random starts', () => {
    const { controls, target } = chainOf(4, 1);
    const options = { slices: 6, starts: 2, seed: 1 };
    expectResumable((journal) => orbitGeodesic(controls, target, { ...options, journal }));
  });

  test('among Gaussian paths, grown from the middle of the chain', () => {
    const { controls, target } = chainOf(13, 2);
    const problem = { ...controls, from: gaussianVacuum('fermion', 13), to: target, slices: 12 };
    const pathOf = (slices: number) => orbitCondition({ ...problem, slices });
    const stages = growingChains(problem)!;
    expectResumable((journal) => grownChainSearch(stages, pathOf, { starts: 1, journal }), 3);
  });

  test('among Gaussian paths, for rising weights', () => {
    const { controls, target } = chainOf(5, 1);
    const problem = { ...controls, from: gaussianVacuum('fermion', 5), to: target, slices: 6 };
    const pathOf = (slices: number) => orbitCondition({ ...problem, slices });
    expectResumable((journal) => longChainSearch(longChainProblem(problem)!, pathOf, { journal }));
  });
});

/** Real words of neighbours on an open chain of fermions, and the ground state of the Ising chain. */
function chainOf(sites: number, field: number) {
  const { state } = gaussianGroundState(xyChain(sites, { field, anisotropy: 1 }, 'open'), { parity: 'even' });
  return { controls: metricControls(NEIGHBOURS, sites, { real: true }), target: state };
}
