/** @file Pairings of points on a circle by curves that do not cross, and where they leave a hole. */

/** Pairs (i, j), i < j, of the points 0 … 2n − 1. */
export type Pairing = readonly (readonly [i: number, j: number])[];

/** A pairing of the disk with a hole in one of its n + 1 faces. */
export interface AnnularPairing {
  readonly pairs: Pairing;
  /** Whether the hole lies between the curve of a pair (i, j) and the arc from i to j. */
  readonly inside: readonly boolean[];
  /** An arc of the circle, from point k to point k + 1, in the face of the hole. */
  readonly arc: number;
}

/**
 * All pairings of 2n points on a circle whose curves do not cross in the disk: Catalan's number C_n = (2n)!/(n!(n + 1)!).
 * Points of a pair have different parity.
 */
export function planarPairings(n: number): readonly Pairing[] {
  const between = (from: number, to: number): readonly Pairing[] => {
    if (from > to) return [[]];
    const partners = Array.from({ length: (to - from + 1) / 2 }, (_, k) => from + 1 + 2 * k);
    return partners.flatMap((partner) =>
      between(from + 1, partner - 1).flatMap((inner) =>
        between(partner + 1, to).map((outer): Pairing => [[from, partner], ...inner, ...outer]),
      ),
    );
  };
  return between(0, 2 * n - 1);
}

/** All ways to leave a hole in a face of a pairing: n + 1 for each, (2n)!/(n!)² in all. */
export function annularPairings(n: number): readonly AnnularPairing[] {
  return planarPairings(n).flatMap((pairs) => {
    const faces = new Map<string, AnnularPairing>();
    for (let arc = 0; arc < 2 * n; arc++) {
      const inside = pairs.map(([i, j]) => i <= arc && arc < j);
      const face = inside.join();
      if (!faces.has(face)) faces.set(face, { pairs, inside, arc });
    }
    return [...faces.values()];
  });
}
