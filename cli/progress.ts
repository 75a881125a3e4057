/** @file How far a run is, and how long it will still take: a bar for people, plain lines for logs. */

import { duration } from '../src/drawing/number-format.ts';
import type { Moment } from '../train/run/work.ts';
import type { Terminal } from './terminal.ts';

/** Speed of a run, smoothed; `rate` is the fraction done per second, null while nothing is known. */
export interface Estimate {
  readonly seconds: number;
  readonly fraction: number;
  readonly rate: number | null;
}

/** Time over which the speed is averaged, in seconds. */
const MEMORY = 20;

/** Part of a run that cannot be done at once. */
const LEAP = 0.02;

/**
 * The estimate with a new observation; recent speed counts more, since stages differ. A sudden leap is a part of
 * the plan that turned out not to be needed (a start that succeeded at once) and says nothing about the speed.
 */
export function updated({ seconds, fraction, rate }: Estimate, now: Omit<Estimate, 'rate'>): Estimate {
  const elapsed = now.seconds - seconds;
  if (!(elapsed > 0)) return { seconds, fraction: Math.max(fraction, now.fraction), rate };
  const recent = Math.max(0, now.fraction - fraction) / elapsed;
  const isLeap = rate !== null && now.fraction - fraction > LEAP && recent > 5 * rate;
  if (isLeap) return { ...now, rate };
  const weight = 1 - Math.exp(-elapsed / MEMORY);
  return { ...now, rate: rate === null ? recent : rate + weight * (recent - rate) };
}

/** Seconds still to go; null while unknown. */
export function remaining({ fraction, rate }: Estimate): number | null {
  if (fraction >= 1) return 0;
  return rate === null || rate <= 0 ? null : (1 - fraction) / rate;
}

/** The line of the bar, no longer than the given number of columns. */
export function progressLine(moment: Moment, secondsLeft: number | null, columns: number): string {
  const fraction = Math.min(1, Math.max(0, moment.fraction));
  const width = Math.max(8, Math.min(28, columns - 40));
  const full = Math.round(width * fraction);
  const bar = '█'.repeat(full) + '░'.repeat(width - full);
  const left = secondsLeft === null ? '' : `, ${duration(secondsLeft)} left`;
  const percent = String(Math.floor(100 * fraction)).padStart(3);
  const line = [...`${bar} ${percent} %${left}  ${moment.chapter}: ${moment.message}`];
  return line.length < columns ? line.join('') : `${line.slice(0, Math.max(1, columns - 2)).join('')}…`;
}

/** Shows moments as they come. */
export interface Progress {
  readonly show: (moment: Moment) => void;
  /** Shows the last moment again, with the time that has passed. */
  readonly look: () => void;
  /** Clears the bar; ordinary lines may follow. */
  readonly end: () => void;
}

/** Least seconds between two drawings of the bar, two lines of a log, and two lines of which the second is a new stage. */
const [REDRAW, LOG, NEWS] = [0.1, 5, 1];

/** Progress on the terminal's standard error. */
export function startProgress(terminal: Terminal): Progress {
  const start = terminal.seconds();
  let estimate: Estimate | null = null;
  let [shownAt, chapter] = [-Infinity, ''];
  const show = (moment: Moment): void => {
    const seconds = terminal.seconds();
    const now = { seconds, fraction: moment.fraction };
    estimate = estimate === null ? { ...now, rate: null } : updated(estimate, now);
    const isNew = moment.chapter !== chapter;
    if (seconds - shownAt < (terminal.isTerminal ? REDRAW : isNew ? NEWS : LOG)) return;
    [shownAt, chapter] = [seconds, moment.chapter];
    const left = remaining(estimate);
    if (terminal.isTerminal) terminal.err(`\r\u001B[2K${progressLine(moment, left, terminal.columns())}`);
    else terminal.err(`${logLine(moment, seconds - start, left)}\n`);
  };
  const look = (): void => {};
  return { show, look, end: () => terminal.isTerminal && terminal.err('\r\u001B[2K') };
}

function logLine({ fraction, chapter, message }: Moment, elapsed: number, left: number | null): string {
  const rest = left === null ? '' : `, ${duration(left)} left`;
  return `  ${Math.floor(100 * fraction)} % after ${duration(elapsed)}${rest}  ${chapter}: ${message}`;
}
