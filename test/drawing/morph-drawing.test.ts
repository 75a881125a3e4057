import { expect, test } from 'vitest';
import { exhibitFigure } from '../../src/drawing/exhibit.ts';
import type { MorphExhibit } from '../../src/record/study-record.ts';

const exhibit: MorphExhibit = {
  kind: 'morph',
  caption: 'A line. It moves.',
  rows: [
    {
      name: 'line',
      window: [0, 0, 2, 1],
      frames: [0, 1].map((t) => ({
        name: `t = ${t}`,
        lines: [
          {
            mark: 'grid',
            points: [
              [0, 0.5],
              [2, 0.5 + t / 2],
            ],
          },
        ],
        points: [[1, 0.5]],
        picture: { rows: 1, columns: 2, ink: [0, 1] },
      })),
    },
  ],
};

test('frames stand side by side, with lines, points and pictures in units of the window', () => {
  const svg = exhibitFigure(exhibit);
  expect(svg.match(/<image /g)).toHaveLength(2);
  expect(svg.match(/<circle /g)).toHaveLength(2);
  expect(svg).toContain('M0 43L172 43'); // y = ½ of a window of height 1, drawn 172 wide and 86 high
  expect(svg).toContain('M0 43L172 86');
  expect(svg).toContain('<svg x="182" y="24" width="172" height="86"'); // the second frame begins 10 further
  expect(svg).toContain('t = 1');
});
