#include "server/api/identity_for_test.h"

#include "engine/base/text.h"
#include "server/api/api_routes.h"
#include "store/identity/grant.h"
#include "store/identity/rights_version.h"
#include "usecase/identity/account.h"
#include "usecase/identity/grants.h"
#include "usecase/people/party.h"

namespace vigie {

void IdentityForTest::SetUp() {
  ApiForTest::SetUp();
  if (IsSkipped()) return;
  add_party("nova", PartyKind::owner);
  add_party("acme", PartyKind::customer);
  add_party("acme-lyon", PartyKind::customer, "acme");
  add_party("zenith", PartyKind::customer);
  add_account("ann", R"([{"role": "administrator"}])");
}

void IdentityForTest::TearDown() {
  ApiForTest::TearDown();
  streams_.reset();
  gate_.reset();
  identity_.reset();
}

std::vector<Route> IdentityForTest::routes(Installation& here) {
  identity_ = std::make_unique<Identity>(here, identity_terms(Limits{}));
  gate_ = std::make_unique<Gate>(*identity_);
  streams_ = std::make_unique<Streams>(*gate_);
  return every_route(here);
}

void IdentityForTest::add_party(const std::string& reference, PartyKind kind,
                                const std::string& parent) {
  AddParty asked{.reference = reference, .kind = kind, .parent = {}, .name = reference};
  if (!parent.empty()) asked.parent = parent;
  const auto added = perform(here(), program_itself(), Permission::write_parties,
                             [&](Desk& desk) { return vigie::add_party(desk, asked); });
  ASSERT_TRUE(added);
}

void IdentityForTest::add_account(const std::string& reference, const std::string& grants) {
  static const std::string digest = PasswordChecks::digest_of_password(password);
  JsonRoad road;
  const auto read = read_json<AddAccount>(
      R"({"reference": ")" + reference + R"(", "name": "The )" + reference + R"(", "email": ")" +
          reference + R"(@nova.example", "party": "nova", "language": "en", "grants": )" + grants +
          "}",
      road);
  ASSERT_TRUE(read) << grants;
  const auto added = perform(here(), program_itself(), Permission::manage_accounts,
                             [&](Desk& desk) { return vigie::add_account(desk, *read); });
  ASSERT_TRUE(added) << key_of(added.error().refusal);
  here().database.act([&](Connection& rows) {
    auto kept = account_by_reference(rows, Scope::whole(), reference).value();
    kept.row.password_digest = digest;
    ++kept.row.version;
    change_account_row(rows, kept.key, kept.row);
  });
}

std::string IdentityForTest::sign_in(const std::string& reference, const std::string& with) {
  const Response response = ask(
      {.method = Method::post,
       .path = "/api/session",
       .body = R"({"email": ")" + reference + R"(@nova.example", "password": ")" + with + "\"}"});
  for (const auto& [name, value] : response.fields) {
    if (name == "Set-Cookie") return value.substr(0, value.find(';'));
  }
  return {};
}

Response IdentityForTest::ask_as(const std::string& cookie, Asked asked) {
  asked.fields.emplace_back("Cookie", cookie);
  asked.fields.emplace_back("Sec-Fetch-Site", "same-origin");
  return ask(asked);
}

void IdentityForTest::run(const std::string& sql) {
  here().database.act([&](Connection& rows) {
    rows.run_script(sql);
    raise_rights_version(rows);
  });
}

std::string text_in(const Response& response, const std::string& name) {
  const std::string begin = "\"" + name + "\":\"";
  const std::size_t at = response.body.find(begin);
  if (at == std::string::npos) return {};
  const std::size_t from = at + begin.size();
  return response.body.substr(from, response.body.find('"', from) - from);
}

}  // namespace vigie
