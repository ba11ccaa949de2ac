"""``/feedback``: an answer called right or wrong, kept for review."""

from __future__ import annotations

from fastapi import APIRouter

from assistant.answer import Answer
from assistant.api.deps import ServiceDep
from assistant.api.models import FeedbackRequest
from assistant.feedback import FeedbackReceipt

router = APIRouter(prefix="/feedback", tags=["feedback"])


@router.post("")
def give_feedback(given: FeedbackRequest, service: ServiceDep) -> FeedbackReceipt:
    """Keep an answer with what a reader says of it, for a person to review.

    Send the answer as it came, and the earlier turns and chosen documents it was asked with.
    """
    return service.feedback(
        Answer.model_validate(given.answer),
        opinion=given.opinion,
        comment=given.comment,
        history=given.history,
        documents=given.documents,
    )
