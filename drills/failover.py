"""A PostgreSQL primary is killed under writes, and another takes over: ./dev drill failover [SECONDS].

Two nodes on two PostgreSQL under Patroni, with synchronous replication. Writers open tickets on both
nodes, each under an Idempotency-Key that is sent again until it is answered. Once the primary is
killed, what was acknowledged is counted again, and how long nothing could be written is told.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import uuid

from node import Broken, Node, ask, need
from patroni_pair import BIN, PARAMETERS, SETTINGS, Pair

WRITERS = 8


class Writer(threading.Thread):
    """Opens one ticket after the other, on one node and then the other; each until it is answered."""

    def __init__(self, number, nodes, fields, stops):
        super().__init__()
        self.number, self.nodes, self.fields, self.stops = number, nodes, fields, stops
        self.acknowledged = []  # (title, reference, instant)
        self.refused = {}

    def run(self):
        count = 0
        while not self.stops.is_set():
            count += 1
            self.open(f"writer {self.number} ticket {count}", count)

    def open(self, title, turn):
        key = {"Idempotency-Key": uuid.uuid4().hex}
        body = {"customer": "acme", "title": title, "kind": "incident"}
        while True:
            node = self.nodes[(self.number + turn) % len(self.nodes)]
            turn += 1
            try:
                status, answer, _ = ask(node.port, "POST", "/api/tickets", body, {**self.fields, **key})
            except (OSError, Broken) as error:
                status, answer = type(error).__name__, None
            if status == 201:
                self.acknowledged.append((title, answer["reference"], time.monotonic()))
                return
            self.refused[status] = self.refused.get(status, 0) + 1
            if self.stops.is_set():
                return
            time.sleep(0.05)


class Readiness(threading.Thread):
    """When a node said that it is not ready."""

    def __init__(self, node, stops):
        super().__init__()
        self.node, self.stops, self.gone = node, stops, []

    def run(self):
        while not self.stops.is_set():
            try:
                status, _, _ = ask(self.node.port, "GET", "/readyz", timeout=3)
            except (OSError, Broken):
                status = 0
            if status != 200:
                self.gone.append(time.monotonic())
            time.sleep(0.2)


def set_up(program, folder, pair):
    pair.sql("create database vigie")
    nodes = [Node(program, folder, pair.url("vigie"), name) for name in ("node-1", "node-2")]
    nodes[0].add_account()
    for node in nodes:
        node.start()
    fields = nodes[0].sign_in()
    ask(nodes[0].port, "POST", "/api/parties", {"reference": "acme", "kind": "customer", "name": "Acme"}, fields)
    return nodes, fields


def kept_titles(pair):
    """How often each title of a ticket is kept."""
    count = {}
    for line in pair.sql("select title || '|' || reference from ticket", "vigie").splitlines():
        count.setdefault(line.split("|")[0], []).append(line.split("|")[1])
    return count


def judge(writers, kept, killed_at):
    acknowledged = sorted((each for writer in writers for each in writer.acknowledged), key=lambda each: each[2])
    lost = [each for each in acknowledged if each[1] not in kept.get(each[0], [])]
    doubled = [title for title, references in kept.items() if len(references) > 1]
    last = max(each[2] for each in acknowledged if each[2] <= killed_at)
    after = [each[2] for each in acknowledged if each[2] > killed_at]
    if not after:
        raise Broken("nothing was written after the primary was killed")
    # Answers that were on their way at the kill are not service that is back.
    times = [last, *after]
    begin, end = max(zip(times, times[1:]), key=lambda pair: pair[1] - pair[0])
    refused = {}
    for writer in writers:
        for status, count in writer.refused.items():
            refused[status] = refused.get(status, 0) + count
    print(f"acknowledged: {len(acknowledged)} writes, {len(after)} of them after the kill")
    print(f"lost: {len(lost)}; written twice: {len(doubled)}")
    print(f"without writes: {end - begin:.1f} s, from {begin - killed_at:+.1f} s to {end - killed_at:+.1f} s of the kill")
    print(f"answers meanwhile: {', '.join(f'{count} x {status}' for status, count in sorted(refused.items(), key=str)) or 'none'}")
    return not lost and not doubled


def drill(program, folder, pair, seconds):
    pair.start()
    print(f"settings: {SETTINGS}, {PARAMETERS}; the URL names both, target_session_attrs=read-write")
    nodes, fields = set_up(program, folder, pair)
    try:
        stops = threading.Event()
        writers = [Writer(n, nodes, fields, stops) for n in range(WRITERS)]
        watches = [Readiness(node, stops) for node in nodes]
        for thread in writers + watches:
            thread.start()
        time.sleep(seconds)
        victim = pair.primary()
        killed_at = time.monotonic()
        victim.kill()
        print(f"{victim.name}, the primary, is killed with all its processes after {seconds} s of writes by {WRITERS} writers")
        heir = pair.wait_for("another primary", pair.primary, 90)
        print(f"{heir.name} is the primary {time.monotonic() - killed_at:.1f} s later")
        time.sleep(seconds)
        stops.set()
        for thread in writers + watches:
            thread.join()
        is_kept = judge(writers, kept_titles(pair), killed_at)
        for watch in watches:
            if watch.gone:
                print(f"{watch.node.name}: not ready for {watch.gone[-1] - watch.gone[0]:.1f} s, ready again without hands")
        victim.start()
        pair.wait_for("the standby", pair.has_synchronous_standby, 90)
        print(f"{victim.name} is started again: a synchronous standby, nothing else was done")
        verified = subprocess.run([program, "verify", *nodes[0].settings], capture_output=True, text=True)
        print(f"vigie verify: {(verified.stdout + verified.stderr).splitlines()[0]}")
        is_kept = is_kept and verified.returncode == 0
        return is_kept
    finally:
        for node in nodes:
            node.stop()


def main():
    need("/usr/bin/patroni", "etcd", "psql", f"{BIN}/postgres")
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 10
    folder = tempfile.mkdtemp(prefix="vigie-failover-")
    os.chmod(folder, 0o777)
    pair = Pair(folder)
    try:
        return 0 if drill(os.path.abspath(sys.argv[1]), folder, pair, seconds) else 1
    finally:
        pair.stop()
        if os.environ.get("DRILL_KEEP"):
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Broken as broken:
        sys.exit(f"failed: {broken}")
