// Keys and certificate of the server, read once and shared by its connections.
#pragma once

#include <memory>
#include <string>

struct ssl_ctx_st;

namespace vigie {

struct TlsFiles {
  std::string certificate;  // PEM, with the chain that leads to a known authority
  std::string key;          // PEM
};

using TlsTerms = std::shared_ptr<ssl_ctx_st>;

/// TLS 1.2 and 1.3, HTTP/1.1 only. Throws std::runtime_error that names the file and says why it
/// cannot be used, or that the two do not belong together.
TlsTerms read_tls_terms(const TlsFiles& files);

}  // namespace vigie
