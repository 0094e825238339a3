// A sign-in elsewhere that is under way: all of it is in the browser.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/base/instant.h"
#include "store/journal/sealing_key.h"

namespace vigie {

/// Nothing is kept here before it ends. What the provider is told is made of the secret with the
/// key of the installation, the same on all nodes: nobody can make one from another.
class OpenidAttempt {
 public:
  /// A new one. `to`: the path of ours where its browser goes once signed in.
  static OpenidAttempt begun(const SealingKey& key, Instant now, std::string to);
  /// What `shown` gave; none when it was made elsewhere or altered.
  static std::optional<OpenidAttempt> from(const SealingKey& key, std::string_view text);

  Instant begun_at() const { return begun_at_; }
  const std::string& to() const { return to_; }

  /// For the cookie: letters, digits, - _ and points.
  std::string shown() const;
  /// What comes back with the browser. Source: RFC 6749 10.12.
  std::string state() const { return word("state"); }
  /// What comes back in the token. Source: OpenID Connect Core 3.1.2.1.
  std::string nonce() const { return word("nonce"); }
  /// What is told with the code, and its digest before. Source: RFC 7636 4.1, 4.2.
  std::string verifier() const { return word("verifier"); }
  std::string challenge() const;

 private:
  OpenidAttempt(const SealingKey& key, std::string secret, Instant begun_at, std::string to);
  /// 43 letters, digits, - and _.
  std::string word(std::string_view of) const;

  SealingKey key_;
  std::string secret_;
  Instant begun_at_;
  std::string to_;
};

/// Whether `to` is a path of this program: it begins with one /, and names no other host.
bool is_own_path(std::string_view to);

}  // namespace vigie
