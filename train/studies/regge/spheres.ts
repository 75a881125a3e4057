/** @file Spheres with a cosmological constant, from noise. */

import { randomStream } from '../../../src/linalg/random.ts';
import type { SimplicialGeometry } from '../../../src/simplicial/geometry-jets.ts';
import { deficits, reggeEquations, totalVolume } from '../../../src/simplicial/regge-action.ts';
import { crossPolytope, simplexBoundary, sixHundredCell } from '../../../src/simplicial/regular-polytopes.ts';
import type { SimplicialComplex } from '../../../src/simplicial/simplicial-complex.ts';
import { solveRegge } from '../../../src/simplicial/solve-regge.ts';
import type { PartStep } from '../../study.ts';

/** A sphere at its extremum, Λ = 1. */
export interface SolvedSphere {
  readonly name: string;
  readonly dimension: number;
  readonly simplices: number;
  readonly length: number;
  /** V Λ^{d/2}. */
  readonly volume: number;
  readonly continuum: number;
  readonly published: number | null;
  readonly deficit: number;
  /** Steps from noise, greatest residual, and by how much edges differ. */
  readonly steps: number;
  readonly residual: number;
  readonly spread: number;
}

interface Sphere {
  readonly name: string;
  readonly complex: () => SimplicialComplex;
  readonly published: number | null;
}

const SPHERES: readonly Sphere[] = [
  { name: 'boundary of the 4-simplex', complex: () => simplexBoundary(3), published: null },
  { name: '16-cell', complex: () => crossPolytope(3), published: 26.1158 },
  { name: '600-cell', complex: sixHundredCell, published: 20.3405 },
  { name: 'boundary of the 5-simplex', complex: () => simplexBoundary(4), published: null },
  { name: '5-orthoplex', complex: () => crossPolytope(4), published: 411.169 },
];

export function* measuredSpheres(
  noise: number,
  large: boolean,
  seed: number,
): Generator<PartStep, readonly SolvedSphere[]> {
  const stream = randomStream(seed, 'lengths');
  const solved: SolvedSphere[] = [];
  for (const { name, complex: make, published } of SPHERES.filter((sphere) => large || sphere.name !== '600-cell')) {
    yield { message: name, progress: solved.length / SPHERES.length };
    const complex = make();
    const length = equalLength(complex);
    const squaredLengths = Float64Array.from(
      complex.edges,
      () => (length * (1 + noise * (2 * stream.uniform() - 1))) ** 2,
    );
    const { value, steps } = solveRegge({ complex, squaredLengths }, [], { cosmologicalConstant: 1, tolerance: 1e-13 });
    const lengths = value.squaredLengths.map(Math.sqrt);
    const { gradient } = reggeEquations(value, { cosmologicalConstant: 1 });
    solved.push({
      name,
      dimension: complex.dimension,
      simplices: complex.simplices.length,
      length: lengths[0]!,
      volume: totalVolume(value)[0],
      continuum: complex.dimension === 3 ? 2 * Math.PI ** 2 : 24 * Math.PI ** 2,
      published,
      deficit: deficits(value)[0]![0],
      steps,
      residual: Math.max(...gradient.map(Math.abs)),
      spread: Math.max(...lengths) / Math.min(...lengths) - 1,
    });
  }
  return solved;
}

/** The length of equal edges at which the action of a sphere with Λ = 1 is stationary, by bisection of ∂S/∂s. */
function equalLength(complex: SimplicialComplex): number {
  const slope = (length: number): number => {
    const geometry: SimplicialGeometry = {
      complex,
      squaredLengths: new Float64Array(complex.edges.length).fill(length ** 2),
    };
    return reggeEquations(geometry, { cosmologicalConstant: 1 }).gradient[0]!;
  };
  let [low, high] = [0.05, 12];
  for (let k = 0; k < 40; k++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
