import { describe, expect, test } from 'vitest';
import { keepState, lastState, recorded, type SearchJournal, searchJournal } from '../src/search-journal.ts';

/** Counts up to a number, from the last that the journal has; every number is kept. */
function* counted(journal: SearchJournal | undefined, upTo: number): Generator<number, number> {
  for (let at = lastState<{ at: number }>(journal)?.at ?? 0; at < upTo; at++) {
    keepState(journal, { at });
    yield at;
  }
  return upTo;
}

/** Two parts of the same name, the second of which has a part of its own. */
function* search(journal: SearchJournal | undefined): Generator<number, readonly number[]> {
  const one = yield* recorded(journal, 'part', (own) => counted(own, 2));
  const two = yield* recorded(journal, 'part', (own) => recorded(own, 'inner', (inner) => counted(inner, 3)));
  return [one, two];
}

const all = <Found>(steps: Generator<number, Found>) => {
  const seen: number[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { seen, found: value as Found };
    seen.push(value as number);
  }
};

describe('a search with a journal', () => {
  test('goes the same way as one without', () => {
    expect(all(search(searchJournal()))).toEqual(all(search(undefined)));
    expect(all(search(undefined))).toEqual({ seen: [0, 1, 0, 1, 2], found: [2, 3] });
  });

  test('begun anew after any of its steps leaves out what was finished, and finds the same', () => {
    for (let steps = 1; steps <= 5; steps++) {
      const journal = searchJournal();
      const first = search(journal);
      for (let k = 0; k < steps; k++) first.next();
      const { seen, found } = all(search(searchJournal(journal.store.entries)));
      expect(found).toEqual([2, 3]);
      expect(seen).toEqual([0, 1, 0, 1, 2].slice(steps - 1)); // the last step is repeated, none before it
    }
  });

  test('writes a finished part in place of its own parts and states', () => {
    const journal = searchJournal();
    all(search(journal));
    expect(journal.store.entries).toEqual({ '1 part': { found: 2 }, '2 part': { found: 3 } });
  });
});
