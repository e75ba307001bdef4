"""A column by its distinct texts: work is done once for each of them, however many rows there are."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Self

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.ingest.arrow import pa

Mask = NDArray[np.bool_]


class Distinct:
    """The distinct texts of a column: a question is asked once for each of them, and answered for every row.

    `codes` are the rows' places in `texts`, which holds no text that no row has.
    """

    def __init__(self, text: "pd.Series[str]") -> None:
        self.codes, texts = pd.factorize(text)
        self.texts = [str(each) for each in texts]

    @classmethod
    def coded(cls, codes: NDArray[Any], texts: list[str]) -> Self:
        """From places in `texts`, of which some may be left over."""
        found = cls.__new__(cls)
        used = np.bincount(codes, minlength=len(texts)) > 0
        if used.all():
            found.codes, found.texts = codes, texts
        else:
            found.codes, order = pd.factorize(codes)
            found.texts = [texts[i] for i in order]
        return found

    @classmethod
    def of(cls, texts: Any) -> Self:
        """From an Arrow array of strings, or of a dictionary of strings; null is ""."""
        if texts.null_count:
            texts = texts.cast(pa.string()).fill_null("")
        held = texts if pa.types.is_dictionary(texts.type) else texts.dictionary_encode()
        if isinstance(held, pa.ChunkedArray):
            held = held.unify_dictionaries().combine_chunks()
        return cls.coded(held.indices.to_numpy(zero_copy_only=False), held.dictionary.to_pylist())

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def each(self) -> "pd.Series[str]":
        """The distinct texts as a column."""
        return pd.Series(self.texts, dtype="str")

    @property
    def column(self) -> "pd.Series[str]":
        """The text of every row."""
        return self.each.take(self.codes).reset_index(drop=True)

    def take(self, keep: Mask) -> "Distinct":
        """The rows where `keep` is true."""
        return Distinct.coded(self.codes[keep], self.texts)

    def blanked(self, where: Mask) -> "Distinct":
        """With "" on the rows where `where` is true."""
        return Distinct.coded(np.where(where, len(self.texts), self.codes), [*self.texts, ""])

    def spread(self, answers: Sequence[Any] | NDArray[Any], dtype: Any = object) -> NDArray[Any]:
        """One answer per distinct text to one per row."""
        held = np.empty(len(answers), dtype=dtype)
        held[:] = answers
        return held.take(self.codes)

    def where(self, answers: Sequence[bool] | Mask) -> Mask:
        """The rows whose text has the answer yes."""
        return self.spread(answers, bool) if np.any(answers) else np.zeros(len(self), bool)

    def words(self, answers: Sequence[str | None]) -> pd.Categorical:
        """A word or nothing per distinct text to one per row, each word kept once."""
        codes, words = pd.factorize(np.array(answers, dtype=object))
        return pd.Categorical.from_codes(codes.astype(np.int32).take(self.codes), pd.Index(words, dtype="str"))
