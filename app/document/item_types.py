"""The item types that a document may hold whichever blocks its kind has."""

from app.document.answer import ANSWER
from app.document.copies_due import COPY_DUE
from app.document.copy_log import COPY_MADE
from app.document.copy_rules import COPY_RULE
from app.document.family_people import AS_IT_IS
from app.document.header import HEADER_TYPE
from app.document.ownership import PRIVACY
from app.document.people import EARLIER, PERSON
from app.document.saying import SAYING

IN_ANY_DOCUMENT = (HEADER_TYPE, PERSON, EARLIER, SAYING, ANSWER, PRIVACY, COPY_DUE, COPY_MADE, COPY_RULE, AS_IT_IS)
