"""Finds what a description says that the value is: the head of the noun phrase at the beginning of a sentence.

"Your Acme API key." is a key, "The name of an API key." is not: its head is "name".
"""

from __future__ import annotations

import re

# A word of these ends the noun phrase, so that a head after it is not the value.
_NOT_BEFORE = (
    r"of|for|to|in|on|at|that|which|who|with|from|used|by|is|are|was|be|if|when|or|whether|using|containing|going|as"
    r"|where|how|must|should|can|will|without|via|per|not|has|have|only"
)
_AFTER = (
    r"of|for|to|used|that|which|from|in|at|on|with|associated|generated|created|assigned|provided|portion|and|is|are|was"
    r"|must|should|can|will|you|your|required|obtained|fetched|only|after|if|when|corresponding|configured|needed|goes|containing"
    r"|representing|describing|defining|indicating|available|being|where|content|contents|value|must"
)
_MARK = r"[`*“\"\[(]*"
_WORD = rf"(?!(?:{_NOT_BEFORE})\b){_MARK}[\w'’&+!/@#-]+(?:\.[\w'’-]+)*[`*”\"\])]*,?\s+"


def head(words: str, *, anywhere: bool = False) -> re.Pattern[str]:
    """Return a pattern for sentences about a value that these words name; group ``read`` is the words.

    Args:
        words: A regular expression without groups.
        anywhere: Whether other sentences than the first may say so, if they have no verb.
    """
    begin = r"(?:^|[.!?:)*…]\s+|</?strong>|\n)" if anywhere else r"(?:^(?:[^\w`“\"]*\([^()]*\)|\W*\*\*\w+:?\*\*:?\.?)?|…\s)"
    return re.compile(
        rf"{begin}\W*?(?:{_WORD}){{0,9}}?{_MARK}(?P<read>\b(?:{words}))(?![\w-])"
        rf"(?=[`*”\"\])]*\s*(?:$|[.,;:()\[\]…!]|\(|(?:{_AFTER})\b))",
        re.IGNORECASE,
    )
