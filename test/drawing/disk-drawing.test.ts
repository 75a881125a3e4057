import { describe, expect, test } from 'vitest';
import { diskDrawing } from '../../src/drawing/disk-drawing.ts';
import { minimalCut } from '../../src/geometry/minimal-cut.ts';
import { tiling } from '../../src/geometry/tiling.ts';
import { tilingGraph } from '../../src/geometry/tiling-graph.ts';
import type { DiskExhibit } from '../../src/record/study-record.ts';
import { tilingDisk } from '../../src/record/tiling-disk.ts';
import { brokenNumbers, elementsOf } from './well-formed.ts';

const head = { kind: 'disk', caption: 'Disk.' } as const;
/** The arcs 'A r r …' and lines of all paths of a colour. */
const paths = (svg: string, colour: string): string =>
  elementsOf(svg)
    .filter(({ name, attributes }) => name === 'path' && attributes.stroke?.includes(colour))
    .map(({ attributes }) => attributes.d)
    .join('');

describe('the hyperbolic plane as a disk', () => {
  test('has circles that meet the edge at right angles as its straight lines, and diameters', () => {
    const line = (places: DiskExhibit['places']): string =>
      paths(
        diskDrawing({ ...head, places, lines: [{ name: 'line', mark: 'thick', segments: [[0, 1]] }] }),
        'vermilion',
      );
    // From (r, 0) to (0, r): centre (c, c) with 2cr = 1 + r², radius √(2c² − 1); it bulges towards the centre.
    const [r, pixels] = [0.8, 186]; // 186·0.8 = 148.8
    const c = (1 + r * r) / (2 * r);
    const radius = Math.round(100 * pixels * Math.sqrt(2 * c * c - 1)) / 100;
    const [x, y] = [205, 208];
    expect(
      line([
        [r, 0],
        [0, r],
      ]),
    ).toBe(`M353.8 ${y}A${radius} ${radius} 0 0 1 ${x} 59.2`);
    expect(
      line([
        [0, r],
        [r, 0],
      ]),
    ).toContain(' 0 0 0 ');
    expect(
      line([
        [-r, 0],
        [r, 0],
      ]),
    ).toBe(`M56.2 ${y}L353.8 ${y}`);
  });

  test('draws a tiling of 995 legs with few strokes, the cut along sides and the region around', () => {
    const patch = tiling(5, 4, { layers: 5 });
    const graph = tilingGraph(patch);
    const sites = Array.from({ length: 300 }, (_, k) => k);
    const { legs, wedge } = minimalCut(graph, sites);
    const exhibit = tilingDisk(patch, {
      caption: 'Cut.',
      regions: [{ name: 'region', sites }],
      wedges: [{ name: 'wedge', nodes: wedge }],
      cuts: [{ name: 'cut', legs }],
    });
    expect(exhibit.tiles!.length).toBe(441);
    expect(exhibit.legs!.length).toBe(995);
    expect(exhibit.shades![0]!.tiles.length).toBe(wedge.length);
    expect(exhibit.lines![0]!.segments.length).toBe(legs.length);
    // The cut is one path through the patch: two of its sides meet at every place but the two ends.
    const uses = new Map<number, number>();
    for (const end of exhibit.lines![0]!.segments.flat()) uses.set(end, (uses.get(end) ?? 0) + 1);
    expect([...uses.values()].filter((count) => count === 1).length).toBe(2);
    const svg = diskDrawing(exhibit);
    expect(brokenNumbers(svg)).toEqual([]);
    expect(elementsOf(svg).length).toBeLessThan(40);
    expect(svg.length).toBeLessThan(150_000);
    for (const name of ['region', 'wedge', 'cut']) expect(svg).toContain(`>${name}<`);
    const sidesDrawn = (paths(svg, 'muted').match(/M/g) ?? []).length;
    expect(sidesDrawn).toBe(patch.edges.length + 995 - 300); // each side once, and the legs outside the region
  });

  test('shows a tile of several sets in the last, and a region of all legs as a circle', () => {
    const patch = tiling(5, 4, { layers: 1 });
    const exhibit = tilingDisk(patch, {
      caption: 'Wedges.',
      regions: [{ name: 'all', sites: Array.from({ length: 20 }, (_, k) => k) }],
      wedges: [
        { name: 'large', nodes: ['tile 0', 'tile 1', 'elsewhere'] },
        { name: 'small', nodes: ['tile 1'] },
      ],
    });
    expect(exhibit.shades!.map(({ tiles }) => tiles)).toEqual([[0, 1], [1]]);
    const svg = diskDrawing(exhibit);
    const filled = elementsOf(svg).filter(({ attributes }) => attributes['fill-opacity'] !== undefined);
    const polygons = filled.flatMap(({ attributes }) => (attributes.d === undefined ? [] : [attributes.d]));
    expect(polygons.map((d) => d.match(/Z/g)?.length)).toEqual([1, 1]);
    expect(
      elementsOf(svg)
        .filter(({ attributes }) => attributes['stroke-width'] === '5')
        .map(({ name }) => name),
    ).toEqual(['circle']);
  });

  test('draws a domain wall in the widths of its weights, and points with their names', () => {
    const patch = tiling(5, 4, { layers: 1 });
    const wall = { name: 'wall', weights: { 'bond 0': 1, 'bond 1': 0.5, 'bond 2': 0, nowhere: 1 } };
    const svg = diskDrawing(tilingDisk(patch, { caption: 'Wall.', wall }));
    const widths = elementsOf(svg).flatMap(({ name, attributes }) =>
      name === 'path' && attributes.stroke === undefined ? [attributes['stroke-width']] : [],
    );
    expect(widths).toEqual(['7', '3.5']);
    const points = [0, 1, 2].map((at) => ({ at, name: `p${at}` }));
    const drawn = diskDrawing({
      ...head,
      places: [
        [0, 0],
        [0.5, 0],
        [0.5, 0.001],
      ],
      points,
      rings: [{ distance: Math.log(3), name: 'one' }],
    });
    expect(drawn).toContain('>p0<');
    expect(drawn).toContain('>p1, p2<'); // on top of each other
    expect(elementsOf(drawn).some(({ attributes }) => attributes.r === '93')).toBe(true); // tanh(ln(3)/2) = ½
    expect(brokenNumbers(drawn)).toEqual([]);
  });
});
