import { expect, test } from 'vitest';
import { hexagonSurfaces } from '../../../train/studies/surface-states/hexagon-surfaces.ts';
import { failures, findingsOf } from './found.ts';

test('two rings of hexagons and two qubits: surfaces have their cuts, times their states, families their curvature', async () => {
  const options = { layers: 2, surfaces: 10, qubits: 2, slices: 4, starts: 1 };
  const findings = await findingsOf('surface-states', options);
  expect(failures(findings)).toEqual([]);
  expect(findings.checks.length).toBe(10);
  expect(findings.sections[0]!.exhibits[0]!.kind).toBe('disk');
});

test('a horseshoe of seven tiles has a shortcut of two bits for four, one of nine of one for five', () => {
  const steps = hexagonSurfaces(3, 0, 1);
  const next = steps.next();
  if (!next.done) throw new Error('no progress is reported for no random surface');
  const areas = next.value.map(({ legs, area, least, convex }) => [legs, area, least, convex]);
  expect(areas.slice(3)).toEqual([
    [22, 22, 22, true],
    [30, 30, 28, false],
    [38, 38, 34, false],
  ]);
});
