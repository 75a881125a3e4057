import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rotation } from '../../src/circuit/circuit.ts';
import { type ComplexMatrix, type ComplexVector, complexMatrix, complexVector } from '../../src/linalg/complex.ts';
import type { HamiltonianSpec } from '../../src/operator/hamiltonian-spec.ts';
import type { PauliTerm } from '../../src/operator/pauli-sum.ts';

/** Numbers of NumPy's, as scripts/oracle.py writes them. */
interface Numbers<Entries> {
  readonly re: Entries;
  readonly im: Entries;
}
type Vector = Numbers<readonly number[]>;
type Matrix = Numbers<readonly (readonly number[])[]>;

/** The content of states.json. */
interface Oracle {
  readonly entropies: {
    readonly dimensions: readonly number[];
    readonly psi: Vector;
    readonly regions: readonly {
      readonly region: readonly number[];
      readonly eigenvalues: readonly number[];
      readonly vonNeumann: number;
      readonly renyi2: number;
      readonly renyiHalf: number;
      readonly bits: number;
    }[];
    readonly mutual: readonly (readonly number[])[];
    readonly schmidtOfSite1: readonly number[];
  };
  readonly distances: readonly {
    readonly a: Matrix;
    readonly b: Matrix;
    readonly fidelity: number;
    readonly bures: number;
    readonly trace: number;
    readonly purity: number;
    readonly entropy: number;
    readonly reducedSecond: Matrix;
    readonly negativity: number;
  }[];
  readonly hamiltonians: readonly {
    readonly spec: HamiltonianSpec;
    readonly qubits: number;
    readonly lowest: readonly number[];
    readonly highest: number;
  }[];
  readonly dynamics: {
    readonly qubits: number;
    readonly terms: readonly PauliTerm[];
    readonly psi: Vector;
    readonly applied: Vector;
    readonly expectation: number;
    readonly ground: { readonly energy: number; readonly state: Vector };
    readonly beta: number;
    readonly thermal: Matrix;
    readonly thermofieldDouble: Vector;
    readonly evolved: Readonly<Record<string, Vector>>;
    readonly cooled: Readonly<Record<string, Vector>>;
  };
  readonly files: { readonly psi: Vector; readonly real: readonly number[]; readonly rho: Matrix };
}

/** The bytes of a file of test/oracle. */
export function oracleFile(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, name));
}

/** Values by NumPy and SciPy. */
export const oracle = JSON.parse(new TextDecoder().decode(oracleFile('states.json'))) as Oracle;

/** Quantum geometric tensors of five circuits by PennyLane and TensorCircuit: scripts/oracle-geometric-tensor.py. */
export const geometricTensors = JSON.parse(new TextDecoder().decode(oracleFile('geometric-tensors.json'))) as {
  readonly circuits: readonly {
    readonly name: string;
    readonly qubits: number;
    readonly theta: readonly number[];
    readonly gates: readonly Rotation[];
    /** Re Q. */
    readonly pennylane: readonly (readonly number[])[];
    /** Q. */
    readonly tensorcircuit: Matrix;
  }[];
};

export const vectorOf = ({ re, im }: Vector): ComplexVector => complexVector(re, im);
export const matrixOf = ({ re, im }: Matrix): ComplexMatrix => complexMatrix(re, im);

/** Greatest difference of two arrays of equal length, entry by entry. */
export function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Infinity;
  return Array.from(a).reduce((most, x, k) => Math.max(most, Math.abs(x - b[k]!)), 0);
}
