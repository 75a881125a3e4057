/** @file The space-time of a brickwork circuit by marching along its wires, and the metric of single gates. */

import { randomStream } from '../../../src/linalg/random.ts';
import { nullFrame } from '../../../src/systems/universe/null-frame.ts';
import { boostDeficit, logArea, solveNullLattice } from '../../../src/systems/universe/null-lattice.ts';

const [LAYERS, BONDS] = [16, 15];

export interface Curvature {
  /** ln f by row t and place x; null where a gate is. */
  readonly areas: readonly (readonly (number | null)[])[];
  /** Greatest difference of a deficit from κ times its angle. */
  readonly residual: number;
  /** ln f behind one kick in the middle, at its light cone and inside: κθ everywhere in its future. */
  readonly kick: { readonly inside: number; readonly outside: number; readonly expected: number };
  /** Deficits of AdS₂ over ½Rfh², at sides h. */
  readonly antiDeSitter: readonly { readonly side: number; readonly ratio: number }[];
  readonly frames: readonly {
    readonly name: string;
    readonly volume: number;
    readonly signature: string;
    readonly determinant: number;
  }[];
}

export function measuredCurvature(kappa: number, seed: number): Curvature {
  const stream = randomStream(seed, 'angles');
  const angles = Array.from({ length: LAYERS }, () => Array.from({ length: BONDS }, () => Math.abs(stream.normal())));
  const lattice = solveNullLattice(angles, kappa);
  let residual = 0;
  for (let t = 0; t < LAYERS; t++) {
    for (let x = t % 2; x < BONDS; x += 2) {
      residual = Math.max(residual, Math.abs(boostDeficit(lattice, t, x) - kappa * angles[t]![x]!));
    }
  }
  const areas = Array.from({ length: LAYERS + 1 }, (_, t) =>
    Array.from({ length: BONDS }, (_, x) => ((t + x) % 2 === 0 ? null : logArea(lattice, t, x))),
  );
  return {
    areas,
    residual,
    kick: oneKick(kappa),
    antiDeSitter: [0.08, 0.04, 0.02, 0.01].map(antiDeSitter),
    frames: frames(),
  };
}

function oneKick(kappa: number): Curvature['kick'] {
  const angles = Array.from({ length: LAYERS }, (_, t) =>
    Array.from({ length: BONDS }, (_, x) => (t === 3 && x === 7 ? 1 : 0)),
  );
  const lattice = solveNullLattice(angles, kappa);
  return { inside: logArea(lattice, 10, 7), outside: logArea(lattice, 6, 1), expected: kappa };
}

/** ds² = −4 du dv/(1 + u − v)², of curvature R = −2. */
function antiDeSitter(side: number): { readonly side: number; readonly ratio: number } {
  const f = (t: number, x: number): number => {
    const [u, v] = [(side * (t + x)) / 2, (side * (t - x)) / 2];
    return Math.log(2 / (1 + u - v) ** 2);
  };
  const deficit = f(3, 2) + f(1, 2) - f(2, 3) - f(2, 1);
  return { side, ratio: deficit / (-Math.exp(f(2, 2)) * side * side) };
}

function frames(): Curvature['frames'] {
  const s = 1 / Math.sqrt(3);
  const skew = (angle: number): readonly (readonly [number, number, number])[] => [
    [Math.cos(angle), 0, Math.sin(angle)],
    [-Math.cos(angle), 0, Math.sin(angle)],
    [0, Math.cos(angle), -Math.sin(angle)],
    [0, -Math.cos(angle), -Math.sin(angle)],
  ];
  const cases = [
    {
      name: 'regular tetrahedron',
      directions: [
        [s, s, s],
        [s, -s, -s],
        [-s, s, -s],
        [-s, -s, s],
      ] as const,
    },
    { name: 'two crossed pairs at 45°', directions: skew(Math.PI / 4) },
    { name: 'nearly in a plane', directions: skew(0.01) },
  ];
  return cases.map(({ name, directions }) => {
    const { volume, signature } = nullFrame(directions);
    return { name, volume, signature: `${signature[0]} − and ${signature[1]} +`, determinant: -((6 * volume) ** 2) };
  });
}
