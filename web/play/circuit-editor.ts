/** @file A circuit drawn by hand: choose a gate, then the qubits on which it acts; a gate that is chosen again goes away. */

import { BLUE, FAINT, GREEN, INK, MUTED, PAPER, PURPLE, VERMILION } from '../../src/drawing/colours.ts';
import { drawing, element, escapeText, label } from '../../src/drawing/markup.ts';
import { angleText, subscript } from '../../src/number-format.ts';
import { button, slider } from '../page/controls.ts';
import { GATES, MOST_GATES, type Source } from './play-state.ts';

type EditedCircuit = Extract<Source, { kind: 'circuit' }>;
type Gate = EditedCircuit['gates'][number];
type GateName = keyof typeof GATES;

/** What is being drawn: a gate that waits for its qubits. */
export interface Draft {
  readonly gate: GateName;
  readonly angle: number;
  /** Qubits chosen so far. */
  readonly on: readonly number[];
}

export const FIRST_DRAFT: Draft = { gate: 'h', angle: Math.PI / 2, on: [] };

/** Angles that can be chosen, in units of π/24. */
export const TURNS = { least: -24, most: 24, step: 1 };

const hasAngle = (gate: GateName): boolean => /^r/.test(gate);

/** The circuit and the draft once a qubit was chosen. */
export function withQubit(circuit: EditedCircuit, draft: Draft, qubit: number): readonly [EditedCircuit, Draft] {
  if (draft.on.includes(qubit)) return [circuit, { ...draft, on: draft.on.filter((one) => one !== qubit) }];
  const on = [...draft.on, qubit];
  if (on.length < GATES[draft.gate]) return [circuit, { ...draft, on }];
  const gate: Gate = { gate: draft.gate, on, ...(hasAngle(draft.gate) && { angle: draft.angle }) };
  const gates = circuit.gates.length < MOST_GATES ? [...circuit.gates, gate] : circuit.gates;
  return [
    { ...circuit, gates },
    { ...draft, on: [] },
  ];
}

/** The circuit without a gate. */
export const withoutGate = (circuit: EditedCircuit, index: number): EditedCircuit => ({
  ...circuit,
  gates: circuit.gates.filter((_, k) => k !== index),
});

/** The circuit on another number of qubits, without the gates that have no place there. */
export const onQubits = (circuit: EditedCircuit, qubits: number): EditedCircuit => ({
  ...circuit,
  qubits,
  gates: circuit.gates.filter(({ on }) => on.every((at) => at < qubits)),
});

const [COLUMN, WIRE, LEFT, TOP] = [40, 36, 40, 24];

/** The editor as markup. */
export function circuitEditor(circuit: EditedCircuit, draft: Draft): string {
  const palette = (Object.keys(GATES) as GateName[]).map((gate) =>
    element(
      'button',
      { type: 'button', 'data-gate': gate, 'aria-pressed': String(gate === draft.gate) },
      escapeText(gate.toUpperCase()),
    ),
  );
  const needed = GATES[draft.gate];
  const words =
    needed === 1
      ? 'Choose a wire.'
      : `Choose ${needed} wires${draft.on.length > 0 ? `, ${needed - draft.on.length} more` : ''}${/^c/.test(draft.gate) ? '; the controls first' : ''}.`;
  return [
    element('div', { class: 'palette', role: 'group', 'aria-label': 'Gates' }, palette),
    hasAngle(draft.gate)
      ? slider('turn', 'Angle', TURNS, Math.round((draft.angle * TURNS.most) / Math.PI), angleText(draft.angle))
      : '',
    element('p', { class: 'remark' }, `${words} A gate that is clicked goes away.`),
    element('div', { class: 'canvas editor' }, wires(circuit, draft)),
    element('p', { class: 'buttons' }, [button('undo', 'Undo'), button('clear', 'Clear')]),
  ].join('');
}

/** The first free column of each gate, so that none passes another on the same wires. */
function columns({ qubits, gates }: EditedCircuit): readonly number[] {
  const free = new Array<number>(qubits).fill(0);
  return gates.map(({ on }) => {
    const [first, last] = [Math.min(...on), Math.max(...on)];
    const column = Math.max(...free.slice(first, last + 1));
    free.fill(column + 1, first, last + 1);
    return column;
  });
}

function wires(circuit: EditedCircuit, draft: Draft): string {
  const places = columns(circuit);
  const width = LEFT + COLUMN * (Math.max(3, ...places.map((column) => column + 1)) + 1.5);
  const height = TOP + WIRE * circuit.qubits;
  const y = (qubit: number): number => TOP + WIRE * qubit;
  const lines = Array.from({ length: circuit.qubits }, (_, qubit) => {
    const isChosen = draft.on.includes(qubit);
    const line = { x1: LEFT - 8, x2: width - 6, y1: y(qubit), y2: y(qubit), stroke: MUTED };
    const name = `qubit ${qubit}${isChosen ? ', chosen' : ''}`;
    return element(
      'g',
      { class: 'wire', 'data-qubit': String(qubit), role: 'button', tabindex: '0', 'aria-label': name },
      [
        element('rect', { x: 0, y: y(qubit) - WIRE / 2, width, height: WIRE, fill: isChosen ? FAINT : 'transparent' }),
        element('line', line),
        label(6, y(qubit) + 4, `q${subscript(qubit)}`, { fill: MUTED }),
      ],
    );
  });
  const gates = circuit.gates.map((gate, k) => drawGate(gate, k, LEFT + COLUMN * (places[k]! + 0.5), y));
  return drawing(`Circuit of ${circuit.gates.length} gates on ${circuit.qubits} qubits`, width, height, [
    ...lines,
    ...gates,
  ]);
}

function drawGate({ gate, on, angle }: Gate, index: number, x: number, y: (qubit: number) => number): string {
  const sites = [...on].sort((a, b) => a - b);
  const colour = /x|^h$/.test(gate) ? VERMILION : /y/.test(gate) ? GREEN : /swap/.test(gate) ? PURPLE : BLUE;
  const link =
    sites.length > 1
      ? element('line', { x1: x, x2: x, y1: y(sites[0]!), y2: y(sites.at(-1)!), stroke: INK, 'stroke-width': 1.5 })
      : '';
  const controls = /^c+/.exec(gate)?.[0].length ?? 0;
  const letters = gate.slice(controls).replace('rzz', 'zz').toUpperCase();
  const marks = on.map((qubit, k) => {
    if (k < controls) return element('circle', { cx: x, cy: y(qubit), r: 5, fill: INK });
    const text = gate === 'swap' ? '×' : letters;
    return (
      element('rect', {
        x: x - 15,
        y: y(qubit) - 12,
        width: 30,
        height: 24,
        rx: 4,
        fill: PAPER,
        stroke: colour,
        'stroke-width': 1.6,
      }) + label(x, y(qubit) + 4, text, { 'text-anchor': 'middle', class: 'gate', fill: colour })
    );
  });
  const words = `${gate}${angle === undefined ? '' : ` by ${angleText(angle)}`} on ${on.join(', ')}`;
  return element(
    'g',
    { class: 'placed', 'data-index': String(index), role: 'button', tabindex: '0', 'aria-label': `remove ${words}` },
    [element('title', {}, escapeText(words)), link, ...marks],
  );
}
