"""An import beside plain prepared inserts of the same rows, while somebody writes: ./dev bench import.

import_bench.py VIGIE PLAIN_INSERTS LOG PROFILE AGREEMENT: on SQLite and on a PostgreSQL of its own,
imports the log through the API, meanwhile opens tickets and records events over HTTP one after the
other, then inserts the rows that the import has brought into empty tables of the same form.
"""
import glob
import http.client
import json
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import threading
import time


class Api:
    """One connection to the server, as a program with a token."""

    def __init__(self, port, token=None):
        self.port, self.token = port, token
        self.connection = http.client.HTTPConnection("127.0.0.1", port)

    def ask(self, method, path, body=None, raw=None, fields=None):
        fields = dict(fields or {})
        if self.token:
            fields["Authorization"] = "Bearer " + self.token
        if body is not None:
            raw, fields["Content-Type"] = json.dumps(body).encode(), "application/json"
        self.connection.request(method, path, raw, fields)
        answer = self.connection.getresponse()
        text = answer.read()
        if answer.status >= 400:
            sys.exit(f"{method} {path}: {answer.status} {text.decode()[:400]}")
        return answer, json.loads(text) if text else None


def start_postgresql(folder):
    """Gives its process and its URL; none where its programs are missing."""
    programs = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    if not programs:
        return None, None
    home = os.path.dirname(programs[-1])
    user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    def change():
        if os.getuid() == 0:
            entry = pwd.getpwnam(user)
            os.setgroups([])
            os.setgid(entry.pw_gid)
            os.setuid(entry.pw_uid)
    os.makedirs(folder + "/pg")
    if os.getuid() == 0:
        os.chmod(os.path.dirname(folder + "/pg"), 0o755)
        shutil.chown(folder + "/pg", user)
    quiet = {"preexec_fn": change, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL,
             "cwd": folder + "/pg"}
    data = folder + "/pg/data"
    subprocess.run([home + "/initdb", "-D", data, "-E", "UTF8", "-U", "vigie", "-A", "trust"],
                   check=True, **quiet)
    server = subprocess.Popen([home + "/postgres", "-D", data, "-k", folder + "/pg", "-h", ""], **quiet)
    for _ in range(100):
        if os.path.exists(folder + "/pg/.s.PGSQL.5432"):
            break
        time.sleep(0.1)
    time.sleep(1)
    for name in ("one", "other"):
        subprocess.run([home + "/createdb", "-h", folder + "/pg", "-U", "vigie", name], check=True)
    return server, "postgresql://vigie@/{}?host=" + folder + "/pg"


def serve(program, folder, url):
    settings = ["--set", "database=" + url, "--set", "journal_key=" + folder + "/journal.key"]
    subprocess.run([program, "account", "add", "ann", "--name", "Ann", "--email", "ann@nova.example",
                    "--company", "Nova", *settings], input="four blue herons\n", text=True, check=True,
                   stdout=subprocess.DEVNULL)
    server = subprocess.Popen([program, "serve", "--listen", "127.0.0.1:0", *settings],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    port = int(server.stdout.readline().rsplit(":", 1)[1])
    api = Api(port)
    answer, _ = api.ask("POST", "/api/session",
                        {"email": "ann@nova.example", "password": "four blue herons"})
    cookie = answer.getheader("Set-Cookie").split(";")[0]
    _, made = api.ask("POST", "/api/tokens",
                      {"name": "bench", "days": 1,
                       "permissions": ["write_parties", "write_agreements", "sign_agreements",
                                       "write_tickets", "act_for_provider",
                                       "read_imports", "run_imports", "follow_jobs"]},
                      fields={"Cookie": cookie, "Sec-Fetch-Site": "same-origin"})
    return server, port, made["secret"]


class Writer(threading.Thread):
    """Opens tickets and records events, and notes how long each takes, in milliseconds."""

    def __init__(self, port, token):
        super().__init__(daemon=True)
        self.api, self.took, self.stops = Api(port, token), [], False

    def write(self, path, body):
        begun = time.monotonic()
        _, told = self.api.ask("POST", path, body)
        self.took.append((time.monotonic() - begun) * 1000)
        return told

    def run(self):
        while not self.stops:
            ticket = self.write("/api/tickets",
                                {"customer": "users", "title": "By hand", "priority": "P1"})
            self.write(f"/api/tickets/{ticket['reference']}/events", {"event": "acknowledged"})

    def told(self):
        took = sorted(self.took)
        if not took:
            return "no write"
        return (f"{len(took)} writes, p50 {took[len(took) // 2]:.1f} ms, "
                f"p99 {took[len(took) * 99 // 100]:.1f} ms, longest {took[-1]:.1f} ms")


def wait_for(api, reference):
    while True:
        _, job = api.ask("GET", "/api/jobs/" + reference)
        if "ended_at" in job:
            if job["state"] != "done":
                sys.exit(f"the job is {job['state']}: {job}")
            return job
        time.sleep(0.2)


def seconds_of(job):
    def at(text):
        text = text.rstrip("Z")
        whole, _, part = text.partition(".")
        return time.mktime(time.strptime(whole, "%Y-%m-%dT%H:%M:%S")) + float("0." + (part or "0"))
    return at(job["ended_at"]) - at(job["begun_at"])


def import_log(api, log, profile):
    _, added = api.ask("POST", "/api/imports",
                       {"customer": "users", "source": "bench", "profile": open(profile).read()})
    place = "/api/imports/" + added["reference"]
    begun = time.monotonic()
    api.ask("PUT", place + "/file", raw=open(log, "rb").read(),
            fields={"Content-Type": "application/octet-stream"})
    sent = time.monotonic() - begun
    _, run = api.ask("POST", place + "/run", {})
    return place, sent, wait_for(api, run["job"])


def compare(name, program, inserts, folder, url, arguments):
    log, profile, agreement = arguments
    server, port, token = serve(program, folder, url.format("one"))
    try:
        api = Api(port, token)
        api.ask("POST", "/api/parties", {"reference": "users", "kind": "customer", "name": "Users"})
        api.ask("POST", "/api/agreements", {"document": open(agreement).read()})
        alone = Writer(port, token)
        alone.start()
        time.sleep(5)
        alone.stops = True
        alone.join()
        print(f"{name}: single writes alone: {alone.told()}")
        beside = Writer(port, token)
        beside.start()
        place, sent, job = import_log(api, log, profile)
        beside.stops = True
        beside.join()
        print(f"{name}: single writes beside the import: {beside.told()}")
        begun = time.monotonic()
        _, published = api.ask("POST", place + "/publish", {})
        print(f"{name}: published in {(time.monotonic() - begun) * 1000:.0f} ms")
        told = api.ask("GET", place)[1]
        wait_for(api, published["job"])
    finally:
        server.terminate()
        server.wait()
    out = subprocess.run([inserts, url.format("one"), url.format("other")], capture_output=True,
                         text=True, check=True).stdout.split()
    rows, plain = int(out[0]), float(out[1])
    took = seconds_of(job)
    print(f"{name}: {told['tickets_added']:,} tickets, {told['events_added']:,} events: sent in {sent:.1f} s, "
          f"loaded in {took:.1f} s, reading and judging included: {rows / took:,.0f} rows/s")
    print(f"{name}: plain prepared inserts of the same rows: {rows:,} in {plain:.1f} s, "
          f"{rows / plain:,.0f} rows/s; the import has {plain / took:.2f} of that rate")


def main():
    program, inserts, arguments = sys.argv[1], sys.argv[2], sys.argv[3:6]
    with tempfile.TemporaryDirectory() as folder:
        compare("SQLite", program, inserts, folder, "sqlite:" + folder + "/{}.db", arguments)
        shutil.rmtree(folder + "/journal.key", ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        server, url = start_postgresql(folder)
        if not server:
            print("PostgreSQL: its programs are not on this machine")
            return
        try:
            compare("PostgreSQL", program, inserts, folder, url, arguments)
        finally:
            server.terminate()
            server.wait()


main()
