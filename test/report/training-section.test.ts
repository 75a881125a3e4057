import { describe, expect, test } from 'vitest';
import type { HistoryRow, TrainingRecord } from '../../src/record/run-record.ts';
import { chapters, phases, trainingSection } from '../../src/report/training-section.ts';
import { elementsOf } from '../drawing/well-formed.ts';

const row = (phase: string, complexity: number | null = null): HistoryRow => ({
  step: 0,
  phase,
  loss: 0.1,
  infidelity: 0.1,
  complexity,
  gradientNorm: 1,
});
const history = [
  row('start 1'),
  row('start 1'),
  row('start 1, polish'),
  row('start 2'),
  row('penalty 0.1', 2),
  row('penalty 0.1', 1),
];

describe('the phases of a training', () => {
  test('are stretches of equal names', () => {
    expect(phases(history)).toEqual([
      { name: 'start 1', from: 0, to: 1 },
      { name: 'start 1, polish', from: 2, to: 2 },
      { name: 'start 2', from: 3, to: 3 },
      { name: 'penalty 0.1', from: 4, to: 5 },
    ]);
    expect(phases([])).toEqual([]);
  });

  test('belong together by what stands before the comma', () => {
    expect(chapters(history).map(({ name, from, to }) => [name, from, to])).toEqual([
      ['start 1', 0, 2],
      ['start 2', 3, 3],
      ['penalty 0.1', 4, 5],
    ]);
  });
});

const training = {
  history,
  complexity: { name: 'length', value: 1 },
  starts: [0.1],
  gates: null,
  result: 'converged',
  network: { parameters: 3 },
};

test('curves of different starts are not joined, and complexity is drawn only where it was evaluated', () => {
  const paths = elementsOf(trainingSection(training as unknown as TrainingRecord, 'pure'))
    .filter(({ name }) => name === 'path')
    .map(({ attributes }) => attributes.d!.split('L').length);
  expect(paths).toEqual([3, 2, 2]); // start 1, penalty (start 2 is a point); then the complexity
});

test('without evaluations of the complexity there is one figure', () => {
  const plain = { ...training, history: history.slice(0, 4) } as unknown as TrainingRecord;
  expect(trainingSection(plain, 'pure').match(/<figure/g)).toHaveLength(1);
  expect(trainingSection(plain, 'pure')).not.toContain('weight × complexity');
  expect(trainingSection(training as unknown as TrainingRecord, 'pure')).toContain('weight × complexity');
  expect(trainingSection(plain, 'mixed')).toContain('F = (Tr√(√ρ σ √ρ))²');
});

test('a network without parameters is not said to be trained, and has no curve', () => {
  const page = trainingSection({ ...training, network: { parameters: 0 } } as unknown as TrainingRecord, 'stabiliser');
  expect(page).toContain('no parameters to train');
  expect(page).not.toContain('<figure');
});

test('a single step has no curve, and its infidelity is said', () => {
  const one = { ...training, history: [row('start 1')] } as unknown as TrainingRecord;
  expect(trainingSection(one, 'pure')).not.toContain('<figure');
  expect(trainingSection(one, 'pure')).toContain('A single step makes no curve; its infidelity is ');
});

test('values are said to be raised to 10⁻²⁰ only if some are', () => {
  const page = (infidelity: number): string =>
    trainingSection(
      { ...training, history: [row('start 1'), { ...row('start 1'), infidelity }] } as unknown as TrainingRecord,
      'pure',
    );
  expect(page(1e-19)).not.toContain('are drawn at');
  expect(page(1e-21)).toContain('are drawn at 10⁻²⁰');
});
