/** @file A picture and what the network makes of it, side by side. */

import { bitmapUri } from '../drawing/bitmap.ts';
import { figure, figures, paragraph, section } from '../drawing/figure.ts';
import { element } from '../drawing/markup.ts';
import { significant } from '../number-format.ts';
import type { PictureRecord } from '../record/likeness-record.ts';

/** The section on a picture: the target's amplitudes and the generated ones as grey values. */
export function pictureSection({ rows, columns, target, generated }: PictureRecord): string {
  const white = target.reduce((greatest, value) => Math.max(greatest, value), 0) || 1;
  const image = (values: readonly number[], alt: string): string =>
    element('img', {
      src: bitmapUri(
        rows,
        columns,
        values.map((value) => value / white),
      ),
      alt,
      class: 'pixels',
      width: 320,
      height: Math.round((320 * rows) / columns),
    });
  const error = Math.sqrt(target.reduce((sum, value, k) => sum + (value - generated[k]!) ** 2, 0) / target.length);
  return section(
    'The picture',
    paragraph(
      `An image is a state, and the network that generates it is a generative network of images: ${rows} × ${columns} pixels ` +
        `are the amplitudes. Root-mean-square error of a pixel: ${significant((100 * error) / white)} % of white.`,
    ),
    figures(
      figure(image(target, 'the target picture'), 'Target. The picture that was given.'),
      figure(
        image(generated, 'the generated picture'),
        'Generated. The moduli of the amplitudes of the trained network.',
      ),
    ),
  );
}
