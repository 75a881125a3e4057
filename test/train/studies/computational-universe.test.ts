import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('brickwork to 24 layers, a circuit of one’s own, 256 histories', async () => {
  const program = 'OPENQASM 2.0; include "qelib1.inc"; qreg q[3]; h q[0]; cx q[0],q[1]; cx q[1],q[2];';
  const findings = await findingsOf('computational-universe', { layers: 24, scatterings: 8, circuits: [{ program }] });
  expect(failures(findings)).toEqual([]);
  expect(findings.answer).toContain('the sum over its 256 histories');
  expect(findings.sections[0]!.exhibits.find(({ kind }) => kind === 'table')).toMatchObject({
    rows: [['circuit 1', 3, 2, 1, 2, 1, 0, 'too small'], {}, {}, {}],
  });
});
