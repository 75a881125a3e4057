/** @file Colours that keep their meaning on light and on dark paper, and for colour-blind readers. */

/** Variables of the style sheet; every drawing names colours by these, with the light value as its fallback. */
export const INK = 'var(--ink, #1d1f24)';
export const MUTED = 'var(--muted, #5f636b)';
export const FAINT = 'var(--faint, #dedad2)';
export const PAPER = 'var(--paper, #fdfcf9)';
export const BLUE = 'var(--blue, #0b63a8)';
export const VERMILION = 'var(--vermilion, #c24a06)';
export const GREEN = 'var(--green, #0a7f5c)';
export const PURPLE = 'var(--purple, #8d4a8a)';
export const OCHRE = 'var(--ochre, #a07000)';

/** Colour of a Pauli letter, the same in every drawing. */
export const LETTER_COLOURS: Readonly<Record<string, string>> = { X: VERMILION, Y: GREEN, Z: BLUE };

/** Number of steps of the sequential ramp. */
export const RAMP_STEPS = 24;

/** Sequential colour of t ∈ [0, 1]: nearly the paper at 0, strongest against it at 1. */
export function ramp(t: number): string {
  return `var(--ramp-${rampStep(t)}, ${rampColour(t, 'light')})`;
}

/** The step of the ramp for t ∈ [0, 1], from 0. */
function rampStep(t: number): number {
  return Math.round(Math.min(1, Math.max(0, t)) * (RAMP_STEPS - 1));
}

/** Colour of text on the ramp's colour at t. */
export function inkOnRamp(t: number): string {
  return t > 0.5 ? PAPER : INK;
}

/** The ramp's colour at t for one kind of paper, as a hexadecimal triple. */
export function rampColour(t: number, paper: 'light' | 'dark'): string {
  return paper === 'light' ? cubehelix(0.955 - 0.78 * t) : cubehelix(0.16 + 0.74 * t);
}

/**
 * Diverging colour of t ∈ [−1, 1]: blue below zero, the paper at zero, vermilion above; equally strong against the paper
 * for equal |t|, and told apart by readers with any colour vision.
 */
export function signedRamp(t: number): string {
  const step = Math.round(Math.min(1, Math.max(-1, t)) * RAMP_STEPS);
  return `var(--signed-${step + RAMP_STEPS}, ${signedColour(step / RAMP_STEPS, 'light')})`;
}

/** The diverging colour of t for one kind of paper, as a hexadecimal triple. */
export function signedColour(t: number, paper: 'light' | 'dark'): string {
  const { zero, middle, end } = SIGNED[paper][t < 0 ? 'below' : 'above'];
  const size = Math.abs(t);
  const [from, to, share] = size < 0.5 ? [zero, middle, 2 * size] : [middle, end, 2 * size - 1];
  const bytes = from.map((channel, k) => Math.round(channel + share * (to[k]! - channel)));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Zero, half-way and end of the diverging colours. */
const SIGNED = {
  light: {
    below: { zero: [246, 244, 238], middle: [122, 174, 214], end: [11, 72, 138] },
    above: { zero: [246, 244, 238], middle: [236, 159, 104], end: [158, 46, 4] },
  },
  dark: {
    below: { zero: [33, 36, 42], middle: [46, 104, 158], end: [148, 206, 255] },
    above: { zero: [33, 36, 42], middle: [164, 84, 36], end: [255, 188, 140] },
  },
} as const;

/**
 * Cubehelix: colours whose perceived brightness grows monotonically with the fraction, so that they also print in grey,
 *
 *     (R, G, B) = λ + ½hλ(1 − λ)·(M cos φ + N sin φ),   φ = 2π(s/3 + rλ),
 *
 * here from indigo (dark) through blue to pale green.
 *
 * @see Green, Bull. Astron. Soc. India 39, 289 (2011)
 */
function cubehelix(lightness: number): string {
  const angle = 2 * Math.PI * (0.06 - 0.3 * lightness);
  const amplitude = (1.0 * lightness * (1 - lightness)) / 2;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const channels = [-0.14861 * c + 1.78277 * s, -0.29227 * c - 0.90649 * s, 1.97294 * c];
  const bytes = channels.map((channel) => Math.round(255 * Math.min(1, Math.max(0, lightness + amplitude * channel))));
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
