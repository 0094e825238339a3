"""The database of an installation, asked behind the program: for the drills."""
import os
import shutil
import sqlite3
import subprocess
import time

from node import Broken, free_port, need, unprivileged

BINARIES = "/usr/lib/postgresql/15/bin"


class Database:
    """A file of SQLite, a PostgreSQL of its own, or the one that `url` names."""

    def __init__(self, kind, folder, url=""):
        self.kind, self.folder, self.url = kind, folder, url
        self.server = None
        if kind == "sqlite":
            self.url = f"sqlite:{folder}/vigie.db"
        elif not url:
            self.start_server()

    def start_server(self):
        need(f"{BINARIES}/initdb", "psql")
        rows, port = f"{self.folder}/pg", free_port()
        os.mkdir(rows)
        rights = unprivileged()
        if rights:
            shutil.chown(rows, rights["user"], rights["group"])
        subprocess.run([f"{BINARIES}/initdb", "-D", rows, "-U", "vigie", "--auth=trust", "-E", "UTF8", "--locale=C"],
                       check=True, stdout=subprocess.DEVNULL, cwd="/", **rights)
        self.server = subprocess.Popen(
            [f"{BINARIES}/postgres", "-D", rows, "-c", f"port={port}", "-c", "listen_addresses=127.0.0.1",
             "-c", f"unix_socket_directories={rows}", "-c", "max_connections=200"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", **rights)
        self.url = f"postgresql://vigie@127.0.0.1:{port}/postgres"
        for _ in range(100):
            if subprocess.run(["psql", self.url, "-c", "select 1"], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0:
                return
            time.sleep(0.1)
        raise Broken("PostgreSQL does not start")

    def column(self, query):
        """The first column of what is asked, as text."""
        if self.kind == "sqlite":
            rows = sqlite3.connect(f"file:{self.url.removeprefix('sqlite:')}?mode=ro", uri=True, timeout=30)
            try:
                return [str(row[0]) for row in rows.execute(query)]
            finally:
                rows.close()
        return subprocess.run(["psql", self.url, "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", query], check=True,
                              capture_output=True, text=True).stdout.split()

    def number(self, query):
        return int(self.column(query)[0])

    def stop(self):
        if self.server:
            self.server.terminate()
            self.server.wait()
