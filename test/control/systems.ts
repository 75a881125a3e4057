import type { ControlBound, DriftSystem } from '../../src/control/drift-system.ts';
import type { TimeOptimalEnds } from '../../src/control/time-optimal-control.ts';
import { type ComplexMatrix, type ComplexVector, complexMatrix, complexVector } from '../../src/linalg/complex.ts';
import type { PauliSum } from '../../src/operator/pauli-sum.ts';

/** Σ_P h_P P. */
export const sum = (qubits: number, coefficients: Readonly<Record<string, number>>): PauliSum => ({
  qubits,
  terms: Object.entries(coefficients).map(([word, coefficient]) => ({ word, coefficient })),
});

/** The words, each a control. */
export const words = (...names: readonly string[]): readonly PauliSum[] =>
  names.map((name) => sum(name.length, { [name]: 1 }));

/** cos(polar/2)|0⟩ + sin(polar/2)|1⟩. */
export const inPlane = (polar: number): ComplexVector => complexVector([Math.cos(polar / 2), Math.sin(polar / 2)]);

/** Landau and Zener's problem: H = X + uZ, between states at this angle from Z and from −Z, both turned towards −X. */
export const landauZener = (
  bound: ControlBound,
  angle: number,
): { readonly system: DriftSystem; readonly ends: TimeOptimalEnds } => ({
  system: { drift: sum(1, { X: 1 }), controls: words('Z'), bound },
  ends: { from: inPlane(-angle), to: inPlane(-(Math.PI - angle)) },
});

export const ISWAP: ComplexMatrix = complexMatrix(
  [
    [1, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 1],
  ],
  [
    [0, 0, 0, 0],
    [0, 0, 1, 0],
    [0, 1, 0, 0],
    [0, 0, 0, 0],
  ],
);

/** exp(−iαX). */
export const xRotation = (alpha: number): ComplexMatrix =>
  complexMatrix(
    [
      [Math.cos(alpha), 0],
      [0, Math.cos(alpha)],
    ],
    [
      [0, -Math.sin(alpha)],
      [-Math.sin(alpha), 0],
    ],
  );
