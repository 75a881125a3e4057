/** @file How many parameters a network really has: rank, participation, and dimension at the resolution of N data. */

import { DomainError } from '../errors.ts';
import { hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { complexOf, type RealMatrix } from '../linalg/matrix.ts';

/**
 * Rank of a Fisher information matrix, the effective quantum dimension: the number of independent directions in which
 * the state moves. At most 2(2ⁿ − 1) for n qubits, 2ⁿ − 1 for real amplitudes.
 *
 * @param threshold - fraction of the greatest eigenvalue below which one counts as zero; default 1e-8
 *
 * @see Haug, Bharti & Kim, PRX Quantum 2, 040309 (2021)
 */
export function fisherRank(fisher: RealMatrix, threshold = 1e-8): number {
  const values = hermitianEigenvalues(complexOf(fisher));
  const greatest = values[values.length - 1] ?? 0;
  return values.filter((value) => greatest > 1e-24 && value > threshold * greatest).length;
}

/** Participation number (Tr F)²/Tr F², between 1 and the rank: how many directions carry the information. */
export function participationNumber({ rows, data }: RealMatrix): number {
  let trace = 0;
  for (let k = 0; k < rows; k++) trace += data[k * (rows + 1)]!;
  const squares = data.reduce((sum, x) => sum + x * x, 0);
  return squares > 0 ? trace ** 2 / squares : 0;
}

/**
 * Effective dimension of a model that is trained on N data,
 *
 *     d = 2 log ⟨√det(1 + κ F̂(θ))⟩_θ / log κ,    κ = γN/(2π log N),    F̂ = P·F/⟨Tr F⟩_θ,
 *
 * from Fisher matrices at points θ drawn from the parameter space (global), or near a trained point (local). Tends to
 * the greatest rank as N → ∞. With the quantum Fisher information it counts what any measurement could use, with the
 * classical one what the given measurement (the data) can.
 *
 * @param fishers - F at the sampled points, each of shape (P, P)
 * @param data - N, number of data
 * @param gamma - γ in (0, 1]; default 1
 * @throws {DomainError} no matrices, or N so small that κ ≤ 1
 *
 * @see Abbas, Sutter, Zoufal, Lucchi, Figalli & Woerner, Nat. Comput. Sci. 1, 403 (2021)
 */
export function effectiveDimension(fishers: readonly RealMatrix[], data: number, gamma = 1): number {
  const kappa = (gamma * data) / (2 * Math.PI * Math.log(data));
  if (fishers.length === 0 || !(kappa > 1)) {
    throw new DomainError(`effectiveDimension: a Fisher matrix and γN/(2π log N) > 1 required, got ${kappa}`);
  }
  const parameters = fishers[0]!.rows;
  const spectra = fishers.map((fisher) => hermitianEigenvalues(complexOf(fisher)));
  const meanTrace = spectra.flatMap((values) => [...values]).reduce((sum, x) => sum + x, 0) / fishers.length;
  if (!(meanTrace > 0)) return 0;
  const halfLogs = spectra.map((values) =>
    values.reduce((sum, value) => sum + Math.log1p((kappa * parameters * Math.max(0, value)) / meanTrace) / 2, 0),
  );
  const greatest = Math.max(...halfLogs);
  const mean = halfLogs.reduce((sum, value) => sum + Math.exp(value - greatest), 0) / halfLogs.length;
  return (2 * (greatest + Math.log(mean))) / Math.log(kappa);
}
