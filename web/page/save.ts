/** @file Files that are saved from the page: drawings with their style, records, circuits. */

import { DRAWING_STYLE } from '../../src/report/style.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Saves the drawings of a figure as one SVG file where its link 'SVG' is clicked, as in a report. */
export function saveOnClick(): void {
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a.svg') : null;
    const figure = link?.closest('figure');
    if (link == null || figure == null) return;
    link.href = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawingsOf(figure))}`;
  });
}

/** The drawings of a figure below each other, with their style. */
function drawingsOf(figure: Element): string {
  const file = document.createElementNS(SVG, 'svg');
  const style = document.createElementNS(SVG, 'style');
  style.textContent = DRAWING_STYLE;
  file.append(style);
  let [width, height] = [0, 0];
  for (const svg of figure.querySelectorAll<SVGSVGElement>('.canvas>svg')) {
    const copy = svg.cloneNode(true) as SVGSVGElement;
    copy.setAttribute('y', String(height));
    file.append(copy);
    width = Math.max(width, svg.viewBox.baseVal.width);
    height += svg.viewBox.baseVal.height;
  }
  file.setAttribute('viewBox', `0 0 ${width} ${height}`);
  file.setAttribute('width', String(width));
  file.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(file);
}

/** Saves a text as a file. */
export function saveText(name: string, text: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
