"""The rules about files and the shape of their data: PW190-PW199 and PW2xx."""

from __future__ import annotations

from typing import Final

from pathwayctl.diagnostics import Rule

UNREADABLE_FILE: Final = Rule("PW190")
LINK_OUTSIDE: Final = Rule("PW191")
NOT_READ: Final = Rule("PW192")
COPY: Final = Rule("PW193")
UNKNOWN_SECTION: Final = Rule("PW201")
UNKNOWN_KEY: Final = Rule("PW202")
MISSING_KEY: Final = Rule("PW203")
WRONG_KIND: Final = Rule("PW204")
NEEDS_QUOTES: Final = Rule("PW205")
UNKNOWN_WORD: Final = Rule("PW206")
BAD_ID: Final = Rule("PW207")
BAD_CODE: Final = Rule("PW208")
BAD_DAY: Final = Rule("PW209")
BAD_TIME: Final = Rule("PW210")
BAD_DURATION: Final = Rule("PW211")
BAD_ESTIMATE: Final = Rule("PW212")
BAD_LINK: Final = Rule("PW213")
BAD_ASSIGNED: Final = Rule("PW214")
BAD_NUMBER: Final = Rule("PW215")
BAD_TEXT: Final = Rule("PW216")
SECTION_TWICE: Final = Rule("PW217")
NO_PROJECT: Final = Rule("PW218")
BAD_VERSION: Final = Rule("PW219")
BAD_FLAG: Final = Rule("PW220")
BAD_RECURRENCE: Final = Rule("PW221")
BAD_WINDOW: Final = Rule("PW222")
