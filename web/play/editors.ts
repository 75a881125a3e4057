/** @file What a user does in the form of the page of play, and what comes of it. */

import { angleText } from '../../src/number-format.ts';
import { show } from '../page/trusted.ts';
import { part } from '../page/view.ts';
import { amplitudesOfText, barsOf, draggedTo } from './amplitude-editor.ts';
import { type Draft, onQubits, TURNS, withoutGate, withQubit } from './circuit-editor.ts';
import { painted, pixelAt, pixelsOf } from './picture-editor.ts';
import { GATES, type PlayState, type Source } from './play-state.ts';

/** How the editors reach the page. */
export interface EditedPage {
  readonly state: () => PlayState;
  readonly draft: () => Draft;
  /** Another state; the form is drawn anew if it must look different. */
  readonly change: (state: PlayState, isNewForm: boolean) => void;
  /** Another draft of a gate; the form is drawn anew. */
  readonly redraw: (draft: Draft) => void;
  /** The state that the form stands for. */
  readonly read: () => PlayState;
}

/** Names of controls after which the form looks different. */
const RESHAPING: ReadonlySet<string> = new Set(['kind', 'name', 'hamiltonian', 'model', 'qubits']);

/** Listens to the form. */
export function connectEditors(form: HTMLFormElement, page: EditedPage): void {
  form.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'range') return;
    const output = form.querySelector(`output[data-of="${target.name}"]`);
    if (output === null) return;
    output.textContent =
      target.name === 'turn' ? angleText((target.valueAsNumber * Math.PI) / TURNS.most) : target.value;
  });
  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) return typed(form, target.value, page);
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    if (target.name === 'turn') {
      return page.redraw({ ...page.draft(), angle: (Number(target.value) * Math.PI) / TURNS.most });
    }
    const { source } = page.state();
    const read = page.read();
    const isResized = target.name === 'qubits' && source.kind === 'circuit';
    const next = isResized ? { ...read, source: onQubits(source, Number(target.value)) } : read;
    page.change(next, RESHAPING.has(target.name));
  });
  const act = (target: EventTarget | null): void => {
    if (target instanceof Element) clicked(target, page);
  };
  form.addEventListener('click', ({ target }) => act(target));
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (!(event.target instanceof SVGElement)) return;
    event.preventDefault();
    act(event.target);
  });
  connectBars(form, page);
  connectPixels(form, page);
}

function typed(form: HTMLElement, text: string, page: EditedPage): void {
  const read = amplitudesOfText(text);
  const place = part(form, '[data-part=mistake]');
  place.textContent = 'mistake' in read ? read.mistake : '';
  if ('source' in read) page.change({ ...page.state(), source: read.source }, true);
}

function clicked(target: Element, page: EditedPage): void {
  const { source } = page.state();
  if (source.kind !== 'circuit') return;
  const named = (name: string): string | null => target.closest(`[${name}]`)?.getAttribute(name) ?? null;
  const put = (next: Source): void => page.change({ ...page.state(), source: next }, true);
  const [gate, index, qubit, action] = ['data-gate', 'data-index', 'data-qubit', 'data-action'].map(named);
  if (gate != null && Object.hasOwn(GATES, gate)) page.redraw({ ...page.draft(), gate: gate as Draft['gate'], on: [] });
  else if (index != null) put(withoutGate(source, Number(index)));
  else if (action === 'undo') put(withoutGate(source, source.gates.length - 1));
  else if (action === 'clear') put({ ...source, gates: [] });
  else if (qubit != null) {
    const [next, draft] = withQubit(source, page.draft(), Number(qubit));
    page.redraw(draft);
    if (next !== source) put(next);
  }
}

/** Pixels are painted while the pointer is down; the first one tells whether they are set or cleared. */
function connectPixels(form: HTMLElement, page: EditedPage): void {
  let stroke: { readonly colour: '0' | '1'; source: Extract<Source, { kind: 'picture' }> } | null = null;
  const paint = (event: PointerEvent): void => {
    const svg = form.querySelector<SVGSVGElement>('.picture svg');
    const pixel = svg && pixelAt(svg, event);
    if (stroke === null || pixel === null) return;
    stroke.source = painted(stroke.source, pixel, stroke.colour);
    show(part(form, '.picture'), pixelsOf(stroke.source));
    event.preventDefault();
  };
  form.addEventListener('pointerdown', (event) => {
    const svg = event.target instanceof Element ? event.target.closest<SVGSVGElement>('.picture svg') : null;
    const pixel = svg && pixelAt(svg, event);
    const { source } = page.state();
    if (pixel === null || source.kind !== 'picture') return;
    stroke = { colour: source.pixels[pixel] === '1' ? '0' : '1', source };
    form.setPointerCapture(event.pointerId);
    paint(event);
  });
  form.addEventListener('pointermove', paint);
  form.addEventListener('pointerup', () => {
    const end = stroke;
    stroke = null;
    if (end !== null) page.change({ ...page.state(), source: end.source }, true);
  });
}

/** Bars follow the pointer; the training begins anew once it is lifted. */
function connectBars(form: HTMLElement, page: EditedPage): void {
  let dragged: { readonly bar: number; source: Extract<Source, { kind: 'amplitudes' }> } | null = null;
  const move = (event: PointerEvent): void => {
    const svg = form.querySelector<SVGSVGElement>('.bars svg');
    if (dragged === null || svg === null) return;
    dragged.source = draggedTo(svg, dragged.bar, event.clientY, dragged.source.values);
    show(part(form, '.bars'), barsOf(dragged.source.values));
    event.preventDefault();
  };
  form.addEventListener('pointerdown', (event) => {
    const bar = event.target instanceof Element ? event.target.closest('[data-bar]') : null;
    const { source } = page.state();
    if (bar === null || source.kind !== 'amplitudes') return;
    dragged = { bar: Number(bar.getAttribute('data-bar')), source };
    form.setPointerCapture(event.pointerId);
    move(event);
  });
  form.addEventListener('pointermove', move);
  form.addEventListener('pointerup', () => {
    const end = dragged;
    dragged = null;
    if (end !== null) page.change({ ...page.state(), source: end.source }, true);
  });
}
