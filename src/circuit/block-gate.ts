/** @file Gates on a few qubits of a state vector, given by their matrices. */

import { type ComplexMatrix, zeroMatrix } from '../linalg/complex.ts';

/**
 * Where the basis states of some qubits are among the amplitudes, all other qubits being 0; the first is the most
 * significant.
 *
 * @param length - amplitudes of the state, 2ⁿ·E with an environment behind the register
 */
export function offsetsOf(
  { qubits }: { readonly qubits: number },
  sites: readonly number[],
  length: number,
): readonly number[] {
  const last = Math.log2(length) - 1;
  const strides = sites.map((site) => 2 ** (last - site));
  if (length < 2 ** qubits) return [];
  return Array.from({ length: 2 ** sites.length }, (_, local) =>
    sites.reduce((sum, _site, k) => sum + ((local >> (sites.length - 1 - k)) & 1) * strides[k]!, 0),
  );
}

/** ψ ← Mψ on the qubits with these offsets; M need not be unitary. */
export function applyBlock({ interleaved: m }: ComplexMatrix, offsets: readonly number[], psi: Float64Array): void {
  if (offsets.length === 4) applyToPair(m, offsets, psi);
  else applyToSites(m, offsets, psi);
}

function applyToSites(m: Float64Array, offsets: readonly number[], psi: Float64Array): void {
  const size = offsets.length;
  const mask = offsets[size - 1]!;
  const old = new Float64Array(2 * size);
  for (let base = 0; 2 * base < psi.length; base++) {
    if ((base & mask) !== 0) continue;
    for (let b = 0; b < size; b++) {
      const at = 2 * (base + offsets[b]!);
      old[2 * b] = psi[at]!;
      old[2 * b + 1] = psi[at + 1]!;
    }
    for (let a = 0, from = 0; a < size; a++) {
      let [re, im] = [0, 0];
      for (let b = 0; b < 2 * size; b += 2, from += 2) {
        re += m[from]! * old[b]! - m[from + 1]! * old[b + 1]!;
        im += m[from]! * old[b + 1]! + m[from + 1]! * old[b]!;
      }
      const at = 2 * (base + offsets[a]!);
      psi[at] = re;
      psi[at + 1] = im;
    }
  }
}

/** The same for two qubits, with the amplitudes in local variables: three times as fast. */
function applyToPair(m: Float64Array, offsets: readonly number[], psi: Float64Array): void {
  const [, one, two, three] = offsets as readonly [number, number, number, number];
  const [near, far] = one < two ? [one, two] : [two, one];
  const size = psi.length / 2;
  for (let high = 0; high < size; high += 2 * far) {
    for (let middle = high; middle < high + far; middle += 2 * near) {
      for (let base = middle; base < middle + near; base++) {
        const [i0, i1, i2, i3] = [2 * base, 2 * (base + one), 2 * (base + two), 2 * (base + three)];
        const [a, b] = [psi[i0]!, psi[i0 + 1]!];
        const [c, d] = [psi[i1]!, psi[i1 + 1]!];
        const [e, f] = [psi[i2]!, psi[i2 + 1]!];
        const [g, h] = [psi[i3]!, psi[i3 + 1]!];
        psi[i0] = m[0]! * a - m[1]! * b + m[2]! * c - m[3]! * d + m[4]! * e - m[5]! * f + m[6]! * g - m[7]! * h;
        psi[i0 + 1] = m[0]! * b + m[1]! * a + m[2]! * d + m[3]! * c + m[4]! * f + m[5]! * e + m[6]! * h + m[7]! * g;
        psi[i1] = m[8]! * a - m[9]! * b + m[10]! * c - m[11]! * d + m[12]! * e - m[13]! * f + m[14]! * g - m[15]! * h;
        psi[i1 + 1] =
          m[8]! * b + m[9]! * a + m[10]! * d + m[11]! * c + m[12]! * f + m[13]! * e + m[14]! * h + m[15]! * g;
        psi[i2] = m[16]! * a - m[17]! * b + m[18]! * c - m[19]! * d + m[20]! * e - m[21]! * f + m[22]! * g - m[23]! * h;
        psi[i2 + 1] =
          m[16]! * b + m[17]! * a + m[18]! * d + m[19]! * c + m[20]! * f + m[21]! * e + m[22]! * h + m[23]! * g;
        psi[i3] = m[24]! * a - m[25]! * b + m[26]! * c - m[27]! * d + m[28]! * e - m[29]! * f + m[30]! * g - m[31]! * h;
        psi[i3 + 1] =
          m[24]! * b + m[25]! * a + m[26]! * d + m[27]! * c + m[28]! * f + m[29]! * e + m[30]! * h + m[31]! * g;
      }
    }
  }
}

/** (λψ†) summed over all other qubits: Σ λ_a ψ̄_b. */
export function blockOverlaps(lambda: Float64Array, psi: Float64Array, offsets: readonly number[]): ComplexMatrix {
  const size = offsets.length;
  const mask = offsets[size - 1]!;
  const out = zeroMatrix(size, size);
  const sums = out.interleaved;
  for (let base = 0; 2 * base < psi.length; base++) {
    if ((base & mask) !== 0) continue;
    for (let a = 0, to = 0; a < size; a++) {
      const left = 2 * (base + offsets[a]!);
      const [x, y] = [lambda[left]!, lambda[left + 1]!];
      for (let b = 0; b < size; b++, to += 2) {
        const right = 2 * (base + offsets[b]!);
        sums[to] = sums[to]! + x * psi[right]! + y * psi[right + 1]!;
        sums[to + 1] = sums[to + 1]! + y * psi[right]! - x * psi[right + 1]!;
      }
    }
  }
  return out;
}
