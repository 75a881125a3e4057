import { expect, test } from 'vitest';
import { rotatedStabilisers, stabiliserGroupOfCircuit } from '../../src/circuit/clifford-circuit.ts';
import { randomCliffordCircuit, randomCliffordGate } from '../../src/circuit/random-clifford.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { canonicalForm } from '../../src/stabiliser/canonical-form.ts';
import { stabiliserEntropy } from '../../src/stabiliser/stabiliser-entropy.ts';
import { stabiliserGroupOfWords, stabiliserWords } from '../../src/stabiliser/stabiliser-words.ts';

const none = new Float64Array(0);

test('random two-qubit Clifford gates are uniform: every word becomes each of 15 words with each sign, equally often', () => {
  const stream = randomStream(1, 'gates');
  const samples = 3000;
  for (const word of ['XI', 'YZ']) {
    const counts = new Map<string, number>();
    for (let k = 0; k < samples; k++) {
      const gates = randomCliffordGate(stream);
      const image = rotatedStabilisers(
        stabiliserGroupOfWords([word]),
        gates.map((gate) => gate.word),
        gates.map(({ angle }) => Math.round((angle as number) / (Math.PI / 2))),
      );
      const [name] = stabiliserWords(image);
      counts.set(name!, (counts.get(name!) ?? 0) + 1);
    }
    expect(counts.size).toBe(30);
    const each = samples / 30;
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - each) ** 2 / each, 0);
    expect(Math.abs(chi - 29)).toBeLessThan(4 * Math.sqrt(58));
  }
});

test('random two-qubit Clifford gates are all 720 symplectic maps, equally often', () => {
  const stream = randomStream(2, 'gates');
  // A gate on two halves of pairs is told by the state that it makes, here without its signs.
  const pairs = stabiliserGroupOfWords(['XIXI', 'ZIZI', 'IXIX', 'IZIZ']);
  const counts = new Map<string, number>();
  const samples = 7200;
  for (let k = 0; k < samples; k++) {
    const gates = randomCliffordGate(stream, 4);
    const image = rotatedStabilisers(
      pairs,
      gates.map((gate) => gate.word),
      gates.map(({ angle }) => Math.round((angle as number) / (Math.PI / 2))),
    );
    const name = stabiliserWords(canonicalForm(image)).join().replaceAll('-', '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  expect(counts.size).toBe(720);
  const chi = [...counts.values()].reduce((sum, count) => sum + (count - 10) ** 2 / 10, 0);
  expect(Math.abs(chi - 719)).toBeLessThan(4 * Math.sqrt(2 * 719));
});

test('a deep circuit of random Clifford gates entangles its halves almost completely, a shallow one little', () => {
  const circuit = randomCliffordCircuit(randomStream(3, 'gates'), 40, 80);
  const half = Array.from({ length: 20 }, (_, q) => q);
  expect(stabiliserEntropy(stabiliserGroupOfCircuit(circuit, none), half) / Math.LN2).toBeGreaterThan(17);
  const shallow = randomCliffordCircuit(randomStream(3, 'gates'), 40, 2);
  // A layer has one gate on the cut, which makes at most 2 ln 2.
  expect(stabiliserEntropy(stabiliserGroupOfCircuit(shallow, none), half) / Math.LN2).toBeLessThanOrEqual(2);
  expect(() => randomCliffordCircuit(randomStream(3, 'gates'), 1, 2)).toThrow('got 1 and 2');
});
