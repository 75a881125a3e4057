/** @file Geodesics to random targets and to gates, at full size. Prints the tables of docs/geodesics.md. */

import { expect, test } from 'vitest';
import { logarithmicMap, logarithmicMaps } from '../../src/geodesic/unitary/logarithmic-map.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { CCZ, CNOT, fourier, permutation, SWAP, TOFFOLI } from '../geodesic/unitary/unitaries.ts';

/** Starts of each gate, and scouts for each start. */
const [STARTS, SCOUTS] = [Number(process.env.BULKWEAVE_STARTS ?? 4), Number(process.env.BULKWEAVE_SCOUTS ?? 16)];

const FREDKIN = permutation([0, 1, 2, 3, 4, 6, 5, 7]);

/** How many random targets of each kind; BULKWEAVE_TARGETS overrides it. */
const TARGETS = Number(process.env.BULKWEAVE_TARGETS ?? 50);

/** The rows of docs/geodesics.md. */
test.each([
  [2, 1],
  [2, 4],
  [2, 10],
  [2, 100],
  [3, 1],
  [3, 4],
  [3, 10],
  [3, 100],
  [3, Infinity],
])(
  'random targets of %d qubits at penalty %d are reached',
  (qubits, penalty) => {
    const began = performance.now();
    const lengths: number[] = [];
    let minima = 0;
    let residual = 0;
    let starts = 0;
    let arrived = 0;
    for (let seed = 0; seed < TARGETS; seed++) {
      const V = randomUnitary(2 ** qubits, randomStream(seed, 'target'));
      const { value, result } = logarithmicMap({ maxSize: qubits - 1, penalty }, V, {
        starts: 2,
        branches: qubits === 2 ? 2 : 0,
        slicedLengths: false,
      });
      const { certificate } = value;
      starts += certificate.starts.length;
      arrived += certificate.starts.filter(({ length }) => length !== null).length;
      if (result !== 'converged' || !/minimum|least/.test(certificate.status)) continue;
      lengths.push(value.length);
      if (certificate.conjugatePoints === 0) minima++;
      residual = Math.max(residual, certificate.residual ?? 0);
    }
    const mean = lengths.reduce((sum, x) => sum + x, 0) / lengths.length;
    const seconds = (performance.now() - began) / 1000 / TARGETS;
    const row = [
      `SU(${2 ** qubits})`,
      penalty,
      `${lengths.length} of ${TARGETS}`,
      minima,
      `${arrived} of ${starts}`,
      residual.toExponential(0),
      mean.toFixed(3),
      `${seconds.toFixed(1)} s`,
    ];
    console.log(`| ${row.join(' | ')} |`);
    expect(lengths.length).toBeGreaterThanOrEqual(0.9 * TARGETS);
    expect(residual).toBeLessThan(1e-9);
  },
  3_600_000,
);

/** The gates of docs/geodesics.md; BULKWEAVE_STARTS and BULKWEAVE_SCOUTS override their numbers. */
test.each([
  ['CNOT', CNOT, 10],
  ['SWAP', SWAP, 10],
  ['QFT₄', fourier(4), 10],
  ['CCZ', CCZ, 10],
  ['CCZ', CCZ, Infinity],
  ['Toffoli', TOFFOLI, 10],
  ['Toffoli', TOFFOLI, Infinity],
  ['Fredkin', FREDKIN, 10],
  ['Fredkin', FREDKIN, Infinity, { starts: 24, scouts: 1 }],
  ['QFT₈', fourier(8), 10],
  ['QFT₈', fourier(8), Infinity],
] as const)(
  '%s has a geodesic without conjugate points (case %#)',
  (name, V, penalty, search: { starts: number; scouts: number } = { starts: STARTS, scouts: SCOUTS }) => {
    const began = process.cpuUsage();
    const maxSize = Math.log2(V.rows) - 1;
    const options = { ...search, branches: 1, slicedLengths: false };
    const { value, result } = logarithmicMap({ maxSize, penalty }, V, options);
    const { starts, conjugatePoints, end, corank, histogram } = value.certificate;
    const arrived = starts.filter(({ length }) => length !== null).length;
    const descents = starts.filter(({ start }) => start.startsWith('descended')).length;
    const found = histogram.map(({ length, count }) => `${length.toFixed(4)} (${count})`).join(', ');
    const { user, system } = process.cpuUsage(began);
    const seconds = ((user + system) / 1e6).toFixed(1);
    const row = [
      name,
      penalty,
      value.length.toFixed(6),
      conjugatePoints,
      `${end?.multiplicity} / ${end?.symmetries} / ${end?.family}`,
      corank,
      `${arrived} of ${starts.length}`,
      descents,
      found,
      `${seconds} s`,
    ];
    console.log(`| ${row.join(' | ')} |`);
    expect(result).toBe('converged');
    expect(value.certificate.status).toMatch(/^(certified local minimum|least length)/);
  },
  600_000,
);

test('CCZ, followed up and down the penalties', () => {
  const penalties = [2, 4, 10, 30, 100, Infinity];
  const metrics = penalties.map((penalty) => ({ maxSize: 2, penalty }));
  const found = logarithmicMaps(metrics, CCZ, { starts: 4, branches: 1, slicedLengths: false });
  found.forEach(({ value }, k) => {
    const { conjugatePoints, end } = value.certificate;
    const row = [penalties[k], value.length.toFixed(6), conjugatePoints, end?.multiplicity, end?.family];
    console.log(`| ${row.join(' | ')} |`);
  });
  const lengths = found.map(({ value }) => value.length);
  expect([...lengths].sort((a, b) => a - b)).toEqual(lengths);
  for (const { value } of found) expect(value.certificate.conjugatePoints).toBe(0);
}, 1_800_000);
