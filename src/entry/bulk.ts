/**
 * @file `bulkweave/bulk`: the network as a geometry: areas, minimal cuts, distances, curvature, light cones, and how it responds
 * to matter.
 */

export { type BoundaryGeometry, boundaryGeometry, type RegionCut, regionCuts } from '../bulk/boundary-geometry.ts';
export { type BoundaryShape, boundaryShape } from '../bulk/boundary-shape.ts';
export { type BondCurvature, bulkCurvature } from '../bulk/bulk-curvature.ts';
export {
  type BulkGeometry,
  bulkGeometry,
  type InformedNode,
  type MeasuredEdge,
} from '../bulk/bulk-geometry.ts';
export { bulkGraph } from '../bulk/bulk-graph.ts';
export { type CausalCone, causalCone, causalWedge } from '../bulk/causal-cones.ts';
export { circuitFrames } from '../bulk/circuit-frames.ts';
export { bulkGeodesics, edgeLengths, rankCorrelation } from '../bulk/edge-lengths.ts';
export {
  type EntanglementGeometry,
  type EntanglementGeometryOptions,
  type EntanglementShape,
  entanglementGeometry,
  type HyperbolicSignature,
  procrustesDistance,
  type ReggeCurvature,
} from '../bulk/entanglement-geometry.ts';
export {
  type AlignedFrame,
  type Alignment,
  type GeometryFrame,
  geometryOverTime,
  type Points,
  procrustesAlignment,
  type TimelineOptions,
} from '../bulk/geometry-over-time.ts';
export {
  type GeometryClass,
  type GeometryVerdict,
  type GeometryVerdictOptions,
  geometryVerdict,
  type Locality,
} from '../bulk/geometry-verdict.ts';
export { type InferabilityMap, inferabilityMap } from '../bulk/inferability-map.ts';
export { gaussianDistances, informationDistances } from '../bulk/information-distances.ts';
export {
  arrivalFront,
  type Front,
  type InformationFrame,
  informationArrivals,
  type LightCones,
  lightCones,
} from '../bulk/light-cones.ts';
export { type BulkPlace, type Recoverability, recoverability, regionRecoverability } from '../bulk/recoverability.ts';
export { recoverabilityMap } from '../bulk/recoverability-map.ts';
export {
  type RedundancyDefect,
  type RedundancyOptions,
  type RegionDefect,
  redundancyDefect,
} from '../bulk/redundancy-defect.ts';
export {
  type BlockEntropy,
  type FittedTerm,
  type KnownRegion,
  type LawPrediction,
  lawPredictions,
  type RegionLaw,
  type RegionTerms,
  regionTerms,
} from '../bulk/region-laws.ts';
export { type RingRegion, ringRegions } from '../bulk/ring-regions.ts';
export { type SampledRegion, sampledRegions } from '../bulk/sampled-regions.ts';
export { type CausalGeometry, type SpaceOverTime, spaceOverTime, type TimedGeometry } from '../bulk/space-over-time.ts';
export {
  type SuperposedRegion,
  type SuperpositionGeometry,
  type SuperpositionOptions,
  superpositionGeometry,
} from '../bulk/superposition-geometry.ts';
export {
  type CausalAgreement,
  type TwoGeometries,
  type TwoGeometriesOptions,
  twoGeometries,
} from '../bulk/two-geometries.ts';
export type { BlockCircuit, BlockGate } from '../circuit/block-circuit.ts';
export type { Angle, BlochPoint, Circuit, Reference, Rotation } from '../circuit/circuit.ts';
export type { Leg } from '../contraction/contraction-graph.ts';
export type { DensityTangent } from '../estimation/density-tangent.ts';
export type { Inferability } from '../fisher/inferability.ts';
export type { GaussianState, Statistics } from '../gaussian/gaussian-state.ts';
export type { StringLetter } from '../gaussian/jordan-wigner.ts';
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
export type { CapacityGraph, GraphEdge, GraphNode } from '../geometry/capacity-graph.ts';
export { delaunay } from '../geometry/delaunay.ts';
export {
  type CentralChargeFit,
  centralChargeFit,
  type DecayFit,
  decayFit,
  type GrowthFit,
  growthFit,
  type LawComparison,
  type LineFit,
  lineFit,
} from '../geometry/distance-fit.ts';
export {
  type AngleDeficit,
  angleDeficits,
  graphDistances,
  ollivierRicci,
  transportCost,
  type WeightedGraph,
} from '../geometry/graph-curvature.ts';
export {
  chainGraph,
  gridGraph,
  type LegDimensions,
  type MeraGraphOptions,
  meraGraph,
  treeGraph,
} from '../geometry/graph-families.ts';
export { growingCuts } from '../geometry/growing-cuts.ts';
export { type HopGraph, hopDistances, hopGraph, siteHops } from '../geometry/hop-distances.ts';
export {
  bisectorPoint,
  type DiskPoint,
  diskDistance,
  diskMidpoint,
  diskReflection,
  diskTranslation,
  type GeodesicArc,
  geodesicArc,
} from '../geometry/hyperbolic-disk.ts';
export { type Hyperbolicity, hyperbolicity } from '../geometry/hyperbolicity.ts';
export { type Cut, minimalCut } from '../geometry/minimal-cut.ts';
export { type MinimalCuts, minimalCuts } from '../geometry/minimal-cuts.ts';
export { type ModelFit, modelFit, type SpaceFit, type SpaceKind } from '../geometry/model-fit.ts';
export {
  type DistanceTable,
  type Embedding,
  embeddingDimension,
  multidimensionalScaling,
} from '../geometry/multidimensional-scaling.ts';
export { shortestPaths } from '../geometry/shortest-paths.ts';
export {
  type Distortion,
  distortionBetween,
  jaccardIndex,
  type MantelTest,
  mantelTest,
  type OpenTable,
  relativeNeighbours,
} from '../geometry/table-comparison.ts';
export {
  type Inflation,
  type Tile,
  type Tiling,
  type TilingEdge,
  type TilingOptions,
  tiling,
} from '../geometry/tiling.ts';
export { type TilingCoordinates, tileLengths, tilingCoordinates } from '../geometry/tiling-coordinates.ts';
export { edgeLeg, type TilingDimensions, tilingGraph } from '../geometry/tiling-graph.ts';
export {
  areaResponses,
  type CurvatureResponse,
  type CutResponse,
  curvatureResponse,
  cutResponse,
  entropyResponse,
  type InformationResponse,
  informationResponse,
  type Response,
  type StateChange,
} from '../gravity/area-response.ts';
export {
  type AreaOptions,
  type AreaSource,
  type AreaTable,
  areaOf,
  areasOf,
  areasOfCuts,
  areasOfEntropies,
  areasOfGaussian,
  type CutAreaOptions,
} from '../gravity/area-table.ts';
export { type CornerTransferSpectrum, cornerTransferSpectrum } from '../gravity/corner-transfer-spectrum.ts';
export {
  type CurvatureTomography,
  curvatureTomography,
  type GeodesicChoice,
  geodesicsOf,
  type MeasuredGeodesic,
  type TomographyOptions,
} from '../gravity/curvature-tomography.ts';
export {
  type AreaChange,
  type EntanglementEquilibrium,
  entanglementEquilibrium,
} from '../gravity/entanglement-equilibrium.ts';
export {
  entanglementFirstLaw,
  type FirstLaw,
  modularHamiltonian,
  regionFirstLaw,
  relativeEntropy,
  relativeEntropyHessian,
} from '../gravity/entanglement-first-law.ts';
export {
  entanglementSpectrumGeometry,
  entanglementSpectrumMetric,
  negativeEntropyHessian,
  type SpectrumFamily,
  type SpectrumGeometry,
  type SpectrumOptions,
} from '../gravity/entanglement-spectrum-metric.ts';
export { gaussianFirstLaw } from '../gravity/gaussian-first-law.ts';
export {
  type DefectChange,
  type DefectOfLength,
  defectChange,
  type GravityDefect,
  type GravityDefectOptions,
  gravityDefect,
  kinematicDensity,
} from '../gravity/gravity-defect.ts';
export { type GravityShadow, gravityShadow, type RegionResponse } from '../gravity/gravity-shadow.ts';
export { type HalfPlaneCut, halfPlaneCuts, linesOfCuts } from '../gravity/half-plane-cuts.ts';
export { kinematicResidual, waveResidual } from '../gravity/kinematic-residual.ts';
export {
  filteredBackProjection,
  type MeasuredLine,
  type MetricFromLines,
  type MetricFromLinesOptions,
  metricFromLines,
  type Sinogram,
} from '../gravity/metric-from-lines.ts';
export {
  type LineLengths,
  lineLengthChange,
  lineLengths,
  type MetricChange,
  type PixelGrid,
  type PlaneLine,
  planeCurvatureChange,
} from '../gravity/plane-lines.ts';
export { type SpectrumShadow, spectrumShadow } from '../gravity/spectrum-shadow.ts';
export { areasOfTarget } from '../gravity/target-areas.ts';
export { type WaveFit, type WaveFitOptions, waveFit } from '../gravity/wave-fit.ts';
export {
  type BulkOptions,
  type BulkPoint,
  geodesicLengthChange,
  geodesicPoint,
  type IntervalGeodesic,
  perturbationCurvature,
  xRayTransform,
} from '../gravity/x-ray-transform.ts';
export type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
export type { RealMatrix } from '../linalg/matrix.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from '../network/tensor-network.ts';
export type { Noted } from '../noted.ts';
export type { Lattice } from '../operator/lattice.ts';
export type { PauliWord } from '../operator/pauli.ts';
export type { PauliSum, PauliTerm } from '../operator/pauli-sum.ts';
export type { DifferenceOptions } from '../riemann/differences.ts';
export type { Estimate } from '../riemann/estimate.ts';
export type { GeodesicBallOptions } from '../riemann/geodesic-ball.ts';
export type { MetricDerivatives, MetricField } from '../riemann/metric-field.ts';
export type { DigitMatrix } from '../stabiliser/digit-matrix.ts';
export type { StabiliserGroup } from '../stabiliser/stabiliser-group.ts';
export type { State } from '../state/reduced-density-matrix.ts';
export type { RegionEntropies, RegionEntropy } from '../state/region-entropies.ts';
export type { Nats, Radians } from '../units.ts';
