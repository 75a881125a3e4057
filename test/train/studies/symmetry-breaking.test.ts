import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('GHZ₃ and W₃ keep their symmetry, and two blocks of GHZ₃ have nothing shorter', async () => {
  const findings = await findingsOf('symmetry-breaking', { ghz: [], w: [3], settled: [3], slices: 4 });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBeGreaterThan(3);
  expect(findings.answer).toContain('W_{3} keeps it (0.934661)');
  const [w, ghz] = findings.sections.map(({ exhibits }) => exhibits);
  expect(w![0]).toMatchObject({
    kind: 'table',
    rows: [['3', '–', 'all symmetric', expect.closeTo(0.934661, 5)]].map((row) => expect.arrayContaining(row)),
  });
  expect(ghz!.map(({ kind }) => kind)).toEqual(['table', 'graph']);
}, 180_000);
