/** @file The set of controls that a bound allows: coordinates without boundary, and how far it reaches in a direction. */

import { dot, length, plus, times } from '../linalg/real-vector.ts';
import { boundsOf, type DriftSystem, fixedSquare, innerProductOfSums } from './drift-system.ts';
import { halfSpread } from './energy-spread.ts';

/** A convex set of controls u, shape (#controls,). */
export interface ControlSet {
  /** u(v) covers the set as v runs through all vectors; at its boundary u does not move outwards, du/dv = 0. */
  readonly at: (v: Float64Array) => Float64Array;
  /** dv ↦ du. */
  readonly pushforward: (v: Float64Array, direction: Float64Array) => Float64Array;
  /** ∂L/∂u ↦ ∂L/∂v. */
  readonly pullback: (v: Float64Array, slope: Float64Array) => Float64Array;
  /** max φ·u over the set, Pontryagin's maximum. */
  readonly greatest: (switching: Float64Array) => number;
  /** The u at which φ·u is greatest; where the set is round, a smooth function of φ ≠ 0. */
  readonly best: (switching: Float64Array) => Float64Array;
  /** For each control how near its bound it is: 1 on the boundary, 0 where nothing holds it. */
  readonly strain: (controls: Float64Array) => readonly number[];
}

/** The set of controls of a system with a finite bound. */
export function controlSet({ drift, controls, bound }: DriftSystem): ControlSet {
  if (bound.kind === 'each') return box(Float64Array.from(boundsOf(bound.bounds, controls.length)));
  if (bound.kind === 'sum')
    return ellipsoid(
      controls.map(() => 0),
      controls.map(() => bound.bound),
    );
  if (bound.kind === 'unlimited') return turns(Float64Array.from(controls, (control) => Math.PI / halfSpread(control)));
  const squares = controls.map((control) => innerProductOfSums(control, control));
  const radius = Math.sqrt(bound.bound ** 2 - fixedSquare(drift, controls));
  return ellipsoid(
    controls.map((control, a) => -innerProductOfSums(drift, control) / squares[a]!),
    squares.map((square) => radius / Math.sqrt(square)),
  );
}

/** |u_a| ≤ b_a by u_a = b_a sin v_a. */
function box(bounds: Float64Array): ControlSet {
  const turned = (v: Float64Array, direction: Float64Array): Float64Array =>
    v.map((x, a) => bounds[a]! * Math.cos(x) * direction[a]!);
  return {
    at: (v) => v.map((x, a) => bounds[a]! * Math.sin(x)),
    pushforward: turned,
    pullback: turned,
    greatest: (switching) => switching.reduce((sum, phi, a) => sum + bounds[a]! * Math.abs(phi), 0),
    best: (switching) => switching.map((phi, a) => bounds[a]! * Math.sign(phi)),
    strain: (controls) => Array.from(controls, (u, a) => Math.abs(u) / bounds[a]!),
  };
}

/** Σ_a ((u_a − c_a)/r_a)² ≤ 1 by (u_a − c_a)/r_a = v_a sin|v|/|v|. */
function ellipsoid(centre: readonly number[], radii: readonly number[]): ControlSet {
  const sinc = (r: number): number => (r < 1e-4 ? 1 - (r * r) / 6 : Math.sin(r) / r);
  const bend = (r: number): number => (r < 1e-2 ? -1 / 3 + (r * r) / 30 : (Math.cos(r) - sinc(r)) / (r * r));
  /** d(v sin|v|/|v|), a symmetric map. */
  const turned = (v: Float64Array, direction: Float64Array): Float64Array =>
    plus(times(sinc(length(v)), direction), bend(length(v)) * dot(v, direction), v);
  const stretched = (direction: Float64Array): Float64Array => direction.map((x, a) => radii[a]! * x);
  return {
    at: (v) => v.map((x, a) => centre[a]! + radii[a]! * sinc(length(v)) * x),
    pushforward: (v, direction) => stretched(turned(v, direction)),
    pullback: (v, slope) => turned(v, stretched(slope)),
    greatest: (switching) => dot(Float64Array.from(centre), switching) + length(stretched(switching)),
    best: (switching) => {
      const scaled = stretched(switching);
      return stretched(times(1 / length(scaled), scaled)).map((u, a) => centre[a]! + u);
    },
    strain: (controls) => {
      const share = length(controls.map((u, a) => (u - centre[a]!) / radii[a]!));
      return Array.from(controls, () => share);
    },
  };
}

/** Impulses: no bound on u, but each control alone turns no farther than a period in its integral. */
const turns = (periods: Float64Array): ControlSet => ({
  ...box(periods),
  greatest: (switching) => (length(switching) > 0 ? Infinity : 0),
  strain: (controls) => Array.from(controls, () => 0),
});
