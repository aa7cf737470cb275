"""The words of the circulars, each once, and in which circulars it stands: so that a search reads no texts.

A word is kept as its search key, without half-spaces. A search looks for what was typed within the words, so that
«اتحادیه» finds «اتحادیه‌ها» and «بهین یاب» finds «بهینیاب»; what was typed as one and written as two is looked for by
its first half, and seen in the text.
"""

from collections.abc import Collection, Sequence
from typing import Final

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel, col

from models.circulars.records import Circular
from models.columns import BigKey, table_of
from models.values.text import normalise, search_key

LONGEST: Final = 40
MOST_WORDS: Final = 400
"""A piece that stands in more words than these is no help: the texts themselves are asked."""
MOST_LISTED: Final = 1000
"""Circulars that are listed by id; what stands in more is left to the database."""
_AT_ONCE: Final = 400


class CircularWord(SQLModel, table=True):
    """One word, as its search key."""

    __tablename__ = "circular_words"

    id: int = Field(default=None, sa_column=sa.Column(BigKey, primary_key=True))
    word: str = Field(unique=True, max_length=LONGEST)


class CircularPlace(SQLModel, table=True):
    """In which circular a word stands."""

    __tablename__ = "circular_places"

    word_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("circular_words.id"), primary_key=True))
    circular_id: int = Field(sa_column=sa.Column(sa.BigInteger, sa.ForeignKey("circulars.id"), primary_key=True))


_words: Final = table_of(CircularWord)
_places: Final = table_of(CircularPlace)


def words_of(text: str) -> frozenset[str]:
    """The words of a text as they are kept."""
    return frozenset(key for piece in normalise(text).split(" ") if (key := search_key(piece)[:LONGEST]))


def enter(session: Session, row: Circular) -> None:
    """Write down where the words of a circular stand; again does nothing."""
    wanted = sorted(words_of(" ".join((row.number, row.subject, row.summary, *row.clauses))))
    connection = session.connection()
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    for start in range(0, len(wanted), _AT_ONCE):
        few = wanted[start : start + _AT_ONCE]
        connection.execute(insert(_words).on_conflict_do_nothing(), [{"word": word} for word in few])
        there = sa.select(_words.c.id, sa.literal(row.id, sa.BigInteger)).where(_words.c.word.in_(few))
        connection.execute(insert(_places).from_select(["word_id", "circular_id"], there).on_conflict_do_nothing())


def leave(session: Session, row: Circular) -> None:
    """The words of a circular stand nowhere any more: it is a draft again."""
    session.connection().execute(sa.delete(_places).where(_places.c.circular_id == row.id))


def holding(session: Session, key: str) -> frozenset[int] | sa.ColumnElement[bool] | None:
    """The circulars in which this stands, within a word or over two of them, if they are few; else a condition.

    None when it stands in so many words that the list is no help.
    """
    words = _words_like(session, col(CircularWord.word).contains(key, autoescape=True))
    if len(words) > MOST_WORDS:
        return None
    few, over_two = _few_with(session, words), _over_two(session, key)
    if few is not None:
        return few | over_two
    return sa.or_(_with(words), col(Circular.id).in_(over_two)) if over_two else _with(words)


def _over_two(session: Session, key: str) -> frozenset[int]:
    """The circulars in which this is written as two words: one that it begins with, and what is left."""
    halves = [key[:place] for place in range(2, len(key) - 1)]
    there = session.execute(
        sa.select(col(CircularWord.id), col(CircularWord.word)).where(col(CircularWord.word).in_(halves))
    ).all()
    found: set[int] = set()
    for word_id, first in there:
        some = _few_with(session, (word_id,))
        if some is None:
            after = _words_like(session, col(CircularWord.word).startswith(key[len(first) :], autoescape=True))
            some = _few_with(session, after) or frozenset()
        found |= some
    if not found:
        return frozenset()
    seen = session.execute(
        sa.select(col(Circular.id)).where(
            col(Circular.id).in_(sorted(found, reverse=True)[:MOST_LISTED]),
            col(Circular.search_key).contains(key, autoescape=True),
        )
    ).scalars()
    return frozenset(seen)


def _words_like(session: Session, which: sa.ColumnElement[bool]) -> Sequence[int]:
    return session.execute(sa.select(col(CircularWord.id)).where(which).limit(MOST_WORDS + 1)).scalars().all()


def _with(word_ids: Collection[int]) -> sa.ColumnElement[bool]:
    places = sa.select(col(CircularPlace.circular_id)).where(col(CircularPlace.word_id).in_(word_ids))
    # Not the id itself: the circulars are walked by date and seven of them are soon met, not all fetched and sorted.
    return (col(Circular.id) + 0).in_(places)


def _few_with(session: Session, word_ids: Collection[int]) -> frozenset[int] | None:
    """The circulars with any of these words; None when they are more than can be listed."""
    places = sa.select(col(CircularPlace.circular_id)).where(col(CircularPlace.word_id).in_(word_ids)).distinct()
    ids = session.execute(places.limit(MOST_LISTED + 1)).scalars().all()
    return None if len(ids) > MOST_LISTED else frozenset(ids)
