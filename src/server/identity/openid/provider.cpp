#include "server/identity/openid/provider.h"

#include <fmt/format.h>

#include <algorithm>

#include "server/identity/openid/provider_away.h"
#include "server/identity/openid/provider_words.h"
#include "server/identity/openid/web_address.h"

namespace vigie {

namespace {

constexpr std::chrono::hours remembered_for{1};
constexpr std::chrono::minutes keys_every{1};
constexpr int status_ok = 200;
constexpr const char* userinfo = "userinfo_endpoint";

/// As a query and a form spell it: all but letters, digits and -._~ behind %.
std::string spelt(std::string_view text) {
  constexpr std::string_view plain = "-._~";
  std::string out;
  for (const char c : text) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || plain.find(c) != std::string_view::npos;
    out += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

std::string form_of(std::initializer_list<std::pair<std::string_view, std::string_view>> all) {
  std::string form;
  for (const auto& [name, text] : all) {
    form += fmt::format("{}{}={}", form.empty() ? "" : "&", name, spelt(text));
  }
  return form;
}

/// Whether the list of texts under `name` has `text`.
bool lists(const ProviderWords& told, std::string_view name, std::string_view text) {
  return std::ranges::count(told.texts(name), text) > 0;
}

std::string address_in(const ProviderWords& told, std::string_view name) {
  std::string address = told.text(name);
  if (!web_address_from(address, true)) {
    throw ProviderAway{fmt::format("its {} is not an https address", name)};
  }
  return address;
}

/// A word of RFC 6749 4.1.2.1 and 5.2; "error" when it is none.
std::string word_in(const ProviderWords& told) {
  std::string word = told.text("error");
  return is_provider_word(word) ? word : "error";
}

}  // namespace

bool is_provider_word(std::string_view text) {
  constexpr std::size_t longest = 40;
  return !text.empty() && text.size() <= longest &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

Provider::Provider(OpenidTerms terms, Fetch fetch, Now now)
    : terms_{std::move(terms)}, fetch_{std::move(fetch)}, now_{std::move(now)} {}

std::string Provider::ask(const std::string& address) const {
  Fetched told = fetch_({.address = address, .form = {}, .user = {}, .password = {}});
  if (told.status == status_ok) return std::move(told.body);
  throw ProviderAway{fmt::format("it answers {} instead of 200", told.status)};
}

ProviderAddresses Provider::discovered() const {
  std::string base = terms_.issuer;
  if (base.ends_with('/')) base.pop_back();
  const auto told = ProviderWords::from(ask(base + "/.well-known/openid-configuration"));
  if (!told) throw ProviderAway{"its description is no JSON object"};
  if (told->text("issuer") != terms_.issuer) {
    throw ProviderAway{"its description is that of another issuer"};
  }
  const std::string_view methods = "token_endpoint_auth_methods_supported";
  return {.authorization = address_in(*told, "authorization_endpoint"),
          .token = address_in(*told, "token_endpoint"),
          .keys = address_in(*told, "jwks_uri"),
          .person = told->has(userinfo) ? address_in(*told, userinfo) : std::string{},
          .takes_secret_in_form = lists(*told, methods, "client_secret_post") &&
                                  !lists(*told, methods, "client_secret_basic")};
}

Provider::Known Provider::known() {
  const SteadyInstant now = now_();
  {
    const std::scoped_lock lock{mutex_};
    if (known_ && now < known_->told_at + remembered_for) return *known_;
  }
  // Several may ask at once; the last one is remembered.
  Known told{.addresses = discovered(), .keys = {}, .told_at = now, .keys_told_at = now};
  told.keys = provider_keys_from(ask(told.addresses.keys));
  remember(told);
  return told;
}

Provider::Known Provider::known_anew() {
  Known told = known();
  const SteadyInstant now = now_();
  {
    const std::scoped_lock lock{mutex_};
    if (!known_ || now < known_->keys_told_at + keys_every) return told;
    known_->keys_told_at = now;  // whatever comes of it, others do not ask as well
  }
  told.keys_told_at = now;
  told.keys = provider_keys_from(ask(told.addresses.keys));
  remember(told);
  return told;
}

void Provider::remember(const Known& known) {
  const std::scoped_lock lock{mutex_};
  known_ = known;
}

std::string Provider::sign_in_address(const OpenidAttempt& attempt) {
  const std::string address = known().addresses.authorization;
  return address + (address.find('?') == std::string::npos ? "?" : "&") +
         form_of({{"response_type", "code"},
                  {"client_id", terms_.client},
                  {"redirect_uri", terms_.callback},
                  {"scope", "openid email"},
                  {"state", attempt.state()},
                  {"nonce", attempt.nonce()},
                  {"code_challenge", attempt.challenge()},
                  {"code_challenge_method", "S256"}});
}

Provider::Exchanged Provider::exchange(std::string_view code, const OpenidAttempt& attempt) {
  const ProviderAddresses addresses = known().addresses;
  FetchAsked asked{.address = addresses.token, .form = {}, .user = {}, .password = {}};
  asked.form = form_of({{"grant_type", "authorization_code"},
                        {"code", code},
                        {"redirect_uri", terms_.callback},
                        {"code_verifier", attempt.verifier()}});
  if (terms_.secret.empty() || addresses.takes_secret_in_form) {
    *asked.form += "&" + form_of({{"client_id", terms_.client}});
  }
  if (!terms_.secret.empty() && addresses.takes_secret_in_form) {
    *asked.form += "&" + form_of({{"client_secret", terms_.secret}});
  } else if (!terms_.secret.empty()) {
    asked.user = spelt(terms_.client);  // RFC 6749 2.3.1: spelt as in a form
    asked.password = spelt(terms_.secret);
  }
  constexpr int least_of_theirs = 500;
  const Fetched told = fetch_(asked);
  const auto read = ProviderWords::from(told.body);
  if (told.status >= least_of_theirs || !read) {
    throw ProviderAway{fmt::format("it answers {} for a token", told.status)};
  }
  if (told.status != status_ok) return {.token = {}, .access = {}, .refused = word_in(*read)};
  std::string access = read->text("access_token");
  if (!std::ranges::all_of(access, [](char c) { return c > ' ' && c < 0x7F; })) access.clear();
  return {.token = read->text("id_token"), .access = access, .refused = {}};
}

Provider::Verified Provider::verify(std::string_view token, const OpenidAttempt& attempt,
                                    Instant now) {
  const auto read = IdToken::from(token);
  if (!read) return {.person = {}, .flaw = "form"};
  if (!read->has_known_algorithm()) return {.person = {}, .flaw = "algorithm"};
  std::vector<ProviderKey> keys = read->keys_among(known().keys);
  if (keys.empty()) keys = read->keys_among(known_anew().keys);
  const TokenTerms terms{
      .issuer = terms_.issuer, .client = terms_.client, .nonce = attempt.nonce(), .now = now};
  std::string_view flaw = "key";
  for (const ProviderKey& key : keys) {
    flaw = read->flaw(key, terms);
    if (flaw.empty()) return {.person = read->person(), .flaw = {}};
  }
  return {.person = {}, .flaw = flaw};
}

Provider::Verified Provider::with_email(OpenidPerson person, const std::string& access) {
  const std::string address = known().addresses.person;
  if (address.empty() || access.empty()) return {.person = std::move(person), .flaw = {}};
  const Fetched told =
      fetch_({.address = address, .form = {}, .user = {}, .password = {}, .token = access});
  const auto read = ProviderWords::from(told.body);
  if (told.status != status_ok || !read) {
    throw ProviderAway{fmt::format("it answers {} about a person", told.status)};
  }
  if (read->text("sub") != person.subject) return {.person = {}, .flaw = "subject"};
  const std::string email = read->text("email");
  if (read->is_true("email_verified") && !email.empty()) person.email = email;
  return {.person = std::move(person), .flaw = {}};
}

}  // namespace vigie
