import { expect, test } from 'vitest';
import { computed } from '../../../train/compute/compute.ts';

const read = (path: string): Uint8Array => {
  throw new Error(`no file ${path}`);
};
const resultOf = async (request: object): Promise<Record<string, unknown>> =>
  (await computed({ request: 'neural-state', ...request }, { read })).result as Record<string, unknown>;

test('two spins in a field: E = −√(1 + 4h²) for h = 1', async () => {
  const found = await resultOf({ hamiltonian: { name: 'transverse-field-ising' }, qubits: 2, steps: 100 });
  expect(found.lowest).toBeCloseTo(-Math.sqrt(5), 12);
  expect(found.energy).toBeGreaterThanOrEqual(-Math.sqrt(5) - 1e-12);
  expect(found.energy).toBeCloseTo(-Math.sqrt(5), 5);
  expect(found).toMatchObject({ qubits: 2, parameters: 16, standardError: 0 });
});

test('a product state by samples, with its error; terms tell the number of qubits', async () => {
  const terms = ['XI', 'IY'].map((word) => ({ word, coefficient: -1 }));
  const asked = { model: 'autoregressive', steps: 60, samples: 200, hamiltonian: { name: 'terms', terms } };
  const found = await resultOf(asked);
  expect(found).toMatchObject({ qubits: 2, lowest: null, infidelity: null });
  expect(found.energy).toBeCloseTo(-2, 1);
  expect(await resultOf(asked)).toEqual(found);
});

test('what cannot be is told', async () => {
  const ising = { name: 'transverse-field-ising' };
  await expect(resultOf({ hamiltonian: ising })).rejects.toThrow('qubits: a number required');
  await expect(resultOf({ hamiltonian: ising, qubits: 20 })).rejects.toThrow('samples: at least 1 required');
});
