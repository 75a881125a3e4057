/** @file Controls of a form as markup, and their values. */

import { element, escapeText } from '../../src/drawing/markup.ts';

/** An entry of a list: its value and what it is called. */
export type Choice = readonly [value: string, words: string];

const labelled = (words: string, control: string, className = 'control'): string =>
  element('label', { class: className }, [element('span', {}, escapeText(words)), control]);

/** A list to choose from. */
export function choice(name: string, words: string, choices: readonly Choice[], value: string): string {
  const options = choices.map(([one, text]) =>
    element('option', { value: one, selected: one === value ? 'selected' : undefined }, escapeText(text)),
  );
  return labelled(words, element('select', { name }, options));
}

/** A range of numbers. */
export interface Range {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** A slider, with its value written beside it. */
export function slider(
  name: string,
  words: string,
  { least, most, step }: Range,
  value: number,
  text?: string,
): string {
  const input = element('input', {
    type: 'range',
    name,
    min: String(least),
    max: String(most),
    step: String(step),
    value: String(value),
  });
  const output = element('output', { 'data-of': name }, escapeText(text ?? String(value)));
  return element('label', { class: 'control slider' }, [element('span', {}, [escapeText(words), ' ', output]), input]);
}

/** A box to tick. */
export function tick(name: string, words: string, value: boolean): string {
  const box = element('input', { type: 'checkbox', name, checked: value ? 'checked' : undefined });
  return element('label', { class: 'control tick' }, [box, element('span', {}, escapeText(words))]);
}

/** A button. */
export function button(action: string, words: string, className?: string): string {
  return element('button', { type: 'button', 'data-action': action, class: className }, escapeText(words));
}

/** The number of a slider. */
export const numberOf = (form: ParentNode, name: string, otherwise: number): number => {
  const input = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  const value = input === null ? Number.NaN : input.valueAsNumber;
  return Number.isFinite(value) ? value : otherwise;
};

/** The value of a list. */
export const choiceOf = (form: ParentNode, name: string, otherwise: string): string =>
  form.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.value ?? otherwise;

/** Whether a box is ticked. */
export const isTicked = (form: ParentNode, name: string, otherwise: boolean): boolean =>
  form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.checked ?? otherwise;
