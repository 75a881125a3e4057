/** @file A graph with given places: nodes coloured by a quantity, edges as wide as another. */

import { INK, ramp } from './colours.ts';
import { colourBar } from './heat-map.ts';
import { drawing, element, hint, label } from './markup.ts';
import { domainFromZero } from './scale.ts';

/** A node at its place, in pixels. */
export interface GraphNode {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly hint: string;
  /** What the colour shows; a number is read on the colour scale, a string is a colour. */
  readonly colour: number | string;
}

/** An edge between places. */
export interface GraphEdge {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly colour: string;
  readonly hint: string;
  /** Height of the arc over its chord, in pixels, to the left of the direction from → to; 0 is straight. */
  readonly bend?: number;
}

/** A graph ready to be drawn. */
export interface GraphDrawing {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Name and unit of what the nodes' colours show; without it there is no colour scale. */
  readonly quantity?: string;
  /** Markup below the graph: axes, captions. */
  readonly underlay?: readonly string[];
  /** Markup above the graph: names of nodes. */
  readonly labels?: readonly string[];
}

/** The graph as SVG. Colours run from 0 to the greatest value. */
export function graphDrawing(graph: GraphDrawing): string {
  const values = graph.nodes.flatMap(({ colour }) => (typeof colour === 'number' ? [colour] : []));
  const [low, greatest] = domainFromZero(values);
  const edges = graph.edges.map((edge) => {
    const stroke = {
      fill: 'none',
      stroke: edge.colour,
      'stroke-width': edge.width,
      'stroke-linecap': 'round',
    };
    const { from, to, bend = 0 } = edge;
    return element('path', { d: curve(from, to, bend), ...stroke }, hint(edge.hint));
  });
  const nodes = graph.nodes.map(({ x, y, radius, colour, hint: text }) => {
    const t = typeof colour === 'number' && Number.isFinite(colour) ? (colour - low) / (greatest - low) : 0;
    const fill = typeof colour === 'number' ? ramp(t) : colour;
    return element('circle', { cx: x, cy: y, r: radius, fill, stroke: INK, 'stroke-width': 0.9 }, hint(text));
  });
  const scale =
    graph.quantity === undefined
      ? []
      : [
          label(graph.width - 4, 14, graph.quantity, { 'text-anchor': 'end', fill: INK }),
          colourBar([low, greatest], graph.width - 62, 30, Math.min(180, graph.height - 60)),
        ];
  return drawing(graph.title, graph.width, graph.height, [
    ...(graph.underlay ?? []),
    ...edges,
    ...nodes,
    ...scale,
    ...(graph.labels ?? []),
  ]);
}

type Place = GraphEdge['from'];

function curve(from: Place, to: Place, bend: number): string {
  const round = (value: number): number => Math.round(value * 100) / 100;
  const start = `M${round(from.x)} ${round(from.y)}`;
  if (bend === 0) return `${start}L${round(to.x)} ${round(to.y)}`;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const chord = Math.hypot(dx, dy) || 1;
  const x = (from.x + to.x) / 2 + (2 * bend * dy) / chord;
  const y = (from.y + to.y) / 2 - (2 * bend * dx) / chord;
  return `${start}Q${round(x)} ${round(y)} ${round(to.x)} ${round(to.y)}`;
}
