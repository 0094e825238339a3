"""A node whose clock is a minute off is not ready, and changes nothing: ./dev drill wrong_clock.

Two nodes on one PostgreSQL, of which one is run under faketime. What they record, judge, settle and
lease is compared with the clock of the database.
"""
import datetime
import glob
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from node import Broken, Node, ask, free_port, need, unprivileged

BIN = "/usr/lib/postgresql/15/bin"
FAKETIME = next(iter(glob.glob("/usr/lib/*/faketime/libfaketime.so.1")), "libfaketime.so.1")
OFF = 60
AGREEMENT = """id: sla-acme
version: 1
between: {provider: Nova, customer: Acme}
in_force: {from: 2020-01-01}
zone: UTC
targets:
  resolve: {metric: resolution, for: {kind: incident}, within: 30 s in always}
"""


class Postgresql:
    def __init__(self, folder):
        self.folder, self.port = folder, free_port()
        run = {"cwd": folder, "stdout": subprocess.DEVNULL, "check": True, **unprivileged()}
        subprocess.run([f"{BIN}/initdb", "-D", f"{folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8",
                        "--locale=C.UTF-8"], **run)
        self.process = subprocess.Popen(
            [f"{BIN}/postgres", "-D", f"{folder}/data", "-p", str(self.port), "-c", "listen_addresses=127.0.0.1",
             "-c", f"unix_socket_directories={folder}"], cwd=folder, stderr=open(f"{folder}/postgres.log", "w"),
            **unprivileged())
        for _ in range(100):
            if self.sql("select 1", "postgres") == "1":
                break
            time.sleep(0.1)
        self.sql("create database vigie", "postgres")
        self.url = f"postgresql://postgres@127.0.0.1:{self.port}/vigie"

    def sql(self, text, database="vigie"):
        return subprocess.run(["psql", "-XAtq", "-c", text, f"host=127.0.0.1 port={self.port} user=postgres"
                               f" dbname={database}"], capture_output=True, text=True).stdout.strip()

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


class Drill:
    def __init__(self, program, folder, postgresql):
        self.postgresql = postgresql
        off = ["env", "FAKETIME_DONT_FAKE_MONOTONIC=1", f"FAKETIME=+{OFF}s", f"LD_PRELOAD={FAKETIME}"]
        self.wrong = Node(program, folder, postgresql.url, "wrong", off)
        self.right = Node(program, folder, postgresql.url, "right")
        self.right.add_account()
        self.wrong.start()
        self.fields = self.wrong.sign_in()
        self.made = 0

    def ask(self, node, method, path, body=None, fields=None):
        status, answer, _ = ask(node.port, method, path, body, {**self.fields, **(fields or {})}, 60)
        if status >= 400:
            raise Broken(f"{method} {path} of the {node.name} node: {status} {answer}")
        return answer

    def expect(self, what, is_so, seen):
        print(f"  {'yes' if is_so else 'NO '}  {what}: {seen}")
        if not is_so:
            raise Broken(what)


def seconds_off(text):
    """How far an instant is from the true clock."""
    at = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return (at - datetime.datetime.now(datetime.timezone.utc)).total_seconds()


def leases(drill):
    """A long job of the wrong node, while the right one comes and looks for work."""
    events = "\n".join(f'{{"ticket": "T-{n}", "at": "2026-03-02T10:00:00Z", "event": "opened"}}' for n in range(30000))
    made = drill.ask(drill.wrong, "POST", "/api/imports", {"source": "desk", "customer": "acme"})
    path = f"/api/imports/{made['reference']}"
    drill.ask(drill.wrong, "PUT", path + "/file", events, {"Content-Type": "application/octet-stream"})
    drill.ask(drill.wrong, "POST", path + "/run", {})
    drill.right.start()
    left = []
    end = time.monotonic() + 120
    while drill.postgresql.sql("select count(*) from job where ended_at is null") != "0" and time.monotonic() < end:
        lease = drill.postgresql.sql("select (lease_until - clock_now()) / 1000000 from job where lease_until is not null")
        left += [int(each) for each in lease.split()]
        time.sleep(0.05)
    drill.expect("leases last as long as those of a right clock", left and all(0 <= each <= 45 for each in left),
                 f"{min(left, default=0)} to {max(left, default=0)} s left, seen {len(left)} times")
    attempts = drill.postgresql.sql("select max(attempt) || ' attempt, ' || max(state) from job")
    drill.expect("the job of the wrong node was not taken from it", attempts == "1 attempt, done", attempts)


def readiness(drill):
    status, answer, _ = ask(drill.right.port, "GET", "/readyz")
    drill.expect("the right node is ready", status == 200, status)
    status, answer, _ = ask(drill.wrong.port, "GET", "/readyz")
    drill.expect("the wrong node is not", status == 503, f"{status}, {answer.get('detail')}")


def verdicts(drill):
    ticket = {"customer": "acme", "title": "The printer is on fire", "kind": "incident"}
    opened = {node.name: drill.ask(node, "POST", "/api/tickets", ticket) for node in (drill.wrong, drill.right)}
    for name, each in opened.items():
        off = seconds_off(each["opened_at"])
        drill.expect(f"opened by the {name} node, dated by the database", abs(off) < 2, f"{off:+.2f} s")
    time.sleep(3)
    for name, each in opened.items():
        path = f"/api/tickets/{each['reference']}"
        seen = [drill.ask(node, "GET", path) for node in (drill.wrong, drill.right)]
        off = [seconds_off(one["as_of"]) for one in seen]
        drill.expect(f"{each['reference']} is read as of now by both", all(abs(one) < 2 for one in off),
                     " and ".join(f"{one:+.2f} s" for one in off))
        said = [[(clock["commitment"], clock["verdict"], clock.get("due_at")) for clock in one["clocks"]] for one in seen]
        drill.expect("judged alike, within its 30 s", said[0] == said[1] and "breached" not in str(said), said[0])


def alerts(drill):
    made = drill.ask(drill.right, "POST", "/api/sources", {
        "reference": "probe", "name": "Probe", "kind": "generic", "opens_after_seconds": 6,
        "profile": "fingerprint: /id\nservice: /id\nstate: {from: /state, values: {down: down, up: up}}"})
    status, answer, _ = ask(drill.wrong.port, "POST", "/api/sources/probe/facts", {"id": "mail", "state": "down"},
                            {"Authorization": f"Bearer {made['secret']}"})
    drill.expect("an alert told to the wrong node opens nothing at once", (status, answer["opened"]) == (202, 0), status)
    begun = time.monotonic()
    while not drill.ask(drill.right, "GET", "/api/outages")["items"] and time.monotonic() - begun < 30:
        time.sleep(0.1)
    took = time.monotonic() - begun
    drill.expect("it opens an outage once it has lasted 6 s", 5 < took < 9, f"{took:.1f} s")
    count = len(drill.ask(drill.right, "GET", "/api/outages")["items"])
    drill.expect("one outage, by two nodes", count == 1, count)


def main():
    need(FAKETIME, "psql", f"{BIN}/postgres")
    folder = tempfile.mkdtemp(prefix="vigie-clock-")
    os.chmod(folder, 0o777)
    postgresql = drill = None
    try:
        postgresql = Postgresql(folder)
        drill = Drill(os.path.abspath(sys.argv[1]), folder, postgresql)
        print(f"a node whose clock is {OFF} s ahead, beside a right one:")
        drill.ask(drill.wrong, "POST", "/api/parties", {"reference": "acme", "kind": "customer", "name": "Acme"})
        drill.ask(drill.wrong, "POST", "/api/agreements", {"document": AGREEMENT})
        leases(drill)
        readiness(drill)
        verdicts(drill)
        alerts(drill)
    finally:
        if drill:
            drill.wrong.stop()
            drill.right.stop()
        if postgresql:
            postgresql.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    try:
        main()
    except Broken as broken:
        sys.exit(f"failed: {broken}")
