/**
 * @file The kernels that TypeScript calls. Pointers are bytes; numbers are interleaved complex float64, or float32 in
 * the kernels whose names end in 32.
 */

import * as one from './one-qubit';
import * as stages from './stage';
import * as two from './two-qubit';
import * as vector from './vector';
import * as word from './word';

export { annealTree } from './anneal';
export { gemmBatch } from './batch';
export { batchScratch, runBatch } from './batches';
export { gatherEnvironments, runEnvironments } from './environments';
export { conjugateWords } from './clifford';
export { exponentiate, exponentiateBack } from './exponential';
export { flipAct, flipMove } from './flip-act';
export { flipCollect, flipCollectBoth } from './flip-collect';
export { clear, copy, flipBound, flipSeries } from './flip-series';
export { addMultiple, evaluate, exchange, flipTransform } from './flip-lists';
export { gemm, gemmScratch, mirror } from './gemm';
export { tridiagonaliseHermitian } from './hermitian';
export { factorise, householderScratch, orthonormalColumns, reflectHermitian } from './householder';
export { conditionalVariances } from './intervals';
export { combine, project } from './krylov';
export { orthonormaliseRows } from './orthonormal-rows';
export { permute } from './permute';
export { runProduct } from './product';
export { realGemmBatch } from './real-gemm';
export { reflectRows, rotateNeighbours } from './real-rows';
export {
  joinRows,
  joinRowsBack,
  multiplyRows,
  rowsOuter,
  rowsTimes,
  scaleRows,
  transposeAll,
} from './rows';
export { schur, schurScratch } from './schur';
export { reduceUnits } from './stage';
export { overlapRows, rotate } from './rotate';
export { realTransfer, transfer } from './transfer';
export { tridiagonalise } from './tridiagonal';
export { accumulateWord } from './word';

export function runStage(stage: usize, scratch: usize): void {
  stages.runStage<f64>(stage, scratch);
}
export function runStage32(stage: usize, scratch: usize): void {
  stages.runStage<f32>(stage, scratch);
}
export function overlap(a: usize, b: usize, length: usize, out: usize): void {
  vector.overlap<f64>(a, b, length, out);
}
export function overlap32(a: usize, b: usize, length: usize, out: usize): void {
  vector.overlap<f32>(a, b, length, out);
}
export function addScaled(y: usize, x: usize, length: usize, re: f64, im: f64): void {
  vector.addScaled<f64>(y, x, length, re, im);
}
export function addScaled32(y: usize, x: usize, length: usize, re: f64, im: f64): void {
  vector.addScaled<f32>(y, x, length, re, im);
}
export function distanceSquared(a: usize, b: usize, length: usize, re: f64, im: f64): f64 {
  return vector.distanceSquared<f64>(a, b, length, re, im);
}
export function distanceSquared32(a: usize, b: usize, length: usize, re: f64, im: f64): f64 {
  return vector.distanceSquared<f32>(a, b, length, re, im);
}
export function applyOne(x: usize, bits: i32, p: i32, table: usize): void {
  one.applyOne<f64>(x, bits, p, table);
}
export function applyTwo(x: usize, bits: i32, p: i32, q: i32, table: usize): void {
  two.applyTwo<f64>(x, bits, p, q, table);
}
export function rotateWord(x: usize, bits: i32, flip: i32, sign: i32, turns: i32, cos: f64, sin: f64): void {
  word.rotateWord<f64>(x, bits, flip, sign, turns, cos, sin);
}
export function rotateWordBackward(
  psi: usize, lambda: usize, bits: i32, flip: i32, sign: i32, turns: i32, cos: f64, sin: f64,
): f64 {
  return word.rotateWordBackward<f64>(psi, lambda, bits, flip, sign, turns, cos, sin);
}
