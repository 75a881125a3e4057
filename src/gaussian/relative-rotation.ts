/** @file The rotation that takes one pure state of fermions to another. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { scaled } from '../linalg/matrix.ts';
import { addReal, multiplyReal, transposeReal } from '../linalg/real-product.ts';
import {
  evenFunction,
  frameOf,
  type MajoranaForm,
  majoranaForm,
  majoranaValues,
  oddFunction,
} from './majorana-form.ts';
import type { RelativeMotion } from './relative-motion.ts';

/** Cosines of angles up to this are rounding: these pairs are orthogonal, and any of many shortest paths is taken. */
const ORTHOGONAL = 1e-8;

/**
 * E = (Γ_T + Γ_R)/2 and D = (Γ_T − Γ_R)/2 anticommute, and have the values cos ϑ and sin ϑ on the same planes, two for each pair:
 * E = u cos ϑ, D = v sin ϑ with u² = v² = −1. The path turns in the plane of u and v,
 *
 *     Γ(s) = u cos((2s − 1)ϑ) + v sin((2s − 1)ϑ),    Γ_T Γ_R⁻¹ = e^{2h},  h = ϑuv.
 *
 * O(n³).
 *
 * @param reference - Γ_R, pure
 * @param target - Γ_T, pure and of the same parity
 */
export function relativeRotation(reference: RealMatrix, target: RealMatrix): RelativeMotion {
  const sum = scaled(0.5, addReal(target, 1, reference));
  const difference = scaled(0.5, addReal(target, -1, reference));
  const cosines = majoranaValues(sum).sort();
  const sines = majoranaValues(difference).sort().reverse();
  const angles = sines.map((sine, k) => Math.atan2(sine, cosines[k]!)).filter((_, k) => k % 2 === 1);
  const planes = (): { form: MajoranaForm; thetas: Float64Array; u: RealMatrix } => {
    const form = majoranaForm(difference);
    const moved = multiplyReal(sum, frameOf(form)); // columns E p_k, of length cos ϑ
    const cosine = form.values.map((_, k) => columnLength(moved, 2 * k));
    const thetas = form.values.map((sine, k) => Math.atan2(sine, cosine[k]!));
    const weight = (_: number, k: number): number => (cosine[k]! > ORTHOGONAL ? 1 / cosine[k]! : 0);
    const u = multiplyReal(evenFunction(form, weight), sum);
    const free = [...cosine.keys()].filter((k) => cosine[k]! <= ORTHOGONAL);
    return { form, thetas, u: free.length === 0 ? u : addReal(u, 1, anticommuting(form, free)) };
  };
  const hamiltonian = (): RealMatrix => {
    const { form, thetas, u } = planes();
    return antisymmetricPart(
      multiplyReal(
        u,
        oddFunction(form, (_, k) => thetas[k]!),
      ),
    );
  };
  return {
    angles,
    hamiltonian,
    velocity: hamiltonian,
    covariance: (s) => {
      const { form, thetas, u } = planes();
      const turned = 2 * s - 1;
      const along = multiplyReal(
        evenFunction(form, (_, k) => Math.cos(turned * thetas[k]!)),
        u,
      );
      return antisymmetricPart(
        addReal(
          along,
          1,
          oddFunction(form, (_, k) => Math.sin(turned * thetas[k]!)),
        ),
      );
    },
  };
}

/** u with u² = −1, uv = −vu on the planes (p_k, q_k) of v, which it joins two by two: p ↦ p', q ↦ −q'. */
function anticommuting(form: MajoranaForm, planes: readonly number[]): RealMatrix {
  const frame = frameOf(form);
  const size = frame.rows;
  const image = new Float64Array(size * size);
  const add = (to: number, sign: 1 | -1, from: number): void => {
    for (let i = 0; i < size; i++) image[i * size + from] = sign * frame.data[i * size + to]!;
  };
  for (let at = 0; at + 1 < planes.length; at += 2) {
    const [a, b] = [2 * planes[at]!, 2 * planes[at + 1]!];
    add(b, 1, a);
    add(a, -1, b);
    add(b + 1, -1, a + 1);
    add(a + 1, 1, b + 1);
  }
  return multiplyReal({ ...frame, data: image }, frame, { transposeB: true });
}

function columnLength({ rows, cols, data }: RealMatrix, column: number): number {
  return Math.hypot(...Array.from({ length: rows }, (_, i) => data[i * cols + column]!));
}

function antisymmetricPart(a: RealMatrix): RealMatrix {
  return scaled(0.5, addReal(a, -1, transposeReal(a)));
}
