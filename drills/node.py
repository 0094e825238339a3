"""A node of Vigie, and who asks it: for the drills."""
import http.client
import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys

PASSWORD = "four blue herons"
PERMISSIONS = ["read_tickets", "write_tickets", "read_parties", "write_parties", "read_agreements",
               "write_agreements", "sign_agreements", "act_for_provider", "read_outages", "write_outages",
               "manage_sources", "read_journal", "read_imports", "run_imports", "follow_jobs",
               "manage_deliveries", "read_warnings", "write_warnings"]


class Broken(Exception):
    """An answer that is none, or not the wanted one."""


def need(*programs):
    missing = [name for name in programs if shutil.which(name) is None and not os.path.exists(name)]
    if missing:
        print(f"absent: {', '.join(missing)}; the Debian packages are those of the group drills in"
              " dev.d/packages.txt")
        sys.exit(3)


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def unprivileged():
    """Whose rights others' programs get when we are root."""
    return {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}


def ask(port, method, path, body=None, fields=None, timeout=10):
    """The status, what the JSON says, and the fields. Raises OSError or Broken when there is none."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        fields = dict(fields or {})
        if body is not None and not isinstance(body, str):
            body = json.dumps(body)
        if body is not None:
            fields.setdefault("Content-Type", "application/json")
        connection.request(method, path, body, fields)
        answer = connection.getresponse()
        text = answer.read()
        return answer.status, json.loads(text) if text else None, dict(answer.getheaders())
    except http.client.HTTPException as error:
        raise Broken(str(error)) from error
    finally:
        connection.close()


class Node:
    def __init__(self, program, folder, database, name="node", before=()):
        self.name = name
        self.settings = ["--set", f"database={database}", "--set", f"journal_key={folder}/journal.key"]
        self.program = program
        self.before = list(before)  # what the program is run by
        self.log = f"{folder}/{name}.log"
        self.process = None
        self.port = None

    def add_account(self):
        subprocess.run([*self.before, self.program, "account", "add", "ann", "--name", "Ann", "--email", "ann@nova.example",
                        "--company", "Nova", *self.settings], input=PASSWORD + "\n", text=True, check=True,
                       stdout=subprocess.DEVNULL)

    def start(self):
        self.process = subprocess.Popen(
            [*self.before, self.program, "serve", "--listen", "127.0.0.1:0", *self.settings],
            stdout=subprocess.PIPE, stderr=open(self.log, "a"), text=True)
        line = self.process.stdout.readline()
        found = re.search(r":(\d+)\s*$", line)
        if not found:
            raise Broken(f"{self.name} does not serve: {open(self.log).read()[-500:]}")
        self.port = int(found[1])
        return self

    def sign_in(self):
        """A token for all that the drills ask."""
        status, _, fields = ask(self.port, "POST", "/api/session", {"email": "ann@nova.example", "password": PASSWORD})
        if status >= 300:
            raise Broken(f"nobody is let in: {status}")
        cookie = {"Cookie": fields["Set-Cookie"].split(";")[0], "Sec-Fetch-Site": "same-origin"}
        _, made, _ = ask(self.port, "POST", "/api/tokens",
                         {"name": "drill " + secrets.token_hex(4), "permissions": PERMISSIONS, "days": 1}, cookie)
        return {"Authorization": f"Bearer {made['secret']}"}

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
