/** @file Circuits of blocks for other programs: OpenQASM 2. */

import { type BlockCircuit, gateEvolutions, gateRotations } from '../circuit/block-circuit.ts';
import { gateLines } from '../circuit/open-qasm/gate-lines.ts';
import { preparationOf, programText } from '../circuit/open-qasm/write-open-qasm.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { kakDecomposition, type WeylCoordinates } from './kak.ts';

/** Coordinates and angles below this are 0. */
const ROUNDING = 1e-13;
const QUARTER = Math.PI / 2;

/**
 * The circuit at h in OpenQASM 2, up to its global phase. Qubit q is `q[q]`. Blocks on one qubit are u3; those on two are
 * split by their Cartan decomposition into u3 and at most three cx, fewer where their Weyl coordinates allow it:
 *
 *     exp(−i(x XX + y YY + z ZZ)) =
 *       ────────X─Rz(π/2 + 2z)─●──────────────X─Rz(−π/2)─
 *       Rz(π/2)─●─Ry(π/2 + 2x)─X─Ry(−π/2 − 2y)─●──────────
 *
 * Blocks on three qubits are the rotations of `rotationCircuit`, written as in `openQasm`.
 *
 * @param generators - h, shape (P,)
 * @throws {DomainError} the circuit starts from a mixed state, or h is not finite
 * @throws {ShapeError} h has the wrong length
 *
 * @see Vatan & Williams, Phys. Rev. A 69, 032315 (2004)
 */
export function blockOpenQasm(circuit: BlockCircuit, generators: Float64Array): string {
  const { qubits, reference, gates } = circuit;
  const preparation = preparationOf({
    kind: 'circuit',
    qubits,
    parameters: 0,
    gates: [],
    ...(reference && { reference }),
  });
  const evolutions = gateEvolutions(circuit, generators);
  const rotations = gateRotations(circuit, generators);
  const lines = gates.flatMap(({ sites }, g) => {
    const [a, b] = sites;
    const { value } = evolutions[g]!;
    if (sites.length === 1) return local(value, a!);
    if (sites.length === 2) return pairGate(value, a!, b!);
    return gateLines(rotations[g]!.map(({ word, angle }) => ({ word, angle: angle as number }))).lines;
  });
  return programText(qubits, { lines: [...preparation.lines, ...lines], phase: null });
}

/** A gate on two qubits. */
function pairGate(unitary: ComplexMatrix, a: number, b: number): readonly string[] {
  const { left, coordinates, right } = kakDecomposition(unitary);
  return [...product(right, a, b), ...canonical(coordinates, a, b), ...product(left, a, b)];
}

/** exp(−i(x XX + y YY + z ZZ)) for coordinates in the Weyl chamber. */
function canonical([x, y, z]: WeylCoordinates, a: number, b: number): readonly string[] {
  const both = (gate: string): readonly string[] => [a, b].map((q) => `${gate} q[${q}];`);
  const [first, second] = [`cx q[${a}],q[${b}];`, `cx q[${b}],q[${a}];`];
  if (Math.abs(z) > ROUNDING) {
    return [
      `rz(${QUARTER}) q[${b}];`,
      second,
      `rz(${QUARTER + 2 * z}) q[${a}];`,
      `ry(${QUARTER + 2 * x}) q[${b}];`,
      first,
      `ry(${-QUARTER - 2 * y}) q[${b}];`,
      second,
      `rz(${-QUARTER}) q[${a}];`,
    ];
  }
  if (x < ROUNDING) return [];
  if (y < ROUNDING && Math.abs(x - Math.PI / 4) < ROUNDING) {
    return [...both('h'), ...both('s'), `cz q[${a}],q[${b}];`, ...both('h')];
  }
  const turn = (sign: number): readonly string[] => both(`rx(${sign * QUARTER})`);
  return [...turn(1), first, `rx(${2 * x}) q[${a}];`, `rz(${2 * y}) q[${b}];`, first, ...turn(-1)];
}

/** A ⊗ B, from its matrix. */
function product({ interleaved }: ComplexMatrix, a: number, b: number): readonly string[] {
  const block = (row: number, column: number): number[] =>
    [0, 1, 2, 3].flatMap((k) => {
      const at = 2 * (4 * (2 * row + (k >> 1)) + 2 * column + (k & 1));
      return [interleaved[at]!, interleaved[at + 1]!];
    });
  const blocks = [0, 1, 2, 3].map((k) => block(k >> 1, k & 1));
  const sizes = blocks.map((entries) => Math.hypot(...entries));
  const largest = blocks[sizes.indexOf(Math.max(...sizes))]!;
  const second = Float64Array.from(largest, (x) => (x * Math.SQRT2) / Math.max(...sizes));
  // a_k = Tr(B†·block_k)/2
  const first = new Float64Array(8);
  blocks.forEach((entries, k) => {
    for (let i = 0; i < 8; i += 2) {
      first[2 * k] = first[2 * k]! + (second[i]! * entries[i]! + second[i + 1]! * entries[i + 1]!) / 2;
      first[2 * k + 1] = first[2 * k + 1]! + (second[i]! * entries[i + 1]! - second[i + 1]! * entries[i]!) / 2;
    }
  });
  return [first, second].flatMap((gate, k) => local({ rows: 2, cols: 2, interleaved: gate }, [a, b][k]!));
}

/** A gate on one qubit, u3(θ, φ, λ) up to its phase; nothing if it is the identity. */
function local({ interleaved: u }: ComplexMatrix, q: number): readonly string[] {
  const [cosine, sine] = [Math.hypot(u[0]!, u[1]!), Math.hypot(u[4]!, u[5]!)];
  const phase = (k: number, sign = 1): number => Math.atan2(sign * u[k + 1]!, sign * u[k]!);
  const theta = 2 * Math.atan2(sine, cosine);
  const [phi, lambda] =
    sine < ROUNDING
      ? [0, phase(6) - phase(0)]
      : cosine < ROUNDING
        ? [phase(4), phase(2, -1)]
        : [phase(4) - phase(0), phase(2, -1) - phase(0)];
  const idle = sine < ROUNDING && Math.abs(Math.sin(lambda / 2)) < ROUNDING;
  return idle ? [] : [`u3(${theta},${phi},${lambda}) q[${q}];`];
}
