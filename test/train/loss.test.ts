import { describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { werner } from '../../datasets/werner.ts';
import { brickwall } from '../../models/brickwall.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { circuitLength } from '../../src/complexity/circuit-length.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { initialTheta } from '../../train/initial-theta.ts';
import { withInput } from '../../train/input.ts';
import { type ComplexityTerm, complexityObjective, complexityOf, lossOf } from '../../train/loss.ts';
import { centralDifferences } from '../helpers/central-differences.ts';

const metric = { maxSize: 2, maxRange: 1, penalty: Infinity };
const target = ghz(3);
const circuit = { network: brickwall(3, { depth: 2 }), target, metric };
const chain = { network: matrixProductState([2, 2, 2], { bond: 2 }), target, metric };
const start = ({ network }: typeof circuit | typeof chain): Float64Array =>
  initialTheta(network, randomStream(1, 'loss'), 0.7);

describe('the loss', () => {
  test.each<readonly [string, typeof circuit | typeof chain, ComplexityTerm]>([
    ['a circuit, length', circuit, 'length'],
    ['a circuit, layered length', circuit, 'layered-length'],
    ['a circuit, energy', circuit, 'energy'],
    ['a circuit, number of gates', circuit, 'gate-count'],
    ['a matrix-product state, bond entropy', chain, 'bond-entropy'],
    ['a matrix-product state, bond dimension', chain, 'bond-dimension'],
  ])('of %s has the gradient of differences, and gives its parts back', (_name, problem, term) => {
    const loss = lossOf(problem, 0.3, term);
    const theta = start(problem);
    const evaluation = loss.objective(theta);
    const differences = centralDifferences((x) => loss.objective(x).value, theta);
    evaluation.gradient.forEach((slope, k) => {
      expect(Math.abs(slope - differences[k]!)).toBeLessThan(1e-7);
    });
    const parts = loss.parts(theta, evaluation);
    expect(parts.infidelity).toBeCloseTo(infidelity(problem.network, target)(theta).value, 12);
    expect(parts.complexity).toBeCloseTo(complexityObjective(problem, term)(theta).value, 12);
  });

  test('measures a length without the smoothing that its gradient needs at angle 0', () => {
    const theta = new Float64Array(circuit.network.parameters).fill(1e-4);
    const exact = circuitLength(circuit.network, circuit.metric)(theta).value;
    expect(complexityOf(circuit, 'length', theta)).toBe(exact);
    expect(complexityObjective(circuit, 'length')(theta).value).toBeLessThan(exact / 10);
  });

  test('has no complexity where a gate is forbidden', () => {
    const forbidden = { ...circuit, metric: { maxSize: 1, penalty: Infinity } };
    expect(complexityOf(forbidden, 'length', start(circuit))).toBeNull();
  });
});

test('a circuit reaches a mixed state from its spectrum in descending order', () => {
  const { reference } = withInput(brickwall(2, { depth: 1 }), werner(0.6)) as typeof circuit.network;
  const { spectrum } = reference as { readonly spectrum: readonly number[] };
  expect(spectrum).toEqual([0.7, 0.1, 0.1, 0.1].map((value) => expect.closeTo(value, 12)));
});
