/** @file A circuit of many qubits on one page: its gates as bars on a map of layers and qubits. */

import type { Circuit } from '../circuit/circuit.ts';
import { counted } from '../number-format.ts';
import { support } from '../operator/pauli.ts';
import { type Area, type Axis, frame, type LegendEntry, legendRows, scaleOf } from './axes.ts';
import { columnsOf, type PlacedGate, packed } from './circuit-drawing.ts';
import { BLUE, VERMILION } from './colours.ts';
import { coordinate, drawing, element, label } from './markup.ts';

/** Most qubits of a circuit whose wires are drawn; circuits of more are drawn as a map. */
export const MOST_WIRES = 32;

const WIDTH = 1040;
/** Greatest height of the map, and greatest width and height of a bar on one qubit. */
const HEIGHT = 560;
const CELL = 14;
const LEFT = 48;
const TOP = 56;
/** Steps of the bars' opacity. */
const SHADES = 8;
/** Least width of a bar; thinner ones would be lost. */
const THINNEST = 0.3;

/**
 * The circuit as a map in SVG, layers to the right, qubit 0 on top. Each gate is a bar over the qubits that it turns, in
 * the first layer where all qubits between them are free. The fuller the colour of a bar, the greater |sin(angle/2)|,
 * in eight steps; bars of one colour and step are one path.
 *
 * @param theta - parameters, radians
 * @param limit - gates beyond this number are not drawn; the drawing says so
 *
 * Cost O(gates · qubits). At most 1040 × 670 pixels and 16 paths, whatever the size of the circuit.
 */
export function circuitMap(circuit: Circuit, theta: readonly number[], limit = 20_000): string {
  const shown = circuit.gates.length > limit ? { ...circuit, gates: circuit.gates.slice(0, limit) } : circuit;
  const gates = packed(shown, theta);
  const layers = Math.max(1, columnsOf(gates));
  const cell = {
    width: Math.min(CELL, (WIDTH - LEFT - 16) / layers),
    height: Math.min(CELL, HEIGHT / circuit.qubits),
  };
  const area: Area = {
    left: LEFT,
    top: TOP,
    right: LEFT + Math.max(240, cell.width * layers),
    bottom: TOP + cell.height * circuit.qubits,
  };
  const ticks = (size: number): number => Math.max(2, Math.round(size / 70));
  const x = scaleOf(axis(layers), [], [LEFT, LEFT + cell.width * layers], ticks(cell.width * layers));
  const y = scaleOf(axis(circuit.qubits), [], [area.top, area.bottom], ticks(area.bottom - area.top));
  const kinds = new Set(gates.map(colourOf));
  const names = LEGEND.filter(({ colour }) => kinds.has(colour));
  const more = circuit.gates.length - gates.length;
  return drawing(
    `Map of ${counted(circuit.gates.length, 'Pauli rotation')} on ${counted(circuit.qubits, 'qubit')} in ${counted(layers, 'layer')}`,
    area.right + 16,
    area.bottom + 46,
    [
      frame(area, x, y, 'layer', 'qubit'),
      legendRows(names, { left: LEFT, width: area.right - LEFT, top: 24 }).svg,
      ...bars(gates, cell),
      ...(more > 0 ? [label(LEFT, area.bottom + 38, `… ${more} more gates`)] : []),
    ],
  );
}

const LEGEND: readonly LegendEntry[] = [
  { name: 'on one qubit', colour: BLUE, mark: 'box' },
  { name: 'on several qubits', colour: VERMILION, mark: 'box' },
];

const colourOf = ({ word }: Pick<PlacedGate, 'word'>): string => (support(word).length > 1 ? VERMILION : BLUE);

/** Places of cells 0 to count − 1; their middles carry the numbers. */
const axis = (count: number): Axis => ({ label: '', kind: 'linear', whole: true, domain: [-0.5, count - 0.5] });

/** The bars, those of one colour and opacity as one path. */
function bars(gates: readonly PlacedGate[], cell: { readonly width: number; readonly height: number }): string[] {
  const paths = new Map<string, string[]>();
  const [gap, low] = [cell.width > 3 ? 0.14 : 0.04, cell.height > 3 ? 0.14 : 0.04];
  for (const { word, angle, column } of gates) {
    const sites = support(word);
    const shade = Math.ceil(SHADES * Math.abs(Math.sin(angle / 2)));
    const key = `${colourOf({ word })} ${shade}`;
    const path = paths.get(key) ?? [];
    const left = LEFT + (column + gap) * cell.width;
    const right = left + Math.max(THINNEST, (1 - 2 * gap) * cell.width);
    for (const [first, last] of runs(sites)) {
      const [top, bottom] = [TOP + (first + low) * cell.height, TOP + (last + 1 - low) * cell.height];
      path.push(
        `M${coordinate(left)} ${coordinate(top)}H${coordinate(right)}V${coordinate(bottom)}H${coordinate(left)}z`,
      );
    }
    paths.set(key, path);
  }
  return [...paths].map(([key, parts]) => {
    const end = key.lastIndexOf(' ');
    const opacity = 0.08 + (0.92 * Number(key.slice(end + 1))) / SHADES;
    return element('path', { d: parts.join(''), fill: key.slice(0, end), 'fill-opacity': opacity });
  });
}

/** First and last of each stretch of neighbouring sites. */
function runs(sites: readonly number[]): readonly (readonly [number, number])[] {
  const firsts = sites.filter((site, k) => sites[k - 1] !== site - 1);
  const lasts = sites.filter((site, k) => sites[k + 1] !== site + 1);
  return firsts.map((first, k) => [first, lasts[k]!]);
}
