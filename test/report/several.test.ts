import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GeodesicRecord, RunPoint, RunRecord } from '../../src/record/run-record.ts';
import type { StudyRecord } from '../../src/record/study-record.ts';
import { reportOfSeveral } from '../../src/report/several.ts';
import { brokenNumbers, elementsOf } from '../drawing/well-formed.ts';
import { randomRecord } from './random-record.ts';

const geodesic = {
  length: 2,
  lowerBound: 0.5,
  coarseLength: 2,
  slices: 4,
  infidelity: 0,
  starts: [2, 2],
  result: 'converged',
  learned: { length: 3, layeredLength: 2.5, excess: 0.5 },
} as unknown as GeodesicRecord;
const point = (infidelity: number, length: number, target = 'ghz(2)'): RunPoint =>
  ({
    time: null,
    target: { name: target, kind: 'pure', dimensions: [2, 2] },
    training: {
      network: { kind: 'circuit', qubits: 2, parameters: 0, gates: [] },
      theta: [],
      infidelity,
      complexity: { name: 'length', value: 3 },
      result: 'converged',
      starts: [infidelity],
      gates: null,
      history: [1, 0.1, infidelity].map((value, step) => ({
        step,
        phase: 'start 1',
        loss: value,
        infidelity: value,
        complexity: null,
        gradientNorm: 1,
      })),
    },
    geodesic: { ...geodesic, length },
    fisher: null,
    bulk: null,
    shape: null,
    gravity: null,
    picture: null,
    notes: [],
  }) as unknown as RunPoint;
const run = (name: string, points: readonly RunPoint[], more: object = {}): RunRecord => ({
  schema: 'bulkweave/run-record/1',
  versions: { bulkweave: '0.1.0' },
  backend: 'wasm',
  startedAt: '2026-01-01T00:00:00.000Z',
  seconds: 3,
  experiment: { name, seed: 1, training: { targetInfidelity: 1e-6 }, ...more },
  points,
  overTime: null,
});
const words = (page: string) => page.replaceAll('\u00A0', ' ');

describe('several runs', () => {
  const page = words(reportOfSeveral([run('one', [point(1e-7, 2)]), run('two', [point(1e-3, 1.5)], { seed: 2 })]));

  test('of one target stand in one table, and what is least is named', () => {
    expect(page).toContain('2 learned states. All have the target “ghz(2)” and one complexity metric.');
    expect(page).toContain('Nearest to the target: one, infidelity 1.00 × 10⁻⁷.');
    expect(page).toContain('Shortest path found: that of two, length 1.500.');
    expect(page).toMatch(/<td>one<\/td><td>ghz\(2\)<\/td>.*?<td>yes<\/td>.*?<td>two<\/td>.*?<td>no<\/td>/s);
  });

  test('have one curve each in one chart, with the numbers to be saved', () => {
    const titles = elementsOf(page).flatMap(({ attributes }) => attributes['aria-label'] ?? []);
    expect(titles).toContain('Infidelity during training, several runs');
    expect(titles).toContain('Lengths of several runs');
    expect(page).toContain(encodeURI('two,2,0.001\n'));
  });

  test('name the keys in which their experiments differ, and no others', () => {
    const last = page.slice(page.indexOf('What the experiments differ in'));
    expect(last).toMatch(/<td>seed<\/td><td>1<\/td><td>2<\/td>/);
    expect(last).not.toContain('targetInfidelity');
  });

  test('of different targets or metrics are not ranked', () => {
    const other = words(reportOfSeveral([run('one', [point(1e-7, 2)]), run('two', [point(1e-3, 1.5, 'w(2)')])]));
    expect(other).toContain('They have 2 different targets');
    expect(other).not.toContain('Shortest');
    const metric = { metric: { maxSize: 2, maxRange: 2, penalty: 'infinite', lattice: 'chain' } };
    const wide = words(reportOfSeveral([run('one', [point(1e-7, 2)]), run('two', [point(1e-3, 1.5)], metric)]));
    expect(wide).toContain('2 complexity metrics: lengths are comparable only on the same one');
    expect(wide).toContain('Nearest to the target: one');
    expect(wide).not.toContain('Shortest');
  });

  test('of one name, and the states of a curve, are told apart', () => {
    const at = (time: number) => ({ ...point(1e-7, 2), time });
    const page = reportOfSeveral([run('a', [at(0), at(1)]), run('b', [point(1e-7, 2)]), run('b', [point(1e-7, 2)])]);
    for (const name of ['a, τ = 0', 'a, τ = 1.00', 'b', 'b (2)']) expect(page).toContain(`<td>${name}</td>`);
  });
});

test('studies are listed with their checks', () => {
  const findings = {
    title: 'Of <lengths>',
    question: '',
    answer: '',
    sections: [],
    verdicts: [],
    checks: [{ passed: true }, { passed: false }],
  };
  const study = { ...run('s', []), schema: 'bulkweave/study-record/1', findings } as unknown as StudyRecord;
  const page = reportOfSeveral([study]);
  expect(page).toContain('<td>Of &lt;lengths&gt;</td><td>1 of 2 checks passed</td>');
  expect(page).toContain('No state of a run is among these records.');
});

test('any records give a page with all tags closed and no broken number', () => {
  fc.assert(
    fc.property(fc.array(randomRecord, { maxLength: 3 }), (records) => {
      expect(brokenNumbers(reportOfSeveral(records))).toEqual([]);
    }),
    { seed: 22, numRuns: 20 },
  );
});
