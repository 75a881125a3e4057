"""Negative log-likelihood of rows under the Born machine of a real chain, and its gradient, by TensorKrowch's MPS; the norm by
transfer matrices in PyTorch."""

from measure import arguments, array, measure

import tensorkrowch as tk
import torch

torch.set_default_dtype(torch.float64)
given = arguments()
n, bond, count = given["sites"], given["bond"], given["count"]
tensors = torch.tensor(array("tensors", n, bond, 2, bond))
rows = torch.tensor(array("rows", count, n)).long()
end = torch.zeros(bond)
end[0] = 1
mps = tk.models.MPS(n_features=n, phys_dim=2, bond_dim=bond, boundary="obc")
mps.left_node.tensor = end.clone()
mps.right_node.tensor = end.clone()
for k, node in enumerate(mps.mats_env):
    node.tensor = tensors[k].clone()
data = torch.nn.functional.one_hot(rows, 2).double()


def step():
    mps.zero_grad()
    amplitudes = mps(data)
    gram = torch.outer(end, end)
    log_norm = torch.zeros(())
    for node in mps.mats_env:
        gram = torch.einsum("ab,asc,bsd->cd", gram, node.tensor, node.tensor)
        trace = gram.detach().diagonal().sum()
        gram = gram / trace
        log_norm = log_norm + trace.log()
    loss = -(amplitudes**2).log().mean() + log_norm + gram[0, 0].log()
    loss.backward()
    return loss


def gradient():
    return torch.sqrt(sum((node.grad**2).sum() for node in mps.mats_env)).item()


measure(step, lambda loss: {"loss": loss.item(), "gradient": gradient()})
