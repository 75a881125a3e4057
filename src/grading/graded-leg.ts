/** @file Legs whose index values carry a conserved charge: particle numbers, magnetisations, parities. */

/** The index values of one charge. */
export interface Sector {
  readonly charge: number;
  /** Which values of the index, ascending. */
  readonly indices: readonly number[];
}

/** A leg with a charge for each value of its index. Without a symmetry all charges are 0: one sector. */
export interface GradedLeg {
  readonly charges: readonly number[];
  /** By ascending charge. */
  readonly sectors: readonly Sector[];
  /** Legs of equal keys have the same sectors. */
  readonly key: string;
}

/** The leg with these charges, one for each value of its index. */
export function gradedLeg(charges: readonly number[]): GradedLeg {
  const indices = new Map<number, number[]>();
  charges.forEach((charge, index) => {
    const known = indices.get(charge);
    if (known) known.push(index);
    else indices.set(charge, [index]);
  });
  const sectors = [...indices].map(([charge, own]) => ({ charge, indices: own })).sort((a, b) => a.charge - b.charge);
  return { charges, sectors, key: sectors.map(({ charge, indices: own }) => `${charge}x${own.length}`).join() };
}

/** A leg without a symmetry. */
export const plainLeg = (dimension: number): GradedLeg => gradedLeg(new Array<number>(dimension).fill(0));

/** A leg with so many values of each charge, by ascending charge. */
export const legOfSectors = (sectors: readonly (readonly [charge: number, dimension: number])[]): GradedLeg =>
  gradedLeg(
    sectors.toSorted(([a], [b]) => a - b).flatMap(([charge, dimension]) => new Array<number>(dimension).fill(charge)),
  );

/** The charge modulo N in 0 … N − 1; as it is for N = 0, where charges are integers. */
export const chargeModulo = (charge: number, modulus: number): number =>
  modulus === 0 ? charge : ((charge % modulus) + modulus) % modulus;
