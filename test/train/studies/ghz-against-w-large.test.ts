import { expect, test } from 'vitest';
import { growthLaws } from '../../../train/studies/ghz-against-w-large/growth-law.ts';
import { failures, findingsOf } from './found.ts';

test('few qubits tell GHZ from W, and no length is n', async () => {
  const options = {
    ghz: [3, 4, 5, 6],
    w: [3, 4, 5, 6],
    types: [0],
    slices: 4,
    doublings: 0,
    starts: 1,
    furtherStarts: 0,
    grownFrom: [],
    grown: [8],
    newtonSteps: 3,
    first: [4],
  };
  const findings = await findingsOf('ghz-against-w-large', options);
  expect(failures(findings)).toEqual([]);
  expect(findings.verdicts[0]).toMatchObject({ statement: 'the complexity of GHZ_n is n', verdict: 'fails' });
  const table = findings.sections[2]!.exhibits[0]!;
  if (table.kind !== 'table') throw new Error(table.kind);
  expect(table.rows).toHaveLength(8);
  const grown = findings.sections[3]!.exhibits[0]!;
  if (grown.kind !== 'table') throw new Error(grown.kind);
  const [eight] = grown.rows.map((row) => row as number[]);
  // grown from GHZ₃ without a field, 1.211878: √(1.211878² + (π/4)²) + π/4·√(5/3)
  expect(eight![4]).toBeLessThan(2.4581);
  expect(eight![6]).toBeLessThan(1e-9);
}, 600_000);

test('laws of growth are told apart', () => {
  const sizes = [4, 8, 16, 32, 64];
  const [logarithm] = growthLaws(
    sizes,
    sizes.map((n) => 0.5 + 0.9 * Math.log(n)),
  );
  expect(logarithm).toMatchObject({ law: 'a + b·ln n', a: expect.closeTo(0.5, 10), b: expect.closeTo(0.9, 10) });
  const [power, other] = growthLaws(
    sizes,
    sizes.map((n) => 0.7 * n ** 0.55),
  );
  expect(power).toMatchObject({ law: 'a·n^b', a: expect.closeTo(0.7, 10), b: expect.closeTo(0.55, 10) });
  expect(other!.deviation).toBeGreaterThan(0.02);
  const proportional = growthLaws(
    sizes,
    sizes.map((n) => 0.3 * n),
  ).find(({ law }) => law === 'a·n')!;
  expect(proportional.a).toBeCloseTo(0.3, 12);
  expect(proportional.deviation).toBeLessThan(1e-12);
});
