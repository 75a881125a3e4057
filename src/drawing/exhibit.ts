/** @file The exhibits of a study: tables, charts, heat maps, graphs, circuits and the pictures of geometry from plain data. */

import { significant, whole } from '../number-format.ts';
import type { ChartExhibit, CircuitExhibit, Exhibit, GraphExhibit, TableExhibit } from '../record/study-record.ts';
import { textWidth } from './axes.ts';
import { circuitDrawing } from './circuit-drawing.ts';
import { circuitMap, MOST_WIRES } from './circuit-map.ts';
import { BLUE, GREEN, INK, MUTED, OCHRE, PURPLE, VERMILION } from './colours.ts';
import { chartFigure, mapFigure } from './data-figure.ts';
import { diskDrawing } from './disk-drawing.ts';
import { captioned, figure } from './figure.ts';
import { graphDrawing } from './graph-drawing.ts';
import { layerMap } from './layer-map.ts';
import type { LineChart } from './line-chart.ts';
import { element, label, typeset } from './markup.ts';
import { morphDrawing } from './morph-drawing.ts';
import { pictureDrawing } from './picture-drawing.ts';
import { scaleDrawing } from './scale-drawing.ts';
import { towerDrawing } from './tower-drawing.ts';

/** The exhibit as a figure; charts and graphs stand side by side, the others take the page's width. */
export function exhibitFigure(exhibit: Exhibit): string {
  switch (exhibit.kind) {
    case 'table':
      return captioned(dataTable(exhibit), exhibit.caption, 'full');
    case 'chart':
      return chartFigure(chart(exhibit), exhibit.caption);
    case 'heat-map':
      return mapFigure({ ...exhibit, title: exhibit.caption }, exhibit.caption);
    case 'graph':
      return figure(graph(exhibit), exhibit.caption, 'half');
    case 'circuit':
      return figure(drawnCircuit(exhibit), exhibit.caption, 'scroll');
    case 'disk':
      return figure(diskDrawing(exhibit), exhibit.caption, 'half');
    case 'tower':
      return figure(towerDrawing(exhibit), exhibit.caption, 'half');
    case 'scale':
      return figure(scaleDrawing(exhibit), exhibit.caption, exhibit.sites > 24 ? 'full' : 'half');
    case 'map':
      return figure(layerMap(exhibit), exhibit.caption, 'half');
    case 'pictures':
      return figure(pictureDrawing(exhibit), exhibit.caption, 'full');
    case 'morph':
      return figure(morphDrawing(exhibit), exhibit.caption, 'full');
  }
}

/** Texts of more letters than this take several lines. */
const LONG = 24;

/** A table with a head; numbers to four digits, flush right, as is the head of a column of numbers. */
export function dataTable({ columns, rows }: Pick<TableExhibit, 'columns' | 'rows'>): string {
  const isNumeric = (column: number): boolean =>
    rows.length > 0 && rows.every((row) => row[column] === null || typeof row[column] === 'number');
  const head = columns.map((name, k) =>
    element('th', { scope: 'col', class: isNumeric(k) ? 'number' : undefined }, typeset(name)),
  );
  const body = rows.map((row) =>
    element(
      'tr',
      {},
      row.map((cell) => {
        if (typeof cell === 'string') {
          return element('td', { class: cell.length > LONG ? 'long' : undefined }, typeset(cell));
        }
        if (cell === null || typeof cell === 'number') {
          return element('td', { class: 'number' }, cell === null ? '–' : cellText(cell));
        }
        return element('td', { title: cell.whole }, typeset(cell.shown));
      }),
    ),
  );
  const table = [element('thead', {}, element('tr', {}, head)), element('tbody', {}, body)];
  return element('div', { class: 'data' }, element('table', {}, table));
}

/** Counts as they are, measured numbers to four digits. */
const cellText = (value: number): string => whole(value) ?? significant(value, 4);

const COLOURS = [BLUE, VERMILION, GREEN, PURPLE, OCHRE, MUTED, INK] as const;

function chart({ caption, x, y, series, levels }: ChartExhibit): LineChart {
  return {
    title: caption,
    x,
    y,
    series: series.map(({ name, mark, points }, k) => ({
      name,
      mark,
      colour: COLOURS[k % COLOURS.length]!,
      data: points.flatMap(([at, value]) =>
        value === null ? [] : [{ x: at, y: value, hint: `${name} at ${significant(at, 4)}: ${significant(value, 4)}` }],
      ),
    })),
    ...(levels && { levels }),
  };
}

const SIZE = { width: 410, height: 300, margin: 44 } as const;

function graph({ caption, quantity, nodes, edges }: GraphExhibit): string {
  const { width, height, margin } = SIZE;
  const places = nodes.map(({ at }, k) => {
    const turn = (2 * Math.PI * k) / nodes.length - Math.PI / 2;
    const [x, y] = at ?? [0.5 + 0.5 * Math.cos(turn), 0.5 - 0.5 * Math.sin(turn)];
    return { x: margin + x * (width - 2 * margin), y: height - margin - y * (height - 2 * margin) };
  });
  const middle = {
    x: places.reduce((sum, { x }) => sum + x, 0) / places.length,
    y: places.reduce((sum, { y }) => sum + y, 0) / places.length,
  };
  const widest = edges.reduce((most, { weight }) => Math.max(most, weight), 1e-300);
  return graphDrawing({
    title: caption,
    width,
    height,
    nodes: places.map((place, k) => ({ ...place, radius: 9, colour: INK, hint: nodes[k]!.name })),
    edges: edges
      .filter(({ weight }) => weight > 0)
      .map(({ from, to, weight }) => ({
        from: places[from]!,
        to: places[to]!,
        width: Math.max(0.6, (9 * weight) / widest),
        colour: BLUE,
        hint: `${nodes[from]!.name} – ${nodes[to]!.name}: ${quantity} ${significant(weight, 4)}`,
      })),
    labels: [
      ...places.map((place, k) => nodeName(nodes[k]!.name, place, middle)),
      label(width - 4, 14, `width: ${quantity}, up to ${significant(widest)}`, { 'text-anchor': 'end', fill: MUTED }),
    ],
  });
}

type Place = { readonly x: number; readonly y: number };

/**
 * The name of a node on the side away from the middle of the graph, where few edges are; above it in the middle. One that
 * would leave the picture stands above or below its node.
 */
function nodeName(name: string, { x, y }: Place, middle: Place): string {
  const far = Math.hypot(x - middle.x, y - middle.y);
  if (far < 12) return label(x + 13, y - 10, name, { fill: INK, class: 'halo' });
  const [dx, dy] = [(x - middle.x) / far, (y - middle.y) / far];
  const anchor = dx > 0.3 ? 'start' : dx < -0.3 ? 'end' : 'middle';
  const half = textWidth(name) / 2 + 4;
  const room = anchor === 'start' ? SIZE.width - x - 15 * dx : anchor === 'end' ? x + 15 * dx : Infinity;
  const place =
    2 * half > room
      ? { x: Math.min(Math.max(x, half), SIZE.width - half), y: y + (dy < 0 ? -16 : 36), anchor: 'middle' }
      : { x: x + 15 * dx, y: y + 17 * dy + 4, anchor };
  return label(place.x, place.y, name, { 'text-anchor': place.anchor, fill: INK, class: 'halo' });
}

function drawnCircuit({ circuit, theta }: CircuitExhibit): string {
  return circuit.qubits > MOST_WIRES ? circuitMap(circuit, theta) : circuitDrawing(circuit, theta);
}
