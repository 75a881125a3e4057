/** @file Lists of diagonals, and vectors that are summed: transforms, multiples, polynomials. */

/** In place, the Walsh–Hadamard transform of the diagonal of every flip, from offsets[f] to offsets[f + 1]. */
export function flipTransform(diagonals: usize, offsets: usize, count: i32): void {
  for (let f = 0; f < count; f++) {
    const begin = diagonals + (<usize>load<i32>(offsets + (<usize>f << 2)) << 4);
    const end = diagonals + (<usize>load<i32>(offsets + (<usize>f << 2), 4) << 4);
    let half: usize = 16;
    // Two levels at a time, then the last one if their number is odd.
    for (; half << 1 < end - begin; half <<= 2) {
      for (let start = begin; start < end; start += 3 * half) {
        for (const middle = start + half; start < middle; start += 16) {
          const w = v128.load(start);
          const x = v128.load(start + half);
          const y = v128.load(start + 2 * half);
          const z = v128.load(start + 3 * half);
          const sum = f64x2.add(w, x);
          const difference = f64x2.sub(w, x);
          const otherSum = f64x2.add(y, z);
          const otherDifference = f64x2.sub(y, z);
          v128.store(start, f64x2.add(sum, otherSum));
          v128.store(start + half, f64x2.add(difference, otherDifference));
          v128.store(start + 2 * half, f64x2.sub(sum, otherSum));
          v128.store(start + 3 * half, f64x2.sub(difference, otherDifference));
        }
      }
    }
    if (half < end - begin) {
      for (let start = begin; start < begin + half; start += 16) {
        const x = v128.load(start);
        const y = v128.load(start + half);
        v128.store(start, f64x2.add(x, y));
        v128.store(start + half, f64x2.sub(x, y));
      }
    }
  }
}

/** to ← scales ∘ (im, re) for `length` complex numbers (re, im) of `from`. */
export function exchange(to: usize, from: usize, scales: usize, length: i32): void {
  const end = to + (<usize>length << 4);
  while (to < end) {
    const x = v128.load(from);
    v128.store(to, f64x2.mul(v128.load(scales), v128.shuffle<f64>(x, x, 1, 0)));
    to += 16;
    from += 16;
    scales += 16;
  }
}

/** y ← y + factor·x for `length` complex numbers and a real factor. */
export function addMultiple(y: usize, x: usize, length: i32, factor: f64): void {
  const factors = f64x2.splat(factor);
  const end = y + (<usize>length << 4);
  while (y < end) {
    v128.store(y, f64x2.add(v128.load(y), f64x2.mul(factors, v128.load(x))));
    y += 16;
    x += 16;
  }
}

/**
 * Polynomials of vectors by Horner's rule, out_k ← Σ_m x_k^m·term_m for `count` ≥ 1 terms of `bytes` bytes, two points at a
 * time.
 */
export function evaluate(out: usize, terms: usize, count: i32, bytes: usize, points: usize, pointCount: i32): void {
  const top = terms + <usize>(count - 1) * bytes;
  for (let k = 0; k < pointCount; k += 2) {
    const both = k + 1 < pointCount;
    const x = v128.load64_splat(points + (<usize>k << 3));
    const y = both ? v128.load64_splat(points + (<usize>k << 3), 8) : x;
    const first = out + <usize>k * bytes;
    const second = both ? first + bytes : first;
    let i: usize = 0;
    // Four vectors for each point: eight chains of sums hide the latency of one.
    for (; i + 48 < bytes; i += 64) {
      let term = top + i;
      let x0 = v128.load(term);
      let x1 = v128.load(term, 16);
      let x2 = v128.load(term, 32);
      let x3 = v128.load(term, 48);
      let y0 = x0;
      let y1 = x1;
      let y2 = x2;
      let y3 = x3;
      while (term >= terms + bytes) {
        term -= bytes;
        const a = v128.load(term);
        x0 = f64x2.add(f64x2.mul(x0, x), a);
        y0 = f64x2.add(f64x2.mul(y0, y), a);
        const b = v128.load(term, 16);
        x1 = f64x2.add(f64x2.mul(x1, x), b);
        y1 = f64x2.add(f64x2.mul(y1, y), b);
        const c = v128.load(term, 32);
        x2 = f64x2.add(f64x2.mul(x2, x), c);
        y2 = f64x2.add(f64x2.mul(y2, y), c);
        const d = v128.load(term, 48);
        x3 = f64x2.add(f64x2.mul(x3, x), d);
        y3 = f64x2.add(f64x2.mul(y3, y), d);
      }
      v128.store(first + i, x0);
      v128.store(first + i, x1, 16);
      v128.store(first + i, x2, 32);
      v128.store(first + i, x3, 48);
      v128.store(second + i, y0);
      v128.store(second + i, y1, 16);
      v128.store(second + i, y2, 32);
      v128.store(second + i, y3, 48);
    }
    for (; i < bytes; i += 16) {
      let term = top + i;
      let x0 = v128.load(term);
      let y0 = x0;
      while (term >= terms + bytes) {
        term -= bytes;
        x0 = f64x2.add(f64x2.mul(x0, x), v128.load(term));
        y0 = f64x2.add(f64x2.mul(y0, y), v128.load(term));
      }
      v128.store(first + i, x0);
      v128.store(second + i, y0);
    }
  }
}
