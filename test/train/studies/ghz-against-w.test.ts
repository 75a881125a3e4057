import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('GHZ and W are told apart by what is left after a loss and by what a pair shares', async () => {
  const findings = await findingsOf('ghz-against-w', { qubits: [3], slices: 4, starts: 1 });
  expect(failures(findings)).toEqual([]);
  const rows = (heading: string) => {
    const section = findings.sections.find((one) => one.heading === heading);
    return section!.exhibits.flatMap((exhibit) => (exhibit.kind === 'table' ? exhibit.rows : []));
  };
  const [ghz, w] = rows('Merging B and C') as [readonly number[], readonly number[]];
  expect(ghz[1]).toBeCloseTo(1 / 2, 12);
  expect(ghz[2]).toBeCloseTo(0, 12);
  expect(w[1]).toBeCloseTo(Math.SQRT2 / 3, 12);
  expect(w[2]).toBeCloseTo((Math.sqrt(5) - 1) / 6, 12);
  const [ghzLost, wLost] = rows('Loss of a qubit') as [readonly number[], readonly number[]];
  expect(ghzLost[3]).toBeCloseTo(0, 12);
  expect(wLost[3]).toBeCloseTo(2 / 3, 12);
  const [plus, minus] = rows('The ancilla of Fig. 2') as [readonly number[], readonly number[]];
  expect(plus[2]).toBeCloseTo(1, 10);
  expect(minus[2]).toBeCloseTo(0, 10); // the outcome − needs its correction
  expect(minus[3]).toBeCloseTo(1, 10);
});
