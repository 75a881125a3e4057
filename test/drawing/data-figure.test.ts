import { describe, expect, test } from 'vitest';
import { csvData, jsonData } from '../../src/drawing/chart-data.ts';
import { barFigure, chartFigure, mapFigure } from '../../src/drawing/data-figure.ts';
import type { HeatMap } from '../../src/drawing/heat-map.ts';
import { elementsOf } from './well-formed.ts';

const axis = (label: string) => ({ label, kind: 'linear' }) as const;
const saved = (markup: string) => {
  const link = elementsOf(markup).find(({ attributes }) => attributes.href?.startsWith('data:'))!;
  const [head, text] = link.attributes.href!.split(/,(.*)/s);
  return { head, name: link.attributes.download, text: decodeURIComponent(text!) };
};
const map = (values: HeatMap['values']): HeatMap => ({
  title: 'M',
  quantity: 'I (nats)',
  rowsLabel: 'a',
  columnsLabel: 'b',
  rows: values.map((_, k) => String(k)),
  columns: (values[0] ?? []).map((_, k) => String(k)),
  values,
});

describe('the numbers of a figure', () => {
  test('are saved to nine digits, quoted where a name has commas or quotes, empty where missing', () => {
    expect(csvData([['a, "b"', 1 / 3, null, Number.NaN, 'h_{P}']]).text).toBe('"a, ""b""",0.333333333,,,h_P\n');
    expect(jsonData({ x: [Math.PI] }).text).toBe('{"x":[3.14159265]}');
  });

  test('of a chart are one row for each datum, in a link that names the file by the caption', () => {
    const data = [
      { x: 1, y: 2 },
      { x: 3, y: 0.25 },
    ];
    const series = [{ name: 'S & <T> #1', colour: 'red', mark: 'line', data }] as const;
    const markup = chartFigure({ title: 'T', x: axis('x'), y: axis('S(A) (nats)'), series }, 'Entropy of half. More.');
    expect(saved(markup)).toEqual({
      head: 'data:text/csv;charset=utf-8',
      name: 'entropy-of-half.csv',
      text: 'series,x,S(A) (nats)\nS & <T> #1,1,2\nS & <T> #1,3,0.25\n',
    });
    expect(markup).toContain('download="entropy-of-half.svg"');
  });

  test('of a map are the matrix with its names, of bars the rows', () => {
    expect(
      saved(
        mapFigure(
          map([
            [1, null],
            [0, 2],
          ]),
          'Map.',
        ),
      ).text,
    ).toBe('a \\ b,0,1\n0,1,\n1,0,2\n');
    const rows = [{ name: 'X₀', hint: 'XII', values: [0.5] }];
    const bars = barFigure({ title: 'B', quantity: 'time', series: [{ name: 's', colour: 'c' }], rows }, 'Bars.');
    expect(saved(bars).text).toBe(',time\nXII,0.5\n');
  });
});

describe('what would show nothing', () => {
  test('a chart without a datum on its axes is left out', () => {
    const series = [{ name: 's', colour: 'red', mark: 'line', data: [{ x: 1, y: -1 }] }] as const;
    const y = { label: 'y', kind: 'log' } as const;
    expect(chartFigure({ title: 'T', x: axis('x'), y, series }, 'Empty.')).toBe('');
  });

  test('a map of equal entries is a sentence, one without entries is left out', () => {
    const equal = mapFigure(
      map([
        [null, 0.5],
        [0.5, null],
      ]),
      'Information. Of sites.',
    );
    expect(equal).toBe('<p class="constant">Information: all entries are equal, I (nats) = 0.500.</p>');
    const near = mapFigure(map([[0.5, 0.505]]), 'Information. Of sites.');
    expect(near).toBe('<p class="constant">Information: all entries lie between 0.5000 and 0.5050, I (nats).</p>');
    expect(mapFigure(map([[null, null]]), 'None.')).toBe('');
    expect(mapFigure(map([[0, 1e-3]]), 'Some.')).toContain('<svg');
  });
});
