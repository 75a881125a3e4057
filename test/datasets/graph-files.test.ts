import { describe, expect, test } from 'vitest';
import { readEdgeList } from '../../datasets/formats/edge-list.ts';
import { readGraphml } from '../../datasets/formats/graphml.ts';
import { computed } from '../../train/compute/compute.ts';

/** As NetworkX 3 writes it. */
const NETWORKX = `<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
  <key id="d1" for="edge" attr.name="length" attr.type="long" />
  <key id="d0" for="edge" attr.name="weight" attr.type="double" />
  <graph edgedefault="undirected">
    <node id="a" />
    <node id="b" />
    <node id="c &amp; d" />
    <edge source="a" target="b">
      <data key="d0">2.0</data>
      <data key="d1">1</data>
    </edge>
    <edge source="a" target="c &amp; d">
      <data key="d0">3.0</data>
    </edge>
    <edge source="b" target="c &amp; d">
      <data key="d0">1.0</data>
    </edge>
  </graph>
</graphml>`;

const graphml = (keys: string, graph: string, mode = 'undirected'): string =>
  `<graphml>${keys}<graph edgedefault="${mode}"><node id="a"/><node id="b"/>${graph}</graph></graphml>`;
const weight = (value = ''): string => `<key id="w" for="edge" attr.name="weight">${value}</key>`;

describe('GraphML', () => {
  test('edges have their weight, or another attribute that is named', () => {
    expect(readGraphml(NETWORKX, 'g')).toEqual([
      ['a', 'b', 2],
      ['a', 'c & d', 3],
      ['b', 'c & d', 1],
    ]);
    expect(readGraphml(NETWORKX, 'g', 'length')).toEqual([
      ['a', 'b', 1],
      ['a', 'c & d'],
      ['b', 'c & d'],
    ]);
  });

  test('a default of the key holds for edges without a number; without a key there are none', () => {
    expect(readGraphml(graphml(weight('<default>0.5</default>'), '<edge source="a" target="b"/>'), 'g')).toEqual([
      ['a', 'b', 0.5],
    ]);
    expect(readGraphml(graphml('', '<edge source="a" target="b"/>'), 'g')).toEqual([['a', 'b']]);
    const prefixed =
      '<g:graphml xmlns:g="x"><g:graph><g:node id="a"/><g:edge source="a" target="a"/></g:graph></g:graphml>';
    expect(readGraphml(prefixed, 'g')).toEqual([['a', 'a']]);
  });

  test('what is wrong is told at once', () => {
    const edges = `<edge source="a" target="z"/><edge source="a" target="b" directed="true"/>
      <edge source="a" target="b"><data key="w">-1</data></edge><hyperedge/>`;
    expect(() => readGraphml(graphml(weight(), edges), 'g')).toThrow(
      'g: edges between two nodes required, got hyperedges\n' +
        "g: edge 1: nodes of the graph required, got 'z'\n" +
        'g: edge 2: an undirected edge required, got a directed one\n' +
        "g: edge 3: a number ≥ 0 required, got '-1'",
    );
    expect(() => readGraphml(graphml('', '<edge source="a" target="b"/>', 'directed'), 'g')).toThrow('a directed one');
    expect(() => readGraphml(graphml('', ''), 'g')).toThrow('g: at least one edge required, got none');
    expect(() => readGraphml(NETWORKX, 'g', 'area')).toThrow(
      "one of the attributes 'length', 'weight' of edges required",
    );
    expect(() => readGraphml('<graphml>\n<graph></graphml>', 'g')).toThrow(/^g:2:\d+: XML required/);
    expect(() => readGraphml('<svg/>', 'g')).toThrow('one <graph> in <graphml> required, got <svg>');
  });

  test('entities that a file declares itself are not expanded', () => {
    const bomb = '<!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><graphml><graph>&b;</graph></graphml>';
    expect(() => readGraphml(bomb, 'g')).toThrow(
      'text or one of &lt; &gt; &amp; &quot; &apos; required, got the entity &b;; entities that a file declares are not read',
    );
  });
});

describe('lists of edges', () => {
  test('with blanks, commas, comments, a line of names, and the dictionaries of NetworkX', () => {
    const text = "# a graph\na b 2.5 # strong\n\nb\tc\nc, d, 0.5\r\nd a {'weight': 3.0, 'length': 2}\ne a {}\n";
    expect(readEdgeList(text, 'g')).toEqual([
      ['a', 'b', 2.5],
      ['b', 'c'],
      ['c', 'd', 0.5],
      ['d', 'a', 3],
      ['e', 'a'],
    ]);
    expect(readEdgeList('Source;Target;Weight\n0;1;2\n', 'g')).toEqual([['0', '1', 2]]);
  });

  test('every mistake is told by its line', () => {
    expect(() => readEdgeList('a\na b c\na b 1 2\na b -1', 'g.txt')).toThrow(
      "g.txt:1: two nodes and at most a number required, got 'a'\n" +
        "g.txt:2: a number ≥ 0 required, got 'c'\n" +
        "g.txt:3: two nodes and at most a number required, got 'a b 1 2'\n" +
        "g.txt:4: a number ≥ 0 required, got '-1'",
    );
    expect(() => readEdgeList('# none\n', 'g.txt')).toThrow("a line 'from to number' for each edge required, got none");
  });
});

describe('requests', () => {
  const contents: Readonly<Record<string, string>> = {
    'g.graphml': NETWORKX,
    'g.edges': 'a b 2\nb c 1\na c 3\n',
    'cycle.csv': 'source,target\n1,2\n2,3\n3,4\n4,5\n5,6\n6,1\n',
  };
  const context = { read: (path: string) => new TextEncoder().encode(contents[path]) };

  test('the minimal cut of a graph in a file is that of its edges', async () => {
    const cut = async (graph: unknown, to: string) =>
      (await computed({ request: 'cut', graph, between: ['a', to] }, context)).result;
    expect(await cut('g.graphml', 'c & d')).toMatchObject({ area: 4 }); // 3 + min(2, 1)
    expect(await cut('g.edges', 'c')).toMatchObject({ area: 4 });
    expect(await cut({ file: 'g.graphml', weight: 'length' }, 'c & d')).toMatchObject({ area: 2 });
  });

  test('a hexagon has no curvature', async () => {
    const { result } = await computed({ request: 'graph-curvature', graph: 'cycle.csv' }, context);
    expect((result as { mean: number }).mean).toBeCloseTo(0, 12);
  });

  test('a key that only GraphML has is refused elsewhere', async () => {
    const asked = computed({ request: 'graph-curvature', graph: { file: 'cycle.csv', weight: 'w' } }, context);
    await expect(asked).rejects.toThrow('cycle.csv: a .graphml file required for the key weight');
  });
});
