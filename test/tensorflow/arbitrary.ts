import fc from 'fast-check';
import type { Circuit, Rotation } from '../../src/circuit/circuit.ts';
import type { NetworkNode, TensorNetwork } from '../../src/network/tensor-network.ts';

const angle = fc.double({ min: -3, max: 3, noNaN: true });

/** A random circuit with constant, free, shared and scaled angles, on |0…0⟩ or a product state, and a θ for it. */
export const circuitAtPoint: fc.Arbitrary<{ circuit: Circuit; theta: Float64Array }> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([qubits, parameters]) => {
    const word = fc.string({ unit: fc.constantFrom('I', 'X', 'Y', 'Z'), minLength: qubits, maxLength: qubits });
    const reference = fc.array(fc.record({ polar: angle, azimuth: angle }), { minLength: qubits, maxLength: qubits });
    const parameter = fc.integer({ min: 0, max: parameters - 1 });
    const rotation: fc.Arbitrary<Rotation> = fc.record({
      word,
      angle: fc.oneof(angle, fc.record({ parameter }), fc.record({ parameter, scale: fc.constantFrom(-1, 0.5, 2) })),
    });
    return fc.record({
      circuit: fc.record(
        {
          kind: fc.constant('circuit' as const),
          qubits: fc.constant(qubits),
          parameters: fc.constant(parameters),
          gates: fc.array(rotation, { minLength: 1, maxLength: 10 }),
          reference,
        },
        { requiredKeys: ['kind', 'qubits', 'parameters', 'gates'] },
      ) as fc.Arbitrary<Circuit>,
      theta: pointOf(parameters),
    });
  });

/** θ with entries in (−3, 3) that are float32 values, so that both precisions see the same point. */
export function pointOf(parameters: number): fc.Arbitrary<Float64Array> {
  return fc
    .array(angle, { minLength: parameters, maxLength: parameters })
    .map((values) => Float64Array.from(values, Math.fround));
}

/** A closed ring of free tensors with rotations on three of its sites and a constant on the last: every axis is moved. */
export const ring: TensorNetwork = (() => {
  const sites = 4;
  const bonds = [2, 3, 1, 2];
  const dimensions: Record<string, number> = { out: 2, far: 2, end: 2, hidden: 2 };
  const nodes: NetworkNode[] = [];
  let offset = 2;
  for (let site = 0; site < sites; site++) {
    const [left, right] = [bonds[(site + sites - 1) % sites]!, bonds[site]!];
    dimensions[`bond${site}`] = right;
    dimensions[`site${site}`] = 2;
    nodes.push({
      id: `tensor${site}`,
      legs: [`bond${site}`, `site${site}`, `bond${(site + sites - 1) % sites}`],
      tensor: { kind: 'free', offset },
    });
    offset += 2 * left * right * 2;
  }
  nodes.push({
    id: 'gate',
    legs: ['out', 'hidden', 'site0', 'site1'],
    tensor: { kind: 'rotation', word: 'XY', angle: { parameter: 0, scale: 2 } },
  });
  nodes.push({
    id: 'phase',
    legs: ['far', 'site2'],
    tensor: { kind: 'rotation', word: 'X', angle: { parameter: 1 } },
  });
  nodes.push({
    id: 'constant',
    legs: ['site3', 'end'],
    tensor: { kind: 'constant', interleaved: [1, 0.5, 0, -1, 0.25, 0, 2, 1] },
  });
  return {
    kind: 'network',
    parameters: offset,
    dimensions,
    nodes,
    boundary: ['end', 'out', 'far'],
    bulk: [],
    environment: ['hidden'],
  };
})();
