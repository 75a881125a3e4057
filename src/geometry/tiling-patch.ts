/** @file A patch of a tiling while it grows: tiles are glued to its open sides, and full vertices zip their sides up. */

/**
 * A patch of p-gons. Side k of tile t has the number t·p + k; the open sides form a ring, counter-clockwise. Vertices
 * that turned out to be the same are joined as in union–find; what is said of a vertex is said of its root.
 */
export interface Patch {
  readonly p: number;
  readonly q: number;
  /** Ring of each tile. */
  readonly layer: number[];
  /** The vertex at which each side begins, and the tile that it belongs to. */
  readonly start: number[];
  readonly tile: number[];
  /** The open side after and before each open side; −1 for one that is not open. */
  readonly next: number[];
  readonly previous: number[];
  /** The side of the other tile on the same edge; −1 for none. */
  readonly twin: number[];
  readonly parent: number[];
  /** Tiles at each vertex. */
  readonly count: number[];
  /** The open side that begins at a vertex of the boundary. */
  readonly out: number[];
}

/** A single tile. */
export function emptyPatch(p: number, q: number): Patch {
  const patch: Patch = {
    p,
    q,
    layer: [],
    start: [],
    tile: [],
    next: [],
    previous: [],
    twin: [],
    parent: [],
    count: [],
    out: [],
  };
  const vertices = Array.from({ length: p }, () => newVertex(patch));
  const sides = addTile(patch, vertices, 0);
  for (let k = 0; k < p; k++) link(patch, sides[k]!, sides[(k + 1) % p]!);
  return patch;
}

/** The vertex that a number stands for. */
export function vertexOf({ parent }: Patch, vertex: number): number {
  let root = vertex;
  while (parent[root] !== root) root = parent[root]!;
  for (let v = vertex; v !== root; ) [v, parent[v]] = [parent[v]!, root];
  return root;
}

/**
 * Glues a new tile to an open side a → b. Its side 0 runs b → a, the others take the place of the open side. Then
 * vertices that have their q tiles are closed.
 */
export function glued(patch: Patch, side: number, layer: number): void {
  const { p, next, previous, twin } = patch;
  const [before, after] = [previous[side]!, next[side]!];
  const a = vertexOf(patch, patch.start[side]!);
  const b = vertexOf(patch, patch.start[after]!);
  const corners = [b, a, ...Array.from({ length: p - 2 }, () => newVertex(patch))];
  const sides = addTile(patch, corners, layer);
  twin[side] = sides[0]!;
  twin[sides[0]!] = side;
  close(patch, side);
  for (let k = 0; k < p; k++) link(patch, k === 0 ? before : sides[k]!, sides[k + 1] ?? after);
  zip(patch, a);
  zip(patch, b);
}

/** Numbers of the edges by side, in the order of the sides. */
export function patchEdges({ twin }: Patch): readonly number[] {
  const edgeOf: number[] = [];
  let edges = 0;
  twin.forEach((other, side) => {
    edgeOf.push(other !== -1 && other < side ? edgeOf[other]! : edges++);
  });
  return edgeOf;
}

function newVertex({ parent, count, out }: Patch): number {
  parent.push(parent.length);
  count.push(0);
  out.push(-1);
  return parent.length - 1;
}

function addTile(patch: Patch, corners: readonly number[], layer: number): readonly number[] {
  const { start, tile, next, previous, twin, count } = patch;
  const first = start.length;
  corners.forEach((vertex) => {
    start.push(vertex);
    tile.push(patch.layer.length);
    next.push(-1);
    previous.push(-1);
    twin.push(-1);
    count[vertex] = count[vertex]! + 1;
  });
  patch.layer.push(layer);
  return corners.map((_, k) => first + k);
}

/** Puts two open sides behind each other. */
function link(patch: Patch, side: number, after: number): void {
  patch.next[side] = after;
  patch.previous[after] = side;
  patch.out[vertexOf(patch, patch.start[after]!)] = after;
}

function close({ next, previous }: Patch, side: number): void {
  next[side] = -1;
  previous[side] = -1;
}

/** If the vertex has q tiles, its two open sides x → v → y are one, and x and y the same vertex; and so on there. */
function zip(patch: Patch, vertex: number): void {
  const { q, start, next, previous, twin, parent, count, out } = patch;
  for (let v = vertexOf(patch, vertex); count[v] === q && out[v] !== -1; ) {
    const outward = out[v]!;
    const inward = previous[outward]!;
    const [before, after] = [previous[inward]!, next[outward]!];
    const x = vertexOf(patch, start[inward]!);
    const y = vertexOf(patch, start[after]!);
    twin[outward] = inward;
    twin[inward] = outward;
    close(patch, outward);
    close(patch, inward);
    out[v] = -1;
    parent[y] = x;
    count[x] = count[x]! + count[y]!;
    link(patch, before, after);
    v = x;
  }
}
