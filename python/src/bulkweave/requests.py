"""What can be asked for, as the command describes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Option:
    """An option of a request.

    Attributes
    ----------
    key : str
        Its name; options of options by their path, ``metric.maxRange``.
    type : str
        What may be given.
    description : str
        What it means.
    required : bool
        Whether it must be given.
    default : object
        What is taken otherwise; None where there is no default.
    """

    key: str
    type: str
    description: str
    required: bool
    default: Any = None

    def __str__(self) -> str:
        fact = "required" if self.required else f"default {_literal(self.default)}"
        shown = self.type if len(self.type) <= 60 else f"{self.type[:59]}…"
        tail = "" if self.default is None and not self.required else f" ({fact})"
        return f"    {self.key} : {shown}\n        {self.description}{tail}"


@dataclass(frozen=True)
class Request:
    """A quantity that can be asked for by name.

    Attributes
    ----------
    name : str
        Its name, for `compute`.
    summary : str
        What it computes.
    formula : str
        The same as a formula.
    options : tuple of Option
        What may be given, in order.
    texts : frozenset of str
        Options that may be texts or arrays: states, unitaries, networks.
    example : mapping
        Options of a request that takes little time.
    result : mapping
        JSON Schema of its result.
    """

    name: str
    summary: str
    formula: str
    options: tuple[Option, ...]
    texts: frozenset[str]
    example: Mapping[str, Any] = field(repr=False)
    result: Mapping[str, Any] = field(repr=False)

    @property
    def documentation(self) -> str:
        """Summary, formula, options and fields of the result as text."""
        fields = [
            f"    {key}{': ' if text else ''}{text}"
            for key, text in (
                (key, schema.get("description", ""))
                for key, schema in self.result.get("properties", {}).items()
            )
        ]
        return "\n".join(
            [
                f"{self.name}: {self.summary}",
                "",
                f"    {self.formula}",
                "",
                "Options",
                *(str(option) for option in self.options),
                "",
                "Fields of the answer",
                *fields,
            ]
        )

    def __repr__(self) -> str:
        return f"<{self.name}: {self.summary}>"


def request_of(description: Mapping[str, Any]) -> Request:
    """Request from what the command says of it."""
    options = tuple(
        Option(
            one["key"], one["type"], one["description"], bool(one["required"]), one.get("default")
        )
        for one in description["options"]
    )
    return Request(
        name=description["name"],
        summary=description["summary"],
        formula=description["formula"],
        options=options,
        texts=frozenset(description["texts"]),
        example=description["example"],
        result=description["result"],
    )


def _literal(value: Any) -> str:
    return "none" if value is None else repr(value)
