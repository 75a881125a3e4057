/** @file What the path has to reach: the relative angle of each mode in the state, as a function of its momentum. */

/** A family of modes with momenta k. */
export interface ScaleTarget {
  /** T(k): the squeezing ½ log(ω_R/ω_k), or the angle ½ arctan(k/m). */
  readonly angle: (k: number) => number;
  /** dT/d log k. */
  readonly slope: (k: number) => number;
  /** ∂T/∂m. */
  readonly byMass: (k: number) => number;
}

/** The frequency √(Λ² + m²) of the uncoupled oscillators from which bosons begin. */
export const referenceFrequency = (mass: number, cutoff: number): number => Math.hypot(cutoff, mass);

/** The ground state of the free scalar field, ω = √(k² + m²). */
export function scalarTarget(mass: number, cutoff: number): ScaleTarget {
  const reference = referenceFrequency(mass, cutoff);
  return {
    angle: (k) => Math.log(reference / Math.hypot(k, mass)) / 2,
    slope: (k) => -share(k, mass) / 2,
    byMass: (k) => (mass / reference / reference - mass / (k * k + mass * mass)) / 2,
  };
}

/**
 * The thermofield double of the free scalar field: the sum and the difference of both copies have the frequencies ω tanh(βω/4) and
 * ω coth(βω/4).
 */
export function thermalTargets(mass: number, cutoff: number, beta: number): readonly [ScaleTarget, ScaleTarget] {
  const vacuum = scalarTarget(mass, cutoff);
  const branch = (sign: 1 | -1): ScaleTarget => {
    const stretch = (k: number): number => 1 + sign * excess((beta * Math.hypot(k, mass)) / 2);
    return {
      angle: (k) => vacuum.angle(k) - (sign / 2) * Math.log(Math.tanh((beta * Math.hypot(k, mass)) / 4)),
      slope: (k) => vacuum.slope(k) * stretch(k),
      byMass: (k) => mass / (2 * (cutoff * cutoff + mass * mass)) - (mass / (2 * (k * k + mass * mass))) * stretch(k),
    };
  };
  return [branch(1), branch(-1)];
}

/** The ground state of the free Dirac field. */
export function diracTarget(mass: number): ScaleTarget {
  return {
    angle: (k) => Math.atan2(k, mass) / 2,
    slope: (k) => (k === 0 ? 0 : ((k / Math.hypot(k, mass)) * (mass / Math.hypot(k, mass))) / 2),
    byMass: (k) => (k === 0 ? 0 : -k / (2 * (k * k + mass * mass))),
  };
}

/** k²/(k² + m²). */
const share = (k: number, mass: number): number => (k === 0 && mass === 0 ? 1 : (k / Math.hypot(k, mass)) ** 2);

/** x/sinh x: d log tanh(x/2)/d log x. */
const excess = (x: number): number => (x < 1e-8 ? 1 : x > 700 ? 0 : x / Math.sinh(x));
