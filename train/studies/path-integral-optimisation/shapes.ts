/** @file Optimised metrics of seven domains: how far from closed forms, how much action the optimisation saves. */

import { sampledMetric } from '../../../src/systems/liouville/conformal-metric.ts';
import { regulatedWaveNumber } from '../../../src/systems/liouville/layered-metric.ts';
import { liouvilleFunctional } from '../../../src/systems/liouville/liouville-functional.ts';
import { type OptimisedMetric, optimiseMetric } from '../../../src/systems/liouville/optimise-metric.ts';
import type { DomainSide, PlanarDomain } from '../../../src/systems/liouville/planar-domain.ts';
import { diskDomain, halfDiskDomain, polygonDomain } from '../../../src/systems/liouville/polygon-domain.ts';
import { halfPlaneDomain, rectangleDomain } from '../../../src/systems/liouville/rectangle-domain.ts';
import { sideLength } from '../../../src/systems/liouville/side-length.ts';
import type { PartStep } from '../../study.ts';

/** The cutoff of all shapes; their size is 1. */
export const EPSILON = 1 / 16;

/** One domain. */
export interface Shape {
  readonly name: string;
  /** e^φ in closed form, as text; null where there is none. */
  readonly closedForm: string | null;
  readonly nodes: number;
  readonly steps: number;
  /** Greatest |φ − φ₀| at each resolution, coarse to fine; empty without closed form. */
  readonly errors: readonly number[];
  /** 24π/c times the action of φ = log 1/ε, which is no optimisation, and at the optimum. */
  readonly flat: number;
  readonly optimum: number;
}

/** φ on a grid for a picture, from top to bottom; null outside. */
export interface ShapeMap {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly phi: readonly (readonly (number | null)[])[];
}

export interface Shapes {
  readonly shapes: readonly Shape[];
  readonly maps: readonly ShapeMap[];
  /** Length of the arc of the wedge, of the geodesic in closed form, and of the arc if it is a boundary with cutoff. */
  readonly wedge: { readonly arc: number; readonly geodesic: number; readonly cutoff: number };
  /** e^φ in the middle of a box times its conformal radius, extrapolated to no cutoff: 2. */
  readonly middle: number;
}

type Exact = (x: number, y: number) => number;

interface Case {
  readonly name: string;
  readonly closedForm: string | null;
  readonly domain: (cells: number) => PlanarDomain;
  readonly exact: Exact | null;
  readonly map: readonly [left: number, right: number, low: number, high: number] | null;
}

const cutoff = { kind: 'cutoff', epsilon: EPSILON } as const;
const geodesic = { kind: 'geodesic' } as const;
const halfPlane: Exact = (_, z) => -Math.log(z);
const vacuum = { kind: 'values', phi: halfPlane } as const;
/** Fewest cells that resolve the cutoff. */
const FEWEST = 4 / EPSILON;
/** Cells of pictures along the longer side. */
const PICTURE = 64;

function cases(): readonly Case[] {
  const k = regulatedWaveNumber(EPSILON, 2 + 4 * EPSILON); // of a strip of width 1
  const A = EPSILON + Math.sqrt(1 + EPSILON ** 2);
  const corners = [
    [0, 0],
    [1, 0],
    [1, 0.5],
    [0.5, 0.5],
    [0.5, 1],
    [0, 1],
  ] as const;
  const sidesOf = (from: (typeof corners)[number]): DomainSide => ({ from, condition: cutoff });
  return [
    {
      name: 'half plane, square lattice',
      closedForm: '1/z',
      domain: (n) =>
        rectangleDomain([0, EPSILON], 1 / n, [n, n], { bottom: cutoff, right: vacuum, top: vacuum, left: vacuum }),
      exact: halfPlane,
      map: null,
    },
    {
      name: 'half plane, triangles that grow',
      closedForm: '1/z',
      domain: (n) => halfPlaneDomain({ epsilon: EPSILON, doublings: 4, cells: 1, refinements: Math.log2(n) - 3 }),
      exact: halfPlane,
      map: null,
    },
    {
      name: 'strip',
      closedForm: 'k/cos kz',
      domain: (n) =>
        rectangleDomain([0, -0.5], 1 / n, [n / 8, n], { bottom: cutoff, right: geodesic, top: cutoff, left: geodesic }),
      exact: (_, z) => Math.log(k / Math.cos(k * z)),
      map: null,
    },
    {
      name: 'disk',
      closedForm: '2A/(A² − r²)',
      domain: (n) => diskDomain(1, 2 / (3 * n), cutoff),
      exact: (x, y) => Math.log((2 * A) / (A * A - x * x - y * y)),
      map: null,
    },
    {
      name: 'box, cutoff all around',
      closedForm: null,
      domain: (n) => rectangleDomain([0, 0], 1 / n, [n, n], cutoff),
      exact: null,
      map: [0, 1, 0, 1],
    },
    {
      name: 'L, cutoff all around',
      closedForm: null,
      domain: (n) => polygonDomain(corners.map(sidesOf), 2 / (3 * n)),
      exact: null,
      map: [0, 1, 0, 1],
    },
    {
      name: 'half disk, arc free: wedge',
      closedForm: '1/z',
      domain: (n) => halfDiskDomain(1, EPSILON, 2 / (3 * n)),
      exact: halfPlane,
      map: [-1, 1, EPSILON, 1],
    },
  ];
}

/** All shapes at a quarter, a half and all of the cells. */
export function* optimisedShapes(cells: number): Generator<PartStep, Shapes> {
  const all = cases();
  const shapes: Shape[] = [];
  const maps: ShapeMap[] = [];
  let arc = 0;
  for (const [k, { name, closedForm, domain, exact, map }] of all.entries()) {
    yield { message: name, progress: k / (all.length + 1) };
    const coarser = [cells / 4, cells / 2].filter((n) => exact !== null && n >= FEWEST);
    const errors = coarser.map((n) => greatestError(optimiseMetric(domain(n)).value, exact!));
    const { value, steps } = optimiseMetric(domain(cells));
    if (exact !== null) errors.push(greatestError(value, exact));
    const functional = (phi: Float64Array): number => liouvilleFunctional(value.mesh, phi);
    shapes.push({
      name,
      closedForm,
      nodes: value.phi.length,
      steps,
      errors,
      flat: functional(value.phi.map(() => -Math.log(EPSILON))),
      optimum: functional(value.phi),
    });
    if (map !== null) maps.push(picture(name, value, map));
    if (name.startsWith('half disk')) arc = sideLength(value, 1);
  }
  yield { message: 'a wedge with a cutoff, a box without', progress: all.length / (all.length + 1) };
  const closed = optimiseMetric(halfDiskDomain(1, EPSILON, EPSILON / 6, cutoff)).value;
  return {
    shapes,
    maps,
    wedge: { arc, geodesic: 2 * Math.asinh(Math.sqrt(1 - EPSILON ** 2) / EPSILON), cutoff: sideLength(closed, 1) },
    middle: boxMiddle(),
  };
}

function greatestError({ mesh: { points }, phi }: OptimisedMetric, exact: Exact): number {
  return phi.reduce((most, value, i) => Math.max(most, Math.abs(value - exact(points[2 * i]!, points[2 * i + 1]!))), 0);
}

/** The regular part of φ on a grid of a box. */
export function picture(
  name: string,
  metric: OptimisedMetric,
  [left, right, low, high]: readonly [number, number, number, number],
): ShapeMap {
  const step = Math.max(right - left, high - low) / PICTURE;
  const [columns, rows] = [right - left, high - low].map((size) => Math.floor(size / step + 1e-9) + 1) as [
    number,
    number,
  ];
  const { phi } = sampledMetric(metric, { origin: [left, low], step, rows, columns });
  const fromTop = Array.from({ length: rows }, (_, k) => rows - 1 - k);
  return {
    name,
    x: Array.from({ length: columns }, (_, k) => left + k * step),
    y: fromTop.map((row) => low + row * step),
    phi: fromTop.map((row) =>
      Array.from({ length: columns }, (_, k) => {
        const value = phi[row * columns + k]!;
        return Number.isNaN(value) ? null : value;
      }),
    ),
  };
}

/** With R = 4√π/Γ(1/4)² the conformal radius of a square of side 1, whose boundary lies ε outside of that with the cutoff. */
function boxMiddle(): number {
  const [epsilon, gamma] = [1 / 32, 3.625609908221908];
  const domain = rectangleDomain([0, 0], epsilon / 4, [128, 128], { kind: 'cutoff', epsilon });
  const { phi } = sampledMetric(optimiseMetric(domain).value, { origin: [0.5, 0.5], step: 0.25, rows: 2, columns: 2 });
  return (Math.exp(phi[0]!) * (1 + 2 * epsilon) * 4 * Math.sqrt(Math.PI)) / gamma ** 2;
}
