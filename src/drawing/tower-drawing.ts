/** @file A tower of levels: spectra beside each other, against the lines where theory has them. */

import { significant } from '../number-format.ts';
import type { TowerExhibit, TowerSector } from '../record/study-record.ts';
import { type Area, type LegendEntry, legendRows, textWidth } from './axes.ts';
import { BLUE, FAINT, GREEN, INK, MUTED, OCHRE, PURPLE, VERMILION } from './colours.ts';
import { drawing, element, hint, label } from './markup.ts';
import { linearScale, type Scale } from './scale.ts';

const WIDTH = 410;
const HEIGHT = 330;
const COLOURS = [BLUE, PURPLE, GREEN, OCHRE] as const;

/** The tower as SVG: a panel for each sector, a column for each spectrum. Levels on top of each other stand side by side. */
export function towerDrawing({ caption, quantity, columnsLabel, columns, sectors }: TowerExhibit): string {
  const values = sectors.flatMap(({ levels, expected }) => [...levels.flat(), ...expected.map(({ value }) => value)]);
  const [left, top, bottom] = [44, 52, HEIGHT - 44];
  const y = linearScale([0, ...values.filter(Number.isFinite)], [bottom, top], 6);
  const names = sectors.map(({ expected }) => 18 + Math.max(14, ...expected.map(({ name }) => textWidth(name))));
  const room = WIDTH - left - names.reduce((sum, width) => sum + width, 0);
  let start = left;
  const panels = sectors.map((sector, k) => {
    const area: Area = { left: start, right: start + room / sectors.length, top, bottom };
    start = area.right + names[k]!;
    return panel(sector, columns, area, y, COLOURS[k % COLOURS.length]!);
  });
  const ticks = y.ticks.map(({ value, label: text }) =>
    label(left - 8, y.at(value) + 4, text, { 'text-anchor': 'end', fill: MUTED }),
  );
  const entries: readonly LegendEntry[] = [
    { name: 'theory', mark: 'line', colour: VERMILION },
    ...sectors.map(({ name }, k) => ({ name, mark: 'thick', colour: COLOURS[k % COLOURS.length]! }) as const),
  ];
  const below = legendRows(entries, { left: 8, width: WIDTH - 8, top: HEIGHT });
  return drawing(caption, WIDTH, HEIGHT + 4 + below.height, [
    label(4, 14, quantity, { fill: INK }),
    ...ticks,
    ...panels,
    label(WIDTH - 4, HEIGHT - 8, columnsLabel, { 'text-anchor': 'end', fill: INK }),
    below.svg,
  ]);
}

function panel(
  { name, levels, expected }: TowerSector,
  columns: readonly string[],
  area: Area,
  y: Scale,
  colour: string,
): string {
  const { left, right, top, bottom } = area;
  const width = (right - left) / Math.max(1, columns.length);
  const grid = y.ticks.map(({ value }) => line(left, right, y.at(value), FAINT, 1));
  const lines = expected.map(({ value }) => line(left, right + 4, y.at(value), VERMILION, 1.1));
  const heights = spread(expected.map(({ value }) => y.at(value)));
  const names = expected.map(({ name: text, value }, k) => {
    const at = heights[k]!;
    const leader = { x1: right + 4, y1: y.at(value), x2: right + 11, y2: at, stroke: VERMILION, 'stroke-width': 0.7 };
    return element('line', leader) + label(right + 14, at + 4, text, { fill: INK });
  });
  const drawn = columns.map((column, k) => {
    const centre = left + (k + 0.5) * width;
    const tick = label(centre, bottom + 18, column, { 'text-anchor': 'middle', fill: MUTED });
    return tick + dashes(levels[k] ?? [], centre, Math.min(46, 0.74 * width), y, colour, `${name}, ${column}`);
  });
  const title = label((left + right) / 2, top - 16, name, { 'text-anchor': 'middle', fill: INK });
  return element('g', {}, [...grid, ...lines, title, ...drawn, ...names]);
}

const line = (x1: number, x2: number, at: number, stroke: string, width: number): string =>
  element('line', { x1, x2, y1: at, y2: at, stroke, 'stroke-width': width });

/** Pixels within which levels are on top of each other. */
const TOGETHER = 3;

/** The levels of a column; those on top of each other share its width. */
function dashes(
  levels: readonly number[],
  centre: number,
  width: number,
  y: Scale,
  stroke: string,
  name: string,
): string {
  const groups: number[][] = [];
  for (const value of levels.filter(Number.isFinite).toSorted((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group !== undefined && y.at(group[0]!) - y.at(value) < TOGETHER) group.push(value);
    else groups.push([value]);
  }
  return groups
    .flatMap((group) => {
      const gap = 3;
      const each = Math.max(2, (width - gap * (group.length - 1)) / group.length);
      return group.map((value, k) => {
        const x1 = centre - width / 2 + k * (each + gap);
        const at = y.at(value);
        const dash = { x1, x2: x1 + each, y1: at, y2: at, stroke, 'stroke-width': 3 };
        return element('line', dash, hint(`${name}: ${significant(value, 5)}`));
      });
    })
    .join('');
}

/** Heights of labels near the given ones, none within a line of another; each block of labels is centred. */
function spread(wanted: readonly number[], distance = 14): readonly number[] {
  const order = wanted.map((_, k) => k).sort((a, b) => wanted[a]! - wanted[b]!);
  const blocks: { members: number[]; top: number }[] = [];
  for (const k of order) {
    blocks.push({ members: [k], top: wanted[k]! });
    for (let merged = true; merged && blocks.length > 1; ) {
      const [above, below] = [blocks.at(-2)!, blocks.at(-1)!];
      merged = above.top + distance * above.members.length > below.top;
      if (!merged) break;
      blocks.splice(-2);
      const members = [...above.members, ...below.members];
      const mean = members.reduce((sum, member) => sum + wanted[member]!, 0) / members.length;
      blocks.push({ members, top: mean - (distance * (members.length - 1)) / 2 });
    }
  }
  const heights = wanted.map(() => 0);
  for (const { members, top } of blocks) {
    members.forEach((member, k) => {
      heights[member] = top + distance * k;
    });
  }
  return heights;
}
