#include "server/identity/openid/door.h"

#include <sodium.h>

namespace vigie {

namespace {

bool is_same(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace

/// One of those who may wait for the provider, as long as it lives.
class OpenidDoor::Place {
 public:
  explicit Place(OpenidDoor& door)
      : taken_{door.exchanges_},
        is_had_{++door.exchanges_ <= door.limits_[Limit::openid_exchanges]} {}
  ~Place() { --taken_; }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  bool is_had() const { return is_had_; }

 private:
  std::atomic<std::int64_t>& taken_;
  bool is_had_;
};

std::chrono::minutes OpenidDoor::longest() const {
  return std::chrono::minutes{limits_[Limit::openid_attempt_minutes]};
}

/// That of the database: the same on all nodes.
Instant OpenidDoor::now() const { return Instant{Duration{identity_.here.database.now()}}; }

Refused OpenidDoor::distrusted(std::string_view flaw, std::string_view request) const {
  tell_("openid_token_refused", flaw, request);
  return refused(Refusal::openid_token_refused);
}

Refused OpenidDoor::away(const ProviderAway& error, std::string_view request) const {
  tell_("openid_provider_away", error.what(), request);
  return refused(Refusal::openid_provider_away);
}

Outcome<OpenidDoor::Leaving> OpenidDoor::leave(std::string to, std::string_view request) {
  const Place place{*this};
  if (!place.is_had()) return refused(Refusal::too_busy);
  const auto attempt = OpenidAttempt::begun(identity_.here.sealer.key(), now(), std::move(to));
  try {
    return Leaving{.address = provider_.sign_in_address(attempt),
                   .cookie = attempt.shown(),
                   .seconds = std::chrono::seconds{longest()}.count()};
  } catch (const ProviderAway& error) {
    return away(error, request);
  }
}

Outcome<OpenidAttempt> OpenidDoor::attempt_of(const Returning& brought) {
  auto attempt = OpenidAttempt::from(identity_.here.sealer.key(), brought.cookie);
  if (!attempt || !is_same(attempt->state(), brought.state)) return attempt_unknown(longest());
  if (auto late = refusal_of_age(*attempt, now(), longest())) return *std::move(late);
  return *std::move(attempt);
}

Outcome<OpenidPerson> OpenidDoor::person_behind(const Returning& brought,
                                                const OpenidAttempt& attempt,
                                                std::string_view request) {
  const Place place{*this};
  if (!place.is_had()) return refused(Refusal::too_busy);
  try {
    const auto exchanged = provider_.exchange(brought.code, attempt);
    if (!exchanged.refused.empty()) {
      return Refused{Refusal::openid_provider_refused, {{"code", exchanged.refused}}, {}};
    }
    auto verified = provider_.verify(exchanged.token, attempt, now());
    if (verified.person && !verified.person->email && provider_.terms().links_by_email) {
      verified = provider_.with_email(*std::move(verified.person), exchanged.access);
    }
    if (!verified.person) return distrusted(verified.flaw, request);
    return *std::move(verified.person);
  } catch (const ProviderAway& error) {
    return away(error, request);
  }
}

Outcome<OpenidDoor::Returned> OpenidDoor::come_back(const Caller& nobody, const Returning& brought,
                                                    std::string_view request) {
  const auto attempt = attempt_of(brought);
  if (!attempt) return attempt.error();
  if (!brought.issuer.empty() && brought.issuer != provider_.terms().issuer) {
    return distrusted("issuer", request);
  }
  if (!brought.error.empty() || brought.code.empty()) {
    const std::string word = is_provider_word(brought.error) ? brought.error : "error";
    return Refused{Refusal::openid_provider_refused, {{"code", word}}, {}};
  }
  const auto person = person_behind(brought, *attempt, request);
  if (!person) return person.error();
  auto session = sign_in_elsewhere(identity_, nobody, *attempt,
                                   {.person = *person,
                                    .links_by_email = provider_.terms().links_by_email,
                                    .longest = longest()});
  if (!session) return session.error();
  return Returned{.session = *std::move(session), .to = attempt->to()};
}

}  // namespace vigie
