import { describe, expect, test } from 'vitest';
import { rampColour } from '../../src/drawing/colours.ts';
import { STYLE } from '../../src/report/style.ts';

/** Relative luminance of a hexadecimal colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((k) => {
    const channel = Number.parseInt(hex.slice(k, k + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

const contrast = (a: string, b: string): number => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
};

const [light, dark] = [...STYLE.matchAll(/:root\{(?:color-scheme:light dark;)?(--paper[^}]*)\}/g)].map(
  ([, variables]) =>
    Object.fromEntries([...variables!.matchAll(/--([\w-]+):(#[\da-f]{6})/g)].map(([, name, value]) => [name!, value!])),
);

describe.each([
  ['light', light!],
  ['dark', dark!],
])('on %s paper', (name, colours) => {
  test('text reads (contrast 7, secondary 4.5) and coloured marks stand out (contrast 3)', () => {
    for (const ground of [colours.paper!, colours.panel!]) {
      expect(contrast(colours.ink!, ground)).toBeGreaterThan(7);
      expect(contrast(colours.muted!, ground)).toBeGreaterThan(4.5);
      for (const mark of ['blue', 'vermilion', 'green', 'purple', 'ochre']) {
        expect(contrast(colours[mark]!, ground), mark).toBeGreaterThan(3);
      }
    }
  });

  test('the ramp changes its brightness strictly in one direction, away from the paper', () => {
    const steps = Array.from({ length: 24 }, (_, k) => luminance(rampColour(k / 23, name as 'light' | 'dark')));
    const direction = name === 'light' ? -1 : 1;
    for (let k = 1; k < steps.length; k++) expect(direction * (steps[k]! - steps[k - 1]!)).toBeGreaterThan(0);
  });
});
