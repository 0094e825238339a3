"""A program that notices go to, in a process of its own, and the ids that it has taken: for the drills."""
import os
import subprocess

from node import Broken, free_port

PYTHON = "/usr/bin/python3"  # that of Debian has aiosmtpd
HERE = os.path.dirname(os.path.abspath(__file__))


class Sink:
    """`mail_sink` or `webhook_sink`."""

    def __init__(self, folder, script, *more):
        self.port = free_port()
        self.file = f"{folder}/{script}.ids"
        open(self.file, "w").close()
        self.process = subprocess.Popen([PYTHON, f"{HERE}/{script}.py", str(self.port), self.file, *more],
                                        stdout=subprocess.PIPE, text=True)
        if not self.process.stdout.readline().startswith("ready"):
            raise Broken(f"{script} does not start")

    def ids(self):
        with open(self.file) as file:
            return file.read().split()

    def stop(self):
        self.process.kill()
        self.process.wait()
