/** @file How networks are laid out, and what that means. */

/**
 * How a network is laid out: in layers below the boundary, as a rectangle, as a chain in rows, in a disc inside the
 * boundary, or by its bonds alone.
 */
export type LayoutShape = 'layers' | 'grid' | 'rows' | 'disc' | 'free';

/** The meaning of the places in a layout, for the caption of its drawing. */
export const LAYOUT_PHRASES: Readonly<Record<LayoutShape, string>> = {
  layers: 'The boundary is on top, depth runs downwards.',
  grid: 'Each tensor is at its place in the rectangle; the leg of its site points up to the left.',
  rows: 'The chain runs to the right and to the left by turns; the leg of each site points up to the left.',
  disc: 'The boundary runs round the edge, depth inwards.',
  free: 'The places mean nothing: they are chosen so that every bond can be seen.',
};
