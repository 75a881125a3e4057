/**
 * @file Names that `bulkweave` exported when it was one flat index, and where each is now. They remain for one version.
 */

export {
  /** @deprecated Import it from `bulkweave/bulk`. */
  angleDeficits,
  /** @deprecated Import it from `bulkweave/bulk`. */
  areaResponses,
  /** @deprecated Import it from `bulkweave/bulk`. */
  arrivalFront,
  /** @deprecated Import it from `bulkweave/bulk`. */
  type BondCurvature,
  /** @deprecated Import it from `bulkweave/bulk`. */
  type BoundaryShape,
  /** @deprecated Import it from `bulkweave/bulk`. */
  type BulkGeometry,
  /** @deprecated Import it from `bulkweave/bulk`. */
  boundaryShape,
  /** @deprecated Import it from `bulkweave/bulk`. */
  bulkCurvature,
  /** @deprecated Import it from `bulkweave/bulk`. */
  bulkGeodesics,
  /** @deprecated Import it from `bulkweave/bulk`. */
  bulkGeometry,
  /** @deprecated Import it from `bulkweave/bulk`. */
  bulkGraph,
  /** @deprecated Import it from `bulkweave/bulk`. */
  causalCone,
  /** @deprecated Import it from `bulkweave/bulk`. */
  causalWedge,
  /** @deprecated Import it from `bulkweave/bulk`. */
  curvatureResponse,
  /** @deprecated Import it from `bulkweave/bulk`. */
  cutResponse,
  /** @deprecated Import it from `bulkweave/bulk`. */
  edgeLengths,
  /** @deprecated Import it from `bulkweave/bulk`. */
  embeddingDimension,
  /** @deprecated Import it from `bulkweave/bulk`. */
  entanglementFirstLaw,
  /** @deprecated Import it from `bulkweave/bulk`. */
  entanglementSpectrumGeometry,
  /** @deprecated Import it from `bulkweave/bulk`. */
  entanglementSpectrumMetric,
  /** @deprecated Import it from `bulkweave/bulk`. */
  entropyResponse,
  /** @deprecated Import it from `bulkweave/bulk`. */
  type GravityShadow,
  /** @deprecated Import it from `bulkweave/bulk`. */
  gaussianDistances,
  /** @deprecated Import it from `bulkweave/bulk`. */
  geometryOverTime,
  /** @deprecated Import it from `bulkweave/bulk`. */
  gravityShadow,
  /** @deprecated Import it from `bulkweave/bulk`. */
  hyperbolicity,
  /** @deprecated Import it from `bulkweave/bulk`. */
  inferabilityMap,
  /** @deprecated Import it from `bulkweave/bulk`. */
  informationArrivals,
  /** @deprecated Import it from `bulkweave/bulk`. */
  informationDistances,
  /** @deprecated Import it from `bulkweave/bulk`. */
  informationResponse,
  /** @deprecated Import it from `bulkweave/bulk`. */
  lightCones,
  /** @deprecated Import it from `bulkweave/bulk`. */
  minimalCut,
  /** @deprecated Import it from `bulkweave/bulk`. */
  modelFit,
  /** @deprecated Import it from `bulkweave/bulk`. */
  modularHamiltonian,
  /** @deprecated Import it from `bulkweave/bulk`. */
  multidimensionalScaling,
  /** @deprecated Import it from `bulkweave/bulk`. */
  ollivierRicci,
  /** @deprecated Import it from `bulkweave/bulk`. */
  procrustesAlignment,
  /** @deprecated Import it from `bulkweave/bulk`. */
  type Recoverability,
  /** @deprecated Import it from `bulkweave/bulk`. */
  rankCorrelation,
  /** @deprecated Import it from `bulkweave/bulk`. */
  recoverability,
  /** @deprecated Import it from `bulkweave/bulk`. */
  recoverabilityMap,
  /** @deprecated Import it from `bulkweave/bulk`. */
  regionFirstLaw,
  /** @deprecated Import it from `bulkweave/bulk`. */
  relativeEntropy,
  /** @deprecated Import it from `bulkweave/bulk`. */
  relativeEntropyHessian,
  /** @deprecated Import it from `bulkweave/bulk`. */
  ringRegions,
  /** @deprecated Import it from `bulkweave/bulk`. */
  type SpaceOverTime,
  /** @deprecated Import it from `bulkweave/bulk`. */
  type SpectrumShadow,
  /** @deprecated Import it from `bulkweave/bulk`. */
  shortestPaths,
  /** @deprecated Import it from `bulkweave/bulk`. */
  spaceOverTime,
  /** @deprecated Import it from `bulkweave/bulk`. */
  spectrumShadow,
} from './entry/bulk.ts';
export {
  /** @deprecated Import it from `bulkweave/circuit`. */
  checkCircuit,
  /** @deprecated Import it from `bulkweave/circuit`. */
  circuitTangents,
  /** @deprecated Import it from `bulkweave/circuit`. */
  commutingLayers,
  /** @deprecated Import it from `bulkweave/circuit`. */
  controlledNotGate,
  /** @deprecated Import it from `bulkweave/circuit`. */
  hadamardGate,
  /** @deprecated Import it from `bulkweave/circuit`. */
  measureWord,
  /** @deprecated Import it from `bulkweave/circuit`. */
  type Outcome,
  /** @deprecated Import it from `bulkweave/circuit`. */
  openQasm,
  /** @deprecated Import it from `bulkweave/circuit`. */
  pauliGate,
  /** @deprecated Import it from `bulkweave/circuit`. */
  pullbackCircuit,
  /** @deprecated Import it from `bulkweave/circuit`. */
  runCircuit,
  /** @deprecated Import it from `bulkweave/circuit`. */
  simplified,
  /** @deprecated Import it from `bulkweave/circuit`. */
  unitaryCircuit,
} from './entry/circuit.ts';
export {
  /** @deprecated Import it from `bulkweave/complexity`. */
  canonicalGate,
  /** @deprecated Import it from `bulkweave/complexity`. */
  circuitEnergy,
  /** @deprecated Import it from `bulkweave/complexity`. */
  circuitLength,
  /** @deprecated Import it from `bulkweave/complexity`. */
  cnotCount,
  /** @deprecated Import it from `bulkweave/complexity`. */
  controlWords,
  /** @deprecated Import it from `bulkweave/complexity`. */
  coupledPairs,
  /** @deprecated Import it from `bulkweave/complexity`. */
  entanglementBound,
  /** @deprecated Import it from `bulkweave/complexity`. */
  type FrontEntry,
  /** @deprecated Import it from `bulkweave/complexity`. */
  type GateCountFront,
  /** @deprecated Import it from `bulkweave/complexity`. */
  type GateFamily,
  /** @deprecated Import it from `bulkweave/complexity`. */
  type GateTarget,
  /** @deprecated Import it from `bulkweave/complexity`. */
  gateCount,
  /** @deprecated Import it from `bulkweave/complexity`. */
  gateCountBound,
  /** @deprecated Import it from `bulkweave/complexity`. */
  gateCountFront,
  /** @deprecated Import it from `bulkweave/complexity`. */
  genericGateCount,
  /** @deprecated Import it from `bulkweave/complexity`. */
  type Insertion,
  /** @deprecated Import it from `bulkweave/complexity`. */
  insertions,
  /** @deprecated Import it from `bulkweave/complexity`. */
  kakDecomposition,
  /** @deprecated Import it from `bulkweave/complexity`. */
  layeredLength,
  /** @deprecated Import it from `bulkweave/complexity`. */
  metricRicciCurvature,
  /** @deprecated Import it from `bulkweave/complexity`. */
  metricScalarCurvature,
  /** @deprecated Import it from `bulkweave/complexity`. */
  metricSectionalCurvature,
  /** @deprecated Import it from `bulkweave/complexity`. */
  type Placement,
  /** @deprecated Import it from `bulkweave/complexity`. */
  penaltyWeight,
  /** @deprecated Import it from `bulkweave/complexity`. */
  unreachable,
  /** @deprecated Import it from `bulkweave/complexity`. */
  weylCoordinates,
  /** @deprecated Import it from `bulkweave/complexity`. */
  withInsertion,
} from './entry/complexity.ts';
export {
  /** @deprecated Import it from `bulkweave/fisher`. */
  amplitudeDamping,
  /** @deprecated Import it from `bulkweave/fisher`. */
  applyChannel,
  /** @deprecated Import it from `bulkweave/fisher`. */
  berryCurvature,
  /** @deprecated Import it from `bulkweave/fisher`. */
  classicalFisherInformation,
  /** @deprecated Import it from `bulkweave/fisher`. */
  type DensityTangent,
  /** @deprecated Import it from `bulkweave/fisher`. */
  densityTangent,
  /** @deprecated Import it from `bulkweave/fisher`. */
  dephasing,
  /** @deprecated Import it from `bulkweave/fisher`. */
  depolarising,
  /** @deprecated Import it from `bulkweave/fisher`. */
  effectiveDimension,
  /** @deprecated Import it from `bulkweave/fisher`. */
  estimationBounds,
  /** @deprecated Import it from `bulkweave/fisher`. */
  type FisherSpectrum,
  /** @deprecated Import it from `bulkweave/fisher`. */
  fisherAfterErasure,
  /** @deprecated Import it from `bulkweave/fisher`. */
  fisherBlocks,
  /** @deprecated Import it from `bulkweave/fisher`. */
  fisherDiagonal,
  /** @deprecated Import it from `bulkweave/fisher`. */
  fisherRank,
  /** @deprecated Import it from `bulkweave/fisher`. */
  fisherSpectrum,
  /** @deprecated Import it from `bulkweave/fisher`. */
  fisherVectorProduct,
  /** @deprecated Import it from `bulkweave/fisher`. */
  fubiniStudyField,
  /** @deprecated Import it from `bulkweave/fisher`. */
  gaugeDirections,
  /** @deprecated Import it from `bulkweave/fisher`. */
  gillMassarSlack,
  /** @deprecated Import it from `bulkweave/fisher`. */
  groupInferability,
  /** @deprecated Import it from `bulkweave/fisher`. */
  type HolevoBound,
  /** @deprecated Import it from `bulkweave/fisher`. */
  type HolevoOptions,
  /** @deprecated Import it from `bulkweave/fisher`. */
  holevoBound,
  /** @deprecated Import it from `bulkweave/fisher`. */
  inferability,
  /** @deprecated Import it from `bulkweave/fisher`. */
  informationBySize,
  /** @deprecated Import it from `bulkweave/fisher`. */
  kroneckerForms,
  /** @deprecated Import it from `bulkweave/fisher`. */
  leastResolution,
  /** @deprecated Import it from `bulkweave/fisher`. */
  type ManifoldFisher,
  /** @deprecated Import it from `bulkweave/fisher`. */
  MONOTONE_METRICS,
  /** @deprecated Import it from `bulkweave/fisher`. */
  manifoldFisher,
  /** @deprecated Import it from `bulkweave/fisher`. */
  maximumLikelihood,
  /** @deprecated Import it from `bulkweave/fisher`. */
  measurementShare,
  /** @deprecated Import it from `bulkweave/fisher`. */
  mixedFisherInformation,
  /** @deprecated Import it from `bulkweave/fisher`. */
  monotoneMetric,
  /** @deprecated Import it from `bulkweave/fisher`. */
  naturalGradientDirection,
  /** @deprecated Import it from `bulkweave/fisher`. */
  networkSpectrumMetric,
  /** @deprecated Import it from `bulkweave/fisher`. */
  optimalMeasurement,
  /** @deprecated Import it from `bulkweave/fisher`. */
  type PathInferability,
  /** @deprecated Import it from `bulkweave/fisher`. */
  participationNumber,
  /** @deprecated Import it from `bulkweave/fisher`. */
  pathInferability,
  /** @deprecated Import it from `bulkweave/fisher`. */
  povmOutcomes,
  /** @deprecated Import it from `bulkweave/fisher`. */
  productOutcomes,
  /** @deprecated Import it from `bulkweave/fisher`. */
  quantumGeometricTensor,
  /** @deprecated Import it from `bulkweave/fisher`. */
  regionFisherInformation,
  /** @deprecated Import it from `bulkweave/fisher`. */
  type SlicePath,
  /** @deprecated Import it from `bulkweave/fisher`. */
  type StateJet,
  /** @deprecated Import it from `bulkweave/fisher`. */
  sampleCounts,
  /** @deprecated Import it from `bulkweave/fisher`. */
  simulateEstimation,
  /** @deprecated Import it from `bulkweave/fisher`. */
  stateFamilyMetric,
  /** @deprecated Import it from `bulkweave/fisher`. */
  stateJet,
  /** @deprecated Import it from `bulkweave/fisher`. */
  tangentAngle,
  /** @deprecated Import it from `bulkweave/fisher`. */
  thermalInformation,
  /** @deprecated Import it from `bulkweave/fisher`. */
  treeAngles,
} from './entry/fisher.ts';
export {
  /** @deprecated Import it from `bulkweave/geodesic`. */
  carriedAlong,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  circuitPath,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  complexityAlongCurve,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  conjugatePoints,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  controlsAt,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  curveDistance,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  evolutionOperator,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  exactFlow,
  /** @deprecated Import `exponentialMap` from `bulkweave/geodesic`. */
  exponentialMap as unitaryExponentialMap,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  type GeneratorGeodesic,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  type Generators,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  gateCounts,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  generatorGeodesic,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  generators,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  geodesicCircuit,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  geodesicPath,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  geodesicReadout,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  growthOf,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  jacobiFields,
  /** @deprecated Import `logarithmicMap` from `bulkweave/geodesic`. */
  logarithmicMap as unitaryLogarithmicMap,
  /** @deprecated Import `logarithmicMaps` from `bulkweave/geodesic`. */
  logarithmicMaps as unitaryLogarithmicMaps,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  type MixedGeodesic,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  type MixedGeodesicOptions,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  mixedGeodesic,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  type PathComparison,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  pairTimes,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  pathComparison,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  pathLength,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  pointAfter,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  precursor,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  rangeProfile,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  refinedPath,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  type StateFlow,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  type StateMetric,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  slicePathCircuit,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  speedAt,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  stateFlow,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  stateGeodesics,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  timeByRange,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  timeSpent,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  trotterCircuit,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  trotterStudy,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  type UnitaryGeodesic,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  unitaryComplexityAlongCurve,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  type WordTable,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  wordGenerators,
  /** @deprecated Import it from `bulkweave/geodesic`. */
  wordTable,
} from './entry/geodesic.ts';
export {
  /** @deprecated Import it from `bulkweave/linalg`. */
  type BitOperator,
  /** @deprecated Import it from `bulkweave/linalg`. */
  type Broadening,
  /** @deprecated Import it from `bulkweave/linalg`. */
  type Complex,
  /** @deprecated Import it from `bulkweave/linalg`. */
  type ComplexArray,
  /** @deprecated Import it from `bulkweave/linalg`. */
  createEngine,
  /** @deprecated Import it from `bulkweave/linalg`. */
  currentEngine,
  /** @deprecated Import it from `bulkweave/linalg`. */
  type Differentiable,
  /** @deprecated Import it from `bulkweave/linalg`. */
  differentiableExponential,
  /** @deprecated Import it from `bulkweave/linalg`. */
  differentiableHermitianEigen,
  /** @deprecated Import it from `bulkweave/linalg`. */
  differentiableHermitianFunction,
  /** @deprecated Import it from `bulkweave/linalg`. */
  differentiableLowRank,
  /** @deprecated Import it from `bulkweave/linalg`. */
  differentiablePolarFactor,
  /** @deprecated Import it from `bulkweave/linalg`. */
  differentiableQr,
  /** @deprecated Import it from `bulkweave/linalg`. */
  differentiableSingularValues,
  /** @deprecated Import it from `bulkweave/linalg`. */
  type Engine,
  /** @deprecated Import it from `bulkweave/linalg`. */
  type EngineOptions,
  /** @deprecated Import it from `bulkweave/linalg`. */
  exponentialAction,
  /** @deprecated Import it from `bulkweave/linalg`. */
  hermitianEigen,
  /** @deprecated Import it from `bulkweave/linalg`. */
  imaginaryTimeAction,
  /** @deprecated Import it from `bulkweave/linalg`. */
  innerProduct,
  /** @deprecated Import it from `bulkweave/linalg`. */
  lanczos,
  /** @deprecated Import it from `bulkweave/linalg`. */
  matrixExponential,
  /** @deprecated Import it from `bulkweave/linalg`. */
  multiply,
  /** @deprecated Import it from `bulkweave/linalg`. */
  norm,
  /** @deprecated Import it from `bulkweave/linalg`. */
  normalised,
  /** @deprecated Import it from `bulkweave/linalg`. */
  polarFactor,
  /** @deprecated Import it from `bulkweave/linalg`. */
  qr,
  /** @deprecated Import it from `bulkweave/linalg`. */
  randomUnitary,
  /** @deprecated Import it from `bulkweave/linalg`. */
  randomVector,
  /** @deprecated Import it from `bulkweave/linalg`. */
  singularValueDecomposition,
  /** @deprecated Import it from `bulkweave/linalg`. */
  useEngine,
} from './entry/linalg.ts';
export {
  /** @deprecated Import it from `bulkweave/network`. */
  type BoundaryEvaluation,
  /** @deprecated Import it from `bulkweave/network`. */
  type BoundaryOptions,
  /** @deprecated Import it from `bulkweave/network`. */
  bondDimensionSurrogate,
  /** @deprecated Import it from `bulkweave/network`. */
  bondEntropies,
  /** @deprecated Import it from `bulkweave/network`. */
  bondEntropy,
  /** @deprecated Import it from `bulkweave/network`. */
  boundaryLogNorm,
  /** @deprecated Import it from `bulkweave/network`. */
  type Chain,
  /** @deprecated Import it from `bulkweave/network`. */
  type CompressedChain,
  /** @deprecated Import it from `bulkweave/network`. */
  type Contraction,
  /** @deprecated Import it from `bulkweave/network`. */
  type ContractionCost,
  /** @deprecated Import it from `bulkweave/network`. */
  type ContractionPath,
  /** @deprecated Import it from `bulkweave/network`. */
  type ContractionPlan,
  /** @deprecated Import it from `bulkweave/network`. */
  chainExpectations,
  /** @deprecated Import it from `bulkweave/network`. */
  chainOf,
  /** @deprecated Import it from `bulkweave/network`. */
  chainOfVector,
  /** @deprecated Import it from `bulkweave/network`. */
  chainOverlap,
  /** @deprecated Import it from `bulkweave/network`. */
  checkNetwork,
  /** @deprecated Import it from `bulkweave/network`. */
  compressedChain,
  /** @deprecated Import it from `bulkweave/network`. */
  contract,
  /** @deprecated Import it from `bulkweave/network`. */
  contractionPath,
  /** @deprecated Import it from `bulkweave/network`. */
  contractionPlan,
  /** @deprecated Import it from `bulkweave/network`. */
  contractPullback,
  /** @deprecated Import it from `bulkweave/network`. */
  contractPullbackTangent,
  /** @deprecated Import it from `bulkweave/network`. */
  contractSliced,
  /** @deprecated Import it from `bulkweave/network`. */
  contractSlicedPullback,
  /** @deprecated Import it from `bulkweave/network`. */
  contractTangent,
  /** @deprecated Import it from `bulkweave/network`. */
  type DistinctLegs,
  /** @deprecated Import it from `bulkweave/network`. */
  differentiableState,
  /** @deprecated Import it from `bulkweave/network`. */
  differentiableStates,
  /** @deprecated Import it from `bulkweave/network`. */
  equivalentCircuit,
  /** @deprecated Import it from `bulkweave/network`. */
  fromLinearPath,
  /** @deprecated Import it from `bulkweave/network`. */
  hessianVectorProduct,
  /** @deprecated Import it from `bulkweave/network`. */
  hyperIndices,
  /** @deprecated Import it from `bulkweave/network`. */
  infidelityVector,
  /** @deprecated Import it from `bulkweave/network`. */
  leftCanonical,
  /** @deprecated Import it from `bulkweave/network`. */
  linearPath,
  /** @deprecated Import it from `bulkweave/network`. */
  manifoldOf,
  /** @deprecated Import it from `bulkweave/network`. */
  negativeLogFidelity,
  /** @deprecated Import it from `bulkweave/network`. */
  networkEnergy,
  /** @deprecated Import it from `bulkweave/network`. */
  networkInfidelity,
  /** @deprecated Import it from `bulkweave/network`. */
  networkOfChain,
  /** @deprecated Import it from `bulkweave/network`. */
  networkState,
  /** @deprecated Import it from `bulkweave/network`. */
  type PathOptions,
  /** @deprecated Import it from `bulkweave/network`. */
  pathCost,
  /** @deprecated Import it from `bulkweave/network`. */
  realPart,
  /** @deprecated Import it from `bulkweave/network`. */
  rightCanonical,
  /** @deprecated Import it from `bulkweave/network`. */
  type SlicedPlan,
  /** @deprecated Import it from `bulkweave/network`. */
  type Slicing,
  /** @deprecated Import it from `bulkweave/network`. */
  type StateCurve,
  /** @deprecated Import it from `bulkweave/network`. */
  schmidtValues,
  /** @deprecated Import it from `bulkweave/network`. */
  slicedPlan,
  /** @deprecated Import it from `bulkweave/network`. */
  slicing,
  /** @deprecated Import it from `bulkweave/network`. */
  squaredModulus,
  /** @deprecated Import it from `bulkweave/network`. */
  stateTangents,
  /** @deprecated Import it from `bulkweave/network`. */
  truncateBonds,
  /** @deprecated Import it from `bulkweave/network`. */
  withCopyTensors,
  /** @deprecated Import it from `bulkweave/network`. */
  withDistinctLegs,
} from './entry/network.ts';
export {
  /** @deprecated Import it from `bulkweave/operator`. */
  BOOSTS,
  /** @deprecated Import it from `bulkweave/operator`. */
  clusterIsing,
  /** @deprecated Import it from `bulkweave/operator`. */
  complete,
  /** @deprecated Import it from `bulkweave/operator`. */
  frustratedHeisenberg,
  /** @deprecated Import it from `bulkweave/operator`. */
  grid,
  /** @deprecated Import it from `bulkweave/operator`. */
  type LocalTerm,
  /** @deprecated Import it from `bulkweave/operator`. */
  lattice,
  /** @deprecated Import it from `bulkweave/operator`. */
  localTerms,
  /** @deprecated Import it from `bulkweave/operator`. */
  METRIC_CHANGES,
  /** @deprecated Import it from `bulkweave/operator`. */
  metricChange,
  /** @deprecated Import it from `bulkweave/operator`. */
  minkowskiAction,
  /** @deprecated Import it from `bulkweave/operator`. */
  pauliSumOperator,
  /** @deprecated Import it from `bulkweave/operator`. */
  ROTATIONS,
  /** @deprecated Import it from `bulkweave/operator`. */
  star,
  /** @deprecated Import it from `bulkweave/operator`. */
  support,
  /** @deprecated Import it from `bulkweave/operator`. */
  wordSize,
  /** @deprecated Import it from `bulkweave/operator`. */
  xxz,
} from './entry/operator.ts';
export {
  /** @deprecated Import it from `bulkweave/optimise`. */
  adam,
  /** @deprecated Import it from `bulkweave/optimise`. */
  type BatchEvaluation,
  /** @deprecated Import it from `bulkweave/optimise`. */
  type BatchObjective,
  /** @deprecated Import it from `bulkweave/optimise`. */
  batchObjective,
  /** @deprecated Import it from `bulkweave/optimise`. */
  checkGradient,
  /** @deprecated Import it from `bulkweave/optimise`. */
  conjugateGradient,
  /** @deprecated Import it from `bulkweave/optimise`. */
  flatSpace,
  /** @deprecated Import it from `bulkweave/optimise`. */
  gradientDescent,
  /** @deprecated Import it from `bulkweave/optimise`. */
  hessianAlong,
  /** @deprecated Import it from `bulkweave/optimise`. */
  isometryDefect,
  /** @deprecated Import it from `bulkweave/optimise`. */
  type ManifoldPart,
  /** @deprecated Import it from `bulkweave/optimise`. */
  naturalGradient,
  /** @deprecated Import it from `bulkweave/optimise`. */
  productManifold,
  /** @deprecated Import it from `bulkweave/optimise`. */
  rmsprop,
  /** @deprecated Import it from `bulkweave/optimise`. */
  weightedSum,
} from './entry/optimise.ts';
export {
  /** @deprecated Import it from `bulkweave/report`. */
  type RunRecord,
  /** @deprecated Import it from `bulkweave/report`. */
  reportPage,
} from './entry/report.ts';
export {
  /** @deprecated Import it from `bulkweave/riemann`. */
  bianchiDefects,
  /** @deprecated Import it from `bulkweave/riemann`. */
  checkGeodesic,
  /** @deprecated Import it from `bulkweave/riemann`. */
  christoffelSymbols,
  /** @deprecated Import it from `bulkweave/riemann`. */
  covariantDerivative,
  /** @deprecated Import it from `bulkweave/riemann`. */
  einsteinTensor,
  /** @deprecated Import it from `bulkweave/riemann`. */
  exponentialMap,
  /** @deprecated Import it from `bulkweave/riemann`. */
  geodesic,
  /** @deprecated Import it from `bulkweave/riemann`. */
  geodesicBetween,
  /** @deprecated Import it from `bulkweave/riemann`. */
  geodesicDistance,
  /** @deprecated Import it from `bulkweave/riemann`. */
  jacobiField,
  /** @deprecated Import it from `bulkweave/riemann`. */
  logarithmicMap,
  /** @deprecated Import it from `bulkweave/riemann`. */
  type MetricField,
  /** @deprecated Import it from `bulkweave/riemann`. */
  parallelTransport,
  /** @deprecated Import it from `bulkweave/riemann`. */
  ricciTensor,
  /** @deprecated Import it from `bulkweave/riemann`. */
  riemannTensor,
  /** @deprecated Import it from `bulkweave/riemann`. */
  scalarCurvature,
  /** @deprecated Import it from `bulkweave/riemann`. */
  sectionalCurvature,
  /** @deprecated Import it from `bulkweave/riemann`. */
  volume,
} from './entry/riemann.ts';
export {
  /** @deprecated Import it from `bulkweave/state`. */
  buresAngle,
  /** @deprecated Import it from `bulkweave/state`. */
  buresDistance,
  /** @deprecated Import it from `bulkweave/state`. */
  concurrence,
  /** @deprecated Import it from `bulkweave/state`. */
  entanglementOfFormation,
  /** @deprecated Import it from `bulkweave/state`. */
  entropy,
  /** @deprecated Import it from `bulkweave/state`. */
  fubiniStudyDistance,
  /** @deprecated Import it from `bulkweave/state`. */
  levelSpacingRatio,
  /** @deprecated Import it from `bulkweave/state`. */
  mutualInformation,
  /** @deprecated Import it from `bulkweave/state`. */
  negativity,
  /** @deprecated Import it from `bulkweave/state`. */
  permutedQubits,
  /** @deprecated Import it from `bulkweave/state`. */
  schmidtDecomposition,
  /** @deprecated Import it from `bulkweave/state`. */
  symmetricSector,
  /** @deprecated Import it from `bulkweave/state`. */
  threeTangle,
  /** @deprecated Import it from `bulkweave/state`. */
  traceDistance,
} from './entry/state.ts';
