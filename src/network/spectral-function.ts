/** @file Functions of an entanglement spectrum, with derivatives: what a bond costs. */

/**
 * A function of the eigenvalues λ of a density matrix that need not have trace 1: it depends on p = λ/Σλ only. The
 * derivative is ∂value/∂λ_i, finite at λ_i = 0.
 */
export type SpectralFunction = (eigenvalues: Float64Array) => {
  readonly value: number;
  readonly derivative: Float64Array;
};

/** Probabilities below this contribute nothing: their logarithm is cut off here. */
const NEGLIGIBLE = 1e-32;

/** Entanglement entropy S = −Σ p log p, in nats. */
export const entropyFunction: SpectralFunction = (eigenvalues) =>
  ofProbabilities(eigenvalues, (p) => {
    const logarithm = Math.log(Math.max(p, NEGLIGIBLE));
    return [-p * logarithm, -logarithm - 1];
  });

/**
 * Smooth rank Σ p/(p + ε): counts the probabilities that are well above ε.
 *
 * @param softness - ε > 0
 */
export function smoothRank(softness: number): SpectralFunction {
  return (eigenvalues) => ofProbabilities(eigenvalues, (p) => [p / (p + softness), softness / (p + softness) ** 2]);
}

/** Σ f(p_i) with p = λ/Z: ∂/∂λ_i = (f'(p_i) − Σ_j p_j f'(p_j)) / Z. */
function ofProbabilities(
  eigenvalues: Float64Array,
  f: (p: number) => readonly [value: number, derivative: number],
): ReturnType<SpectralFunction> {
  const positive = eigenvalues.map((x) => Math.max(x, 0));
  const total = positive.reduce((sum, x) => sum + x, 0);
  let value = 0;
  let mean = 0;
  const slopes = positive.map((x) => {
    const [term, slope] = f(x / total);
    value += term;
    mean += (x / total) * slope;
    return slope;
  });
  return { value, derivative: slopes.map((slope) => (slope - mean) / total) };
}
