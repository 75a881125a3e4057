import { describe, expect, test } from 'vitest';
import { DATASETS } from '../../datasets/index.ts';
import { built } from '../../src/catalogue.ts';
import { asPure } from '../../src/generative/state-rules.ts';
import type { TargetState } from '../../src/generative/target-state.ts';
import { experimentOf } from '../../web/play/experiment.ts';
import {
  FIRST_STATE,
  GATES,
  MODEL_NAMES,
  NAMED_STATES,
  type PlayState,
  playSchema,
  type Source,
} from '../../web/play/play-state.ts';
import { checkedExperiment } from '../../web/work/checked-experiment.ts';
import { readerOf } from '../../web/work/reader.ts';
import { trainTask } from '../../web/work/train-task.ts';

const stateOf = (source: Source): PlayState => ({ ...FIRST_STATE, source });

/** Amplitudes of the target, re and im in turn. */
function amplitudesOf(source: Source): readonly number[] {
  const { experiment, files } = experimentOf(stateOf(source));
  const { target } = checkedExperiment(experiment);
  return Array.from(asPure(built<TargetState>(DATASETS, target!, readerOf(files)))!.amplitudes.interleaved);
}

describe('the state of the page as an experiment', () => {
  const named = (Object.keys(NAMED_STATES) as (keyof typeof NAMED_STATES)[]).map((name) => ({
    ...{ kind: 'named' as const, name, qubits: 4, seed: 3 },
  }));
  const chains = (['transverse-field-ising', 'xxz', 'heisenberg'] as const).map((name) => ({
    ...{ kind: 'hamiltonian' as const, name, qubits: 4, coupling: 1, anisotropy: 0.5, field: 0.5, periodic: true },
  }));

  test.each([...named, ...chains])('$kind $name is a target', (source) => {
    expect(playSchema.parse(stateOf(source)).source).toEqual(source);
    expect(amplitudesOf(source)).toHaveLength(32);
  });

  test.each(MODEL_NAMES)('%s is a network, with a penalty or without', (name) => {
    for (const shorten of [true, false]) {
      const state = { ...FIRST_STATE, shorten, model: { name, depth: 2 } };
      expect(checkedExperiment(experimentOf(state).experiment).model.name).toBe(name);
    }
  });

  test.each(MODEL_NAMES)('%s is trained: the news have loss, network and parameters', async (name) => {
    const { steps, news } = trainTask(experimentOf({ ...FIRST_STATE, model: { name, depth: 2 } }));
    for (let step = 0; step < 8; step++) await steps.next();
    const { rows, network, theta, length } = news()!;
    expect(rows.length).toBeGreaterThan(2);
    expect(network!.parameters).toBe(theta!.length);
    expect(length === null).toBe(network!.kind === 'network' || name === 'tree' || name === 'mera'); // farther than neighbours
    await steps.next();
    expect(news()!.network).toBeNull(); // it is the same
  });

  test('a picture is its pixels, row by row', () => {
    const psi = amplitudesOf({ kind: 'picture', pixels: `01${'0'.repeat(61)}1` });
    expect(psi).toHaveLength(128);
    expect(psi[2]).toBeCloseTo(Math.SQRT1_2, 12);
    expect(psi[126]).toBeCloseTo(Math.SQRT1_2, 12);
  });

  test('one qubit is learned by one block', async () => {
    const source = { kind: 'named', name: 'product', qubits: 1, seed: 1 } as const;
    const { steps, news } = trainTask(experimentOf({ ...FIRST_STATE, source }));
    for (let step = 0; step < 40; step++) await steps.next();
    expect(news()!.rows.at(-1)!.infidelity).toBeLessThan(1e-3);
  });

  test('amplitudes are normalised', () => {
    const values = [[3, 0], [0, 0], [0, 0], [0, 4]] as const; // biome-ignore format: one line
    expect(amplitudesOf({ kind: 'amplitudes', values: values.map((one) => [...one]) })).toEqual([
      0.6, 0, 0, 0, 0, 0, 0, 0.8,
    ]);
  });

  test('every gate of the editor is known, and a Bell state is made', () => {
    const gates = (Object.keys(GATES) as (keyof typeof GATES)[]).map((gate) => ({
      ...{ gate, on: [0, 1, 2].slice(0, GATES[gate]) },
      ...(/^r/.test(gate) && { angle: 0.3 }),
    }));
    expect(amplitudesOf({ kind: 'circuit', qubits: 3, gates })).toHaveLength(16);
    const bell = amplitudesOf({
      ...{ kind: 'circuit', qubits: 2 },
      gates: [
        { gate: 'h', on: [0] },
        { gate: 'cx', on: [0, 1] },
      ],
    });
    [Math.SQRT1_2, 0, 0, 0, 0, 0, Math.SQRT1_2, 0].forEach((value, k) => {
      expect(bell[k]).toBeCloseTo(value, 12);
    });
  });

  test('exp(−i a ZZ/2) on |++⟩ turns the phases by the product of the signs', () => {
    const gates = [
      { gate: 'h' as const, on: [0] },
      { gate: 'h' as const, on: [1] },
      { gate: 'rzz' as const, on: [0, 1], angle: 0.8 },
    ];
    const psi = amplitudesOf({ kind: 'circuit', qubits: 2, gates });
    const phase = (k: number): number => Math.atan2(psi[2 * k + 1]!, psi[2 * k]!);
    expect(phase(1) - phase(0)).toBeCloseTo(0.8, 12);
    expect(phase(2) - phase(0)).toBeCloseTo(0.8, 12);
    expect(phase(3) - phase(0)).toBeCloseTo(0, 12);
  });

  test('a file that the page does not have is no file', () => {
    expect(() => readerOf({}).read('constructor')).toThrow('a file of the page required');
  });
});
