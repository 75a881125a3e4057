/** @file What a sum of flips is differentiated by: products of two states at the entries of its diagonals. */

import { entryOf, Group, Table, Whole } from './flip-table';
import { swapped } from './lanes';

/** products ← products + weight · conj(bra[c]) · ket[c xor f], at the entry of c and f. */
export function flipCollect(products: usize, bra: usize, ket: usize, at: usize, weight: f64): void {
  const table = changetype<Table>(at);
  const bytes = table.bytes;
  const weights = f64x2.splat(weight);
  let whole = table.wholes;
  for (; whole + 3 * offsetof<Whole>() < table.wholesEnd; whole += 4 * offsetof<Whole>()) {
    collectFourWhole(products, bra, ket, bytes, whole, weights);
  }
  for (; whole < table.wholesEnd; whole += offsetof<Whole>()) collectWhole(products, bra, ket, bytes, whole, weights);
  for (let g = table.groups; g < table.groupsEnd; g += offsetof<Group>()) {
    const group = changetype<Group>(g);
    const side = group.side;
    const uniform = (group.one | group.two | group.low) == 0;
    let place = group.places;
    for (let outer: usize = 0; outer < bytes; outer += side << 2) {
      const outerEnd = outer + side;
      for (let c = outer; c < outerEnd; c += 16) {
        if (uniform) collectUniform(products, bra, ket, c, group, place, weights);
        else {
          for (let l: usize = 0; l < 4; l++) collectOne(products, bra, ket, c, l, group, place, weights);
        }
        place += group.flipsEnd - group.flips;
      }
    }
  }
}

function collectFourWhole(products: usize, bra: usize, ket: usize, bytes: usize, whole: usize, weights: v128): void {
  const signs = f64x2(1, -1);
  const flip0 = changetype<Whole>(whole).flip;
  const list0 = products + changetype<Whole>(whole).list;
  const flip1 = changetype<Whole>(whole + offsetof<Whole>()).flip;
  const list1 = products + changetype<Whole>(whole + offsetof<Whole>()).list;
  const flip2 = changetype<Whole>(whole + 2 * offsetof<Whole>()).flip;
  const list2 = products + changetype<Whole>(whole + 2 * offsetof<Whole>()).list;
  const flip3 = changetype<Whole>(whole + 3 * offsetof<Whole>()).flip;
  const list3 = products + changetype<Whole>(whole + 3 * offsetof<Whole>()).list;
  for (let c: usize = 0; c < bytes; c += 16) {
    const b = f64x2.mul(weights, v128.load(bra + c));
    const re = v128.shuffle<f64>(b, b, 0, 0);
    const im = f64x2.mul(signs, v128.shuffle<f64>(b, b, 1, 1));
    const x0 = v128.load(ket + (c ^ flip0));
    const x1 = v128.load(ket + (c ^ flip1));
    const x2 = v128.load(ket + (c ^ flip2));
    const x3 = v128.load(ket + (c ^ flip3));
    addTo(list0 + c, f64x2.add(f64x2.mul(re, x0), f64x2.mul(im, swapped<f64>(x0))));
    addTo(list1 + c, f64x2.add(f64x2.mul(re, x1), f64x2.mul(im, swapped<f64>(x1))));
    addTo(list2 + c, f64x2.add(f64x2.mul(re, x2), f64x2.mul(im, swapped<f64>(x2))));
    addTo(list3 + c, f64x2.add(f64x2.mul(re, x3), f64x2.mul(im, swapped<f64>(x3))));
  }
}

function collectWhole(products: usize, bra: usize, ket: usize, bytes: usize, whole: usize, weights: v128): void {
  const flip = changetype<Whole>(whole).flip;
  const list = products + changetype<Whole>(whole).list;
  const signs = f64x2(1, -1);
  for (let c: usize = 0; c < bytes; c += 16) {
    const b = f64x2.mul(weights, v128.load(bra + c));
    const im = f64x2.mul(signs, v128.shuffle<f64>(b, b, 1, 1));
    const x = v128.load(ket + (c ^ flip));
    addTo(list + c, f64x2.add(f64x2.mul(v128.shuffle<f64>(b, b, 0, 0), x), f64x2.mul(im, swapped<f64>(x))));
  }
}

// @ts-ignore: decorator
@inline
function addTo(at: usize, x: v128): void {
  v128.store(at, f64x2.add(v128.load(at), x));
}

/**
 * The products of four amplitudes in one entry: Re Σ b̄x is the sum over both lanes of b∘x, Im Σ b̄x the difference of those
 * of b∘(x swapped).
 */
// @ts-ignore: decorator
@inline
function collectUniform(
  products: usize, bra: usize, ket: usize, c: usize, group: Group, place: usize, weights: v128,
): void {
  const signs = f64x2(1, -1);
  const side = group.side;
  const b0 = f64x2.mul(weights, v128.load(bra + c));
  const b1 = f64x2.mul(weights, v128.load(bra + c + side));
  const b2 = f64x2.mul(weights, v128.load(bra + c + side * 2));
  const b3 = f64x2.mul(weights, v128.load(bra + c + side * 3));
  const ket1 = ket + side;
  const ket2 = ket1 + side;
  const ket3 = ket2 + side;
  const last = group.flipsEnd;
  for (let flip = group.flips; flip < last; flip += 4) {
    const from = c ^ load<u32>(flip);
    const to = products + load<u32>(place);
    const x0 = v128.load(ket + from);
    let direct = f64x2.mul(b0, x0);
    let crossed = f64x2.mul(b0, swapped<f64>(x0));
    const x1 = v128.load(ket1 + from);
    direct = f64x2.add(direct, f64x2.mul(b1, x1));
    crossed = f64x2.add(crossed, f64x2.mul(b1, swapped<f64>(x1)));
    const x2 = v128.load(ket2 + from);
    direct = f64x2.add(direct, f64x2.mul(b2, x2));
    crossed = f64x2.add(crossed, f64x2.mul(b2, swapped<f64>(x2)));
    const x3 = v128.load(ket3 + from);
    direct = f64x2.add(direct, f64x2.mul(b3, x3));
    crossed = f64x2.add(crossed, f64x2.mul(b3, swapped<f64>(x3)));
    const even = v128.shuffle<f64>(direct, crossed, 0, 2);
    const odd = v128.shuffle<f64>(direct, crossed, 1, 3);
    v128.store(to, f64x2.add(v128.load(to), f64x2.add(even, f64x2.mul(signs, odd))));
    place += 4;
  }
}

/** The products of amplitude l of a block. */
// @ts-ignore: decorator
@inline
function collectOne(
  products: usize, bra: usize, ket: usize, c: usize, l: usize, group: Group, place: usize, weights: v128,
): void {
  const own = c + l * group.side;
  const b = f64x2.mul(weights, v128.load(bra + own));
  const re = v128.shuffle<f64>(b, b, 0, 0);
  const im = f64x2.mul(f64x2(1, -1), v128.shuffle<f64>(b, b, 1, 1));
  const list = products + entryOf(l, group);
  const last = group.flipsEnd;
  for (let flip = group.flips; flip < last; flip += 4) {
    const x = v128.load(ket + (own ^ load<u32>(flip)));
    const to = list + load<u32>(place);
    const term = f64x2.add(f64x2.mul(re, x), f64x2.mul(im, swapped<f64>(x)));
    v128.store(to, f64x2.add(v128.load(to), term));
    place += 4;
  }
}

/** products ← products + conj(bra[c]) · ket[c xor f] + conj(bra1[c]) · ket1[c xor f], at the entry of c and f. */
export function flipCollectBoth(products: usize, bra: usize, ket: usize, bra1: usize, ket1: usize, at: usize): void {
  const table = changetype<Table>(at);
  const bytes = table.bytes;
  const signs = f64x2(1, -1);
  for (let whole = table.wholes; whole < table.wholesEnd; whole += offsetof<Whole>()) {
    collectWhole(products, bra, ket, bytes, whole, f64x2.splat(1));
    collectWhole(products, bra1, ket1, bytes, whole, f64x2.splat(1));
  }
  for (let g = table.groups; g < table.groupsEnd; g += offsetof<Group>()) {
    const group = changetype<Group>(g);
    const last = group.flipsEnd;
    let row = group.places;
    for (let outer: usize = 0; outer < bytes; outer += group.side << 2) {
      for (let c = outer; c < outer + group.side; c += 16) {
        for (let l: usize = 0; l < 4; l++) {
          const own = c + l * group.side;
          const list = products + entryOf(l, group);
          const b = v128.load(bra + own);
          const re = v128.shuffle<f64>(b, b, 0, 0);
          const im = f64x2.mul(signs, v128.shuffle<f64>(b, b, 1, 1));
          const b1 = v128.load(bra1 + own);
          const re1 = v128.shuffle<f64>(b1, b1, 0, 0);
          const im1 = f64x2.mul(signs, v128.shuffle<f64>(b1, b1, 1, 1));
          let place = row;
          for (let flip = group.flips; flip < last; flip += 4) {
            const from = own ^ load<u32>(flip);
            const x = v128.load(ket + from);
            const x1 = v128.load(ket1 + from);
            const to = list + load<u32>(place);
            const direct = f64x2.add(f64x2.mul(re, x), f64x2.mul(re1, x1));
            const crossed = f64x2.add(f64x2.mul(im, swapped<f64>(x)), f64x2.mul(im1, swapped<f64>(x1)));
            v128.store(to, f64x2.add(v128.load(to), f64x2.add(direct, crossed)));
            place += 4;
          }
        }
        row += last - group.flips;
      }
    }
  }
}
