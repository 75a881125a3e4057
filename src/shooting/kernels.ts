/** @file Kernels of smooth velocity fields, K(x, y) = K(|x − y|), and their spectra. */

import { DomainError } from '../errors.ts';
import { gaussLegendre } from '../linalg/gauss-legendre.ts';

/** A share of a kernel at one wave number. */
export interface KernelWave {
  readonly waveNumber: number;
  readonly weight: number;
}

/** A kernel that depends on the distance r alone, positive definite in every dimension. */
export interface Kernel {
  readonly name: string;
  /** Writes K, dK/ds and d²K/ds² at s = r² to a list of three; derivatives at s = 0 count as 0 where there are none. */
  readonly profile: (s: number, out: Float64Array) => void;
  /**
   * K(r) = Σ weight · Λ(waveNumber · r), with Λ the mean of e^{ik·x} over directions: cos, J₀ and sin(x)/x in 1, 2 and 3 dimensions. For a
   * Gaussian to rounding.
   */
  readonly spectrum: (dimension: 1 | 2 | 3) => readonly KernelWave[];
}

/** Wave numbers of one Gaussian: up to nine widths of its spectrum. */
const [NODES, REACH] = [48, 9];
/** Of e^{−r}, whose spectrum decays as a power. */
const SLOW_NODES = 200;

/** Area of the unit sphere over (2π)^d. */
const SHELLS = { 1: 1 / Math.PI, 2: 1 / (2 * Math.PI), 3: 1 / (2 * Math.PI ** 2) } as const;

/**
 * K = exp(−r²/(2·width²)). Its fields are smooth at scales below the width.
 *
 * @throws {DomainError} a width that is not positive and finite
 */
export function gaussianKernel(width: number): Kernel {
  checkWidth('gaussianKernel', width);
  const rate = -1 / (2 * width ** 2);
  return {
    name: `Gaussian of width ${width}`,
    profile: (s, out) => {
      const value = Math.exp(rate * s);
      out[0] = value;
      out[1] = rate * value;
      out[2] = rate * rate * value;
    },
    spectrum: (dimension) => {
      const [points, weights] = gaussLegendre(NODES);
      const norm = SHELLS[dimension] * (2 * Math.PI * width ** 2) ** (dimension / 2);
      return Array.from(points, (x, k) => {
        const waveNumber = ((1 + x) * REACH) / (2 * width);
        const density = norm * waveNumber ** (dimension - 1) * Math.exp(-0.5 * (width * waveNumber) ** 2);
        return { waveNumber, weight: (density * weights[k]! * REACH) / (2 * width) };
      });
    },
  };
}

/**
 * K = exp(−r/width). On a line its geodesics are the peakons of the Camassa–Holm equation.
 *
 * @throws {DomainError} a width that is not positive and finite
 * @see Camassa & Holm, Phys. Rev. Lett. 71, 1661 (1993)
 */
export function exponentialKernel(width = 1): Kernel {
  checkWidth('exponentialKernel', width);
  return {
    name: `e^(−r/${width})`,
    profile: (s, out) => {
      const r = Math.sqrt(s);
      const value = Math.exp(-r / width);
      out[0] = value;
      if (r === 0) out[1] = out[2] = 0;
      else {
        out[1] = -value / (2 * width * r);
        out[2] = (value * (1 / r + 1 / width)) / (4 * width * s);
      }
    },
    spectrum: (dimension) => {
      const [points, weights] = gaussLegendre(SLOW_NODES);
      const factor = SHELLS[dimension] * { 1: 2, 2: 2 * Math.PI, 3: 8 * Math.PI }[dimension];
      return Array.from(points, (x, k) => {
        // k = tan(u)/width maps the half line to a finite piece
        const u = ((1 + x) * Math.PI) / 4;
        const shape = factor * Math.sin(u) ** (dimension - 1); // k^{d−1}(1 + k²)^{−(d+1)/2} dk
        return { waveNumber: Math.tan(u) / width, weight: (shape * weights[k]! * Math.PI) / 4 };
      });
    },
  };
}

/**
 * Σ share · kernel: fields of several scales at once.
 *
 * @throws {DomainError} no kernel, or a share that is not positive and finite
 */
export function sumOfKernels(terms: readonly { readonly share: number; readonly kernel: Kernel }[]): Kernel {
  const wrong = terms.find(({ share }) => !(share > 0 && share < Infinity));
  if (terms.length === 0 || wrong !== undefined) {
    throw new DomainError(
      `sumOfKernels: kernels with positive shares required, got ${wrong === undefined ? 'none' : `the share ${wrong.share}`}`,
    );
  }
  const one = new Float64Array(3);
  return {
    name: terms.map(({ share, kernel }) => `${share} · ${kernel.name}`).join(' + '),
    profile: (s, out) => {
      let [value, first, second] = [0, 0, 0];
      for (const { share, kernel } of terms) {
        kernel.profile(s, one);
        value += share * one[0]!;
        first += share * one[1]!;
        second += share * one[2]!;
      }
      out[0] = value;
      out[1] = first;
      out[2] = second;
    },
    spectrum: (dimension) =>
      terms
        .flatMap(({ share, kernel }) =>
          kernel.spectrum(dimension).map(({ waveNumber, weight }) => ({ waveNumber, weight: share * weight })),
        )
        .sort((a, b) => a.waveNumber - b.waveNumber),
  };
}

function checkWidth(name: string, width: number): void {
  if (!(width > 0 && width < Infinity))
    throw new DomainError(`${name}: a positive finite width required, got ${width}`);
}
