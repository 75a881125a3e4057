/** @file How a Hamiltonian is written in JSON: a built-in model by name, a list of terms, or a file of them. */

import * as z from 'zod';
import { ShapeError } from '../errors.ts';
import { type ElectronHamiltonian, isFcidump, parseFcidump } from './fcidump.ts';
import { clusterIsing, frustratedHeisenberg, transverseFieldIsing, xxz } from './hamiltonian.ts';
import { parsePauliSum, pauliTerms } from './hamiltonian-file.ts';
import { latticeOfSpec, latticeSpec } from './lattice-spec.ts';
import { checkPauliSum, type PauliSum } from './pauli-sum.ts';
import { hubbard } from './spin-models.ts';

const coefficient = (meaning: string, value: number) => z.number().default(value).describe(meaning);
const where = latticeSpec.default('chain');
/** The forms of a Hamiltonian that is a Pauli sum, by name. */
export const hamiltonianForms = [
  z.strictObject({
    name: z.literal('transverse-field-ising').describe('H = −J Σ_⟨ij⟩ Z_i Z_j − g Σ_i X_i'),
    coupling: coefficient('J of −J Σ ZZ; ferromagnetic for J > 0', 1),
    field: coefficient('g of −g Σ X; the chain is critical at g = J', 1),
    lattice: where,
  }),
  z.strictObject({
    name: z.literal('xxz').describe('H = J Σ_⟨ij⟩ (X_i X_j + Y_i Y_j + Δ Z_i Z_j) − h Σ_i Z_i'),
    coupling: coefficient('J of +J Σ (XX + YY + Δ ZZ); antiferromagnetic for J > 0', 1),
    anisotropy: coefficient('Δ of +JΔ Σ ZZ; 1 is the Heisenberg model, 0 the XX model', 1),
    field: coefficient('h of −h Σ Z', 0),
    lattice: where,
  }),
  z.strictObject({
    name: z.literal('j1-j2').describe('H = J₁ Σ_⟨ij⟩ σ_i·σ_j + J₂ Σ_⟪ij⟫ σ_i·σ_j, ⟪ij⟫ at lattice distance 2'),
    nearest: coefficient('J₁ of +J₁ Σ_⟨ij⟩ σ·σ, σ·σ = XX + YY + ZZ; antiferromagnetic for J₁ > 0', 1),
    nextNearest: coefficient('J₂ of +J₂ Σ_⟪ij⟫ σ·σ; J₁/2 is the Majumdar–Ghosh point', 0.5),
    diagonals: z
      .boolean()
      .default(false)
      .describe('J₂ only between sites with two common neighbours: the diagonals of a square grid'),
    lattice: where,
  }),
  z.strictObject({
    name: z.literal('hubbard').describe('H = −t Σ_⟨ij⟩σ (c†c + h.c.) + U Σ n↑n↓ − μ Σ n, two qubits for each site'),
    hopping: coefficient('t of −t Σ (c†c + h.c.)', 1),
    interaction: coefficient('U of +U Σ n↑n↓', 4),
    chemicalPotential: coefficient('μ of −μ Σ n; U/2 is half filling', 0),
    lattice: where,
  }),
  z.strictObject({
    name: z.literal('cluster-ising').describe('H = −K Σ_i X_i Π_{j∼i} Z_j + J Σ_⟨ij⟩ Y_i Y_j − g Σ_i X_i'),
    cluster: coefficient('K of −K Σ XΠZ; with J = g = 0 the ground state is the graph state', 1),
    coupling: coefficient('J of +J Σ YY; the chain is critical at |J| = K', 1),
    field: coefficient('g of −g Σ X', 0),
    lattice: where,
  }),
  z.strictObject({ name: z.literal('terms').describe('H = Σ h_P P, term by term'), terms: pauliTerms }),
  z.strictObject({
    name: z.literal('file').describe('H = Σ h_P P from a file'),
    file: z
      .string()
      .min(1)
      .describe(
        'path of a file: JSON {qubits, terms: [{word, coefficient}, …]}, a sum as OpenFermion or Qiskit prints it, or FCIDUMP',
      ),
    endian: z
      .enum(['big', 'little'])
      .optional()
      .describe(
        "'big': the first letter or index of the file is qubit 0; 'little': the last. Default: qubits keep their numbers (Qiskit: 'little')",
      ),
  }),
] as const;

const byName = z.discriminatedUnion('name', hamiltonianForms);

/** A Hamiltonian in JSON. The names 'terms' and 'file' may be left out: {terms: […]}, {file: 'h.json'}. */
export const hamiltonianSpec = z.preprocess(withName, byName);

/** A Hamiltonian as it is written in JSON, with or without its defaults. */
export type HamiltonianSpec = z.input<typeof byName>;

/**
 * The Hamiltonian that a specification stands for on the given number of qubits.
 *
 * @param spec - as read by `hamiltonianSpec`
 * @param context - how the bytes of a file are read; used only if the specification names one
 * @throws {ShapeError} the lattice or the words do not fit the number of qubits
 * @throws {DomainError} the lattice is malformed, or the file is not a Pauli sum
 */
export function hamiltonianOfSpec(
  spec: HamiltonianSpec,
  qubits: number,
  context: { readonly read: (path: string) => Uint8Array },
): PauliSum {
  switch (spec.name) {
    case 'transverse-field-ising':
      return transverseFieldIsing(latticeOfSpec(spec.lattice ?? 'chain', qubits), given(spec));
    case 'xxz':
      return xxz(latticeOfSpec(spec.lattice ?? 'chain', qubits), given(spec));
    case 'j1-j2':
      return frustratedHeisenberg(latticeOfSpec(spec.lattice ?? 'chain', qubits), given(spec));
    case 'hubbard':
      if (qubits % 2 === 0) return hubbard(latticeOfSpec(spec.lattice ?? 'chain', qubits / 2), given(spec));
      throw new ShapeError(`hubbard: two qubits for each site required, got ${qubits}`);
    case 'cluster-ising':
      return clusterIsing(latticeOfSpec(spec.lattice ?? 'chain', qubits), given(spec));
    case 'terms': {
      const sum = { qubits, terms: spec.terms };
      checkPauliSum(sum);
      return sum;
    }
    case 'file': {
      const sum = pauliSumOfFile(spec, context, qubits);
      if (sum.qubits === qubits) return sum;
      throw new ShapeError(`${spec.file}: a Hamiltonian on ${qubits} qubits required, got ${sum.qubits}`);
    }
  }
}

/** The Hamiltonian in the file that a specification names; of at least so many qubits, if the file leaves their number open. */
export function pauliSumOfFile(
  { file, endian }: Extract<HamiltonianSpec, { readonly name: 'file' }>,
  { read }: { readonly read: (path: string) => Uint8Array },
  qubits?: number,
): PauliSum {
  return parsePauliSum(read(file), file, { ...(endian && { endian }), ...(qubits !== undefined && { qubits }) });
}

/** The integrals of the file that a specification names; null where that is no FCIDUMP file. */
export function electronsOfFile(
  { file }: Extract<HamiltonianSpec, { readonly name: 'file' }>,
  { read }: { readonly read: (path: string) => Uint8Array },
): ElectronHamiltonian | null {
  const text = new TextDecoder().decode(read(file));
  return isFcidump(text) ? parseFcidump(text, file) : null;
}

/** Without the keys whose value is undefined, so that the models' own defaults hold. */
function given<Options extends object>(options: Options): { [Key in keyof Options]: Exclude<Options[Key], undefined> } {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Options]: Exclude<Options[Key], undefined> };
}

/** A specification with the name that {terms: […]} and {file: …} may leave out. */
export function withName(spec: unknown): unknown {
  if (typeof spec !== 'object' || spec === null || 'name' in spec) return spec;
  return 'terms' in spec ? { name: 'terms', ...spec } : 'file' in spec ? { name: 'file', ...spec } : spec;
}
