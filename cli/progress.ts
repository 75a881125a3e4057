/** @file How far a run has come, and how long it will still take: a bar for people, plain lines for logs. */

import { duration } from '../src/number-format.ts';
import { forecast, type Ledger, observed, opened } from '../train/run/time-left.ts';
import type { Moment } from '../train/run/work.ts';
import type { Terminal } from './terminal.ts';

/** The content of a line. */
export interface Sight extends Pick<Moment, 'chapter' | 'message'> {
  /** Fraction that is done, in [0, 1); null while unknown. */
  readonly fraction: number | null;
  /** Seconds left; null while unknown. */
  readonly left: number | null;
  /** Seconds since the chapter, or the part of the plan that is running, began. */
  readonly lasting: number;
}

/** Seconds after which the duration of a part is shown, if the time left is unknown. */
const LONG = 3;

/** What is being done, and for how long so far, unless the time left is shown. */
const activity = ({ chapter, message, left, lasting }: Sight): string =>
  `${chapter}: ${message}${left === null && lasting >= LONG ? `, for ${duration(lasting)}` : ''}`;

const percentOf = (fraction: number): number => Math.min(99, Math.floor(100 * Math.max(0, fraction)));

const rest = (left: number | null): string => (left === null ? '' : `, ${duration(left)} left`);

/** The line of the bar, no longer than the given number of columns. */
export function progressLine(sight: Sight, columns: number): string {
  const line = [...`${barOf(sight, columns)}${activity(sight)}`];
  return line.length < columns ? line.join('') : `${line.slice(0, Math.max(1, columns - 2)).join('')}…`;
}

function barOf({ fraction, left }: Sight, columns: number): string {
  if (fraction === null) return '';
  const width = Math.max(8, Math.min(28, columns - 40));
  const percent = percentOf(fraction);
  const full = Math.round((width * percent) / 100);
  const bar = '█'.repeat(full) + '░'.repeat(width - full);
  return `${bar} ${String(percent).padStart(3)} %${rest(left)}  `;
}

/** The line of a log. */
export function logLine(sight: Sight, elapsed: number): string {
  const percent = sight.fraction === null ? '' : `${percentOf(sight.fraction)} % `;
  return `  ${percent}after ${duration(elapsed)}${rest(sight.left)}  ${activity(sight)}`;
}

/** Shows moments as they come, and the time that passes between them. */
export interface Progress {
  readonly show: (moment: Moment) => void;
  /** Shows the last moment again, if it is time to; to be called regularly during a long step. */
  readonly look: () => void;
  /** Clears the bar; ordinary lines may follow. */
  readonly end: () => void;
}

/**
 * Least seconds between two drawings of the bar, two lines of a log, and two lines the second of which begins a
 * chapter.
 */
const [REDRAW, LOG, NEWS] = [0.1, 5, 1];
/** Lines of a log become rarer: at least this fraction of the time so far lies between two of them. */
const RARER = 0.1;

/** The line of JSON for other programs: {"progress": {"chapter", "message", "fraction", "left"}}. */
export function jsonLine({ chapter, message, fraction, left }: Sight): string {
  return JSON.stringify({ progress: { chapter, message, fraction, left } });
}

/**
 * Progress on the terminal's standard error.
 *
 * @param spent - seconds that the run took before it was interrupted
 * @param asJson - lines of JSON on standard output instead
 */
export function startProgress(terminal: Terminal, spent = 0, asJson = false): Progress {
  const start = terminal.seconds();
  let ledger: Ledger | null = null;
  let moment: Moment | null = null;
  let [shownAt, shownChapter, began, greatest] = [-Infinity, '', start, 0];
  let planned = start; // once there is a plan: the loading before it is not counted

  const sightOf = ({ chapter, message }: Moment, now: number): Sight => {
    const expected = ledger === null ? { fraction: null, left: null } : forecast(ledger, spent + now - planned);
    if (expected.fraction !== null) greatest = Math.max(greatest, expected.fraction); // a bar does not go backwards
    const fraction = expected.fraction === null ? null : greatest;
    return { chapter, message, fraction, left: expected.left, lasting: now - began };
  };

  const look = (): void => {
    if (moment === null) return;
    const now = terminal.seconds();
    const isNew = moment.chapter !== shownChapter;
    const least = terminal.isTerminal || asJson ? REDRAW : isNew ? NEWS : Math.max(LOG, RARER * (now - start));
    if (now - shownAt < least && !(asJson && isNew)) return;
    [shownAt, shownChapter] = [now, moment.chapter];
    const sight = sightOf(moment, now);
    if (asJson) terminal.out(`${jsonLine(sight)}\n`);
    else if (terminal.isTerminal) terminal.err(`\r\u001B[2K${progressLine(sight, terminal.columns())}`);
    else terminal.err(`${logLine(sight, now - start)}\n`);
  };

  const show = (next: Moment): void => {
    const now = terminal.seconds();
    if (next.chapter !== moment?.chapter || next.place?.part !== moment.place?.part) began = now;
    moment = next;
    const { place } = next;
    if (place !== null && ledger === null) [planned, ledger] = [now, opened(place, spent)];
    else if (place !== null && ledger !== null) ledger = observed(ledger, place, spent + now - planned);
    look();
  };

  return { show, look, end: () => terminal.isTerminal && !asJson && terminal.err('\r\u001B[2K') };
}
