/** @file Flat pieces of space and space-time, found again from noise, and the freedom that is left: gauge. */

import { type RandomStream, randomStream } from '../../../src/linalg/random.ts';
import { symmetricEigenvalues } from '../../../src/linalg/symmetric-eigenvalues.ts';
import { type FlatLattice, type FlatLatticeOptions, flatLattice } from '../../../src/simplicial/flat-lattice.ts';
import type { SimplicialGeometry } from '../../../src/simplicial/geometry-jets.ts';
import { deficits, reggeEquations } from '../../../src/simplicial/regge-action.ts';
import { solveDeficits, solveRegge } from '../../../src/simplicial/solve-regge.ts';
import { splitSimplex } from '../../../src/simplicial/split-simplex.ts';
import type { PartStep } from '../../study.ts';

/** Where one of the two solvers ended. */
export interface Solved {
  readonly steps: number;
  /** Greatest deficit inside. */
  readonly deficit: number;
  /** Greatest |∂S/∂s| of the edges that were free. */
  readonly residual: number;
  /** Greatest relative change of a length from the lattice: moves of inner vertices. */
  readonly moved: number;
}

/** What is asked of a block: that it becomes flat, nothing (slow), or that it cannot be flat. */
export type Expected = 'flat' | 'slow' | 'curved';

/** A flat lattice from noise on its edges. */
export interface FlatPiece {
  readonly name: string;
  readonly expected: Expected;
  readonly dimension: number;
  /** Relative noise of the lengths, and whether those of the boundary have it, too. */
  readonly noise: number;
  readonly isOuterNoisy: boolean;
  readonly simplices: number;
  readonly innerEdges: number;
  readonly innerVertices: number;
  readonly before: number;
  readonly byAction: Solved;
  readonly byDeficits: Solved;
}

/** Moduli of the eigenvalues of ∂²S/∂s² of the inner edges at the flat lattice, ascending, and how many vanish. */
export interface ZeroModes {
  readonly name: string;
  readonly values: readonly number[];
  readonly zeros: number;
  /** d for every inner vertex. */
  readonly gauge: number;
  /** Bends of flat faces: one for every vertex inside of a face of the block. */
  readonly bends: number;
}

export interface FlatPieces {
  readonly pieces: readonly FlatPiece[];
  readonly modes: readonly ZeroModes[];
}

interface Case {
  readonly name: string;
  readonly lattice: FlatLattice;
  readonly noise: number;
  readonly expected?: Expected;
  readonly isOuterNoisy?: boolean;
}

/** Round simplices, convex faces. */
const CONVEX: FlatLatticeOptions = { shape: 'permutohedral', bulge: 1, displacement: 0.1 };
/** Time for which no diagonal is near to null, also when vertices are displaced. */
const TIMELIKE: FlatLatticeOptions = { squares: [-0.6], displacement: 0.04 };
/** Of the controls, whose boundaries have it, too. */
const OUTER_NOISE = 0.001;
const MOST_STEPS = 30;

export interface BlockSizes {
  /** Cubes along a side. */
  readonly side: number;
  /** Hypercubes along a side. */
  readonly hyperside: number;
  readonly draws: number;
}

export function* measuredFlatPieces(sizes: BlockSizes, noise: number, seed: number): Generator<PartStep, FlatPieces> {
  const stream = randomStream(seed, 'noise');
  const cases = casesOf(sizes, noise, stream);
  const pieces: FlatPiece[] = [];
  for (const [k, given] of cases.entries()) {
    yield { message: given.name, progress: k / (cases.length + 1) };
    pieces.push(measuredPiece(given, stream));
  }
  yield { message: 'zero modes', progress: cases.length / (cases.length + 1) };
  return {
    pieces,
    modes: [
      zeroModes('2³ cubes, flat faces', flatLattice(3, 2), 6),
      zeroModes('3³ cubes, flat faces', flatLattice(3, 3), 24),
      zeroModes('3³, convex', flatLattice(3, 3, { ...CONVEX, stream }), 0),
      zeroModes('2⁴, flat faces', flatLattice(4, 2, { shape: 'permutohedral' }), 8),
      zeroModes('2⁴, convex', flatLattice(4, 2, { ...CONVEX, stream }), 0),
    ],
  };
}

function casesOf({ side, hyperside, draws }: BlockSizes, noise: number, stream: RandomStream): readonly Case[] {
  const sides = [2, 3, side].filter((n, k, all) => all.indexOf(n) === k && n <= side);
  const hypersides = [2, hyperside].filter((n, k, all) => all.indexOf(n) === k);
  const convex = (dimension: number, n: number) => (): Case => ({
    name: `${n}${dimension === 3 ? '³' : '⁴'}, convex`,
    lattice: flatLattice(dimension, n, { ...CONVEX, stream }),
    noise,
  });
  const repeated = [...sides.map((n) => convex(3, n)), ...hypersides.map((n) => convex(4, n))];
  return [
    { name: 'tetrahedron split in four', lattice: splitSimplex(3, 1, stream), noise },
    { name: 'the same in 2 + 1 dimensions', lattice: splitSimplex(3, -1, stream), noise },
    { name: '4-simplex split in five', lattice: splitSimplex(4, 1, stream), noise },
    {
      name: '3³ cubes in 2 + 1 dimensions',
      lattice: flatLattice(3, 3, { stream, ...TIMELIKE }),
      noise: 0.2 * noise,
      expected: 'slow',
    },
    ...repeated.flatMap((make) => Array.from({ length: draws }, make)),
    {
      name: '3³ cubes, flat faces',
      lattice: flatLattice(3, 3, { stream, displacement: 0.08 }),
      noise,
      expected: 'slow',
    },
    { ...convex(3, 2)(), name: '2³, boundary too', noise: OUTER_NOISE, isOuterNoisy: true },
    { ...convex(4, 2)(), name: '2⁴, boundary too', noise: OUTER_NOISE, isOuterNoisy: true, expected: 'curved' },
  ];
}

function measuredPiece(
  { name, lattice, noise, expected = 'flat', isOuterNoisy = false }: Case,
  stream: RandomStream,
): FlatPiece {
  const { complex } = lattice;
  const outer = new Set(lattice.outerEdges);
  const squaredLengths = lattice.squaredLengths.map((s, edge) =>
    outer.has(edge) && !isOuterNoisy ? s : s * (1 + noise * (2 * stream.uniform() - 1)) ** 2,
  );
  const start = { complex, squaredLengths };
  const solvedBy = (solve: typeof solveDeficits): Solved => {
    const { value, steps } = solve(start, lattice.outerEdges, { tolerance: 1e-14, maxSteps: MOST_STEPS });
    const { gradient } = reggeEquations(value);
    return {
      steps,
      deficit: worstDeficit(value),
      residual: complex.edges.reduce(
        (most, _, e) => (outer.has(e) ? most : Math.max(most, Math.hypot(gradient[2 * e]!, gradient[2 * e + 1]!))),
        0,
      ),
      moved: value.squaredLengths.reduce(
        (most, s, edge) => Math.max(most, Math.abs(s / lattice.squaredLengths[edge]! - 1) / 2),
        0,
      ),
    };
  };
  return {
    name,
    expected,
    dimension: complex.dimension,
    noise,
    isOuterNoisy,
    simplices: complex.simplices.length,
    innerEdges: complex.edges.length - outer.size,
    innerVertices: lattice.innerVertices,
    before: worstDeficit(start),
    byAction: solvedBy(solveRegge),
    byDeficits: solvedBy(solveDeficits),
  };
}

const worstDeficit = (geometry: SimplicialGeometry): number =>
  deficits(geometry).reduce(
    (worst, [re, im], h) => (geometry.complex.hinges[h]!.isOuter ? worst : Math.max(worst, Math.hypot(re, im))),
    0,
  );

function zeroModes(name: string, lattice: FlatLattice, bends: number): ZeroModes {
  const outer = new Set(lattice.outerEdges);
  const count = lattice.complex.edges.length;
  const free = Array.from({ length: count }, (_, e) => e).filter((e) => !outer.has(e));
  const { hessian } = reggeEquations(lattice, {}, true);
  const block = Float64Array.from(free.flatMap((e) => free.map((f) => hessian![2 * (e * count + f)]!)));
  const values = [...symmetricEigenvalues(block, free.length)].map(Math.abs).sort((a, b) => a - b);
  const gauge = lattice.complex.dimension * lattice.innerVertices;
  return { name, values, zeros: values.filter((x) => x < 1e-10 * values.at(-1)!).length, gauge, bends };
}
