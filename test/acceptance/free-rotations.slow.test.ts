/** @file Three spins in a chain with free and with light rotations, against closed forms. Prints a table of docs/geodesics.md. */

import { expect, test } from 'vitest';
import { logarithmicMap } from '../../src/geodesic/unitary/logarithmic-map.ts';
import { evolution } from '../geodesic/unitary/unitaries.ts';

test.each([
  [0.125, 0],
  [0.25, 0],
  [0.5, 0],
  [2 - Math.SQRT2, 0],
  [0.75, 0],
  [1, 0],
  [0.25, 0.001],
  [0.25, 0.01],
  [0.25, 0.1],
])(
  'exp(−iκπ/4·ZZZ), κ = %d, words of one qubit weigh %d',
  (kappa, w1) => {
    const theta = (kappa * Math.PI) / 4;
    const V = evolution({ qubits: 3, terms: [{ word: 'ZZZ', coefficient: theta }] });
    const metric = { maxSize: 2, maxRange: 1, sizeWeights: [w1, 1], penalty: Infinity };
    const began = process.cpuUsage();
    const options = { starts: 4, branches: 0, conjugatePoints: false, slicedLengths: false };
    const { value, result } = logarithmicMap(metric, V, options);
    const { user, system } = process.cpuUsage(began);
    const turned = Math.sqrt(2 * theta * (Math.PI - theta) + w1 * theta ** 2);
    const found = value.certificate.histogram.map(({ length, count }) => `${length.toFixed(4)} (${count})`).join(', ');
    const row = [
      kappa.toFixed(3),
      w1,
      value.length.toFixed(6),
      turned.toFixed(6),
      value.certificate.residual?.toExponential(0),
      found,
      `${((user + system) / 1e6).toFixed(1)} s`,
    ];
    console.log(`| ${row.join(' | ')} |`);
    expect(result).toBe('converged');
    expect(Math.abs(value.length - Math.min(turned, w1 === 0 ? Math.PI / 2 : Infinity))).toBeLessThan(1e-7);
  },
  900_000,
);
