/** An angle in radians. */
export type Radians = number;
/** An entropy in nats (natural logarithm). */
export type Nats = number;
