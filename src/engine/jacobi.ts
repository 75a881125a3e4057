/**
 * @file One-sided Jacobi rotations: rows of an array become orthogonal, two at a time. The iteration is common to both
 * engines; what it does to rows are kernels.
 */

/** What the iteration does with rows p and q of an array. */
export interface RowKernels {
  /** Σ |·|² of the leading numbers of a row. */
  readonly lengthSquared: (p: number) => number;
  /** ⟨p|q⟩ of the leading numbers. */
  readonly overlap: (p: number, q: number) => readonly [re: number, im: number];
  /** (p, q) ← (cos·p − sin·zq, sin·p + cos·zq) with z = x + iy. */
  readonly rotate: (p: number, q: number, cos: number, sin: number, x: number, y: number) => void;
}

/** Rows of a block: pairs are taken block by block, so that the rows at work stay in the cache. */
const BLOCK = 16;

/**
 * Sweeps over all pairs of `count` rows, rotated until they are orthogonal within the tolerance, relative to their
 * lengths, or until `mostSweeps` sweeps are done.
 */
export function jacobiSweeps(kernels: RowKernels, count: number, tolerance: number, mostSweeps: number): void {
  const squares = new Float64Array(count);
  for (let sweep = 0, rotated = true; rotated && sweep < mostSweeps; sweep++) {
    rotated = false;
    for (let p = 0; p < count; p++) squares[p] = kernels.lengthSquared(p);
    for (let first = 0; first < count; first += BLOCK) {
      for (let second = first; second < count; second += BLOCK) {
        const ends = [Math.min(first + BLOCK, count), Math.min(second + BLOCK, count)] as const;
        for (let p = first; p < ends[0]; p++) {
          for (let q = Math.max(p + 1, second); q < ends[1]; q++) {
            if (orthogonalise(kernels, squares, p, q, tolerance)) rotated = true;
          }
        }
      }
    }
  }
}

/** Rotates rows p and q so that they become orthogonal; false if they are already. */
function orthogonalise(kernels: RowKernels, squares: Float64Array, p: number, q: number, tolerance: number): boolean {
  const [re, im] = kernels.overlap(p, q);
  const overlap = Math.hypot(re, im);
  if (overlap === 0 || overlap <= tolerance * Math.sqrt(squares[p]!) * Math.sqrt(squares[q]!)) return false;
  const cotangent = (squares[q]! - squares[p]!) / (2 * overlap);
  const tangent = (cotangent < 0 ? -1 : 1) / (Math.abs(cotangent) + Math.sqrt(1 + cotangent * cotangent));
  const cos = 1 / Math.sqrt(1 + tangent * tangent);
  kernels.rotate(p, q, cos, cos * tangent, re / overlap, -im / overlap); // the phase makes the overlap real
  for (const [row, change] of [
    [p, -tangent * overlap],
    [q, tangent * overlap],
  ] as const) {
    const updated = squares[row]! + change;
    squares[row] = updated < 0.5 * squares[row]! ? kernels.lengthSquared(row) : updated; // against cancellation
  }
  return true;
}

/** The kernels on the first `length` of `width` complex numbers of each row of an array. */
export function rowKernelsHere(rows: Float64Array, width: number, length: number): RowKernels {
  return {
    lengthSquared: (p) => lengthOf(rows, 2 * width * p, 2 * length) ** 2,
    overlap: (p, q) => {
      const [a, b] = [2 * width * p, 2 * width * q];
      let re = 0;
      let im = 0;
      for (let i = 0; i < 2 * length; i += 2) {
        re += rows[a + i]! * rows[b + i]! + rows[a + i + 1]! * rows[b + i + 1]!;
        im += rows[a + i]! * rows[b + i + 1]! - rows[a + i + 1]! * rows[b + i]!;
      }
      return [re, im];
    },
    rotate: (p, q, cos, sin, x, y) => {
      const [a, b] = [2 * width * p, 2 * width * q];
      for (let i = 0; i < 2 * width; i += 2) {
        const are = rows[a + i]!;
        const aim = rows[a + i + 1]!;
        const bre = rows[b + i]! * x - rows[b + i + 1]! * y;
        const bim = rows[b + i]! * y + rows[b + i + 1]! * x;
        rows[a + i] = cos * are - sin * bre;
        rows[a + i + 1] = cos * aim - sin * bim;
        rows[b + i] = sin * are + cos * bre;
        rows[b + i + 1] = sin * aim + cos * bim;
      }
    },
  };
}

/** Euclidean length of `count` numbers from `start` on. */
export function lengthOf(array: Float64Array, start: number, count: number): number {
  let largest = 0;
  for (let i = start; i < start + count; i++) largest = Math.max(largest, Math.abs(array[i]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = start; i < start + count; i++) sum += (array[i]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}
