import { exactJson, parseExactJson } from '../../src/record/exact-json.ts';
import { type SearchEntries, type SearchJournal, searchJournal } from '../../src/search-journal.ts';

/** What a search finds that is ended again and again, so many steps after it began, and begun with what its journal held, read back from JSON. */
export function interrupted<Found>(
  search: (journal: SearchJournal) => Generator<unknown, Found>,
  stepsAtOnce: number,
): { readonly found: Found; readonly interruptions: number } {
  let entries: SearchEntries = {};
  for (let interruptions = 0; ; interruptions++) {
    const journal = searchJournal(parseExactJson(exactJson(entries)) as SearchEntries);
    const before = JSON.stringify(entries);
    const steps = search(journal);
    for (let taken = 0; taken < stepsAtOnce || JSON.stringify(journal.store.entries) === before; taken++) {
      const next = steps.next();
      if (next.done) return { found: next.value, interruptions };
    }
    entries = journal.store.entries;
    steps.return(undefined as never); // what it owns is given back
  }
}
