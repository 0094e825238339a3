"""A day of downtime: ./dev drill downtime.

A node runs a day ago (under faketime), tickets are opened, and it is killed. It starts again today:
every breach of the day between carries the instant at which its target was passed, and every notice
says how late it is.
"""
import datetime
import glob
import os
import shutil
import sqlite3
import sys
import tempfile
import time

from node import Broken, Node, ask, need

FAKETIME = next(iter(glob.glob("/usr/lib/*/faketime/libfaketime.so.1")), None)
TICKETS = 200
AGREEMENT = """id: sla-acme
version: 1
between: {provider: Nova, customer: Acme}
in_force: {from: 2020-01-01}
zone: UTC
targets:
  resolve: {metric: resolution, for: {kind: incident}, within: 4h in always}
"""


def stamp(at):
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def micros(at):
    return round(at.timestamp() * 1e6)


def before(program, folder, database):
    """A day ago: tickets whose targets are passed in the course of the day that comes."""
    fake = ["env", "FAKETIME_DONT_FAKE_MONOTONIC=1", "FAKETIME=-24h", f"LD_PRELOAD={FAKETIME}"]
    node = Node(program, folder, database, before=fake)
    node.add_account()
    tell = asker(node.start())
    then = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=24)
    tell("POST", "/api/parties", {"reference": "acme", "kind": "customer", "name": "Acme"})
    tell("POST", "/api/agreements", {"document": AGREEMENT})
    tell("POST", "/api/escalation-ladders", {"reference": "ann", "name": "Ann", "levels": [
        {"after_minutes": 0, "is_urgent": False, "recipients": [{"kind": "account", "reference": "ann"}]}]})
    for percent in (75, 100):
        tell("POST", "/api/warning-rules", {"reference": f"at-{percent}", "name": "Target", "ladder": "ann",
                                          "watches": "share_of_target", "amount": percent})
    expected = {}
    for i in range(TICKETS):
        opened = then - datetime.timedelta(hours=3) + datetime.timedelta(seconds=60 + i)
        made = tell("POST", "/api/tickets", {"customer": "acme", "title": f"Number {i}", "kind": "incident",
                                           "opened_at": stamp(opened)})
        expected[made["reference"]] = opened
    node.process.kill()
    node.process.wait()
    return expected


def asker(node):
    token = node.sign_in()

    def tell(method, path, body=None):
        status, said, _ = ask(node.port, method, path, body, token)
        if status >= 300:
            raise Broken(f"{method} {path}: {status} {said}")
        return said
    return tell


def check(node, database, expected):
    tell = asker(node)
    rows = sqlite3.connect(f"file:{database.removeprefix('sqlite:')}?mode=ro", uri=True)
    for _ in range(200):
        notices = rows.execute("select subject, amount, of_at, at from notice").fetchall()
        if len(notices) == 2 * TICKETS:
            break
        time.sleep(0.05)
    wrong = 0
    for subject, amount, of_at, at in notices:
        reached = expected[subject] + datetime.timedelta(hours=3 if amount == 750 else 4)
        wrong += of_at != micros(reached) or at <= of_at
    dated = 0
    for reference, opened in expected.items():
        clock = tell("GET", f"/api/tickets/{reference}")["clocks"][0]
        due = opened + datetime.timedelta(hours=4)
        told = datetime.datetime.fromisoformat(clock["breached_at"].replace("Z", "+00:00"))
        dated += clock["verdict"] == "breached" and abs((told - due).total_seconds()) < 1e-6
    late = sorted((at - of_at) / 3.6e9 for _, _, of_at, at in notices)
    print(f"{len(notices)} notices of {len(expected)} tickets, each once; {wrong} with another instant than that of"
          f" its point; late by {late[0]:.2f} to {late[-1]:.2f} hours, as each says")
    print(f"{dated} of {len(expected)} breaches dated when their target was passed")
    if wrong or dated != len(expected) or len(notices) != 2 * TICKETS:
        raise Broken("a breach or a notice is not dated right")


def main():
    program = os.path.abspath(sys.argv[1])
    if FAKETIME is None:
        need("faketime")
    folder = tempfile.mkdtemp(prefix="vigie-downtime-")
    database = f"sqlite:{folder}/vigie.db"
    node = None
    try:
        expected = before(program, folder, database)
        print(f"killed; {len(expected)} clocks run, and nobody is there for a day", flush=True)
        node = Node(program, folder, database).start()
        check(node, database, expected)
    except Broken as broken:
        print(f"BROKEN: {broken}")
        return 1
    finally:
        if node:
            node.stop()
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
