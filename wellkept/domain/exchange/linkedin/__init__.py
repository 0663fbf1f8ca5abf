"""LinkedIn's data export: the ZIP, or any one of its files."""

from __future__ import annotations

from wellkept.domain.exchange.contract import Source
from wellkept.domain.exchange.linkedin.connections import AddressBook, Connections
from wellkept.domain.exchange.linkedin.invitations import Invitations
from wellkept.domain.exchange.linkedin.messages import Messages
from wellkept.domain.exchange.linkedin.notes import Notes
from wellkept.domain.exchange.linkedin.own import Education, OwnEmails, Positions, Profile
from wellkept.domain.exchange.linkedin.praise import Endorsements, RecommendationsGiven, RecommendationsReceived

LINKEDIN: list[Source] = [
    Profile(),
    Positions(),
    Education(),
    OwnEmails(),
    Connections(),
    AddressBook(),
    Messages(),
    Invitations(),
    Notes(),
    RecommendationsGiven(),
    RecommendationsReceived(),
    Endorsements(),
]
