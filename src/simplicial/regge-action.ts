/**
 * @file General relativity without coordinates: the curvature of a simplicial complex sits at its hinges, as the angle that
 * is missing around them.
 *
 * @see Regge, Nuovo Cim. 19, 558 (1961); Hartle & Sorkin, Gen. Rel. Grav. 13, 541 (1981)
 */

import { DomainError, ShapeError } from '../errors.ts';
import type { Complex } from '../linalg/complex.ts';
import type { Objective } from '../optimise/objective.ts';
import { type GeometryJets, geometryJets, type SimplicialGeometry, simplexTables } from './geometry-jets.ts';
import { squaredVolume } from './simplex-angles.ts';
import type { AngleJet, VolumeJet } from './simplex-jet.ts';
import type { SimplicialComplex } from './simplicial-complex.ts';

/** What the action has beside curvature. */
export interface ReggeOptions {
  /** Λ; default 0. */
  readonly cosmologicalConstant?: number;
  /** A deficit that matter demands at each hinge, in the order of `complex.hinges`: particles in 3, strings in 4 dimensions; default 0. */
  readonly sources?: Float64Array;
}

/** The angle 2π − Σθ that is missing at every hinge, π − Σθ at those of the boundary; imaginary parts are boosts. */
export function deficits(geometry: SimplicialGeometry): readonly Complex[] {
  const { angles } = geometryJets(geometry);
  return geometry.complex.hinges.map((hinge, h) => deficitOf(hinge.isOuter, angles[h]!));
}

/** 2π − Σθ, or π − Σθ on the boundary. */
export function deficitOf(isOuter: boolean, angles: readonly { readonly jet: AngleJet }[]): Complex {
  const flat = isOuter ? Math.PI : 2 * Math.PI;
  return angles.reduce<Complex>(([re, im], { jet }) => [re - jet.angle[0], im - jet.angle[1]], [flat, 0]);
}

/** The action, its gradient by the squared lengths, and its second derivatives, as complex numbers. */
export interface ReggeEquations {
  readonly action: Complex;
  /** ∂S/∂s, interleaved. */
  readonly gradient: Float64Array;
  /** ∂²S/∂s∂s′, interleaved, row-major; null unless asked for. */
  readonly hessian: Float64Array | null;
}

/** √x for a real x of either sign, √(−x) = i√x, and its first two derivatives. */
function rootJet(x: number): readonly [Complex, Complex, Complex] {
  const root = Math.sqrt(Math.abs(x));
  const [first, second] = [0.5 / root, -0.25 / (root * x)];
  // d√x/dx = 1/(2√x): for x < 0 it is −i/(2√|x|).
  return x >= 0
    ? [
        [root, 0],
        [first, 0],
        [second, 0],
      ]
    : [
        [0, root],
        [0, -first],
        [0, -second],
      ];
}

const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];

/**
 * The action S = Σ_h A_h (ε_h − m_h) − Λ Σ V and its equations of motion,
 *
 *     ∂S/∂s_e = Σ_h (ε_h − m_h) ∂A_h/∂s_e − Λ Σ ∂V/∂s_e:
 *
 * the derivatives of the angles drop out by Schläfli's identity. Areas and volumes of negative square are imaginary.
 *
 * @param secondDerivatives - whether ∂²S/∂s∂s′ is wanted, which has E² entries for E edges
 * @throws {ShapeError} another number of squared lengths than edges, or of sources than hinges
 * @throws {DomainError} a null hinge, or a null direction orthogonal to one
 */
export function reggeEquations(
  geometry: SimplicialGeometry,
  options: ReggeOptions = {},
  secondDerivatives = false,
): ReggeEquations {
  const count = geometry.complex.edges.length;
  const hessian = secondDerivatives ? new Float64Array(2 * count * count) : null;
  const add = (e: number, f: number, re: number, im: number): void => {
    const place = 2 * (e * count + f);
    hessian![place]! += re;
    hessian![place + 1]! += im;
  };
  const { action, gradient } = reggeTerms(geometry, options, hessian && add);
  return { action, gradient, hessian };
}

/** Takes a contribution to the real and the imaginary part of ∂²S/∂s_e∂s_f. */
export type AddSecond = (e: number, f: number, re: number, im: number) => void;

/** Action and gradient as in `reggeEquations`; contributions to the second derivatives go to `add`, which may be null. */
export function reggeTerms(
  geometry: SimplicialGeometry,
  { cosmologicalConstant: lambda = 0, sources }: ReggeOptions,
  add: AddSecond | null,
): Omit<ReggeEquations, 'hessian'> {
  const { complex } = geometry;
  checkSources(complex, sources);
  const jets = geometryJets(geometry);
  const hinges = jets.hinges();
  const gradient = new Float64Array(2 * complex.edges.length);
  let action: Complex = [0, 0];
  /** Adds factor·√V² with all of its derivatives. */
  const addRoot = (
    factor: Complex,
    { squaredVolume, gradient: g, hessian: H }: VolumeJet,
    edges: readonly number[],
  ) => {
    if (squaredVolume === 0) throw new DomainError('regge: hinges of nonzero volume required, got a null one');
    const [root, first, second] = rootJet(squaredVolume).map((value) => times(factor, value)) as [
      Complex,
      Complex,
      Complex,
    ];
    action = [action[0] + root[0], action[1] + root[1]];
    edges.forEach((e, p) => {
      gradient[2 * e]! += first[0] * g[p]!;
      gradient[2 * e + 1]! += first[1] * g[p]!;
      if (add === null) return;
      edges.forEach((f, q) => {
        const [one, two] = [H[p * edges.length + q]!, g[p]! * g[q]!];
        add(e, f, first[0] * one + second[0] * two, first[1] * one + second[1] * two);
      });
    });
  };
  complex.hinges.forEach((hinge, h) => {
    const { volume, edges } = hinges[h]!;
    const [re, im] = deficitOf(hinge.isOuter, jets.angles[h]!);
    addRoot([re - (sources?.[h] ?? 0), im], volume, edges);
    if (add !== null) addAngles(add, jets, h, volume, edges);
  });
  if (lambda !== 0) {
    for (const [k, volume] of jets.volumes().entries()) addRoot([-lambda, 0], volume, jets.edges[k]!);
  }
  return { action, gradient };
}

/** @throws {ShapeError} another number of sources than hinges */
export function checkSources(complex: SimplicialComplex, sources: Float64Array | undefined): void {
  if (sources !== undefined && sources.length !== complex.hinges.length) {
    throw new ShapeError(`regge: ${complex.hinges.length} sources required, got ${sources.length}`);
  }
}

/** −Σ ∂A_h/∂s ∂θ/∂s′ of one hinge. */
function addAngles(
  add: AddSecond,
  { angles, edges: simplexEdges }: GeometryJets,
  h: number,
  volume: VolumeJet,
  edges: readonly number[],
): void {
  const [, first] = rootJet(volume.squaredVolume);
  for (const { simplex, jet } of angles[h]!) {
    const [re, im] = times(first, jet.isImaginary ? [0, -1] : [-1, 0]);
    edges.forEach((e, p) => {
      simplexEdges[simplex]!.forEach((f, q) => {
        const product = volume.gradient[p]! * jet.gradient[q]!;
        add(e, f, re * product, im * product);
      });
    });
  }
}

/**
 * The Euclidean action as an objective of all edge lengths ℓ, to be used with any optimiser; note that its extrema are saddles.
 *
 * @throws {DomainError} lengths with which a simplex does not fit into Euclidean space
 */
export function reggeAction(complex: SimplicialComplex, options: ReggeOptions = {}): Objective {
  return (lengths) => {
    const geometry = { complex, squaredLengths: lengths.map((length) => length * length) };
    const { action, gradient } = reggeEquations(geometry, options);
    if (Math.abs(action[1]) > 1e-9 * Math.max(1, Math.abs(action[0]))) {
      throw new DomainError(
        'reggeAction: lengths of Euclidean simplices required; take reggeEquations for other signatures',
      );
    }
    return { value: action[0], gradient: Float64Array.from(lengths, (length, e) => 2 * length * gradient[2 * e]!) };
  };
}

/**
 * Volume of a complex, Σ √V²; real and imaginary part.
 *
 * @throws {ShapeError} another number of squared lengths than edges
 */
export function totalVolume(geometry: SimplicialGeometry): Complex {
  return simplexTables(geometry).reduce<Complex>(
    ([re, im], table) => {
      const [[x, y]] = rootJet(squaredVolume(table));
      return [re + x, im + y];
    },
    [0, 0],
  );
}
