/** @file Energies of a Hamiltonian: of its ground state, or of a given state. */

import { z } from 'zod';
import { qubitSector } from '../../../src/chain/qubit-sector.ts';
import { QUBIT_SYMMETRIES } from '../../../src/chain/qubit-symmetry.ts';
import { DomainError } from '../../../src/errors.ts';
import { asPure, densityOf } from '../../../src/generative/state-rules.ts';
import type { ComplexMatrix } from '../../../src/linalg/complex.ts';
import { lanczos } from '../../../src/linalg/lanczos.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { normSquared } from '../../../src/linalg/vector.ts';
import type { Noted } from '../../../src/noted.ts';
import { counted, significant } from '../../../src/number-format.ts';
import { electronSector, onBasisStates } from '../../../src/operator/electron-sector.ts';
import { electronsOfFile, hamiltonianOfSpec, hamiltonianSpec } from '../../../src/operator/hamiltonian-spec.ts';
import {
  applyPauliSum,
  expectation,
  type PauliSum,
  pauliSumMatrix,
  pauliSumOperator,
} from '../../../src/operator/pauli-sum.ts';
import { qubitsOfHamiltonian, writtenHamiltonian } from '../hamiltonian-source.ts';
import { seed, state } from '../options.ts';
import { type Computation, type ComputeContext, registered } from '../request.ts';
import { number, numbers } from '../result-schema.ts';
import { qubitsOf, stateOf, writtenState } from '../state-source.ts';

const options = z.strictObject({
  hamiltonian: hamiltonianSpec.describe('a name with its options, terms, or a file'),
  state: state('whose energy is asked for; default the ground state').optional(),
  qubits: z.int().min(1).max(24).optional().describe('number of qubits; default that of the state or of the terms'),
  electrons: z
    .union([z.int().min(0), z.literal('any')])
    .optional()
    .describe(
      "of an FCIDUMP file: how many electrons, with any S_z; 'any': of all numbers; default NELEC and MS2 of the file",
    ),
  levels: z.int().min(1).max(16).default(1).describe('how many of the lowest energies, where no state is given'),
  symmetry: z
    .enum(['none', ...QUBIT_SYMMETRIES])
    .default('none')
    .describe(
      "a symmetry within which the lowest energies are sought, many times as fast: 'excitations', the number of qubits in |1⟩; 'two-species', at even and odd places; 'parity-x', 'parity-z'",
    ),
  sector: z
    .union([z.int().min(0), z.tuple([z.int().min(0), z.int().min(0)])])
    .optional()
    .describe('its charge; parity 0 is +1, 1 is −1'),
  seed: seed(),
});

const result = z.strictObject({
  qubits: z.int(),
  energy: number().describe('⟨H⟩'),
  perSite: number().nullable().describe('null of an FCIDUMP file'),
  electrons: z
    .strictObject({
      orbitals: z.int(),
      electrons: z.int().nullable().describe('null: any number'),
      spin: z.int().nullable().describe('2S_z; null: any'),
      constant: number().describe('the part of the energy that is of nuclei and frozen electrons'),
    })
    .nullable()
    .optional()
    .describe('of an FCIDUMP file: its orbitals, and the sector of the lowest energies'),
  variance: number().describe('⟨H²⟩ − ⟨H⟩²'),
  ground: z.boolean().describe('whether it is the lowest energy of H'),
  levels: numbers().describe('the lowest energies, as many as were asked for; [] for a given state'),
  residual: number().nullable().describe('‖Hψ − Eψ‖ of the ground state that was found'),
});

type Result = z.output<typeof result>;

/** Most qubits of a density matrix. */
const MOST_MIXED = 9;

/** The electrons of the FCIDUMP file that is asked about, as many as are asked for; null for other Hamiltonians. */
function electronsAsked(asked: z.output<typeof options>, context: ComputeContext): Electrons | null {
  const { hamiltonian, electrons: wanted } = asked;
  const found = hamiltonian.name === 'file' ? electronsOfFile(hamiltonian, context) : null;
  if (found === null) {
    if (wanted === undefined) return null;
    throw new DomainError(`electrons: an FCIDUMP file required, got '${hamiltonian.name}'`);
  }
  const { orbitals, constant, electrons, spin } = found;
  if (wanted === undefined && asked.state === undefined) {
    return { orbitals, constant, electrons, spin: electrons === null ? null : spin };
  }
  return { orbitals, constant, electrons: typeof wanted === 'number' ? wanted : null, spin: null };
}

type Electrons = NonNullable<Result['electrons']>;

function* answer(asked: z.output<typeof options>, context: ComputeContext): Computation<Result> {
  const electrons = electronsAsked(asked, context);
  if (typeof asked.electrons === 'number' && asked.state !== undefined) {
    throw new DomainError('electrons: no state beside it required, whose energy is what it is');
  }
  const target = asked.state === undefined ? null : stateOf(asked.state, context);
  const qubits = qubitsOfHamiltonian(asked, context, target && qubitsOf(target, 'state'));
  const hamiltonian = hamiltonianOfSpec(asked.hamiltonian, qubits, context);
  if (target === null) {
    yield { message: 'Lanczos iteration' };
    return lowest(hamiltonian, electrons, asked);
  }
  const pure = asPure(target);
  const density = pure === null ? densityOf(target) : null;
  if (pure === null && (density === null || qubits > MOST_MIXED)) {
    throw new DomainError(
      `state: a pure state, or a mixed one of at most ${MOST_MIXED} qubits, given by entries required, got '${target.name}'`,
    );
  }
  const [energy, square] =
    pure === null ? mixedMoments(hamiltonian, density!) : pureMoments(hamiltonian, pure.amplitudes);
  const variance = Math.max(0, square - energy ** 2);
  const perSite = electrons === null ? energy / qubits : null;
  const given = { ground: false, levels: [], residual: null, ...(electrons && { electrons }) };
  return { value: { qubits, energy, perSite, variance, ...given }, notes: [] };
}

/** Most qubits of a Krylov space that is kept in memory. */
const MOST_QUBITS = 20;

function lowest(
  hamiltonian: PauliSum,
  electrons: Electrons | null,
  { levels: count, seed, hamiltonian: spec, symmetry, sector }: z.output<typeof options>,
): Noted<Result> {
  const { qubits } = hamiltonian;
  if (qubits > MOST_QUBITS) throw new DomainError(`qubits: at most ${MOST_QUBITS} required, got ${qubits}`);
  const isLittle = spec.name === 'file' && spec.endian === 'little';
  if (symmetry === 'none' && sector !== undefined) {
    throw new DomainError("sector: a symmetry beside it required, got 'none'");
  }
  if (symmetry !== 'none' && sector === undefined)
    throw new DomainError(`sector: a charge of '${symmetry}' required, got nothing`);
  const { apply, dimension } =
    symmetry === 'none' ? inSector(hamiltonian, electrons, isLittle) : qubitSector(hamiltonian, symmetry, sector!);
  const start = randomVector(dimension, randomStream(seed, 'ground state'));
  const wanted = Math.min(count, dimension);
  const { value, result: ending } = lanczos(apply, start, { count: wanted });
  const [energy, residual] = [value.values[0]!, value.residuals[0]!];
  const perSite = electrons === null ? energy / qubits : null;
  const of = electrons && { electrons };
  const found = { qubits, energy, perSite, variance: residual ** 2, ground: true, residual, ...of };
  const isExact = ending === 'converged' || ending === 'stalled';
  const notes = isExact ? [] : [`The iteration ended '${ending}': the energies are upper bounds.`];
  return { value: { ...found, levels: [...value.values] }, notes };
}

/** H among the states of so many electrons, or among all. */
function inSector(hamiltonian: PauliSum, given: Electrons | null, isLittle: boolean) {
  const apply = pauliSumOperator(hamiltonian);
  const length = 2 ** hamiltonian.qubits;
  if (given === null || given.electrons === null) return { apply, dimension: length };
  const { orbitals, electrons, spin } = given;
  const states = electronSector({ orbitals }, { electrons, spin });
  const placed = isLittle ? states.map((b) => reversedBits(b, hamiltonian.qubits)) : states;
  return { apply: onBasisStates(apply, placed, length), dimension: states.length };
}

const reversedBits = (b: number, count: number): number =>
  Array.from({ length: count }, (_, k) => ((b >> k) & 1) * 2 ** (count - 1 - k)).reduce((sum, bit) => sum + bit, 0);

type Moments = readonly [first: number, second: number];

const pureMoments = (H: PauliSum, psi: Parameters<typeof expectation>[1]): Moments => [
  expectation(H, psi),
  normSquared(applyPauliSum(H, psi)),
];

/** Tr ρH and Tr ρH². */
function mixedMoments(H: PauliSum, { rows, interleaved }: ComplexMatrix): Moments {
  const matrix = pauliSumMatrix(H);
  let [first, second] = [0, 0];
  for (let k = 0; k < rows; k++) {
    const column = new Float64Array(2 * rows);
    for (let i = 0; i < rows; i++) {
      column[2 * i] = interleaved[2 * (i * rows + k)]!;
      column[2 * i + 1] = interleaved[2 * (i * rows + k) + 1]!;
    }
    const once = applyPauliSum(H, { length: rows, interleaved: column }).interleaved; // column k of Hρ
    first += once[2 * k]!;
    for (let i = 0; i < rows; i++) {
      const at = 2 * (k * rows + i);
      second += matrix.interleaved[at]! * once[2 * i]! - matrix.interleaved[at + 1]! * once[2 * i + 1]!;
    }
  }
  return [first, second];
}

/** '2 electrons in 2 orbitals, 2S_z = 0'. */
function electronsText({ orbitals, electrons, spin }: Electrons): string {
  const many = electrons === null ? 'any number of electrons' : counted(electrons, 'electron');
  return `${many} in ${counted(orbitals, 'orbital')}${spin === null ? '' : `, 2S_z = ${spin}`}`;
}

export const request = registered({
  formula: 'E = ⟨ψ|H|ψ⟩, H = Σ h_P P; without a state the least eigenvalue of H',
  options,
  result,
  places: ['hamiltonian', 'state'],
  texts: { hamiltonian: writtenHamiltonian, state: writtenState },
  example: { hamiltonian: { name: 'transverse-field-ising' }, qubits: 4 },
  commands: [
    'energy transverse-field-ising --qubits 10 --levels 3',
    'energy "xxz(anisotropy=0.5)" psi.npy',
    'energy hamiltonian.json "ghz(4)"',
    'energy h2.fcidump --levels 3',
    'energy xxz --qubits 18 --symmetry excitations --sector 9',
  ],
  answer,
  text: ({ qubits, energy, perSite, variance, ground, levels, residual, electrons = null }) => [
    `${ground ? 'lowest energy' : 'energy'} ${significant(energy, 10)} ${
      electrons === null
        ? `on ${counted(qubits, 'qubit')}, ${significant(perSite, 8)} per site`
        : ground
          ? `of ${electronsText(electrons)}`
          : `in ${counted(electrons.orbitals, 'orbital')}`
    }`,
    ...(electrons === null
      ? []
      : [`  of which constant   ${significant(electrons.constant, 10)}  (nuclei, frozen electrons)`]),
    ground ? `  residual ‖Hψ − Eψ‖  ${significant(residual, 2)}` : `  variance            ${significant(variance, 4)}`,
    ...levels.slice(1).map((level) => `  above it            ${significant(level - energy, 8)}`),
  ],
});
