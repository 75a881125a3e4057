import { describe, expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { w } from '../../../datasets/w.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { endPointJacobian, missAt } from '../../../src/geodesic/state/end-point-jacobian.ts';
import { wordGenerators } from '../../../src/geodesic/state/generators.ts';
import { frameWithin, horizontalFrame } from '../../../src/geodesic/state/horizontal-frame.ts';
import { invariantProblem } from '../../../src/geodesic/state/invariant-problem.ts';
import { stateFlow } from '../../../src/geodesic/state/state-flow.ts';
import { stateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import {
  imageOfBasisState,
  imageOfWord,
  invariantStates,
  invariantSums,
  oppositeTurns,
  reflection,
  type StateSymmetry,
} from '../../../src/geodesic/state/state-symmetry.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { dot, length, plus } from '../../../src/linalg/real-vector.ts';
import { innerProduct } from '../../../src/linalg/vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { pathFrom } from '../../../src/path/given-path.ts';
import { combinedDirections } from '../../../src/path/invariant-controls.ts';
import { inSingleWords, type PathProblem, runPath, velocityAt } from '../../../src/path/state-path.ts';
import { denseWord } from '../../operator/dense-word.ts';

const neighbours: PenaltyMetric = { maxSize: 2, maxRange: 1, penalty: Infinity };
const real: StateSymmetry = { conjugated: true };

/** Tψ, amplitude by amplitude. */
function moved(symmetry: StateSymmetry, psi: Float64Array): Float64Array {
  const out = new Float64Array(psi.length);
  const qubits = Math.log2(psi.length / 2);
  for (let b = 0; b < psi.length / 2; b++) {
    const { to, phase } = imageOfBasisState(symmetry, b, qubits);
    const [x, y] = [psi[2 * b]!, psi[2 * b + 1]!];
    const [re, im] = [
      [x, y],
      [-y, x],
      [-x, -y],
      [y, -x],
    ][phase]!;
    out[2 * to] = re!;
    out[2 * to + 1] = symmetry.conjugated ? -im! : im!;
  }
  return out;
}

/** −iPψ by the matrix of P. */
function driven(word: string, psi: Float64Array): Float64Array {
  const { rows, interleaved } = denseWord(word);
  const out = new Float64Array(psi.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < rows; j++) {
      const [a, b] = [interleaved[2 * (i * rows + j)]!, interleaved[2 * (i * rows + j) + 1]!];
      const [x, y] = [psi[2 * j]!, psi[2 * j + 1]!];
      out[2 * i] = out[2 * i]! + a * y + b * x;
      out[2 * i + 1] = out[2 * i + 1]! - a * x + b * y;
    }
  }
  return out;
}

const groups: readonly (readonly [name: string, qubits: number, group: readonly StateSymmetry[]])[] = [
  ['the reflection', 4, [reflection(4)]],
  ['opposite turns of two pairs', 4, [oppositeTurns(4, 0, 1), oppositeTurns(4, 2, 3)]],
  ['conjugation', 3, [real]],
  ['reflection and conjugation', 3, [reflection(3), real]],
  ['the reflection that conjugates', 3, [{ ...reflection(3), conjugated: true }]],
  ['a quarter turn that conjugates', 2, [{ quarterTurns: [1, 0], conjugated: true }]],
  ['a cycle with turns', 3, [{ sites: [1, 2, 0], quarterTurns: [1, 3, 0] }]],
];

describe('symmetries of states', () => {
  test.each(groups)('%s: words are moved as their matrices are', (_, qubits, group) => {
    const stream = randomStream(1, 'symmetry');
    const psi = Float64Array.from({ length: 2 ** (qubits + 1) }, () => stream.normal());
    for (const symmetry of group) {
      for (const word of controlWords({ penalty: 1 }, qubits).words) {
        const image = imageOfWord(symmetry, word);
        const [one, other] = [moved(symmetry, driven(word, psi)), driven(image.word, moved(symmetry, psi))];
        expect(length(plus(one, -image.sign, other))).toBeLessThan(1e-12);
      }
    }
  });

  test.each(groups)('%s: as many states and controls as the dense projector has dimensions', (_, qubits, group) => {
    const size = 2 ** (qubits + 1);
    const states = invariantStates(group, qubits);
    // The mean over long products of generators, applied to all unit vectors: its trace is the dimension of the invariant states.
    const mean = (v: Float64Array): Float64Array => {
      let at = v;
      for (let round = 0; round < 60; round++) {
        for (const symmetry of group) at = plus(at, 1, moved(symmetry, at)).map((x) => x / 2);
      }
      return at;
    };
    let trace = 0;
    for (let i = 0; i < size; i++) {
      const unit = new Float64Array(size);
      unit[i] = 1;
      trace += mean(unit)[i]!;
    }
    expect(states.length).toBe(Math.round(trace));
    states.forEach((_, k) => {
      const vector = combinedDirections(
        states,
        Float64Array.from(states, (_, j) => (j === k ? 1 : 0)),
        size,
      );
      expect(length(vector)).toBeCloseTo(1, 12);
      for (const symmetry of group) expect(length(plus(vector, -1, moved(symmetry, vector)))).toBeLessThan(1e-12);
    });
  });

  test('the reflection leaves (2ⁿ + 2^⌈n/2⌉)/2 states, opposite turns of m pairs 2ⁿ⁻ᵐ', () => {
    for (let n = 2; n <= 8; n++) {
      expect(invariantStates([reflection(n)], n)).toHaveLength(2 ** n + 2 ** Math.ceil(n / 2));
      const pairs = Array.from({ length: Math.floor(n / 2) }, (_, k) => oppositeTurns(n, 2 * k, 2 * k + 1));
      expect(invariantStates(pairs, n)).toHaveLength(2 * 2 ** (n - pairs.length));
    }
  });

  test('words that a symmetry takes to their opposites are no controls', () => {
    const { orbits } = invariantSums(controlWords(neighbours, 2), [oppositeTurns(2, 0, 1)]);
    const named = orbits.map(({ words, signs }) =>
      words.map((word, k) => `${signs[k]! > 0 ? '+' : '-'}${word}`).join(''),
    );
    expect(named.toSorted()).toEqual(['+IZ', '+XX-YY', '+XY+YX', '+ZI', '+ZZ'].toSorted());
    expect(invariantSums(controlWords(neighbours, 3), [real]).orbits.flatMap(({ words }) => words)).toSatisfy(
      (words: readonly string[]) => words.every((word) => [...word].filter((letter) => letter === 'Y').length === 1),
    );
  });

  test.each(groups)('%s: a frame within its states is one of the complement', (_, qubits, group) => {
    const states = invariantStates(group, qubits);
    const stream = randomStream(2, 'frame');
    const raw = combinedDirections(
      states,
      Float64Array.from(states, () => stream.normal()),
      2 ** (qubits + 1),
    );
    const psi = raw.map((x) => x / length(raw));
    const { size, coordinatesOf, vectorOf } = frameWithin(psi, states);
    expect(size).toBe(states.length - (group.some(({ conjugated }) => conjugated) ? 1 : 2));
    const whole = horizontalFrame(psi);
    for (let k = 0; k < size; k++) {
      const unit = Float64Array.from({ length: size }, (_, j) => (j === k ? 1 : 0));
      const vector = vectorOf(unit);
      expect(length(plus(coordinatesOf(vector), -1, unit))).toBeLessThan(1e-12);
      expect(Math.abs(dot(vector, psi))).toBeLessThan(1e-12);
      expect(length(whole.coordinatesOf(vector))).toBeCloseTo(1, 12);
    }
  });
});

describe('problems of symmetric paths', () => {
  const group = [oppositeTurns(4, 0, 1), oppositeTurns(4, 2, 3)];
  const zero = { length: 16, interleaved: Float64Array.from({ length: 32 }, (_, i) => (i === 0 ? 1 : 0)) };
  const metric: PenaltyMetric = { ...neighbours, sizeWeights: [0.5, 2] };
  const all: PathProblem = {
    controls: controlWords(metric, 4),
    slices: 3,
    from: ghz(4).amplitudes,
    to: zero,
    amplitudeWeights: new Float64Array(16).fill(1),
  };
  const problem = invariantProblem(all, group);
  const stream = randomStream(3, 'path');
  const x = Float64Array.from({ length: 3 * problem.controls.words.length }, () => 0.3 * stream.normal());

  test('end and length are those of the path in single words', () => {
    const y = inSingleWords(problem, x, all.controls);
    expect(length(y)).toBeCloseTo(length(x), 12);
    const [one, other] = [runPath(problem, x).end, runPath(all, y).end];
    expect(length(plus(one.interleaved, -1, other.interleaved))).toBeLessThan(1e-13);
    const path = {
      words: all.controls.words,
      velocity: velocityAt(all, y)
        .map((h) => Array.from(h, (a) => -a))
        .reverse(),
    };
    expect(length(plus(pathFrom(problem, path), -1, x))).toBeLessThan(1e-12);
  });

  test('derivatives agree with differences, and the Jacobian with single words', () => {
    const run = runPath(problem, x);
    const direction = Float64Array.from(x, () => stream.normal());
    const pushed = run.pushforward(direction).interleaved;
    const d = 1e-6;
    const [up, down] = [d, -d].map((step) => runPath(problem, plus(x, step, direction)).end.interleaved);
    expect(
      length(
        plus(
          plus(up!, -1, down!).map((v) => v / (2 * d)),
          -1,
          pushed,
        ),
      ),
    ).toBeLessThan(1e-8);
    const lambda = Float64Array.from(pushed, () => stream.normal());
    const pulled = run.pullback({ length: 16, interleaved: lambda });
    expect(dot(pulled, direction)).toBeCloseTo(dot(lambda, pushed), 10);
    const miss = missAt(problem, x);
    expect(miss).toHaveLength(6);
    const natural = length(endPointJacobian(problem, x).natural(miss));
    const whole = length(
      endPointJacobian(all, inSingleWords(problem, x, all.controls)).natural(
        missAt(all, inSingleWords(problem, x, all.controls)),
      ),
    );
    expect(natural).toBeCloseTo(whole, 8);
  });

  test('all mistakes are told at once', () => {
    expect(() => invariantProblem({ ...all, from: w(4).amplitudes }, [oppositeTurns(4, 0, 1), real])).toThrow(
      /symmetries: a target unchanged/,
    );
    const uneven: PenaltyMetric = { ...neighbours, words: { XIII: 3 } };
    expect(() =>
      invariantProblem({ ...all, controls: controlWords(uneven, 4), from: w(4).amplitudes }, [
        reflection(4),
        oppositeTurns(4, 0, 1),
      ]),
    ).toThrow(
      /unchanged by symmetry 1 required, got weight 3 for XIII and 1 for IIIX\n.*symmetry 2.*\n.*a target unchanged/,
    );
    expect(() => invariantProblem(all, [{ sites: [0, 1, 1, 3] }, { quarterTurns: [1] }])).toThrow(
      /symmetry 1: a permutation of 0 to 3 required, got 0,1,1,3\nsymmetry 2: 4 whole numbers of quarter turns required, got 1/,
    );
    expect(() => invariantProblem({ ...all, freeWords: ['XIII'] }, [reflection(4)])).toThrow(/without free words/);
  });
});

describe('geodesics among symmetric paths', () => {
  const search = { slices: 8, starts: 2, polished: 1, conjugatePoints: false, observable: false } as const;

  test.each([
    [
      'GHZ₄ by opposite turns of pairs',
      ghz(4).amplitudes,
      [oppositeTurns(4, 0, 1), oppositeTurns(4, 2, 3)],
      1.6561361724,
    ],
    ['W₄ by real states', w(4).amplitudes, [real], 1.4099636956],
  ] as const)('%s: as long as the shortest among all paths, and a geodesic there', (_, target, symmetries, known) => {
    const { value } = solution(stateGeodesic(neighbours, target, { ...search, symmetries }));
    expect(value.complexity).toBeCloseTo(known, 9);
    expect(value.certificate.symmetric?.broken).toBe(false);
    const state = new Float64Array(32);
    state[0] = 1;
    const costate = Float64Array.from(value.geodesic!.costate);
    const { points } = stateFlow(wordGenerators(controlWords(neighbours, 4)), { state, costate }, 64);
    const [re, im] = innerProduct(target, { length: 16, interleaved: points.at(-1)!.state });
    expect(1 - re * re - im * im).toBeLessThan(1e-12);
  });

  test('pairs of qubits are qubits whose own words weigh half as much, joined by ZZ', () => {
    // (XX − YY)h on |00⟩, |11⟩ is 2hX at the cost 2h², and ZI + IZ the same: weight ½; ZZ between pairs is a single word.
    const letters = { X: 0.5, Y: 0.5, Z: 0.5, ZZ: 1 };
    const halved: PenaltyMetric = { maxSize: 0, maxRange: 1, penalty: Infinity, letters };
    const { value } = solution(stateGeodesic(halved, ghz(2).amplitudes, { ...search, starts: 1 }));
    expect(value.complexity).toBeCloseTo(1.6561361724, 9);
  });

  test('a path that symmetry keeps from being shorter is shortened by breaking it', () => {
    const { value } = solution(
      stateGeodesic(neighbours, ghz(5).amplitudes, { ...search, starts: 1, polished: 0, symmetries: [reflection(5)] }),
    );
    expect(value.certificate.symmetric?.broken).toBe(true);
    expect(value.certificate.status).toMatch(/shortened by breaking the symmetry/);
    expect(value.length).toBeLessThan(2.2);
    expect(value.starts[0]).toBeGreaterThan(2.3);
    expect(value.infidelity).toBeLessThan(1e-15);
  });
});
