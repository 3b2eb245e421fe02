"""Finds the noun that a description uses for the value: the head of the noun phrase that begins a sentence.

"Your Acme API key." is a key, "The name of an API key." is not: its head is "name".
"""

from __future__ import annotations

import re

# A word of these ends the noun phrase, so that a head after it is not the value.
_NOT_BEFORE = (
    r"of|for|to|in|at|that|which|who|with|used|is|are|was|be|if|when|or|and|whether|using|containing|going|as|where|how"
    r"|must|should|can|will|without|via|per|not|has|have|only|we|you|it|use|uses|(?:by|from|on)(?!\s++(?-i:[A-Z]))"
)
_AFTER = (
    r"of|for|to|used|that|which|from|in|at|on|with|along|associated|generated|registered|created|assigned|provided|portion"
    r"|and|is|are|was|must|should|can|will|carry|carries|allows|grants|you|your|required|obtained|fetched|only|after|if|when"
    r"|corresponding|configured|needed|goes|containing|representing|describing|defining|indicating|available|being|where"
    r"|contents?|value|could|may|supplied|granted|linked|rec(?:ei|ie)ved|issued|found|located"
)
_MARK = r"[`*“\"\[(]{0,4}"
_WORD = rf"(?!{_MARK}(?:{_NOT_BEFORE})[`*”\"\]),]*\s){_MARK}[\w'’&+!/@#-]+(?:\.[\w'’-]+)*[`*”\"\])]*,?\s++"
# "(Fixed) Your …", "**Optional**: …", "For this kind of box. Your …", "If it is open, the …"; a capture has gaps.
_BEGIN = (
    r"(?:^(?:[^\w`“\"(]{0,8}\([^()]{1,60}\)|\W{0,4}\*\*\w+[.:]?\*\*:?|For\s[^.,…]{1,60}\.\s++|(?:If|When)\s(?:using|exchanging|connecting|you\s++use)\s[^.,…]{1,60},\s++(?=(?:an?|the|your)\s))?"
    r"|…\s)(?:\W{0,8}the\s++value\s++of\s++)?"
)


def head_pattern(words: str) -> re.Pattern[str]:
    """Return a pattern for a noun phrase whose head is one of the words; the group ``read`` has the head.

    Args:
        words: A regular expression without groups.
    """
    return re.compile(
        rf"{_BEGIN}\W{{0,8}}?(?:{_WORD}){{0,9}}?{_MARK}(?P<read>\b(?:{words}))(?![\w-])"
        rf"(?=[`*”\"\])]*\s*+(?:$|[.,;:()\[\]…!]|(?:{_AFTER})\b))",
        re.IGNORECASE,
    )
