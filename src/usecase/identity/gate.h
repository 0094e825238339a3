// Who is let in, with what they may at this moment.
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

#include "store/database/field_value.h"
#include "usecase/identity/identity.h"

namespace vigie {

/// What someone shows to be let in.
struct Credential {
  enum class Kind : std::uint8_t { session, token };
  Kind kind{};
  std::string secret;
};

/// The same without the secret: what may be kept while someone listens.
struct ShownDigest {
  Credential::Kind kind{};
  Bytes digest;
};
ShownDigest digest_of(const Credential& shown);

/// Who was let in, and until when what they showed holds if nothing is asked with it meanwhile.
struct Admitted {
  Caller caller;
  Instant until;
};

/// Remembers who has which rights as long as nobody's change: one small read a request says so, on
/// whatever node they were changed. Used by any number of threads. Source: design S1.
class Gate {
 public:
  explicit Gate(Identity& identity) : identity_{identity} {}
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;

  /// Refused: unauthenticated, for a secret that is none of ours, has expired or was ended, and for
  /// an account that is closed. Throws `DatabaseError`.
  Outcome<Caller> let_in(const Credential& shown, std::string origin);

  /// What an account may now; nothing when it is closed. `as`: by that one of its roles.
  static Rights rights_of(Connection& rows, Key<AccountRow> account,
                          std::optional<UserRole> as = {});

  /// The same, but it is no use of the session or the token: nothing is noted. Refused:
  /// unauthenticated. Throws `DatabaseError`.
  Outcome<Admitted> look_again(const ShownDigest& shown);

 private:
  /// What a secret opens, as it was read.
  struct Known {
    Key<AccountRow> account{};
    Rights rights;
    std::int64_t key = 0;  // of the session or the token
    Instant begun;
    Instant seen;     // of a session
    Instant expires;  // of a token
    std::optional<CivilDay> used_on;
  };
  struct Looked {
    std::optional<Known> known;  // none: it opens nothing, at that instant
    Instant now;                 // by the clock of the database
  };
  Looked look(const ShownDigest& shown);
  static Caller caller_of(const ShownDigest& shown, const Known& known, std::string origin);
  std::optional<Known> read(Connection& rows, const ShownDigest& shown) const;
  std::optional<Known> remembered(const std::string& digest, std::int64_t version);
  void remember(const std::string& digest, std::int64_t version, const Known& known);
  Instant end_of(const ShownDigest& shown, const Known& known) const;
  void note_use(const ShownDigest& shown, Known known, Instant now);

  Identity& identity_;
  std::mutex mutex_;
  std::int64_t version_ = 0;
  std::unordered_map<std::string, Known> known_;  // by the digest of the secret
};

}  // namespace vigie
