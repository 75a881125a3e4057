/** @file Numbers as a journal prints them: 3.20 × 10⁻⁷, ¾π, 1 min 12 s. */

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

const digitsIn = (alphabet: string, value: number): string =>
  [...String(Math.abs(value))].map((digit) => alphabet[Number(digit)]).join('');

/** An integer as an exponent: −7 ↦ ⁻⁷. */
export function superscript(value: number): string {
  return `${value < 0 ? '⁻' : ''}${digitsIn(SUPERSCRIPTS, value)}`;
}

/** A natural number as an index: 12 ↦ ₁₂. */
export function subscript(value: number): string {
  return digitsIn(SUBSCRIPTS, value);
}

/**
 * A number with the given count of significant digits; beyond 10⁻³ … 10⁵ as mantissa and power of ten.
 * A missing number (JSON has no NaN, it stores null) is a dash.
 */
export function significant(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '—';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e') as [string, string];
  const power = Number(exponent);
  if (power < -3 || power > 4) return signed(`${mantissa}\u00A0×\u00A010${superscript(power)}`);
  return signed(value.toFixed(Math.max(0, digits - 1 - power)));
}

/** A whole number below a million as it is, without decimals; null if the number is not one. */
export function whole(value: number): string | null {
  return Number.isInteger(value) && Math.abs(value) < 1e6 ? signed(String(value)) : null;
}

/** Values with 0 in place of those below rounding, so that noise is not printed as a result. */
export const settledTo =
  (rounding: number) =>
  (value: number): number =>
    Math.abs(value) < rounding ? 0 : value;

/** An infidelity; below 10⁻³⁰, about the square of the rounding error of an amplitude, only that bound is given. */
export function infidelityText(value: number | null | undefined, digits = 3): string {
  return typeof value === 'number' && value < 1e-30 ? `< 10${superscript(-30)}` : significant(value, digits);
}

/** A number without trailing zeros: the label of a tick. */
export function brief(value: number): string {
  const power = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)) + 1e-9);
  if (power >= -4 && power <= 5) return signed(String(Number(value.toPrecision(6))));
  const mantissa = Number((value / 10 ** power).toPrecision(4));
  return signed(`${mantissa === 1 ? '' : `${mantissa} × `}10${superscript(power)}`);
}

/** An angle in radians and as a multiple of π. */
export function angleText(radians: number): string {
  return `${significant(radians, 5)} rad (${significant(radians / Math.PI, 4)} π)`;
}

/** A time as a reader says it: 0.8 s, 42 s, 1 min 12 s, 3 h 5 min. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '—';
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(whole / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** A count with its noun: 1 gate, 12 gates. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

const signed = (text: string): string => text.replace(/^-/, '−');
