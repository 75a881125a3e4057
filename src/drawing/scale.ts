/** @file Scales: values to pixels, with ticks at round numbers. */

import { brief, superscript } from '../number-format.ts';

/** A mark on an axis. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** A monotone map from values to pixels. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly domain: readonly [number, number];
  readonly ticks: readonly Tick[];
}

type Interval = readonly [number, number];

/** Spans below this are rounding: there are no ticks between denormal numbers. */
const TINY = 1e-100;

/** The least value that a logarithmic scale shows; those below have lost digits. */
export const LEAST = 1e-300;

/** Step of the form {1, 2, 5}·10^k that divides the span into about `count` parts.; 1 if the span is not positive. */
export function niceStep(span: number, count: number): number {
  if (!(span > 0)) return 1;
  const rough = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const mantissa = rough / power;
  return power * (mantissa < Math.SQRT2 ? 1 : mantissa < Math.sqrt(10) ? 2 : mantissa < Math.sqrt(50) ? 5 : 10);
}

/** Multiples of the step within the domain. */
export function niceTicks([low, high]: Interval, step: number): readonly number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}

/**
 * Powers of ten within the domain, every k-th if there are many; over less than two decades also 2 and 5 times them.
 */
export function logTicks(domain: Interval, count: number): readonly number[] {
  const low = Math.ceil(Math.log10(domain[0]) - 1e-9);
  const high = Math.floor(Math.log10(domain[1]) + 1e-9);
  const stride = Math.max(1, Math.ceil((high - low + 1) / Math.max(1, count)));
  const powers = Array.from({ length: Math.max(0, high - low + 1) }, (_, k) => low + k);
  const decades = powers.filter((power) => power % stride === 0).map((power) => 10 ** power);
  if (high - low >= 2 || count < 3) return decades;
  const within = (value: number): boolean => value >= domain[0] * (1 - 1e-9) && value <= domain[1] * (1 + 1e-9);
  return [low - 1, ...powers].flatMap((power) => [1, 2, 5].map((factor) => factor * 10 ** power)).filter(within);
}

/** Scale proportional to the value; the domain is widened to whole ticks. */
export function linearScale(values: Iterable<number>, range: Interval, count = 5): Scale {
  const [low, high] = extent(values) ?? [0, 1];
  const size = Math.max(Math.abs(low), Math.abs(high));
  const margin = high - low > 1e-12 * size && high - low > TINY ? 0 : size > TINY ? size / 2 : 0.5; // of a constant
  const padded: Interval = [low - margin, high + margin];
  const step = niceStep(padded[1] - padded[0], count);
  const domain: Interval = [Math.floor(padded[0] / step + 1e-9) * step, Math.ceil(padded[1] / step - 1e-9) * step];
  return linearOn(domain, range, count, step);
}

/** Scale proportional to the value on exactly the given domain. */
export function linearOn(
  domain: Interval,
  range: Interval,
  count = 5,
  step = niceStep(domain[1] - domain[0], count),
): Scale {
  const slope = (range[1] - range[0]) / (domain[1] - domain[0]);
  const ticks = niceTicks(domain, step).map((value) => ({ value, label: brief(value) }));
  return { at: (value) => range[0] + (value - domain[0]) * slope, domain, ticks };
}

/**
 * Scale proportional to the logarithm; values that are not positive have no place on it. The domain is whole decades.
 */
export function logScale(values: Iterable<number>, range: Interval, count = 6): Scale {
  const [low, high] = extent([...values].filter((value) => value >= LEAST)) ?? [0.1, 1];
  const from = Math.floor(Math.log10(low) + 1e-9);
  const to = Math.max(from + 1, Math.ceil(Math.log10(high) - 1e-9));
  const slope = (range[1] - range[0]) / (to - from);
  const domain: Interval = [10 ** from, 10 ** to];
  const marks = logTicks(domain, count);
  const isPlain = marks.every((value) => value >= 0.99 * PLAIN[0] && value <= 1.01 * PLAIN[1]);
  const ticks = marks.map((value) => ({
    value,
    label: isPlain ? brief(Number(value.toPrecision(3))) : logLabel(value),
  }));
  return { at: (value) => range[0] + (Math.log10(value) - from) * slope, domain, ticks };
}

/** Domain from 0, or the least value if that is negative, to the greatest; of length 1 if there is nothing to show. */
export function domainFromZero(values: Iterable<number>): readonly [number, number] {
  const [low, high] = extent([0, ...values]) ?? [0, 0];
  return [low, high - low > TINY ? high : low + 1];
}

/** Least and greatest of the finite values; null if there are none. */
export function extent(values: Iterable<number>): Interval | null {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low > high ? null : [low, high];
}

/** A logarithmic axis within these values has decimal numbers; others have powers of ten throughout. */
const PLAIN = [0.01, 10_000] as const;

function logLabel(value: number): string {
  const power = Math.floor(Math.log10(value) + 1e-9);
  const mantissa = Math.round(value / 10 ** power);
  if (power === 0) return String(mantissa);
  if (power === 1) return String(10 * mantissa);
  return `${mantissa === 1 ? '' : `${mantissa}·`}10${superscript(power)}`;
}
