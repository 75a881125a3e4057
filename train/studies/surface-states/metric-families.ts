/** @file Families of states on one surface, and the curvature of their information metric. */

import type { NetworkNode, TensorNetwork } from '../../../src/network/tensor-network.ts';
import { scalarCurvature } from '../../../src/riemann/curvature.ts';
import { surfaceMetric, surfaceState } from '../../../src/systems/holography/surface-state.ts';

/** A family and the scalar curvature of its metric at some points. */
export interface FamilyCurvature {
  readonly family: string;
  readonly expected: number;
  readonly points: readonly (readonly number[])[];
  readonly curvatures: readonly number[];
}

/** Levels of each oscillator that are kept: tanh²⁴ᵏ r of the weight is lost, 10⁻¹³ at r = 0.6. */
const LEVELS = 24;
const POINTS = [
  [0.2, 0.1],
  [0.4, 0.2],
  [0.5, -0.7],
] as const;

/** A mode and its partner: squeezed bosons, and a pair of fermions. */
export function familyCurvatures(): readonly FamilyCurvature[] {
  return [
    curvaturesOf('two-mode squeezed vacua Σ tanhⁿr e^{inφ}|nn⟩', -8, LEVELS, (n, r) => Math.tanh(r) ** n),
    curvaturesOf('pairs of fermions cos φ|00⟩ + e^{iχ} sin φ|11⟩', 8, 2, (n, angle) =>
      n === 0 ? Math.cos(angle) : Math.sin(angle),
    ),
  ];
}

function curvaturesOf(
  family: string,
  expected: number,
  size: number,
  modulus: (n: number, x: number) => number,
): FamilyCurvature {
  const thetaAt = ([x, phase]: Float64Array): Float64Array => {
    const theta = new Float64Array(2 * size * size);
    for (let n = 0; n < size; n++) {
      const value = modulus(n, x!);
      theta.set([value * Math.cos(n * phase!), value * Math.sin(n * phase!)], 2 * n * (size + 1));
    }
    return theta;
  };
  const metric = surfaceMetric(surfaceState(pairNetwork(size), ['a', 'b']), thetaAt);
  const curvatures = POINTS.map((point) => scalarCurvature(metric, Float64Array.from(point)).value);
  return { family, expected, points: POINTS, curvatures };
}

/** A tensor of two legs, the mode and its partner, and a wire from each to the boundary. */
function pairNetwork(size: number): TensorNetwork {
  const interleaved = Array.from({ length: 2 * size * size }, (_, k) => (k % (2 * size + 2) === 0 ? 1 : 0));
  const wire = (site: string, leg: string): NetworkNode => ({
    id: site,
    legs: [site, leg],
    tensor: { kind: 'constant', interleaved },
  });
  return {
    kind: 'network',
    parameters: 2 * size * size,
    dimensions: { a: size, b: size, A: size, B: size },
    nodes: [{ id: 'pair', legs: ['a', 'b'], tensor: { kind: 'free', offset: 0 } }, wire('A', 'a'), wire('B', 'b')],
    boundary: ['A', 'B'],
    bulk: [],
    environment: [],
  };
}
