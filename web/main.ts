/** @file Entry of the page: checks the browser, and shows the page that the address names. */

import './page/without-eval.ts';
import { paragraph } from '../src/drawing/figure.ts';
import { element } from '../src/drawing/markup.ts';
import { DRAWING_STYLE, STYLE } from '../src/report/style.ts';
import { type PageName, readAddress } from './page/address.ts';
import { lacking } from './page/requirements.ts';
import { saveOnClick } from './page/save.ts';
import { show } from './page/trusted.ts';
import { type Desk, part, type ShowPage, type View } from './page/view.ts';
import { playPage } from './play/play-page.ts';

const PAGE: { readonly [Name in PageName]: () => Promise<ShowPage> } = {
  play: async () => playPage,
  open: async () => (await import('./open/open-page.ts')).openPage,
  'learn-1': () => lesson(1),
  'learn-2': () => lesson(2),
  'learn-3': () => lesson(3),
  'learn-4': () => lesson(4),
  'learn-5': () => lesson(5),
};

/** A guided page, loaded with the others. */
const lesson = async (number: number): Promise<ShowPage> => (await import('./learn/learn-page.ts')).learnPage(number);

/** Style sheets of the report, as the page has no others than those of its own files. */
function adoptStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(DRAWING_STYLE + STYLE);
  document.adoptedStyleSheets = [sheet];
}

function start(): void {
  const root = part(document, '#page');
  const missing = lacking();
  if (missing.length > 0) {
    const list = element(
      'ul',
      {},
      missing.map((name) => element('li', {}, name)),
    );
    show(root, paragraph('This browser lacks what the playground needs:') + list + paragraph(WHAT_DOES));
    return;
  }
  adoptStyles();
  saveOnClick();
  const desk = emptyDesk();
  let view: View | null = null;
  let shown = 0;
  const open = async (): Promise<void> => {
    const address = readAddress(location.hash);
    shown += 1;
    const turn = shown;
    view?.leave();
    view = null;
    const page = await PAGE[address.page]();
    if (turn !== shown) return;
    for (const link of document.querySelectorAll('nav.pages a')) {
      const isHere = address.page.startsWith(link.getAttribute('data-page') ?? '-');
      link.toggleAttribute('aria-current', isHere);
    }
    view = page(root, address, desk);
  };
  addEventListener('hashchange', ({ oldURL }) => {
    keepAddress(new URL(oldURL).hash);
    open();
  });
  open();
}

function emptyDesk(): Desk {
  let record: string | null = null;
  return {
    leave: (given) => {
      record = given;
    },
    take: () => {
      const taken = record;
      record = null;
      return taken;
    },
  };
}

/** The link to a page leads back to the state in which it was left. */
function keepAddress(fragment: string): void {
  const { page } = readAddress(fragment);
  const name = page.split('-')[0];
  document.querySelector(`nav.pages a[data-page="${name}"]`)?.setAttribute('href', fragment || '#play');
}

const WHAT_DOES = 'Chromium, Chrome, Edge, Firefox and Safari of 2024 and later have all of it.';

start();
