/** @file The path integral between spin networks on a surface, and one tetrahedron between large spins. */

import type { RealMatrix } from '../../../src/linalg/matrix.ts';
import { multiplyReal } from '../../../src/linalg/real-product.ts';
import { SPHERE, TORUS } from '../../../src/simplicial/standard-triangulations.ts';
import { ponzanoReggeAsymptotics } from '../../../src/systems/spin/ponzano-regge.ts';
import { sixJFamily } from '../../../src/systems/spin/six-j-family.ts';
import type { Spin } from '../../../src/systems/spin/spins.ts';
import { transition } from '../../../src/systems/spin/transition.ts';
import { sixJ } from '../../../src/systems/spin/wigner-symbols.ts';

/** How near the transition matrix is to a projector, and its rank. */
export interface Projector {
  readonly surface: 'sphere' | 'torus';
  readonly level: number;
  readonly rows: number;
  readonly defect: number;
  readonly rank: number;
}

/** Projectors at levels 3 to 6, and the matrix of the torus at level 4, in the basis of admissible colours. */
export interface Projectors {
  readonly projectors: readonly Projector[];
  readonly shown: { readonly names: readonly string[]; readonly values: readonly (readonly number[])[] };
}

export function measuredProjectors(): Projectors {
  const projectors = (['sphere', 'torus'] as const).flatMap((surface) =>
    [3, 4, 5, 6].map((level): Projector => {
      const P = transition(surface === 'sphere' ? SPHERE : TORUS, level);
      const square = multiplyReal(P, P);
      const defect = square.data.reduce((worst, x, k) => Math.max(worst, Math.abs(x - P.data[k]!)), 0);
      return { surface, level, rows: P.rows, defect, rank: traceOf(P) };
    }),
  );
  return { projectors, shown: admissiblePart(transition(TORUS, 4), 3) };
}

const traceOf = ({ rows, data }: RealMatrix): number => {
  let trace = 0;
  for (let i = 0; i < rows; i++) trace += data[i * (rows + 1)]!;
  return trace;
};

/** Rows and columns that are not zero, named by their three spins. */
function admissiblePart({ rows, data }: RealMatrix, colours: number): Projectors['shown'] {
  const kept = Array.from({ length: rows }, (_, i) => i).filter((i) => data[i * (rows + 1)]! > 1e-12);
  const name = (i: number): string =>
    [Math.floor(i / colours ** 2), Math.floor(i / colours) % colours, i % colours]
      .map((k) => (k % 2 ? `${k}/2` : k / 2))
      .join(' ');
  return { names: kept.map(name), values: kept.map((i) => kept.map((j) => data[i * rows + j]!)) };
}

/** Symbols of large spins beside the cosine of the Regge action. */
export interface LargeSpins {
  /** {a 20 18; 17 19 16} by a, and its asymptotics. */
  readonly family: readonly { readonly a: Spin; readonly exact: number; readonly asymptotic: number | null }[];
  /** Errors relative to the amplitude, of {14 16 15; 17 13 18} with all spins multiplied. */
  readonly errors: readonly {
    readonly factor: number;
    readonly exact: number;
    readonly asymptotic: number;
    readonly error: number;
  }[];
}

const FAMILY = [20, 18, 17, 19, 16] as const;

export function measuredLargeSpins(scales: number): LargeSpins {
  const [b, c, d, e, f] = FAMILY;
  const { first, values } = sixJFamily(b, c, d, e, f);
  const family = Array.from(values, (exact, k) => {
    const a = first + k;
    const { squaredVolume, amplitude, value } = ponzanoReggeAsymptotics([a, b, f, c, e, d]);
    // Near flat tetrahedra the amplitude diverges, and there is no claim.
    return { a, exact, asymptotic: Math.abs(squaredVolume) > 1e5 && amplitude < 0.1 ? value : null };
  });
  const errors = Array.from({ length: scales }, (_, k) => {
    const factor = 2 ** k;
    const [p, q, r, s, t, u] = [14, 16, 15, 17, 13, 18].map((j) => factor * j) as [Spin, Spin, Spin, Spin, Spin, Spin];
    const exact = sixJ(p, q, r, s, t, u);
    const { amplitude, value } = ponzanoReggeAsymptotics([p, q, u, r, t, s]);
    return { factor, exact, asymptotic: value, error: Math.abs(exact - value) / amplitude };
  });
  return { family, errors };
}
