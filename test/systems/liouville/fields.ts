import type { OptimisedMetric } from '../../../src/systems/liouville/index.ts';

/** Greatest |φ − φ₀(x, y)| over the nodes, or over those that are selected. */
export function greatestError(
  { mesh: { points }, phi }: OptimisedMetric,
  exact: (x: number, y: number) => number,
  selected: (x: number, y: number) => boolean = () => true,
): number {
  return phi.reduce((most, value, i) => {
    const [x, y] = [points[2 * i]!, points[2 * i + 1]!];
    return selected(x, y) ? Math.max(most, Math.abs(value - exact(x, y))) : most;
  }, 0);
}

/** Exponents p with error ∝ step^p between neighbours, each with half the step of the one before. */
export const slopes = (errors: readonly number[]): readonly number[] =>
  errors.slice(1).map((error, k) => Math.log2(errors[k]! / error));

/** Root mean square of φ − φ₀(x, y), by area. */
export function meanError({ mesh, phi }: OptimisedMetric, exact: (x: number, y: number) => number): number {
  const { points, areas } = mesh;
  const [sum, area] = phi.reduce(
    ([most, whole], value, i) => {
      const difference = value - exact(points[2 * i]!, points[2 * i + 1]!);
      return [most! + areas[i]! * difference ** 2, whole! + areas[i]!] as const;
    },
    [0, 0] as readonly [number, number],
  );
  return Math.sqrt(sum / area);
}
