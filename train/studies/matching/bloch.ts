/** @file What a path of states does to the Bloch ball of one qubit, as a picture. */

import type { MorphLine, MorphRow } from '../../../src/record/study-record.ts';
import { shootCarrying } from '../../../src/shooting/shoot.ts';
import type { PhasePoint, ShootingSpace } from '../../../src/shooting/shooting-space.ts';
import { TIMES } from './pictures.ts';

type Vector = readonly [x: number, y: number, z: number];

/** Of a time step of the picture, so that every frame is one of the shot. */
const STEPS = 6;

/**
 * The ball of a qubit beside others in |0…0⟩, turned by the path and read on that qubit alone: an ellipsoid, seen along y, with its
 * meridians and parallels. The dot is the qubit of the state itself.
 */
export function blochRow(space: ShootingSpace, start: PhasePoint, qubit: number, name: string): MorphRow {
  const amplitudes = space.dimension / 2;
  const mask = amplitudes >> (qubit + 1);
  const flipped = new Float64Array(space.dimension);
  flipped[2 * mask] = 1;
  const { points, vectors } = shootCarrying(space, start, [flipped], STEPS * (TIMES.length - 1));
  return {
    name,
    window: [-1.12, -1.12, 1.12, 1.12],
    frames: TIMES.map((t, k) => {
      const [zero, one] = [points[k * STEPS]!.q, vectors[k * STEPS]![0]!];
      const image = affineMap(zero, one, mask);
      const [x, , z] = image([0, 0, 1]);
      return { name: `t = ${t}`, lines: ballLines(image), points: [[x, -z] as const] };
    }),
  };
}

/** r ↦ the Bloch vector, on the same qubit, of what becomes of (1 + r·σ)/2 ⊗ |0…0⟩⟨0…0|. */
function affineMap(zero: Float64Array, one: Float64Array, mask: number): (r: Vector) => Vector {
  const diagonal = [blochOf(zero, zero, mask), blochOf(one, one, mask)] as const;
  const across = blochOf(zero, one, mask); // of |0⟩⟨1|: complex
  return ([x, y, z]) =>
    [0, 1, 2].map((a) => {
      const [up, down] = [diagonal[0][a]![0], diagonal[1][a]![0]];
      const [re, im] = across[a]!;
      return ((1 + z) * up + (1 - z) * down) / 2 + x * re + y * im;
    }) as unknown as Vector;
}

/** ⟨b|σ_a|a⟩ on a qubit for σ = X, Y, Z. */
function blochOf(a: Float64Array, b: Float64Array, mask: number): readonly (readonly [re: number, im: number])[] {
  const sum = (flip: boolean, weight: (bit: boolean) => readonly [number, number]): readonly [number, number] => {
    let [re, im] = [0, 0];
    for (let k = 0; k < a.length / 2; k++) {
      const to = flip ? k ^ mask : k;
      const [x, y] = [a[2 * k]!, a[2 * k + 1]!];
      const [u, v] = [b[2 * to]!, b[2 * to + 1]!];
      const [pr, pi] = [u * x + v * y, u * y - v * x]; // conj(b)·a
      const [wr, wi] = weight((k & mask) !== 0);
      re += wr * pr - wi * pi;
      im += wr * pi + wi * pr;
    }
    return [re, im];
  };
  return [
    sum(true, () => [1, 0]),
    sum(true, (bit) => [0, bit ? -1 : 1]), // Y|0⟩ = i|1⟩
    sum(false, (bit) => [bit ? -1 : 1, 0]),
  ];
}

/** The unit circle, and the images of meridians and parallels. */
function ballLines(image: (r: Vector) => Vector): readonly MorphLine[] {
  const turn = Array.from({ length: 37 }, (_, k) => (Math.PI * k) / 18);
  const flat = (r: Vector): readonly [number, number] => {
    const [x, , z] = image(r);
    return [x, -z];
  };
  const meridians = [0, 30, 60, 90, 120, 150].map((degrees) => {
    const phi = (degrees * Math.PI) / 180;
    return turn.map((t) => flat([Math.sin(t) * Math.cos(phi), Math.sin(t) * Math.sin(phi), Math.cos(t)]));
  });
  const parallels = [-60, -30, 0, 30, 60].map((degrees) => {
    const [r, z] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return turn.map((t) => flat([r * Math.cos(t), r * Math.sin(t), z]));
  });
  return [
    { mark: 'target', points: turn.map((t) => [Math.cos(t), Math.sin(t)]) },
    ...[...meridians, ...parallels].map((points) => ({ mark: 'grid' as const, points })),
  ];
}
