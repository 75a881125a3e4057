"""Negative log-likelihood of rows under the Born machine of a real chain, and its gradient, in plain PyTorch: environments of the
batch and of the norm, rescaled at every site."""

from measure import arguments, array, measure

import torch

given = arguments()
n, bond, count = given["sites"], given["bond"], given["count"]
tensors = torch.tensor(array("tensors", n, bond, 2, bond), requires_grad=True)
rows = torch.tensor(array("rows", count, n)).long()


def step():
    tensors.grad = None
    left = torch.zeros(count, bond, dtype=torch.float64)
    left[:, 0] = 1
    gram = torch.zeros(bond, bond, dtype=torch.float64)
    gram[0, 0] = 1
    logs = torch.zeros(count, dtype=torch.float64)
    log_norm = torch.zeros((), dtype=torch.float64)
    for k in range(n):
        a = tensors[k]
        both = (left @ a.reshape(bond, 2 * bond)).reshape(count, 2, bond)
        left = both[torch.arange(count), rows[:, k]]
        scale = left.detach().abs().amax(1, keepdim=True)
        left = left / scale
        logs = logs + scale[:, 0].log()
        gram = torch.einsum("ab,asc,bsd->cd", gram, a, a)
        trace = gram.detach().diagonal().sum()
        gram = gram / trace
        log_norm = log_norm + trace.log()
    loss = -(2 * (left[:, 0].abs().log() + logs)).mean() + log_norm + gram[0, 0].log()
    loss.backward()
    return loss


measure(step, lambda loss: {"loss": loss.item(), "gradient": tensors.grad.norm().item()})
