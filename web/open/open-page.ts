/** @file The page that opens a record: the report of any record.json, drawn here. */

import { element } from '../../src/drawing/markup.ts';
import { show } from '../page/trusted.ts';
import { part, type ShowPage } from '../page/view.ts';
import { Ended, finished, startWorker, type WorkerClient } from '../work/client.ts';

/** Most bytes of a record that is opened. */
export const LARGEST_RECORD = 64 * 2 ** 20;
/** Seconds after which drawing is given up. */
const LONGEST = 60;

const FRAME = [
  element('div', { class: 'drop', 'data-part': 'drop' }, [
    element('h1', {}, 'Open a record'),
    element('p', {}, [
      'Drop a ',
      element('code', {}, 'record.json'),
      ' here, of a run or of a study, or choose one. It is read in this page and goes nowhere.',
    ]),
    element('p', {}, [element('input', { type: 'file', accept: '.json,application/json', 'aria-label': 'A record' })]),
    element('p', { 'data-part': 'said', role: 'alert' }, ''),
  ]),
  element('div', { class: 'report', 'data-part': 'report' }, ''),
].join('');

/** The page that opens records. */
export const openPage: ShowPage = (root, _, desk) => {
  show(root, FRAME);
  let worker: WorkerClient | null = null;
  const said = part(root, '[data-part=said]');
  const report = part(root, '[data-part=report]');
  const say = (text: string, isMistake: boolean): void => {
    said.textContent = text;
    said.className = isMistake ? 'warning lines' : 'remark';
  };

  const draw = async (text: string): Promise<void> => {
    worker?.close();
    const own = startWorker();
    worker = own;
    show(report, '');
    say('Reading and drawing …', false);
    const tooLong = setTimeout(() => {
      own.close();
      say(`The record takes more than ${LONGEST} seconds to draw.`, true);
    }, 1000 * LONGEST);
    try {
      const { title, main } = await finished(own.begin('report', { text }));
      show(report, main);
      document.title = `${title} — bulkweave`;
      say('', false);
    } catch (error) {
      if (!(error instanceof Ended)) say((error as Error).message, true);
    } finally {
      clearTimeout(tooLong);
      own.close();
    }
  };
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    if (file.size > LARGEST_RECORD) {
      say(
        `A record of at most ${LARGEST_RECORD / 2 ** 20} MiB is required, ${file.name} has ${Math.ceil(file.size / 2 ** 20)}.`,
        true,
      );
      return;
    }
    await draw(await file.text());
  };

  part<HTMLInputElement>(root, 'input').addEventListener('change', ({ target }) =>
    open((target as HTMLInputElement).files?.[0]),
  );
  root.addEventListener('dragover', (event) => event.preventDefault());
  root.addEventListener('drop', (event) => {
    event.preventDefault();
    open(event.dataTransfer?.files[0]);
  });
  report.addEventListener('click', followWithin);
  const given = desk.take();
  if (given !== null) draw(given);
  return { leave: () => worker?.close() };
};

/** Links within a report lead to its sections; the fragment of the address is the page's own. */
function followWithin(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (link === null || link.classList.contains('svg')) return;
  event.preventDefault();
  const id = link.getAttribute('href')!.slice(1);
  document.getElementById(id)?.scrollIntoView({ behavior: 'smooth' });
}
