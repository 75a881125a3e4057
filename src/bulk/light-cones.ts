/**
 * @file The causal geometry of a circuit beside that of its states: when can two sites know of each other, and when do
 * they? Layers are the circuit's time.
 */

import type { Circuit } from '../circuit/circuit.ts';
import { commutingLayers } from '../circuit/layers.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { support } from '../operator/pauli.ts';
import type { Nats } from '../units.ts';

/** The causal geometry of a circuit, counted in layers of commuting gates. */
export interface LightCones {
  /** Number of layers. */
  readonly layers: number;
  /** The layer of each gate, from 0, in the order of the gates; see `commutingLayers`. */
  readonly layerOfGate: readonly number[];
  /**
   * influence[a][b]: after how many layers b can depend on what was at a; null if never. 0 for a = b. Row a is the
   * future light cone of site a.
   */
  readonly influence: readonly (readonly (number | null)[])[];
  /**
   * contact[a][b]: after how many layers the past cones of a and b meet. Before that, with a product state as
   * reference, the two sites are exactly uncorrelated; null if never.
   */
  readonly contact: readonly (readonly (number | null)[])[];
}

/**
 * Light cones of every site of a circuit. In a layer all gates commute, so only the gates on a site act on it: the past
 * of b grows by their supports, and no further, whatever the gates do next to it. The cones are upper bounds: gates of
 * different layers may commute all the same, and cancel. Only the words of the gates are read, not their angles.
 *
 * Cost O(gates² + layers·n³).
 *
 * @see Lloyd, arXiv:quant-ph/0501135, for circuits as causal sets
 */
export function lightCones(circuit: Circuit): LightCones {
  const { qubits, gates } = circuit;
  const layerOfGate = commutingLayers(circuit);
  const layers = 1 + Math.max(-1, ...layerOfGate);
  const sites = Array.from({ length: qubits }, (_, site) => site);
  const influence = sites.map((a) => sites.map((b): number | null => (a === b ? 0 : null)));
  const contact = sites.map((a) => sites.map((b): number | null => (a === b ? 0 : null)));
  let pasts: readonly ReadonlySet<number>[] = sites.map((site) => new Set([site]));
  for (let layer = 0; layer < layers; layer++) {
    const touched = sites.map((site) => new Set([site]));
    gates.forEach(({ word }, g) => {
      if (layerOfGate[g] !== layer) return;
      const own = support(word);
      for (const a of own) for (const b of own) touched[a]!.add(b);
    });
    const earlier = pasts;
    pasts = touched.map((near) => new Set([...near].flatMap((site) => [...earlier[site]!])));
    pasts.forEach((past, b) => {
      for (const a of past) influence[a]![b] ??= layer + 1;
      pasts.forEach((other, c) => {
        if (contact[b]![c] === null && [...past].some((site) => other.has(site))) contact[b]![c] = layer + 1;
      });
    });
  }
  return { layers, layerOfGate, influence, contact };
}

/** What sites know of each other at one time: I(a:b), see `mutualInformationMatrix`. */
export interface InformationFrame {
  readonly time: number;
  readonly information: readonly (readonly Nats[])[];
}

/**
 * Times of the first frames in which the mutual information of two sites exceeds a threshold; null if it never does.
 * The diagonal is 0: a site is in contact with itself.
 *
 * @param frames - in order of time
 * @param threshold - in nats, > 0
 * @throws {DomainError} a threshold that is not positive, or times that do not increase
 * @throws {ShapeError} frames of different sizes
 */
export function informationArrivals(
  frames: readonly InformationFrame[],
  threshold: Nats,
): readonly (readonly (number | null)[])[] {
  if (!(threshold > 0)) throw new DomainError(`informationArrivals: a threshold > 0 required, got ${threshold}`);
  const sites = frames[0]?.information.length ?? 0;
  frames.forEach(({ time, information }, k) => {
    if (information.length !== sites) {
      throw new ShapeError(`informationArrivals: ${sites} sites required at time ${time}, got ${information.length}`);
    }
    if (k > 0 && !(time > frames[k - 1]!.time)) {
      throw new DomainError(`informationArrivals: increasing times required, got ${time} after ${frames[k - 1]!.time}`);
    }
  });
  return Array.from({ length: sites }, (_, a) =>
    Array.from({ length: sites }, (__, b) =>
      a === b ? 0 : (frames.find(({ information }) => information[a]![b]! > threshold)?.time ?? null),
    ),
  );
}

/** How fast a front moves. */
export interface Front {
  /** Sites per unit of time, least squares of separation against arrival; null if fewer than two times occur. */
  readonly velocity: number | null;
  /** Arrival of the first pair at each separation that is reached, ascending. */
  readonly arrivals: readonly { readonly separation: number; readonly time: number }[];
}

/**
 * The front of a table of arrivals: for each separation of sites the first arrival, and the velocity of a straight line
 * through them. After a global quench both sites emit signals, and it is twice the greatest group velocity; Lieb and
 * Robinson bound it for every local Hamiltonian.
 *
 * @param arrivals - times, or layers as `lightCones` counts them; null if never
 * @param separation - of two sites; default |a − b|, an open chain
 *
 * @see Lieb & Robinson, Commun. Math. Phys. 28, 251 (1972); Calabrese & Cardy, Phys. Rev. Lett. 96, 136801 (2006)
 */
export function arrivalFront(
  arrivals: readonly (readonly (number | null)[])[],
  separation: (a: number, b: number) => number = (a, b) => Math.abs(a - b),
): Front {
  const first = new Map<number, number>();
  arrivals.forEach((row, a) => {
    row.forEach((time, b) => {
      if (time === null || a === b) return;
      const apart = separation(a, b);
      first.set(apart, Math.min(time, first.get(apart) ?? Infinity));
    });
  });
  const points = [...first]
    .map(([apart, time]) => ({ separation: apart, time }))
    .sort((p, q) => p.separation - q.separation);
  const mean = (of: (p: (typeof points)[number]) => number): number =>
    points.reduce((sum, p) => sum + of(p), 0) / points.length;
  const [r, t] = [mean((p) => p.separation), mean((p) => p.time)];
  const spread = mean((p) => (p.time - t) ** 2);
  const covariance = mean((p) => (p.separation - r) * (p.time - t));
  return { velocity: spread > 0 ? covariance / spread : null, arrivals: points };
}
