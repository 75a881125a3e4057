import { describe, expect, test } from 'vitest';
import { summaryOf } from '../../cli/summary.ts';
import { RECORD_SCHEMA, type RunPoint, type RunRecord, type TrainingRecord } from '../../src/record/run-record.ts';
import { equals, STUDY_SCHEMA, type StudyRecord } from '../../src/record/study-record.ts';

const head = { versions: { bulkweave: '0.1.0' }, backend: 'cpu', startedAt: '2026-01-02T03:04:05.678Z', seconds: 1 };

const training: TrainingRecord = {
  network: { kind: 'circuit', qubits: 1, parameters: 0, gates: [{ word: 'Y', angle: 2 }] },
  theta: [],
  infidelity: 5e-7,
  complexity: { name: 'length', value: 1 },
  result: 'converged',
  starts: [5e-7],
  gates: { before: 1, after: 1 },
  history: [],
};

const point = (changes: Partial<RunPoint> = {}, infidelity = 5e-7): RunPoint => ({
  time: null,
  target: { name: 'plus', kind: 'pure', dimensions: [2] },
  training: { ...training, infidelity },
  geodesic: null,
  fisher: null,
  bulk: null,
  shape: null,
  gravity: null,
  picture: null,
  notes: [],
  ...changes,
});

const run = (points: readonly RunPoint[], options: object = {}): RunRecord => ({
  ...head,
  schema: RECORD_SCHEMA,
  experiment: { name: 'plus', seed: 1, training: options },
  points,
  overTime: null,
});

const MICRO = '5.00\u00A0×\u00A010⁻⁷';

describe('the summary of a run', () => {
  test('is a line for each state, with what was computed of it', () => {
    const geodesic = {
      words: ['Y'],
      velocity: [[0.75], [0.75]],
      slices: 2,
      length: 0.75,
      energy: 0.28125,
      infidelity: 0,
      speedVariation: 0,
      straightness: 1,
      coarseLength: 0.75,
      lowerBound: 0.5,
      status: 'upper bound',
      starts: [0.75, 0.75],
      result: 'converged',
      learned: { length: 1, layeredLength: 1, excess: 0.25 },
    } as const;
    const fisher = { parameters: 2, eigenvalues: [0, 1], rank: 1, threshold: 1e-8, resolution: [1] };
    expect(summaryOf(run([point({ geodesic, fisher }), point()]))).toEqual({
      text:
        `plus: infidelity ${MICRO}, length 1.00, as layers 1.00, geodesic 0.750, excess 0.250, Fisher rank 1 / 2\n` +
        `plus: infidelity ${MICRO}, length 1.00\n`,
      reached: true,
    });
  });

  test('says what was asked for where the target was missed', () => {
    const { text, reached } = summaryOf(run([point()], { targetInfidelity: 1e-7 }));
    expect(reached).toBe(false);
    expect(text).toContain('\nThe target was not reached (infidelity 1\u00A0×\u00A010⁻⁷ asked for).\n');
  });

  test('counts the states that missed it, also those whose training diverged', () => {
    const { text, reached } = summaryOf(run([point(), point({}, 0.5), point({}, Number.NaN)]));
    expect(reached).toBe(false);
    expect(text).toContain('\n2 of 3 states: the target was not reached');
  });

  test('grants what pruning may give up', () => {
    const options = { targetInfidelity: 1e-7, prune: { tolerance: 10 } };
    expect(summaryOf(run([point()], options)).reached).toBe(true);
    expect(summaryOf(run([point({}, 2e-6)], options)).text).toContain('accepted after pruning');
  });
});

describe('the summary of a study', () => {
  const study = (passed: boolean): StudyRecord => ({
    ...head,
    schema: STUDY_SCHEMA,
    experiment: { name: 'angles', seed: 1 },
    findings: {
      title: 'Angles',
      question: 'How long?',
      answer: 'C_{min} is half the angle.',
      sections: [],
      checks: [
        equals('the length', 'closed form', 1, 1, 0.1),
        equals('the other length', 'closed form', passed ? 1 : 2, 1, 0.1),
      ],
      verdicts: [{ statement: 'it is short', source: 'sect. II', verdict: 'holds', because: 'it was measured' }],
    },
  });

  test('has its title, its answer in plain letters, its verdicts, and how many checks passed', () => {
    expect(summaryOf(study(true))).toEqual({
      text: 'Angles\nC_min is half the angle.\nit is short (sect. II): holds\n2 of 2 checks passed.\n',
      reached: true,
    });
  });

  test('names every check that failed, with what was expected', () => {
    const { text, reached } = summaryOf(study(false));
    expect(reached).toBe(false);
    expect(text).toMatch(/1 of 2 checks passed\.\nfailed: the other length: 2, expected 1\n$/);
  });
});
