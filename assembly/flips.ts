/**
 * @file Sums of operators that flip bits, (Hψ)_c = Σ_f D_f[c] ψ[c xor f], on states of 2ⁿ complex float64, n ≥ 1. Equal
 * entries of a diagonal are kept once: entry c of D_f stands at entries[c·count + f] in the list of all.
 */

/** out ← out + factor·i·Hψ. */
export function flipAct(
  out: usize, diagonals: usize, psi: usize, size: i32, flips: usize, entries: usize, count: i32, factor: f64,
): void {
  const signs = f64x2(-1, 1);
  const factors = f64x2.splat(factor);
  const last = flips + (<usize>count << 2);
  // Two numbers at a time, each with two sums of its own, for the latency of an addition: Hψ = direct + i·crossed.
  for (let c = 0; c < size; c += 2) {
    let direct = f64x2.splat(0);
    let crossed = f64x2.splat(0);
    let direct1 = f64x2.splat(0);
    let crossed1 = f64x2.splat(0);
    let entries1 = entries + (<usize>count << 2);
    for (let flip = flips; flip < last; flip += 4) {
      const from = c ^ load<i32>(flip);
      const x = v128.load(psi + (<usize>from << 4));
      const x1 = v128.load(psi + (<usize>(from ^ 1) << 4));
      const d = diagonals + (<usize>load<i32>(entries) << 4);
      const d1 = diagonals + (<usize>load<i32>(entries1) << 4);
      direct = f64x2.add(direct, f64x2.mul(v128.load64_splat(d), x));
      crossed = f64x2.add(crossed, f64x2.mul(v128.load64_splat(d, 8), x));
      direct1 = f64x2.add(direct1, f64x2.mul(v128.load64_splat(d1), x1));
      crossed1 = f64x2.add(crossed1, f64x2.mul(v128.load64_splat(d1, 8), x1));
      entries += 4;
      entries1 += 4;
    }
    entries = entries1;
    const turned = f64x2.sub(f64x2.mul(signs, v128.shuffle<f64>(direct, direct, 1, 0)), crossed);
    const turned1 = f64x2.sub(f64x2.mul(signs, v128.shuffle<f64>(direct1, direct1, 1, 0)), crossed1);
    v128.store(out, f64x2.add(v128.load(out), f64x2.mul(factors, turned)));
    v128.store(out, f64x2.add(v128.load(out, 16), f64x2.mul(factors, turned1)), 16);
    out += 32;
  }
}

/** products ← products + weight · conj(bra[c]) · ket[c xor f], at the entry of c and f. */
export function flipCollect(
  products: usize, bra: usize, ket: usize, size: i32, flips: usize, entries: usize, count: i32, weight: f64,
): void {
  const signs = f64x2(1, -1);
  const weights = f64x2.splat(weight);
  const last = flips + (<usize>count << 2);
  for (let c = 0; c < size; c++) {
    const b = f64x2.mul(weights, v128.load(bra + (<usize>c << 4)));
    const re = v128.shuffle<f64>(b, b, 0, 0);
    const im = f64x2.mul(signs, v128.shuffle<f64>(b, b, 1, 1));
    for (let flip = flips; flip < last; flip += 4) {
      const x = v128.load(ket + (<usize>(c ^ load<i32>(flip)) << 4));
      const at = products + (<usize>load<i32>(entries) << 4);
      const term = f64x2.add(f64x2.mul(re, x), f64x2.mul(im, v128.shuffle<f64>(x, x, 1, 0)));
      v128.store(at, f64x2.add(v128.load(at), term));
      entries += 4;
    }
  }
}

/** In place, the Walsh–Hadamard transform of the diagonal of every flip, from offsets[f] to offsets[f + 1]. */
export function flipTransform(diagonals: usize, offsets: usize, count: i32): void {
  for (let f = 0; f < count; f++) {
    const begin = diagonals + (<usize>load<i32>(offsets + (<usize>f << 2)) << 4);
    const end = diagonals + (<usize>load<i32>(offsets + (<usize>f << 2), 4) << 4);
    for (let half: usize = 16; half < end - begin; half <<= 1) {
      for (let start = begin; start < end; start += half) {
        for (const middle = start + half; start < middle; start += 16) {
          const x = v128.load(start);
          const y = v128.load(start + half);
          v128.store(start, f64x2.add(x, y));
          v128.store(start + half, f64x2.sub(x, y));
        }
      }
    }
  }
}

/** to ← scales ∘ (im, re) of so many complex numbers of `from`, their parts exchanged. */
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

/** y ← y + factor·x, so many complex numbers and a real factor. */
export function addMultiple(y: usize, x: usize, length: i32, factor: f64): void {
  const factors = f64x2.splat(factor);
  const end = y + (<usize>length << 4);
  while (y < end) {
    v128.store(y, f64x2.add(v128.load(y), f64x2.mul(factors, v128.load(x))));
    y += 16;
    x += 16;
  }
}
