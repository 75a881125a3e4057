/** The site: the pages of docs in an order for reading, and the reference made from the docstrings. */

import { defineConfig } from 'vitepress';

const page = (text: string, link: string) => ({ text, link: `/${link}` });

export default defineConfig({
  title: 'bulkweave',
  description: 'Spacetime as the optimal generative network of quantum states, as something one can run',
  cleanUrls: false,
  lastUpdated: false,
  // e^{−iHt} in the text is a formula, not a list of attributes.
  markdown: { attrs: { disable: true } },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [page('Begin', 'index'), page('Experiments', 'experiments'), page('Reference', 'reference/index')],
    sidebar: [
      {
        text: 'Tutorials',
        items: [
          page('Your own state', 'tutorials/own-state'),
          page('Your own Hamiltonian', 'tutorials/own-hamiltonian'),
          page('Your own circuit', 'tutorials/own-circuit'),
          page('From Python', 'tutorials/python-first-steps'),
          page('In TensorFlow.js', 'tensorflow'),
          page('In a browser', 'playground'),
          page('On a cluster', 'sweeps'),
          page('Choosing metric, model, optimiser', 'choosing'),
        ],
      },
      {
        text: 'Using it',
        items: [
          page('Runs', 'runs'),
          page('One quantity at a time', 'compute'),
          page('The package for Python', 'python'),
          page('The report', 'report'),
          page('Learning from data', 'data'),
          page('Files', 'files'),
          page('OpenQASM', 'open-qasm'),
        ],
      },
      {
        text: 'The paper',
        items: [
          page('Experiments and verdicts', 'experiments'),
          page('Dictionary', 'dictionary'),
          page('Conventions', 'conventions'),
        ],
      },
      {
        text: 'Optimal networks',
        items: [
          page('Geodesics', 'geodesics'),
          page('Sectors of symmetric states', 'symmetric-geodesics'),
          page('Gaussian geodesics', 'gaussian-geodesics'),
          page('Lower bounds', 'lower-bounds'),
          page('Learned network and geodesic', 'comparison'),
          page('Chains', 'chains'),
          page('Circuits of 20 to 50 qubits', 'matrix-product-paths'),
          page('Structure', 'structure'),
          page('Time-optimal control', 'time-optimal-control'),
          page('Exact discrete complexity', 'discrete-complexity'),
        ],
      },
      {
        text: 'Geometry',
        items: [
          page('Fisher information', 'fisher'),
          page('Holography', 'holography'),
          page('Has a state a geometry?', 'has-geometry'),
          page('Holographic codes', 'holographic-codes'),
          page('Tilings', 'tilings'),
          page('Random networks', 'random-networks'),
          page('Entanglement features', 'entanglement-features'),
          page('Exact holographic mapping', 'exact-holographic-mapping'),
          page('Critical chains by MERA', 'mera'),
          page('Continuous MERA', 'continuous-mera'),
          page('Sum over networks', 'path-integral'),
          page('Optimised path integrals', 'path-integral-optimisation'),
          page('Gravity', 'gravity'),
          page('Gravity equation', 'gravity-equation'),
          page('Anti-de Sitter space', 'anti-de-sitter'),
          page('Pictures and states by shooting', 'shooting'),
          page('Spin networks and spin foams', 'spin-networks'),
          page('Regge calculus and computations', 'computational-universe'),
        ],
      },
      {
        text: 'Engine',
        items: [
          page('Architecture', 'architecture'),
          page('Engine', 'engine'),
          page('Contraction', 'contraction'),
          page('Decompositions', 'decompositions'),
          page('Gaussian states', 'gaussian'),
          page('Stabilisers', 'stabilisers'),
          page('Benchmarks', 'benchmarks'),
          page('Development', 'development'),
          page('Status and limits', 'status'),
        ],
      },
      { text: 'Reference', items: [page('Library', 'reference/index')] },
    ],
  },
});
