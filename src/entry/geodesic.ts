/**
 * @file `bulkweave/geodesic`: shortest paths between unitaries, between pure and between mixed states, with certificates; paths of
 * slices, their lengths and distances; geodesics against circuits.
 */

export type { BlockCircuit, BlockGate } from '../circuit/block-circuit.ts';
export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../circuit/circuit.ts';
export { type ProductState, productState, type QubitState } from '../circuit/product-state.ts';
export {
  type CurveOptions,
  type CurvePoint,
  type CurveStep,
  complexityAlongCurve,
  type Origin,
  type UnitaryCurveOptions,
  type UnitaryPath,
  unitaryComplexityAlongCurve,
} from '../comparison/complexity-along-curve.ts';
export { evolutionOperator, type Growth, growthOf, precursor } from '../comparison/complexity-growth.ts';
export {
  type GateCounts,
  gateCounts,
  type Pair,
  type PathComparison,
  pathComparison,
} from '../comparison/path-comparison.ts';
export { geodesicCircuit, type TrotterOptions, trotterCircuit } from '../comparison/trotter.ts';
export { type TrotterRow, type TrotterStudy, trotterStudy } from '../comparison/trotter-study.ts';
export type { GlobalPhase } from '../complexity/bi-invariant-length.ts';
export type { Controls } from '../complexity/controls.ts';
export type { ObservableBound } from '../complexity/observable-bound.ts';
export type { PenaltyMetric } from '../complexity/penalty-metric.ts';
export { type RightInvariantMetric, rightInvariantMetric } from '../complexity/right-invariant-metric.ts';
export type { ObservableCell } from '../complexity/verified-observable-bound.ts';
export type { ControlArc } from '../control/control-arcs.ts';
export type { ControlBound, DriftSystem } from '../control/drift-system.ts';
export { interactionTime } from '../control/interaction-time.ts';
export type { PontryaginCheck } from '../control/pontryagin.ts';
export { timeLowerBound } from '../control/speed-limit.ts';
export {
  leastTime,
  type TimeOptimalControl,
  type TimeOptimalEnds,
  type TimeOptions,
  timeOptimalControl,
} from '../control/time-optimal-control.ts';
export type { TimeStep } from '../control/time-search.ts';
export type { FlipTable } from '../engine/kernels.ts';
export type { MixedGeodesic } from '../geodesic/mixed/mixed-certificate.ts';
export { mixedGeodesic } from '../geodesic/mixed/mixed-geodesic.ts';
export type { MixedGeodesicOptions } from '../geodesic/mixed/mixed-search.ts';
export type { LetterCounts } from '../geodesic/sector/collective-operators.ts';
export { embeddedStart } from '../geodesic/sector/embedded-start.ts';
export { type SymmetricForm, symmetricForm, symmetryClasses } from '../geodesic/sector/permutation-symmetry.ts';
export { brokenTypes, type Levels, refinements } from '../geodesic/sector/refinement.ts';
export type { RingGroup, RingOrbits } from '../geodesic/sector/ring-orbits.ts';
export { type RingOptions, type RingSector, ringSector } from '../geodesic/sector/ring-sector.ts';
export { ringAmplitudes, ringPath, ringState } from '../geodesic/sector/ring-state.ts';
export {
  type IndexPart,
  type MorseIndex,
  morseIndex,
  type SecondVariation,
  secondVariation,
} from '../geodesic/sector/second-variation.ts';
export {
  type CertificateOptions,
  type SectorCertificate,
  type SectorStatus,
  sectorCertificate,
} from '../geodesic/sector/sector-certificate.ts';
export {
  type SectorGeodesic,
  type SectorGeodesicOptions,
  sectorGeodesic,
} from '../geodesic/sector/sector-geodesic.ts';
export type { BegunPath, SlicedSectorPath } from '../geodesic/sector/sector-search.ts';
export {
  type SectorSeriesOptions,
  type SeriesPath,
  type SeriesTarget,
  sectorSeries,
} from '../geodesic/sector/sector-series.ts';
export { type SectorWeights, sectorWeights } from '../geodesic/sector/sector-weights.ts';
export { orbitName, sectorPath, sectorVelocity } from '../geodesic/sector/sector-words.ts';
export type { StateSector } from '../geodesic/sector/state-sector.ts';
export {
  type SearchedSector,
  type SymmetricGeodesic,
  type SymmetricSearchOptions,
  symmetricGeodesic,
} from '../geodesic/sector/symmetric-geodesic.ts';
export {
  type BrokenSymmetry,
  blocksBroken,
  type SectorType,
  type SymmetryBrokenOptions,
  symmetryBroken,
} from '../geodesic/sector/symmetry-broken.ts';
export {
  type SectorOptions,
  type SymmetricWeights,
  type YoungSector,
  youngSector,
} from '../geodesic/sector/young-sector.ts';
export { type ControlHamiltonian, type ControlSpace, wordControlSpace } from '../geodesic/state/control-space.ts';
export type { StartedPath } from '../geodesic/state/found-path.ts';
export { geodesicReadout, type Readout } from '../geodesic/state/generator-readout.ts';
export {
  type GeneratorGeodesic,
  type Generators,
  generatorGeodesic,
  generators,
  wordGenerators,
} from '../geodesic/state/generators.ts';
export type { StateMetric } from '../geodesic/state/metric-space.ts';
export { neighbourPairs } from '../geodesic/state/neighbour-pairs.ts';
export { type RefinedPath, type RefinementOptions, refinedPath } from '../geodesic/state/refined-path.ts';
export { shortestPath } from '../geodesic/state/shortest-path.ts';
export type { GeodesicStep } from '../geodesic/state/sliced-search.ts';
export type { StateCertificate } from '../geodesic/state/state-certificate.ts';
export {
  controlsAt,
  exactFlow,
  pointAfter,
  type StateFlow,
  type StatePoint,
  speedAt,
  stateFlow,
} from '../geodesic/state/state-flow.ts';
export {
  type GeodesicOptions,
  type SlicedGeodesic,
  type StateGeodesic,
  stateGeodesic,
  stateGeodesics,
} from '../geodesic/state/state-geodesic.ts';
export type { StateLowerBounds } from '../geodesic/state/state-lower-bounds.ts';
export { oppositeTurns, reflection, type StateSymmetry } from '../geodesic/state/state-symmetry.ts';
export type { SymmetricPaths } from '../geodesic/state/symmetric-paths.ts';
export { carriedAlong } from '../geodesic/state/varied-flow.ts';
export type { FlowOptions } from '../geodesic/unitary/euler-arnold.ts';
export {
  exponentialMap,
  type GeodesicPoint,
  type GeodesicStart,
  type UnitaryFlow,
  unitaryFlow,
} from '../geodesic/unitary/exponential-map.ts';
export type { FreeRotation } from '../geodesic/unitary/free-rotations.ts';
export {
  type ConjugatePoints,
  conjugatePoints,
  type JacobiFields,
  jacobiFields,
} from '../geodesic/unitary/jacobi-fields.ts';
export {
  type LogarithmOptions,
  logarithmicMap,
  logarithmicMaps,
  type UnitaryGeodesic,
} from '../geodesic/unitary/logarithmic-map.ts';
export { type UnitaryLowerBounds, unitaryLowerBounds } from '../geodesic/unitary/unitary-bounds.ts';
export type { UnitaryCertificate } from '../geodesic/unitary/unitary-certificate.ts';
export { type UnitaryPathOptions, unitaryPathObjective } from '../geodesic/unitary/unitary-path-objective.ts';
export type { GivenGeodesic, SearchOptions } from '../geodesic/unitary/unitary-search.ts';
export type { Complex, ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
export type { RealMatrix } from '../linalg/matrix.ts';
export type { Lattice } from '../operator/lattice.ts';
export type { PauliWord } from '../operator/pauli.ts';
export type { PauliSum, PauliTerm } from '../operator/pauli-sum.ts';
export type { Evaluation, Objective } from '../optimise/objective.ts';
export type { ExtrapolatedLength } from '../path/extrapolated-length.ts';
export { type CurveDistance, curveDistance, discreteFrechet } from '../path/frechet-distance.ts';
export type { GivenPath } from '../path/given-path.ts';
export { slicePathCircuit } from '../path/slice-path-circuit.ts';
export { blockPath, circuitPath, geodesicPath, pathLength, pathSpeeds, type SlicedPath } from '../path/sliced-path.ts';
export { pairTimes, rangeProfile, type TimeSpent, timeByRange, timeSpent } from '../path/time-spent.ts';
export { type WordTable, wordTable } from '../path/word-table.ts';
export { type SearchEntries, type SearchJournal, searchJournal } from '../search-journal.ts';
export type { Result, Solution } from '../solution.ts';
export type { State } from '../state/reduced-density-matrix.ts';
export {
  catComponents,
  coherentComponents,
  dickeComponents,
  ghzComponents,
  type QubitBlocks,
  refinedVector,
  type SymmetricVector,
  sectorState,
} from '../state/symmetric-vector.ts';
export type { Radians } from '../units.ts';
