"""A training from a cold start: a number of steps of Adam (learning rate 0.02) from the given angles, and the last loss."""

from measure import measure


def train_jax(value_and_gradient, theta, steps):
    """Adam of optax, gradient and update in one compiled step."""
    import jax
    import optax

    adam = optax.adam(0.02)

    @jax.jit
    def step(x, state):
        loss, gradient = value_and_gradient(x)
        updates, state = adam.update(gradient, state)
        return optax.apply_updates(x, updates), state, loss

    def train():
        x, state = theta, adam.init(theta)
        for _ in range(steps):
            x, state, _ = step(x, state)
        return float(step(x, state)[2])

    measure(train, lambda loss: {"loss": loss}, repeat=False)


def train_numpy(value_and_gradient, theta, steps):
    """Adam written out, for libraries that bring gradients only."""
    import numpy as np

    def train():
        x, first, second = theta.copy(), np.zeros_like(theta), np.zeros_like(theta)
        for t in range(1, steps + 1):
            _, gradient = value_and_gradient(x)
            first = 0.9 * first + 0.1 * gradient
            second = 0.999 * second + 0.001 * gradient**2
            x = x - 0.02 * (first / (1 - 0.9**t)) / (np.sqrt(second / (1 - 0.999**t)) + 1e-8)
        return float(value_and_gradient(x)[0])

    measure(train, lambda loss: {"loss": loss}, repeat=False)
