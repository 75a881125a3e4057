/** @file What is minimised: a real function with its gradient, in float64. */

/** Value and gradient of a function at a point. */
export interface Evaluation {
  readonly value: number;
  readonly gradient: Float64Array;
}

/** A differentiable real function of x, shape (P,); the gradient has the same shape. */
export type Objective = (x: Float64Array) => Evaluation;

/** Σ_i weight_i · objective_i. Terms of weight zero are not evaluated. */
export function weightedSum(terms: readonly (readonly [weight: number, objective: Objective])[]): Objective {
  const active = terms.filter(([weight]) => weight !== 0);
  return (x) => {
    let value = 0;
    const gradient = new Float64Array(x.length);
    for (const [weight, objective] of active) {
      const term = objective(x);
      value += weight * term.value;
      for (let k = 0; k < gradient.length; k++) gradient[k] = gradient[k]! + weight * term.gradient[k]!;
    }
    return { value, gradient };
  };
}
