/** @file Target and learned state beside each other: amplitudes, entanglement spectra, energies, magnetisation. */

/** A picture and its reconstruction, as moduli of amplitudes, row by row. */
export interface PictureRecord {
  readonly rows: number;
  readonly columns: number;
  readonly target: readonly number[];
  readonly generated: readonly number[];
}

/** A quantity of the target and of the learned state. */
export interface Likeness<Value> {
  readonly target: Value;
  readonly learned: Value;
}

/** The two states, each part null where it is out of reach. */
export interface LikenessRecord {
  /**
   * Amplitudes ⟨b|ψ⟩ of pure states of at most 256, interleaved; the phase of the learned state makes its overlap with
   * the target positive.
   */
  readonly amplitudes: Likeness<readonly number[]> | null;
  /** Diagonals ⟨b|ρ|b⟩ of mixed states of at most 256 dimensions. */
  readonly probabilities: Likeness<readonly number[]> | null;
  /** Eigenvalues of the reduced density matrix of sites 0 … ⌊n/2⌋ − 1, descending, those above 10⁻¹⁶. */
  readonly spectra: Likeness<readonly number[]> | null;
  readonly energy: EnergyRecord | null;
}

/** What the Hamiltonian of the target says of both states, in its own units. */
export interface EnergyRecord {
  /** ⟨H⟩ of the target and of the learned state, null where not known. */
  readonly mean: Likeness<number | null>;
  /** Lowest energy and the gap above it, multiplets counted as often as they are degenerate; null where not known. */
  readonly ground: number | null;
  readonly gap: number | null;
  /** ⟨X_i⟩, ⟨Y_i⟩, ⟨Z_i⟩ of each qubit, or of spins ⟨S_x⟩, ⟨S_y⟩, ⟨S_z⟩, shape (3, n); null where not known. */
  readonly magnetisation: Likeness<readonly (readonly number[])[]> | null;
  /** How often the lowest energy occurs, up to 6, by sweeps up to 3; null where not known. */
  readonly degeneracy?: number | null;
  /** How levels of long chains were found, and how good they are, or why not; none where they are exact. */
  readonly levelNote?: string;
  /** ⟨H²⟩ − ⟨H⟩² of both, null where not known. */
  readonly variance?: Likeness<number | null>;
  /** Second-moment correlation length of the letter that is correlated most, in sites; null where not known. */
  readonly correlationLength?: Likeness<number | null>;
}
