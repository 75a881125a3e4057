/** @file Amplitudes drawn as bars, or typed. */

import { BLUE, FAINT, MUTED, VERMILION } from '../../src/drawing/colours.ts';
import { coordinate, drawing, element, escapeText, label } from '../../src/drawing/markup.ts';
import type { Source } from './play-state.ts';
import { MOST_QUBITS } from './play-state.ts';

type Amplitudes = Extract<Source, { kind: 'amplitudes' }>;
type Complex = Amplitudes['values'][number];

/** Most bars that can be drawn by hand. */
export const MOST_BARS = 32;
const [WIDTH, HEIGHT, LEFT] = [336, 190, 8];
const MIDDLE = 84;
const REACH = 74;

/** The editor as markup. */
export function amplitudeEditor({ values }: Amplitudes): string {
  const bars =
    values.length > MOST_BARS
      ? element('p', { class: 'remark' }, `${values.length} amplitudes are too many for bars.`)
      : element('p', { class: 'remark' }, 'Drag the bars: real parts in blue; type imaginary ones below.') +
        element('div', { class: 'canvas editor bars' }, barsOf(values));
  return (
    bars +
    element('label', { class: 'control' }, [
      element('span', {}, 'Amplitudes, first qubit first; they are normalised'),
      element('textarea', { name: 'amplitudes', rows: '3', spellcheck: 'false' }, escapeText(textOf(values))),
    ]) +
    element('p', { class: 'warning', 'data-part': 'mistake' }, '')
  );
}

/** The bars as SVG. */
export function barsOf(values: readonly Complex[]): string {
  const greatest = Math.max(1, ...values.map(([re, im]) => Math.max(Math.abs(re), Math.abs(im))));
  const step = (WIDTH - 2 * LEFT) / values.length;
  const digits = Math.log2(values.length);
  const bars = values.flatMap(([re, im], k) => {
    const x = LEFT + step * k;
    const bar = (value: number, colour: string, from: number, share: number): string =>
      element('rect', {
        x: x + step * from,
        y: MIDDLE - (REACH * Math.max(0, value)) / greatest,
        width: Math.max(1, step * share),
        height: Math.max(0.6, (REACH * Math.abs(value)) / greatest),
        fill: colour,
      });
    const name = k.toString(2).padStart(digits, '0');
    const [cx, cy] = [x + step / 2, MIDDLE + REACH + 10];
    return [
      bar(re, BLUE, 0.12, im === 0 ? 0.76 : 0.38),
      im === 0 ? '' : bar(im, VERMILION, 0.5, 0.38),
      label(cx + 4, cy, name, {
        fill: MUTED,
        class: 'small',
        'text-anchor': 'end',
        transform: `rotate(-90 ${coordinate(cx + 4)} ${coordinate(cy)})`,
      }),
      element('rect', { x, y: 4, width: step, height: 2 * REACH + 12, fill: 'transparent', 'data-bar': String(k) }),
    ];
  });
  const axis = element('line', { x1: LEFT, x2: WIDTH - LEFT, y1: MIDDLE, y2: MIDDLE, stroke: FAINT });
  return drawing('Amplitudes as bars', WIDTH, HEIGHT + 8 * digits - 10, [axis, ...bars]);
}

/** The real part that a height in the drawing stands for, and which bar it is. */
export function draggedTo(svg: SVGSVGElement, bar: number, clientY: number, values: readonly Complex[]): Amplitudes {
  const box = svg.getBoundingClientRect();
  const y = ((clientY - box.top) / box.height) * svg.viewBox.baseVal.height;
  const value = Math.max(-1, Math.min(1, (MIDDLE - y) / REACH));
  const rounded = Math.abs(value) < 0.04 ? 0 : Math.round(value * 50) / 50;
  const changed = values.map((one, k): Complex => (k === bar ? [rounded, one[1]] : one));
  const isNothing = changed.every(([re, im]) => re === 0 && im === 0);
  return { kind: 'amplitudes', values: isNothing ? [...values] : changed };
}

const written = ([re, im]: Complex): string => {
  const number = (value: number): string => String(Number(value.toPrecision(6)));
  if (im === 0) return number(re);
  if (re === 0) return `${number(im)}i`;
  return `${number(re)}${im < 0 ? '-' : '+'}${number(Math.abs(im))}i`;
};

/** Amplitudes as they are typed: '0.6, 0, 0, 0.8i'. */
export const textOf = (values: readonly Complex[]): string => values.map(written).join(', ');

const SIZE = String.raw`(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?`;
const REAL = new RegExp(`^([+-]?${SIZE})$`, 'i');
const IMAGINARY = new RegExp(`^([+-]?(?:${SIZE})?)i$`, 'i');
const BOTH = new RegExp(`^([+-]?${SIZE})([+-](?:${SIZE})?)i$`, 'i');

/** The amplitudes of a text, or what is wrong with it. */
export function amplitudesOfText(text: string): { readonly source: Amplitudes } | { readonly mistake: string } {
  const words = text.split(/[,;\n]+/).map((word) => word.replaceAll(/\s+/g, ''));
  const given = words.at(-1) === '' ? words.slice(0, -1) : words;
  const values = given.map(complexOf);
  const wrong = values.indexOf(null);
  if (wrong >= 0) return { mistake: `A number such as 0.6 or 0.8i is required in place ${wrong}.` };
  const qubits = Math.log2(values.length);
  if (!Number.isInteger(qubits) || qubits < 1 || qubits > MOST_QUBITS) {
    return { mistake: `2, 4, 8 … or ${2 ** MOST_QUBITS} amplitudes are required, there are ${values.length}.` };
  }
  const complex = values as Complex[];
  if (complex.every(([re, im]) => re === 0 && im === 0)) return { mistake: 'One of them must not be 0.' };
  return { source: { kind: 'amplitudes', values: complex } };
}

function complexOf(word: string): Complex | null {
  const [, re = '0', im = '0'] = REAL.exec(word) ?? BOTH.exec(word) ?? [word, '0', IMAGINARY.exec(word)?.[1] ?? 'none'];
  const value: Complex = [Number(re), Number(/^[+-]?$/.test(im) ? `${im}1` : im)];
  return value.every((part) => Math.abs(part) <= 1e6) ? value : null;
}
