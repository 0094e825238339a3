#include "server/transport/channel_tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <cstring>
#include <stdexcept>

namespace vigie {

namespace {

[[noreturn]] void fail(const std::string& what) {
  const unsigned long code = ERR_peek_last_error();
  const char* why = code == 0 ? nullptr : ERR_reason_error_string(code);
  ERR_clear_error();
  throw std::runtime_error{what + (why == nullptr ? "" : std::string{": "} + why)};
}

int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* size,
                    const unsigned char* offered, unsigned offered_size, void*) {
  static constexpr unsigned char ours[] = "\x08http/1.1";
  unsigned char* found = nullptr;
  if (SSL_select_next_proto(&found, size, ours, sizeof ours - 1, offered, offered_size) !=
      OPENSSL_NPN_NEGOTIATED) {
    return SSL_TLSEXT_ERR_ALERT_FATAL;
  }
  *chosen = found;
  return SSL_TLSEXT_ERR_OK;
}

}  // namespace

TlsTerms read_tls_terms(const TlsFiles& files) {
  ERR_clear_error();
  TlsTerms terms{SSL_CTX_new(TLS_server_method()), SSL_CTX_free};
  if (!terms) fail("TLS");
  SSL_CTX_set_min_proto_version(terms.get(), TLS1_2_VERSION);
  SSL_CTX_set_options(terms.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                       SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_NO_TICKET |
                                       SSL_OP_IGNORE_UNEXPECTED_EOF);
  SSL_CTX_set_mode(terms.get(), SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ENABLE_PARTIAL_WRITE |
                                    SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
  SSL_CTX_set_session_cache_mode(terms.get(), SSL_SESS_CACHE_OFF);
  SSL_CTX_set_alpn_select_cb(terms.get(), choose_protocol, nullptr);
  if (SSL_CTX_use_certificate_chain_file(terms.get(), files.certificate.c_str()) != 1) {
    fail("TLS certificate " + files.certificate);
  }
  if (SSL_CTX_use_PrivateKey_file(terms.get(), files.key.c_str(), SSL_FILETYPE_PEM) != 1) {
    fail("TLS key " + files.key);
  }
  if (SSL_CTX_check_private_key(terms.get()) != 1) {
    fail("TLS key " + files.key + " does not belong to " + files.certificate);
  }
  return terms;
}

}  // namespace vigie
