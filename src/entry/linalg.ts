/**
 * @file `bulkweave/linalg`: complex vectors and matrices, decompositions and their derivatives, exponentials, random streams,
 * and the engine that computes them.
 */

export type { BatchDecompositions, BatchShape } from '../engine/batches.ts';
export type { BlockProgram, BlockUnitaries } from '../engine/block-program.ts';
export { createEngine, currentEngine, type EngineOptions, useEngine } from '../engine/engine.ts';
export type { EngineKind } from '../engine/engine-kind.ts';
export type {
  Address,
  BitOperator,
  Decompositions,
  Engine,
  FlipSpace,
  FlipTable,
  OverlapGradient,
  SeriesLimits,
  TangentColumns,
} from '../engine/kernels.ts';
export type { RowFactors } from '../engine/orthonormal-rows.ts';
export type {
  ClearInstruction,
  EnvironmentsInstruction,
  Instruction,
  ProductInstruction,
  ProductProgram,
  ProductSpace,
  TransferAxis,
  TransferInstruction,
} from '../engine/product-program.ts';
export type { RotationProgram, RotationWords } from '../engine/rotation-program.ts';
export type { RootCotangent, RootRows, RowBatch, RowNode, RowTree, RowTreeResult } from '../engine/row-tree.ts';
export type { Precision } from '../engine/state-memory.ts';
export type { VectorMemory } from '../engine/vector-memory.ts';
export { DomainError, ShapeError } from '../errors.ts';
export { type ArnoldiOptions, arnoldi, type DominantEigenpairs, realArnoldi } from '../linalg/arnoldi.ts';
export {
  type BatchedHermitianEigen,
  type BatchedQr,
  type BatchedSingularValueDecomposition,
  batchedHermitianEigen,
  batchedHermitianEigenvalues,
  batchedPolarFactor,
  batchedQr,
  batchedSingularValueDecomposition,
} from '../linalg/batched-decompositions.ts';
export {
  type Complex,
  type ComplexArray,
  type ComplexMatrix,
  type ComplexVector,
  complexMatrix,
  complexVector,
  entry,
  identityMatrix,
  zeroMatrix,
  zeroVector,
} from '../linalg/complex.ts';
export { type ConjugateGradientSolveOptions, conjugateGradientSolve } from '../linalg/conjugate-gradient-solve.ts';
export type { Broadening, Differentiable } from '../linalg/differentiable.ts';
export { differentiableHermitianEigen, differentiableHermitianFunction } from '../linalg/differentiable-eigen.ts';
export { differentiableExponential } from '../linalg/differentiable-exponential.ts';
export { differentiableQr } from '../linalg/differentiable-qr.ts';
export {
  differentiableLowRank,
  differentiablePolarFactor,
  differentiableSingularValues,
} from '../linalg/differentiable-singular-values.ts';
export type { DominantOptions, RealLinearMap } from '../linalg/dominant-eigenpairs.ts';
export type { EigenvalueOrder } from '../linalg/eigenvalue-order.ts';
export { completeEllipticIntegral } from '../linalg/elliptic-integral.ts';
export { exponentialAction, type ImaginaryTimeState, imaginaryTimeAction } from '../linalg/exponential-action.ts';
export { gaussLegendre } from '../linalg/gauss-legendre.ts';
export { type GeneralEigen, generalEigen, generalEigenvalues } from '../linalg/general-eigen.ts';
export { type GmresOptions, gmres, type LinearSolution } from '../linalg/gmres.ts';
export { type HermitianEigen, hermitianEigen, hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
export { intervalEntropies } from '../linalg/interval-entropies.ts';
export { type IntervalSpectrum, intervalSpectra } from '../linalg/interval-spectra.ts';
export type { LinearMap } from '../linalg/krylov.ts';
export { type LanczosOptions, type LowestEigenpairs, lanczos } from '../linalg/lanczos.ts';
export { type LeadingEigenpairs, leadingEigenpairs } from '../linalg/leading-eigenpairs.ts';
export {
  type Adjoints,
  addScaledMatrix,
  adjoint,
  applyMatrix,
  commutator,
  complexOf,
  diagonalMatrix,
  frobeniusNorm,
  imaginaryPart,
  kronecker,
  multiply,
  type RealMatrix,
  realPart,
  scaled,
  scaledMatrix,
  trace,
  transpose,
} from '../linalg/matrix.ts';
export {
  type ComplexMatrixBatch,
  type MatrixBatch,
  matrixBatch,
  matrixOfBatch,
  type RealMatrixBatch,
} from '../linalg/matrix-batch.ts';
export { matrixExponential } from '../linalg/matrix-exponential.ts';
export {
  type MultigridLevel,
  type MultigridOptions,
  multigridSolver,
  type SparseSymmetricMatrix,
  sparseProduct,
} from '../linalg/multigrid.ts';
export { type NonNegativeFit, nonNegativeLeastSquares } from '../linalg/non-negative-least-squares.ts';
export { type NormalEigen, normalEigen, unitaryLogarithm } from '../linalg/normal-eigen.ts';
export { polarFactor } from '../linalg/polar.ts';
export { type QrDecomposition, qr } from '../linalg/qr.ts';
export { type Integral, type IntegralOptions, integral, principalValue } from '../linalg/quadrature.ts';
export {
  type RandomState,
  type RandomStream,
  randomStream,
  randomStreamOf,
  randomUnitary,
  randomVector,
} from '../linalg/random.ts';
export { type SingularValueDecomposition, singularValueDecomposition } from '../linalg/singular-values.ts';
export { solve } from '../linalg/solve.ts';
export { positiveRoot } from '../linalg/spectral-matrix.ts';
export { type SymmetricEigen, symmetricEigen } from '../linalg/symmetric-eigen.ts';
export { symmetricEigenvalues } from '../linalg/symmetric-eigenvalues.ts';
export { addScaled, innerProduct, norm, normalised, normSquared, scaledVector } from '../linalg/vector.ts';
export type { Result, Solution } from '../solution.ts';
