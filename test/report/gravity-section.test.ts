import { expect, test } from 'vitest';
import type { GravityShadow } from '../../src/gravity/gravity-shadow.ts';
import { gravitySection } from '../../src/report/gravity-section.ts';

/** A shadow of which only the spectrum's curvature is known. */
const shadow = (error: { readonly curvatureError?: number }): GravityShadow => ({
  label: 'analogy',
  site: 0,
  half: [0],
  firstLaw: [],
  residual: null,
  regions: [],
  distances: [],
  curvature: null,
  spectrum: { rank: 2, trace: 1, whole: 2, curvature: 0.5, ...error, einstein: [] },
});

test('the curvature of the spectrum is printed with its error', () => {
  expect(gravitySection(shadow({ curvatureError: 2.14e-5 }), null)).toContain('0.500 ± 2.1\u00A0×\u00A010⁻⁵<');
});

test('a record without the error has the curvature alone', () => {
  const page = gravitySection(shadow({}), null);
  expect(page).toContain('0.500<');
  expect(page).not.toContain('±');
});
