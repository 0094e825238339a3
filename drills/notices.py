"""Ten thousand notices reach a server of e-mail and a webhook that fails one time in three: ./dev drill notices.

    ./dev drill notices [sqlite | postgresql | postgresql://...] [--count N]

On SQLite the one node is killed twice on the way; on PostgreSQL three nodes serve, of which one is killed. Each id must
arrive; those that arrive twice are counted, and may be at most what was in flight when a node was killed.
"""
import collections
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from node import Broken, Node, ask, free_port, need, unprivileged

PYTHON = "/usr/bin/python3"  # that of Debian has aiosmtpd
HERE = os.path.dirname(os.path.abspath(__file__))
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
NOW = {"sqlite": "(unixepoch() * 1000000)",
       "postgresql": "(extract(epoch from clock_timestamp()) * 1000000)::bigint"}


def statements(kind, count):
    """A ladder, a rule, a notice a ticket, and the deliveries of each to the account and to the webhook."""
    now = NOW[kind]
    false = "0"
    series = ("with recursive n(i) as (select 1 union all select i + 1 from n where i < %d) " % count)
    yield ("insert into escalation_ladder (reference, version, name, name_sort, is_closed) "
           f"values ('drill', 1, 'Drill', 'drill', {false})")
    yield ("insert into warning_rule (reference, version, name, name_sort, watches, amount, ladder, agreement, "
           "priority, team, since, is_closed) select 'drill', 1, 'Drill', 'drill', 'share_of_target', 750, id, '', '', "
           f"'', 0, {false} from escalation_ladder where reference = 'drill'")
    yield ("insert into notice (reference, version, act, rule, watches, amount, thing, subject, team, site, of_at, at, "
           "agreement, agreement_version, commitment, label, kind, metric, cycle, period, target, due_at, level) "
           + series + "select 'drill-' || i, 1, (select min(number) from act), (select id from warning_rule where "
           "reference = 'drill'), 'share_of_target', 750, 'ticket', 'INC-' || i, 'network', '', "
           f"{now}, {now}, 'acme', 1, 'resolve-p2', 'Resolve P2', 'sla', 'resolution', 0, '', 14400000000, "
           f"{now} + 3600000000, 1 from n")
    for channel, to in (("email", "account"), ("webhook", "webhook")):
        table = {"account": "account", "webhook": "webhook"}[to]
        yield (f"insert into delivery (reference, notice, channel, {to}, state, level, is_urgent, due_at, attempt, error) "
               f"select '{channel}-' || reference, id, '{channel}', (select min(id) from {table}), 'waiting', 1, {false}, "
               f"{now}, 0, '' from notice")


class Store:
    """The database that is asked behind the program."""

    def __init__(self, kind, folder, url):
        self.kind, self.folder, self.url = kind, folder, url
        self.server = None
        if kind == "sqlite":
            self.url = f"sqlite:{folder}/vigie.db"
        elif not url:
            self.start_server()

    def start_server(self):
        binaries = "/usr/lib/postgresql/15/bin"
        need(f"{binaries}/initdb", "psql")
        data, port = f"{self.folder}/pg", free_port()
        os.mkdir(data)
        rights = unprivileged()
        if rights:
            shutil.chown(data, rights["user"], rights["group"])
        subprocess.run([f"{binaries}/initdb", "-D", data, "-U", "vigie", "--auth=trust", "-E", "UTF8", "--locale=C"],
                       check=True, stdout=subprocess.DEVNULL, cwd="/", **rights)
        self.server = subprocess.Popen(
            [f"{binaries}/postgres", "-D", data, "-c", f"port={port}", "-c", "listen_addresses=127.0.0.1",
             "-c", f"unix_socket_directories={data}", "-c", "max_connections=200"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", **rights)
        self.url = f"postgresql://vigie@127.0.0.1:{port}/postgres"
        for _ in range(100):
            if subprocess.run(["psql", self.url, "-c", "select 1"], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0:
                return
            time.sleep(0.1)
        raise Broken("PostgreSQL does not start")

    def run(self, all_statements):
        if self.kind == "sqlite":
            with sqlite3.connect(self.url.removeprefix("sqlite:"), timeout=30) as connection:
                for statement in all_statements:
                    connection.execute(statement)
            connection.close()
            return
        text = "begin;\n" + ";\n".join(all_statements) + ";\ncommit;\n"
        subprocess.run(["psql", self.url, "-q", "-v", "ON_ERROR_STOP=1"], input=text, text=True, check=True)

    def stop(self):
        if self.server:
            self.server.terminate()
            self.server.wait()


class Sink:
    def __init__(self, folder, script, *more):
        self.port = free_port()
        self.file = f"{folder}/{script}.ids"
        open(self.file, "w").close()
        self.process = subprocess.Popen([PYTHON, f"{HERE}/{script}.py", str(self.port), self.file, *more],
                                        stdout=subprocess.PIPE, text=True)
        if self.process.stdout.readline().strip() != "ready":
            raise Broken(f"{script} does not start")

    def ids(self):
        with open(self.file) as file:
            return file.read().split()

    def stop(self):
        self.process.kill()
        self.process.wait()


def started(program, folder, store, mail, name):
    node = Node(program, folder, store.url, name)
    for key, value in {**SETTINGS, "mail_server": f"smtp+clear://127.0.0.1:{mail.port}"}.items():
        node.settings += ["--set", f"{key}={value}"]
    return node


def follow(sinks, count, kills):
    """Until each id has arrived in each sink, or nothing has for a quarter of an hour; `kills` run on the way."""
    begun, last, seen = time.monotonic(), time.monotonic(), 0
    first_done = {}
    while True:
        arrived = [len(set(sink.ids())) for sink in sinks]
        for name, number in zip(("e-mail", "webhook"), arrived):
            if number >= count and name not in first_done:
                first_done[name] = time.monotonic() - begun
        if sum(arrived) != seen:
            seen, last = sum(arrived), time.monotonic()
        while kills and sum(arrived) >= kills[0][0] * count * 2:
            kills.pop(0)[1]()
        if min(arrived) >= count or time.monotonic() - last > 900:
            return first_done
        time.sleep(0.05)


def drill(program, kind, url, count, folder):
    store = Store(kind, folder, url)
    secret = "whsec_" + "Vmlnie" * 6
    mail, hook = Sink(folder, "mail_sink"), Sink(folder, "webhook_sink", secret)
    nodes = []
    try:
        nodes.append(started(program, folder, store, mail, "node-1"))
        nodes[0].add_account()
        nodes[0].start()
        if kind == "postgresql":
            nodes += [started(program, folder, store, mail, f"node-{i}").start() for i in (2, 3)]
        fields = nodes[0].sign_in()
        status, made, _ = ask(nodes[0].port, "POST", "/api/webhooks", {
            "reference": "sink", "name": "Sink", "url": f"http://127.0.0.1:{hook.port}/", "secret": secret}, fields)
        if status != 201:
            raise Broken(f"no webhook: {status} {made}")
        store.run(list(statements(kind, count)))
        killed = []

        def kill(again):
            nodes[0].process.kill()
            nodes[0].process.wait()
            killed.append(1)
            if again:
                nodes[0].start()

        kills = [(0.2, lambda: kill(True)), (0.5, lambda: kill(True))]
        if kind == "postgresql":
            kills = [(0.2, lambda: kill(False))]
        status, answer, _ = ask(nodes[0].port, "POST", "/api/parties",
                                {"reference": "wake", "kind": "customer", "name": "Wake"}, fields)
        if status != 201:
            raise Broken(f"no act: {status} {answer}")
        done = follow((mail, hook), count, kills)
        return report(kind, count, done, len(killed), mail, hook)
    finally:
        for each in (*nodes, mail, hook, store):
            each.stop()


def report(kind, count, done, kills, mail, hook):
    kept = True
    print(f"{kind}: {count} notices by each channel, killed {kills} times; settings:",
          ", ".join(f"{key}={value}" for key, value in SETTINGS.items()))
    for name, sink, senders in (("e-mail", mail, MAIL_SENDERS), ("webhook", hook, WEBHOOK_SENDERS)):
        ids = sink.ids()
        times = collections.Counter(ids)
        missing, twice, most = count - len(times), len(ids) - len(times), kills * senders * BATCH
        forged = times.get("forged", 0)
        seconds = f"{done[name]:.1f} s" if name in done else "never"
        print(f"  {name}: {len(times)} distinct ids, {missing} missing, {twice} twice (at most {most}),"
              f" {forged} forged, all there after {seconds}")
        kept = kept and missing == 0 and twice <= most and forged == 0
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
    kept = True
    for asked in arguments or ["sqlite", "postgresql"]:
        kind = "sqlite" if asked == "sqlite" else "postgresql"
        with tempfile.TemporaryDirectory() as folder:
            os.chmod(folder, 0o755)
            kept = drill(program, kind, asked if "://" in asked else "", count, folder) and kept
    print("kept" if kept else "NOT kept")
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    try:
        main()
    except Broken as broken:
        print(broken)
        sys.exit(1)
