"""A server of e-mail that keeps the id of each message it has taken, one a line: mail_sink.py PORT FILE.

    mail_sink.py PORT FILE tls | starttls CERTIFICATE KEY USER PASSWORD

With TLS, from the first byte or when it is asked for, nobody sends anything without signing in, and the name stands
after the id. Port 0: any that is free; it is told.
"""
import asyncio
import email
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

PORT, FILE = int(sys.argv[1]), sys.argv[2]
SECURITY, CERTIFICATE, KEY, USER, PASSWORD = sys.argv[3:] or ("none", "", "", "", "")


class Keeper:
    def __init__(self, path):
        self.file = open(path, "a", buffering=1)

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content)
        name = f" {session.auth_data}" if session.authenticated else ""
        self.file.write(message["Message-ID"].strip().strip("<>").split("@")[0] + name + "\n")
        return "250 taken"


def let_in(server, session, envelope, mechanism, said):
    is_known = said.login.decode() == USER and said.password.decode() == PASSWORD
    return AuthResult(success=is_known, handled=False, auth_data=USER)


async def serve():
    keeper, terms, secured = Keeper(FILE), {}, None
    if SECURITY != "none":
        secured = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        secured.load_cert_chain(CERTIFICATE, KEY)
        is_asked = SECURITY == "starttls"
        terms = {"authenticator": let_in, "auth_required": True, "auth_require_tls": is_asked,
                 "require_starttls": is_asked, "tls_context": secured if is_asked else None}
    server = await asyncio.get_running_loop().create_server(
        lambda: SMTP(keeper, hostname="localhost", **terms), "127.0.0.1", PORT,
        ssl=secured if SECURITY == "tls" else None)
    print(f"ready {server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve())
