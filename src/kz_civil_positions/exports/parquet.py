"""Tidy rows as Parquet, for those who work with thousands of registers at once.

Every file has the same schema, so files of many registers can be put one after another.
"""

import datetime
import io
import json
from collections.abc import Sequence
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, get_args

import attrs

from kz_civil_positions import __version__
from kz_civil_positions.errors import BadInputError
from kz_civil_positions.exports.rows import TidyRow
from kz_civil_positions.messages import say

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

__all__ = ["TABLE_FORMAT", "arrow_schema", "arrow_table", "rows_from_parquet", "to_parquet"]

# Counted up when a column changed its name, its type or its meaning.
TABLE_FORMAT: Final = 1
# Words that come again and again are kept once and named by number.
_WRITTEN_OUT: Final = frozenset({"item", "item_text"})


def arrow_schema(notice: Sequence[str] = ()) -> "pa.Schema":
    """Answers: which columns, of which types, and what is said of them?

    Args:
        notice: what must be said of the editions.

    Raises:
        BadInputError: when pyarrow is not installed.

    Example:
        >>> str(arrow_schema().field("in_effect_latest").type)
        'date32[day]'
    """
    pa = _pyarrow()
    columns = [_field(pa, field) for field in attrs.fields(TidyRow)]
    told = {
        "format": str(TABLE_FORMAT),
        "library": f"kz-civil-positions {__version__}",
        "notice": json.dumps(list(notice), ensure_ascii=False),
    }
    return pa.schema(columns, metadata={f"kz_civil_positions.{k}": v for k, v in told.items()})


def _pyarrow() -> Any:  # noqa: ANN401 - untyped
    try:
        import pyarrow  # noqa: PLC0415 - an extra
    except ImportError:
        raise BadInputError("exports.needs-extra", where="--format", extra="parquet") from None
    return pyarrow


def _field(pa: Any, field: "attrs.Attribute[Any]") -> "pa.Field":  # noqa: ANN401
    bare = [one for one in get_args(field.type) if one is not NoneType]
    nullable = NoneType in get_args(field.type)
    plain = bare[0] if nullable else field.type
    named = pa.dictionary(pa.int32(), pa.string())
    types: dict[Any, Any] = {
        bool: pa.bool_(),
        int: pa.int32(),
        datetime.date: pa.date32(),
        str: pa.string() if field.name in _WRITTEN_OUT else named,
    }
    found = types.get(plain, pa.list_(pa.string()))
    told = {"description": say(f"exports.column-{field.name}", "en")}
    return pa.field(field.name, found, nullable=nullable, metadata=told)


def arrow_table(rows: Sequence[TidyRow], notice: Sequence[str] = ()) -> "pa.Table":
    """Answers: what are these rows as an Arrow table?

    Example:
        >>> arrow_table([]).num_columns
        52
    """
    pa = _pyarrow()
    schema = arrow_schema(notice)
    columns = [
        pa.array([_value(getattr(row, field.name)) for row in rows], field.type) for field in schema
    ]
    return pa.Table.from_arrays(columns, schema=schema)


def _value(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def to_parquet(rows: Sequence[TidyRow], notice: Sequence[str] = ()) -> bytes:
    """Answers: how are these rows written as Parquet?

    Args:
        rows: of one edition or of many.
        notice: what must be said of the editions; it stands in the file's metadata.

    Raises:
        BadInputError: when pyarrow is not installed.
    """
    table = arrow_table(rows, notice)
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    stream = io.BytesIO()
    parquet.write_table(table, stream, compression="zstd")
    return stream.getvalue()


def rows_from_parquet(data: bytes) -> tuple[TidyRow, ...]:
    """Answers: which rows does this Parquet file hold? It undoes `to_parquet`.

    Raises:
        BadInputError: when pyarrow is not installed, or the columns are others.

    Example:
        >>> rows_from_parquet(to_parquet([]))
        ()
    """
    pa = _pyarrow()
    from pyarrow import parquet  # noqa: PLC0415 - an extra

    try:
        table = parquet.read_table(io.BytesIO(data))
    except (pa.ArrowException, OSError) as error:
        reason = str(error).split("\n")[0][:80]
        raise BadInputError("exports.no-table", where="Parquet", reason=reason) from None
    if not table.schema.equals(arrow_schema()):
        reason = ", ".join(table.column_names)[:80]
        raise BadInputError("exports.no-table", where="Parquet", reason=reason)
    return tuple(_row(values) for values in table.to_pylist())


def _row(values: dict[str, Any]) -> TidyRow:
    read: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in values.items()
    }
    return TidyRow(**read)
