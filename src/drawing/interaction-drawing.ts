/** @file Who acts with whom: sites on a line, arcs for the words that join them. */

import { significant } from '../number-format.ts';
import type { PauliWord } from '../operator/pauli.ts';
import { pairTimes } from '../path/time-spent.ts';
import { BLUE, INK, MUTED, PAPER, VERMILION } from './colours.ts';
import { type GraphEdge, graphDrawing } from './graph-drawing.ts';
import { label } from './markup.ts';

type Usage = ReadonlyMap<PauliWord, number>;

const WIDTH = 410;

/**
 * The interaction graph as SVG: arcs above the sites for the geodesic, below for the circuit, as wide as the time
 * spent; both on one scale of widths.
 */
export function interactionDrawing(qubits: number, geodesic: Usage, circuit: Usage | null): string {
  const above = pairTimes(qubits, geodesic);
  const below = circuit === null ? null : pairTimes(qubits, circuit);
  const greatest = Math.max(1e-12, ...above.flat(), ...(below?.flat() ?? []));
  const gap = (WIDTH - 80) / Math.max(1, qubits - 1);
  const acting = [...above, ...(below ?? [])].flatMap((row, k) =>
    row.flatMap((time, b) => (time < 1e-4 * greatest ? [] : [b - (k % qubits)])),
  );
  const farthest = Math.max(1, ...acting);
  const reach = Math.min(120, 18 + (gap * farthest) / 3.2);
  const middle = 34 + reach;
  const site = (qubit: number) => ({ x: 40 + qubit * gap, y: middle });
  const arcs = (
    times: readonly (readonly number[])[],
    colour: string,
    side: number,
    name: string,
  ): readonly GraphEdge[] =>
    times.flatMap((row, a) =>
      row.flatMap((time, b): readonly GraphEdge[] => {
        if (time < 1e-4 * greatest) return [];
        const bend = side * reach * ((b - a) / farthest) ** 0.7;
        const text = `${name}, sites ${a} and ${b}: ${significant(time)} rad`;
        return [{ from: site(a), to: site(b), width: 0.5 + (6.5 * time) / greatest, colour, hint: text, bend }];
      }),
    );
  const height = middle + (below === null ? 30 : reach + 30);
  return graphDrawing({
    title: 'Interaction graph of the geodesic and of the learned circuit',
    width: WIDTH,
    height,
    edges: [...arcs(above, BLUE, 1, 'geodesic'), ...(below === null ? [] : arcs(below, VERMILION, -1, 'circuit'))],
    nodes: Array.from({ length: qubits }, (_, qubit) => ({
      ...site(qubit),
      radius: Math.min(11, gap / 3),
      colour: PAPER,
      hint: `site ${qubit}`,
    })),
    underlay: [
      label(4, 14, 'geodesic', { fill: BLUE }),
      below === null ? '' : label(4, height - 8, 'learned circuit', { fill: VERMILION }),
      label(WIDTH - 4, 14, 'sites 0 … n − 1, width = time spent (radians)', { 'text-anchor': 'end', fill: MUTED }),
    ],
    labels: Array.from({ length: qubits }, (_, qubit) =>
      label(site(qubit).x, middle + 4, String(qubit), { 'text-anchor': 'middle', fill: INK, class: 'small' }),
    ),
  });
}
