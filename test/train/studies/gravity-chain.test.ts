import { expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { matrixProductState } from '../../../models/matrix-product-state.ts';
import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import { areaOf, areasOfCuts } from '../../../src/gravity/area-table.ts';
import { additiveCuts, bondAreas } from '../../../train/studies/gravity-chain/additive-cuts.ts';
import { firstLawOfTarget } from '../../../train/studies/gravity-chain/first-law.ts';
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
  networkBond: 2,
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
  const kinds = findings.sections.find(({ heading }) => heading === 'Networks of one state')!.exhibits;
  const tableOf = (state: RegExp) => {
    const found = kinds.find(({ kind, caption }) => kind === 'table' && state.test(caption));
    if (found?.kind !== 'table') throw new Error('a table required');
    return found;
  };
  const [hopping, critical] = [tableOf(/: Hopping/), tableOf(/: Critical/)];
  expect(hopping.columns.length).toBeLessThan(10); // no wider than the page
  const rowsOf = (network: RegExp, { rows }: typeof hopping) => rows.filter((row) => network.test(`${row[0]}`));
  expect(rowsOf(/^matrix-product state, .*tensors$/, hopping)).toHaveLength(2);
  expect(rowsOf(/Gaussian gates/, hopping)).toHaveLength(2);
  expect(rowsOf(/tree/, critical)).toHaveLength(2);
  expect(hopping.caption).toContain('A MERA, not learned: the Gaussian MERA');
  expect(critical.caption).toContain('A MERA, not learned: the MERA has a power of two of sites, not 6.');
  const theorems = findings.checks.filter(({ statement }) => /of the matrix-product state/.test(statement));
  expect(theorems.length).toBeGreaterThan(3);
  expect(findings.checks.filter(({ statement }) => /^Δ⟨K⟩.*, /.test(statement)).length).toBeGreaterThan(1);
  const exhibits = findings.sections.flatMap((section) => section.exhibits);
  expect(new Set(exhibits.map(({ kind }) => kind))).toEqual(new Set(['table', 'chart', 'heat-map']));
  for (const map of exhibits) {
    if (map.kind !== 'heat-map') continue;
    expect(map.values.flat().some((value) => value !== null)).toBe(true);
  }
});

/** The critical Ising ring of 8 with stronger bonds and fields around one place. */
const bumpOfEnergy = Array.from({ length: 8 }, (_, j) => {
  const strength = (x: number): number => -1 - 0.2 * Math.exp(2 * (Math.cos((2 * Math.PI * x) / 8) - 1));
  const word = (letters: Readonly<Record<number, string>>): string =>
    Array.from({ length: 8 }, (__, k) => letters[k] ?? 'I').join('');
  return [
    { word: word({ [j]: 'Z', [(j + 1) % 8]: 'Z' }), coefficient: strength(j + 0.5) },
    { word: word({ [j]: 'X' }), coefficient: strength(j) },
  ];
}).flat();

test('a bump of energy moves as a wave at the speed 2, in an evolution of one’s own', async () => {
  const evolution = (field: number) => ({
    curve: {
      name: 'quench',
      initial: { name: 'ground-state', qubits: 8, hamiltonian: { terms: bumpOfEnergy } },
      hamiltonian: { name: 'transverse-field-ising', lattice: 'ring', field },
      times: { from: 0, to: 1, count: 5 },
    },
  });
  const wave = async (field: number) => {
    const options = { targets: [], matter: small.matter, columns: 8, rows: 6, evolution: evolution(field) };
    const { sections, verdicts } = await findingsOf('gravity-chain', options);
    const [map, table] = sections.find(({ heading }) => heading === 'Your evolution in time')!.exhibits;
    if (map?.kind !== 'map' || table?.kind !== 'table') throw new Error('a map and a table required');
    expect(map.rows.map(({ values }) => values.length)).toEqual([8, 8, 8, 8, 8]);
    return { row: table.rows[0]!, verdict: verdicts.find(({ statement }) => /^Changes/.test(statement))! };
  };
  const critical = await wave(1);
  expect(critical.row[0]).toBeCloseTo(2, 0);
  expect(critical.row[1]).toBeLessThan(0.05);
  expect(critical.verdict.verdict).toBe('holds in part');
  const quenched = await wave(3); // all of the ring is excited
  expect(quenched.row[1]).toBeGreaterThan(0.5);
});

test('an evolution at uneven times is refused', async () => {
  const times = [0, 0.1, 0.3];
  const curve = {
    name: 'quench',
    initial: { name: 'ghz', qubits: 6 },
    hamiltonian: { name: 'transverse-field-ising' },
    times,
  };
  await expect(findingsOf('gravity-chain', { targets: [], evolution: { curve } })).rejects.toThrow(
    'three rising times at least in equal steps required, got [0,0.1,0.3]',
  );
});

test('a state too small for an interval and its neighbours is refused by its place', async () => {
  const few = { ...small, targets: [{ state: { name: 'ghz', qubits: 4, symmetric: false } }] };
  await expect(findingsOf('gravity-chain', few)).rejects.toThrow('targets.0: at least 6 sites required, got 4');
});

test('cuts of equal bonds add where an interval and the rest are long enough, and only there', () => {
  const [n, f] = [12, Math.LN2];
  const ring = matrixProductState(new Array<number>(n).fill(2), { bond: 2, boundary: 'periodic' });
  const areas = areasOfCuts(bulkGraph(ring), { ring: true });
  for (let length = 1; length < n; length++) {
    expect(areaOf(areas, 5, length)).toBeCloseTo(Math.min(2, length, n - length) * f, 12);
  }
  const found = additiveCuts(areas, new Array<number>(n + 1).fill(f), 2);
  expect(found).toMatchObject({ intervals: 120, covered: 7 * n });
  expect(found.greatest).toBeLessThan(1e-12);
  const density = 2 * areaOf(areas, 0, 2) - areaOf(areas, 0, 1) - areaOf(areas, 0, 3);
  expect(density).toBeCloseTo(f, 12);
});

test('bonds of an open chain that grow by log d from its ends have additive cuts up to the ends', () => {
  const n = 10;
  const chain = matrixProductState(new Array<number>(n).fill(2), { bond: 4 });
  const bonds = bondAreas(chain)!;
  expect(bonds.map((f) => f / Math.LN2)).toEqual([0, 1, 2, 2, 2, 2, 2, 2, 2, 1, 0].map((k) => expect.closeTo(k, 12)));
  const found = additiveCuts(areasOfCuts(bulkGraph(chain)), bonds, 2);
  expect(found.intervals).toBe(36);
  expect(found.covered).toBeGreaterThan(0);
  expect(found.greatest).toBeLessThan(1e-12);
  const steep = bonds.map((f, k) => (k === 5 ? 9 : f));
  expect(additiveCuts(areasOfCuts(bulkGraph(chain)), steep, 2).covered).toBe(0);
});

test('a push outside one half of GHZ makes its two probabilities ½(1 ± tanh(2ε)/√2)', () => {
  for (const { size, entropyChange, modularChange, relativeEntropy } of firstLawOfTarget(ghz(6))!) {
    const p = (1 + Math.tanh(2 * size) / Math.SQRT2) / 2;
    const entropy = -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    expect(entropyChange).toBeCloseTo(entropy - Math.LN2, 12);
    expect(relativeEntropy).toBeCloseTo(Math.LN2 - entropy, 12);
    expect(modularChange).toBeCloseTo(0, 12);
  }
});
