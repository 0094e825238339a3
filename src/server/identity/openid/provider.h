// A provider of identities, as OpenID Connect has it.
#pragma once

#include <functional>
#include <mutex>

#include "server/identity/openid/fetch.h"
#include "server/identity/openid/id_token.h"
#include "server/identity/openid/terms.h"

namespace vigie {

/// What it told of itself. Source: OpenID Connect Discovery 3.
struct ProviderAddresses {
  std::string authorization;
  std::string token;
  std::string keys;
  std::string person;                 // where more is told of who signed in; empty: nowhere
  bool takes_secret_in_form = false;  // and not in the field Authorization
};

/// Whether `text` is a word such as "access_denied", of letters and underscores, 40 at most.
/// Source: RFC 6749 4.1.2.1.
bool is_provider_word(std::string_view text);

/// Asked by any number of threads. Its addresses are remembered for an hour, its keys too, and
/// asked again when a token names one that is unknown: once a minute at most, since anyone may show
/// such a token.
class Provider {
 public:
  using Fetch = std::function<Fetched(const FetchAsked&)>;
  using SteadyInstant = std::chrono::steady_clock::time_point;
  using Now = std::function<SteadyInstant()>;

  Provider(OpenidTerms terms, Fetch fetch, Now now = std::chrono::steady_clock::now);

  const OpenidTerms& terms() const { return terms_; }

  /// Where a browser is sent to sign in. Throws `ProviderAway`, as all that follow.
  std::string sign_in_address(const OpenidAttempt& attempt);

  /// The token behind the code that a browser brought back; or the word with which the provider
  /// refused it, such as "invalid_grant".
  struct Exchanged {
    std::string token;
    std::string access;  // what opens the address where more is told; may be empty
    std::string refused;
  };
  Exchanged exchange(std::string_view code, const OpenidAttempt& attempt);

  /// Who signed in, or the flaw of the token, in one word for the log: "form", "algorithm", "key",
  /// or one of `IdToken::flaw`.
  struct Verified {
    std::optional<OpenidPerson> person;
    std::string_view flaw;
  };
  Verified verify(std::string_view token, const OpenidAttempt& attempt, Instant now);

  /// The same with the address that the provider tells apart from the token, where it has one and
  /// has verified it. Its word is that of TLS, and must be about the same subject, else the flaw is
  /// "subject". Source: OpenID Connect Core 5.3.
  Verified with_email(OpenidPerson person, const std::string& access);

 private:
  struct Known {
    ProviderAddresses addresses;
    std::vector<ProviderKey> keys;
    SteadyInstant told_at;
    SteadyInstant keys_told_at;
  };
  std::string ask(const std::string& address) const;
  ProviderAddresses discovered() const;
  Known known();
  /// With keys asked anew, unless they just were.
  Known known_anew();
  void remember(const Known& known);

  OpenidTerms terms_;
  Fetch fetch_;
  Now now_;
  std::mutex mutex_;
  std::optional<Known> known_;
};

}  // namespace vigie
