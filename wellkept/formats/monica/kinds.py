"""Monica's own kinds of activity and events in words: its files name them by keys, such as 'just_hung_out'."""

from __future__ import annotations

import re

# Keys of which the words alone make no sentence; of all others they do: 'talked_at_home', 'new_job'.
_WORDS = {
    "did_sport_activities_together": "did sport together",
    "ate_at_his_place": "ate at their place",
    "ate_restaurant": "ate at a restaurant",
    "went_bar": "went to a bar",
    "went_theater": "went to the theater",
    "went_concert": "went to a concert",
    "went_play": "went to a play",
    "went_museum": "went to a museum",
    "watched_movie_at_home": "watched a movie at home",
}
_PREFIX = re.compile(r"(?:[a-z]+\.)?(?:activity_type|life_event_sentence|life_event_type)_")  # where a key is looked up
_KEY = re.compile(r"[a-z]+(?:_[a-z]+)+")


def in_words(said: str) -> str:
    """The words of a key; what somebody wrote themselves stays as it is."""
    key = _PREFIX.sub("", said, count=1)
    return _WORDS.get(key) or (key.replace("_", " ") if _KEY.fullmatch(key) or key != said else said)
