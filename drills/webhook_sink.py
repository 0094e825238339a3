"""A program that is told of notices: webhook_sink.py PORT FILE SECRET.

It answers 500 one time in three, checks each signature, and keeps the id of each call it has taken, one a line.
"""
import base64
import hashlib
import hmac
import http.server
import itertools
import sys

PATH, SECRET = sys.argv[2], base64.b64decode(sys.argv[3].removeprefix("whsec_"))
KEPT = open(PATH, "a", buffering=1)
COUNT = itertools.count(1)


class Sink(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        name, stamp = self.headers["webhook-id"], self.headers["webhook-timestamp"]
        signed = hmac.new(SECRET, f"{name}.{stamp}.".encode() + body, hashlib.sha256).digest()
        expected = "v1," + base64.b64encode(signed).decode()
        if expected not in self.headers["webhook-signature"].split(" "):
            KEPT.write("forged\n")
            status = 401
        elif next(COUNT) % 3 == 0:
            status = 500
        else:
            KEPT.write(name + "\n")
            status = 200
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """A node that is killed leaves its connections."""


if __name__ == "__main__":
    server = Server(("127.0.0.1", int(sys.argv[1])), Sink)
    print("ready", flush=True)
    server.serve_forever()
