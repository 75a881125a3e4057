/**
 * @file `bulkweave`: what most programs begin with. Circuits and networks as records, their states, the loss and its
 * minimisation, shortest paths, the most used entropies and metrics; at most ninety names. Everything else has an entry
 * point for its subject, one file each in src/entry, and datasets, models, train, train/run, train/studies and
 * src/tensorflow have their own. Every entry point exports all types of its signatures. This one does not load
 * TensorFlow.js.
 */

export type { BlockCircuit, BlockGate } from './circuit/block-circuit.ts';
export {
  type Angle,
  type BlochPoint,
  bound,
  type Circuit,
  parametrised,
  type Reference,
  type Rotation,
} from './circuit/circuit.ts';
export type { ObservableBound } from './complexity/observable-bound.ts';
export type { PenaltyMetric } from './complexity/penalty-metric.ts';
export type { ObservableCell } from './complexity/verified-observable-bound.ts';
export type { Leg } from './contraction/contraction-graph.ts';
export * from './deprecated-names.ts';
export { DomainError, ShapeError } from './errors.ts';
export { quantumFisherInformation } from './fisher/quantum-fisher-information.ts';
export { fubiniStudyMetric } from './fisher/quantum-geometric-tensor.ts';
export type { GaussianState, Statistics } from './gaussian/gaussian-state.ts';
export type { StringLetter } from './gaussian/jordan-wigner.ts';
export { type GenerativeNetwork, stateVector } from './generative/generative-network.ts';
export { infidelity } from './generative/infidelity.ts';
export type {
  FermionState,
  MixedState,
  NamedState,
  NetworkState,
  PureState,
  StabiliserState,
  SymmetricState,
  TargetState,
} from './generative/target-state.ts';
export type { StartedPath } from './geodesic/state/found-path.ts';
export { shortestPath } from './geodesic/state/shortest-path.ts';
export type { GeodesicStep } from './geodesic/state/sliced-search.ts';
export type { StateCertificate } from './geodesic/state/state-certificate.ts';
export {
  type GeodesicOptions,
  type SlicedGeodesic,
  type StateGeodesic,
  stateGeodesic,
} from './geodesic/state/state-geodesic.ts';
export type { StateLowerBounds } from './geodesic/state/state-lower-bounds.ts';
export type { StateSymmetry } from './geodesic/state/state-symmetry.ts';
export type { SymmetricPaths } from './geodesic/state/symmetric-paths.ts';
export { type ComplexMatrix, type ComplexVector, complexMatrix, complexVector } from './linalg/complex.ts';
export type { RealMatrix } from './linalg/matrix.ts';
export { type RandomState, type RandomStream, randomStream } from './linalg/random.ts';
export { type BalancedLbfgsOptions, type BalancedLbfgsState, balancedLbfgs } from './network/balanced-lbfgs.ts';
export { networkOf } from './network/from-circuit.ts';
export { initialParameters } from './network/initial-parameters.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from './network/tensor-network.ts';
export { type IsingCouplings, transverseFieldIsing } from './operator/hamiltonian.ts';
export { chain, type Lattice, ring } from './operator/lattice.ts';
export { type PauliWord, place } from './operator/pauli.ts';
export { expectation, type PauliSum, type PauliTerm } from './operator/pauli-sum.ts';
export { type CurvaturePair, type LbfgsOptions, type LbfgsState, lbfgs } from './optimise/lbfgs.ts';
export type { Manifold } from './optimise/manifold.ts';
export { minimise, minimised, type Step, type Stop, solution } from './optimise/minimise.ts';
export type { Evaluation, Objective } from './optimise/objective.ts';
export type { Iterate, Optimiser } from './optimise/optimiser.ts';
export type { Progress } from './optimise/progress.ts';
export type { ExtrapolatedLength } from './path/extrapolated-length.ts';
export type { GivenPath } from './path/given-path.ts';
export type { SearchEntries, SearchJournal } from './search-journal.ts';
export type { Result, Solution } from './solution.ts';
export type { DigitMatrix } from './stabiliser/digit-matrix.ts';
export type { StabiliserGroup } from './stabiliser/stabiliser-group.ts';
export { type EntropyOptions, entanglementEntropy } from './state/entropy.ts';
export { fidelity } from './state/fidelity.ts';
export { reducedDensityMatrix, type State } from './state/reduced-density-matrix.ts';
export type { Nats, Radians } from './units.ts';
