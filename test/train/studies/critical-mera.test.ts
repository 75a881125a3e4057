import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('the critical Ising chain has its exponents and is a code with the least of them; a wrong fixed point is recognised', async () => {
  const findings = await findingsOf('critical-mera', { bonds: [4], potts: 3, xx: 3, layers: 12, scales: 4 });
  expect(failures(findings)).toEqual([]);
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['holds', 'holds in part', 'analogy']);
  const [spectrum, , code] = findings.sections;
  const tower = spectrum!.exhibits[0]!;
  if (tower.kind !== 'tower') throw new Error('the spectrum is a tower');
  expect(tower.sectors.map(({ name }) => name)).toEqual(['local', 'twisted']);
  expect(code!.label).toBe('analogy');
  expect(code!.exhibits.map(({ kind }) => kind)).toEqual(['chart', 'table', 'scale']);
});
