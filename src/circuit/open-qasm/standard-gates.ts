/** @file The gates that OpenQASM has itself and in its libraries, qelib1.inc of version 2 and stdgates.inc of version 3. */

import type { Radians } from '../../units.ts';
import { type Affine, constantOf, plus, times } from './affine.ts';
import { actionOf, controlled, type GateAction, IDLE, inverse, sequence } from './gate-action.ts';

/** A gate of a library. */
export interface StandardGate {
  readonly values: number;
  readonly qubits: number;
  readonly action: (values: readonly Affine[], qubits: readonly number[]) => GateAction;
}

/** Parts of a gate: rotations and a phase, on some of its qubits. */
type Build = (values: readonly Affine[], qubits: readonly number[]) => GateAction;

const HALF = Math.PI / 2;

/** Fixed rotations and a phase. */
const fixed =
  (turns: readonly (readonly [word: string, angle: Radians])[], phase: Radians): Build =>
  (_, qubits) =>
    actionOf(qubits, turns, phase);
/** exp(−i·angle·P/2). */
const rotation =
  (word: string): Build =>
  ([angle], qubits) =>
    actionOf(qubits, [[word, angle!]]);
/** The power P^{angle/π} of a Pauli matrix that leaves the eigenvalue 1 as it is: e^{i·angle/2}·exp(−i·angle·P/2). */
const phased =
  (letter: string): Build =>
  ([angle], qubits) =>
    actionOf(qubits, [[letter, angle!]], times(angle!, 0.5));
const at =
  (build: Build, ...values: readonly Radians[]): Build =>
  (_, qubits) =>
    build(values.map(constantOf), qubits);
/** With so many controls before its own qubits. */
const withControls =
  (build: Build, controls = 1): Build =>
  (values, qubits) =>
    qubits
      .slice(0, controls)
      .reduceRight((action, control) => controlled(action, control), build(values, qubits.slice(controls)));

const P = phased('Z');
const [X, Y, Z] = [at(phased('X'), Math.PI), at(phased('Y'), Math.PI), at(P, Math.PI)];
const SX = at(phased('X'), HALF);
const H = fixed(
  [
    ['Y', HALF],
    ['X', Math.PI],
  ],
  HALF,
);
const SWAP = fixed(
  [
    ['XX', HALF],
    ['YY', HALF],
    ['ZZ', HALF],
  ],
  HALF / 2,
);
/**
 * e^{iα} R_Z(φ) R_Y(θ) R_Z(λ), with the phase α given by multiples of θ and of φ + λ:
 * (0, ½) for the matrix [[cos, −e^{iλ} sin], [e^{iφ} sin, e^{i(φ+λ)} cos]], (0, 0) for determinant 1.
 */
const euler =
  (ofPolar: number, ofSum: number): Build =>
  ([polar, azimuth, first], qubits) => {
    const phase = plus(times(polar!, ofPolar), plus(azimuth!, first!), ofSum);
    return actionOf(
      qubits,
      [
        ['Z', first!],
        ['Y', polar!],
        ['Z', azimuth!],
      ],
      phase,
    );
  };
/** u2, the polar angle π/2. */
const equatorial =
  (build: Build): Build =>
  (values, qubits) =>
    build([constantOf(HALF), ...values], qubits);
const U = euler(0, 0.5);
/** Controlled e^{iγ}·U(θ, φ, λ). */
const CU: Build = ([polar, azimuth, first, phase], [control, target]) => {
  const gate = U([polar!, azimuth!, first!], [target!]);
  return controlled({ ...gate, phase: plus(gate.phase, phase!) }, control!);
};
/** X where both controls are 1, with other phases: Margolus' gate, by the words between its Hadamard gates. */
const RCCX: Build = (_, [a, b, c]) =>
  sequence([
    actionOf(
      [a!, b!, c!],
      [
        ['IIX', HALF / 2],
        ['IZX', -HALF / 2],
        ['ZZX', HALF / 2],
        ['ZIX', -HALF / 2],
      ],
    ),
    withControls(Z)([], [a!, c!]),
  ]);
const RC3X: Build = (_, [a, b, c, d]) => {
  const outer = sequence([
    actionOf(
      [c!, d!],
      [
        ['IX', HALF / 2],
        ['ZX', -HALF / 2],
      ],
    ),
    withControls(Z)([], [c!, d!]),
  ]);
  const inner = actionOf(
    [a!, b!, d!],
    [
      ['ZIZ', HALF / 2],
      ['ZZZ', -HALF / 2],
      ['IZZ', HALF / 2],
      ['IIZ', -HALF / 2],
    ],
  );
  return sequence([outer, inner, outer]);
};

const gate = (values: number, qubits: number, action: Build): StandardGate => ({ values, qubits, action });
const inverted =
  (build: Build): Build =>
  (values, qubits) =>
    inverse(build(values, qubits));

/** What both libraries have. */
const COMMON: Readonly<Record<string, StandardGate>> = {
  p: gate(1, 1, P),
  u1: gate(1, 1, P),
  x: gate(0, 1, X),
  y: gate(0, 1, Y),
  z: gate(0, 1, Z),
  h: gate(0, 1, H),
  s: gate(0, 1, at(P, HALF)),
  sdg: gate(0, 1, at(P, -HALF)),
  t: gate(0, 1, at(P, HALF / 2)),
  tdg: gate(0, 1, at(P, -HALF / 2)),
  sx: gate(0, 1, SX),
  rx: gate(1, 1, rotation('X')),
  ry: gate(1, 1, rotation('Y')),
  rz: gate(1, 1, rotation('Z')),
  id: gate(0, 1, () => IDLE),
  cx: gate(0, 2, withControls(X)),
  cy: gate(0, 2, withControls(Y)),
  cz: gate(0, 2, withControls(Z)),
  ch: gate(0, 2, withControls(H)),
  cp: gate(1, 2, withControls(P)),
  crx: gate(1, 2, withControls(rotation('X'))),
  cry: gate(1, 2, withControls(rotation('Y'))),
  crz: gate(1, 2, withControls(rotation('Z'))),
  cu: gate(4, 2, CU),
  swap: gate(0, 2, SWAP),
  ccx: gate(0, 3, withControls(X, 2)),
  cswap: gate(0, 3, withControls(SWAP)),
};

/** The gates of the languages themselves: U, and CX in version 2; `gphase` of version 3 acts on no qubit. */
export const BUILT_IN: Readonly<Record<2 | 3, Readonly<Record<string, StandardGate>>>> = {
  2: { U: gate(3, 1, U), CX: gate(0, 2, withControls(X)) },
  3: { U: gate(3, 1, euler(0.5, 0.5)), gphase: gate(1, 0, ([phase]) => ({ turns: [], phase: phase! })) },
};

/** The gates of the libraries, by the names of their files. */
export const LIBRARIES: Readonly<
  Record<2 | 3, { readonly file: string; readonly gates: Readonly<Record<string, StandardGate>> }>
> = {
  2: {
    file: 'qelib1.inc',
    gates: {
      ...COMMON,
      u: gate(3, 1, U),
      u0: gate(1, 1, () => IDLE),
      u2: gate(2, 1, equatorial(U)),
      u3: gate(3, 1, U),
      sxdg: gate(0, 1, inverted(SX)),
      csx: gate(0, 2, withControls(SX)),
      cu1: gate(1, 2, withControls(P)),
      cu3: gate(3, 2, withControls(U)),
      rxx: gate(1, 2, rotation('XX')),
      ryy: gate(1, 2, rotation('YY')),
      rzz: gate(1, 2, rotation('ZZ')),
      rccx: gate(0, 3, RCCX),
      rc3x: gate(0, 4, RC3X),
      c3x: gate(0, 4, withControls(X, 3)),
      c3sqrtx: gate(0, 4, withControls(SX, 3)),
      c4x: gate(0, 5, withControls(X, 4)),
    },
  },
  3: {
    file: 'stdgates.inc',
    gates: {
      ...COMMON,
      CX: gate(0, 2, withControls(X)),
      phase: gate(1, 1, P),
      cphase: gate(1, 2, withControls(P)),
      u2: gate(2, 1, equatorial(euler(0, 0))),
      u3: gate(3, 1, euler(0, 0)),
    },
  },
};
/** The gates of the first qelib1.inc; a program may define the others of today's by itself. */
const FIRST_EDITION = 'u3 u2 u1 cx id x y z h s sdg t tdg rx ry rz cz cy ch ccx crz cu1 cu3'.split(' ');

/** Whether a program may define a gate of this name although the library of its version has one. */
export const isRedefinable = (name: string, version: 2 | 3): boolean => version === 2 && !FIRST_EDITION.includes(name);
