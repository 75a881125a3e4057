/** @file The Hamiltonian of one disturbed tensor in a chain without end, and its lowest levels at a momentum. */

import type { Complex, ComplexArray, ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
import { zeroMatrix } from '../linalg/complex.ts';
import { gmres } from '../linalg/gmres.ts';
import { type LowestEigenpairs, lanczos } from '../linalg/lanczos.ts';
import { addScaledMatrix, adjoint, multiply, scaledMatrix } from '../linalg/matrix.ts';
import { randomStream } from '../linalg/random.ts';
import type { Solution } from '../solution.ts';
import { type Lent, leftTransfer, lent, rightTransfer } from './transfer-programs.ts';
import { type TermFactors, termFactors, uniformEnvironments } from './uniform-environments.ts';
import { orthogonalColumns } from './uniform-growth.ts';
import { siteHalves, stacked } from './uniform-operators.ts';
import { tall, type UniformTensors, wide, withOperator, withTerm } from './uniform-tensors.ts';

/** Accuracy of the sums over places, and of the levels. */
const SUMS = 1e-13;
const LEVELS = 1e-11;

/** What the Hamiltonian of a particle is made of at every momentum. */
export interface ParticleParts {
  readonly left: ComplexArray;
  readonly right: ComplexArray;
  /** C where both ground states are the same one, which the sums over places leave out. */
  readonly fixed: ComplexMatrix | null;
  /** N, orthonormal columns orthogonal to those of A_L. */
  readonly basis: ComplexMatrix;
  /** K_L and K_R, all terms on the left and on the right of the site without their mean, and the mean of the two that meet it. */
  readonly halves: readonly [ComplexMatrix, ComplexMatrix];
  readonly shift: number;
  /** All terms on the left with the bra's site next to the ket's A_L. */
  readonly allBefore: ComplexMatrix;
  /** O_k†A_L with columns (bond, k), and P_k A_R with rows (k, bond). */
  readonly arriving: readonly [ComplexMatrix, ComplexMatrix];
  /** O_k A_L with columns (bond, k), and P_k†A_R with rows (k, bond). */
  readonly leaving: readonly [ComplexMatrix, ComplexMatrix];
}

/**
 * The parts of the Hamiltonian of a particle between two ground states of h = Σ_k O_k ⊗ P_k.
 */
export function particleParts(term: ComplexMatrix, onLeft: UniformTensors, onRight: UniformTensors): ParticleParts {
  const [left, right] = [onLeft.left, onRight.right];
  const factors = termFactors(term);
  const before = uniformEnvironments(onLeft, factors, SUMS);
  const after = onLeft === onRight ? before : uniformEnvironments(onRight, factors, SUMS);
  const beyond = multiply(tall(left), withTerm(term, left, left), { adjointA: true });
  const allBefore = addScaledMatrix(beyond, [1, 0], multiply(before.left, wide(left)));
  return {
    left,
    right,
    fixed: onLeft === onRight ? onLeft.centre : null,
    basis: orthogonalColumns(tall(left)),
    halves: [siteHalves(before)[0], siteHalves(after)[1]],
    shift: -(before.energy + after.energy),
    allBefore: { ...tall(left), interleaved: allBefore.interleaved },
    ...pairFactors(factors, left, right),
  };
}

function pairFactors(
  { first, second }: TermFactors,
  left: ComplexArray,
  right: ComplexArray,
): Pick<ParticleParts, 'arriving' | 'leaving'> {
  const onLeft = (operators: readonly ComplexMatrix[]): ComplexMatrix =>
    interleavedColumns(operators.map((operator) => tall(withOperator(left, operator))));
  const onRight = (operators: readonly ComplexMatrix[]): ComplexMatrix =>
    stacked(operators.map((operator) => wide(withOperator(right, operator))));
  return {
    arriving: [onLeft(first.map(adjoint)), onRight(second)],
    leaving: [onLeft(first), onRight(second.map(adjoint))],
  };
}

/** Columns in the order (column, matrix). */
function interleavedColumns(matrices: readonly ComplexMatrix[]): ComplexMatrix {
  const { rows, cols } = matrices[0]!;
  const out = zeroMatrix(rows, cols * matrices.length);
  matrices.forEach(({ interleaved }, k) => {
    for (let at = 0; at < rows * cols; at++) {
      out.interleaved.set(interleaved.subarray(2 * at, 2 * at + 2), 2 * (at * matrices.length + k));
    }
  });
  return out;
}

/** The lowest levels at a momentum, in real arithmetic where tensors and phases are real. */
export function lowestLevels(parts: ParticleParts, momentum: number, count: number): Solution<LowestEigenpairs> {
  const { left, right, basis } = parts;
  const phase: Complex = [rounded(Math.cos(momentum)), rounded(Math.sin(momentum))];
  const isComplex = phase[1] !== 0;
  const carried = [left, right].map(({ interleaved }) => interleaved) as [Float64Array, Float64Array];
  const X = zeroMatrix(left.shape[0]!, left.shape[0]!).interleaved;
  return lent(
    leftTransfer(left.shape),
    [X, carried[1], carried[0]],
    (fromLeft) =>
      lent(
        rightTransfer(left.shape),
        [X, ...carried],
        (fromRight) => {
          const isReal = fromLeft.arithmetic.real;
          const stream = randomStream(1, 'particle');
          const start = {
            length: basis.cols * right.shape[2]!,
            interleaved: new Float64Array(2 * basis.cols * right.shape[2]!),
          };
          for (let k = 0; k < 2 * start.length; k += isReal ? 2 : 1) start.interleaved[k] = stream.normal();
          const operator = particleOperator(parts, phase, fromLeft, fromRight);
          return lanczos(operator, start, { count, tolerance: LEVELS, completeMultiplets: false });
        },
        isComplex,
      ),
    isComplex,
  );
}

/** Phases that differ from ±1 and ±i by rounding are exact. */
const rounded = (x: number): number => (Math.abs(x - Math.round(x)) < 1e-15 ? Math.round(x) : x);

/**
 * The Hamiltonian of B = N·X at a momentum, with N a basis of what is orthogonal to A_L. In the pictures the bra has its B̄ at the
 * place marked; the particle of the ket may be there, further left or further right, and one term touches it or lies on its left.
 *
 *     ket   A_L A_L  B  A_R A_R       B  A_R A_R A_R         A_L A_L  B
 *     bra   A_L A_L  B̄  A_R A_R      A_L A_L  B̄  A_R        A_L  B̄  A_R
 */
function particleOperator(parts: ParticleParts, phase: Complex, fromLeft: Lent, fromRight: Lent) {
  const { left, right, basis, halves, shift, allBefore, arriving, leaving, fixed } = parts;
  const D = left.shape[0]!;
  const [forth, back]: readonly [Complex, Complex] = [phase, [phase[0], -phase[1]]];
  const fromTheLeft = geometricSum(fromLeft, back, fixed);
  const fromTheRight = geometricSum(fromRight, forth, fixed);
  const asTall = ({ interleaved }: ComplexMatrix): ComplexMatrix => ({ ...tall(left), interleaved });
  const asWide = ({ interleaved }: ComplexMatrix): ComplexMatrix => ({ ...wide(left), interleaved });
  const columns = ({ interleaved }: ComplexMatrix, rows: number): ComplexMatrix => ({
    rows,
    cols: interleaved.length / (2 * rows),
    interleaved,
  });
  return ({ interleaved }: ComplexVector): ComplexVector => {
    const B = multiply(basis, { rows: basis.cols, cols: D, interleaved });
    const terms = multiply(halves[0], B);
    // The particle further left: the term on its left, on it and its left neighbour, or on it and its right neighbour.
    const onPair = multiply(columns(multiply(arriving[0], B, { adjointA: true }), D), arriving[1]);
    const once = multiply(tall(left), addScaledMatrix(terms, back, asTall(onPair)), { adjointA: true });
    const ahead = multiply(fromTheLeft(scaledMatrix(back, once)), wide(right));
    // The particle further right.
    const behind = fromTheRight(scaledMatrix(forth, multiply(asWide(B), wide(right), { adjointB: true })));
    const nextTo = addScaledMatrix(B, [1, 0], multiply(tall(left), behind));
    const beyond = multiply(asWide(nextTo), leaving[1], { adjointB: true });
    const onOther = multiply(leaving[0], columns(beyond, leaving[0].cols));
    const all: readonly (readonly [Complex, ComplexMatrix])[] = [
      [[1, 0], multiply(asWide(B), halves[1])],
      [[shift, 0], B],
      [[1, 0], ahead],
      [back, onPair],
      [[1, 0], multiply(allBefore, behind)],
      [forth, onOther],
    ];
    const whole = all.reduce((sum, [factor, part]) => addScaledMatrix(sum, factor, asTall(part)), terms);
    const out = multiply(basis, whole, { adjointA: true });
    return { length: out.rows * out.cols, interleaved: out.interleaved };
  };
}

/**
 * X ↦ Σ_{j≥0} (zT)^j X. Where T has the fixed point C, its share of X is left out: it is ⟨ground|H|particle⟩, which is zero for a ground state.
 */
function geometricSum({ arithmetic, apply, packed, unpacked }: Lent, z: Complex, fixed: ComplexMatrix | null) {
  const { dot, addTo } = arithmetic;
  const known = fixed === null ? null : packed(fixed.interleaved);
  const rest = (x: Float64Array): Float64Array => {
    if (known !== null) {
      const [re, im] = dot(known, x);
      addTo(x, -re, -im, known);
    }
    return x;
  };
  const equation = (x: Float64Array): Float64Array => {
    const out = x.slice();
    addTo(out, -z[0], -z[1], rest(apply(x)));
    return out;
  };
  return (b: ComplexMatrix): ComplexMatrix => {
    const start = rest(packed(b.interleaved).slice());
    return {
      ...b,
      interleaved: unpacked(gmres(equation, start, { tolerance: SUMS, isComplex: !arithmetic.real }).value.x),
    };
  };
}
