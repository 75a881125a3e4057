import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coordinate, element, escapeText, label, plainText, typeset } from '../../src/drawing/markup.ts';
import { elementsOf } from './well-formed.ts';

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

test('the five characters with a meaning are escaped', () => {
  expect(escapeText(`<a href="x">'&'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;');
});

test('characters that XML forbids are replaced, line ends and letters of all planes kept', () => {
  expect(escapeText('a\u0000b\u001F\ud800c\n⟨ψ|𝒪')).toBe('a\uFFFDb\uFFFD\uFFFDc\n⟨ψ|𝒪');
});

test('any text comes back from an attribute and from content', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const legal = text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (one) => (/[\t\n\r]/.test(one) ? one : '\uFFFD'));
      const markup = element('a', { title: text }, escapeText(text));
      expect(unescaped(elementsOf(markup)[0]!.attributes.title!)).toBe(legal);
      expect(unescaped(markup.replace(/^<[^>]*>|<[^>]*>$/g, ''))).toBe(legal);
    }),
    { seed: 3 },
  );
});

test('an attribute that is undefined is left out, numbers have two decimals, −0 is 0', () => {
  expect(element('rect', { x: 1.23456, y: -0, class: undefined })).toBe('<rect x="1.23" y="0"/>');
  expect(coordinate(-0.001)).toBe('0');
});

test('indices are lowered and exponents raised, in pages and in drawings', () => {
  expect(typeset('h_{P}² < 1')).toBe('h<sub>P</sub>² &lt; 1');
  expect(typeset('e^{inφ}|n⟩')).toBe('e<sup>inφ</sup>|n⟩');
  expect(label(0, 0, 'e_{a}^{b}c')).toBe(
    '<text x="0" y="0">e<tspan dy="3" font-size="80%">a</tspan><tspan dy="-7" font-size="80%">b</tspan><tspan dy="4">c</tspan></text>',
  );
  expect(label(0, 0, '|h_{P}|')).toBe(
    '<text x="0" y="0">|h<tspan dy="3" font-size="80%">P</tspan><tspan dy="-3">|</tspan></text>',
  );
});

test('as plain letters an index keeps its mark, and an exponent of several letters its brackets', () => {
  expect(plainText('h_{P}, 3^{k}, e^{inφ}')).toBe('h_P, 3^k, e^(inφ)');
});
