import { expect, test } from 'vitest';
import { agreementOf } from '../../../train/studies/discrete-switchback/heat.ts';
import { failures, findingsOf } from './found.ts';

test('walks and precursors on 3 qubits, epidemics, and three pairs of thermal qubits', async () => {
  const options = { qubits: 3, large: 4, steps: 100, samples: 200, scramblers: [8, 32], cases: 3 };
  const findings = await findingsOf('discrete-switchback', options);
  expect(failures(findings)).toEqual([]);
  expect(findings.sections.map(({ heading }) => heading)).toEqual([
    'Growth and saturation',
    'Switchback',
    'Spreading, and what cancels',
    'Two thermal qubits',
  ]);
  expect(findings.verdicts.map(({ verdict }) => verdict).slice(0, 2)).toEqual(['holds in part', 'holds']);
});

test('agreement of arrows: cases by hand, and the chance of a fair coin', () => {
  const cases = [
    { heat: -1, slope: 1 },
    { heat: -2, slope: 1 },
    { heat: 1, slope: -1 },
    { heat: -1, slope: -1 },
  ];
  // 3 of 4 agree: P(≥ 3 of 4) = 5/16. Signs are − and + in 3/4 and 1/2: 3/4 · 1/2 + 1/4 · 1/2.
  expect(agreementOf(cases)).toEqual({ cases: 4, share: 0.75, chance: 5 / 16, exchanged: 0.5, reversed: 0.25 });
});
