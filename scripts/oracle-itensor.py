"""HDF5 files in ITensor's layout, written by h5py: `python3 scripts/oracle-itensor.py` writes test/oracle/itensor.h5.

Julia and ITensor are not needed. The layout is that of the functions HDF5.write in ITensors.jl (ext/ITensorsHDF5Ext: itensor.jl,
indexset.jl, index.jl, tagset.jl; NDTensors/ext/NDTensorsHDF5Ext: dense.jl) and ITensorMPS.jl (ext/ITensorMPSHDF5Ext/mps.jl): groups
with the attributes "type" and "version", numbers column-major, indices identified by id and prime level.

`python3 scripts/oracle-itensor.py FILE` reads a file that the library has written in the same way as those functions read, contracts it,
and prints its amplitudes; `bulkweave export RUN --as h5 --out FILE` writes one.
"""

import sys
from pathlib import Path

import h5py
import numpy as np

TARGET = Path(__file__).resolve().parent.parent / "test" / "oracle" / "itensor.h5"


def typed(parent, name, kind):
    group = parent.create_group(name)
    group.attrs["type"] = np.bytes_(kind)  # of fixed length, as HDF5.jl writes strings
    group.attrs["version"] = np.int64(1)
    return group


def write_index(parent, name, index):
    key, dim, plev, tags = index
    group = typed(parent, name, "Index")
    group["id"], group["dim"], group["dir"], group["plev"] = np.uint64(key), np.int64(dim), np.int64(0), np.int64(plev)
    group.attrs["space_type"] = np.bytes_("Int")
    typed(group, "tags", "TagSet")["tags"] = np.bytes_(tags)


def write_itensor(parent, name, indices, array, storage="storage", paired=False, kind=None):
    group = typed(parent, name, "ITensor")
    inds = typed(group, "inds", "IndexSet")
    inds["length"] = np.int64(len(indices))
    for k, index in enumerate(indices):
        write_index(inds, f"index_{k + 1}", index)
    element = "ComplexF64" if np.iscomplexobj(array) else "Float64"
    store = typed(group, storage, kind or f"Dense{{{element}}}")
    flat = array.reshape(-1, order="F")
    if paired:  # the C++ library
        store["data"] = np.stack([flat.real, flat.imag], axis=1)
        store["data"].attrs["__complex__"] = np.int64(1)
    else:
        store["data"] = flat


def write():
    rng = np.random.default_rng(7)
    random = lambda *shape: rng.normal(size=shape) + 1j * rng.normal(size=shape)
    site = [(2**63 + 11 + k, 2, 0, f"Qubit,Site,n={k + 1}") for k in range(4)]
    link = [(101 + k, d, 0, f"Link,l={k + 1}") for k, d in enumerate((2, 3, 2))]
    tensors = [
        ([link[0], site[0]], random(2, 2)),
        ([site[1], link[0], link[1]], random(2, 2, 3)),
        ([link[2], site[2], link[1]], random(2, 2, 3)),
        ([site[3], link[2]], random(2, 2).real),  # its storage is Dense{Float64}
    ]
    psi = np.einsum("ai,jab,ckb,lc->ijkl", *[array for _, array in tensors])
    norm = np.linalg.norm(psi)
    tensors[0][1][...] /= norm
    psi = psi / norm
    rho = np.einsum("ijkl,mnkl->ijmn", psi, psi.conj())  # of the first two sites
    with h5py.File(TARGET, "w") as file:
        group = typed(file, "psi", "MPS")
        group["length"], group["rlim"], group["llim"] = np.int64(4), np.int64(5), np.int64(0)
        for k, (indices, array) in enumerate(tensors):
            write_itensor(group, f"MPS[{k + 1}]", indices, array)
        file["amplitudes"] = psi
        file["big-endian"] = psi.astype(">c16")
        shuffled = (2, 0, 3, 1)
        write_itensor(file, "T", [site[k] for k in shuffled], psi.transpose(shuffled))
        write_itensor(file, "old", [site[k] for k in shuffled], psi.transpose(shuffled), storage="store", paired=True)
        primed = [(key, dim, 1, tags) for key, dim, _, tags in site]
        write_itensor(file, "rho", [site[1], primed[0], site[0], primed[1]], rho.transpose(3, 0, 2, 1))
        file["density"] = rho.reshape(4, 4)
        write_itensor(file, "sparse", site[:1], np.ones(2), kind="BlockSparse{Float64,Vector{Float64},1}")
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")


def kind_of(group):
    kind = group.attrs["type"]
    return kind if isinstance(kind, str) else kind.decode()


def read_itensor(group):
    assert kind_of(group) == "ITensor" and kind_of(group["inds"]) == "IndexSet" and group.attrs["version"] == 1
    inds = [group["inds"][f"index_{k + 1}"] for k in range(group["inds"]["length"][()])]
    store = group["storage"]
    data = store["data"][()]
    assert kind_of(store) == f"Dense{{{'ComplexF64' if np.iscomplexobj(data) else 'Float64'}}}"
    for index in inds:
        assert kind_of(index) == "Index" and index["id"].dtype == np.uint64 and index["dim"].dtype == np.int64
        assert index.attrs["space_type"] in ("Int", b"Int") and kind_of(index["tags"]) == "TagSet"
    keys = [(int(index["id"][()]), int(index["plev"][()])) for index in inds]
    tags = {key: index["tags"]["tags"][()].decode() for key, index in zip(keys, inds)}
    return keys, data.reshape([int(index["dim"][()]) for index in inds], order="F"), tags


def read(path):
    with h5py.File(path) as file:
        name = next(iter(file))
        group = file[name]
        parts = [group]
        if kind_of(group) == "MPS":
            parts = [group[f"MPS[{k + 1}]"] for k in range(group["length"][()])]
        found = [read_itensor(part) for part in parts]
    letters = {key: k for k, key in enumerate(dict.fromkeys(key for keys, _, _ in found for key in keys))}
    tags = {key: text for _, _, each in found for key, text in each.items()}
    sites = sorted((int(text.split("n=")[1]), letters[key]) for key, text in tags.items() if "n=" in text)
    operands = [part for keys, array, _ in found for part in (array, [letters[key] for key in keys])]
    psi = np.einsum(*operands, [letter for _, letter in sites])
    print(name, np.array2string(psi.reshape(-1), precision=15))


if len(sys.argv) > 1:
    read(sys.argv[1])
else:
    write()
