/** @file Stopping early: a picture by the deep image prior, a signal by a linear generator, a state by a circuit. */

import { brickwall } from '../../../models/brickwall.ts';
import { infidelity } from '../../../src/generative/infidelity.ts';
import type { PureState } from '../../../src/generative/target-state.ts';
import { linearPrior, linearPriorError } from '../../../src/likelihood/linear-prior.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { lanczos } from '../../../src/linalg/lanczos.ts';
import type { RealMatrix } from '../../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { addScaled, innerProduct, normalised } from '../../../src/linalg/vector.ts';
import { transverseFieldIsing } from '../../../src/operator/hamiltonian.ts';
import { chain } from '../../../src/operator/lattice.ts';
import { pauliSumOperator } from '../../../src/operator/pauli-sum.ts';
import { adam } from '../../../src/optimise/adam.ts';
import { earlyStopping } from '../../../src/optimise/early-stopping.ts';
import { minimise } from '../../../src/optimise/minimise.ts';
import { type DeepImagePriorStep, deepImagePrior } from '../../../src/tensorflow/neural/deep-image-prior.ts';
import type { PartStep } from '../../study.ts';

/** Noise removed by stopping. */
export interface Denoised {
  /** Error of the noisy data. */
  readonly noise: number;
  readonly best: { readonly step: number; readonly error: number };
  readonly last: number;
  readonly isInterior: boolean;
  readonly curve: readonly (readonly [step: number, error: number])[];
}

/** A picture denoised. */
export interface DenoisedPicture extends Denoised {
  readonly clean: Float64Array;
  readonly noisy: Float64Array;
  readonly atBest: Float64Array;
  readonly atLast: Float64Array;
  /** The error from the noisy picture, which is what is minimised. */
  readonly loss: readonly (readonly [step: number, loss: number])[];
}

export const PICTURE_SIDE = 32;
const NOISE = 0.152;

/** A disc and a bar before a shaded ground. */
export function cleanPicture(): Float64Array {
  return Float64Array.from({ length: PICTURE_SIDE ** 2 }, (_, k) => {
    const place = (n: number): number => (2 * n) / (PICTURE_SIDE - 1) - 1;
    const [y, x] = [place(Math.floor(k / PICTURE_SIDE)), place(k % PICTURE_SIDE)];
    if (Math.hypot(x + 0.2, y + 0.1) < 0.5) return 0.85;
    return x > 0.45 && Math.abs(y) < 0.7 ? 0.6 : 0.2 + 0.05 * y;
  });
}

/** Fits the deep image prior to a noisy picture. */
export function* denoisedPicture(steps: number, seed: number): Generator<PartStep, DenoisedPicture> {
  const clean = cleanPicture();
  const stream = randomStream(seed, 'noise of the picture');
  const noisy = clean.map((x) => x + NOISE * stream.normal());
  const made: DeepImagePriorStep[] = [];
  for (const step of deepImagePrior(noisy, { steps, seed })) {
    made.push(step);
    if (step.step % 50 === 0) yield { message: `step ${step.step}`, progress: step.step / steps };
  }
  const stop = earlyStopping(made, ({ picture }) => meanSquare(picture, clean));
  return {
    ...{ clean, noisy, noise: meanSquare(noisy, clean) },
    ...figures(stop),
    atBest: stop.best.picture,
    atLast: made.at(-1)!.picture,
    loss: made.map(({ step, loss }) => [step, loss] as const),
  };
}

/** The linear generator: times, the errors that are found, and those in closed form. */
export interface LinearCurve {
  readonly noise: number;
  readonly points: readonly { readonly time: number; readonly error: number; readonly expected: number }[];
  /** Greatest difference of a descent in small steps from the closed form, relative to the data. */
  readonly descent: number;
}

/** A step on a line of 64 places from a generator that blurs. */
export function linearCurve(seed: number): LinearCurve {
  const [n, width] = [64, 2];
  const blur: RealMatrix = {
    ...{ rows: n, cols: n },
    data: Float64Array.from({ length: n * n }, (_, k) => {
      return Math.exp(-(((Math.floor(k / n) - (k % n)) / width) ** 2) / 2) / (width * Math.sqrt(2 * Math.PI));
    }),
  };
  const clean = Float64Array.from(
    { length: n },
    (_, k) => 0.5 + 0.3 * Math.sin((2 * Math.PI * k) / n) + (k > 40 ? 0.3 : 0),
  );
  const stream = randomStream(seed, 'noise of the line');
  const noisy = clean.map((x) => x + NOISE * stream.normal());
  const points = Array.from({ length: 40 }, (_, k) => {
    const time = 10 ** (-0.5 + k / 8);
    const error = meanSquare(linearPrior(blur, noisy, time).output, clean);
    return { time, error, expected: linearPriorError(blur, clean, NOISE ** 2, time) };
  });
  return { noise: meanSquare(noisy, clean), points, descent: descentError(blur, noisy) };
}

/** Gradient descent w ← w + η Aᵀ(y − Aw) to time 1, against the closed form. */
function descentError(A: RealMatrix, y: Float64Array): number {
  const steps = 2000;
  const { rows, cols, data } = A;
  let output = new Float64Array(rows);
  const w = new Float64Array(cols);
  for (let step = 0; step < steps; step++) {
    for (let j = 0; j < cols; j++) {
      let slope = 0;
      for (let i = 0; i < rows; i++) slope += data[i * cols + j]! * (y[i]! - output[i]!);
      w[j] = w[j]! + slope / steps;
    }
    output = Float64Array.from(output, (_, i) => w.reduce((sum, x, j) => sum + data[i * cols + j]! * x, 0));
  }
  const exact = linearPrior(A, y, 1).output;
  return Math.sqrt(meanSquare(output, exact) / meanSquare(y, new Float64Array(rows)));
}

/** Fits a brickwork to a noisy ground state of the critical Ising chain. */
export function denoisedState(seed: number): Denoised {
  const [qubits, strength] = [6, 0.4];
  const apply = pauliSumOperator(transverseFieldIsing(chain(qubits)));
  const random = (name: string): ComplexVector => randomVector(2 ** qubits, randomStream(seed, name));
  const clean = normalised(lanczos(apply, random('ground state')).value.vectors[0]!);
  const noisy = normalised(addScaled(clean, [strength, 0], normalised(random('noise of the state'))));
  const named = (name: string, amplitudes: ComplexVector): PureState => ({
    ...{ kind: 'pure', name, dimensions: new Array<number>(qubits).fill(2), amplitudes },
  });
  const circuit = brickwall(qubits, { depth: 12, block: 'su4' });
  const [loss, error] = [infidelity(circuit, named('noisy', noisy)), infidelity(circuit, named('clean', clean))];
  const stream = randomStream(seed, 'brickwork');
  const start = Float64Array.from({ length: circuit.parameters }, () => 0.1 * stream.normal());
  const steps = minimise(loss, adam({ learningRate: 0.01 }), start, { maxSteps: 400 });
  const [re, im] = innerProduct(clean, noisy);
  return { noise: 1 - re * re - im * im, ...figures(earlyStopping(steps, ({ x }) => error(x).value)) };
}

const figures = (stop: ReturnType<typeof earlyStopping<{ readonly step: number }>>): Omit<Denoised, 'noise'> => ({
  best: { step: stop.best.step, error: stop.leastError },
  last: stop.lastError,
  isInterior: stop.isInterior,
  curve: stop.curve,
});

const meanSquare = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, x, k) => sum + (x - b[k]!) ** 2, 0) / a.length;
