/** @file The kernels that TypeScript calls. Pointers are bytes; all numbers are interleaved complex float64. */

export { gemmBatch } from './batch';
export { gemm, gemmScratch, mirror } from './gemm';
export { applyOne } from './one-qubit';
export { permute } from './permute';
export { reduceUnits, runStage } from './stage';
export { transfer } from './transfer';
export { applyTwo } from './two-qubit';
export { addScaled, distanceSquared, overlap } from './vector';
export { accumulateWord, rotateWord, rotateWordBackward } from './word';
