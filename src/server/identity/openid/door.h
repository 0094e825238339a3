// Signing in elsewhere, from our redirection to the session.
#pragma once

#include <atomic>

#include "server/identity/openid/provider.h"
#include "server/identity/openid/provider_away.h"
#include "server/transport/limits.h"

namespace vigie {

/// Lives as long as the program serves. Used by any number of threads, of which few at once wait
/// for the provider.
class OpenidDoor {
 public:
  /// Told what the log should say: an event, why, and of which request.
  using Tell =
      std::function<void(std::string_view event, std::string_view why, std::string_view request)>;

  OpenidDoor(Identity& identity, const Limits& limits, Provider& provider, Tell tell)
      : identity_{identity}, limits_{limits}, provider_{provider}, tell_{std::move(tell)} {}
  OpenidDoor(const OpenidDoor&) = delete;
  OpenidDoor& operator=(const OpenidDoor&) = delete;

  /// What the browser is given when it leaves.
  struct Leaving {
    std::string address;
    std::string cookie;  // to be shown when it comes back
    std::int64_t seconds = 0;
  };
  /// `to`: a path of ours. Refused, in this order: too_busy, openid_provider_away.
  Outcome<Leaving> leave(std::string to, std::string_view request);

  /// What the browser brings back.
  struct Returning {
    std::string cookie;
    std::string state;
    std::string code;
    std::string error;   // instead of a code
    std::string issuer;  // where the provider says it; RFC 9207
  };
  struct Returned {
    SignedIn session;
    std::string to;
  };
  /// Refused, in this order: openid_attempt_unknown, openid_token_refused (for another issuer),
  /// openid_provider_refused, too_busy, openid_provider_away, openid_provider_refused (for that
  /// code), openid_token_refused, openid_no_account, openid_attempt_unknown (one that has ended).
  Outcome<Returned> come_back(const Caller& nobody, const Returning& brought,
                              std::string_view request);

  /// Whether browsers reach this program by TLS, whoever takes it off.
  bool is_by_tls() const { return provider_.terms().callback.starts_with("https://"); }
  std::chrono::minutes longest() const;

 private:
  class Place;
  Outcome<OpenidAttempt> attempt_of(const Returning& brought);
  Outcome<OpenidPerson> person_behind(const Returning& brought, const OpenidAttempt& attempt,
                                      std::string_view request);
  Refused distrusted(std::string_view flaw, std::string_view request) const;
  Refused away(const ProviderAway& error, std::string_view request) const;
  Instant now() const;

  Identity& identity_;
  const Limits& limits_;
  Provider& provider_;
  Tell tell_;
  std::atomic<std::int64_t> exchanges_{0};
};

}  // namespace vigie
