#!/usr/bin/env python3
"""Writes tickets.csv: two months of the service desk of an invented company.

The same bytes each time: the random numbers are our own. Run it from anywhere:
    python3 docs/examples/company/make_tickets.py
"""

from datetime import datetime, timedelta
from math import exp
from pathlib import Path

FIRST_DAY = datetime(2026, 3, 2)
EXPORTED_AT = datetime(2026, 4, 30, 18, 0)
CLOSED_DAYS = {datetime(2026, 4, 6).date()}  # Easter Monday

COLUMNS = ["Ticket", "Date", "Action", "État", "Type", "Priorité", "Client", "Site", "Domaine",
           "Groupe", "Demande au client"]


class Chance:
    """Numbers that look random and are the same everywhere."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def percent(self, share):
        return self.below(100) < share

    def among(self, weighted):
        at = self.below(sum(weight for _, weight in weighted))
        for value, weight in weighted:
            if at < weight:
                return value
            at -= weight

    def minutes(self, median, spread):
        """A bell in the logarithm: many short, few very long."""
        bell = sum(self.below(10001) for _ in range(6)) / 10000 - 3
        return max(2, round(median * exp(spread * bell)))


def is_open_day(day):
    return day.weekday() < 5 and day.date() not in CLOSED_DAYS


def after_open_minutes(start, minutes):
    """The stamp `minutes` of staffed time (weekdays 08:00-18:00) later."""
    at = start
    while True:
        opens = at.replace(hour=8, minute=0)
        closes = at.replace(hour=18, minute=0)
        if is_open_day(at) and at < closes:
            at = max(at, opens)
            left = int((closes - at).total_seconds() // 60)
            if minutes <= left:
                return at + timedelta(minutes=minutes)
            minutes -= left
        at = opens + timedelta(days=1)


class Ticket:
    """Rows of one ticket; each row is the whole ticket as it stood after an action."""

    def __init__(self, number, at, fields):
        self.reference = f"T-{number}"
        self.at = at
        self.fields = dict(fields)
        self.rows = []
        self.say("Création", "Nouveau")

    def say(self, action, state, at=None, **changes):
        if at is not None:
            self.at = at
        self.fields.update(changes)
        if self.at <= EXPORTED_AT:
            self.rows.append((self.at, self.reference, action, state, dict(self.fields)))

    def later(self, minutes):
        self.at = after_open_minutes(self.at, minutes)


SITES = {"Mairie de Valmont": [("Hôtel de ville", 6), ("Médiathèque", 2), ("Ateliers", 2)],
         "Laiteries Ducray": [("Usine de Lisieux", 5), ("Siège de Caen", 4)],
         "Transports Rivaud": [("Dépôt de Rungis", 4), ("Saint-Denis", 2)]}
DOMAINS = [("Poste de travail", 34), ("Compte et accès", 20), ("Impression", 12), ("Réseau", 16),
           ("Téléphonie", 6), ("Application métier", 12)]
SECOND_LEVEL = {"Réseau": "N2 Réseau", "Téléphonie": "N2 Réseau"}
MEDIAN_MINUTES = {"P1": 95, "P2": 190, "P3": 420, "P4": 700}


def random_fields(chance):
    client = chance.among([("Mairie de Valmont", 45), ("Laiteries Ducray", 33),
                           ("Transports Rivaud", 22)])
    kind = chance.among([("Incident", 72), ("Demande", 28)])
    shares = {"Incident": [("P1", 3), ("P2", 17), ("P3", 58), ("P4", 22)],
              "Demande": [("P3", 60), ("P4", 40)]}[kind]
    return {"Type": kind, "Priorité": chance.among(shares), "Client": client,
            "Site": chance.among(SITES[client]), "Domaine": chance.among(DOMAINS),
            "Groupe": "Centre de services", "Demande au client": ""}


def random_ticket(chance, number, at):
    ticket = Ticket(number, at, random_fields(chance))
    priority = ticket.fields["Priorité"]
    ticket.later(chance.minutes({"P1": 6, "P2": 14}.get(priority, 35), 0.8))
    ticket.say("Prise en charge", "En cours")
    work = chance.minutes(MEDIAN_MINUTES[priority], 0.55)
    if chance.percent(3):
        ticket.later(work // 3)
        ticket.say("Annulation", "Annulé")
        return ticket
    if chance.percent(42):
        ticket.later(work // 4)
        ticket.say("Affectation", "En cours",
                   Groupe=SECOND_LEVEL.get(ticket.fields["Domaine"], "N2 Postes"))
        work -= work // 4
    if chance.percent(24):
        ticket.later(work // 3)
        asked = "oui" if chance.percent(85) else ""
        ticket.say("Mise en attente", "Attente client", **{"Demande au client": asked})
        ticket.later(chance.minutes(300, 1.0))
        ticket.say("Réponse du client", "En cours", **{"Demande au client": ""})
        work -= work // 3
    if ticket.fields["Domaine"] in SECOND_LEVEL and chance.percent(40):
        ticket.later(work // 5)
        ticket.say("Escalade opérateur", "Attente fournisseur", Groupe="Opérateur Alpha")
        ticket.later(chance.minutes(150, 0.7))
        ticket.say("Retour opérateur", "En cours", Groupe="N2 Réseau")
        work //= 2
    ticket.later(work)
    if chance.percent(2):
        ticket.say("Clôture", "Clos")
        return ticket
    ticket.say("Résolution", "Résolu")
    if chance.percent(4):
        ticket.later(chance.minutes(240, 0.6))
        ticket.say("Réouverture", "En cours")
        ticket.later(chance.minutes(120, 0.6))
        ticket.say("Résolution", "Résolu")
    ticket.say("Clôture", "Clos", at=ticket.at + timedelta(days=3))
    return ticket


def random_tickets(chance):
    tickets, number, day = [], 2001, FIRST_DAY
    while day < EXPORTED_AT:
        count = (4 + chance.below(6)) if is_open_day(day) else chance.below(2)
        stamps = sorted(day + timedelta(minutes=7 * 60 + chance.below(12 * 60))
                        for _ in range(count))
        for at in stamps:
            tickets.append(random_ticket(chance, number, at))
            number += 1
        day += timedelta(days=1)
    return tickets


def stamp(text):
    return datetime.strptime("2026-" + text, "%Y-%m-%d %H:%M")


def told_ticket(number, opened, fields, story):
    ticket = Ticket(number, stamp(opened), fields)
    for at, action, state, *changes in story:
        ticket.say(action, state, at=stamp(at), **(changes[0] if changes else {}))
    return ticket


def fields_of(client, site, priority, domain="Réseau", kind="Incident"):
    return {"Type": kind, "Priorité": priority, "Client": client, "Site": site, "Domaine": domain,
            "Groupe": "Centre de services", "Demande au client": ""}


def told_tickets():
    """Tickets that people still speak of; README.md tells what each shows."""
    alpha = {"Groupe": "Opérateur Alpha"}
    network = {"Groupe": "N2 Réseau"}
    valmont = fields_of("Mairie de Valmont", "Hôtel de ville", "P1")
    return [
        told_ticket(1001, "03-12 09:05", valmont, [
            ("03-12 09:11", "Prise en charge", "En cours"),
            ("03-12 09:20", "Affectation", "En cours", network),
            ("03-12 09:40", "Escalade opérateur", "Attente fournisseur", alpha),
            ("03-12 15:50", "Retour opérateur", "En cours", network),
            ("03-12 16:10", "Résolution", "Résolu"),
            ("03-15 16:10", "Clôture", "Clos")]),
        told_ticket(1002, "03-18 10:00", fields_of("Mairie de Valmont", "Médiathèque", "P2"), [
            ("03-18 10:25", "Prise en charge", "En cours"),
            ("03-19 09:10", "Affectation", "En cours", network),
            ("03-19 10:40", "Résolution", "Résolu"),
            ("03-22 10:40", "Clôture", "Clos")]),
        told_ticket(1003, "03-10 14:00",
                    fields_of("Laiteries Ducray", "Siège de Caen", "P3", "Compte et accès"), [
            ("03-10 14:30", "Prise en charge", "En cours"),
            ("03-10 15:10", "Mise en attente", "Attente client"),
            ("04-02 09:00", "Résolution", "Résolu"),
            ("04-05 09:00", "Clôture", "Clos")]),
        told_ticket(1004, "03-31 15:30",
                    fields_of("Laiteries Ducray", "Usine de Lisieux", "P2", "Impression"), [
            ("03-31 15:40", "Prise en charge", "En cours"),
            ("03-31 17:55", "Résolution", "Résolu"),
            ("04-01 08:05", "Réouverture", "En cours"),
            ("04-01 16:30", "Résolution", "Résolu"),
            ("04-04 16:30", "Clôture", "Clos")]),
        told_ticket(1005, "04-14 08:30",
                    fields_of("Mairie de Valmont", "Ateliers", "P2", "Application métier"), [
            ("04-14 08:50", "Prise en charge", "En cours"),
            ("04-14 17:20", "Changement de priorité", "En cours", {"Priorité": "P4"}),
            ("04-16 11:00", "Résolution", "Résolu"),
            ("04-19 11:00", "Clôture", "Clos")]),
        told_ticket(1006, "03-29 01:30",
                    fields_of("Transports Rivaud", "Dépôt de Rungis", "P1"), [
            ("03-29 01:45", "Prise en charge", "En cours", network),
            ("03-29 04:10", "Résolution", "Résolu"),
            ("04-01 04:10", "Clôture", "Clos")]),
        told_ticket(1007, "04-05 20:15",
                    fields_of("Transports Rivaud", "Saint-Denis", "P2", "Téléphonie"), [
            ("04-05 20:40", "Prise en charge", "En cours", network),
            ("04-05 21:00", "Escalade opérateur", "Attente fournisseur", alpha),
            ("04-06 07:30", "Retour opérateur", "En cours", network),
            ("04-06 08:15", "Résolution", "Résolu"),
            ("04-09 08:15", "Clôture", "Clos")]),
        told_ticket(1008, "04-22 11:00", fields_of("Mairie de Valmont", "Hôtel de ville", "P2"), [
            ("04-22 11:20", "Prise en charge", "En cours"),
            ("04-22 12:00", "Affectation", "En cours", network)]),
    ]


def main():
    chance = Chance(seed=20260302)
    rows = [row for ticket in random_tickets(chance) + told_tickets() for row in ticket.rows]
    rows.sort(key=lambda row: row[0])  # stable: rows of one minute keep their order
    lines = [";".join(COLUMNS)]
    for at, reference, action, state, fields in rows:
        start = [reference, at.strftime("%d/%m/%Y %H:%M"), action, state]
        lines.append(";".join(start + [fields[column] for column in COLUMNS[4:]]))
    path = Path(__file__).with_name("tickets.csv")
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode("utf-8"))
    print(f"{path.name}: {len(rows)} rows, {len({row[1] for row in rows})} tickets")


if __name__ == "__main__":
    main()
