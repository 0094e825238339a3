"""Reading, listing and creating tickets beside nginx and bare SQLite: ./dev bench load.

One run, one machine, the same connections, turn by turn, the median of five. nginx serves files of
the same size with one worker and its access log on; Vigie checks a token at each request, and writes
its log too. Tickets are created through the API, judged under their agreement as always.
"""
import http.client
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

from http_bench import cpu_of, start_nginx

CONNECTIONS = int(os.environ.get("BENCH_CONNECTIONS", "64"))
SECONDS = int(os.environ.get("BENCH_SECONDS", "3"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
CUSTOMERS = 20
PASSWORD = "four blue herons"

AGREEMENT = """id: sla-customer-{n}
version: 1
between: {{provider: Nova, customer: Customer {n}}}
in_force: {{from: 2020-01-01}}
zone: Europe/Paris
calendars:
  office: {{zone: Europe/Paris, hours: "mon-fri 09:00-18:00"}}
targets:
  respond: {{metric: response, for: {{kind: incident}}, within: 30min in office, required: 95 % per month}}
  restore: {{metric: restoration, for: {{kind: incident}}, within: 4h in office, required: 95 % per month}}
  resolve: {{metric: resolution, for: {{kind: incident}}, within: 120h in always, required: 90 % per month}}
"""

CREATE = """
local count = 0
function request()
  count = count + 1
  local body = string.format('{"customer": "customer-%%d", "title": "The printer of the second floor is on fire", ' ..
    '"kind": "incident", "priority": "P%%d", "service": "printing"}', count %% %d + 1, count %% 4 + 1)
  return wrk.format("POST", "/api/tickets",
    {["Authorization"] = "Bearer %s", ["Content-Type"] = "application/json"}, body)
end
"""


class Vigie:
    """A server on a database of its own, and who asks it."""

    def __init__(self, program, folder):
        self.folder = folder
        self.settings = ["--set", f"database=sqlite:{folder}/vigie.db"]
        subprocess.run([program, "account", "add", "ann", "--name", "Ann", "--email", "ann@nova.example",
                        "--company", "Nova", *self.settings], input=PASSWORD + "\n", text=True,
                       check=True, stdout=subprocess.DEVNULL)
        self.process = subprocess.Popen([program, "serve", "--listen", "127.0.0.1:0", *self.settings],
                                        stdout=subprocess.PIPE, stderr=open(f"{folder}/vigie.log", "w"), text=True)
        self.port = int(re.search(r":(\d+)\s*$", self.process.stdout.readline())[1])
        _, fields = self.ask("POST", "/api/session", {"email": "ann@nova.example", "password": PASSWORD})
        cookie = {"Cookie": fields["Set-Cookie"].split(";")[0], "Sec-Fetch-Site": "same-origin"}
        permissions = ["read_tickets", "write_tickets", "read_parties", "write_parties", "read_agreements",
                       "write_agreements", "sign_agreements", "act_for_provider"]
        made, _ = self.ask("POST", "/api/tokens", {"name": "bench", "permissions": permissions, "days": 1}, cookie)
        self.secret = made["secret"]
        for n in range(1, CUSTOMERS + 1):
            self.ask("POST", "/api/parties", {"reference": f"customer-{n}", "kind": "customer", "name": f"Customer {n}"})
            self.ask("POST", "/api/agreements", {"document": AGREEMENT.format(n=n)})
        open(f"{folder}/create.lua", "w").write(CREATE % (CUSTOMERS, self.secret))

    def ask(self, method, path, body=None, fields=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        fields = dict(fields or {})
        if "Cookie" not in fields and hasattr(self, "secret"):
            fields["Authorization"] = f"Bearer {self.secret}"
        if body is not None:
            fields["Content-Type"] = "application/json"
        connection.request(method, path, json.dumps(body) if body is not None else None, fields)
        answer = connection.getresponse()
        text = answer.read()
        if answer.status >= 400:
            sys.exit(f"{method} {path}: {answer.status} {text.decode()}")
        return json.loads(text) if text else None, dict(answer.getheaders())

    def size_of(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers={"Authorization": f"Bearer {self.secret}"})
        return len(connection.getresponse().read())

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def stop(self):
        self.process.terminate()
        self.process.wait()


def wrk(url, pids, script=None, secret=None, seconds=SECONDS):
    """Rate, p50, p99, microseconds of processor a request, requests."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
    command += ["-s", script] if script else []
    command += ["-H", f"Authorization: Bearer {secret}"] if secret else []
    before = cpu_of(pids)
    out = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    if "Non-2xx" in out:
        sys.exit(out)
    count = int(re.search(r"(\d+) requests in", out)[1])
    return (float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), re.search(r"50%\s+(\S+)", out)[1],
            re.search(r"99%\s+(\S+)", out)[1], (cpu_of(pids) - before) / count * 1e6, count)


def commits(program, folder, writers):
    """Bare durable commits of one row each, a second."""
    out = subprocess.run([program, f"{folder}/bare-{writers}.db", str(writers), str(SECONDS)],
                         capture_output=True, text=True, check=True).stdout
    return float(out)


def fill(vigie, tickets):
    made = 0
    while made < tickets:
        made += wrk(vigie.url("/api/tickets"), [vigie.process.pid], f"{vigie.folder}/create.lua", seconds=5)[4]
    return made


def tell(name, runs, against=None):
    rates = [run[0] for run in runs]
    rate = statistics.median(rates)
    middle = sorted(runs)[len(runs) // 2]
    ratio = f", {rate / against:.3f} of it" if against else ""
    print(f"{name}: {rate:,.0f}/s ({min(rates):,.0f} to {max(rates):,.0f}), p50 {middle[1]}, p99 {middle[2]}, "
          f"{statistics.median(run[3] for run in runs):.0f} us of CPU each{ratio}", flush=True)
    return rate


def measure(vigie, nginx, commit_program):
    pid = [vigie.process.pid]
    paths = {"read": "/api/tickets/INC-1", "list": "/api/tickets"}
    with tempfile.TemporaryDirectory() as folder:
        master, port, workers = start_nginx(nginx, folder) if nginx else (None, None, None)
        for name, path in paths.items():
            open(f"{folder}/{name}", "w").write("x" * vigie.size_of(path))
            print(f"{name}: {vigie.size_of(path):,} bytes")
        runs = {}
        for _ in range(ROUNDS):
            for name, path in paths.items():
                if nginx:
                    runs.setdefault(f"nginx {name}", []).append(wrk(f"http://127.0.0.1:{port}/{name}", workers))
                runs.setdefault(name, []).append(wrk(vigie.url(path), pid, secret=vigie.secret))
            for writers in (1, CONNECTIONS):
                runs.setdefault(f"bare {writers}", []).append(commits(commit_program, vigie.folder, writers))
            runs.setdefault("create", []).append(
                wrk(vigie.url("/api/tickets"), pid, f"{vigie.folder}/create.lua"))
        if master:
            master.terminate()
            master.wait()
    for name in paths:
        against = tell(f"nginx, a file of that size ({name})", runs[f"nginx {name}"]) if nginx else None
        tell(f"vigie, {name}", runs[name], against)
    for writers in (1, CONNECTIONS):
        rate = statistics.median(runs[f"bare {writers}"])
        print(f"bare SQLite, single-row commits, {writers} writers: {rate:,.0f}/s")
        tell("vigie, create", runs["create"], rate)


def main():
    program, commit_program = sys.argv[1], sys.argv[2]
    tickets = int(sys.argv[3]) if len(sys.argv) > 3 else 100_000
    if not shutil.which("wrk"):
        sys.exit("wrk is not on this machine")
    nginx = os.environ.get("VIGIE_NGINX") or shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
    if not nginx:
        print("nginx: not on this machine")
    folder = tempfile.mkdtemp(prefix="vigie-load-")
    vigie = Vigie(program, folder)
    try:
        few = fill(vigie, 1_000)
        tell(f"vigie, list, {few:,} open tickets",
             [wrk(vigie.url("/api/tickets"), [vigie.process.pid], secret=vigie.secret) for _ in range(ROUNDS)])
        print(f"{few + fill(vigie, tickets - few):,} open tickets", flush=True)
        measure(vigie, nginx, commit_program)
    finally:
        vigie.stop()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
