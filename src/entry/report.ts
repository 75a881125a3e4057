/**
 * @file `bulkweave/report`: the records of runs and studies, the page made of one, and the drawings on it: data in, HTML and SVG out.
 */

export type { BoundaryGeometry, RegionCut } from '../bulk/boundary-geometry.ts';
export type { BoundaryShape } from '../bulk/boundary-shape.ts';
export type { BondCurvature } from '../bulk/bulk-curvature.ts';
export type { BulkGeometry, InformedNode, MeasuredEdge } from '../bulk/bulk-geometry.ts';
export type { AlignedFrame, Points } from '../bulk/geometry-over-time.ts';
export type { InferabilityMap } from '../bulk/inferability-map.ts';
export type { Front } from '../bulk/light-cones.ts';
export type { CausalGeometry, SpaceOverTime } from '../bulk/space-over-time.ts';
export type { TruncationError } from '../chain/block-chain.ts';
export type { ChainInfidelity } from '../chain/block-overlap.ts';
export type { BlockCircuit, BlockGate } from '../circuit/block-circuit.ts';
export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../circuit/circuit.ts';
export type { OrderInUse } from '../circuit/circuit-contraction.ts';
export type { GateCounts, Pair, PathComparison } from '../comparison/path-comparison.ts';
export type { TrotterRow, TrotterStudy } from '../comparison/trotter-study.ts';
export type { MovingSegment } from '../complexity/moving-observable.ts';
export type { MovingObservableBound } from '../complexity/moving-observable-bound.ts';
export type { ObservableBound } from '../complexity/observable-bound.ts';
export type { SpinTerm, SpinUnit } from '../complexity/spin-units.ts';
export type { SymmetricMovingBound, SymmetricSegment } from '../complexity/symmetric-moving-bound.ts';
export type { SymmetricObservableBound } from '../complexity/symmetric-observable-bound.ts';
export type { ObservableCell } from '../complexity/verified-observable-bound.ts';
export type { Leg } from '../contraction/contraction-graph.ts';
export type { Axis } from '../drawing/axes.ts';
export { type BarChart, type BarRow, barChart } from '../drawing/bar-chart.ts';
export { bulkDrawing } from '../drawing/bulk-drawing.ts';
export { circuitDrawing } from '../drawing/circuit-drawing.ts';
export { circuitMap } from '../drawing/circuit-map.ts';
export type { Place } from '../drawing/clearance.ts';
export { embeddingDrawing } from '../drawing/embedding-drawing.ts';
export { exhibitFigure } from '../drawing/exhibit.ts';
export type { GraphLayout } from '../drawing/graph-layout.ts';
export { type HeatMap, heatMap } from '../drawing/heat-map.ts';
export type { LayoutShape } from '../drawing/layout-shape.ts';
export { type Band, type Datum, type LineChart, lineChart, type Series } from '../drawing/line-chart.ts';
export { networkDrawing } from '../drawing/network-drawing.ts';
export { trajectoryDrawing } from '../drawing/trajectory-drawing.ts';
export type { FisherSpectrum } from '../fisher/fisher-spectrum.ts';
export type { GaussianState, Statistics } from '../gaussian/gaussian-state.ts';
export type { StringLetter } from '../gaussian/jordan-wigner.ts';
export type { BlockTruncation } from '../generative/block-chain-infidelity.ts';
export type { GenerativeNetwork } from '../generative/generative-network.ts';
export type {
  FermionState,
  MixedState,
  NamedState,
  NetworkState,
  PureState,
  StabiliserState,
  SymmetricState,
  TargetState,
} from '../generative/target-state.ts';
export type { MixedGeodesic } from '../geodesic/mixed/mixed-certificate.ts';
export type { SlicedGeodesic } from '../geodesic/state/state-geodesic.ts';
export type { StateLowerBounds } from '../geodesic/state/state-lower-bounds.ts';
export type { CapacityGraph, GraphEdge, GraphNode } from '../geometry/capacity-graph.ts';
export type { DiskPoint } from '../geometry/hyperbolic-disk.ts';
export type { Hyperbolicity } from '../geometry/hyperbolicity.ts';
export type { ModelFit, SpaceFit, SpaceKind } from '../geometry/model-fit.ts';
export type { Embedding } from '../geometry/multidimensional-scaling.ts';
export type { Inflation, Tile, Tiling, TilingEdge } from '../geometry/tiling.ts';
export type { CurvatureResponse, Response } from '../gravity/area-response.ts';
export type { FirstLaw } from '../gravity/entanglement-first-law.ts';
export type { GravityShadow, RegionResponse } from '../gravity/gravity-shadow.ts';
export type { SpectrumShadow } from '../gravity/spectrum-shadow.ts';
export type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
export type { Truncation } from '../linalg/kept-values.ts';
export type { RealMatrix } from '../linalg/matrix.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../network/tensor-network.ts';
export type { PauliWord } from '../operator/pauli.ts';
export type { PauliSum, PauliTerm } from '../operator/pauli-sum.ts';
export type { CurveDistance } from '../path/frechet-distance.ts';
export { exactJson, parseExactJson } from '../record/exact-json.ts';
export { fitDisk } from '../record/fit-disk.ts';
export { graphScale, type ScaleMarks } from '../record/graph-scale.ts';
export type { EnergyRecord, Likeness, LikenessRecord, PictureRecord } from '../record/likeness-record.ts';
export type { LowerBoundsRecord } from '../record/lower-bounds-record.ts';
export {
  type FrontRow,
  type GaussianPathRecord,
  type GeodesicRecord,
  type GrowthRow,
  type HistoryRow,
  type InputFile,
  type MixedRecord,
  type PathRecord,
  type PolishedRecord,
  RECORD_SCHEMA,
  type RecordHead,
  type RingRecord,
  type RunPoint,
  type RunRecord,
  type SectorRecord,
  type ShapeRecord,
  type TrainingRecord,
} from '../record/run-record.ts';
export * from '../record/study-record.ts';
export { type TilingMarks, tilingDisk } from '../record/tiling-disk.ts';
export { reportPage } from '../report/page.ts';
export { reportOfSeveral } from '../report/several.ts';
export type { Result } from '../solution.ts';
export type { DigitMatrix } from '../stabiliser/digit-matrix.ts';
export type { StabiliserGroup } from '../stabiliser/stabiliser-group.ts';
export type { RegionEntropy } from '../state/region-entropies.ts';
export type { Nats, Radians } from '../units.ts';
