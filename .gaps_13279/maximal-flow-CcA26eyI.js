// src/geometry/maximal-flow.ts
/** Capacities are sums of logarithms of integers; smaller differences are rounding. */
const ROUNDING = 1e-12;
/**
* A maximal flow of entanglement from some open legs to all others.
*
* @param inside - the open legs of the region
*
* By Dinic's maximal flow, O(nodes² · legs) at worst, near linear for the networks here.
*
* @see Dinic, Soviet Math. Dokl. 11, 1277 (1970)
*/
function maximalFlow(graph, inside) {
	const index = new Map(graph.nodes.map(({ id }, k) => [id, k]));
	const source = graph.nodes.length;
	const sink = source + 1;
	const network = flowNetwork(sink + 1);
	for (const { leg, from, to, capacity } of graph.edges) {
		const other = to !== null ? index.get(to) : inside.has(leg) ? source : sink;
		addEdge(network, index.get(from), other, capacity);
	}
	maximise(network, source, sink);
	const reached = levels(network, source).map((level) => level >= 0);
	const { target, residual } = network;
	const flows = graph.edges.map((_, edge) => (residual[2 * edge + 1] - residual[2 * edge]) / 2);
	return {
		flows,
		total: graph.edges.reduce((sum, { to, leg }, k) => to === null && inside.has(leg) ? sum - flows[k] : sum, 0),
		near: reached.slice(0, source),
		crossed: graph.edges.map((_, edge) => reached[target[2 * edge]] !== reached[target[2 * edge + 1]])
	};
}
function flowNetwork(nodes) {
	return {
		edgesAt: Array.from({ length: nodes }, () => []),
		target: [],
		residual: []
	};
}
/** An undirected edge. */
function addEdge({ edgesAt, target, residual }, a, b, capacity) {
	edgesAt[a].push(target.length);
	edgesAt[b].push(target.length + 1);
	target.push(b, a);
	residual.push(capacity, capacity);
}
/** Distance of every node from the start along edges that are not full; −1 where none leads. */
function levels({ edgesAt, target, residual }, start) {
	const level = new Array(edgesAt.length).fill(-1);
	level[start] = 0;
	const queue = [start];
	for (const node of queue) for (const edge of edgesAt[node]) {
		const next = target[edge];
		if (residual[edge] <= 1e-12 || level[next] >= 0) continue;
		level[next] = level[node] + 1;
		queue.push(next);
	}
	return level;
}
/** Saturates shortest paths until none is left. */
function maximise(flow, source, sink) {
	const { edgesAt, target, residual } = flow;
	for (;;) {
		const level = levels(flow, source);
		if (level[sink] < 0) return;
		const next = new Array(edgesAt.length).fill(0);
		const push = (node, amount) => {
			if (node === sink) return amount;
			for (; next[node] < edgesAt[node].length; next[node]++) {
				const edge = edgesAt[node][next[node]];
				const to = target[edge];
				if (residual[edge] <= 1e-12 || level[to] !== level[node] + 1) continue;
				const pushed = push(to, Math.min(amount, residual[edge]));
				if (pushed <= 0) continue;
				residual[edge] = residual[edge] - pushed;
				residual[edge ^ 1] = residual[edge ^ 1] + pushed;
				return pushed;
			}
			return 0;
		};
		while (push(source, Infinity) > 0);
	}
}
export { maximalFlow as n, ROUNDING as t };
