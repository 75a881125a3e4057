import { expect, test } from 'vitest';
import { failures, findingsOf } from './found.ts';

test('32 sites: causality in every circuit, dual-unitary gates tight, speeds of sin θ', async () => {
  const findings = await findingsOf('two-spacetimes', { sites: 32, layers: 100, qubits: 24, learned: 4 });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks).toHaveLength(11);
  expect(findings.sections[1]!.exhibits.map(({ kind }) => kind)).toEqual(['heat-map', 'heat-map', 'heat-map']);
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['holds in part', 'holds', 'fails', 'analogy']);
});

const ghzProgram = (qubits: number): string =>
  `OPENQASM 3; include "stdgates.inc"; qubit[${qubits}] q; h q[0]; for int k in [0:${qubits - 2}] { cx q[k], q[k + 1]; }`;
/** Eight layers of hopping gates on sites of which every second is occupied: free fermions by their words XX and YY. */
const hopping = (qubits: number): string => {
  const bonds = (first: number) =>
    Array.from({ length: Math.floor((qubits - first) / 2) }, (_, k) => {
      const pair = `q[${first + 2 * k}],q[${first + 2 * k + 1}]`;
      return `rxx(0.9) ${pair}; ryy(0.9) ${pair};`;
    }).join(' ');
  const occupied = Array.from({ length: qubits >> 1 }, (_, k) => `x q[${2 * k}];`).join(' ');
  const layers = Array.from({ length: 8 }, (_, layer) => bonds(layer % 2)).join('\n');
  return `OPENQASM 2.0; include "qelib1.inc"; qreg q[${qubits}]; ${occupied}\n${layers}`;
};

test('own circuits: GHZ by CNOT gates is tight, a Trotter circuit of a file and free fermions keep causality', async () => {
  const findings = await findingsOf('two-spacetimes-own', {
    circuits: [
      { name: 'GHZ', program: ghzProgram(40) },
      { path: 'examples/kicked-ising.qasm' },
      { name: 'hopping', program: hopping(20) },
    ],
    curve: undefined,
  });
  expect(failures(findings)).toEqual([]);
  expect(findings.checks).toHaveLength(3);
  expect(findings.sections.map(({ heading }) => heading)).toEqual(['Your circuits']);
  const [agreement] = findings.sections[0]!.exhibits;
  if (agreement?.kind !== 'table') throw new Error('a table of agreement');
  // All 40·39/2 pairs share ln 2 as soon as the CNOT gate that joins the second of them has acted.
  expect(agreement.rows[0]!.slice(3, 9)).toEqual([780, 780, 780, 0, 1, 0]);
  expect(findings.verdicts[0]!.verdict).toBe('holds');
  expect(findings.verdicts[1]!.verdict).toBe('holds in part');
});

test('an own curve of learned circuits: what is not entangled never arrives', async () => {
  // Two pairs that turn without knowing of each other: (0, 1) and (2, 3).
  const terms = ['XXII', 'IIXX'].map((word) => ({ word, coefficient: 1 }));
  const findings = await findingsOf('two-spacetimes-own', {
    circuits: [],
    curve: {
      name: 'quench',
      initial: { name: 'product', qubits: 4, polar: 0 },
      hamiltonian: { terms },
      times: [0.2, 0.4],
    },
  });
  const maps = findings.sections[0]!.exhibits.filter(({ kind }) => kind === 'heat-map');
  expect(maps[0]).toMatchObject({
    values: [
      [0, 0.2, null, null],
      [0.2, 0, null, null],
      [null, null, 0, 0.2],
      [null, null, 0.2, 0],
    ],
  });
  expect(findings.verdicts.map(({ verdict }) => verdict)).toEqual(['analogy']);
});

test('what is too large, mixed or not there is refused by its place', async () => {
  const ask = (options: object) => findingsOf('two-spacetimes-own', { circuits: [], curve: undefined, ...options });
  const tilted = ghzProgram(15).replace('h q[0]', 'rx(0.3) q[0]; rz(0.4) q[0]; rx(0.2) q[0]');
  await expect(ask({ circuits: [{ program: ghzProgram(3) }, { program: tilted }] })).rejects.toThrow(
    'circuits.1: circuitFrames: at most 14 qubits, free fermions or Clifford gates required, got 15 qubits',
  );
  await expect(ask({ circuits: [{ program: ghzProgram(500) }] })).rejects.toThrow(
    'circuits.0: 2 … 400 qubits required, got 500',
  );
  const zero = { name: 'product', qubits: 2, polar: 0 };
  const mixture = { name: 'interpolation', from: zero, to: { name: 'ghz', qubits: 2 }, path: 'mixture', times: [0.5] };
  await expect(ask({ curve: mixture })).rejects.toThrow('curve: pure states required, got the mixed state');
  const large = { ...mixture, from: { ...zero, qubits: 9 }, to: { name: 'ghz', qubits: 9, symmetric: false } };
  await expect(ask({ curve: large })).rejects.toThrow('curve: 2 … 8 qubits required');
  await expect(ask({})).rejects.toThrow('circuits or a curve required');
});

test('own circuits stand before those that come with the study', async () => {
  const few = { sites: 16, layers: 16, qubits: 20, learned: 4 };
  const circuits = [{ name: 'GHZ', program: ghzProgram(4) }];
  const findings = await findingsOf('two-spacetimes', { ...few, circuits });
  expect(findings.sections.map(({ heading }) => heading).slice(0, 2)).toEqual([
    'Your circuits',
    'Fermions under a brickwork of gates',
  ]);
  expect(findings.answer).toMatch(
    /^GHZ: pasts of 6 pairs meet, 6 share information, 6 at once and 0 before.*In a brickwork/,
  );
  expect(findings.verdicts).toHaveLength(5);
});
