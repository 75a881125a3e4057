import { describe, expect, test } from 'vitest';
import { barChart } from '../../src/drawing/bar-chart.ts';
import { ramp, signedRamp } from '../../src/drawing/colours.ts';
import { heatMap } from '../../src/drawing/heat-map.ts';
import { lineChart } from '../../src/drawing/line-chart.ts';
import { brokenNumbers, elementsOf } from './well-formed.ts';

const axes = { x: { label: 'step', kind: 'linear' }, y: { label: 'infidelity', kind: 'log' } } as const;

describe('a line chart', () => {
  test('keeps the last number below its axis within the drawing', () => {
    const data = [1, 1e4].map((x) => ({ x, y: 1 }));
    const x = { label: 'N', kind: 'log' } as const;
    const svg = lineChart({
      title: 'T',
      x,
      y: axes.y,
      series: [{ name: 'L', colour: 'c', mark: 'line', data }],
      width: 400,
    });
    const end = svg.match(/<text x="([\d.]+)"[^>]*>10000</)!;
    expect(Number(end[1]) + 3.5 * 5).toBeLessThanOrEqual(400);
  });

  test('places a datum where its axes say', () => {
    const data = [
      { x: 0, y: 1e-4 },
      { x: 10, y: 1 },
    ];
    const svg = lineChart({
      title: 'T',
      ...axes,
      series: [{ name: 's', colour: 'red', mark: 'line', data }],
      width: 300,
      height: 200,
    });
    const path = elementsOf(svg).find(({ name, attributes }) => name === 'path' && attributes.stroke === 'red');
    expect(path?.attributes.d).toBe('M58 152L286 30'); // corners of the data's rectangle
  });

  test('leaves out what has no place on a logarithmic axis', () => {
    const data = [1, 0, -1, Number.NaN, Infinity].map((y, x) => ({ x, y }));
    const svg = lineChart({ title: 'T', ...axes, series: [{ name: 's', colour: 'red', mark: 'points', data }] });
    expect(svg.match(/<circle/g)).toHaveLength(1);
    expect(brokenNumbers(svg)).toEqual([]);
  });

  test('names its axes, levels and series', () => {
    const one = (name: string) => ({ name, colour: 'red', mark: 'points' as const, data: [{ x: 1, y: 0.1 }] });
    const svg = lineChart({
      title: 'T',
      ...axes,
      series: [one('first'), one('second')],
      levels: [{ y: 1e-3, name: 'limit' }],
    });
    for (const text of ['step', 'infidelity', 'first', 'second', 'limit']) expect(svg).toContain(`>${text}<`);
  });

  test('has a legend of as many rows as its width asks for', () => {
    const names = ['toric code, quarters of 2 × 2', 'toric code, quarters of 3 × 3', 'toric code, quarters of 5 × 5'];
    const series = names.map((name) => ({ name, colour: 'red', mark: 'line' as const, data: [{ x: 1, y: 0.1 }] }));
    const svg = lineChart({ title: 'T', ...axes, series, width: 560 });
    const places = names.map((name) => new RegExp(`<text x="([0-9.]+)" y="([0-9.]+)"[^>]*>${name}<`).exec(svg)!);
    for (const [, x, ,] of places) expect(Number(x) + 6 * names[0]!.length).toBeLessThan(560);
    expect(Number(places[2]![2])).toBeGreaterThan(Number(places[0]![2]) + 12);
  });

  test('shows points below hollow ones, and hollow ones at one place as rings of different widths', () => {
    const series = (['points', 'hollow', 'hollow'] as const).map((mark, k) => ({
      name: `s${k}`,
      colour: 'red',
      mark,
      data: [{ x: 1, y: 0.1 }],
    }));
    const circles = elementsOf(lineChart({ title: 'T', ...axes, series })).filter(({ name }) => name === 'circle');
    const drawn = circles.slice(0, 3).map(({ attributes }) => [attributes.fill, Number(attributes.r)] as const);
    expect(drawn.map(([fill]) => fill)).toEqual(['red', 'none', 'none']);
    expect(drawn[2]![1]).toBeGreaterThan(drawn[1]![1]);
  });

  test('writes the name of a level where no curve runs', () => {
    const data = [
      { x: 0, y: 1.2 },
      { x: 5, y: 1.25 },
      { x: 10, y: 4 },
    ];
    const linear = { label: 'a', kind: 'linear' } as const;
    const svg = lineChart({
      title: 'T',
      x: linear,
      y: linear,
      series: [{ name: 's', colour: 'red', mark: 'line', data }],
      levels: [{ y: 1.1, name: 'level' }],
    });
    const name = elementsOf(svg).find(({ attributes }) => attributes.class === 'halo')!;
    expect(Number(name.attributes.x)).toBeGreaterThan(400);
  });

  test('keeps the name of a level below the legend', () => {
    const linear = { label: 'a', kind: 'linear' } as const;
    const one = (name: string) => ({
      name,
      colour: 'red',
      mark: 'line' as const,
      data: [
        { x: 0, y: 1 },
        { x: 1, y: 0 },
      ],
    });
    const levels = [{ y: 1, name: 'level' }];
    const svg = lineChart({ title: 'T', x: linear, y: linear, series: [one('first'), one('second')], levels });
    const place = (text: string) => Number(new RegExp(`y="([0-9.]+)"[^>]*>${text}<`).exec(svg)![1]);
    expect(place('level')).toBeGreaterThan(place('second') + 12);
  });

  test('over whole numbers has no ticks between them', () => {
    const linear = { label: 'a', kind: 'linear' } as const;
    const data = [1, 2, 3].map((x) => ({ x, y: x / 3 }));
    const svg = lineChart({
      title: 'T',
      x: linear,
      y: linear,
      series: [{ name: '', colour: 'red', mark: 'line', data }],
    });
    expect(svg).not.toContain('>1.5<');
  });

  test('against a bound has equal scales, so that the diagonal is at 45° of the data', () => {
    const linear = { label: 'a', kind: 'linear' } as const;
    const data = [{ x: 1, y: 4 }];
    const svg = lineChart({
      title: 'T',
      x: linear,
      y: linear,
      series: [{ name: '', colour: 'red', mark: 'points', data }],
      diagonal: 'a = b',
    });
    const line = elementsOf(svg).filter(
      ({ name, attributes }) => name === 'line' && attributes['stroke-dasharray'] === '2 3',
    );
    expect(line[0]?.attributes).toMatchObject({ x1: '58', y1: '272', x2: '626', y2: '30' });
  });
});

describe('a bar chart', () => {
  const row = (name: string, ...values: (number | null)[]) => ({ name, values });
  const series = [
    { name: 'a', colour: 'red' },
    { name: 'b', colour: 'blue' },
  ];

  test('has bars in proportion to their values, none for what is absent', () => {
    const svg = barChart({
      title: 'T',
      quantity: 'q',
      series,
      rows: [row('x', 2, 1), row('y', null, 4), row('z', Number.NaN, 0)],
    });
    const widths = elementsOf(svg).flatMap(({ name, attributes }) =>
      name === 'rect' && attributes.height === '11' ? [Number(attributes.width)] : [],
    );
    expect(widths).toHaveLength(3);
    expect(widths[0]! / widths[1]!).toBeCloseTo(2, 2);
    expect(widths[2]! / widths[1]!).toBeCloseTo(4, 2);
  });
});

describe('a heat map', () => {
  test('has a cell for every entry, crosses out null, and tells values', () => {
    const map = { title: 'T', quantity: 'I', rowsLabel: 'site a', columnsLabel: 'site b' };
    const svg = heatMap({
      ...map,
      rows: ['0', '1'],
      columns: ['0', '1'],
      values: [
        [null, 0.25],
        [0.5, Number.NaN],
      ],
    });
    expect(svg).toContain('site a 0, site b 1: 0.2500');
    expect(svg.match(/: none/g)).toHaveLength(2);
    expect(brokenNumbers(svg)).toEqual([]);
  });

  test('of signed entries has the paper at zero, and opposite entries on opposite sides of it', () => {
    const map = { title: 'T', quantity: 'δS', rowsLabel: 'a', columnsLabel: 'b', rows: ['0'] };
    const fills = (values: readonly number[]): readonly (string | undefined)[] =>
      elementsOf(heatMap({ ...map, columns: values.map(String), values: [values] }))
        .filter(({ name }) => name === 'rect')
        .slice(0, values.length)
        .map(({ attributes }) => attributes.fill);
    expect(fills([-2, -1, 0, 1, 2])).toEqual([-1, -0.5, 0, 0.5, 1].map(signedRamp));
    expect(fills([-2, 0])).toEqual([-1, 0].map(signedRamp));
    expect(fills([-1e-16, 0.5, 1])).toEqual([0, 0.5, 1].map(ramp));
  });

  test('of small entries leaves room for the powers of ten beside its colours', () => {
    const names = Array.from({ length: 20 }, (_, j) => String(j));
    const values = names.map((_, i) => names.map((__, j) => -3.7e-7 * (i + j + 1)));
    const svg = heatMap({
      title: 'T',
      quantity: 'δS',
      rowsLabel: 'a',
      columnsLabel: 'b',
      rows: names,
      columns: names,
      values,
    });
    const powers = [...svg.matchAll(/<text x="([\d.]+)"[^>]*>([^<]*10⁻[^<]*)<\/text>/g)];
    expect(powers.length).toBeGreaterThan(2);
    for (const [, x, text] of powers) expect(Number(x) + 6.5 * text!.length).toBeLessThan(460);
  });

  test('of signed entries too fine for numbers keeps their colours', () => {
    const row = Array.from({ length: 101 }, (_, j) => j - 50);
    const map = { title: 'T', quantity: 'δS', rowsLabel: 'a', columnsLabel: 'b' };
    const names = row.map(String);
    const svg = heatMap({ ...map, rows: names, columns: names, values: row.map(() => row) });
    const fills = elementsOf(svg).filter(({ name }) => name === 'path');
    expect(fills[0]?.attributes.fill).toBe(signedRamp(-1));
    expect(fills.at(-1)?.attributes.fill).toBe(signedRamp(1));
  });
});
