/** @file What a long search has found so far, as plain data: an interrupted one goes on from there, to the same bits. */

/** Finished parts of a search by name, and the state of those that are running: plain data, such as a checkpoint holds. */
export type SearchEntries = Readonly<Record<string, unknown>>;

/**
 * Where a search writes what it has found; parts of a part have journals of their own in the same store. A search that is begun anew
 * with the entries of an interrupted one goes through the same parts in the same order; those that are finished it does not search
 * again.
 */
export interface SearchJournal {
  /** What is known so far: after each finished part and each step another object. */
  readonly store: { entries: SearchEntries };
  /** The name of the part whose journal it is; '' of the whole. */
  readonly part: string;
  /** How many parts were begun in it: their numbers keep names apart. */
  begun: number;
}

/** The journal of a search, with what an interrupted one has left. */
export const searchJournal = (entries: SearchEntries = {}): SearchJournal => ({
  store: { entries },
  part: '',
  begun: 0,
});

/** Separates a part from the parts of it, and the name under which a running part keeps its state. */
const [WITHIN, STATE] = [' / ', 'state'];

/**
 * A part of a search: what the journal has of it, or the search itself, which is then written down in place of its own parts.
 *
 * @param journal - undefined: nothing is written down
 * @param search - of its own journal; what it returns is plain data
 */
export function* recorded<Step, Found>(
  journal: SearchJournal | undefined,
  name: string,
  search: (own: SearchJournal | undefined) => Generator<Step, Found>,
): Generator<Step, Found> {
  if (journal === undefined) return yield* search(undefined);
  const { store } = journal;
  journal.begun++;
  const part = `${journal.part === '' ? '' : `${journal.part}${WITHIN}`}${journal.begun} ${name}`;
  const known = store.entries[part] as { readonly found: Found } | undefined;
  if (known !== undefined) return known.found;
  const found = yield* search({ store, part, begun: 0 });
  const others = Object.entries(store.entries).filter(([other]) => !other.startsWith(`${part}${WITHIN}`));
  store.entries = { ...Object.fromEntries(others), [part]: { found } };
  return found;
}

/** The state that a running part has written last; undefined where it begins, or has no journal. */
export const lastState = <State>(journal: SearchJournal | undefined): State | undefined =>
  journal?.store.entries[`${journal.part}${WITHIN}${STATE}`] as State | undefined;

/** Writes the state of a running part in place of the one before: plain data from which it goes on. */
export function keepState(journal: SearchJournal | undefined, state: object): void {
  if (journal === undefined) return;
  const { store, part } = journal;
  store.entries = { ...store.entries, [`${part}${WITHIN}${STATE}`]: state };
}
