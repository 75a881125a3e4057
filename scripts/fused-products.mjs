/**
 * A transform for the compiler of AssemblyScript: sums of products of vectors, a + b·c and a − b·c, become relaxed operations, which
 * a processor with fused multiply-adds rounds once instead of twice.
 */

import { NodeKind } from 'assemblyscript';

/** Names of the operations with vectors of float64, of float32, and of the type that is written behind them. */
const VECTORS = ['f64x2', 'f32x4', 'v128'];
const FUSED = { add: 'relaxed_madd', sub: 'relaxed_nmadd' };

/** The name of an operation on two vectors, such as `mul` in `f64x2.mul(x, y)` or `v128.mul<T>(x, y)`, and of their kind. */
function operation(node) {
  if (node?.kind !== NodeKind.Call || node.expression.kind !== NodeKind.PropertyAccess) return {};
  const { expression, property } = node.expression;
  return node.args.length === 2 && VECTORS.includes(expression.text)
    ? { name: property.text, of: expression.text }
    : {};
}

/** Replaces a sum with a product by one operation: add(a, mul(b, c)) by relaxed_madd(b, c, a). */
function fuse(node) {
  const { name, of } = operation(node);
  if (!(name in FUSED)) return;
  const isProduct = (argument) => operation(argument).name === 'mul' && operation(argument).of === of;
  const [a, b] = node.args;
  if (isProduct(b)) node.args = [...b.args, a];
  else if (name === 'add' && isProduct(a)) node.args = [...a.args, b];
  else return;
  node.expression.property.text = FUSED[name];
}

/** Visits every node below a node, innermost first. */
function visit(node) {
  if (Array.isArray(node)) node.forEach(visit);
  else if (node !== null && typeof node === 'object' && 'kind' in node) {
    for (const [name, child] of Object.entries(node)) if (name !== 'range') visit(child);
    fuse(node);
  }
}

export default class FusedProducts {
  afterParse({ sources }) {
    for (const { internalPath, statements } of sources) if (internalPath.startsWith('assembly/')) visit(statements);
  }
}
