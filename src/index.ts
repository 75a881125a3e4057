/**
 * @file The public surface of bulkweave, name by name, sorted by file. Models, datasets, training and the ops of
 * TensorFlow.js have entry points of their own; this one does not load TensorFlow.js.
 */

export { type BoundaryGeometry, boundaryGeometry, type RegionCut, regionCuts } from './bulk/boundary-geometry.ts';
export { type BoundaryShape, boundaryShape } from './bulk/boundary-shape.ts';
export { type BondCurvature, bulkCurvature } from './bulk/bulk-curvature.ts';
export { type BulkGeometry, bulkGeometry } from './bulk/bulk-geometry.ts';
export { bulkGraph } from './bulk/bulk-graph.ts';
export { causalCone, causalWedge } from './bulk/causal-cones.ts';
export { bulkGeodesics, edgeLengths, rankCorrelation } from './bulk/edge-lengths.ts';
export { geometryOverTime, procrustesAlignment } from './bulk/geometry-over-time.ts';
export { inferabilityMap } from './bulk/inferability-map.ts';
export { gaussianDistances, informationDistances } from './bulk/information-distances.ts';
export { arrivalFront, informationArrivals, lightCones } from './bulk/light-cones.ts';
export { type Recoverability, recoverability, regionRecoverability } from './bulk/recoverability.ts';
export { recoverabilityMap } from './bulk/recoverability-map.ts';
export { ringRegions } from './bulk/ring-regions.ts';
export { type SpaceOverTime, spaceOverTime } from './bulk/space-over-time.ts';
export { type BoundaryEvaluation, type BoundaryOptions, boundaryLogNorm } from './chain/boundary-chain.ts';
export { type CompressedChain, compressedChain } from './chain/chain-compression.ts';
export { chainExpectations } from './chain/chain-expectation.ts';
export { entropiesOfChain } from './chain/chain-regions.ts';
export {
  type Chain,
  chainOf,
  chainOfVector,
  chainOverlap,
  leftCanonical,
  networkOfChain,
  rightCanonical,
  schmidtValues,
} from './chain/matrix-product-state.ts';
export {
  type Angle,
  type BlochPoint,
  bound,
  type Circuit,
  checkCircuit,
  parametrised,
  type Reference,
  type Rotation,
} from './circuit/circuit.ts';
export { commutingLayers } from './circuit/layers.ts';
export { measureWord, type Outcome } from './circuit/measure-word.ts';
export { controlledNotGate, hadamardGate, pauliGate } from './circuit/named-gates.ts';
export { openQasm } from './circuit/open-qasm.ts';
export { circuitTangents, pullbackCircuit, runCircuit } from './circuit/run-circuit.ts';
export { simplified } from './circuit/simplify.ts';
export { unitaryCircuit } from './circuit/unitary-circuit.ts';
export { complexityAlongCurve, unitaryComplexityAlongCurve } from './comparison/complexity-along-curve.ts';
export { evolutionOperator, growthOf, precursor } from './comparison/complexity-growth.ts';
export { gateCounts, type PathComparison, pathComparison } from './comparison/path-comparison.ts';
export { geodesicCircuit, trotterCircuit } from './comparison/trotter.ts';
export { trotterStudy } from './comparison/trotter-study.ts';
export { circuitEnergy, circuitLength, gateCount } from './complexity/circuit-length.ts';
export { controlWords } from './complexity/controls.ts';
export { entanglementBound } from './complexity/entanglement-bound.ts';
export { gateCountBound, genericGateCount } from './complexity/gate-count-bound.ts';
export { type FrontEntry, type GateCountFront, gateCountFront } from './complexity/gate-count-front.ts';
export { coupledPairs, type Placement } from './complexity/gate-placements.ts';
export type { GateFamily, GateTarget } from './complexity/gate-target.ts';
export { type Insertion, insertions, withInsertion } from './complexity/growth.ts';
export { canonicalGate, cnotCount, kakDecomposition, weylCoordinates } from './complexity/kak.ts';
export { layeredLength } from './complexity/layered-length.ts';
export {
  metricRicciCurvature,
  metricScalarCurvature,
  metricSectionalCurvature,
} from './complexity/metric-curvature.ts';
export { type PenaltyMetric, penaltyWeight } from './complexity/penalty-metric.ts';
export { unreachable } from './complexity/reachability.ts';
export {
  type Contraction,
  type ContractionPlan,
  contract,
  contractionPlan,
  contractPullback,
} from './contraction/contract.ts';
export { contractSliced, contractSlicedPullback, type SlicedPlan, slicedPlan } from './contraction/contract-sliced.ts';
export {
  contractPullbackTangent,
  contractTangent,
  hessianVectorProduct,
  realPart,
  squaredModulus,
} from './contraction/contract-tangent.ts';
export { type ContractionCost, pathCost } from './contraction/contraction-cost.ts';
export { fromLinearPath, linearPath } from './contraction/contraction-format.ts';
export type { ContractionPath, Leg } from './contraction/contraction-graph.ts';
export { contractionPath, type PathOptions } from './contraction/contraction-path.ts';
export { type Slicing, slicing } from './contraction/contraction-slices.ts';
export { type DistinctLegs, withDistinctLegs } from './contraction/repeated-legs.ts';
export { createEngine, currentEngine, type EngineOptions, useEngine } from './engine/engine.ts';
export type { BitOperator, Engine } from './engine/kernels.ts';
export { DomainError, ShapeError } from './errors.ts';
export { classicalFisherInformation, measurementShare, optimalMeasurement } from './estimation/classical-fisher.ts';
export { estimationBounds, gillMassarSlack } from './estimation/cramer-rao.ts';
export type { DensityTangent } from './estimation/density-tangent.ts';
export { type HolevoBound, type HolevoOptions, holevoBound } from './estimation/holevo-bound.ts';
export { maximumLikelihood, sampleCounts, simulateEstimation } from './estimation/maximum-likelihood.ts';
export { povmOutcomes } from './estimation/measurement.ts';
export { MONOTONE_METRICS, monotoneMetric } from './estimation/monotone-metrics.ts';
export { amplitudeDamping, applyChannel, dephasing, depolarising } from './estimation/noise-channel.ts';
export { informationBySize, thermalInformation } from './fisher/black-hole-limit.ts';
export { densityTangent } from './fisher/density-tangent.ts';
export { effectiveDimension, fisherRank, participationNumber } from './fisher/effective-dimension.ts';
export { fisherAfterErasure, regionFisherInformation } from './fisher/erasure.ts';
export { fisherBlocks, fisherDiagonal, kroneckerForms } from './fisher/fisher-forms.ts';
export { type FisherSpectrum, fisherSpectrum } from './fisher/fisher-spectrum.ts';
export { fisherVectorProduct, naturalGradientDirection } from './fisher/fisher-vector-product.ts';
export { fubiniStudyField } from './fisher/fubini-study-field.ts';
export { gaugeDirections } from './fisher/gauge-directions.ts';
export { groupInferability, inferability, leastResolution } from './fisher/inferability.ts';
export { type ManifoldFisher, manifoldFisher } from './fisher/manifold-fisher.ts';
export { networkSpectrumMetric } from './fisher/network-spectrum-metric.ts';
export { type PathInferability, pathInferability, type SlicePath } from './fisher/path-inferability.ts';
export { productOutcomes } from './fisher/product-outcomes.ts';
export { mixedFisherInformation, quantumFisherInformation } from './fisher/quantum-fisher-information.ts';
export { berryCurvature, fubiniStudyMetric, quantumGeometricTensor } from './fisher/quantum-geometric-tensor.ts';
export { stateFamilyMetric } from './fisher/state-family-metric.ts';
export { type StateJet, stateJet } from './fisher/state-jet.ts';
export { tangentAngle } from './fisher/tangent-angle.ts';
export { treeAngles } from './fisher/tree-angles.ts';
export { generatedEntropies, regionEntropies } from './generative/generated-entropies.ts';
export {
  differentiableState,
  type GenerativeNetwork,
  stateTangents,
  stateVector,
} from './generative/generative-network.ts';
export { infidelity } from './generative/infidelity.ts';
export { differentiableStates, infidelityVector } from './generative/state-batch.ts';
export type { MixedState, NetworkState, PureState, StateCurve, TargetState } from './generative/target-state.ts';
export type { MixedGeodesic } from './geodesic/mixed/mixed-certificate.ts';
export { type MixedGeodesicOptions, mixedGeodesic } from './geodesic/mixed/mixed-geodesic.ts';
export { geodesicReadout } from './geodesic/state/generator-readout.ts';
export {
  type GeneratorGeodesic,
  type Generators,
  generatorGeodesic,
  generators,
  wordGenerators,
} from './geodesic/state/generators.ts';
export type { StateMetric } from './geodesic/state/metric-space.ts';
export { refinedPath } from './geodesic/state/refined-path.ts';
export type { StateCertificate, StateLowerBounds } from './geodesic/state/state-certificate.ts';
export { controlsAt, exactFlow, pointAfter, type StateFlow, speedAt, stateFlow } from './geodesic/state/state-flow.ts';
export {
  type GeodesicOptions,
  type SlicedGeodesic,
  type StateGeodesic,
  stateGeodesic,
  stateGeodesics,
} from './geodesic/state/state-geodesic.ts';
export { carriedAlong } from './geodesic/state/varied-flow.ts';
export { exponentialMap as unitaryExponentialMap } from './geodesic/unitary/exponential-map.ts';
export { conjugatePoints, jacobiFields } from './geodesic/unitary/jacobi-fields.ts';
export {
  logarithmicMap as unitaryLogarithmicMap,
  logarithmicMaps as unitaryLogarithmicMaps,
  type UnitaryGeodesic,
} from './geodesic/unitary/logarithmic-map.ts';
export { angleDeficits, ollivierRicci } from './geometry/graph-curvature.ts';
export { hyperbolicity } from './geometry/hyperbolicity.ts';
export { minimalCut } from './geometry/minimal-cut.ts';
export { modelFit } from './geometry/model-fit.ts';
export { embeddingDimension, multidimensionalScaling } from './geometry/multidimensional-scaling.ts';
export { shortestPaths } from './geometry/shortest-paths.ts';
export {
  areaResponses,
  curvatureResponse,
  cutResponse,
  entropyResponse,
  informationResponse,
} from './gravity/area-response.ts';
export {
  entanglementFirstLaw,
  modularHamiltonian,
  regionFirstLaw,
  relativeEntropy,
  relativeEntropyHessian,
} from './gravity/entanglement-first-law.ts';
export { entanglementSpectrumGeometry, entanglementSpectrumMetric } from './gravity/entanglement-spectrum-metric.ts';
export { type GravityShadow, gravityShadow } from './gravity/gravity-shadow.ts';
export { type SpectrumShadow, spectrumShadow } from './gravity/spectrum-shadow.ts';
export {
  type Complex,
  type ComplexArray,
  type ComplexMatrix,
  type ComplexVector,
  complexMatrix,
  complexVector,
} from './linalg/complex.ts';
export type { Broadening, Differentiable } from './linalg/differentiable.ts';
export { differentiableHermitianEigen, differentiableHermitianFunction } from './linalg/differentiable-eigen.ts';
export { differentiableExponential } from './linalg/differentiable-exponential.ts';
export { differentiableQr } from './linalg/differentiable-qr.ts';
export {
  differentiableLowRank,
  differentiablePolarFactor,
  differentiableSingularValues,
} from './linalg/differentiable-singular-values.ts';
export { exponentialAction, imaginaryTimeAction } from './linalg/exponential-action.ts';
export { hermitianEigen } from './linalg/hermitian-eigen.ts';
export { lanczos } from './linalg/lanczos.ts';
export { multiply, type RealMatrix } from './linalg/matrix.ts';
export { matrixExponential } from './linalg/matrix-exponential.ts';
export { polarFactor } from './linalg/polar.ts';
export { qr } from './linalg/qr.ts';
export { type RandomStream, randomStream, randomUnitary, randomVector } from './linalg/random.ts';
export { singularValueDecomposition } from './linalg/singular-values.ts';
export { innerProduct, norm, normalised } from './linalg/vector.ts';
export { balancedLbfgs } from './network/balanced-lbfgs.ts';
export { bondDimensionSurrogate, bondEntropies, bondEntropy } from './network/bond-entropy.ts';
export { checkNetwork } from './network/check-network.ts';
export { hyperIndices, withCopyTensors } from './network/copy-tensors.ts';
export { equivalentCircuit } from './network/equivalent-circuit.ts';
export { networkOf } from './network/from-circuit.ts';
export { initialParameters } from './network/initial-parameters.ts';
export { networkEnergy } from './network/network-energy.ts';
export { entropiesOfNetwork } from './network/network-entropies.ts';
export { manifoldOf } from './network/network-manifold.ts';
export { negativeLogFidelity, networkInfidelity } from './network/network-overlap.ts';
export { networkState } from './network/network-state.ts';
export type { NetworkNode, TensorNetwork, TensorSource } from './network/tensor-network.ts';
export { truncateBonds } from './network/truncate-bonds.ts';
export type { Noted } from './noted.ts';
export { clusterIsing, frustratedHeisenberg, transverseFieldIsing, xxz } from './operator/hamiltonian.ts';
export { chain, complete, grid, type Lattice, lattice, ring, star } from './operator/lattice.ts';
export { type LocalTerm, localTerms } from './operator/local-terms.ts';
export { BOOSTS, METRIC_CHANGES, metricChange, minkowskiAction, ROTATIONS } from './operator/minkowski-action.ts';
export { type PauliWord, place, support, wordSize } from './operator/pauli.ts';
export { expectation, type PauliSum, pauliSumOperator } from './operator/pauli-sum.ts';
export { adam } from './optimise/adam.ts';
export { type BatchEvaluation, type BatchObjective, batchObjective } from './optimise/batch.ts';
export { checkGradient } from './optimise/check-gradient.ts';
export { conjugateGradient } from './optimise/conjugate-gradient.ts';
export { gradientDescent } from './optimise/gradient-descent.ts';
export { hessianAlong } from './optimise/hessian-along.ts';
export { lbfgs } from './optimise/lbfgs.ts';
export { flatSpace, type Manifold } from './optimise/manifold.ts';
export { minimise, type Step, type Stop, solution } from './optimise/minimise.ts';
export { naturalGradient } from './optimise/natural-gradient.ts';
export { type Evaluation, type Objective, weightedSum } from './optimise/objective.ts';
export type { Iterate, Optimiser } from './optimise/optimiser.ts';
export { rmsprop } from './optimise/rmsprop.ts';
export { isometryDefect, type ManifoldPart, productManifold } from './optimise/stiefel.ts';
export { curveDistance } from './path/frechet-distance.ts';
export { slicePathCircuit } from './path/slice-path-circuit.ts';
export { circuitPath, geodesicPath, pathLength } from './path/sliced-path.ts';
export { pairTimes, rangeProfile, timeByRange, timeSpent } from './path/time-spent.ts';
export { type WordTable, wordTable } from './path/word-table.ts';
export type { RunRecord } from './record/run-record.ts';
export { reportPage } from './report/page.ts';
export { christoffelSymbols } from './riemann/christoffel.ts';
export { ricciTensor, riemannTensor, scalarCurvature, sectionalCurvature } from './riemann/curvature.ts';
export type { DifferenceOptions } from './riemann/differences.ts';
export type { Estimate } from './riemann/estimate.ts';
export { exponentialMap } from './riemann/exponential-map.ts';
export { categoricalDistance, categoricalMetric } from './riemann/families/categorical.ts';
export { betaMetric, dirichletMetric } from './riemann/families/dirichlet.ts';
export { exponentialDistance, exponentialMetric } from './riemann/families/exponential.ts';
export { normalDistance, normalMetric } from './riemann/families/normal.ts';
export { vonMisesMetric } from './riemann/families/von-mises.ts';
export { checkGeodesic, geodesic } from './riemann/geodesic.ts';
export {
  type EstimatedSolution,
  geodesicBetween,
  geodesicDistance,
  type LogarithmOptions,
  logarithmicMap,
} from './riemann/logarithmic-map.ts';
export type { MetricDerivatives, MetricField } from './riemann/metric-field.ts';
export { jacobiField, parallelTransport } from './riemann/parallel-transport.ts';
export { bianchiDefects, covariantDerivative, einsteinTensor } from './riemann/tensors.ts';
export { volume } from './riemann/volume.ts';
export type { Result, Solution } from './solution.ts';
export { buresAngle } from './state/bures-angle.ts';
export { concurrence, entanglementOfFormation, threeTangle } from './state/concurrence.ts';
export { distributionEntropy, type EntropyOptions, entanglementEntropy, entropy, purity } from './state/entropy.ts';
export { buresDistance, fidelity, fubiniStudyDistance, traceDistance } from './state/fidelity.ts';
export { levelSpacingRatio, symmetricSector } from './state/level-statistics.ts';
export {
  informationTable,
  mutualInformation,
  mutualInformationMatrix,
  regionInformation,
} from './state/mutual-information.ts';
export { logarithmicNegativity, negativity, partialTranspose } from './state/negativity.ts';
export { permutedQubits } from './state/permuted-qubits.ts';
export { reducedDensityMatrix } from './state/reduced-density-matrix.ts';
export {
  contiguousEntropies,
  entropiesOfState,
  type RegionEntropies,
  type RegionEntropy,
} from './state/region-entropies.ts';
export { schmidtDecomposition } from './state/schmidt.ts';
