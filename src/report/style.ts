/** @file The page's style sheet: one column of text, figures beside each other, light and dark paper. */

import { RAMP_STEPS, rampColour, signedColour } from '../drawing/colours.ts';

const ramps = (paper: 'light' | 'dark'): string =>
  Array.from({ length: RAMP_STEPS }, (_, k) => `--ramp-${k}:${rampColour(k / (RAMP_STEPS - 1), paper)};`).join('') +
  Array.from(
    { length: 2 * RAMP_STEPS + 1 },
    (_, k) => `--signed-${k}:${signedColour(k / RAMP_STEPS - 1, paper)};`,
  ).join('');

const LIGHT = `--paper:#fdfcf9;--panel:#ffffff;--ink:#1d1f24;--muted:#5f636b;--faint:#dedad2;--blue:#0b63a8;--vermilion:#c24a06;--green:#0a7f5c;--purple:#8d4a8a;--ochre:#a07000;${ramps('light')}`;
const DARK = `--paper:#15171b;--panel:#1b1e23;--ink:#e8e6e1;--muted:#a3a6ad;--faint:#363a41;--blue:#6fb4f0;--vermilion:#ff9d66;--green:#56cfa2;--purple:#d6a0d3;--ochre:#e3bf58;${ramps('dark')}`;

const SERIF = `'Iowan Old Style','Palatino Linotype',Palatino,'URW Palladio L','TeX Gyre Pagella','Book Antiqua',Georgia,'Times New Roman',serif`;
const SANS = `system-ui,-apple-system,'Segoe UI','Helvetica Neue','Inter','Noto Sans','DejaVu Sans',Arial,sans-serif`;
const MONO = `ui-monospace,'SF Mono','Cascadia Mono',Menlo,Consolas,'DejaVu Sans Mono',monospace`;

/** The style of text in drawings, on the page and in files of their own. */
export const DRAWING_STYLE = `
svg text{font:12px ${SANS};font-variant-numeric:tabular-nums lining-nums}
svg .small{font-size:11.8px}svg .gate{font:600 11.5px ${SANS}}svg .word{font:12px ${MONO}}
svg .halo{paint-order:stroke;stroke:var(--panel,#fff);stroke-width:4px;stroke-linejoin:round}
`;

/** Text of drawings in half a page where they are shown larger than they are. */
const LARGE = ':is(figure.half,figure.tall) .canvas>svg';

/** Drawings that may be wider than the page, and shadows at the edges beyond which they go on: the first two lie on the drawing and cover them at its ends. */
const WIDE = ':is(figure.scroll,figure.full)';
const EDGES = [
  'linear-gradient(90deg,var(--panel) 40%,transparent) left/40px 100% no-repeat local',
  'linear-gradient(270deg,var(--panel) 40%,transparent) right/40px 100% no-repeat local',
  'linear-gradient(90deg,#0003,transparent) left/10px 100% no-repeat scroll',
  'linear-gradient(270deg,#0003,transparent) right/10px 100% no-repeat scroll',
].join();

/** The style sheet. Drawings outside the page fall back to the colours of light paper. */
export const STYLE = `
:root{color-scheme:light dark;${LIGHT}}
@media (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17.5px/1.55 ${SERIF};font-variant-numeric:oldstyle-nums;text-rendering:optimizeLegibility;-webkit-font-smoothing:antialiased}
main{max-width:1220px;margin:0 auto;padding:64px 28px 96px}
header{border-bottom:1px solid var(--faint);padding-bottom:30px}
h1{font-size:clamp(32px,4.4vw,50px);line-height:1.1;font-weight:500;letter-spacing:-.012em;margin:.1em 0 .3em;text-wrap:balance;overflow-wrap:anywhere}
h2{font-size:27px;line-height:1.2;font-weight:500;letter-spacing:-.006em;margin:0 0 .35em;text-wrap:balance}
section{margin-top:60px;scroll-margin-top:20px}
p{max-width:70ch;margin:.5em 0;text-wrap:pretty;hyphens:auto;overflow-wrap:break-word}
a{color:var(--blue)}
.kicker{font:600 12px/1.4 ${SANS};letter-spacing:.09em;text-transform:uppercase;color:var(--muted);margin:0}
.byline{font:13.5px/1.5 ${SANS};color:var(--muted);font-variant-numeric:tabular-nums;max-width:none}
.abstract{font-size:20px;line-height:1.5;max-width:62ch;margin:1em 0 1.2em}
.words{display:grid;grid-template-columns:8.5em minmax(0,70ch);gap:10px 22px;margin:26px 0 30px}
.words dt{font:600 12px/1.4 ${SANS};letter-spacing:.05em;text-transform:uppercase;color:var(--muted);padding-top:.55em}
.words dd{margin:0}.words dd p{margin:0 0 .4em}.words dd ul{margin:0;padding-left:1.1em}.words dd li{margin:0 0 .3em}
code{font:.86em ${MONO};overflow-wrap:anywhere}
cite{font-style:normal}.verdict{font-style:italic}.good{color:var(--green)}.fair{color:var(--ochre)}.poor{color:var(--vermilion)}
.warning{color:var(--vermilion)}.remark{color:var(--muted)}.constant{color:var(--muted)}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(140px,1fr));gap:18px 26px;margin:26px 0 0}
.facts div{border-top:2px solid var(--ink);padding-top:7px}
.facts dt{font:600 12px/1.4 ${SANS};color:var(--muted)}
.facts dd{margin:0;font-size:22px;line-height:1.4;font-variant-numeric:lining-nums tabular-nums;white-space:nowrap}
.facts dd.remark,.facts dd.caveat{font:12.5px/1.4 ${SANS};white-space:normal}.facts dd.caveat{color:var(--ochre);margin-top:3px}
nav{margin-top:34px}nav ol{columns:3 15em;column-gap:36px;margin:8px 0 0;padding-left:2.1em;font:14.5px/1.7 ${SANS}}
nav a{text-decoration:none}nav a:hover{text-decoration:underline}nav li{break-inside:avoid}nav li::marker{color:var(--muted);font-variant-numeric:tabular-nums}
.notes,.limits{max-width:74ch;padding-left:1.1em}.notes li,.limits li{margin:.3em 0}
.notes{font-size:16px;color:var(--muted)}
.limits b{font:600 11.5px/1 ${SANS};letter-spacing:.06em;text-transform:uppercase;color:var(--vermilion);margin-right:.35em}
.figures{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:34px 36px;margin-top:26px;align-items:start}
figure{margin:0;min-width:0}figure:is(.full,.fit,.scroll),.figures>.constant{grid-column:1/-1}figure.tall{grid-row:span 2}.figures:has(>.tall){grid-template-rows:auto 1fr}sub,sup{font-size:.72em;line-height:0}section figure{margin-top:0}section>figure{margin-top:26px}
figure .canvas{background:var(--panel);border:1px solid var(--faint);border-radius:5px;padding:16px 18px 12px}
figure .canvas>svg{display:block;max-width:100%;height:auto;margin:0 auto}
:is(figure.half,figure.tall) .canvas{container-type:inline-size}${LARGE}{width:100%;max-width:560px}
@container (min-width:430px){${LARGE} text{font-size:10.8px}${LARGE} .small{font-size:10.2px}}
@container (min-width:480px){${LARGE} text{font-size:9.6px}${LARGE} .small{font-size:8.8px}}
img.pixels{display:block;margin:0 auto;max-width:100%;image-rendering:pixelated}
${WIDE} .canvas{overflow-x:auto;background:${EDGES},var(--panel)}figure.scroll .canvas>svg{max-width:none}
figcaption{font-size:15.2px;line-height:1.45;color:var(--muted);margin-top:9px;max-width:76ch;text-wrap:pretty}
figcaption .number{font:600 12.5px/1 ${SANS};color:var(--ink)}
figcaption strong{font-weight:600;color:var(--ink)}
.moving .canvas{cursor:pointer}
.save{white-space:nowrap}.save a{font:600 11px/1 ${SANS};letter-spacing:.04em;text-decoration:none;margin-left:.8em;padding:2px 0}.save a:hover{text-decoration:underline}
@media (scripting:none){a.svg{display:none}}
table{border-collapse:collapse;margin:22px 0;font:14px/1.5 ${SANS};font-variant-numeric:tabular-nums lining-nums;border-block:1px solid var(--ink)}
th,td{text-align:left;padding:5px 26px 5px 0;vertical-align:top;overflow-wrap:anywhere}th{font-weight:400;color:var(--muted)}th:first-child:nth-last-child(2){min-width:9.5em}
tr+tr>*{border-top:1px solid var(--faint)}
.data{overflow-x:auto}.data table{margin:0}.data th{border-bottom:1px solid var(--ink)}.data :is(th,td){overflow-wrap:normal}.data th,td.number{white-space:nowrap}.data .number{text-align:right}.data .long{min-width:15em}
b.label{font:600 11.5px/1 ${SANS};letter-spacing:.06em;text-transform:uppercase;color:var(--vermilion)}
pre{overflow-x:auto;background:var(--panel);border:1px solid var(--faint);border-radius:5px;padding:16px 18px;font:13px/1.5 ${MONO}}
details{margin-top:18px}details.folded{grid-column:1/-1}summary{cursor:pointer;font:600 14px/1.5 ${SANS}}
section.folded{margin-top:26px}section.folded>details{border-top:1px solid var(--faint);padding-top:16px;margin:0}
section.folded h2{display:inline;font-family:${SERIF};margin-right:.5em}section.folded>details[open]>summary{margin-bottom:14px}
summary small{font:13.5px/1.5 ${SANS};color:var(--muted);font-variant-numeric:tabular-nums}
details.point{border-top:1px solid var(--faint);padding-top:14px}details.point>summary{font:500 21px/1.4 ${SERIF}}details.point section{margin-top:38px}
details.point summary small{margin-left:.6em}
footer{margin-top:64px;border-top:1px solid var(--faint);padding-top:14px;font:13px/1.5 ${SANS};color:var(--muted)}
@media (max-width:1000px){.figures{grid-template-columns:minmax(0,1fr)}.figures>*{max-width:700px}.figures>:is(.full,.scroll){max-width:none}}
@media (max-width:860px){main{padding:34px 18px 60px}body{font-size:16.5px}section{margin-top:48px}}
@media (max-width:480px){main{padding:26px 12px 48px}figure .canvas{padding:10px 7px 8px}.abstract{font-size:18px}.words{grid-template-columns:minmax(0,1fr);gap:2px}.words dd{margin-bottom:12px}figure.full .canvas>svg{max-width:none}figure.fit svg text{font-size:17px}th,td{padding-right:14px}nav a{display:inline-block;padding:4px 0}}
@media print{:root{color-scheme:light;${LIGHT}}body{font-size:10.5pt;background:#fff}main{max-width:none;padding:0}h1{font-size:26pt}h2{font-size:15pt;break-after:avoid}section{margin-top:22pt;break-inside:auto}section.folded{margin-top:22pt}p{orphans:3;widows:3}figure,tr,.facts div,.words dd{break-inside:avoid}figure .canvas{padding:8px}.save{display:none}.figures{grid-template-columns:repeat(2,minmax(0,1fr));gap:16pt}.figures>*{max-width:none}.figures>.data{grid-column:1/-1}figcaption{font-size:9pt}.abstract{font-size:12pt}.facts dd{font-size:13pt}table{font-size:9pt}:is(figure.scroll,figure.full) .canvas,.data,pre{overflow:visible}figure.scroll .canvas>svg{max-width:100%}.moving{display:none}pre{white-space:pre-wrap}a{color:inherit;text-decoration:none}details::details-content{content-visibility:visible;display:block;height:auto}summary{list-style:none}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
@media print and (prefers-color-scheme:dark){:root{${LIGHT}}}
`;
