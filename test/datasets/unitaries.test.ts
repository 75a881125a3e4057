import { describe, expect, test } from 'vitest';
import { writeNpy } from '../../datasets/formats/npy.ts';
import { UNITARIES, unitaryOfSpec, unitarySpec } from '../../datasets/unitaries.ts';
import { entry } from '../../src/linalg/complex.ts';
import { frobeniusNorm, multiply } from '../../src/linalg/matrix.ts';
import { CCZ, CNOT, fourier, SWAP, TOFFOLI } from '../geodesic/unitary/unitaries.ts';

const context = { read: () => writeNpy({ shape: [2, 2], interleaved: Float64Array.of(0, 0, 1, 0, 1, 0, 0, 0) }) };
const made = (spec: object) => unitaryOfSpec(unitarySpec.parse(spec), context);

describe('the catalogue of unitaries', () => {
  test.each([
    [{ name: 'controlled-not', qubits: 2 }, CNOT, 'CNOT'],
    [{ name: 'controlled-not', qubits: 3 }, TOFFOLI, 'Toffoli'],
    [{ name: 'controlled-swap', qubits: 2 }, SWAP, 'SWAP'],
    [{ name: 'controlled-z', qubits: 3 }, CCZ, 'CCZ'],
    [{ name: 'fourier', qubits: 3 }, fourier(8), 'QFT_8'],
  ])('has %o', (spec, matrix, name) => {
    expect(made(spec).matrix.interleaved).toEqual(matrix.interleaved);
    expect(made(spec).name).toBe(name);
  });

  test('holds unitaries only', () => {
    const hamiltonian = { name: 'transverse-field-ising' };
    for (const name of Object.keys(UNITARIES)) {
      const spec = name === 'file' ? { name, path: 'a.npy' } : { name, qubits: 3 };
      const { matrix, qubits } = made(name === 'evolution' ? { ...spec, hamiltonian, time: 0.7 } : spec);
      expect(matrix.rows).toBe(2 ** qubits);
      const square = multiply(matrix, matrix, { adjointA: true });
      for (let k = 0; k < matrix.rows; k++) expect(entry(square, k, k)[0]).toBeCloseTo(1, 12);
      expect(frobeniusNorm(square)).toBeCloseTo(Math.sqrt(matrix.rows), 12);
    }
  });

  test('Fredkin exchanges the last two qubits where the first is 1', () => {
    const { matrix } = made({ name: 'controlled-swap', qubits: 3 });
    const image = (k: number): number =>
      Array.from({ length: 8 }, (_, row) => row).find((row) => entry(matrix, row, k)[0] === 1)!;
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(image)).toEqual([0, 1, 2, 3, 4, 6, 5, 7]);
  });

  test('a file in single precision is the unitary nearest to it, and one that is no unitary is refused by name', () => {
    const turn = [Math.cos(0.3), 0, 0, -Math.sin(0.3), 0, -Math.sin(0.3), Math.cos(0.3), 0];
    const gate = (factor: number, round = (x: number) => x) => {
      const interleaved = Float64Array.from(turn, (x) => round(factor * x));
      return unitaryOfSpec({ name: 'file', path: 'u.npy' }, { read: () => writeNpy({ shape: [2, 2], interleaved }) });
    };
    expect(gate(1).matrix.interleaved).toEqual(Float64Array.from(turn));
    const { interleaved } = gate(1, Math.fround).matrix;
    expect(interleaved[0]! ** 2 + interleaved[3]! ** 2).toBeCloseTo(1, 14);
    expect(interleaved[0]).toBeCloseTo(turn[0]!, 7);
    expect(() => gate(1.001)).toThrow(/^u\.npy: a unitary matrix required, .* got 0\.00283/);
    expect(() => gate(1, () => Number.NaN)).toThrow(/^u\.npy: /);
  });

  test('a file that is no square of 2ⁿ rows is refused by name', () => {
    const read = () => writeNpy({ shape: [3, 3], interleaved: new Float64Array(18) });
    expect(() => unitaryOfSpec({ name: 'file', path: 'v.npy' }, { read })).toThrow(
      /v\.npy: a matrix of 2ⁿ × 2ⁿ required/,
    );
  });
});
