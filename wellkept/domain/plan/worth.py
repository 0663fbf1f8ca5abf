"""What a card is worth to the week, in points. Product choices, measured by nobody; their order is what matters. Pure.

What was said or met comes before what is merely due: one follow-up outweighs any number of keep-warm cards that would fit in
its minutes. The first keep-warm card and the first person to meet are worth as much as a follow-up, so that a week full of
dates still meets somebody; the later ones are worth less and less.
"""

from __future__ import annotations

from wellkept.domain.plan.cards import Kind

POINTS: dict[Kind, int] = {
    "followup": 400,
    "thanks": 380,
    "promise": 360,
    "chosen": 330,
    "occasion": 300,
    "second": 260,
    "visit": 240,
    "cadence": 50,
    "reconnect": 45,
    "decide": 30,
    "meet": 50,
}
THEIRS = 120  # a promise that is theirs to keep
RECONNECTION = 235  # the one that is this week's: one place is its own, whatever is due (only who has waited for two years comes before)
REFERRAL = 20  # somebody whom a contact named, over somebody one only knows from a list
AWAITED = 25  # somebody whom the user wants to meet at an event that is near
MENTION = 10  # a name out of the notes, which may be nobody
THROUGH = 12  # somebody known through a contact
REMEMBERED = 14  # somebody out of the memory interview who would answer
SURELY = 3  # … and surely so
GAP = 5  # somebody where nobody is in touch
UNDECIDED = 40  # while fewer than forty are decided
EXTRA = (400, 40, 20, 10)  # for the first, the second … touch that keeps a tie warm, or person to meet
AT_RISK = 15  # silent for so much longer than usual that the tie could be lost (see rhythm/silence.py)
CLOSE = 3  # for each degree of closeness that the user gave, 1 to 5
A_WEEK = 2  # points for each week that somebody due has waited: whoever waits long enough comes before anybody
LONGEST = 100  # weeks counted


def waited(days: int) -> int:
    """Points for having been due for so many days."""
    return A_WEEK * min(LONGEST, max(0, days) // 7)
