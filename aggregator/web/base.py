"""What all records of pages and API are made of."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict

_put = object.__setattr__


class Model(BaseModel):
    """Frozen, and nothing that is not named."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    _named: ClassVar[set[str]]

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        cls._named = set(cls.model_fields)

    @classmethod
    def of(cls, values: dict[str, Any]) -> Self:
        """A record of values that come from the store and from no reader, each field by name: nothing is checked.

        The values become the record's own. A page holds hundreds of records, and to check one costs several times as
        much as to make it.
        """
        made = cls.__new__(cls)
        _put(made, "__dict__", values)
        _put(made, "__pydantic_fields_set__", cls._named)
        _put(made, "__pydantic_extra__", None)
        _put(made, "__pydantic_private__", None)
        return made
