#include "usecase/identity/gate.h"

#include <algorithm>

#include "store/identity/grant.h"
#include "store/identity/rights_version.h"
#include "store/identity/session.h"
#include "store/identity/token.h"
#include "store/people/site.h"
#include "store/people/team.h"
#include "usecase/identity/secret.h"
#include "usecase/identity/token.h"

namespace vigie {

namespace {

constexpr std::size_t most_remembered = 10'000;
constexpr std::chrono::minutes noted_every{1};

/// Rows call sites and teams by their designation. A site is that of one customer: another's of the
/// same name is not reached. What is not kept is reached by what was written.
void name_as_rows_do(Connection& rows, Reach& reach) {
  if (const auto team = kept_by_reference<TeamRow>(rows, reach.team)) {
    reach.team = team->row.designation;
  }
  const auto site = kept_by_reference<SiteRow>(rows, reach.site);
  if (!site) return;
  reach.site = site->row.designation;
  const Key<PartyRow> customer = site->row.customer;
  const bool is_within = !reach.customers || std::ranges::binary_search(*reach.customers, customer);
  reach.customers.emplace();
  if (is_within) reach.customers->push_back(customer);
}

CivilDay day_of(Instant at) {
  return CivilDay{std::chrono::floor<std::chrono::days>(at).time_since_epoch()};
}

std::string text_of(const ShownDigest& shown) {
  return {reinterpret_cast<const char*>(shown.digest.data()), shown.digest.size()};
}

}  // namespace

ShownDigest digest_of(const Credential& shown) {
  return {.kind = shown.kind, .digest = digest_of_secret(shown.secret)};
}

Outcome<Caller> Gate::let_in(const Credential& shown, std::string origin) {
  const ShownDigest digest = digest_of(shown);
  const Looked looked = look(digest);
  if (!looked.known) return refused(Refusal::unauthenticated);
  note_use(digest, *looked.known, looked.now);
  return caller_of(digest, *looked.known, std::move(origin));
}

Outcome<Admitted> Gate::look_again(const ShownDigest& shown) {
  const Looked looked = look(shown);
  if (!looked.known) return refused(Refusal::unauthenticated);
  return Admitted{.caller = caller_of(shown, *looked.known, {}),
                  .until = end_of(shown, *looked.known)};
}

Caller Gate::caller_of(const ShownDigest& shown, const Known& known, std::string origin) {
  Caller caller{.account = known.account,
                .rights = known.rights,
                .door = Door::api,
                .origin = std::move(origin)};
  if (shown.kind == Credential::Kind::session) caller.session = Key<SessionRow>{known.key};
  return caller;
}

Gate::Looked Gate::look(const ShownDigest& shown) {
  const std::string digest = text_of(shown);
  RightsVersion version;
  std::optional<Known> known;
  identity_.here.database.read([&](Connection& rows) {
    version = rights_version(rows);
    known = remembered(digest, version.number);
    // Another node may have noted a later use than the one remembered here.
    if (known && version.now < end_of(shown, *known)) return;
    known = read(rows, shown);
    if (known) remember(digest, version.number, *known);
  });
  const bool opens =
      known && version.now < end_of(shown, *known) && !known->rights.roles().is_empty();
  if (!opens) known.reset();
  return {.known = std::move(known), .now = version.now};
}

std::optional<Gate::Known> Gate::read(Connection& rows, const ShownDigest& shown) const {
  Known known;
  if (shown.kind == Credential::Kind::session) {
    const auto session = session_by_digest(rows, shown.digest);
    if (!session) return std::nullopt;
    known.account = session->row.account;
    known.key = session->key.value;
    known.begun = session->row.begun_at;
    known.seen = session->row.seen_at;
    known.rights = rights_of(rows, known.account);
  } else {
    const auto token = token_by_digest(rows, shown.digest);
    if (!token) return std::nullopt;
    known.account = token->row.account;
    known.key = token->key.value;
    known.expires = token->row.expires_at;
    known.used_on = token->row.used_on;
    known.rights =
        rights_of(rows, known.account).limited_to(permissions_from(token->row.permissions));
  }
  return known;
}

/// Those of the roles given, on customers with their subsidiaries as they are now; none when the
/// account is closed.
Rights Gate::rights_of(Connection& rows, Key<AccountRow> account, std::optional<UserRole> as) {
  const auto kept = account_of_key(rows, account);
  if (!kept || kept->row.closed_at) return {};
  std::vector<Grant> grants;
  for (const KeptGrant& grant : grants_of(rows, account)) {
    if (as && grant.row.role != *as) continue;
    Reach reach{.part = grant.row.part,
                .team = grant.row.team.value_or(""),
                .site = grant.row.site.value_or("")};
    if (grant.row.customer) reach.customers = parties_within(rows, *grant.row.customer);
    if (!reach.team.empty() || !reach.site.empty()) name_as_rows_do(rows, reach);
    grants.push_back({.role = grant.row.role, .reach = std::move(reach)});
  }
  return Rights::of(grants);
}

std::optional<Gate::Known> Gate::remembered(const std::string& digest, std::int64_t version) {
  const std::scoped_lock lock{mutex_};
  if (version != version_) return std::nullopt;
  const auto found = known_.find(digest);
  if (found == known_.end()) return std::nullopt;
  return found->second;
}

void Gate::remember(const std::string& digest, std::int64_t version, const Known& known) {
  const std::scoped_lock lock{mutex_};
  if (version < version_) return;  // read before what others have read since
  if (version > version_ || known_.size() >= most_remembered) known_.clear();
  version_ = version;
  known_.insert_or_assign(digest, known);
}

/// When what was shown lets nobody in any more, if it is not used meanwhile.
Instant Gate::end_of(const ShownDigest& shown, const Known& known) const {
  if (shown.kind == Credential::Kind::token) return known.expires;
  const IdentityTerms& terms = identity_.terms;
  return std::min(known.seen + terms.session_idle, known.begun + terms.session_length);
}

/// A session by the minute, a token by the day.
void Gate::note_use(const ShownDigest& shown, Known known, Instant now) {
  Database& database = identity_.here.database;
  if (shown.kind == Credential::Kind::session) {
    if (now < known.seen + noted_every) return;
    database.act([&](Connection& rows) { note_session(rows, {known.key}); });
    known.seen = now;
  } else {
    if (known.used_on == day_of(now)) return;
    known.used_on = day_of(now);
    database.act([&](Connection& rows) { note_token(rows, {known.key}, *known.used_on); });
  }
  const std::scoped_lock lock{mutex_};
  if (const auto found = known_.find(text_of(shown)); found != known_.end()) {
    found->second = known;
  }
}

}  // namespace vigie
