"""What comes back: objects with attributes, arrays and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

import numpy as np
import numpy.typing as npt

#: Columns by name, as ``pandas.DataFrame`` takes them.
Table = dict[str, Any]


class Fields(Mapping[str, Any]):
    """A JSON object whose members are attributes, too: ``answer.length`` is ``answer["length"]``.

    Lists of numbers are arrays: float64 (NaN where there is none), or int64 for whole numbers.
    """

    def __init__(self, members: Mapping[str, Any]) -> None:
        self._members = dict(members)

    def __getitem__(self, key: str) -> Any:
        return self._members[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_") and name in self._members:
            return self._members[name]
        raise AttributeError(f"{type(self).__name__} has no field {name!r}; it has {list(self)}")

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._members]

    def __repr__(self) -> str:
        lines = (f"  {key}: {_brief(value)}" for key, value in self.items())
        return "\n".join([type(self).__name__, *lines])

    @property
    def tables(self) -> dict[str, Table]:
        """Lists of alike objects as columns by name, wherever they stand, by the path of keys.

        Numbers are arrays, NaN where there is none; other columns are lists. Whatever
        ``pandas.DataFrame`` is called with one of them.
        """
        return dict(_tables(self, ""))


class Answer(Fields):
    """The answer to a request: the fields of its result.

    Attributes
    ----------
    request : Fields
        The request with all defaults.
    notes : list of str
        What had to be left out, and why.
    seconds : float
        Time of the computation.
    """

    def __init__(
        self, result: Mapping[str, Any], *, request: Fields, notes: list[str], seconds: float
    ) -> None:
        super().__init__(result)
        self.request = request
        self.notes = notes
        self.seconds = seconds

    def __repr__(self) -> str:
        return "\n".join([super().__repr__(), *(f"  note: {note}" for note in self.notes)])


def fields_of(
    value: Any, schema: Mapping[str, Any] | None = None, files: Mapping[str, Any] | None = None
) -> Any:
    """A JSON value with objects as `Fields` and lists of numbers as arrays.

    Parameters
    ----------
    value : object
        As ``json.loads`` has it; ``{"$number": "Infinity"}`` is a number, ``{"$file": name}`` an
        array of `files`.
    schema : mapping, optional
        JSON Schema of the value: tells numbers from whole numbers. Without it a list is of whole
        numbers if it holds no other.
    files : mapping, optional
        Arrays by name.
    """
    kinds = _leaf_kinds(schema or {})
    if isinstance(value, dict):
        if "$number" in value:
            return float(value["$number"].replace("Infinity", "inf"))
        if "$file" in value:
            return (files or {})[value["$file"]]
        inner = _properties(schema or {})
        return Fields({key: fields_of(one, inner.get(key), files) for key, one in value.items()})
    if isinstance(value, list):
        array = _array(value, kinds)
        if array is not None:
            return array
        return [fields_of(one, _items(schema or {}), files) for one in value]
    if isinstance(value, int) and not isinstance(value, bool) and kinds == {"number"}:
        return float(value)
    return value


def _array(value: list[Any], kinds: set[str]) -> npt.NDArray[Any] | None:
    """Nested lists of numbers as an array; None if they are something else."""
    if kinds - {"number", "integer"}:
        return None
    leaves: list[Any] = []
    shape = _shape(value, leaves)
    if shape is None or (not leaves and not kinds):
        return None
    is_whole = kinds == {"integer"} or (not kinds and all(type(one) is int for one in leaves))
    if is_whole and all(type(one) is int for one in leaves):
        try:
            return np.array(leaves, dtype=np.int64).reshape(shape)
        except OverflowError:
            pass
    if not kinds and all(one is None for one in leaves):
        return None
    numbers = [np.nan if one is None else one for one in leaves]
    return np.array(numbers, dtype=np.float64).reshape(shape)


def _shape(value: Any, leaves: list[Any]) -> tuple[int, ...] | None:
    """Shape of nested lists of numbers and nulls, which are appended; None if they are not that."""
    if isinstance(value, dict) and "$number" in value:
        value = float(value["$number"].replace("Infinity", "inf"))
    if value is None or (isinstance(value, (int, float)) and not isinstance(value, bool)):
        leaves.append(value)
        return ()
    if not isinstance(value, list):
        return None
    inner: tuple[int, ...] | None = ()
    for k, one in enumerate(value):
        found = _shape(one, leaves)
        if found is None or (k > 0 and found != inner):
            return None
        inner = found
    return (len(value), *(inner or ()))


def _variants(schema: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [*schema.get("anyOf", ()), *schema.get("oneOf", ())]


def _leaf_kinds(schema: Mapping[str, Any]) -> set[str]:
    """Types of what stands in the innermost lists; numbers that JSON lacks are numbers."""
    found: set[str] = set()
    for variant in _variants(schema):
        found |= _leaf_kinds(variant)
    kind = schema.get("type", ())
    for one in [kind] if isinstance(kind, str) else kind:
        if one == "array":
            for items in (schema.get("items"), *schema.get("prefixItems", ())):
                found |= _leaf_kinds(items) if isinstance(items, dict) else set()
        elif one == "object" and "$number" in schema.get("properties", {}):
            found.add("number")
        elif one != "null":
            found.add(one)
    return found


def _properties(schema: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = dict(schema.get("properties", {}))
    for variant in _variants(schema):
        found.update(_properties(variant))
    return found


def _items(schema: Mapping[str, Any]) -> Mapping[str, Any] | None:
    if isinstance(schema.get("items"), dict):
        items: Mapping[str, Any] = schema["items"]
        return items
    return next((found for one in _variants(schema) if (found := _items(one))), None)


def _tables(value: Any, path: str) -> Iterator[tuple[str, Table]]:
    if isinstance(value, Fields):
        words, velocity = value.get("words"), value.get("velocity")
        if isinstance(words, list) and _has_columns(velocity, len(words)):
            yield f"{path}velocity", _velocity_table(words, velocity)
        for key, one in value.items():
            yield from _tables(one, f"{path}{key}.")
    elif isinstance(value, list) and value and all(isinstance(one, Fields) for one in value):
        if all(_is_row(one) for one in value):
            yield path.removesuffix("."), columns_of(value)
            return
        for k, one in enumerate(value):
            yield from _tables(one, f"{path}{k}.")


def _is_row(row: Fields) -> bool:
    """Whether no member has parts of its own."""
    return not any(
        isinstance(one, Fields)
        or (isinstance(one, list) and any(isinstance(x, Fields) for x in one))
        for one in row.values()
    )


def _has_columns(value: Any, count: int) -> TypeGuard[npt.NDArray[Any]]:
    """Whether it is a matrix of so many columns."""
    return isinstance(value, np.ndarray) and value.ndim == 2 and value.shape[1] == count


def _velocity_table(words: list[str], velocity: npt.NDArray[Any]) -> Table:
    """Coefficients slice by slice, a column for each word."""
    columns: Table = {"slice": np.arange(len(velocity))}
    columns.update({word: velocity[:, k] for k, word in enumerate(words)})
    return columns


def columns_of(rows: list[Fields]) -> Table:
    """Rows as columns by name; what a row lacks is None, or NaN among numbers."""
    keys = dict.fromkeys(key for row in rows for key in row)
    return {key: _column([row.get(key) for row in rows]) for key in keys}


def _column(cells: list[Any]) -> Any:
    if all(type(one) is int for one in cells):
        return np.array(cells, dtype=np.int64)
    if all(one is None or type(one) in (int, float) for one in cells):
        return np.array([np.nan if one is None else one for one in cells], dtype=np.float64)
    return cells


def _brief(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, np.ndarray):
        return f"array{value.shape} {value.dtype}" if value.size > 6 else repr(value.tolist())
    if isinstance(value, Fields):
        return "{" + ", ".join(value) + "}"
    if isinstance(value, list):
        return f"[{len(value)} × {type(value[0]).__name__}]" if value else "[]"
    text = repr(value)
    return text if len(text) <= 100 else f"{text[:99]}…"
