/** A value, and in words what had to be left out of it and why. */
export interface Noted<Value> {
  readonly value: Value;
  readonly notes: readonly string[];
}
