import { expect, test } from 'vitest';
import { kronecker } from '../../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { fidelity } from '../../../src/state/fidelity.ts';
import { reducedDensityMatrix } from '../../../src/state/reduced-density-matrix.ts';
import { applied, branches, entangle, scramble } from '../../../train/studies/teleportation-protocol.ts';
import { failures, findingsOf } from './found.ts';

test('teleportation returns to the same geometry with Tod and Bob exchanged', async () => {
  const findings = await findingsOf('teleportation', { inputs: 3, slices: 4, starts: 1 });
  expect(failures(findings)).toEqual([]);
  const outcomes = findings.sections[1]!.exhibits[0]!;
  if (outcomes.kind !== 'table') throw new Error('a table');
  expect(outcomes.rows).toHaveLength(4);
  for (const row of outcomes.rows) {
    expect(row[3]).toBe(0);
    expect(row[5]).toBeLessThan(1 - 1e-6); // without a permutation the state is another
    expect(row[10]).toBeCloseTo(1, 10);
  }
});

test('each outcome leaves at Bob what Tod had, up to the Pauli word of the outcome', async () => {
  const input = randomVector(2, randomStream(5, 'input'));
  const column = { rows: 2, cols: 1, interleaved: input.interleaved };
  const zeros = { rows: 4, cols: 1, interleaved: Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0) };
  const { interleaved } = kronecker(column, zeros);
  const psi = applied([...entangle(3, 1), ...scramble(3, 0)], { length: 8, interleaved });
  for (const { corrected, measured, tod, alice } of branches(psi, 0)) {
    expect(fidelity(reducedDensityMatrix(corrected, [2, 2, 2], [2]), input)).toBeCloseTo(1, 12);
    const raw = fidelity(reducedDensityMatrix(measured, [2, 2, 2], [2]), input);
    if (tod === 1 && alice === 1) expect(raw).toBeCloseTo(1, 12);
    else expect(raw).toBeLessThan(0.999);
  }
});
