import { expect, test } from 'vitest';
import { equals, type Findings } from '../../src/record/study-record.ts';
import { studyPage } from '../../src/report/study-page.ts';

const findings: Findings = {
  title: 'T',
  question: 'Q',
  answer: 'A',
  sections: [
    {
      heading: 'Lengths',
      text: 'One each.',
      exhibits: [
        {
          kind: 'table',
          caption: 'Lengths found.',
          columns: ['state', 'length', 'mixed'],
          rows: [
            ['GHZ', 1.25, 'none'],
            ['product', -8, 'none'],
            ['W', null, { shown: 'X_{0} …', whole: 'XIIZ' }],
          ],
        },
      ],
    },
  ],
  checks: [equals('length', 'closed form', 1.25, 1.25, 1e-9), equals('isometries', 'theorem', 64, 64, 0)],
  verdicts: [{ statement: 'it is long', source: 'III.A', verdict: 'fails', because: 'it is short' }],
};
const pageOf = (found: Findings): string =>
  studyPage({
    schema: 'bulkweave/study-record/1',
    versions: {},
    backend: 'cpu',
    startedAt: '2026-01-01T00:00:00.000Z',
    seconds: 1,
    experiment: { name: 'T', seed: 1 },
    findings: found,
  } as unknown as Parameters<typeof studyPage>[0]);
const page = pageOf(findings);

test('an index in a heading is set as one', () => {
  const indexed = { ...findings, sections: [{ ...findings.sections[0]!, heading: 'When: W_{4}' }] };
  expect(pageOf(indexed)).toContain('<h2>When: W<sub>4</sub></h2>');
});

test('a column of numbers is flush right with its head, one with words is not', () => {
  expect(page).toContain('<th scope="col" class="number">length</th>');
  expect(page).toContain('<td class="number">1.250</td>');
  expect(page).toContain('<th scope="col">mixed</th>');
});

test('a text too long for its cell is shown in short, with the whole as its hint', () => {
  expect(page).toContain('<td title="XIIZ">X<sub>0</sub> …</td>');
});

test('a count is whole in tables and checks, and a negative one has a minus sign', () => {
  expect(page).toContain('<td class="number">−8</td>');
  expect(page).toContain('<td>=\u00a064</td>');
});

test('tables are counted apart from figures', () => {
  const table = findings.sections[0]!.exhibits[0]!;
  const axis = (label: string) => ({ label, kind: 'linear' }) as const;
  const series = [{ name: 's', mark: 'points', points: [[0, 1]] }] as const;
  const chart = { kind: 'chart', caption: 'A chart.', x: axis('x'), y: axis('y'), series } as const;
  const mixed = pageOf({
    ...findings,
    sections: [{ heading: 'H', text: 'T', exhibits: [chart, table, chart, table] }],
  });
  const numbers = [...mixed.matchAll(/<b class="number">(.*?)<\/b>/g)].map(([, text]) => text);
  expect(numbers).toEqual(['Figure 1. ', 'Table 1. ', 'Figure 2. ', 'Table 2. ']);
  expect(page).toContain('</table></div><figcaption><b class="number">Table 1. </b>');
});

test('a verdict names its statement, its source and its reason; a check keeps a sign with its number', () => {
  expect(page).toMatch(/<cite>It is long<\/cite> \(III\.A\) — <span class="verdict poor">fails<\/span>: it is short\./);
  expect(page).toContain('<td>1.25000</td><td>=\u00a01.25</td>');
  expect(page).toContain('closed\u00a0form');
});
