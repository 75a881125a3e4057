/** @file Misuse of an engine raises an error before anything is computed; it never yields a wrong number. */

import { DomainError, ShapeError } from '../errors.ts';
import { checkOperator, checkState, checkStates, isCount } from './argument-checks.ts';
import { checkedBlocks } from './checked-blocks.ts';
import type { Engine, FlipTable } from './kernels.ts';
import { MOST_MEMORY } from './limits.ts';
import { checkedRowFactors } from './orthonormal-rows.ts';
import { checkProductInputs } from './product-program.ts';
import type { RotationProgram } from './rotation-program.ts';
import { checkRows } from './row-tree.ts';
import { checkWords } from './word-conjugation.ts';

/** The engine with its arguments checked. O(1) for each call, and O(rotations) or O(rank) where there are lists. */
export function checkedEngine(engine: Engine): Engine {
  return {
    name: engine.name,
    description: engine.description,
    decompositions: engine.decompositions,
    batches: engine.batches,
    ...checkedOperators(engine),
    ...checkedMatrices(engine),
    ...checkedRows(engine),
    ...checkedRowFactors(engine),
    ...checkedReflections(engine),
    ...checkedPrograms(engine),
    ...checkedBlocks(engine),
  };
}

/** Single words, and sums of them, on states. */
function checkedOperators(
  engine: Engine,
): Pick<Engine, 'rotate' | 'rotateBackward' | 'accumulate' | 'sandwich' | 'withFlips'> {
  return {
    rotate(state, operator, angle) {
      checkOperator('rotate', checkState('rotate', state), operator);
      engine.rotate(state, operator, angle);
    },
    rotateBackward(state, cotangent, operator, angle) {
      checkOperator('rotateBackward', checkStates('rotateBackward', state, cotangent), operator);
      checkDistinct('rotateBackward', state, cotangent);
      return engine.rotateBackward(state, cotangent, operator, angle);
    },
    accumulate(out, state, operator, re, im) {
      checkOperator('accumulate', checkStates('accumulate', state, out), operator);
      checkDistinct('accumulate', state, out);
      engine.accumulate(out, state, operator, re, im);
    },
    sandwich(bra, operator, ket) {
      checkOperator('sandwich', checkStates('sandwich', ket, bra), operator);
      return engine.sandwich(bra, operator, ket);
    },
    withFlips(table, work) {
      checkFlips(table);
      return engine.withFlips(table, work);
    },
  };
}

/** Products of matrices, and arrays whose axes are exchanged. */
function checkedMatrices(
  engine: Engine,
): Pick<
  Engine,
  | 'multiply'
  | 'multiplyReal'
  | 'gram'
  | 'conditionalVariances'
  | 'conjugateWords'
  | 'permute'
  | 'runProducts'
  | 'repeatProducts'
  | 'runRows'
> {
  return {
    multiply(a, b, m, n, k, adjointA, adjointB) {
      if (![m, n, k].every(isCount) || a.length !== 2 * m * k || b.length !== 2 * k * n) {
        const [left, right] = [a.length / 2, b.length / 2];
        throw new ShapeError(`multiply: ${m}×${k} and ${k}×${n} entries required, got ${left} and ${right}`);
      }
      return engine.multiply(a, b, m, n, k, adjointA, adjointB);
    },
    multiplyReal(a, b, m, n, k, transposeA, transposeB) {
      if (![m, n, k].every(isCount) || a.length !== m * k || b.length !== k * n) {
        throw new ShapeError(`multiplyReal: ${m}×${k} and ${k}×${n} entries required, got ${a.length} and ${b.length}`);
      }
      return engine.multiplyReal(a, b, m, n, k, transposeA, transposeB);
    },
    gram(rows, count) {
      if (!isCount(count) || (count === 0 ? rows.length > 0 : rows.length % (2 * count) !== 0)) {
        throw new ShapeError(`gram: ${count} rows of equal length required, got ${rows.length / 2} entries`);
      }
      return engine.gram(rows, count);
    },
    conditionalVariances(pairs, n, least) {
      if (!isCount(n) || pairs.length !== 2 * n * n) {
        throw new ShapeError(`conditionalVariances: 2·${n}·${n} numbers required, got ${pairs.length}`);
      }
      engine.conditionalVariances(pairs, n, least);
    },
    conjugateWords(gates, x, z, signs) {
      checkWords(gates, x, z, signs);
      engine.conjugateWords(gates, x, z, signs);
    },
    permute(array, shape, axes) {
      const sorted = [...axes].sort((a, b) => a - b);
      if (sorted.length !== shape.length || sorted.some((axis, j) => axis !== j)) {
        throw new ShapeError(`permute: every axis of [${shape}] once required, got [${axes}]`);
      }
      const size = shape.reduce((product, dimension) => product * dimension, 1);
      if (!shape.every(isCount) || array.length !== 2 * size) {
        throw new ShapeError(`permute: the entries of shape [${shape}] required, got ${array.length / 2}`);
      }
      return engine.permute(array, shape, axes);
    },
    runProducts(program, inputs) {
      checkProductInputs(program, inputs);
      return engine.runProducts(program, inputs);
    },
    repeatProducts(program, inputs, work, isComplex) {
      checkProductInputs(program, inputs);
      return engine.repeatProducts(program, inputs, work, isComplex);
    },
    runRows(tree, matrices, batch, cotangent) {
      checkRows(tree, matrices, batch);
      return engine.runRows(tree, matrices, batch, cotangent);
    },
  };
}

/** Householder reflections of complex vectors. */
function checkedReflections(
  engine: Engine,
): Pick<Engine, 'factorise' | 'orthonormalColumns' | 'reflectRowsHermitian' | 'schur'> {
  return {
    factorise(columns, rows, cols, diagonal, order) {
      const fits = isCount(rows) && isCount(cols) && columns.length === 2 * rows * cols;
      if (!fits || diagonal.length !== 2 * Math.min(rows, cols) || (order !== undefined && order.length !== cols)) {
        const wanted = `${rows}×${cols} entries, ${Math.min(rows, cols)} on the diagonal and ${cols} places`;
        throw new ShapeError(`factorise: ${wanted} required, got ${columns.length / 2} and ${diagonal.length / 2}`);
      }
      engine.factorise(columns, rows, cols, diagonal, order);
    },
    orthonormalColumns(columns, rows, count) {
      if (!isCount(rows) || !isCount(count) || count > rows || columns.length < 2 * rows * count) {
        throw new ShapeError(
          `orthonormalColumns: ${count} columns of ${rows} required, got ${columns.length / 2} entries`,
        );
      }
      return engine.orthonormalColumns(columns, rows, count);
    },
    schur(form, n, vectors) {
      const isFull = (numbers: Float64Array): boolean => numbers.length === 2 * n * n;
      if (!isCount(n) || !isFull(form) || !(isFull(vectors) || vectors.length === 0)) {
        throw new ShapeError(`schur: ${n}×${n} entries required, got ${form.length / 2} and ${vectors.length / 2}`);
      }
      return engine.schur(form, n, vectors);
    },
    reflectRowsHermitian(rows, count, reflectors, n) {
      if (!isCount(n) || !isCount(count) || rows.length !== 2 * count * n || reflectors.length !== 2 * n * n) {
        throw new ShapeError(
          `reflectRowsHermitian: ${count}×${n} and ${n}×${n} entries required, got ${rows.length / 2}`,
        );
      }
      engine.reflectRowsHermitian(rows, count, reflectors, n);
    },
  };
}

/** Rows of a matrix, turned among each other or reflected. */
function checkedRows(
  engine: Engine,
): Pick<Engine, 'jacobi' | 'rotateRows' | 'tridiagonalise' | 'tridiagonaliseHermitian' | 'reflectRows'> {
  return {
    jacobi(rows, count, length, tolerance, mostSweeps) {
      const width = rows.length / 2 / Math.max(count, 1);
      if (!isCount(count) || !Number.isInteger(width) || !(isCount(length) && length <= width)) {
        const wanted = `${count} rows with at least ${length} entries each`;
        throw new ShapeError(`jacobi: ${wanted} required, got ${rows.length / 2} entries in all`);
      }
      engine.jacobi(rows, count, length, tolerance, mostSweeps);
    },
    rotateRows(rows, count, rotations) {
      const fits = isCount(count) && (count === 0 ? rows.length === 0 : rows.length % count === 0);
      if (!fits || rotations.length % 3 !== 0) {
        throw new ShapeError(`rotateRows: ${count} rows of equal length and triples of numbers required`);
      }
      for (let r = 0; r < rotations.length; r += 3) {
        const row = rotations[r]!;
        if (!(isCount(row) && row + 1 < count))
          throw new ShapeError(`rotateRows: rows below ${count - 1} required, got ${row}`);
      }
      engine.rotateRows(rows, count, rotations);
    },
    tridiagonalise(rows, diagonal, offDiagonal) {
      const n = diagonal.length;
      if (rows.length !== n * n || offDiagonal.length !== n) {
        throw new ShapeError(`tridiagonalise: ${n}×${n} and ${n} entries required, got ${rows.length}`);
      }
      engine.tridiagonalise(rows, diagonal, offDiagonal);
    },
    tridiagonaliseHermitian(rows, diagonal, offDiagonal) {
      const n = diagonal.length;
      if (rows.length !== 2 * n * n || offDiagonal.length !== 2 * n) {
        throw new ShapeError(`tridiagonaliseHermitian: ${n}×${n} and ${n} entries required, got ${rows.length / 2}`);
      }
      engine.tridiagonaliseHermitian(rows, diagonal, offDiagonal);
    },
    reflectRows(rows, count, reflectors, n) {
      if (!isCount(n) || rows.length !== count * n || reflectors.length !== n * n) {
        throw new ShapeError(`reflectRows: ${count}×${n} and ${n}×${n} entries required, got ${rows.length}`);
      }
      engine.reflectRows(rows, count, reflectors, n);
    },
  };
}

/** Lists of rotations. */
function checkedPrograms(
  engine: Engine,
): Pick<Engine, 'runRotations' | 'pullbackRotations' | 'overlapRotations' | 'tangentRotations'> {
  return {
    runRotations(program, state) {
      checkProgram('runRotations', checkState('runRotations', state), program);
      return engine.runRotations(program, state);
    },
    pullbackRotations(program, state, cotangent) {
      checkProgram('pullbackRotations', checkStates('pullbackRotations', state, cotangent), program);
      return engine.pullbackRotations(program, state, cotangent);
    },
    overlapRotations(program, initial, target) {
      checkProgram('overlapRotations', checkStates('overlapRotations', initial ?? target, target), program);
      return engine.overlapRotations(program, initial, target);
    },
    tangentRotations(program, state, columns) {
      checkProgram('tangentRotations', checkState('tangentRotations', state), program);
      const { column, weight, count } = columns;
      const rotations = program.angles.length;
      if (column.length !== rotations || weight.length !== rotations || !column.every((c) => c < count)) {
        throw new ShapeError(`tangentRotations: ${rotations} columns below ${count} and weights required`);
      }
      const [bytes, most] = [count * state.length * Float64Array.BYTES_PER_ELEMENT, MOST_MEMORY * 2 ** 20];
      if (bytes > most) throw new DomainError(`tangentRotations: at most ${most} bytes possible, got ${bytes}`);
      return engine.tangentRotations(program, state, columns);
    },
  };
}

function checkDistinct(caller: string, state: Float64Array, other: Float64Array): void {
  if (state === other) throw new ShapeError(`${caller}: two arrays required, got the same one twice`);
}

/** Tables that have been checked. */
const sound = new WeakSet<FlipTable>();

function checkFlips(table: FlipTable): void {
  if (sound.has(table)) return;
  const { size, flips, offsets, entries } = table;
  if (!(size >= 2 && Number.isInteger(Math.log2(size)))) {
    throw new ShapeError(`withFlips: 2ⁿ amplitudes with n ≥ 1 required, got ${size}`);
  }
  if (offsets.length !== flips.length + 1 || entries.length !== size * flips.length || offsets[0] !== 0) {
    throw new ShapeError(`withFlips: ${flips.length + 1} offsets and ${size * flips.length} entries required`);
  }
  flips.forEach((flip, f) => {
    const length = offsets[f + 1]! - offsets[f]!;
    if (!(flip >= 0 && flip < size && length >= 1 && (length & (length - 1)) === 0)) {
      throw new ShapeError(`withFlips: flips below ${size} and 2^k entries each required, got ${flip} and ${length}`);
    }
    for (let at = f; at < entries.length; at += flips.length) {
      if (!(entries[at]! >= offsets[f]! && entries[at]! < offsets[f + 1]!)) {
        throw new ShapeError(`withFlips: entries of flip ${f} from ${offsets[f]} on required, got ${entries[at]}`);
      }
    }
    const entry = (c: number): number => entries[c * flips.length + f]! - entries[f]!;
    for (let c = 1; c < size; c++) {
      if (entry(c) !== entry(c & (c - 1)) + entry(c & -c)) {
        throw new ShapeError(
          `withFlips: entries of flip ${f} that are sums over bits required, got ${entry(c)} at ${c}`,
        );
      }
    }
  });
  sound.add(table);
}

function checkProgram(caller: string, size: number, { words, angles }: RotationProgram): void {
  const { flip, sign, quarterTurns } = words;
  if (new Set([flip.length, sign.length, quarterTurns.length, angles.length]).size !== 1) {
    throw new ShapeError(`${caller}: as many flips, signs, quarter turns and angles required`);
  }
  for (let g = 0; g < angles.length; g++) {
    checkOperator(caller, size, { flip: flip[g]!, sign: sign[g]!, quarterTurns: quarterTurns[g]! });
  }
}
