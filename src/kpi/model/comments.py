"""What people write about a nyckeltal, and how far their measures have come."""

from enum import StrEnum


class CommentKind(StrEnum):
    """What a text is: the three last are the sustainability aspects."""

    EXPLANATION = "explanation"
    ACTION = "action"
    EVENT = "event"
    ECONOMIC = "economic"
    SOCIAL = "social"
    ENVIRONMENTAL = "environmental"


ASPECTS = (CommentKind.ECONOMIC, CommentKind.SOCIAL, CommentKind.ENVIRONMENTAL)


class TextState(StrEnum):
    """Whether a text may be quoted: a draft is seen only by those who may write."""

    DRAFT = "draft"
    FINAL = "final"


class ActionStatus(StrEnum):
    """How far a measure has come."""

    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    DONE = "done"
    CLOSED = "closed"

    @property
    def over(self) -> bool:
        """True when nothing more is expected."""
        return self in (ActionStatus.DONE, ActionStatus.CLOSED)
