/**
 * @file Words of qubits under Clifford gates, 128 words at a time. Every qubit has a row of bits X and a row of bits Z, one for each word; rows
 * are `bytes` long, a multiple of 16, as is that of the signs.
 */

/** Triples (kind, a, b) of src/engine/word-conjugation.ts, in order. */
export function conjugateWords(gates: usize, count: i32, x: usize, z: usize, signs: usize, bytes: usize): void {
  const end = gates + <usize>count * 12;
  for (; gates < end; gates += 12) {
    const kind = load<i32>(gates);
    const a = <usize>load<u32>(gates, 4) * bytes;
    const b = <usize>load<u32>(gates, 8) * bytes;
    if (kind == 0) fourier(x + a, z + a, signs, bytes);
    else if (kind == 1) phase(x + a, z + a, signs, bytes);
    else if (kind == 2) sum(x + a, z + a, x + b, z + b, signs, bytes);
    else turn(kind == 3 ? x + a : z + a, signs, bytes);
  }
}

function fourier(x: usize, z: usize, signs: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const a = v128.load(x + at);
    const b = v128.load(z + at);
    v128.store(signs + at, v128.xor(v128.load(signs + at), v128.and(a, b)));
    v128.store(x + at, b);
    v128.store(z + at, a);
  }
}

function phase(x: usize, z: usize, signs: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const a = v128.load(x + at);
    const b = v128.load(z + at);
    v128.store(signs + at, v128.xor(v128.load(signs + at), v128.and(a, b)));
    v128.store(z + at, v128.xor(b, a));
  }
}

function sum(xc: usize, zc: usize, xt: usize, zt: usize, signs: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const a = v128.load(xc + at);
    const b = v128.load(zc + at);
    const c = v128.load(xt + at);
    const d = v128.load(zt + at);
    const turned = v128.andnot(v128.and(a, d), v128.xor(c, b));
    v128.store(signs + at, v128.xor(v128.load(signs + at), turned));
    v128.store(xt + at, v128.xor(c, a));
    v128.store(zc + at, v128.xor(b, d));
  }
}

function turn(from: usize, signs: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    v128.store(signs + at, v128.xor(v128.load(signs + at), v128.load(from + at)));
  }
}
