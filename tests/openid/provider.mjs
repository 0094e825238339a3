// A provider of identities that is not ours, on a free port of this machine. It knows whoever types
// a name: NAME has the address NAME@nova.example, which it has verified unless NAME begins with x.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { writeFileSync } from "node:fs";
import Provider from "oidc-provider";

const callback = "http://127.0.0.1:1/api/sign-in/openid/callback";
const key = (type, options, alg) =>
  Object.assign(generateKeyPairSync(type, options).privateKey.export({ format: "jwk" }), {
    use: "sig",
    alg,
    kid: alg,
  });

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const client = (client_id, id_token_signed_response_alg, token_endpoint_auth_method) => ({
    client_id,
    client_secret: "sesame open, this is the door",
    redirect_uris: [callback],
    grant_types: ["authorization_code"],
    response_types: ["code"],
    id_token_signed_response_alg,
    token_endpoint_auth_method,
  });
  const provider = new Provider(issuer, {
    clients: [
      client("vigie", "RS256", "client_secret_basic"),
      client("vigie-es", "ES256", "client_secret_basic"),
    ],
    jwks: {
      keys: [
        key("rsa", { modulusLength: 2048 }, "RS256"),
        key("ec", { namedCurve: "P-256" }, "ES256"),
      ],
    },
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    pkce: { required: () => true },
    cookies: { keys: ["only of this test"] },
    findAccount: (context, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: `${id}@nova.example`,
        email_verified: !id.startsWith("x"),
      }),
    }),
  });
  server.on("request", provider.callback());
  writeFileSync("issuer", issuer);
});
