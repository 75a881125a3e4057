import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { circuitDrawing, columnsOf, packed } from '../../src/drawing/circuit-drawing.ts';
import { elementsOf } from './well-formed.ts';

const circuit: Circuit = {
  kind: 'circuit',
  qubits: 3,
  parameters: 2,
  gates: [
    { word: 'YII', angle: { parameter: 0 } },
    { word: 'IIX', angle: 0.5 },
    { word: 'ZIY', angle: { parameter: 1, scale: -2 } },
    { word: 'IXI', angle: 0.1 },
  ],
};

describe('packing', () => {
  test('gates on different wires share a column; a gate that spans a wire keeps it free', () => {
    expect(packed(circuit, [1, 2]).map(({ column }) => column)).toEqual([0, 0, 1, 2]);
  });

  test('angles are read at θ, with their scale', () => {
    expect(packed(circuit, [1, 2]).map(({ angle }) => angle)).toEqual([1, 0.5, -4, 0.1]);
  });

  test('a circuit without gates has no columns', () => {
    expect(columnsOf(packed({ ...circuit, gates: [] }, [1, 2]))).toBe(0);
  });
});

describe('the drawing', () => {
  const svg = circuitDrawing(circuit, [Math.PI / 2, 0]);

  test('has a box for every letter, a wire for every qubit, a link for every word of several letters', () => {
    const elements = elementsOf(svg);
    const count = (tag: string): number => elements.filter(({ name }) => name === tag).length;
    expect(count('rect')).toBe(2 * 5); // paper and colour of Y, X, Z–Y, X
    expect(count('line')).toBe(3 + 1);
    expect(count('title')).toBe(4);
  });

  test('tells the angle of a gate under the pointer', () => {
    expect(svg).toContain('exp(−i a Y₀ / 2)\na = 1.5708 rad (0.5000 π)\nparameter θ₀');
    expect(svg).toContain('exp(−i a X₂ / 2)\na = 0.50000 rad (0.1592 π)\nconstant');
  });

  test('puts a later gate on the same wire further to the right, and qubit 0 on top', () => {
    const texts = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*class="gate">([XYZ])</g)];
    const [y, , z, , x] = texts.map(([, left, top]) => ({ left: Number(left), top: Number(top) }));
    expect(z!.left).toBeGreaterThan(y!.left);
    expect(z!.top).toBe(y!.top);
    expect(x!.top).toBeGreaterThan(y!.top);
  });

  test('says how many gates it does not show', () => {
    expect(circuitDrawing(circuit, [1, 2], 3)).toContain('… 1 more gates');
  });

  test('two hundred gates go on in further rows, at the size of the first', () => {
    const gates = Array.from({ length: 200 }, (_, k) => ({ word: k % 2 ? 'XYI' : 'IZZ', angle: k / 100 }));
    const wide = circuitDrawing({ ...circuit, gates }, [0, 0]);
    const [box] = elementsOf(wide);
    expect(Number(box!.attributes.width)).toBeLessThanOrEqual(1060);
    const texts = [...wide.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*class="gate">/g)];
    expect(texts).toHaveLength(400);
    const heights = new Set(texts.map(([, , y]) => Number(y)));
    expect(heights.size).toBe(3 * 6); // three qubits in six rows
    // Time runs on: a gate is to the right of the one before, or in a lower row.
    const first = texts.filter((_, k) => k % 2 === 0).map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
    for (const [k, { x, y }] of first.slice(1).entries()) expect(x > first[k]!.x || y > first[k]!.y + 60).toBe(true);
    expect(wide.match(/>q₀</g)).toHaveLength(6);
  });
});
