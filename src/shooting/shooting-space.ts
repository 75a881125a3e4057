/**
 * @file What every geodesic of a right-invariant metric has in common. A group acts on a space of points q; a velocity v of the group moves
 * q by v·q, and the cost of v is ½⟨v, Gv⟩. The momentum map J(q, p) is defined by ⟨J, v⟩ = ⟨p, v·q⟩, and
 *
 *     H(q, p) = ½⟨J, G⁻¹J⟩,      q′ = ∂H/∂p,      p′ = −∂H/∂q,      v = G⁻¹J.
 *
 * Along such a curve J moves by the coadjoint action, whatever the group: L′ = i[L, H] for unitaries, EPDiff for diffeomorphisms, Euler's
 * equation for a rigid body.
 */

/** A point of the space and its momentum, shape (dimension,) each. */
export interface PhasePoint {
  readonly q: Float64Array;
  readonly p: Float64Array;
}

/** How a phase point moves, and what the motion costs. */
export interface PhaseFlow extends PhasePoint {
  /** H(q, p), half the square of the speed. */
  readonly energy: number;
}

/** A share of the energy: by wave number or by the range of a word. */
export interface ScalePower {
  readonly scale: number;
  readonly power: number;
}

/** A space whose geodesics are shot: q and p in real coordinates with the pairing ⟨p, q⟩ = Σ_k p_k q_k. */
export interface ShootingSpace {
  /** Of q, and of p. */
  readonly dimension: number;
  /** H, ∂H/∂p as `q`, and −∂H/∂q as `p`. */
  readonly flow: (point: PhasePoint) => PhaseFlow;
  /**
   * The derivative of the flow along a change of the point. As it is made of second derivatives of H, which are symmetric, it also serves
   * the reverse mode: (δq, δp) = (−λ_p, λ_q) has as its image (a, b), and (−b, a) is the pullback of (λ_q, λ_p).
   */
  readonly variation: (point: PhasePoint, change: PhasePoint) => PhasePoint;
  /** δ(v·q), where q moves by δq and the velocity v is held. */
  readonly carry: (point: PhasePoint, displacement: Float64Array) => Float64Array;
  /** The energy by scale; powers add up to H. */
  readonly scales: (point: PhasePoint) => readonly ScalePower[];
  /** Constants of the motion by name. */
  readonly invariants: (point: PhasePoint) => Readonly<Record<string, number>>;
  /** The momenta that a shortest path may have at its start; default all. */
  readonly momenta?: (q: Float64Array) => MomentumFrame;
  /** Where q consists of points of a line, a plane or space, one after the other: their number of coordinates. */
  readonly pointDimension?: 1 | 2 | 3;
}

/** Orthonormal coordinates of a subspace of momenta. */
export interface MomentumFrame {
  readonly size: number;
  /** Shape (size,) to (dimension,). */
  readonly vectorOf: (coordinates: Float64Array) => Float64Array;
  /** Its transpose: the coordinates of the projection of a momentum. */
  readonly coordinatesOf: (p: Float64Array) => Float64Array;
}
