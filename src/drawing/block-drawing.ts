/** @file A circuit of blocks on its wires: each block is a box over the qubits on which it acts. */

import type { BlockCircuit } from '../circuit/block-circuit.ts';
import { length } from '../linalg/real-vector.ts';
import { significant, subscript } from '../number-format.ts';
import { BLUE, INK, PAPER } from './colours.ts';
import { drawing, element, hint, label } from './markup.ts';
import { type WrappedWires, wrappedWires } from './wrapped-wires.ts';

const COLUMN = 60;
const WIRE = 34;
const [WIDTH, HEIGHT] = [48, 24];
/** Words named where the pointer rests on a box. */
const LEADING = 4;

/** A block with its place in time and its generator. */
export interface PlacedBlock {
  readonly sites: readonly number[];
  readonly column: number;
  /** √Σ_P h_P². */
  readonly norm: number;
  /** Words and coefficients, the greatest first. */
  readonly words: readonly { readonly word: string; readonly coefficient: number }[];
}

/** Each block in the first column where all wires between its outermost qubits are free. */
export function placedBlocks(circuit: BlockCircuit, theta: readonly number[]): readonly PlacedBlock[] {
  let next = 0;
  const free = new Int32Array(circuit.qubits);
  return circuit.gates.map(({ sites, words }) => {
    const [first, last] = [Math.min(...sites), Math.max(...sites)];
    const column = Math.max(...free.subarray(first, last + 1));
    free.fill(column + 1, first, last + 1);
    const h = Float64Array.from(words, (_, k) => theta[next + k] ?? Number.NaN); // a training that diverged
    next += words.length;
    return {
      sites,
      column,
      norm: length(h),
      words: words
        .map((word, k) => ({ word, coefficient: h[k]! }))
        .sort((a, b) => Math.abs(b.coefficient) - Math.abs(a.coefficient)),
    };
  });
}

/** A word on these qubits without its identities: 'X₁Z₃'. */
export const wordOnSites = (word: string, sites: readonly number[]): string =>
  [...word].flatMap((letter, k) => (letter === 'I' ? [] : [`${letter}${subscript(sites[k]!)}`])).join('');

/**
 * The circuit as SVG, qubit 0 on top, time to the right, in as many rows as it takes. The number in a box is the norm of its generator, with the word of
 * greatest coefficient below it where the box is high enough; the fuller the colour, the greater the norm.
 *
 * @param theta - coefficients, shape (P,)
 * @param limit - blocks beyond this number are not drawn; the drawing says so
 */
export function blockDrawing(circuit: BlockCircuit, theta: readonly number[], limit = 2000): string {
  const all = placedBlocks(circuit, theta);
  const blocks = all.slice(0, limit);
  const left = all.length - blocks.length;
  const more = left > 0 ? `… ${left} more blocks` : '';
  const greatest = Math.max(1e-12, ...blocks.map(({ norm }) => norm).filter(Number.isFinite));
  const columns = blocks.reduce((most, { column }) => Math.max(most, column + 1), 0);
  const sheet = wrappedWires(circuit.qubits, columns, { column: COLUMN, wire: WIRE, more });
  const title = `Circuit of ${circuit.gates.length} blocks on ${circuit.qubits} qubits`;
  const boxes = blocks.map((block) => drawBlock(block, greatest, sheet));
  return drawing(title, sheet.width, sheet.height, [...sheet.wires, ...boxes]);
}

function drawBlock({ sites, column, norm, words }: PlacedBlock, greatest: number, sheet: WrappedWires): string {
  const x = sheet.x(column);
  const wireAt = (qubit: number): number => sheet.y(column, qubit);
  const strength = Number.isFinite(norm) ? Math.min(1, norm / greatest) : 0;
  const number = Number.isFinite(norm) ? norm.toFixed(2) : significant(norm);
  const fill = strength > 0.6 ? PAPER : INK;
  const parts = runsOf(sites);
  const boxes = parts.flatMap(([first, last]) => {
    const box = {
      x: x - WIDTH / 2,
      y: wireAt(first) - HEIGHT / 2,
      width: WIDTH,
      height: wireAt(last) - wireAt(first) + HEIGHT,
      rx: 4,
    };
    return [
      element('rect', { ...box, fill: PAPER }),
      element('rect', { ...box, fill: BLUE, 'fill-opacity': 0.08 + 0.8 * strength, stroke: BLUE }),
    ];
  });
  const spread = { x1: x, x2: x, y1: wireAt(Math.min(...sites)), y2: wireAt(Math.max(...sites)) };
  const link = parts.length > 1 ? element('line', { ...spread, stroke: INK, 'stroke-width': 1.5 }) : '';
  const [first, last] = parts[0]!;
  const middle = (wireAt(first) + wireAt(last)) / 2;
  const centred = { 'text-anchor': 'middle', fill, class: 'gate' } as const;
  const leading = words[0];
  const texts =
    first === last || leading === undefined || norm === 0
      ? [label(x, middle + 4, number, centred)]
      : [label(x, middle - 3, number, centred), label(x, middle + 13, leading.word, centred)];
  const shown = words
    .slice(0, LEADING)
    .filter(({ coefficient }) => coefficient !== 0)
    .map(({ word, coefficient }) => `${wordOnSites(word, sites)}  ${significant(coefficient)}`);
  const rest = words.length > LEADING ? `, the greatest of ${words.length} words` : '';
  const note = `block on ${sites.map((q) => `q${subscript(q)}`).join(' ')}, norm ${significant(norm)}${rest}\n${shown.join('\n')}`;
  return element('g', {}, [hint(note), link, ...boxes, ...texts]);
}

/** Runs of neighbouring qubits, first and last of each. */
function runsOf(sites: readonly number[]): readonly (readonly [number, number])[] {
  const sorted = [...sites].sort((a, b) => a - b);
  const starts = sorted.filter((site) => !sorted.includes(site - 1));
  const ends = sorted.filter((site) => !sorted.includes(site + 1));
  return starts.map((start, k) => [start, ends[k]!]);
}
