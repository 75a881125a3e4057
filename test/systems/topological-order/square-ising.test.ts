import { expect, test } from 'vitest';
import {
  CRITICAL_TENSION,
  isingCorrelation,
  isingCylinderLogNorm,
} from '../../../src/systems/topological-order/index.ts';

test('neighbours have the correlation 1/√2 at the critical coupling', () => {
  expect(isingCorrelation(CRITICAL_TENSION)).toBeCloseTo(Math.SQRT1_2, 12);
  expect(isingCorrelation(CRITICAL_TENSION - 1e-9)).toBeCloseTo(Math.SQRT1_2, 7);
});

test('the correlation is half the slope of the partition function, far from the critical coupling', () => {
  for (const coupling of [0.2, 0.8]) {
    const h = 1e-4;
    const slope = (isingCylinderLogNorm(60, coupling + h) - isingCylinderLogNorm(60, coupling - h)) / (2 * h);
    expect(isingCorrelation(coupling)).toBeCloseTo(slope / 2, 7);
  }
});

test('the critical partition function is ½ ln 2 + 2G/π with Catalan’s constant', () => {
  const catalan = 0.915965594177219;
  expect(isingCylinderLogNorm(2000, CRITICAL_TENSION)).toBeCloseTo(Math.LN2 / 2 + (2 * catalan) / Math.PI, 6);
});

test('couplings and circumferences out of range are refused', () => {
  expect(() => isingCorrelation(0)).toThrow('a finite coupling > 0 required, got 0');
  expect(() => isingCylinderLogNorm(1, 1)).toThrow('at least 2 required, got 1');
  expect(() => isingCylinderLogNorm(4, -1)).toThrow('got -1');
});
