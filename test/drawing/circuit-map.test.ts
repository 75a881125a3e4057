import { describe, expect, test } from 'vitest';
import { brickwall } from '../../models/index.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { circuitMap } from '../../src/drawing/circuit-map.ts';
import { elementsOf } from './well-formed.ts';

const qubits = 40;
const word = (letters: Readonly<Record<number, string>>): string =>
  Array.from({ length: qubits }, (_, k) => letters[k] ?? 'I').join('');
const circuit: Circuit = {
  kind: 'circuit',
  qubits,
  parameters: 1,
  gates: [
    { word: word({ 0: 'Y' }), angle: Math.PI },
    { word: word({ 3: 'X', 4: 'Z', 7: 'X' }), angle: { parameter: 0 } },
    { word: word({ 5: 'Z' }), angle: Math.PI },
  ],
};

interface Bar {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly opacity: number;
}

/** The bars of the map, from its paths. */
const barsOf = (svg: string): readonly Bar[] =>
  elementsOf(svg)
    .filter(({ name }) => name === 'path')
    .flatMap(({ attributes }) =>
      [...attributes.d!.matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H[\d.]+z/g)].map((match) => {
        const [left, top, right, bottom] = match.slice(1).map(Number);
        return { left: left!, top: top!, right: right!, bottom: bottom!, opacity: Number(attributes['fill-opacity']) };
      }),
    );

describe('the map of a circuit', () => {
  const bars = barsOf(circuitMap(circuit, [0]));
  const [first, last, high, low] = bars;
  const cell = (first!.bottom - first!.top) / 0.72;

  test('has a bar over each stretch of qubits that a gate turns, and none over those between', () => {
    expect(bars).toHaveLength(4);
    expect((high!.top - first!.top) / cell).toBeCloseTo(3, 1);
    expect((high!.bottom - high!.top) / cell).toBeCloseTo(2 - 0.28, 1);
    expect((low!.top - high!.top) / cell).toBeCloseTo(4, 1);
  });

  test('puts a gate behind the last one that has a qubit between its outermost', () => {
    expect([high!.left, low!.left]).toEqual([first!.left, first!.left]);
    expect(last!.left).toBeGreaterThan(high!.right);
  });

  test('shows |sin(angle/2)| by opacity, from hardly seen to full', () => {
    expect(first!.opacity).toBe(1);
    expect(high!.opacity).toBe(0.08);
    const half = barsOf(circuitMap(circuit, [-Math.PI / 3])).find(({ top }) => top === high!.top);
    expect(half!.opacity).toBeCloseTo(0.54, 9);
  });

  test('names its axes, and the kinds of gates that it has', () => {
    const svg = circuitMap(circuit, [0]);
    for (const text of ['qubit', 'layer', 'on one qubit', 'on several qubits']) expect(svg).toContain(`>${text}<`);
    expect(circuitMap({ ...circuit, gates: circuit.gates.slice(0, 1) }, [0])).not.toContain('on several qubits');
  });

  test('fits on a page in few elements, however large the circuit, and its bars lie within', () => {
    const large = brickwall(200, { depth: 8 });
    const svg = circuitMap(
      large,
      large.gates.map((_, k) => k / 100),
    );
    const elements = elementsOf(svg);
    const [width, height] = [Number(elements[0]!.attributes.width), Number(elements[0]!.attributes.height)];
    expect(width).toBeLessThanOrEqual(1040);
    expect(height).toBeLessThanOrEqual(670);
    expect(elements.length).toBeLessThan(120);
    const all = barsOf(svg);
    expect(all.length).toBeGreaterThanOrEqual(large.gates.length);
    for (const { left, top, right, bottom } of all) {
      expect(left >= 48 && top >= 56 && right <= width && bottom <= height).toBe(true);
      expect(right > left && bottom > top).toBe(true);
    }
  });

  test('says how many gates it does not show, and is drawn without any', () => {
    expect(circuitMap(circuit, [0], 2)).toContain('… 1 more gates');
    expect(barsOf(circuitMap({ ...circuit, gates: [] }, [0]))).toEqual([]);
  });
});
