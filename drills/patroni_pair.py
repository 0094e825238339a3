"""Two PostgreSQL 15 under Patroni, agreed on in etcd, on loopback: for the drills."""
import json
import os
import signal
import subprocess
import time
import urllib.request

from node import Broken, free_port, unprivileged

BIN = "/usr/lib/postgresql/15/bin"
SETTINGS = {"ttl": 20, "loop_wait": 1, "retry_timeout": 3, "maximum_lag_on_failover": 1048576,
            "synchronous_mode": True}
PARAMETERS = {"max_connections": 200, "synchronous_commit": "on", "wal_log_hints": "on", "max_wal_senders": 10,
              "wal_keep_size": "256MB", "fsync": "on", "full_page_writes": "on"}
CONFIGURATION = """
scope: vigie
name: {name}
restapi: {{listen: "127.0.0.1:{api}", connect_address: "127.0.0.1:{api}"}}
etcd3: {{hosts: "127.0.0.1:{etcd}"}}
bootstrap:
  dcs: {dcs}
  initdb: [{{encoding: UTF8}}, {{locale: C.UTF-8}}, data-checksums]
postgresql:
  listen: "127.0.0.1:{port}"
  connect_address: "127.0.0.1:{port}"
  data_dir: {folder}/{name}
  bin_dir: {bin}
  pgpass: {folder}/{name}.pgpass
  authentication:
    superuser: {{username: postgres, password: drill}}
    replication: {{username: replicator, password: drill}}
  parameters: {{unix_socket_directories: "{folder}"}}
  pg_hba:
    - host all all 127.0.0.1/32 scram-sha-256
    - host replication replicator 127.0.0.1/32 scram-sha-256
"""


def descendants(pid):
    """The process and those that it began, as they are now."""
    children = {}
    for each in filter(str.isdigit, os.listdir("/proc")):
        try:
            parent = int(open(f"/proc/{each}/stat").read().rsplit(")", 1)[1].split()[1])
            children.setdefault(parent, []).append(int(each))
        except (OSError, IndexError):
            pass
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found


class Member:
    """A PostgreSQL and the Patroni that looks after it."""

    def __init__(self, folder, name, etcd):
        self.folder, self.name = folder, name
        self.api, self.port = free_port(), free_port()
        dcs = {**SETTINGS, "postgresql": {"use_pg_rewind": True, "parameters": PARAMETERS}}
        with open(f"{folder}/{name}.yml", "w") as file:
            file.write(CONFIGURATION.format(name=name, api=self.api, etcd=etcd, dcs=json.dumps(dcs), port=self.port,
                                            folder=folder, bin=BIN))
        self.process = None

    def start(self):
        environment = {"PATH": "/usr/bin:/bin", "HOME": self.folder, "LC_ALL": "C.UTF-8"}
        self.process = subprocess.Popen(["/usr/bin/patroni", f"{self.folder}/{self.name}.yml"], env=environment,
                                        stdout=open(f"{self.folder}/{self.name}.log", "a"),
                                        stderr=subprocess.STDOUT, cwd=self.folder, **unprivileged())

    def standing(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.api}/patroni", timeout=2) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as answer:
            return json.load(answer)
        except (OSError, ValueError):
            return {}

    def is_primary(self):
        standing = self.standing()
        return standing.get("role") in ("master", "primary") and standing.get("state") == "running"

    def postmaster(self):
        try:
            return int(open(f"{self.folder}/{self.name}/postmaster.pid").readline())
        except (OSError, ValueError):
            return None

    def kill(self):
        """As a power cut: Patroni, PostgreSQL and all that they began, by SIGKILL."""
        pids = descendants(self.process.pid)
        if postmaster := self.postmaster():
            pids += descendants(postmaster)
        for signalled in (signal.SIGSTOP, signal.SIGKILL):  # none of them sees another go
            for pid in dict.fromkeys(pids):
                try:
                    os.kill(pid, signalled)
                except ProcessLookupError:
                    pass
        self.process.wait()


class Pair:
    def __init__(self, folder):
        self.folder = folder
        self.etcd_port = free_port()
        peer = f"http://127.0.0.1:{free_port()}"
        client = f"http://127.0.0.1:{self.etcd_port}"
        self.etcd = subprocess.Popen(
            ["etcd", "--data-dir", f"{folder}/etcd", "--listen-client-urls", client, "--advertise-client-urls", client,
             "--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer, "--initial-cluster", f"default={peer}"],
            stdout=open(f"{folder}/etcd.log", "w"), stderr=subprocess.STDOUT, **unprivileged())
        self.members = [Member(folder, name, self.etcd_port) for name in ("pg1", "pg2")]

    def start(self):
        self.members[0].start()
        self.wait_for("a primary", self.primary, 60)
        self.members[1].start()
        self.wait_for("a synchronous standby", self.has_synchronous_standby, 60)

    def primary(self):
        return next((member for member in self.members if member.process and member.is_primary()), None)

    def has_synchronous_standby(self):
        return self.sql("select sync_state from pg_stat_replication").strip() in ("sync", "quorum")

    def wait_for(self, what, is_there, seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found := is_there():
                return found
            time.sleep(0.2)
        logs = "".join(open(f"{self.folder}/{m.name}.log").read()[-1500:] for m in self.members if m.process)
        raise Broken(f"{what} is not there after {seconds} s\n{logs}")

    def sql(self, text, database="postgres"):
        primary = self.primary()
        if primary is None:
            return ""
        return subprocess.run(["psql", "-XAtq", "-c", text, f"host=127.0.0.1 port={primary.port} user=postgres"
                               f" password=drill dbname={database}"], capture_output=True, text=True).stdout

    def url(self, database):
        hosts = ",".join(f"127.0.0.1:{member.port}" for member in self.members)
        return f"postgresql://postgres:drill@{hosts}/{database}?target_session_attrs=read-write"

    def stop(self):
        for member in self.members:
            if member.process and member.process.poll() is None:
                member.kill()
        self.etcd.terminate()
        self.etcd.wait()
