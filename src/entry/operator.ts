/**
 * @file `bulkweave/operator`: Pauli words and sums, lattices and their Hamiltonians.
 */

export type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
export { type ElectronNumber, electronSector, onBasisStates } from '../operator/electron-sector.ts';
export { type ElectronHamiltonian, parseFcidump, pauliSumOfElectrons } from '../operator/fcidump.ts';
export {
  type FermionTerm,
  type LadderOperator,
  pauliSumOfFermions,
} from '../operator/fermion-operator.ts';
export {
  type ClusterIsingCouplings,
  clusterIsing,
  type FrustratedCouplings,
  frustratedHeisenberg,
  graphStabilisers,
  type IsingCouplings,
  transverseFieldIsing,
  type XxzCouplings,
  xxz,
} from '../operator/hamiltonian.ts';
export { type HamiltonianReading, parsePauliSum } from '../operator/hamiltonian-file.ts';
export type { HamiltonianSpec } from '../operator/hamiltonian-spec.ts';
export { chain, complete, distances, grid, type Lattice, lattice, ring, star } from '../operator/lattice.ts';
export { lieDimension } from '../operator/lie-algebra.ts';
export { type LocalTerm, localTerms } from '../operator/local-terms.ts';
export {
  BOOSTS,
  METRIC_CHANGES,
  metricChange,
  minkowskiAction,
  ROTATIONS,
  type TwoQubitGenerator,
} from '../operator/minkowski-action.ts';
export { type OperatorSpec, operatorOfSpec, operatorSpec } from '../operator/operator-spec.ts';
export {
  checkOperatorSum,
  type OperatorSum,
  type OperatorTerm,
  operatorSumOfPauli,
  type SiteFactor,
} from '../operator/operator-sum.ts';
export { checkWord, commute, multiplyWords, type PauliWord, place, support, wordSize } from '../operator/pauli.ts';
export { pauliCoefficients } from '../operator/pauli-coefficients.ts';
export {
  applyPauliSum,
  checkPauliSum,
  combinePauliSums,
  expectation,
  type PauliSum,
  type PauliTerm,
  pauliSumMatrix,
  pauliSumOperator,
} from '../operator/pauli-sum.ts';
export { sectorOperator, sectorStates } from '../operator/sector-operator.ts';
export {
  type HubbardCouplings,
  heisenbergSpins,
  hubbard,
  type SpinCouplings,
  type SpinOperators,
  spinCharges,
  spinOperators,
} from '../operator/spin-models.ts';
