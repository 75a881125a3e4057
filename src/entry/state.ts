/**
 * @file `bulkweave/state`: entropies, correlations, entanglement and distances of states that are given as vectors or matrices.
 */

export type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
export type { Result } from '../solution.ts';
export { buresAngle } from '../state/bures-angle.ts';
export { concurrence, entanglementOfFormation, threeTangle } from '../state/concurrence.ts';
export { type ConvexRoof, type ConvexRoofOptions, convexRoof, type PureEntanglement } from '../state/convex-roof.ts';
export {
  distributionEntropy,
  type EntropyOptions,
  entanglementEntropy,
  entanglementSpectrum,
  entropy,
  purity,
} from '../state/entropy.ts';
export { buresDistance, fidelity, fubiniStudyDistance, traceDistance } from '../state/fidelity.ts';
export { levelSpacingRatio, ORTHOGONAL_RATIO, POISSON_RATIO, symmetricSector } from '../state/level-statistics.ts';
export {
  informationTable,
  mutualInformation,
  mutualInformationMatrix,
  regionInformation,
} from '../state/mutual-information.ts';
export { logarithmicNegativity, negativity, partialTranspose } from '../state/negativity.ts';
export { pageEntropy, typicalEntropy } from '../state/page-entropy.ts';
export { permutedQubits } from '../state/permuted-qubits.ts';
export { isDensityMatrix, projector, reducedDensityMatrix, type State } from '../state/reduced-density-matrix.ts';
export {
  contiguousEntropies,
  entropiesOfState,
  type RegionEntropies,
  type RegionEntropy,
  type StateEntropiesOptions,
} from '../state/region-entropies.ts';
export { type SchmidtDecomposition, schmidtDecomposition } from '../state/schmidt.ts';
export {
  isotropicDistance,
  isotropicState,
  type SeparableBounds,
  type SeparableDistance,
  separableBounds,
  separableDistance,
} from '../state/separability.ts';
export { entropiesOfSymmetric, schmidtMatrix } from '../state/symmetric-entropies.ts';
export type { QubitBlocks, SymmetricVector } from '../state/symmetric-vector.ts';
export { thermofieldDouble } from '../state/thermofield-double.ts';
export { type Monogamy, monogamy, tripartiteInformation } from '../state/tripartite-information.ts';
export { zeroState } from '../state/zero-state.ts';
export type { Nats, Radians } from '../units.ts';
