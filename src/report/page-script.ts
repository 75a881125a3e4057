/**
 * @file The page's one script, without which it loses little: its links to pictures save the drawings of a
 * figure as one SVG file with its own style. It also stops and starts what moves at a click, leaves it still where the
 * reader wants no motion, and opens whatever is folded before printing.
 */

import { sha256 } from '../sha-256.ts';

/** The script as it stands in the page. */
export const SCRIPT = `
addEventListener('beforeprint', () => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
const moving = [...document.querySelectorAll('.moving .canvas>svg')];
if (matchMedia('(prefers-reduced-motion:reduce)').matches) moving.forEach((svg) => svg.pauseAnimations());
document.addEventListener('click', ({ target }) => {
  if (target.closest('.moving .canvas') !== null) {
    moving.forEach((svg) => { svg.animationsPaused() ? svg.unpauseAnimations() : svg.pauseAnimations(); });
  }
  const link = target.closest('a.svg');
  if (link === null) return;
  const named = (name) => document.createElementNS('http://www.w3.org/2000/svg', name);
  const [file, style] = [named('svg'), named('style')];
  style.textContent = document.querySelector('style.drawing').textContent;
  file.append(style);
  let [width, height] = [0, 0];
  for (const svg of link.closest('figure').querySelectorAll('.canvas>svg')) {
    const copy = svg.cloneNode(true);
    copy.setAttribute('y', height);
    file.append(copy);
    width = Math.max(width, svg.viewBox.baseVal.width);
    height += svg.viewBox.baseVal.height;
  }
  file.setAttribute('viewBox', [0, 0, width, height].join(' '));
  file.setAttribute('width', width);
  file.setAttribute('height', height);
  link.href = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(new XMLSerializer().serializeToString(file));
});
`;

const bytes = (sha256(SCRIPT).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

/** What the page may do: nothing is fetched, and no other script runs, whatever text is in a record. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  `script-src 'sha256-${btoa(String.fromCharCode(...bytes))}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
