import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

const small = {
  targets: [
    {
      name: 'hopping',
      state: {
        name: 'gaussian-ground-state',
        qubits: 18,
        hamiltonian: { name: 'hopping', lattice: 'ring' },
      },
      reference: { name: 'gaussian-thermal', qubits: 18, beta: 40, hamiltonian: { name: 'hopping', lattice: 'ring' } },
      centralCharge: 1,
      shortest: 2,
    },
    {
      name: 'critical Ising',
      state: { name: 'ground-state', qubits: 6, hamiltonian: { name: 'transverse-field-ising', lattice: 'ring' } },
      centralCharge: 0.5,
    },
    { state: { name: 'ghz', qubits: 8, symmetric: false } },
    { state: { name: 'stabiliser-graph', qudits: 9, lattice: 'chain' }, ring: false, centralCharge: 1, margin: 1 },
    {
      state: { name: 'thermal', qubits: 6, beta: 1, hamiltonian: { name: 'transverse-field-ising', lattice: 'ring' } },
    },
  ],
  layers: 3,
  steps: 60,
  geodesic: false,
  matter: { sites: 42, size: 0.02, width: 5 },
  columns: 8,
  rows: 6,
};

test('critical states pass, their networks, GHZ and cluster states do not, and a bump of mass has a curvature', async () => {
  const findings = await findingsOf('gravity-chain', small);
  expect(failures(findings)).toEqual([]);
  const verdictOf = (statement: RegExp) => findings.verdicts.filter((one) => statement.test(one.statement));
  const states = verdictOf(/^The entropies of the state/);
  expect(states.map(({ verdict }) => verdict !== 'fails').slice(0, 4)).toEqual([true, true, false, false]);
  const networks = verdictOf(/^The geometry of the network/);
  expect(networks.length).toBeGreaterThan(3);
  expect(networks.every(({ verdict }) => verdict === 'fails')).toBe(true);
  expect(states[2]!.because).toContain('q is not defined');
  const exhibits = findings.sections.flatMap((section) => section.exhibits);
  expect(new Set(exhibits.map(({ kind }) => kind))).toEqual(new Set(['table', 'chart', 'heat-map']));
  for (const map of exhibits) {
    if (map.kind !== 'heat-map') continue;
    expect(map.values.flat().some((value) => value !== null)).toBe(true);
  }
});

test('a state too small for an interval and its neighbours is refused by its place', async () => {
  const few = { ...small, targets: [{ state: { name: 'ghz', qubits: 4, symmetric: false } }] };
  await expect(findingsOf('gravity-chain', few)).rejects.toThrow('targets.0: at least 6 sites required, got 4');
});
