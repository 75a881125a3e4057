/** @file The numbers that the study must get right. */

import { atLeast, atMost, type Check, equals } from '../../../src/record/study-record.ts';
import { legendreQ1 } from '../../../src/systems/liouville/back-reaction.ts';
import type { Measured } from './measured.ts';

/** What is allowed of the mesh, an error of second order: about (step/ε)²/20. */
const allowed = (cells: number): number => 12 / cells ** 2;

export function checksOf(measured: Measured): readonly Check[] {
  return [
    ...shapeChecks(measured),
    ...entropyChecks(measured),
    ...sourceChecks(measured),
    ...stabilityChecks(measured),
  ];
}

function shapeChecks({ options: { cells }, shapes: { shapes, wedge, middle } }: Measured): readonly Check[] {
  const exact = shapes.filter(({ closedForm }) => closedForm !== null);
  const orders = exact.flatMap(({ errors }) => errors.slice(1).map((error, k) => Math.log2(errors[k]! / error)));
  return [
    ...exact.map(({ name, errors, closedForm }) =>
      atMost(`${name}: greatest |φ − log(${closedForm})|`, 'closed form', errors.at(-1)!, allowed(cells)),
    ),
    ...(orders.length === 0
      ? []
      : [atLeast('order of these errors, the least', 'theorem', Math.min(...orders), 2, 0.25)]),
    equals(
      'wedge: length of the free arc over that of the geodesic',
      'closed form',
      wedge.arc / wedge.geodesic,
      1,
      allowed(cells),
    ),
    equals('box: e^φ in the middle times its conformal radius', 'closed form', middle, 2, 2e-3),
    atMost(
      'action of the optimum over that without optimisation, the greatest',
      'theorem',
      Math.max(...shapes.map(({ optimum, flat }) => optimum / flat)),
      1,
    ),
  ];
}

function entropyChecks({
  options: { cells, lengths, beta },
  entropies: { series, field },
}: Measured): readonly Check[] {
  const [cold, hot] = series.map(({ lattice, metric }) => lattice.map((value, k) => Math.abs(value - metric[k]!)));
  const among = (least: number, differences: readonly number[]): readonly number[] =>
    differences.filter((_, k) => lengths[k]! >= least);
  const against = (state: string, least: number, differences: readonly number[], most: number): readonly Check[] => {
    const compared = among(least, differences);
    if (compared.length === 0) return [];
    const statement = `${state}, from ${least} sites on: entropies of the lattice against geodesics`;
    return [atMost(statement, 'independent computation', Math.max(...compared), most)];
  };
  return [
    ...against('vacuum', 4, cold!, 1.4e-3),
    ...against('vacuum', 32, cold!, 2e-5),
    ...(beta === 60 ? against('β = 60', 4, hot!, 1.5e-3) : []),
    ...field
      .slice(-1)
      .map(({ value, exact }) =>
        equals('half plane: entropy by a geodesic on the grid', 'closed form', value / exact, 1, allowed(cells)),
      ),
  ];
}

function sourceChecks({
  options: { cells },
  sources: { cones, superposition, responses },
}: Measured): readonly Check[] {
  const [before, last] = superposition.slice(-2);
  const order = Math.log(before!.remainder / last!.remainder) / Math.log(before!.strength / last!.strength);
  const weakest = responses.at(-1)!;
  const ratios = weakest.points
    .filter(([distance]) => distance > 0.3)
    .map(([distance, value]) => value / legendreQ1(Math.cosh(distance)));
  const furthest = ratios.reduce((worst, ratio) => (Math.abs(ratio - 1) > Math.abs(worst - 1) ? ratio : worst), 1);
  return [
    atMost('cones: greatest error of χ', 'closed form', Math.max(...cones.map(({ error }) => error)), allowed(64)),
    equals(
      'one weak source: response over Q₁, furthest from 1',
      'closed form',
      furthest,
      1,
      weakest.strength + allowed(cells),
    ),
    equals('two sources: order of what is beyond superposition', 'theorem', order, 2, 0.15),
  ];
}

function stabilityChecks({ stability: { rows, domains }, balls }: Measured): readonly Check[] {
  return [
    ...rows.map(({ ratio, found, exact }) =>
      equals(`lowest eigenvalue of −Δ for z₁/ε = ${ratio}`, 'closed form', found / exact, 1, 1e-5),
    ),
    ...domains.map(({ domain, eigenvalue }) =>
      atLeast(`${domain}: lowest eigenvalue of −Δ where the curvature is −1`, 'theorem', eigenvalue, 1 / 4),
    ),
    ...balls.map(({ metric, curvature, expected }) =>
      equals(`R from volumes of balls: ${metric}`, 'closed form', curvature, expected, 1e-2),
    ),
  ];
}
