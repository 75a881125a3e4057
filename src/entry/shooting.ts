/**
 * @file `bulkweave/shooting`: geodesics of right-invariant metrics by one function: landmarks, pictures, rigid bodies, quantum states; matches
 * to a target, with certificates.
 */

export type { PenaltyMetric } from '../complexity/penalty-metric.ts';
export { stateEnd, stateSpace } from '../geodesic/state/state-space.ts';
export type { ComplexVector } from '../linalg/complex.ts';
export type { SparseMatrix } from '../linalg/sparse-matrix.ts';
export type { Lattice } from '../operator/lattice.ts';
export type { PauliWord } from '../operator/pauli.ts';
export type { Residuals } from '../optimise/levenberg-marquardt.ts';
export { solution } from '../optimise/minimise.ts';
export type { Evaluation, Objective } from '../optimise/objective.ts';
export { endAt, type Mismatch, squaredDistance } from '../shooting/end-at.ts';
export {
  imageMismatch,
  type Picture,
  type PictureSample,
  pixelGrid,
  pulledBack,
  sampled,
} from '../shooting/image-mismatch.ts';
export { jacobians, unitDisplacements } from '../shooting/jacobians.ts';
export { exponentialKernel, gaussianKernel, type Kernel, type KernelWave, sumOfKernels } from '../shooting/kernels.ts';
export { type MatchStep, match, matching, type WeightedMatchOptions } from '../shooting/match.ts';
export { type ExactMatchOptions, matchExactly } from '../shooting/match-exactly.ts';
export { controlPoints, type ImageMatch, type ImageMatchOptions, matchingImages } from '../shooting/match-images.ts';
export type { Match, MatchOptions, MatchStart } from '../shooting/match-search.ts';
export { type MidpointShot, midpointShot } from '../shooting/midpoint.ts';
export { controlPointSpace, type Dimension, landmarkSpace } from '../shooting/point-space.ts';
export { rigidBody } from '../shooting/rigid-body.ts';
export { scaleCentroid } from '../shooting/scale-centroid.ts';
export { type AccompaniedShot, endOf, type Shot, shoot, shootCarrying, shootVarying } from '../shooting/shoot.ts';
export { type ShootingCertificate, shootingCertificate } from '../shooting/shooting-certificate.ts';
export type { MomentumFrame, PhaseFlow, PhasePoint, ScalePower, ShootingSpace } from '../shooting/shooting-space.ts';
export type { Result, Solution } from '../solution.ts';
