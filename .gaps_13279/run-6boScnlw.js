import { c as usageGraph, s as shortestPath } from "./shortest-path-D_M5NEpA.js";
import { o as support } from "./pauli-uGOqdxwH.js";
import { n as atMost, r as equals, t as atLeast } from "./study-record-DTuekta5.js";
import { a as CHAIN, c as biInvariantStateLength, i as BI_INVARIANT, l as dominates, o as METRICS, r as ALL, s as RING, t as STATES } from "./options-B7TGZMKR.js";
// train/studies/size-and-range/findings.ts
function findings(found, sizes) {
	const most = Math.max(...sizes);
	const ratios = statesOf(found).flatMap((state) => quotient(lengthIn(found, state, CHAIN, most), lengthIn(found, state, ALL, most)) ?? []);
	return {
		title: "Size and range of the allowed operations",
		question: "How do the three metrics of the paper, and others, differ on the same states? (II.A, II.B)",
		answer: `Without bounds every state lies within π/√(2ⁿ⁺¹) of |0…0⟩, ever closer as n grows: in Pauli units the infinite-size metric is trivial. Bounds of size and range lengthen the path and never shorten it. On the chain paths found are at most ${Math.max(...ratios).toFixed(3)} times as long as with all pairs, at n = ${most}.`,
		sections: [
			lengthSection(found, sizes),
			factorSection(found, sizes),
			graphSection(found, most),
			rangeSection(found, most)
		],
		checks: checksOf(found, most),
		verdicts: verdictsOf(most, ratios)
	};
}
const quotient = (a, b) => a === null || b === null ? null : a / b;
const lengthIn = (found, state, metric, n) => found.find((one) => one.state === state && one.metric === metric && one.qubits === n)?.length ?? null;
const statesOf = (found) => [...new Set(found.map(({ state }) => state))];
function checksOf(found, most) {
	return [
		...found.filter(({ path }) => path !== null).map(({ state, qubits, metric, infidelity }) => atMost(`${state}_{${qubits}}, ${metric}: end-point infidelity`, "independent computation", infidelity, 1e-8)),
		...found.map(({ state, qubits, metric, length }) => atLeast(`${state}_{${qubits}}, ${metric}: no shorter than the bi-invariant distance`, "theorem", length, lengthIn(found, state, BI_INVARIANT, qubits), 1e-9)),
		...found.filter(({ state, metric }) => state === "W" && metric === "size ∞, range ∞").map(({ qubits, length }) => equals(`radius √(2/2ⁿ)·π/2, reached by W_{${qubits}}`, "closed form", length, Math.PI / Math.sqrt(2 ** (qubits + 1)), 1e-12)),
		...found.filter(({ qubits, metric }) => metric === "size 3, range ∞" && qubits === 3).map(({ state, length }) => equals(`${state}_{3}, size 3: the bi-invariant distance`, "closed form", length, lengthIn(found, state, BI_INVARIANT, 3), 1e-6)),
		...statesOf(found).flatMap((state) => {
			const [onRing, onChain] = [lengthIn(found, state, RING, most), lengthIn(found, state, CHAIN, most)];
			if (onRing === null || onChain === null) return [];
			return [atLeast(`${state}_{${most}}: the chain is no shorter than the ring`, "theorem", onChain, onRing, 1e-9)];
		})
	];
}
/** @param ratios - lengths on the chain by those with all pairs, of each state of most qubits */
function verdictsOf(most, ratios) {
	return [
		{
			statement: "the infinite-size metric has a finite radius and gives all states similar geometries",
			source: "II.A",
			verdict: "holds",
			because: `its distance is √(2/2ⁿ)·arccos|⟨0|ψ⟩|, at most ${(Math.PI / Math.sqrt(2 ** (most + 1))).toFixed(4)} at n = ${most}: the paper's π/2 of the Fubini–Study metric, times √(2/2ⁿ) in Pauli units`
		},
		{
			statement: "with finite range the geodesic is longer, but only by a polynomial factor",
			source: "II.B",
			verdict: "holds in part",
			because: `longer by ${Math.min(...ratios).toFixed(3)} to ${Math.max(...ratios).toFixed(3)} at n = ${most}; that the factor is polynomial is a theorem on circuits (swaps), and cannot be seen at these sizes`
		},
		{
			statement: "different metrics give different geodesics, hence different networks",
			source: "II.A",
			verdict: "holds",
			because: "the paths to one state spend their time on different pairs and ranges (graphs and table below); the distances from mutual information belong to the state and do not change"
		}
	];
}
function lengthSection(found, sizes) {
	const metrics = [...new Set(found.map(({ metric }) => metric))];
	const states = statesOf(found);
	const rows = sizes.flatMap((n) => states.map((state) => [`${state}_{${n}}`, ...metrics.map((metric) => lengthIn(found, state, metric, n))]));
	const borrowed = found.filter((one) => one.borrowed).map(({ state, qubits, metric }) => `${state}_{${qubits}} in ${metric}`);
	return {
		heading: "Lengths",
		text: `Shortest paths found from |0…0⟩, upper bounds; the first column is exact. Words of one qubit weigh 1. A path of a narrower metric is a path of a wider one: where it was shorter than what the search in the wider one found, it is shown there (${borrowed.length === 0 ? "nowhere" : borrowed.join("; ")}).`,
		exhibits: [{
			kind: "table",
			caption: "Length by state and metric.",
			columns: ["state", ...metrics],
			rows
		}]
	};
}
function factorSection(found, sizes) {
	const states = statesOf(found);
	const factor = (state, n) => quotient(lengthIn(found, state, CHAIN, n), lengthIn(found, state, ALL, n));
	return {
		heading: "What finite range costs",
		text: "Length on the chain divided by that with all pairs. Every gate of two distant qubits takes at most 2(n − 2) swaps of neighbours, so the factor cannot grow faster than n; two points of a curve do not tell a polynomial.",
		exhibits: [{
			kind: "chart",
			caption: "Factor of the chain over all pairs, against the number of qubits.",
			x: {
				label: "qubits",
				kind: "linear"
			},
			y: {
				label: "length on the chain / all-to-all",
				kind: "linear",
				include: [1]
			},
			series: states.map((state) => ({
				name: state,
				mark: "line-and-points",
				points: sizes.map((n) => [n, factor(state, n)])
			}))
		}]
	};
}
function graphSection(found, n) {
	const shown = found.filter(({ state, qubits, path }) => state === found[0].state && qubits === n && path !== null);
	return {
		heading: "Who acts with whom",
		text: `Interaction graphs of the paths to ${found[0].state}_{${n}}. Width of an edge: time spent in words of exactly that pair.`,
		exhibits: shown.slice(0, 6).map(({ metric, path }) => usageGraph(n, path, `${metric}.`))
	};
}
/** Time spent in words by the greatest distance of their qubits along the line. */
function rangeSection(found, n) {
	const rows = found.filter(({ state, qubits, path }) => state === found.at(-1).state && qubits === n && path !== null).map(({ metric, path }) => {
		const spent = new Array(n).fill(0);
		path.words.forEach((word, p) => {
			const sites = support(word);
			const range = sites[sites.length - 1] - sites[0];
			spent[range] = spent[range] + path.velocity.reduce((sum, h) => sum + Math.abs(h[p]), 0) / path.slices;
		});
		const all = spent.reduce((sum, time) => sum + time, 0);
		return {
			metric,
			shares: spent.map((time) => time / all)
		};
	});
	return {
		heading: "At which range",
		text: `Share of the time spent in words by their range on the line, on the paths to ${found.at(-1).state}_{${n}}. Range 0 are words of one qubit.`,
		exhibits: [{
			kind: "heat-map",
			caption: "Share of the time by range. Rows are metrics.",
			quantity: "share of Σ|h|",
			rowsLabel: "metric",
			columnsLabel: "range",
			rows: rows.map(({ metric }) => metric),
			columns: Array.from({ length: n }, (_, r) => String(r)),
			values: rows.map(({ shares }) => shares)
		}]
	};
}
// train/studies/size-and-range/run.ts
/** Carries the study out, part by part. */
function* run({ qubits, states, metrics, slices, starts }, { seed, part }) {
	const found = [];
	const total = qubits.reduce((sum, n) => sum + 4 ** n, 0);
	let done = 0;
	for (const n of qubits) for (const state of states) {
		const psi = STATES[state](n, seed);
		const exact = biInvariantStateLength(psi);
		found.push({
			state,
			qubits: n,
			metric: BI_INVARIANT,
			length: exact,
			infidelity: 0,
			borrowed: false,
			path: null
		});
		for (const metric of metrics) {
			done += 4 ** n / (states.length * metrics.length);
			const name = `${state}_${n}, ${metric}`;
			const search = () => shortestPath(METRICS[metric](n), psi, {
				slices,
				starts,
				seed
			});
			const path = yield* part(name, done / total, search);
			const { length, infidelity } = path;
			found.push({
				state,
				qubits: n,
				metric,
				length,
				infidelity,
				borrowed: false,
				path
			});
		}
	}
	return findings(found.map((one) => bestOf(one, found)), qubits);
}
function bestOf(one, all) {
	const best = all.filter(({ state, qubits, metric, path }) => path !== null && state === one.state && qubits === one.qubits && metric !== one.metric && dominates(metric, one.metric, qubits)).reduce((least, rival) => least === null || rival.length < least.length ? rival : least, null);
	if (one.path === null || best === null || best.length >= one.length) return one;
	return {
		...one,
		length: best.length,
		infidelity: best.infidelity,
		borrowed: true,
		path: best.path
	};
}
export { run };
