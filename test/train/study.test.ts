import { describe, expect, test } from 'vitest';
import { exactJson, parseExactJson } from '../../src/record/exact-json.ts';
import type { Findings } from '../../src/record/study-record.ts';
import { keepState, lastState } from '../../src/search-journal.ts';
import { type StudyCheckpoint, type StudyRun, type StudyStep, studyContext } from '../../train/study.ts';

const read = (): Uint8Array => new Uint8Array();

/** A study of two parts that counts how often each is worked at. */
function counted() {
  const worked = { first: 0, second: 0 };
  const run: StudyRun<{ readonly factor: number }> = function* ({ factor }, { part }) {
    const data = yield* part('first', 0.25, () => {
      worked.first++;
      return Float64Array.of(factor, -0, Number.NaN);
    });
    const sum = yield* part('second', 1, function* () {
      worked.second++;
      yield { message: 'half way', progress: 0.5 };
      return 2 * data[0]!;
    });
    return { title: `${sum}` } as unknown as Findings;
  };
  return { run, worked };
}

function all(steps: Generator<StudyStep, Findings>) {
  const seen: StudyStep[] = [];
  for (;;) {
    const next = steps.next();
    if (next.done) return { seen, findings: next.value };
    seen.push(next.value);
  }
}

describe('a study', () => {
  test('tells what it does and how far it is', () => {
    const { run } = counted();
    const { seen, findings } = all(run({ factor: 3 }, studyContext(1, read)));
    expect(findings.title).toBe('6');
    expect(seen.map(({ message, span, progress }) => [message, ...span, progress])).toEqual([
      ['first', 0, 0.25, 0],
      ['first: finished', 0, 0.25, 1],
      ['second', 0.25, 1, 0],
      ['second: half way', 0.25, 1, 0.5],
      ['second: finished', 0.25, 1, 1],
    ]);
  });

  test('goes on after the last part that it finished, with the same data after a journey through JSON', () => {
    const { run, worked } = counted();
    const steps = run({ factor: 3 }, studyContext(1, read));
    let checkpoint: StudyCheckpoint | null = null;
    while (checkpoint === null) checkpoint = (steps.next().value as StudyStep).checkpoint;
    const stored = parseExactJson(exactJson(checkpoint)) as StudyCheckpoint;
    expect(stored.first).toEqual(Float64Array.of(3, -0, Number.NaN));
    const { seen, findings } = all(run({ factor: 3 }, studyContext(1, read, stored)));
    expect(findings.title).toBe('6');
    expect(seen[0]).toEqual({ message: 'second', span: [0.25, 1], progress: 0, checkpoint: null });
    expect(worked).toEqual({ first: 1, second: 1 });
  });

  test('goes on within a part that keeps a journal', () => {
    const worked: number[] = [];
    const run: StudyRun<object> = function* (_, { part }) {
      yield* part('before', 0.5, () => 1);
      const sum = yield* part('long', 1, function* (journal) {
        const state = lastState<{ at: number; sum: Float64Array }>(journal) ?? { at: 0, sum: Float64Array.of(0) };
        let { at, sum } = state;
        for (; at < 4; at++) {
          keepState(journal, { at, sum });
          yield { message: `${at}`, progress: at / 4 };
          worked.push(at);
          sum = sum.map((x) => x + at);
        }
        return sum[0]!;
      });
      const last = yield* part('last', 1, (journal) => Object.keys(journal.store.entries).length);
      return { title: `${sum}, ${last}` } as unknown as Findings;
    };
    const steps = run({}, studyContext(1, read));
    let checkpoint: StudyCheckpoint | null = null;
    while (worked.length < 2) checkpoint = (steps.next().value as StudyStep).checkpoint ?? checkpoint;
    const stored = parseExactJson(exactJson(checkpoint)) as StudyCheckpoint;
    const { seen, findings } = all(run({}, studyContext(1, read, stored)));
    expect(findings.title).toBe('6, 0');
    expect(worked).toEqual([0, 1, 2, 3]);
    expect(Object.keys(seen.at(-1)!.checkpoint!)).toEqual(['before', 'long', 'last']);
  });
});
