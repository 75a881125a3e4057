/** @file The wavelet transform as a circuit of few gates: a MERA of free fermions. */

import type { Circuit, Rotation } from '../../circuit/circuit.ts';
import { DomainError } from '../../errors.ts';
import { pairWord } from '../../gaussian/jordan-wigner.ts';
import type { WaveletFilter } from './daubechies-filter.ts';
import { multiresolution, type WaveletOptions } from './wavelet-analysis.ts';
import type { BulkLabel } from './wavelet-transform.ts';

/** A circuit, and where in the bulk its qubits end. */
export interface WaveletCircuit {
  readonly circuit: Circuit;
  /** Of each site; its components are neighbours. */
  readonly labels: readonly BulkLabel[];
}

/** What the circuit acts on. */
export interface WaveletCircuitOptions extends WaveletOptions {
  /** Modes at each site; default 1. */
  readonly components?: number;
}

/**
 * The wavelet transform of fermion modes on a ring as a circuit: a filter of 2K taps is K layers of rotations of neighbours, and
 * the next layer of the bulk acts on every second site of the one before, so that there are K log₂ N layers of gates and fewer
 * than KN rotations of two modes in all, in place of the N²/2 of any transform. Disentanglers and isometries of a binary MERA.
 *
 *     ─╮ ╭─╮ ╭─╮ ╭─    angle θ₁ between sites 2j + 1 and 2j + 2
 *      ╰─╯ ╰─╯ ╰─╯
 *     ─╮ ╭─╮ ╭─╮ ╭─    angle θ₂ between sites 2j and 2j + 1: the low result stays at 2j, the detail at 2j + 1
 *
 * @param sites - N even
 * @param filter - as in `waveletTransform`
 * @returns N·components qubits, no parameters; detail j of layer ℓ ends at site 2^{ℓ−1}(2j + 1)
 * @throws {ShapeError | DomainError} as `waveletTransform`; components that are not a positive integer
 *
 * O(KN) gates. Gates of great layers are between distant qubits, with Z on those in between.
 *
 * @see Evenbly & White, arXiv:1602.01166 (2016)
 */
export function waveletCircuit(
  sites: number,
  filter: WaveletFilter,
  { components = 1, ...options }: WaveletCircuitOptions = {},
): WaveletCircuit {
  const { boundary, layers, low, high } = multiresolution('waveletCircuit', sites, filter, options);
  if (!(Number.isInteger(components) && components >= 1)) {
    throw new DomainError(`waveletCircuit: a positive number of components required, got ${components}`);
  }
  const { angles, isReflected } = latticeAngles(low, high);
  const qubits = sites * components;
  const gates: Rotation[] = [];
  const eachComponent = (place: (component: number) => readonly Rotation[]): void => {
    for (let component = 0; component < components; component++) gates.push(...place(component));
  };
  for (let layer = 0; layer < layers; layer++) {
    const [n, stride] = [sites / 2 ** layer, components * 2 ** layer];
    angles.forEach((angle, stage) => {
      for (let j = 0; j < n / 2; j++) {
        const left = modulo(2 * j + stage + 1 - angles.length, n);
        const right = (left + 1) % n;
        const turn = right === 0 && boundary === 'antiperiodic' ? -angle : angle;
        eachComponent((component) => rotation(left * stride + component, right * stride + component, turn, qubits));
      }
    });
    if (!isReflected) continue;
    for (let j = 0; j < n / 2; j++) {
      eachComponent((component) => [
        {
          word: pairWord(2 * ((2 * j + 1) * stride + component), 2 * ((2 * j + 1) * stride + component) + 1, qubits)
            .word,
          angle: Math.PI,
        },
      ]);
    }
  }
  const labels = Array.from({ length: sites }, (_, site): BulkLabel => {
    const halvings = Math.min(layers, site === 0 ? layers : Math.log2(site & -site));
    const place = site / 2 ** halvings;
    return halvings === layers ? { layer: layers + 1, place } : { layer: halvings + 1, place: (place - 1) / 2 };
  });
  return { circuit: { kind: 'circuit', qubits, parameters: 0, gates }, labels };
}

/**
 * The angles of a filter: E(z) = Σ_m ((h_2m, h_2m+1), (±g_2m, ±g_2m+1)) z^m is R_K·S·R_{K−1}·S ⋯ R_1 with rotations R and the
 * step S = ((0, 1), (z, 0)) from one pair of neighbours to the next.
 *
 * @returns θ_1 … θ_K, and whether the details have the lower sign
 */
function latticeAngles(
  low: readonly number[],
  high: readonly number[],
): { readonly angles: readonly number[]; readonly isReflected: boolean } {
  const isReflected = (low.length / 2) % 2 === 1;
  let [top, bottom] = [low, isReflected ? high.map((tap) => -tap) : high];
  const angles: number[] = [];
  for (let taps = low.length; taps > 2; taps -= 2) {
    // Undone by the angle that leaves the lowest power to the first row, and the highest to the second.
    const angle = angleOf(top, bottom);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const first = top.map((x, t) => cos * x + sin * bottom[t]!);
    const second = top.map((x, t) => cos * bottom[t]! - sin * x);
    angles.unshift(-angle);
    [top, bottom] = [second.slice(2), first.slice(0, taps - 2)];
  }
  angles.unshift(Math.atan2(top[1]!, top[0]!));
  return { angles, isReflected };
}

/** The direction of the columns of the lowest power, to which that of the highest is orthogonal; any, where both vanish. */
function angleOf(top: readonly number[], bottom: readonly number[]): number {
  const t = Math.hypot(top[0]!, bottom[0]!) >= Math.hypot(top[1]!, bottom[1]!) ? 0 : 1;
  return Math.atan2(bottom[t]!, top[t]!);
}

/** Modes a ← cos·a + sin·b, b ← cos·b − sin·a. */
function rotation(a: number, b: number, angle: number, qubits: number): readonly Rotation[] {
  return [0, 1].map((part) => {
    const [first, second] = [2 * a + part, 2 * b + part];
    const { word, sign } = pairWord(Math.min(first, second), Math.max(first, second), qubits);
    return { word, angle: (first < second ? sign : -sign) * angle };
  });
}

const modulo = (value: number, n: number): number => ((value % n) + n) % n;
