"""Clocks that run, beside nginx: ./dev bench live [TICKETS].

A whole server on SQLite with so many open tickets, three clocks each, and two warning rules:
the first page of the board against files of the same size; how soon an event moves the board and a
stream; what nothing due costs; how soon the board is right after a kill; and ten thousand clocks that
reach a point at the same instant.
"""
import datetime
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

from http_bench import cpu_of, resident_of, start_nginx
from load_bench import PASSWORD, ROUNDS, Vigie, fill, tell, wrk

BOARD = "/api/tickets?order=due"
NARROW = ["&customer=customer-3", "&priority=P1", "&overdue=true", "&due_within_minutes=60&customer=customer-3"]
CROSSING = 10_000
TIGHT = """id: sla-tight
version: 1
between: {provider: Nova, customer: Tight}
in_force: {from: 2020-01-01}
zone: Europe/Paris
targets:
  resolve: {metric: resolution, for: {kind: incident}, within: 4h in always, required: 90 % per month}
"""


def now():
    return datetime.datetime.now(datetime.timezone.utc)


def session_of(vigie):
    _, fields = vigie.ask("POST", "/api/session", {"email": "ann@nova.example", "password": PASSWORD})
    return {"Cookie": fields["Set-Cookie"].split(";")[0], "Sec-Fetch-Site": "same-origin"}


def add_rules(vigie):
    """Ann is told of the breach of every clock, and when three quarters of Tight's targets are used."""
    ann = session_of(vigie)
    vigie.ask("POST", "/api/escalation-ladders", {"reference": "ann", "name": "Ann", "levels": [
        {"after_minutes": 0, "is_urgent": False, "recipients": [{"kind": "account", "reference": "ann"}]}]}, ann)
    vigie.ask("POST", "/api/parties", {"reference": "tight", "kind": "customer", "name": "Tight"}, ann)
    vigie.ask("POST", "/api/agreements", {"document": TIGHT}, ann)
    for reference, percent, more in (("breach", 100, {}), ("three-quarters", 75, {"customer": "tight"})):
        vigie.ask("POST", "/api/warning-rules", {"reference": reference, "name": reference, "ladder": "ann",
                                                "watches": "share_of_target", "amount": percent, **more}, ann)


def compare_with_nginx(vigie, nginx, few):
    pid = [vigie.process.pid]
    with tempfile.TemporaryDirectory() as folder:
        open(f"{folder}/board", "w").write("x" * vigie.size_of(BOARD))
        print(f"first page of the board: {vigie.size_of(BOARD):,} bytes")
        master, port, workers = start_nginx(nginx, folder) if nginx else (None, None, None)
        files, board = [], []
        for _ in range(ROUNDS):
            if nginx:
                files.append(wrk(f"http://127.0.0.1:{port}/board", workers))
            board.append(wrk(vigie.url(BOARD), pid, secret=vigie.secret))
        if master:
            master.terminate()
            master.wait()
    against = tell("nginx, a file of that size", files) if nginx else None
    rate = tell("vigie, first page of the board, what is due first", board, against)
    print(f"  {rate / few:.2f} of the rate with a hundredth of the tickets")
    for filter in NARROW:
        tell(f"vigie, the same, {filter[1:]}", [wrk(vigie.url(BOARD + filter), pid, secret=vigie.secret)])


class Listener:
    """A stream; tells when it has heard of something."""

    def __init__(self, vigie):
        self.socket = socket.create_connection(("127.0.0.1", vigie.port))
        self.socket.sendall(
            f"GET /api/stream HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {vigie.secret}\r\n\r\n".encode())
        self.hear(b"event: open")

    def hear(self, what, seconds=10):
        heard, begun = b"", time.monotonic()
        self.socket.settimeout(seconds)
        while what not in heard:
            heard += self.socket.recv(65536)
            if time.monotonic() - begun > seconds:
                sys.exit(f"not heard: {what}")


def event_to_board(vigie):
    """Milliseconds from before the request to its answer, to the board's, and to the stream."""
    listener = Listener(vigie)
    times = []
    for i in range(20):
        reference = f"INC-{1000 + i}"
        begun = time.monotonic()
        told, _ = vigie.ask("POST", f"/api/tickets/{reference}/events", {"event": "acknowledged"})
        answered = time.monotonic()
        listener.hear(f'"reference":"{reference}"'.encode())
        heard = time.monotonic()
        seen, _ = vigie.ask("GET", f"/api/tickets/{reference}")
        assert seen["version"] == told["version"], "the board is behind"
        times.append(((answered - begun) * 1000, (heard - begun) * 1000, (time.monotonic() - begun) * 1000))
    names = ("its answer", "the stream", "the board asked after both")
    for name, each in zip(names, zip(*times)):
        print(f"an event to {name}: median {statistics.median(each):.1f} ms, most {max(each):.1f} ms")


def idle(vigie, seconds):
    time.sleep(5)
    before = cpu_of([vigie.process.pid])
    time.sleep(seconds)
    cost = (cpu_of([vigie.process.pid]) - before) * 1000 * 60 / seconds
    print(f"nothing due: {cost:.1f} ms of CPU a minute (over {seconds} s), {resident_of(vigie.process.pid) / 1024:.0f}"
          " MiB in memory")


def restart(vigie, program):
    """Killed, started again: until the first page of the board is the same as before."""
    def first_page():
        page, _ = vigie.ask("GET", BOARD)
        return [item["reference"] for item in page["items"]]
    expected, times = first_page(), []
    for _ in range(5):
        vigie.process.send_signal(signal.SIGKILL)
        vigie.process.wait()
        begun = time.monotonic()
        vigie.process = subprocess.Popen([program, "serve", "--listen", f"127.0.0.1:{vigie.port}", *vigie.settings],
                                         stdout=subprocess.PIPE, stderr=open(f"{vigie.folder}/vigie.log", "a"), text=True)
        vigie.process.stdout.readline()
        if first_page() != expected:
            sys.exit("the board is not what it was")
        times.append((time.monotonic() - begun) * 1000)
    print(f"killed and started again: the board is right after {max(times):.0f} ms, the slowest of {len(times)}")


def crossing(vigie, folder):
    """Ten thousand clocks that reach three quarters of their targets at one instant."""
    at = now() + datetime.timedelta(seconds=max(30, CROSSING // 400))
    opened = (at - datetime.timedelta(hours=3)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    script = f"{folder}/crossing.lua"
    body = json.dumps({"customer": "tight", "title": "At nine on a Monday", "kind": "incident", "opened_at": opened})
    open(script, "w").write(
        f"local left = {CROSSING + 1}\nfunction request()\n  left = left - 1\n"
        "  if left < 0 then return wrk.format('GET', '/api/tickets/INC-1',"
        f" {{['Authorization'] = 'Bearer {vigie.secret}'}}) end\n"
        f"  return wrk.format('POST', '/api/tickets', {{['Authorization'] = 'Bearer {vigie.secret}',"
        f" ['Content-Type'] = 'application/json'}}, [[{body}]])\nend\n")
    wrk(vigie.url("/api/tickets"), [vigie.process.pid], script, seconds=12)
    rows = sqlite3.connect(f"file:{vigie.folder}/vigie.db?mode=ro", uri=True)
    timers = rows.execute("select count(*) from timer t join warning_rule r on r.id = t.rule"
                          " where r.reference = 'three-quarters'").fetchone()[0]
    print(f"{timers:,} clocks reach their point at {at:%H:%M:%S}", flush=True)
    if now() >= at:
        sys.exit("creating them took too long")
    time.sleep((at - now()).total_seconds())
    count = "select count(*), count(distinct subject), max(at) - max(of_at) from notice where watches ="\
            " 'share_of_target' and amount = 750"
    while (now() - at).total_seconds() < 60:
        made, subjects, latest = rows.execute(count).fetchone()
        if made >= timers:
            break
        time.sleep(0.05)
    print(f"{made:,} notices of {subjects:,} tickets, the last one {latest / 1e6:.2f} s after the instant")


def main():
    program = sys.argv[1]
    tickets = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    seconds = int(os.environ.get("BENCH_IDLE", "60"))
    if not shutil.which("wrk"):
        sys.exit("wrk is not on this machine")
    nginx = os.environ.get("VIGIE_NGINX") or shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
    folder = tempfile.mkdtemp(prefix="vigie-live-")
    vigie = Vigie(program, folder)
    try:
        add_rules(vigie)
        few = fill(vigie, tickets // 100)
        pid = [vigie.process.pid]
        few_rate = tell(f"vigie, first page of the board, {few:,} open tickets",
                        [wrk(vigie.url(BOARD), pid, secret=vigie.secret) for _ in range(ROUNDS)])
        print(f"{few + fill(vigie, tickets - few):,} open tickets, three clocks each", flush=True)
        compare_with_nginx(vigie, nginx, few_rate)
        event_to_board(vigie)
        idle(vigie, seconds)
        restart(vigie, program)
        crossing(vigie, folder)
    finally:
        vigie.stop()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
