import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('on six tiles all sums, samples and limits agree, and every section has its pictures', async () => {
  const findings = await findingsOf('random-network', { layers: 1, samples: 60, dense: 200 });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBe(30);
  expect(findings.answer).toMatch(/rewired/);
  const kinds = findings.sections.map(({ exhibits }) => exhibits.map(({ kind }) => kind));
  expect(kinds[1]).toEqual(['disk', 'disk', 'disk', 'chart']);
  const [wall] = findings.sections[1]!.exhibits;
  if (wall?.kind !== 'disk') throw new Error('a disk is first');
  const weights = wall.lines!.flatMap(({ weights: own }) => own ?? []);
  expect(weights.every((weight) => weight >= 0 && weight <= 1)).toBe(true);
  expect(Math.max(...weights)).toBeGreaterThan(0.5);
  // Labels where the reading as gravity is not derived.
  expect(findings.sections.filter(({ label }) => label === 'analogy').length).toBe(2);
});
