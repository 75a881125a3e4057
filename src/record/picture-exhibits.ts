/** @file Exhibits of a study that are pictures: bitmaps, and grids that change shape. */

/** Small pictures of one size in rows, such as samples of a model. */
export interface PicturesExhibit {
  readonly kind: 'pictures';
  readonly caption: string;
  /** Pixels down and across. */
  readonly rows: number;
  readonly columns: number;
  readonly groups: readonly PictureGroup[];
}

/** Pictures beside each other under one name. */
export interface PictureGroup {
  readonly name: string;
  /** Ink of every pixel from 0 (paper) to 1, row by row. */
  readonly pictures: readonly (readonly number[])[];
  /** Pixels that were given and are tinted. */
  readonly given?: readonly number[];
}

/** Things that change shape, side by side at several times: grids that are warped, over pictures or not. */
export interface MorphExhibit {
  readonly kind: 'morph';
  readonly caption: string;
  readonly rows: readonly MorphRow[];
}

/** One thing at its times, in a frame that does not move. */
export interface MorphRow {
  readonly name: string;
  /** What every frame shows of the plane: least x and y, greatest x and y; y grows downwards. */
  readonly window: readonly [left: number, top: number, right: number, bottom: number];
  readonly frames: readonly MorphFrame[];
}

export interface MorphFrame {
  /** 't = 0.5'. */
  readonly name: string;
  /** Broken lines of the grid, or outlines. */
  readonly lines: readonly MorphLine[];
  /** Points to be seen; numbered ones are coloured from the first to the last. */
  readonly points?: readonly (readonly [x: number, y: number])[];
  /** A picture that fills the window: ink of every pixel from 0 (paper) to 1, row by row. */
  readonly picture?: { readonly rows: number; readonly columns: number; readonly ink: readonly number[] };
}

export interface MorphLine {
  readonly mark: 'grid' | 'outline' | 'target';
  readonly points: readonly (readonly [x: number, y: number])[];
}
