import type { BoundaryGeometry, RegionCut } from '../bulk/boundary-geometry.ts';

const regionTables = new WeakMap<BoundaryGeometry, ReadonlyMap<string, number>>();

/** Entropy of the same region of the target; null if it is unknown. */
export function targetEntropy(target: BoundaryGeometry, { start, length }: RegionCut): number | null {
  const table =
    regionTables.get(target) ??
    new Map(target.regions.map((region) => [`${region.start} ${region.length}`, region.entropy] as const));
  regionTables.set(target, table);
  return table.get(`${start} ${length}`) ?? null;
}
