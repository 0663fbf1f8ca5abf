"""Questions that jog the memory, source by source."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wellkept.domain.recall.models import Source

Kind = Source.Kind
PROMPTS = {
    Kind.FAMILY: [
        _("Who comes to weddings and funerals, but not to Christmas?"),
        _("Cousins, and the people they married?"),
        _("Whose godparents, in-laws, step-family do you like?"),
        _("Who in the family knows everybody?"),
    ],
    Kind.FRIENDS: [
        _("Whom would you call at two in the morning?"),
        _("Who was at your last birthdays?"),
        _("With whom did you travel, live, make music, play?"),
        _("Whose friends became yours?"),
        _("Whom do you miss?"),
    ],
    Kind.SCHOOL: [
        _("Who sat beside you?"),
        _("With whom did you write papers, prepare exams, share a flat?"),
        _("Which teacher believed in you?"),
        _("Who organized everything, and who always had ideas?"),
        _("Who has made something of it since?"),
    ],
    Kind.JOB: [
        _("Who hired you, and who sat beside you?"),
        _("Whom did you help, and whom did you ask for help?"),
        _("Who was your boss, who your boss’s boss? Who worked for you?"),
        _("Who left for another company, and where did they go?"),
        _("With whom did you have lunch?"),
        _("Who had an idea that you still use?"),
    ],
    Kind.DEPARTMENTS: [
        _("Who in finance, in legal, in IT always found a way?"),
        _("With whom did you run a project across departments?"),
        _("Who sat in the meetings that mattered?"),
        _("Who ran the canteen table, the choir, the football team?"),
    ],
    Kind.CUSTOMERS: [
        _("Who signed, and who really decided?"),
        _("Who praised your work, and who complained and stayed?"),
        _("Who has changed companies and took you along in mind?"),
    ],
    Kind.VENDORS: [
        _("Who delivered when it was needed?"),
        _("Consultants, agencies, recruiters, auditors: who was good?"),
        _("Who knows half the trade because they sell to all of it?"),
    ],
    Kind.PROFESSIONAL: [
        _("Who sits on the board, and who does the work?"),
        _("With whom did you give a talk or sit on a panel?"),
        _("Who asks the good questions?"),
    ],
    Kind.ASSOCIATIONS: [
        _("Chamber, union, party, alumni club: who greets you there?"),
        _("Who brought you in, and whom did you bring?"),
        _("Who organizes the evenings?"),
    ],
    Kind.EVENTS: [
        _("Whose card lies in a drawer?"),
        _("With whom did you talk until the lights went out?"),
        _("Who spoke so well that you wrote it down?"),
        _("Whom do you meet there year after year?"),
    ],
    Kind.CLUBS: [
        _("With whom do you train, sing, play, build?"),
        _("Who keeps the club together?"),
        _("Whose work do you know nothing about?"),
    ],
    Kind.COMMUNITY: [
        _("Parents of your children’s friends, teachers, coaches?"),
        _("With whom do you volunteer, worship, plan the street fair?"),
        _("Doctor, hairdresser, baker: who knows you by name?"),
    ],
    Kind.NEIGHBOURS: [
        _("Who has your key, or fed the cat?"),
        _("Who lived next door before, where you lived before?"),
        _("What do those do whom you greet on the stairs?"),
    ],
}


def prompts_of(source: Source) -> list[str]:
    return [str(words) for words in PROMPTS[Kind(source.kind)]]


def span_of(source: Source) -> str:
    """'Head, since 2020' of the job that it goes through; '' where that is not known."""
    position = source.of_position
    if position is None:
        return ""
    years = "–".join(str(year) for year in (position.started_year, position.ended_year) if year)
    if position.current and position.started_year:
        years = f"{_('since')} {position.started_year}"
    return ", ".join(filter(None, [position.title, position.department, years]))
