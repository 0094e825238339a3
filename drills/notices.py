"""Ten thousand clocks reach three quarters of their targets at one instant: ./dev drill notices.

    ./dev drill notices [sqlite | postgresql | postgresql://...] [--count N]

Tickets are opened through the API under an agreement that a warning rule watches; its ladder tells an account by e-mail
and a webhook that fails one time in three. First nobody is killed, until the last notice is made. Then, in a new
installation, nodes are killed on the way: on SQLite the one node while notices are made, and again while they are
delivered; on PostgreSQL one of three, while both go on. Each notice is to be made within ten seconds, a restart
included, and each delivery to arrive; those that arrive twice may be at most what was in flight at each kill.
"""
import collections
import contextlib
import datetime
import http.client
import json
import os
import sys
import tempfile
import threading
import time

from database import Database
from node import Broken, Node, ask, need
from sink import Sink

BATCH, MAIL_SENDERS, WEBHOOK_SENDERS = 20, 2, 4
SETTINGS = {
    "mail_from": "vigie@nova.example",
    "address": "https://vigie.example",
    "webhook_hosts": "127.0.0.1",
    "limits.delivery_batch": BATCH,
    "limits.mail_senders": MAIL_SENDERS,
    "limits.webhook_senders": WEBHOOK_SENDERS,
    "limits.mail_milliseconds": 2000,
    "limits.webhook_milliseconds": 2000,
    "limits.delivery_lease_milliseconds": 5000,
}
CONNECTIONS = 8
MOST_SECONDS = 10  # from the instant to the last notice
SILENCE = 900  # seconds without anything new: what still waits is looked at
PATIENCE = 5400  # seconds: a call that failed ten times waits for half an hour
AGREEMENT = """id: sla-tight
version: 1
between: {provider: Nova, customer: Tight}
in_force: {from: 2020-01-01}
zone: UTC
targets:
  resolve: {metric: resolution, for: {kind: incident}, within: 4h in always}
"""


class Installation:
    """Nodes on one database, and the two programs that they tell; `ends` stops them."""

    def __init__(self, program, kind, url, folder, ends):
        secret = "whsec_" + "Vmlnie" * 6
        self.ends = ends
        self.database = self.keep(Database(kind, folder, url))
        self.mail = self.keep(Sink(folder, "mail_sink"))
        self.hook = self.keep(Sink(folder, "webhook_sink", secret))
        self.nodes = [self.node(program, folder, f"node-{i}") for i in range(1, 4 if kind == "postgresql" else 2)]
        self.nodes[0].add_account()
        for node in self.nodes:
            node.start()
        self.fields = self.nodes[0].sign_in()
        self.tell("/api/webhooks", {"reference": "sink", "name": "Sink", "url": f"http://127.0.0.1:{self.hook.port}/",
                                    "secret": secret})
        self.tell("/api/parties", {"reference": "tight", "kind": "customer", "name": "Tight"})
        self.tell("/api/agreements", {"document": AGREEMENT})
        self.tell("/api/escalation-ladders", {"reference": "both", "name": "Both", "levels": [
            {"after_minutes": 0, "is_urgent": False, "recipients": [
                {"kind": "account", "reference": "ann"}, {"kind": "webhook", "reference": "sink"}]}]})
        self.tell("/api/warning-rules", {"reference": "three-quarters", "name": "Three quarters", "ladder": "both",
                                         "watches": "share_of_target", "amount": 75, "customer": "tight"})

    def keep(self, part):
        self.ends.callback(part.stop)
        return part

    def node(self, program, folder, name):
        node = self.keep(Node(program, folder, self.database.url, name))
        for key, value in {**SETTINGS, "mail_server": f"smtp+clear://127.0.0.1:{self.mail.port}"}.items():
            node.settings += ["--set", f"{key}={value}"]
        return node

    def tell(self, path, body):
        status, said, _ = ask(self.nodes[0].port, "POST", path, body, self.fields)
        if status != 201:
            raise Broken(f"POST {path}: {status} {said}")

    def open_tickets(self, count, opened):
        """All with the same instant, over several connections to all nodes; gives how often one was told to ask again."""
        body = json.dumps({"customer": "tight", "title": "At nine on a Monday", "kind": "incident",
                           "opened_at": opened.strftime("%Y-%m-%dT%H:%M:%S.%fZ")})
        fields = {**self.fields, "Content-Type": "application/json"}
        left, again, refused = iter(range(count)), [], []

        def answer_of(connection):
            connection.request("POST", "/api/tickets", body, fields)
            answer = connection.getresponse()
            return f"{answer.status} {answer.read().decode()}"

        def some(port):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            while not refused and next(left, None) is not None:
                while (said := answer_of(connection)).startswith("503"):
                    again.append(said)
                if not said.startswith("201"):
                    refused.append(f"POST /api/tickets: {said}")
            connection.close()

        threads = [threading.Thread(target=some, args=(self.nodes[i % len(self.nodes)].port,))
                   for i in range(CONNECTIONS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if refused:
            raise Broken(refused[0])
        return len(again)

    def made(self):
        return self.database.number("select count(*) from notice")

    def arrived(self):
        return [len(set(sink.ids())) for sink in (self.mail, self.hook)]

    def waits(self):
        return self.database.number("select count(*) from delivery where state = 'waiting'") > 0

    def kill(self, again):
        self.nodes[0].process.kill()
        self.nodes[0].process.wait()
        if again:
            self.nodes[0].start()


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def begin(installation, count):
    """Opens the tickets, and waits for the instant, which it gives."""
    begun = now()
    at = begun + datetime.timedelta(seconds=max(15, count / 60))
    again = installation.open_tickets(count, at - datetime.timedelta(hours=3))
    opened = now()
    clocks = installation.database.number("select count(*) from timer")
    print(f"  {count} tickets opened in {(opened - begun).total_seconds():.1f} s ({again} asked again); {clocks} clocks"
          f" reach their point at {at:%H:%M:%S}", flush=True)
    if clocks != count:
        raise Broken("they are not as many")
    if now() >= at or installation.made():
        raise Broken("opening them took too long")
    time.sleep((at - now()).total_seconds())
    return at


def until_made(installation, count, at, kill):
    """Seconds from the instant to the last notice; `kill` runs when some are made, but not all."""
    while True:
        made = installation.made()
        passed = (now() - at).total_seconds()
        if made >= count and not kill:
            return passed
        if kill and made and all(installation.arrived()):
            kill(f"{made} of {count} notices made")
            kill = None
        if passed > 120:
            raise Broken(f"{made} of {count} notices after {passed:.0f} s")
        time.sleep(0.02)


def until_arrived(installation, count, at, kill):
    """Seconds from the instant to the last id, by sink; `kill` runs when half of them have arrived."""
    last, seen, done = time.monotonic(), 0, {}
    nothing_waits = False
    while True:
        arrived = installation.arrived()
        for name, number in zip(("e-mail", "webhook"), arrived):
            if number >= count and name not in done:
                done[name] = (now() - at).total_seconds()
        if sum(arrived) != seen:
            seen, last = sum(arrived), time.monotonic()
        if kill and seen >= count:
            kill(f"{arrived[0]} e-mails and {arrived[1]} calls delivered")
            kill = None
        silence = time.monotonic() - last
        if len(done) == 2 or silence > PATIENCE or nothing_waits:
            return done
        nothing_waits = silence > SILENCE and not installation.waits()  # what came just then is read once more
        time.sleep(0.1)


def drill(program, kind, url, count, is_calm):
    print(f"{kind}, {'nobody is killed' if is_calm else 'with kills'}", flush=True)
    kills = []

    def kill(when):
        begun = time.monotonic()
        installation.kill(again=kind == "sqlite")
        again = f", serves again after {time.monotonic() - begun:.2f} s" if kind == "sqlite" else ""
        kills.append(when)
        print(f"  killed when there were {when}{again}", flush=True)

    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as ends:
        os.chmod(folder, 0o755)
        installation = Installation(program, kind, url, folder, ends)
        at = begin(installation, count)
        made = until_made(installation, count, at, None if is_calm else kill)
        print(f"  the last of {count} notices is there {made:.2f} s after the instant (at most {MOST_SECONDS})",
              flush=True)
        if is_calm:
            return made <= MOST_SECONDS
        done = until_arrived(installation, count, at, kill if kind == "sqlite" else None)
        return report(installation, count, done, len(kills)) and made <= MOST_SECONDS


def report(installation, count, done, kills):
    kept = installation.database.number("select count(distinct subject) from notice") == count
    for name, channel, sink, senders in (("e-mail", "email", installation.mail, MAIL_SENDERS),
                                         ("webhook", "webhook", installation.hook, WEBHOOK_SENDERS)):
        sent = set(installation.database.column(f"select reference from delivery where channel = '{channel}'"))
        times = collections.Counter(sink.ids())
        missing, unknown = len(sent - times.keys()), len(times.keys() - sent)
        twice, most = times.total() - len(times), kills * senders * BATCH
        seconds = f"{done[name]:.1f} s after the instant" if name in done else "never"
        print(f"  {name}: {len(times)} distinct ids, {missing} missing, {unknown} that nobody sent, {twice} twice"
              f" (at most {most}), all there {seconds}", flush=True)
        kept = kept and len(sent) == count and not missing and not unknown and twice <= most
    return kept


def main():
    program = os.path.abspath(sys.argv[1])
    need(program)
    arguments = sys.argv[2:]
    count = 10_000
    if "--count" in arguments:
        at = arguments.index("--count")
        count = int(arguments[at + 1])
        del arguments[at:at + 2]
    print("settings:", ", ".join(f"{key}={value}" for key, value in SETTINGS.items()), flush=True)
    kept = True
    for asked in arguments or ["sqlite", "postgresql"]:
        kind = "sqlite" if asked == "sqlite" else "postgresql"
        url = asked if "://" in asked else ""
        runs = (True, False) if not url else (False,)  # another's database is there once
        for is_calm in runs:
            kept = drill(program, kind, url, count, is_calm) and kept
    print("kept" if kept else "NOT kept")
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    try:
        main()
    except Broken as broken:
        print(broken)
        sys.exit(1)
