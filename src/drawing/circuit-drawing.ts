/** @file A circuit on its wires: each Pauli rotation is a box on every qubit that it turns. */

import { angleAt, type Circuit } from '../circuit/circuit.ts';
import { angleText, subscript } from '../number-format.ts';
import { type PauliWord, support } from '../operator/pauli.ts';
import { INK, LETTER_COLOURS, PAPER } from './colours.ts';
import { drawing, element, hint, label } from './markup.ts';
import { type WrappedWires, wrappedWires } from './wrapped-wires.ts';

const COLUMN = 27;
const WIRE = 32;
const BOX = 21;

/** A rotation with its place in time. */
export interface PlacedGate {
  readonly word: PauliWord;
  readonly angle: number;
  readonly parameter: number | null;
  readonly column: number;
}

/**
 * Each gate in the first column where all wires between its outermost qubits are free: columns are as full as possible,
 * and no gate passes one with which it might not commute.
 */
export function packed(circuit: Circuit, theta: readonly number[]): readonly PlacedGate[] {
  const values = Float64Array.from(theta);
  const free = new Int32Array(circuit.qubits);
  return circuit.gates.map(({ word, angle }) => {
    const sites = support(word);
    const [first, last] = [sites[0] ?? 0, sites[sites.length - 1] ?? 0];
    const column = Math.max(...free.subarray(first, last + 1));
    free.fill(column + 1, first, last + 1);
    return {
      word,
      angle: angleAt(angle, values),
      parameter: typeof angle === 'number' ? null : angle.parameter,
      column,
    };
  });
}

/** Number of columns that the circuit takes when drawn: its depth without regard to crossing wires. */
export function columnsOf(gates: readonly PlacedGate[]): number {
  return gates.reduce((most, { column }) => Math.max(most, column + 1), 0);
}

/**
 * The circuit as SVG, qubit 0 on top, time to the right, in as many rows as it takes. The fuller the colour of a box, the
 * greater its angle modulo 2π.
 *
 * @param theta - parameters, radians
 * @param limit - gates beyond this number are not drawn; the drawing says so
 */
export function circuitDrawing(circuit: Circuit, theta: readonly number[], limit = 3000): string {
  const shown = circuit.gates.length > limit ? { ...circuit, gates: circuit.gates.slice(0, limit) } : circuit;
  const gates = packed(shown, theta);
  const left = circuit.gates.length - gates.length;
  const more = left > 0 ? `… ${left} more gates` : '';
  const sheet = wrappedWires(circuit.qubits, columnsOf(gates), { column: COLUMN, wire: WIRE, more });
  const title = `Circuit of ${circuit.gates.length} Pauli rotations on ${circuit.qubits} qubits`;
  return drawing(title, sheet.width, sheet.height, [...sheet.wires, ...gates.map((gate) => drawGate(gate, sheet))]);
}

/** A word without its identities: 'X₁ Z₃'; '1' for the identity. */
export const spacedWord = (word: PauliWord): string =>
  support(word)
    .map((qubit) => `${word[qubit]}${subscript(qubit)}`)
    .join(' ') || '1';

function drawGate({ word, angle, parameter, column }: PlacedGate, sheet: WrappedWires): string {
  const sites = support(word);
  const x = sheet.x(column);
  const wireAt = (qubit: number): number => sheet.y(column, qubit);
  const spread = { x1: x, x2: x, y1: wireAt(sites[0] ?? 0), y2: wireAt(sites[sites.length - 1] ?? 0) };
  const link = sites.length > 1 ? element('line', { ...spread, stroke: INK, 'stroke-width': 1.5 }) : '';
  const strength = Math.abs(Math.sin(angle / 2)) || 0;
  const boxes = sites.map((qubit) => {
    const box = { x: x - BOX / 2, y: wireAt(qubit) - BOX / 2, width: BOX, height: BOX, rx: 3.5 };
    const colour = LETTER_COLOURS[word[qubit]!] ?? INK;
    return [
      element('rect', { ...box, fill: PAPER }),
      element('rect', { ...box, fill: colour, 'fill-opacity': 0.08 + 0.92 * strength, stroke: colour }),
      label(x, wireAt(qubit) + 4, word[qubit]!, {
        'text-anchor': 'middle',
        fill: strength > 0.5 ? PAPER : INK,
        class: 'gate',
      }),
    ].join('');
  });
  const source = parameter === null ? 'constant' : `parameter θ${subscript(parameter)}`;
  return element('g', {}, [
    hint(`exp(−i a ${spacedWord(word)} / 2)\na = ${angleText(angle)}\n${source}`),
    link,
    ...boxes,
  ]);
}
