/** @file A guided page as it is shown: its words, its controls, and the figures of the present state. */

import { element, escapeText } from '../../src/drawing/markup.ts';
import { checkedState, type PageName, writtenAddress } from '../page/address.ts';
import { show } from '../page/trusted.ts';
import { part, type ShowPage } from '../page/view.ts';
import { Ended } from '../work/client.ts';
import { bergerSphere } from './berger-sphere.ts';
import { type EndableComputing, startComputing } from './computing.ts';
import { criticalChain } from './critical-chain.ts';
import { ghzAgainstW } from './ghz-against-w.ts';
import type { Lesson } from './lesson.ts';
import { networkGeometry } from './network-geometry.ts';
import { twoQubits } from './two-qubits.ts';

const LESSONS: readonly Lesson<never>[] = [bergerSphere, twoQubits, ghzAgainstW, networkGeometry, criticalChain];

/** Milliseconds for which a slider rests before the figures are computed anew. */
const REST = 120;

/** The guided page of a number from 1 to 5. */
export function learnPage(number: number): ShowPage {
  const lesson = LESSONS[number - 1]! as unknown as Lesson<unknown>;
  const name = `learn-${number}` as PageName;
  return (root, address) => {
    show(root, frame(lesson, number));
    const form = part<HTMLFormElement>(root, 'form');
    const figures = part(root, '[data-part=figures]');
    const said = part(root, '[data-part=said]');
    const { state: first, mistake } = checkedState(lesson.schema, address, lesson.first);
    let state = first;
    let computing: EndableComputing | null = null;
    let waiting: ReturnType<typeof setTimeout> | undefined;

    const compute = async (): Promise<void> => {
      computing?.end();
      const own = startComputing();
      computing = own;
      figures.setAttribute('aria-busy', 'true');
      try {
        for await (const markup of lesson.figures(state, own)) {
          if (computing !== own) return;
          show(figures, markup);
        }
        if (computing === own) figures.removeAttribute('aria-busy');
      } catch (error) {
        if (!(error instanceof Ended) && computing === own) said.textContent = (error as Error).message;
      }
    };
    const changed = (): void => {
      state = lesson.read(form, state);
      show(form, lesson.controls(state));
      history.replaceState(null, '', writtenAddress(name, state));
      said.textContent = '';
      compute();
    };
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', ({ target }) => {
      clearTimeout(waiting);
      const isSlider = target instanceof HTMLInputElement && target.type === 'range';
      if (!isSlider) return changed();
      const now = lesson.read(form, state);
      const drawn = document.createElement('form');
      show(drawn, lesson.controls(now));
      for (const output of form.querySelectorAll('output')) {
        const other = drawn.querySelector(`output[data-of="${output.getAttribute('data-of')}"]`);
        if (other !== null) output.textContent = other.textContent;
      }
      waiting = setTimeout(() => {
        const { activeElement } = document;
        const focused = activeElement instanceof HTMLInputElement ? activeElement.name : null;
        changed();
        if (focused !== null) form.querySelector<HTMLInputElement>(`input[name="${focused}"]`)?.focus();
      }, REST);
    });
    show(form, lesson.controls(state));
    said.textContent = mistake ?? '';
    compute();
    return {
      leave: () => {
        clearTimeout(waiting);
        computing?.end();
        computing = null;
      },
    };
  };
}

function frame(lesson: Lesson<unknown>, number: number): string {
  const links = LESSONS.map(({ title }, k) =>
    element('li', {}, [
      element(
        'a',
        { href: `#learn-${k + 1}`, 'aria-current': k + 1 === number ? 'page' : undefined },
        escapeText(title),
      ),
    ]),
  );
  const next = LESSONS[number];
  return [
    element('nav', { class: 'lessons', 'aria-label': 'Guided pages' }, [element('ol', {}, links)]),
    element('header', {}, [
      element('p', { class: 'kicker' }, `Page ${number} of ${LESSONS.length}`),
      element('h1', {}, escapeText(lesson.title)),
    ]),
    element('div', { class: 'prose' }, lesson.words),
    element('form', { class: 'controls row' }, ''),
    element('p', { class: 'warning lines', 'data-part': 'said', role: 'alert' }, ''),
    element('div', { 'data-part': 'figures', class: 'lesson' }, ''),
    element('div', { class: 'prose try' }, [element('h2', {}, 'Try'), lesson.question]),
    next === undefined
      ? element('p', {}, [element('a', { href: '#play' }, 'Play with states of your own')])
      : element('p', {}, ['Next: ', element('a', { href: `#learn-${number + 1}` }, escapeText(next.title))]),
  ].join('');
}
