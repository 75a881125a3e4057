import { describe, expect, test } from 'vitest';
import { circuitEditor, FIRST_DRAFT, onQubits, withoutGate, withQubit } from '../../web/play/circuit-editor.ts';

const empty = { kind: 'circuit', qubits: 3, gates: [] } as const;
const circuit = {
  ...empty,
  gates: [
    { gate: 'h' as const, on: [0] },
    { gate: 'cx' as const, on: [0, 2] },
  ],
};

describe('the circuit editor', () => {
  test('a gate of one qubit is placed by one choice, with its angle if it has one', () => {
    const [next, draft] = withQubit({ ...empty, gates: [] }, { gate: 'ry', angle: 0.5, on: [] }, 1);
    expect(next.gates).toEqual([{ gate: 'ry', on: [1], angle: 0.5 }]);
    expect(draft.on).toEqual([]);
  });

  test('a gate of two waits for the second; the same qubit twice is no choice', () => {
    const [still, waiting] = withQubit(circuit, { ...FIRST_DRAFT, gate: 'cz' }, 1);
    expect(still).toBe(circuit);
    expect(withQubit(circuit, waiting, 1)[1].on).toEqual([]);
    expect(withQubit(circuit, waiting, 0)[0].gates.at(-1)).toEqual({ gate: 'cz', on: [1, 0] });
  });

  test('gates go away, one by one or with their qubits', () => {
    expect(withoutGate(circuit, 0).gates).toEqual([{ gate: 'cx', on: [0, 2] }]);
    expect(onQubits(circuit, 2).gates).toEqual([{ gate: 'h', on: [0] }]);
  });

  test('every wire and gate can be reached by keys, and has a name', () => {
    const markup = circuitEditor(circuit, FIRST_DRAFT);
    expect(markup.match(/role="button" tabindex="0" aria-label="[^"]+"/g)).toHaveLength(5);
  });
});
