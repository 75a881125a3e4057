import { expect, test } from 'vitest';
import { sparseWord } from '../../src/stabiliser/sparse-word.ts';

test('a word of qubits is written by the letters that act', () => {
  expect(sparseWord('-IIXZI', 2)).toBe('−X₂ Z₃');
  expect(sparseWord(`${'I'.repeat(21)}XZ${'I'.repeat(30)}Y`, 2)).toBe('X₂₁ Z₂₂ Y₅₃');
});

test('powers of qudits stand above the letter, ω before the word', () => {
  expect(sparseWord('w^2 X2 I XZ', 3)).toBe('ω² X₀² X₂Z₂');
  expect(sparseWord('w Z4 I', 5)).toBe('ω Z₀⁴');
});

test('beyond the most factors three dots follow, and the identity is 1', () => {
  expect(sparseWord('XXXX', 2, 3)).toBe('X₀ X₁ X₂ …');
  expect(sparseWord('XXX', 2, 3)).toBe('X₀ X₁ X₂');
  expect(sparseWord('-III', 2)).toBe('−1');
});

test('letters that are none are refused', () => {
  expect(() => sparseWord('XAZ', 2)).toThrow("got 'XAZ'");
});
