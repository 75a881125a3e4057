/** @file Families of states on one surface, and the curvature of their information metric. */

import { gaussianOfCorrelation } from '../../../src/gaussian/correlation.ts';
import { gaussianMetric } from '../../../src/gaussian/gaussian-metric.ts';
import { type GaussianState, gaussianState } from '../../../src/gaussian/gaussian-state.ts';
import type { NetworkNode, TensorNetwork } from '../../../src/network/tensor-network.ts';
import { scalarCurvature } from '../../../src/riemann/curvature.ts';
import { surfaceMetric, surfaceState } from '../../../src/systems/holography/surface-state.ts';

/** A family and the scalar curvature of its metric at some points. */
export interface FamilyCurvature {
  readonly family: string;
  readonly expected: number;
  readonly points: readonly (readonly number[])[];
  /** Of the amplitudes on the surface, and of the covariance of the same modes. */
  readonly curvatures: readonly number[];
  readonly ofCovariance: readonly number[];
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
    curvaturesOf('two-mode squeezed vacua Σ tanhⁿr e^{inφ}|nn⟩', -8, LEVELS, squeezedPair, (n, r) => Math.tanh(r) ** n),
    curvaturesOf('pairs of fermions cos φ|00⟩ + e^{iχ} sin φ|11⟩', 8, 2, fermionPair, (n, angle) =>
      n === 0 ? Math.cos(angle) : Math.sin(angle),
    ),
  ];
}

/** ⟨a†a⟩ = sinh²r, ⟨ab⟩ = e^{iφ} sinh r cosh r. */
function squeezedPair([r, phase]: Float64Array): GaussianState {
  const [c, x, y] = [Math.cosh(2 * r!), Math.sinh(2 * r!) * Math.cos(phase!), Math.sinh(2 * r!) * Math.sin(phase!)];
  const data = Float64Array.of(c, x, 0, y, x, c, y, 0, 0, y, c, -x, y, 0, -x, c);
  return gaussianState('boson', { rows: 4, cols: 4, data });
}

/** ⟨c†c⟩ = sin²φ, ⟨c₀c₁⟩ = −e^{iχ} sin φ cos φ. */
function fermionPair([angle, phase]: Float64Array): GaussianState {
  const [n, pair] = [Math.sin(angle!) ** 2, Math.sin(angle!) * Math.cos(angle!)];
  const [re, im] = [-pair * Math.cos(phase!), -pair * Math.sin(phase!)];
  return gaussianOfCorrelation(
    { rows: 2, cols: 2, interleaved: Float64Array.of(n, 0, 0, 0, 0, 0, n, 0) },
    { rows: 2, cols: 2, interleaved: Float64Array.of(0, 0, re, im, -re, -im, 0, 0) },
  );
}

function curvaturesOf(
  family: string,
  expected: number,
  size: number,
  gaussian: (x: Float64Array) => GaussianState,
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
  const [curvatures, ofCovariance] = [metric, gaussianMetric(gaussian)].map((field) =>
    POINTS.map((point) => scalarCurvature(field, Float64Array.from(point)).value),
  );
  return { family, expected, points: POINTS, curvatures: curvatures!, ofCovariance: ofCovariance! };
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
