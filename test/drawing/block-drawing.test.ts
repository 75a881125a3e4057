import { expect, test } from 'vitest';
import { circuitOfBlocks } from '../../src/circuit/block-circuit.ts';
import { blockDrawing, placedBlocks } from '../../src/drawing/block-drawing.ts';
import { plainText } from '../../src/drawing/markup.ts';
import { brokenNumbers, elementsOf } from './well-formed.ts';

const circuit = circuitOfBlocks(4, [
  { sites: [0, 1], words: ['XX', 'ZI'] },
  { sites: [3], words: ['Y'] },
  { sites: [3, 1], words: ['ZY'] },
  { sites: [2], words: ['X'] },
]);
const h = [0.3, -0.4, 0, 1.25, 0.5];

test('blocks on different wires share a column, and one that spans a wire keeps it free', () => {
  const placed = placedBlocks(circuit, h);
  expect(placed.map(({ column }) => column)).toEqual([0, 0, 1, 2]);
  expect(placed.map(({ norm }) => norm)).toEqual([0.5, 0, 1.25, 0.5]);
  expect(placed[0]!.words.map(({ word }) => word)).toEqual(['ZI', 'XX']);
});

test('a block is a box for each run of its wires, with its norm, its leading word and its words where the pointer rests', () => {
  const svg = blockDrawing(circuit, h);
  expect(elementsOf(svg).filter((element) => element.name === 'rect').length).toBe(2 * 5);
  const text = plainText(svg);
  for (const shown of ['0.50', '1.25', 'ZI', 'block on q₀ q₁, norm 0.500', 'Z₀ −0.400', 'X₀X₁ 0.300', 'Z₃Y₁ 1.25']) {
    expect(text.replaceAll(/\s+/g, ' ')).toContain(shown);
  }
  expect(brokenNumbers(blockDrawing(circuit, [Number.NaN, 1]))).toEqual([]);
});

test('blocks beyond the limit are counted', () => {
  expect(blockDrawing(circuit, h, 3)).toContain('… 1 more blocks');
});
