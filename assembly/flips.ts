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
  // Two numbers at a time, each with two sums of its own, to hide the latency of an addition: Hψ = direct + i·crossed.
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

/** out ← −i(Hψ + Gφ) for two states each, one after the other: every load of H and G serves both. */
export function flipMove(
  out: usize, H: usize, psi: usize, G: usize, phi: usize, size: i32, flips: usize, entries: usize, count: i32,
): void {
  const signs = f64x2(1, -1);
  const last = flips + (<usize>count << 2);
  const next = <usize>size << 4;
  for (let c = 0; c < size; c++) {
    let direct = f64x2.splat(0);
    let crossed = f64x2.splat(0);
    let direct1 = f64x2.splat(0);
    let crossed1 = f64x2.splat(0);
    for (let flip = flips; flip < last; flip += 4) {
      const from = <usize>(c ^ load<i32>(flip)) << 4;
      const entry = <usize>load<i32>(entries) << 4;
      const hRe = v128.load64_splat(H + entry);
      const hIm = v128.load64_splat(H + entry, 8);
      const x = v128.load(psi + from);
      const x1 = v128.load(psi + next + from);
      direct = f64x2.add(direct, f64x2.mul(hRe, x));
      crossed = f64x2.add(crossed, f64x2.mul(hIm, x));
      direct1 = f64x2.add(direct1, f64x2.mul(hRe, x1));
      crossed1 = f64x2.add(crossed1, f64x2.mul(hIm, x1));
      const gRe = v128.load64_splat(G + entry);
      const gIm = v128.load64_splat(G + entry, 8);
      const y = v128.load(phi + from);
      const y1 = v128.load(phi + next + from);
      direct = f64x2.add(direct, f64x2.mul(gRe, y));
      crossed = f64x2.add(crossed, f64x2.mul(gIm, y));
      direct1 = f64x2.add(direct1, f64x2.mul(gRe, y1));
      crossed1 = f64x2.add(crossed1, f64x2.mul(gIm, y1));
      entries += 4;
    }
    v128.store(out, f64x2.add(f64x2.mul(signs, v128.shuffle<f64>(direct, direct, 1, 0)), crossed));
    v128.store(out + next, f64x2.add(f64x2.mul(signs, v128.shuffle<f64>(direct1, direct1, 1, 0)), crossed1));
    out += 16;
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

/** products ← products + conj(bra[c]) · ket[c xor f] + conj(bra1[c]) · ket1[c xor f], at the entry of c and f. */
export function flipCollectBoth(
  products: usize, bra: usize, ket: usize, bra1: usize, ket1: usize, size: i32, flips: usize, entries: usize, count: i32,
): void {
  const signs = f64x2(1, -1);
  const last = flips + (<usize>count << 2);
  for (let c = 0; c < size; c++) {
    const b = v128.load(bra + (<usize>c << 4));
    const re = v128.shuffle<f64>(b, b, 0, 0);
    const im = f64x2.mul(signs, v128.shuffle<f64>(b, b, 1, 1));
    const b1 = v128.load(bra1 + (<usize>c << 4));
    const re1 = v128.shuffle<f64>(b1, b1, 0, 0);
    const im1 = f64x2.mul(signs, v128.shuffle<f64>(b1, b1, 1, 1));
    for (let flip = flips; flip < last; flip += 4) {
      const from = <usize>(c ^ load<i32>(flip)) << 4;
      const x = v128.load(ket + from);
      const x1 = v128.load(ket1 + from);
      const at = products + (<usize>load<i32>(entries) << 4);
      const direct = f64x2.add(f64x2.mul(re, x), f64x2.mul(re1, x1));
      const crossed = f64x2.add(
        f64x2.mul(im, v128.shuffle<f64>(x, x, 1, 0)),
        f64x2.mul(im1, v128.shuffle<f64>(x1, x1, 1, 0)),
      );
      v128.store(at, f64x2.add(v128.load(at), f64x2.add(direct, crossed)));
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
