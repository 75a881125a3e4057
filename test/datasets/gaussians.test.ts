import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type TargetSpec, targetOfSpec, targetSpec, writeNpy, writeNpz } from '../../datasets/index.ts';
import { gaussianEntropy } from '../../src/gaussian/entropies.ts';
import { occupations } from '../../src/gaussian/parity.ts';
import { regionEntropies } from '../../src/generative/generated-entropies.ts';
import { asPure, fermionsOf } from '../../src/generative/state-rules.ts';
import type { FermionState } from '../../src/generative/target-state.ts';
import { transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { expectation } from '../../src/operator/pauli-sum.ts';
import { denseGroundState } from '../helpers/dense-fermions.ts';

const real = (rows: readonly (readonly number[])[]) => ({
  shape: [rows.length, rows[0]!.length],
  interleaved: Float64Array.from(rows.flat().flatMap((x) => [x, 0])),
});
const FILES: Readonly<Record<string, Uint8Array>> = {
  'gamma.npy': writeNpy(
    real([
      [0, -0.6],
      [0.6, 0],
    ]),
  ),
  'c.json': strToU8('{"re": [[0.5, 0], [0, 0.5]], "im": [[0, 0.5], [-0.5, 0]]}'),
  'f.json': strToU8('{"re": [[0, 0.1], [-0.1, 0]]}'),
  'h.npz': writeNpz({
    A: real([
      [0, -1],
      [-1, 0],
    ]),
    B: real([
      [0, 0.5],
      [-0.5, 0],
    ]),
    h: real([
      [0, 2],
      [-2, 0],
    ]),
  }),
  'wide.json': strToU8('{"re": [[0, 1, 2], [0, 1, 2]]}'),
};
const read = (path: string): Uint8Array => {
  const bytes = FILES[path];
  if (bytes === undefined) throw new Error(path);
  return bytes;
};
const targetOf = (spec: object): FermionState =>
  fermionsOf(targetOfSpec(targetSpec.parse(spec) as TargetSpec, { read }))!;
const ground = (qubits: number, hamiltonian: object, more: object = {}): FermionState =>
  targetOf({ name: 'gaussian-ground-state', qubits, hamiltonian, ...more });

describe('Gaussian targets', () => {
  test('of spin chains are the ground states of their Pauli sums, whatever letter the strings have', () => {
    const ising = ground(6, { name: 'transverse-field-ising', field: 0.7 });
    expect([ising.string, ising.regions]).toEqual(['X', 'qubits']);
    const sum = transverseFieldIsing(chain(6), { field: 0.7 });
    expect(expectation(sum, asPure(ising)!.amplitudes)).toBeCloseTo(denseGroundState(sum).energy, 12);
    const xx = ground(5, { name: 'xxz', anisotropy: 0, field: 0.3 });
    const other = xxz(chain(5), { anisotropy: 0, field: 0.3 });
    expect(xx.string).toBe('Z');
    expect(expectation(other, asPure(xx)!.amplitudes)).toBeCloseTo(denseGroundState(other).energy, 12);
    const terms = ground(2, {
      terms: [
        { word: 'ZZ', coefficient: -1 },
        { word: 'YI', coefficient: 0.5 },
      ],
    });
    expect(terms.string).toBe('Y');
  });

  test('of fermions are read by modes: hopping in two dimensions, the Dirac chain, matrices', () => {
    const plane = ground(12, { name: 'hopping', lattice: { grid: [3, 4] }, chemicalPotential: 0.1 });
    expect([plane.string, plane.regions]).toEqual(['Z', 'modes']);
    expect(gaussianEntropy(plane.state)).toBeLessThan(1e-10);
    const dirac = ground(8, { name: 'lattice-dirac', mass: 0.5 });
    expect(occupations(dirac.state).reduce((sum, x) => sum + x, 0)).toBeCloseTo(4, 12);
    const pair = ground(2, { name: 'quadratic', matrix: 'h.npz', key: 'A', pairing: 'h.npz', pairingKey: 'B' });
    expect(gaussianEntropy(pair.state)).toBeLessThan(1e-10);
    expect(occupations(ground(1, { name: 'quadratic', matrix: 'h.npz', key: 'h' }).state)[0]).toBeCloseTo(0, 14);
    const odd = ground(6, { name: 'xy', boundary: 'antiperiodic' }, { parity: 'odd', regions: 'modes' });
    expect(odd.regions).toBe('modes');
  });

  test('at a temperature: the double has the thermal state on either side', () => {
    const options = { qubits: 4, beta: 1.2, hamiltonian: { name: 'hopping' } };
    const thermal = targetOf({ name: 'gaussian-thermal', ...options });
    const double = targetOf({ name: 'gaussian-thermofield-double', ...options });
    expect(double.dimensions.length).toBe(8);
    expect(regionEntropies(double).entropy([4, 5, 6, 7])).toBeCloseTo(gaussianEntropy(thermal.state), 12);
    expect(gaussianEntropy(double.state)).toBeLessThan(1e-10);
  });

  test('from files: a covariance, a correlation with an anomalous part', () => {
    const file = targetOf({ name: 'gaussian-file', path: 'gamma.npy' });
    expect([file.name, file.state.modes]).toEqual(['gamma.npy', 1]);
    expect(occupations(file.state)[0]).toBeCloseTo(0.2, 14);
    const current = targetOf({ name: 'gaussian-file', path: 'c.json', form: 'correlation', sites: [2] });
    expect(current.dimensions).toEqual([4]);
    expect(gaussianEntropy(current.state)).toBeLessThan(1e-10);
    expect(() => targetOf({ name: 'gaussian-file', path: 'c.json', form: 'correlation', anomalous: 'f.json' })).toThrow(
      'singular values of Γ of at most 1 required',
    );
  });

  test('that are none are refused in words', () => {
    expect(() => ground(4, { name: 'transverse-field-ising', lattice: 'ring' })).toThrow(
      /free fermions required: words of two Majorana operators with strings of Z required, got ZZII/,
    );
    expect(() => ground(3, { name: 'lattice-dirac' })).toThrow('an even number of modes required, got 3');
    expect(() => ground(3, { name: 'quadratic', matrix: 'c.json' })).toThrow(
      'shape (6, 6) or (3, 3) required, got (2, 2)',
    );
    expect(() => ground(2, { name: 'quadratic', matrix: 'wide.json' })).toThrow(
      'a square matrix required, got shape (2, 3)',
    );
    expect(() => ground(1, { name: 'quadratic', matrix: 'c.json' })).toThrow('c.json: a real matrix required');
    const boson = { name: 'gaussian-file', path: 'gamma.npy', statistics: 'boson' };
    expect(() => targetOf(boson)).toThrow('a real symmetric matrix required');
    expect(() => targetOf({ ...boson, path: 'c.json', form: 'correlation' })).toThrow('fermions required, got bosons');
    expect(() => targetOf({ name: 'gaussian-file', path: 'gamma.npy', anomalous: 'f.json' })).toThrow(
      'no anomalous part',
    );
  });
});
