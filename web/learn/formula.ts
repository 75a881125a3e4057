/** @file Formulae of the guided pages, set in lines of their own. */

import { element, typeset } from '../../src/drawing/markup.ts';

/** A formula in a line of its own: indices as _{…}, exponents as ^{…}. */
export const formula = (text: string): string => element('p', { class: 'formula' }, typeset(text));
