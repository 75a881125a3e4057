/** @file `bulkweave/run`: experiments as data, and the run of one from its target to its record. */

export type { BoundaryGeometry, RegionCut } from '../../src/bulk/boundary-geometry.ts';
export type { BoundaryShape } from '../../src/bulk/boundary-shape.ts';
export type { BondCurvature } from '../../src/bulk/bulk-curvature.ts';
export type { BulkGeometry, InformedNode, MeasuredEdge } from '../../src/bulk/bulk-geometry.ts';
export type { InferabilityMap } from '../../src/bulk/inferability-map.ts';
export type { Chosen } from '../../src/catalogue.ts';
export type { TruncationError } from '../../src/chain/block-chain.ts';
export type { ChainInfidelity } from '../../src/chain/block-overlap.ts';
export type { BlockCircuit, BlockGate } from '../../src/circuit/block-circuit.ts';
export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../../src/circuit/circuit.ts';
export type { OrderInUse } from '../../src/circuit/circuit-contraction.ts';
export type { GateCounts, Pair, PathComparison } from '../../src/comparison/path-comparison.ts';
export type { TrotterRow, TrotterStudy } from '../../src/comparison/trotter-study.ts';
export type { MovingSegment } from '../../src/complexity/moving-observable.ts';
export type { MovingObservableBound } from '../../src/complexity/moving-observable-bound.ts';
export type { ObservableBound } from '../../src/complexity/observable-bound.ts';
export type { SpinTerm, SpinUnit } from '../../src/complexity/spin-units.ts';
export type { SymmetricMovingBound, SymmetricSegment } from '../../src/complexity/symmetric-moving-bound.ts';
export type { SymmetricObservableBound } from '../../src/complexity/symmetric-observable-bound.ts';
export type { ObservableCell } from '../../src/complexity/verified-observable-bound.ts';
export type { Leg } from '../../src/contraction/contraction-graph.ts';
export type { FisherSpectrum } from '../../src/fisher/fisher-spectrum.ts';
export type { GaussianState, Statistics } from '../../src/gaussian/gaussian-state.ts';
export type { StringLetter } from '../../src/gaussian/jordan-wigner.ts';
export type { BlockTruncation } from '../../src/generative/block-chain-infidelity.ts';
export type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
export type {
  FermionState,
  MixedState,
  NamedState,
  NetworkState,
  PureState,
  StabiliserState,
  SymmetricState,
  TargetState,
} from '../../src/generative/target-state.ts';
export type { MixedGeodesic } from '../../src/geodesic/mixed/mixed-certificate.ts';
export type { SlicedGeodesic } from '../../src/geodesic/state/state-geodesic.ts';
export type { StateLowerBounds } from '../../src/geodesic/state/state-lower-bounds.ts';
export type { GraphEdge, GraphNode } from '../../src/geometry/capacity-graph.ts';
export type { DiskPoint } from '../../src/geometry/hyperbolic-disk.ts';
export type { Hyperbolicity } from '../../src/geometry/hyperbolicity.ts';
export type { ModelFit, SpaceFit, SpaceKind } from '../../src/geometry/model-fit.ts';
export type { Embedding } from '../../src/geometry/multidimensional-scaling.ts';
export type { CurvatureResponse, Response } from '../../src/gravity/area-response.ts';
export type { FirstLaw } from '../../src/gravity/entanglement-first-law.ts';
export type { GravityShadow, RegionResponse } from '../../src/gravity/gravity-shadow.ts';
export type { SpectrumShadow } from '../../src/gravity/spectrum-shadow.ts';
export type { Issue } from '../../src/issues.ts';
export type { ComplexMatrix, ComplexVector } from '../../src/linalg/complex.ts';
export type { Truncation } from '../../src/linalg/kept-values.ts';
export type { RealMatrix } from '../../src/linalg/matrix.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../../src/network/tensor-network.ts';
export type { NetworkPoint } from '../../src/network-point.ts';
export type { Noted } from '../../src/noted.ts';
export type { PauliWord } from '../../src/operator/pauli.ts';
export type { PauliSum, PauliTerm } from '../../src/operator/pauli-sum.ts';
export type { Evaluation } from '../../src/optimise/objective.ts';
export type { Iterate } from '../../src/optimise/optimiser.ts';
export type { CurveDistance } from '../../src/path/frechet-distance.ts';
export type { EnergyRecord, Likeness, LikenessRecord, PictureRecord } from '../../src/record/likeness-record.ts';
export type { LowerBoundsRecord } from '../../src/record/lower-bounds-record.ts';
export type {
  FrontRow,
  GaussianPathRecord,
  GeodesicRecord,
  GrowthRow,
  HistoryRow,
  InputFile,
  MixedRecord,
  PathRecord,
  PolishedRecord,
  RecordHead,
  RingRecord,
  RunPoint,
  SectorRecord,
  ShapeRecord,
  TrainingRecord,
} from '../../src/record/run-record.ts';
export type * from '../../src/record/study-record.ts';
export type { SearchEntries } from '../../src/search-journal.ts';
export type { Result } from '../../src/solution.ts';
export type { DigitMatrix } from '../../src/stabiliser/digit-matrix.ts';
export type { StabiliserGroup } from '../../src/stabiliser/stabiliser-group.ts';
export type { RegionEntropy } from '../../src/state/region-entropies.ts';
export type { TensorTrainingState } from '../../src/tensorflow/tensor-optimiser.ts';
export type { Nats, Radians } from '../../src/units.ts';
export type { ComplexityTerm } from '../loss.ts';
export type { Best, Journal, PhaseResult } from '../phase.ts';
export type { StepperState } from '../stepper.ts';
export type { StudyCheckpoint, StudyStep } from '../study.ts';
export type { Trained } from '../train.ts';
export type { TrainingOptions } from '../training-options.ts';
export {
  type Experiment,
  experimentSchema,
  isStudy,
  parseExperiment,
  type StudyExperiment,
  studySchema,
} from './experiment.ts';
export { type RunCheckpoint, type RunContext, type RunStep, run } from './run.ts';
export { runStudy } from './run-study.ts';
export type { FinishedStages, Stage, StageFindings } from './stage-sequence.ts';
export type { Part, Place } from './time-left.ts';
