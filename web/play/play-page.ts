/** @file The page of play: a state, a network, and the training of one on the other, live. */

import { element } from '../../src/drawing/markup.ts';
import { checkedState, writtenAddress } from '../page/address.ts';
import { saveText } from '../page/save.ts';
import { show } from '../page/trusted.ts';
import { type Desk, part, type ShowPage } from '../page/view.ts';
import { FIRST_DRAFT } from './circuit-editor.ts';
import { connectEditors } from './editors.ts';
import { experimentOf, slicesFor } from './experiment.ts';
import { liveFigures } from './live-figures.ts';
import { mistakeText, playButtons, playControls, stateOfForm } from './play-controls.ts';
import { FIRST_STATE, type PlayState, playSchema, qubitsOf } from './play-state.ts';
import { type Session, startSession } from './session.ts';

const FRAME = [
  element('header', {}, [
    element('h1', {}, 'Learn a state, and look at its geometry'),
    element(
      'p',
      { class: 'abstract' },
      'Choose a state of up to ten qubits and a network. The network learns the state here, in your browser, and you watch how long its circuit is, how long it need be, and which geometry the network draws.',
    ),
  ]),
  element('div', { class: 'bench' }, [
    element('form', { class: 'controls' }, ''),
    element('div', { class: 'live' }, [
      element('div', { class: 'state' }, [
        element('div', { class: 'buttons', 'data-part': 'buttons' }, ''),
        element('div', { 'data-part': 'mistake', role: 'alert' }, ''),
        element('div', { 'data-part': 'facts' }, ''),
      ]),
      element('div', { 'data-part': 'figures' }, ''),
    ]),
  ]),
].join('');

/** The page of play. */
export const playPage: ShowPage = (root, address, desk) => {
  show(root, FRAME);
  const checked = checkedState(playSchema, address, FIRST_STATE);
  let state: PlayState = checked.state;
  let draft = FIRST_DRAFT;
  let session: Session | null = null;
  const form = part<HTMLFormElement>(root, 'form');
  const buttons = part(root, '[data-part=buttons]');
  const figures = liveFigures(root);
  const say = (text: string): void => {
    part(root, '.said').textContent = text;
  };
  const tellMistake = (text: string): void => show(part(root, '.state>[data-part=mistake]'), mistakeText(text));
  const drawForm = (): void => {
    const open = [...form.querySelectorAll('details')].map((one) => one.open);
    show(form, playControls(state, draft));
    form.querySelectorAll('details').forEach((one, k) => {
      one.open = open[k] ?? false;
    });
  };
  const drawButtons = (): void => {
    show(buttons, playButtons(session?.progress.status === 'running'));
  };

  const begin = (): void => {
    session?.close();
    tellMistake('');
    figures.clear();
    const asked = experimentOf(state);
    const slices = slicesFor(qubitsOf(state.source));
    session = startSession({ ...asked, pace: state.pace, slices }, (progress, changed) => {
      figures.draw(progress, changed);
      if (changed !== 'end') return;
      if (progress.mistake !== null) tellMistake(progress.mistake);
      drawButtons();
    });
    drawButtons();
  };
  const change = (next: PlayState, isNewForm: boolean): void => {
    const before = state;
    state = next;
    history.replaceState(null, '', writtenAddress('play', state));
    if (isNewForm) drawForm();
    if (JSON.stringify({ ...before, pace: 0 }) !== JSON.stringify({ ...state, pace: 0 })) begin();
    else session?.atPace(state.pace);
  };

  const act = actions({
    desk,
    session: () => session,
    begin,
    drawButtons,
    say,
    address: () => writtenAddress('play', state),
  });
  buttons.addEventListener('click', ({ target }) => {
    const action = target instanceof Element ? target.closest('[data-action]')?.getAttribute('data-action') : null;
    if (action != null) act[action]?.();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  connectEditors(form, {
    state: () => state,
    draft: () => draft,
    change,
    redraw: (next) => {
      draft = next;
      drawForm();
    },
    read: () => stateOfForm(form, state),
  });
  drawForm();
  begin();
  if (checked.mistake !== null) tellMistake(`${checked.mistake} The page begins with GHZ.`);
  return { leave: () => session?.close() };
};

/** What the buttons need of the page. */
interface Acting {
  readonly desk: Desk;
  readonly session: () => Session | null;
  readonly begin: () => void;
  readonly drawButtons: () => void;
  readonly say: (text: string) => void;
  readonly address: () => string;
}

/** What the buttons do, by name. */
function actions({ desk, session, begin, drawButtons, say, address }: Acting): Readonly<Record<string, () => void>> {
  const withRecord = (what: string, use: (record: string) => void): void => {
    const record = session()?.progress.record ?? null;
    if (record === null) say(`The ${what} is there once the training and what follows it are finished.`);
    else use(record);
  };
  return {
    train: () => {
      const status = session()?.progress.status;
      if (status === 'running') session()?.pause();
      else if (status === 'paused') session()?.goOn();
      else begin();
      drawButtons();
    },
    reset: begin,
    share: () => {
      history.replaceState(null, '', address());
      const copied = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error('no clipboard'));
      copied.then(
        () => say('The link is in the clipboard.'),
        () => say('The link is in the address bar.'),
      );
    },
    record: () => withRecord('record', (record) => saveText('record.json', record, 'application/json')),
    report: () =>
      withRecord('report', (record) => {
        desk.leave(record);
        location.hash = '#open';
      }),
  };
}
