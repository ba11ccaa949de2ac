"""Every string a user can see. Vietnamese, full diacritics; ``{…}`` are filled by the caller.

One file a tab; all of them are read as ``texts.NAME``.
"""

from ui.texts.asking import *  # noqa: F403
from ui.texts.checking import *  # noqa: F403
from ui.texts.documents import *  # noqa: F403
from ui.texts.drafting import *  # noqa: F403
from ui.texts.page import *  # noqa: F403
from ui.texts.records import *  # noqa: F403
