import { dt as ShapeError } from "./study-record-DTuekta5.js";
import { i as gaussianState, r as checkSymmetry } from "./gaussian-state-IZmuMQPG.js";
import { r as partsOf } from "./quadratic-hamiltonian-BzGn3bJA.js";
// src/gaussian/correlation.ts
/** @file Gaussian fermion states by their correlations ⟨c†c⟩ and ⟨cc⟩, and back. */
/**
* The fermion state with these correlations, checked. Real numbers lead to a bipartite covariance, which everything
* else is faster with.
*
* @param correlation - C_ij = ⟨c_i†c_j⟩, real symmetric or complex Hermitian, shape (n, n)
* @param anomalous - F_ij = ⟨c_i c_j⟩, antisymmetric; default 0
* @throws {ShapeError | DomainError} wrong shapes or symmetries, numbers that are not finite, no state
*
* Cost O(n³), of the check.
*/
function gaussianOfCorrelation(correlation, anomalous) {
	const n = correlation.rows;
	for (const matrix of [correlation, ...anomalous === void 0 ? [] : [anomalous]]) if (matrix.rows !== n || matrix.cols !== n || n === 0) throw new ShapeError(`gaussianOfCorrelation: n × n matrices required, got ${matrix.rows} × ${matrix.cols}`);
	const [C, c] = partsOf(correlation);
	const [F, f] = anomalous === void 0 ? [null, null] : partsOf(anomalous);
	checkSymmetry("gaussianOfCorrelation: Re C", C, 1);
	checkSymmetry("gaussianOfCorrelation: Im C", c, -1);
	if (F !== null) checkSymmetry("gaussianOfCorrelation: Re F", F, -1);
	if (f !== null) checkSymmetry("gaussianOfCorrelation: Im F", f, -1);
	const size = 2 * n;
	const data = new Float64Array(size * size);
	for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) {
		const at = i * n + j;
		const mixed = 2 * C.data[at] - (i === j ? 1 : 0) + 2 * (F?.data[at] ?? 0);
		data[2 * i * size + 2 * j + 1] = mixed;
		data[(2 * j + 1) * size + 2 * i] = -mixed;
		data[2 * i * size + 2 * j] = 0 - 2 * (c.data[at] + (f?.data[at] ?? 0));
		data[(2 * i + 1) * size + 2 * j + 1] = 0 - 2 * (c.data[at] - (f?.data[at] ?? 0));
	}
	return gaussianState("fermion", {
		rows: size,
		cols: size,
		data
	});
}
export { gaussianOfCorrelation as t };
