/** @file Flat pieces of space and space-time, found again from noise, and the freedom that is left: gauge. */

import { randomStream } from '../../../src/linalg/random.ts';
import { symmetricEigenvalues } from '../../../src/linalg/symmetric-eigenvalues.ts';
import { type FlatLattice, flatLattice } from '../../../src/simplicial/flat-lattice.ts';
import { deficits, reggeEquations, type SimplicialGeometry } from '../../../src/simplicial/regge-action.ts';
import { solveRegge } from '../../../src/simplicial/solve-regge.ts';
import { splitSimplex } from '../../../src/simplicial/split-simplex.ts';
import type { PartStep } from '../../study.ts';

/** A flat lattice from noise on its inner edges. */
export interface FlatPiece {
  readonly name: string;
  /** Relative noise of the inner edges. */
  readonly noise: number;
  readonly simplices: number;
  readonly innerEdges: number;
  readonly innerVertices: number;
  readonly before: number;
  readonly after: number;
  readonly steps: number;
  /** Greatest relative change of a length from the lattice: moves of inner vertices. */
  readonly moved: number;
}

/** Moduli of the eigenvalues of ∂²S/∂s² of the inner edges at the flat lattice, ascending, and how many vanish. */
export interface GaugeModes {
  readonly name: string;
  readonly values: readonly number[];
  readonly zeros: number;
  readonly expected: number;
}

export interface FlatPieces {
  readonly pieces: readonly FlatPiece[];
  readonly modes: readonly GaugeModes[];
}

interface Case {
  readonly name: string;
  readonly lattice: FlatLattice;
  /** Of the noise: large blocks have soft modes, along which steps become short. */
  readonly share: number;
}

/** Time for which no diagonal is near to null, also when vertices are displaced. */
const TIMELIKE = { squares: [-0.6], displacement: 0.04 };

export function* measuredFlatPieces(side: number, noise: number, seed: number): Generator<PartStep, FlatPieces> {
  const stream = randomStream(seed, 'noise');
  const cases: readonly Case[] = [
    { name: 'tetrahedron split in four', lattice: splitSimplex(3, 1, stream), share: 1 },
    { name: 'the same in 2 + 1 dimensions', lattice: splitSimplex(3, -1, stream), share: 1 },
    { name: '4-simplex split in five', lattice: splitSimplex(4, 1, stream), share: 1 },
    { name: '2³ cubes', lattice: flatLattice(3, 2, { stream, displacement: 0.08 }), share: 1 },
    { name: `${side}³ cubes`, lattice: flatLattice(3, side, { stream, displacement: 0.08 }), share: 0.2 },
    { name: '3³ cubes in 2 + 1 dimensions', lattice: flatLattice(3, 3, { stream, ...TIMELIKE }), share: 0.2 },
  ];
  const pieces: FlatPiece[] = [];
  for (const [k, { name, lattice, share }] of cases.entries()) {
    yield { message: name, progress: k / (cases.length + 1) };
    const outer = new Set(lattice.outerEdges);
    const squaredLengths = lattice.squaredLengths.map((s, edge) =>
      outer.has(edge) ? s : s * (1 + share * noise * (2 * stream.uniform() - 1)) ** 2,
    );
    const start = { complex: lattice.complex, squaredLengths };
    const { value, steps } = solveRegge(start, lattice.outerEdges, { tolerance: 1e-14, maxSteps: 60 });
    pieces.push({
      name,
      noise: share * noise,
      simplices: lattice.complex.simplices.length,
      innerEdges: lattice.complex.edges.length - outer.size,
      innerVertices: lattice.innerVertices,
      before: worstDeficit(start),
      after: worstDeficit(value),
      steps,
      moved: value.squaredLengths.reduce(
        (most, s, edge) => Math.max(most, Math.abs(s / lattice.squaredLengths[edge]! - 1) / 2),
        0,
      ),
    });
  }
  yield { message: 'gauge modes', progress: cases.length / (cases.length + 1) };
  return {
    pieces,
    modes: [
      gaugeModes('3 dimensions', flatLattice(3, 3, { stream })),
      gaugeModes('4 dimensions', flatLattice(4, 2, { stream })),
    ],
  };
}

const worstDeficit = (geometry: SimplicialGeometry): number =>
  deficits(geometry).reduce(
    (worst, [re, im], h) => (geometry.complex.hinges[h]!.isOuter ? worst : Math.max(worst, Math.hypot(re, im))),
    0,
  );

function gaugeModes(name: string, lattice: FlatLattice): GaugeModes {
  const outer = new Set(lattice.outerEdges);
  const count = lattice.complex.edges.length;
  const free = Array.from({ length: count }, (_, e) => e).filter((e) => !outer.has(e));
  const { hessian } = reggeEquations(lattice, {}, true);
  const block = Float64Array.from(free.flatMap((e) => free.map((f) => hessian![2 * (e * count + f)]!)));
  const values = [...symmetricEigenvalues(block, free.length)].map(Math.abs).sort((a, b) => a - b);
  const expected = lattice.complex.dimension * lattice.innerVertices;
  return { name, values, zeros: values.filter((x) => x < 1e-10 * values.at(-1)!).length, expected };
}
