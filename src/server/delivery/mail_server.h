// The server of e-mail, as the configuration names it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vigie {

struct MailServer {
  enum class Security : std::uint8_t {
    starttls,  // asked for before anything else, and refused without
    tls,       // from the first byte
    none,
  };
  std::string host;  // with its port, when one is said
  Security security = Security::starttls;
};

/// Reads smtp://HOST[:PORT], smtps://HOST[:PORT] and smtp+clear://HOST[:PORT]; none for all else: a
/// user, a path, blanks. Source: house rule.
std::optional<MailServer> mail_server_from(std::string_view text);

/// What stands behind the @ of an address; empty when there is none.
std::string_view domain_of(std::string_view email);

}  // namespace vigie
