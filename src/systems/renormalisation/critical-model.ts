/** @file Critical chains: their terms, and what is known of them exactly. */

import { DomainError, ShapeError } from '../../errors.ts';
import { type ComplexMatrix, complexMatrix, identityMatrix, zeroMatrix } from '../../linalg/complex.ts';
import { addScaledMatrix, adjoint, frobeniusNorm, kronecker } from '../../linalg/matrix.ts';
import { pauliSumMatrix } from '../../operator/pauli-sum.ts';
import { neighbourhoods, type RenormalisationLayer } from './renormalisation-layer.ts';

/** A Hamiltonian Σ_j h_{j, …, j+r−1} of an infinite chain. */
export interface ChainModel {
  readonly name: string;
  /** Dimension d of a site. */
  readonly dimension: number;
  /** r, sites on which the term acts. */
  readonly range: number;
  /** h, shape (d^r, d^r), Hermitian: one for each site. */
  readonly term: ComplexMatrix;
  /** A symmetry of h that is diagonal: charges of the basis states of a site modulo n, 0 for whole ones. */
  readonly symmetry?: { readonly modulus: number; readonly charges: readonly number[] };
  readonly exact?: ExactCriticality;
}

/** What is known of the critical point. */
export interface ExactCriticality {
  /** Energy per site. */
  readonly energy: number;
  readonly centralCharge: number;
  /** Scaling dimensions of local operators, ascending, without the identity. */
  readonly dimensions: readonly ScalingLine[];
  /** The same with a string of the symmetry's generator to the left. */
  readonly twisted?: readonly ScalingLine[];
}

/** A scaling dimension, and how many operators have it. */
export interface ScalingLine {
  readonly name: string;
  readonly value: number;
  readonly count: number;
}

const line = (name: string, value: number, count = 1): ScalingLine => ({ name, value, count });
const parity = { modulus: 2, charges: [0, 1] };
/** Half a turn about z, diag(i, −i) = e^{2πiq/4}: in blocks of three spins again ±i, so that its string is the same at all scales. */
const halfTurn = { modulus: 4, charges: [1, 3] };

/** H = −Σ(XX + Z): the critical Ising chain, −4/π per site, c = ½. Parity ΠZ is diagonal. */
export function criticalIsing(): ChainModel {
  const terms = [
    { word: 'XX', coefficient: -1 },
    { word: 'ZI', coefficient: -0.5 },
    { word: 'IZ', coefficient: -0.5 },
  ];
  const exact = {
    energy: -4 / Math.PI,
    centralCharge: 0.5,
    dimensions: [line('σ', 1 / 8), line('ε', 1), line('∂σ', 9 / 8, 2), line('∂ε, T', 2, 4)],
    twisted: [line('μ', 1 / 8), line('ψ', 1 / 2, 2), line('∂μ', 9 / 8, 2), line('∂ψ', 3 / 2, 2)],
  };
  const term = pauliSumMatrix({ qubits: 2, terms });
  return { name: 'ising', dimension: 2, range: 2, term, symmetry: parity, exact };
}

/**
 * H = Σ(−XX − YY + ΔZZ), −1 < Δ ≤ 1: the XXZ chain with every second spin turned by π about z, which makes its ground state the same
 * at each site. c = 1; S^± has dimension η/2, η = 1 − arccos(Δ)/π. Charges are those of half a turn about z. Of the two ends of its string,
 * of equal dimension, one changes its sign from site to site, and so do two of four with an S^± there: operators that are averaged over
 * sites, as in `scalingSpectrum` of ternary layers, are the others, which are listed.
 *
 * @throws {DomainError} Δ outside the critical range
 * @see Luther & Peschel, Phys. Rev. B 12, 3908 (1975), for the dimensions; Yang & Yang, Phys. Rev. 150, 327 (1966), for the energy
 */
export function criticalXxz(anisotropy = 0): ChainModel {
  if (!(anisotropy > -1 && anisotropy <= 1)) {
    throw new DomainError(`criticalXxz: −1 < Δ ≤ 1 required, got ${anisotropy}`);
  }
  const terms = [
    { word: 'XX', coefficient: -1 },
    { word: 'YY', coefficient: -1 },
    { word: 'ZZ', coefficient: anisotropy },
  ];
  const eta = 1 - Math.acos(anisotropy) / Math.PI;
  const exact = {
    energy: xxzEnergy(anisotropy),
    centralCharge: 1,
    dimensions: merged([
      line('S^{±}', eta / 2, 2),
      line('(S^{±})²', 2 * eta, 2),
      line('(−1)^{j} S^{z}', 1 / (2 * eta), 2),
      line('J', 1, 2),
      line('∂S^{±}', eta / 2 + 1, 4),
    ]),
    twisted: merged([line('half a turn', 1 / (8 * eta)), line('its S^{±}', eta / 2 + 1 / (8 * eta), 2)]),
  };
  const name = anisotropy === 0 ? 'xx' : `xxz(anisotropy=${anisotropy})`;
  return { name, dimension: 2, range: 2, term: pauliSumMatrix({ qubits: 2, terms }), symmetry: halfTurn, exact };
}

/**
 * H = −Σ(σσ† + h.c.) − Σ(τ + τ†): the critical Potts chain of three states, −(4/3 + 2√3/π) per site, c = 4/5, in the basis in which
 * τ = diag(1, ω, ω²) is its diagonal symmetry and σ takes each state to the next.
 *
 * @see Dotsenko, Nucl. Phys. B 235, 54 (1984)
 */
export function criticalPotts(): ChainModel {
  const shift = complexMatrix([
    [0, 0, 1],
    [1, 0, 0],
    [0, 1, 0],
  ]);
  const clock = complexMatrix([
    [2, 0, 0],
    [0, -1, 0],
    [0, 0, -1],
  ]);
  const one = identityMatrix(3);
  const hop = kronecker(shift, adjoint(shift));
  const parts: readonly (readonly [number, ComplexMatrix])[] = [
    [-1, hop],
    [-1, adjoint(hop)],
    [-0.5, kronecker(clock, one)],
    [-0.5, kronecker(one, clock)],
  ];
  const term = parts.reduce((sum, [factor, part]) => addScaledMatrix(sum, [factor, 0], part), zeroMatrix(9, 9));
  const exact = {
    energy: -(4 / 3 + (2 * Math.sqrt(3)) / Math.PI),
    centralCharge: 4 / 5,
    dimensions: [line('σ', 2 / 15, 2), line('ε', 4 / 5), line('∂σ', 17 / 15, 4), line('σ′', 4 / 3, 2)],
    twisted: [line('μ', 2 / 15), line('ψ', 7 / 15, 2), line('(2/3, 0)', 2 / 3, 2)],
  };
  return { name: 'potts', dimension: 3, range: 2, term, symmetry: { modulus: 3, charges: [0, 1, 2] }, exact };
}

/** Most entries of a term on blocks of sites. */
const LARGEST = 1024;

/**
 * The Hamiltonian of a chain on the neighbourhoods of its lowest layer, per site of the chain: sites are joined to blocks, and each
 * term is shared equally among the neighbourhoods that contain it.
 *
 * @param block - sites of the chain in one of the layer
 * @returns the matrices of all kinds of neighbourhoods, one after the other, interleaved
 * @throws {ShapeError | DomainError} a term that is not Hermitian or not finite, does not fit its sites, or reaches beyond a
 *   neighbourhood; blocks that are not those of the layer, or too large
 */
export function chainTerm(model: ChainModel, layer: RenormalisationLayer, block = 1): Float64Array {
  checkModel(model);
  const { dimension: d, range, term } = model;
  const matrices = neighbourhoods(layer, 'fine').map((dimensions) => {
    if (dimensions.some((own) => own !== d ** block)) {
      throw new ShapeError(`chainTerm: sites of dimension ${d ** block} required, got ${dimensions}`);
    }
    const sites = dimensions.length * block;
    if (range > sites - block + 1) {
      throw new DomainError(`chainTerm: a range of at most ${sites - block + 1} sites required, got ${range}`);
    }
    if (d ** sites > LARGEST) {
      throw new ShapeError(`chainTerm: neighbourhoods of at most ${LARGEST} states required, got ${d ** sites}`);
    }
    const places = Array.from({ length: sites - range + 1 }, (_, k) => k);
    return places.reduce(
      (sum, place) => {
        const alike = places.filter((other) => (other - place) % block === 0).length;
        const whole = kronecker(
          identityMatrix(d ** place),
          kronecker(term, identityMatrix(d ** (sites - range - place))),
        );
        return addScaledMatrix(sum, [1 / (block * alike), 0], whole);
      },
      zeroMatrix(d ** sites, d ** sites),
    ).interleaved;
  });
  return Float64Array.from(matrices.flatMap((matrix) => [...matrix]));
}

/**
 * Checks a model.
 *
 * @throws {ShapeError | DomainError} a term that is not Hermitian or not finite, does not fit its sites, or breaks its symmetry
 */
export function checkModel({ name, dimension: d, range, term, symmetry }: ChainModel): void {
  const size = d ** range;
  if (!(Number.isInteger(d) && d >= 2 && Number.isInteger(range) && range >= 1)) {
    throw new DomainError(`model '${name}': sites of dimension ≥ 2 and a range ≥ 1 required, got ${d} and ${range}`);
  }
  if (term.rows !== size || term.cols !== size) {
    throw new ShapeError(`model '${name}': a term ${size}×${size} required, got ${term.rows}×${term.cols}`);
  }
  const norm = frobeniusNorm(term);
  const skew = frobeniusNorm(addScaledMatrix(term, [-1, 0], adjoint(term)));
  if (!(Number.isFinite(norm) && skew <= 1e-12 * norm)) {
    throw new DomainError(`model '${name}': a finite Hermitian term required, got ‖h − h†‖ = ${skew}`);
  }
  if (symmetry === undefined) return;
  if (symmetry.charges.length !== d) {
    throw new ShapeError(`model '${name}': ${d} charges required, got ${symmetry.charges.length}`);
  }
  let charges: readonly number[] = [0];
  for (let k = 0; k < range; k++) charges = charges.flatMap((sum) => symmetry.charges.map((own) => sum + own));
  const breaks = term.interleaved.some((x, k) => {
    const change = charges[Math.floor((k >> 1) / size)]! - charges[(k >> 1) % size]!;
    return Math.abs(x) > 1e-12 * norm && (symmetry.modulus === 0 ? change : change % symmetry.modulus) !== 0;
  });
  if (breaks) throw new DomainError(`model '${name}': a term that conserves the charges required`);
}

/** Lines with those of equal value joined, ascending. */
function merged(lines: readonly ScalingLine[]): readonly ScalingLine[] {
  const sorted = lines.toSorted((a, b) => a.value - b.value);
  const out: ScalingLine[] = [];
  for (const next of sorted) {
    const before = out.at(-1);
    if (before === undefined || next.value - before.value > 1e-12) out.push(next);
    else out[out.length - 1] = { ...before, name: `${before.name}, ${next.name}`, count: before.count + next.count };
  }
  return out;
}

/**
 * Energy per site of Σ(XX + YY + ΔZZ), Δ = cos γ: cos γ − 4 sin γ ∫₀^∞ sinh((π − γ)t)/(sinh(πt) cosh(γt)) dt, and 1 − 4 ln 2 at Δ = 1.
 */
function xxzEnergy(anisotropy: number): number {
  if (anisotropy === 1) return 1 - 4 * Math.LN2;
  const gamma = Math.acos(anisotropy);
  // (1 − e^{−2(π−γ)t}) e^{−γt} / ((1 − e^{−2πt}) cosh γt), by the trapezoidal rule for even functions, which converges exponentially.
  const integrand = (t: number): number =>
    t === 0
      ? (Math.PI - gamma) / Math.PI
      : (-Math.expm1(-2 * (Math.PI - gamma) * t) * Math.exp(-gamma * t)) /
        (-Math.expm1(-2 * Math.PI * t) * Math.cosh(gamma * t));
  const step = 0.01;
  let sum = integrand(0) / 2;
  for (let k = 1; ; k++) {
    const value = integrand(k * step);
    sum += value;
    if (value < 1e-17) break;
  }
  return anisotropy - 4 * Math.sin(gamma) * step * sum;
}
