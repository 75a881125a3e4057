/** @file The action of a sum of flips on one state, and of two sums on two states each. */

import { depositTurned, entryOf, Group, Table, Whole } from './flip-table';

/** out ← out + factor·i·Hψ. */
export function flipAct(out: usize, diagonals: usize, psi: usize, at: usize, factor: f64): void {
  const table = changetype<Table>(at);
  const bytes = table.bytes;
  const factors = f64x2.splat(factor);
  let whole = table.wholes;
  for (; whole + 3 * offsetof<Whole>() < table.wholesEnd; whole += 4 * offsetof<Whole>()) {
    actFourWhole(out, diagonals, psi, bytes, whole, factors);
  }
  for (; whole < table.wholesEnd; whole += offsetof<Whole>()) actWhole(out, diagonals, psi, bytes, whole, factors);
  for (let g = table.groups; g < table.groupsEnd; g += offsetof<Group>()) {
    const group = changetype<Group>(g);
    const side = group.side;
    let place = group.places;
    for (let outer: usize = 0; outer < bytes; outer += side << 2) {
      const outerEnd = outer + side;
      for (let c = outer; c < outerEnd; c += 16) {
        if (group.one | group.two | group.low) actFour(out + c, diagonals, psi, c, group, place, factors);
        else actUniform(out + c, diagonals, psi, c, group, place, factors);
        place += group.flipsEnd - group.flips;
      }
    }
  }
}

function actFourWhole(out: usize, diagonals: usize, psi: usize, bytes: usize, whole: usize, factors: v128): void {
  const flip0 = changetype<Whole>(whole).flip;
  const list0 = diagonals + changetype<Whole>(whole).list;
  const flip1 = changetype<Whole>(whole + offsetof<Whole>()).flip;
  const list1 = diagonals + changetype<Whole>(whole + offsetof<Whole>()).list;
  const flip2 = changetype<Whole>(whole + 2 * offsetof<Whole>()).flip;
  const list2 = diagonals + changetype<Whole>(whole + 2 * offsetof<Whole>()).list;
  const flip3 = changetype<Whole>(whole + 3 * offsetof<Whole>()).flip;
  const list3 = diagonals + changetype<Whole>(whole + 3 * offsetof<Whole>()).list;
  for (let c: usize = 0; c < bytes; c += 16) {
    const x0 = v128.load(psi + (c ^ flip0));
    const x1 = v128.load(psi + (c ^ flip1));
    const x2 = v128.load(psi + (c ^ flip2));
    const x3 = v128.load(psi + (c ^ flip3));
    const direct0 = f64x2.mul(v128.load64_splat(list0 + c), x0);
    const crossed0 = f64x2.mul(v128.load64_splat(list0 + c, 8), x0);
    const direct1 = f64x2.mul(v128.load64_splat(list1 + c), x1);
    const crossed1 = f64x2.mul(v128.load64_splat(list1 + c, 8), x1);
    const direct2 = f64x2.mul(v128.load64_splat(list2 + c), x2);
    const crossed2 = f64x2.mul(v128.load64_splat(list2 + c, 8), x2);
    const direct3 = f64x2.mul(v128.load64_splat(list3 + c), x3);
    const crossed3 = f64x2.mul(v128.load64_splat(list3 + c, 8), x3);
    const direct = f64x2.add(f64x2.add(direct0, direct1), f64x2.add(direct2, direct3));
    const crossed = f64x2.add(f64x2.add(crossed0, crossed1), f64x2.add(crossed2, crossed3));
    depositTurned(out + c, direct, crossed, factors);
  }
}

function actWhole(out: usize, diagonals: usize, psi: usize, bytes: usize, whole: usize, factors: v128): void {
  const flip = changetype<Whole>(whole).flip;
  const list = diagonals + changetype<Whole>(whole).list;
  for (let c: usize = 0; c < bytes; c += 16) {
    const x = v128.load(psi + (c ^ flip));
    const direct = f64x2.mul(v128.load64_splat(list + c), x);
    const crossed = f64x2.mul(v128.load64_splat(list + c, 8), x);
    depositTurned(out + c, direct, crossed, factors);
  }
}

/** Four amplitudes with the same entries. Two sums for each, to hide the latency of an addition. */
// @ts-ignore: decorator
@inline
function actUniform(
  out: usize, diagonals: usize, psi: usize, c: usize, group: Group, place: usize, factors: v128,
): void {
  let direct0 = f64x2.splat(0);
  let crossed0 = f64x2.splat(0);
  let direct1 = f64x2.splat(0);
  let crossed1 = f64x2.splat(0);
  let direct2 = f64x2.splat(0);
  let crossed2 = f64x2.splat(0);
  let direct3 = f64x2.splat(0);
  let crossed3 = f64x2.splat(0);
  const side = group.side;
  const psi1 = psi + side;
  const psi2 = psi1 + side;
  const psi3 = psi2 + side;
  const last = group.flipsEnd;
  for (let flip = group.flips; flip < last; flip += 4) {
    const from = c ^ load<u32>(flip);
    const d = diagonals + load<u32>(place);
    const re = v128.load64_splat(d);
    const im = v128.load64_splat(d, 8);
    const x0 = v128.load(psi + from);
    const x1 = v128.load(psi1 + from);
    const x2 = v128.load(psi2 + from);
    const x3 = v128.load(psi3 + from);
    direct0 = f64x2.add(direct0, f64x2.mul(re, x0));
    crossed0 = f64x2.add(crossed0, f64x2.mul(im, x0));
    direct1 = f64x2.add(direct1, f64x2.mul(re, x1));
    crossed1 = f64x2.add(crossed1, f64x2.mul(im, x1));
    direct2 = f64x2.add(direct2, f64x2.mul(re, x2));
    crossed2 = f64x2.add(crossed2, f64x2.mul(im, x2));
    direct3 = f64x2.add(direct3, f64x2.mul(re, x3));
    crossed3 = f64x2.add(crossed3, f64x2.mul(im, x3));
    place += 4;
  }
  depositTurned(out, direct0, crossed0, factors);
  depositTurned(out + side, direct1, crossed1, factors);
  depositTurned(out + side * 2, direct2, crossed2, factors);
  depositTurned(out + side * 3, direct3, crossed3, factors);
}

/** Four amplitudes with an entry each. */
// @ts-ignore: decorator
@inline
function actFour(out: usize, diagonals: usize, psi: usize, c: usize, group: Group, place: usize, factors: v128): void {
  let direct0 = f64x2.splat(0);
  let crossed0 = f64x2.splat(0);
  let direct1 = f64x2.splat(0);
  let crossed1 = f64x2.splat(0);
  let direct2 = f64x2.splat(0);
  let crossed2 = f64x2.splat(0);
  let direct3 = f64x2.splat(0);
  let crossed3 = f64x2.splat(0);
  const side = group.side;
  const low = group.low;
  // c xor flip has the bits `low`; those of c + s xor flip are low xor s.
  const psi1 = psi + (low ^ side) - low;
  const psi2 = psi + (low ^ (side << 1)) - low;
  const psi3 = psi + (low ^ (side * 3)) - low;
  const list1 = diagonals + group.one;
  const list2 = diagonals + group.two;
  const list3 = list2 + group.one;
  const last = group.flipsEnd;
  for (let flip = group.flips; flip < last; flip += 4) {
    const from = c ^ load<u32>(flip);
    const entry = <usize>load<u32>(place);
    const x0 = v128.load(psi + from);
    direct0 = f64x2.add(direct0, f64x2.mul(v128.load64_splat(diagonals + entry), x0));
    crossed0 = f64x2.add(crossed0, f64x2.mul(v128.load64_splat(diagonals + entry, 8), x0));
    const x1 = v128.load(psi1 + from);
    direct1 = f64x2.add(direct1, f64x2.mul(v128.load64_splat(list1 + entry), x1));
    crossed1 = f64x2.add(crossed1, f64x2.mul(v128.load64_splat(list1 + entry, 8), x1));
    const x2 = v128.load(psi2 + from);
    direct2 = f64x2.add(direct2, f64x2.mul(v128.load64_splat(list2 + entry), x2));
    crossed2 = f64x2.add(crossed2, f64x2.mul(v128.load64_splat(list2 + entry, 8), x2));
    const x3 = v128.load(psi3 + from);
    direct3 = f64x2.add(direct3, f64x2.mul(v128.load64_splat(list3 + entry), x3));
    crossed3 = f64x2.add(crossed3, f64x2.mul(v128.load64_splat(list3 + entry, 8), x3));
    place += 4;
  }
  depositTurned(out, direct0, crossed0, factors);
  depositTurned(out + side, direct1, crossed1, factors);
  depositTurned(out + side * 2, direct2, crossed2, factors);
  depositTurned(out + side * 3, direct3, crossed3, factors);
}

/** out ← −i(Hψ + Gφ) for two states each, one after the other: every load of H and G serves both. */
export function flipMove(out: usize, H: usize, psi: usize, G: usize, phi: usize, at: usize): void {
  const table = changetype<Table>(at);
  const bytes = table.bytes;
  const factors = f64x2.splat(-1);
  memory.fill(out, 0, bytes << 1);
  for (let whole = table.wholes; whole < table.wholesEnd; whole += offsetof<Whole>()) {
    actWhole(out, H, psi, bytes, whole, factors);
    actWhole(out, G, phi, bytes, whole, factors);
    actWhole(out + bytes, H, psi + bytes, bytes, whole, factors);
    actWhole(out + bytes, G, phi + bytes, bytes, whole, factors);
  }
  for (let g = table.groups; g < table.groupsEnd; g += offsetof<Group>()) {
    const group = changetype<Group>(g);
    const last = group.flipsEnd;
    let row = group.places;
    for (let outer: usize = 0; outer < bytes; outer += group.side << 2) {
      for (let c = outer; c < outer + group.side; c += 16) {
        for (let l: usize = 0; l < 4; l++) {
          const own = c + l * group.side;
          const step = entryOf(l, group);
          let direct = f64x2.splat(0);
          let crossed = f64x2.splat(0);
          let direct1 = f64x2.splat(0);
          let crossed1 = f64x2.splat(0);
          let place = row;
          for (let flip = group.flips; flip < last; flip += 4) {
            const from = own ^ load<u32>(flip);
            const entry = <usize>load<u32>(place) + step;
            const hRe = v128.load64_splat(H + entry);
            const hIm = v128.load64_splat(H + entry, 8);
            const x = v128.load(psi + from);
            const x1 = v128.load(psi + bytes + from);
            direct = f64x2.add(direct, f64x2.mul(hRe, x));
            crossed = f64x2.add(crossed, f64x2.mul(hIm, x));
            direct1 = f64x2.add(direct1, f64x2.mul(hRe, x1));
            crossed1 = f64x2.add(crossed1, f64x2.mul(hIm, x1));
            const gRe = v128.load64_splat(G + entry);
            const gIm = v128.load64_splat(G + entry, 8);
            const y = v128.load(phi + from);
            const y1 = v128.load(phi + bytes + from);
            direct = f64x2.add(direct, f64x2.mul(gRe, y));
            crossed = f64x2.add(crossed, f64x2.mul(gIm, y));
            direct1 = f64x2.add(direct1, f64x2.mul(gRe, y1));
            crossed1 = f64x2.add(crossed1, f64x2.mul(gIm, y1));
            place += 4;
          }
          depositTurned(out + own, direct, crossed, factors);
          depositTurned(out + bytes + own, direct1, crossed1, factors);
        }
        row += last - group.flips;
      }
    }
  }
}
