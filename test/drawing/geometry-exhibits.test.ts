import { describe, expect, test } from 'vitest';
import { textWidth } from '../../src/drawing/axes.ts';
import { rampColour, signedColour } from '../../src/drawing/colours.ts';
import { exhibitFigure } from '../../src/drawing/exhibit.ts';
import { layerMap } from '../../src/drawing/layer-map.ts';
import { scaleDrawing } from '../../src/drawing/scale-drawing.ts';
import { towerDrawing } from '../../src/drawing/tower-drawing.ts';
import type { ScaleExhibit, TowerExhibit } from '../../src/record/study-record.ts';
import { brokenNumbers, elementsOf } from './well-formed.ts';

const tower: TowerExhibit = {
  kind: 'tower',
  caption: 'Dimensions.',
  quantity: 'Δ',
  columnsLabel: 'bond dimension',
  columns: ['2', '4'],
  sectors: [
    {
      name: 'local',
      levels: [
        [0, 0.2],
        [0, 0.125, 1, 1.001, Number.NaN],
      ],
      expected: [
        { value: 0, name: '1' },
        { value: 0.125, name: 'σ' },
        { value: 1, name: 'ε' },
      ],
    },
    { name: 'twisted', levels: [[0.5], [0.5]], expected: [{ value: 0.125, name: 'μ' }] },
  ],
};

describe('a tower of levels', () => {
  test('has a dash for each level, degenerate ones side by side, and the lines of theory with their names', () => {
    const svg = towerDrawing(tower);
    expect(brokenNumbers(svg)).toEqual([]);
    const dashes = elementsOf(svg).filter(({ attributes }) => attributes['stroke-width'] === '3');
    expect(dashes.length).toBe(8); // the one that is no number is left out
    const [one, other] = dashes.filter(
      ({ attributes }) => Math.abs(Number(attributes.y1) - Number(dashes[4]!.attributes.y1)) < 3,
    );
    expect(Number(one!.attributes.x2)).toBeLessThan(Number(other!.attributes.x1));
    // A level lies on its line.
    const lines = elementsOf(svg).filter(({ attributes }) => attributes['stroke-width'] === '1.1');
    expect(lines.map(({ attributes }) => attributes.y1)).toContain(dashes[3]!.attributes.y1);
    for (const text of ['Δ', 'bond dimension', 'local', 'twisted', 'σ', 'ε', 'μ']) expect(svg).toContain(`>${text}<`);
  });

  test('keeps names of close lines apart', () => {
    const expected = [0, 0.01, 0.02, 1].map((value, k) => ({ value, name: `line${k}` }));
    const svg = towerDrawing({ ...tower, sectors: [{ name: 'local', levels: [[0], [1]], expected }] });
    const heights = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"[^>]*>line\d</g)].map(([, y]) => Number(y));
    expect(heights.length).toBe(4);
    heights.slice(1).forEach((y, k) => {
      expect(heights[k]! - y).toBeGreaterThanOrEqual(13.9);
    });
  });
});

const binary: ScaleExhibit = {
  kind: 'scale',
  caption: 'Scales.',
  sites: 4,
  ring: true,
  nodes: [
    { name: 'u', shape: 'disentangler', site: 1.5, depth: 1, value: 0.2 },
    { name: 'seam', shape: 'disentangler', site: 3.5, depth: 1, value: null },
    { name: 'a', shape: 'isometry', site: 0.5, depth: 2 },
    { name: 'b', shape: 'isometry', site: 2.5, depth: 2 },
    { name: 'top', shape: 'tensor', site: 1.5, depth: 3 },
  ],
  bonds: [
    [0, 2],
    [0, 3],
    [1, 2],
    [1, 3],
    [2, 4],
    [3, 4],
  ],
  legs: [
    [0, 1],
    [0, 2],
    [1, 3],
    [1, 0],
  ],
  cone: { name: 'cone', nodes: [0, 2, 3, 4] },
  region: { name: 'pair', sites: [1, 2] },
  quantity: 'leakage',
};

describe('a network by scale', () => {
  test('has a shape for each tensor, lines that leave at a side and return at the other, and a shaded cone', () => {
    const svg = scaleDrawing(binary);
    expect(brokenNumbers(svg)).toEqual([]);
    const [shade, wires] = elementsOf(svg).filter(
      ({ name, attributes }) => name === 'path' && attributes.fill === 'none',
    );
    const pieces = (d: string | undefined): number => d?.match(/M/g)?.length ?? 0;
    expect(pieces(wires!.attributes.d)).toBe(10 + 2); // two of the ten are cut at the seam
    expect(pieces(shade!.attributes.d)).toBe(4 + 2);
    const open = pieces(
      scaleDrawing({ ...binary, ring: false }).match(/d="(M[^"]*)" fill="none" stroke="var\(--muted/)![1],
    );
    expect(open).toBe(10);
    // Half-way from the seam at 3.5 to 0.5, which is 4.5 there, the line leaves at the right end.
    const right = 410 - 22 - 62;
    expect(wires!.attributes.d).toContain(`L${right} `);
    for (const text of ['cone', 'pair', 'leakage']) expect(svg).toContain(`>${text}<`);
    expect(svg).toContain('u: leakage 0.2');
  });
});

describe('a map of layers', () => {
  const rows = [
    { name: 'one', values: [1, -0.5, null, 0] },
    { name: 'two', values: [0.25, 0.5] },
  ];
  const map = { kind: 'map', caption: 'Map.', quantity: 'I', rowsLabel: 'layer', columnsLabel: 'place', rows } as const;

  test('gives rows of any length the same width, and signs two colours around the paper', () => {
    const svg = layerMap(map);
    expect(brokenNumbers(svg)).toEqual([]);
    const cells = elementsOf(svg).filter(
      ({ name, attributes }) => name === 'rect' && attributes.fill?.includes('signed'),
    );
    const width = (k: number): number => Number(cells[k]!.attributes.width);
    expect(width(3) / width(0)).toBeCloseTo(2, 1);
    expect(cells.slice(0, 5).map(({ attributes }) => attributes.fill?.match(/signed-(\d+)/)?.[1])).toEqual([
      '48', // 1
      '12', // −½
      '24', // 0
      '30', // ¼
      '36', // ½
    ]);
    expect(svg).toContain('layer one, place 2: none');
  });

  test('without negative values has the colours of a heat map', () => {
    const svg = layerMap({ ...map, rows: [{ name: 'one', values: [0, 1] }] });
    expect(svg).not.toContain('signed');
    expect(svg).toContain('var(--ramp-23');
  });

  test('has room for the numbers beside its colours, however many digits they have', () => {
    const svg = layerMap({ ...map, rows: [{ name: 'one', values: [-0.00213, 0.0017] }] });
    const numbers = [...svg.matchAll(/<text x="([\d.]+)"[^>]*>(−?0\.0[\d]+)</g)];
    expect(numbers.length).toBeGreaterThan(1);
    for (const [, x, text] of numbers) expect(Number(x) + textWidth(text!)).toBeLessThanOrEqual(410);
  });

  test('and every other exhibit is a figure with its caption', () => {
    for (const exhibit of [map, binary, tower]) {
      expect(exhibitFigure(exhibit)).toContain(`<strong>${exhibit.caption.slice(0, -1)}`);
    }
  });
});

test('names of a graph stay inside of the picture, whatever their length', () => {
  const names = ['1 + 5: 1.7124, index 0', '2 + 4: 1.7091, index 0', '3 + 3: 1.7240, index 4'];
  const nodes = names.map((name, k) => ({ name, at: [k / 2, k % 2] as const }));
  const svg = exhibitFigure({ kind: 'graph', caption: 'Types.', quantity: 'w', nodes, edges: [] });
  const placed = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"([^>]*)>([^<]*)</g)].filter(([, , , , text]) =>
    names.includes(text!),
  );
  expect(placed).toHaveLength(3);
  for (const [, x, , attributes, text] of placed) {
    const width = textWidth(text!);
    const anchor = /text-anchor="(\w+)"/.exec(attributes!)![1]!;
    const left = Number(x) - { start: 0, middle: width / 2, end: width }[anchor]!;
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left + width).toBeLessThanOrEqual(410);
  }
});

test('signed colours are equally dark on both sides of zero, ever darker, and differ in more than hue', () => {
  const luminance = (hex: string): number => {
    const [r, g, b] = [1, 3, 5].map((at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255) ** 2.2);
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  for (const t of [0.25, 0.5, 0.75, 1]) {
    const [below, above] = [-t, t].map((value) => luminance(signedColour(value, 'light'))) as [number, number];
    expect(Math.abs(below - above)).toBeLessThan(0.08);
    expect(below).toBeLessThan(luminance(signedColour(0.25 - t, 'light')));
    expect(above).toBeLessThan(luminance(signedColour(t - 0.25, 'light')));
    expect(luminance(signedColour(t, 'dark'))).toBeGreaterThan(luminance(signedColour(t - 0.25, 'dark')));
  }
  expect(rampColour(0, 'light')).not.toBe(signedColour(0, 'light'));
});
