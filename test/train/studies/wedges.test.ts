import { expect, test } from 'vitest';
import { pentagonCode } from '../../../train/studies/pentagon-code.ts';
import { arcPairs } from '../../../train/studies/wedges/measured-wedges.ts';
import { failures, findingsOf } from './found.ts';

test('one ring of pentagons: wedges grow from causal to exact, and no tile is on both sides', async () => {
  const findings = await findingsOf('wedges', { layers: 1, arcs: 40, regions: 40 });
  expect(failures(findings).filter((text) => !text.includes('only together'))).toEqual([]);
  expect(findings.checks.length).toBe(9);
  const [disk, chart] = findings.sections[0]!.exhibits;
  expect([disk?.kind, chart?.kind]).toEqual(['disk', 'chart']);
});

test('on 55 sites some pairs of arcs see 14 tiles apart and 18 together', () => {
  const { gaining, best } = arcPairs(pentagonCode(2));
  expect(gaining).toContainEqual({ apart: 14, together: 18, pairs: expect.any(Number) });
  expect(best.joint.length - best.separate.length).toBe(gaining[0]!.together - gaining[0]!.apart);
});
