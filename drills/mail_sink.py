"""A server of e-mail that keeps the id of each message it has taken, one a line: mail_sink.py PORT FILE."""
import email
import sys
import time

from aiosmtpd.controller import Controller


class Keeper:
    def __init__(self, path):
        self.file = open(path, "a", buffering=1)

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content)
        self.file.write(message["Message-ID"].strip().strip("<>").split("@")[0] + "\n")
        return "250 taken"


if __name__ == "__main__":
    Controller(Keeper(sys.argv[2]), hostname="127.0.0.1", port=int(sys.argv[1])).start()
    print("ready", flush=True)
    while True:
        time.sleep(3600)
