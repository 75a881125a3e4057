/** @file Stabiliser codes that every textbook has. */

import type { StabiliserGroup } from './stabiliser-group.ts';
import { stabiliserGroupOfWords } from './stabiliser-words.ts';

/**
 * The five-qubit code [[5, 1, 3]]. With its reference it is a perfect tensor of six legs: `encodingState(fiveQubitCode())`
 * has 3 ln 2 between any three legs and the others.
 *
 * @see Laflamme, Miquel, Paz & Zurek, arXiv:quant-ph/9602019; Pastawski, Yoshida, Harlow & Preskill, arXiv:1503.06237
 */
export function fiveQubitCode(): StabiliserGroup {
  return stabiliserGroupOfWords(['XZZXI', 'IXZZX', 'XIXZZ', 'ZXIXZ']);
}

/** The seven-qubit code [[7, 1, 3]], on the seven points of the Fano plane. @see Steane, Proc. R. Soc. A 452, 2551 (1996) */
export function steaneCode(): StabiliserGroup {
  const words = ['IIIXXXX', 'IXXIIXX', 'XIXIXIX'];
  return stabiliserGroupOfWords([...words, ...words.map((word) => word.replaceAll('X', 'Z'))]);
}

/** The four-qubit code [[4, 2, 2]], which detects one error. @see Vaidman, Goldenberg & Wiesner, arXiv:quant-ph/9603031 */
export function fourQubitCode(): StabiliserGroup {
  return stabiliserGroupOfWords(['XXXX', 'ZZZZ']);
}
