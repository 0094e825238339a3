// Every route, asked by everybody, about one's own and another's: as permission.def says.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>

#include "server/api/api_routes.h"
#include "server/api/identity_for_test.h"
#include "store/identity/session.h"
#include "store/identity/token.h"
#include "store/job/job.h"
#include "usecase/agreement/agreement.h"
#include "usecase/attachment/attachment.h"
#include "usecase/contract/contract.h"
#include "usecase/dispute/dispute.h"
#include "usecase/identity/token.h"
#include "usecase/import/import.h"
#include "usecase/outage/maintenance.h"
#include "usecase/penalty/step.h"
#include "usecase/people/person.h"
#include "usecase/people/site.h"
#include "usecase/people/team.h"
#include "usecase/ticket/ticket.h"

namespace vigie {
namespace {

constexpr std::size_t roles = std::size(Vocabulary<UserRole>::words);

/// What is in reach of those who have `acme`, and what is not, by what stands after /api/.
struct Rows {
  std::string own;
  std::string foreign;
};
const std::map<std::string, Rows, std::less<>>& rows_by_folder() {
  static const std::map<std::string, Rows, std::less<>> rows{
      {"parties", {.own = "acme", .foreign = "zenith"}},
      {"agreements", {.own = "sla-acme", .foreign = "sla-zenith"}},
      {"sites", {.own = "site-acme", .foreign = "site-zenith"}},
      {"teams", {.own = "team-acme", .foreign = "team-zenith"}},
      {"people", {.own = "person-acme", .foreign = "person-zenith"}},
      {"contracts", {.own = "contract-acme", .foreign = "contract-zenith"}},
      {"tickets", {.own = "INC-1", .foreign = "INC-2"}},
      {"closures", {.own = "closed-acme", .foreign = "closed-zenith"}},
      {"penalties", {.own = "PEN-ACME", .foreign = "PEN-ZENITH"}},
      {"outages", {.own = "OUT-1", .foreign = "OUT-2"}},
      {"maintenance", {.own = "MNT-1", .foreign = "MNT-2"}},
      {"disputes", {.own = "DSP-1", .foreign = "DSP-2"}},
      {"attachments", {.own = "ATT-1", .foreign = "ATT-2"}},
      {"accounts", {.own = "ann", .foreign = {}}},  // of administrators, who see all
      {"sessions", {.own = {}, .foreign = "session-of-ann"}},
      {"tokens", {.own = {}, .foreign = "token-of-ann"}},
      {"jobs", {.own = {}, .foreign = "job-of-ann"}},
      {"imports", {.own = "imp-1", .foreign = "imp-2"}},
  };
  return rows;
}

/// A body that routes of one thing understand, so that they look for the thing.
std::string body_for(const Route& route) {
  static const std::map<std::string_view, std::string> bodies{
      {"/api/tickets/{reference}/events", R"({"event": "commented", "note": "seen"})"},
      {"/api/tickets/{reference}/corrections", R"({"event": 1, "reason": "typed wrong"})"},
      {"/api/outages/{reference}/events", R"({"event": "restored"})"},
      {"/api/disputes/{reference}/answers", R"({"answer": "refused", "motive": "no"})"},
      {"/api/attachments/{reference}/removal", R"({"reason": "private"})"},
      {"/api/closures/{reference}/provider-steps", R"({"step": "asked", "reason": "Late"})"},
      {"/api/closures/{reference}/customer-steps", R"({"step": "asked", "reason": "Late"})"},
      {"/api/penalties/{reference}/provider-steps", R"({"state": "proposed", "reason": "Due"})"},
      {"/api/penalties/{reference}/customer-steps", R"({"state": "agreed", "reason": "Due"})"},
      {"/api/agreements/{reference}/steps", R"({"number": 1, "state": "draft"})"},
      {"/api/agreements/{reference}/revisions", R"({"number": 1, "document": "id: x"})"},
      {"/api/agreements/{reference}/approvals", R"({"number": 1, "account": "ann"})"},
      {"/api/agreements/{reference}/approval-answers",
       R"({"number": 1, "digest": "0", "is_approved": true})"},
      {"/api/agreements/{reference}/signatures",
       R"({"number": 1, "digest": "0", "side": "customer", "name": "A", "capacity": "B",)"
       R"( "signed_on": "2026-01-02"})"},
      {"/api/contracts/{reference}/orders",
       R"({"code": "o", "title": "O", "part": "run", "billing": "fixed",)"
       R"( "amount": {"amount_minor": 1, "currency": "EUR"}})"},
      {"/api/contracts/{reference}/order-changes", R"({"code": "o"})"},
      {"/api/contracts/{reference}/fees",
       R"({"code": "f", "label": "F", "of": "contract", "per": "month", "billing": "fixed",)"
       R"( "part": "run", "from": "2026-01-01",)"
       R"( "amount": {"amount_minor": 1, "currency": "EUR"}})"},
      {"/api/contracts/{reference}/fee-revisions",
       R"({"fee": "f", "from": "2026-01-01", "state": "revised",)"
       R"( "amount": {"amount_minor": 1, "currency": "EUR"}})"},
      {"/api/offerings/{reference}/prices",
       R"({"from": "2026-01-01", "price": {"amount_minor": 1, "currency": "EUR"}})"}};
  const auto found = bodies.find(route.pattern);
  return found == bodies.end() ? "{}" : found->second;
}

class RightsMatrix : public IdentityForTest {
 protected:
  /// Makes a token with the permissions that `reference` holds, but one; gives its secret.
  std::string token_of(const std::string& reference, std::optional<Permission> but = {}) {
    Caller caller = program_itself();
    std::vector<Grant> grants;  // a token is asked for every permission
    for (std::size_t i = 0; i < roles; ++i) grants.push_back({.role = static_cast<UserRole>(i)});
    caller.rights = Rights::of(grants);
    here().database.read([&](Connection& rows) {
      caller.account = account_by_reference(rows, Scope::whole(), reference)->key;
    });
    MakeToken asked{.name = "matrix", .permissions = {}, .days = 1};
    for (std::size_t i = 0; i < std::size(Vocabulary<Permission>::words); ++i) {
      const auto each = static_cast<Permission>(i);
      const bool is_held = each != Permission::anyone && caller.rights.hold(each);
      if (is_held && each != but) asked.permissions.push_back(each);
    }
    const auto made = perform(here(), caller, Permission::be_signed_in, [&](Desk& desk) {
      return make_token(desk, asked, identity().terms);
    });
    return made->secret;
  }

  /// An agreement with a customer, a ticket and an import of it.
  void promise_and_open(const std::string& customer) {
    const std::string document =
        "id: sla-" + customer + "\nversion: 1\nbetween: {provider: nova, customer: " + customer +
        "}\nin_force: {from: 2020-01-01}\nzone: Europe/Paris\ntargets:\n  resolve: {metric: "
        "resolution, within: 4h in always, required: 90 % per month}\n";
    const auto done = perform(here(), program_itself(), Permission::write_tickets, [&](Desk& desk) {
      return open_ticket(desk, shelf(), {.customer = customer, .title = "Slow"});
    });
    EXPECT_TRUE(done.has_value());
    const auto added = perform(
        here(), program_itself(), Permission::write_agreements,
        [&](Desk& desk) { return add_agreement_version(desk, shelf(), {.document = document}); });
    EXPECT_TRUE(added.has_value());
    add_places(customer);
  }

  /// A site, a team, someone and a contract of a customer.
  void add_places(const std::string& customer) {
    const Caller caller = program_itself();
    const auto site = perform(here(), caller, Permission::write_parties, [&](Desk& desk) {
      return add_site(desk, shelf(),
                      {.reference = "site-" + customer,
                       .customer = customer,
                       .name = "Head office",
                       .zone = "Europe/Paris"});
    });
    const auto team = perform(here(), caller, Permission::write_parties, [&](Desk& desk) {
      return add_team(desk, {.reference = "team-" + customer, .party = customer, .name = "Desk"});
    });
    const auto person = perform(here(), caller, Permission::write_people, [&](Desk& desk) {
      return add_person(desk,
                        {.reference = "person-" + customer, .party = customer, .name = "Eve Roy"});
    });
    const auto contract = perform(here(), caller, Permission::write_contracts, [&](Desk& desk) {
      return add_contract(desk, shelf(),
                          {.reference = "contract-" + customer,
                           .customer = customer,
                           .title = "Run",
                           .currency = Currency::EUR,
                           .from = CivilDay{std::chrono::days{20'000}}});
    });
    EXPECT_TRUE(site.has_value() && team.has_value() && person.has_value() && contract.has_value());
    const auto brought =
        perform(here(), program_itself(), Permission::run_imports, [&](Desk& desk) {
          return add_import(desk, import_reader(), {.source = "desk", .customer = customer});
        });
    EXPECT_TRUE(brought.has_value());
  }

  template <class Work>
  void as_program(Permission permission, Work work) {
    EXPECT_TRUE(perform(here(), program_itself(), permission, work).has_value());
  }

  /// What may be known of a ticket and a service of a customer.
  void record_facts(const std::string& customer, const std::string& ticket) {
    as_program(Permission::write_outages, [&](Desk& desk) {
      return open_outage(desk, {.item = "mail", .title = "Down", .customer = customer});
    });
    as_program(Permission::write_outages, [&](Desk& desk) {
      return announce_maintenance(desk, {.title = "Disks",
                                         .starts_at = Instant{},
                                         .ends_at = Instant{Duration{1}},
                                         .item = "mail",
                                         .customer = customer});
    });
    as_program(Permission::contest, [&](Desk& desk) {
      return open_dispute(
          desk, shelf(),
          {.about = DisputeAbout::event, .motive = "It was later.", .ticket = ticket, .event = 1});
    });
    as_program(Permission::write_tickets, [&](Desk& desk) {
      const BlobPlan plan = keep_bytes(desk.rows(), Bytes(3));
      return attach(desk, ticket, {.name = "a.txt", .media_type = "text/plain", .size = 3}, plan,
                    {.count = 10, .bytes = 1'000});
    });
  }

  /// The answer without what names the request.
  /// A closed period of a customer, with an amount that was proposed.
  void close_and_propose(const std::string& customer, const std::string& capitals) {
    const auto done = perform(
        here(), program_itself(), Permission::close_periods, [&](Desk& desk) -> Outcome<bool> {
          Act& act = desk.open(ActWord::period_closed, Thing::closure, "closed-" + customer);
          const auto party = party_by_reference(desk.rows(), Scope::whole(), customer)->key;
          act.add(ClosureRow{.reference = "closed-" + customer,
                             .customer = party,
                             .agreement = "sla-" + customer,
                             .period = "2020-01",
                             .document = "{}"});
          PenaltyRow row{.reference = "PEN-" + capitals,
                         .version = 0,
                         .customer = party,
                         .closure = "closed-" + customer,
                         .derivation = "{}"};
          const auto key = add_penalty_row(desk.rows(), row);
          take_step(act, key, row, {.state = PenaltyState::proposed});
          return true;
        });
    EXPECT_TRUE(done.has_value());
  }

  struct Told {
    int status = 0;
    std::string code;
    std::string body;
    friend bool operator==(const Told&, const Told&) = default;
  };
  Told told(const Route& route, const std::string& secret, const std::string& reference) {
    std::string path{route.pattern};
    for (const char* name : {"{reference}", "{token}"}) {
      const std::size_t at = path.find(name);
      if (at != std::string::npos) path.replace(at, std::string_view{name}.size(), reference);
    }
    const std::size_t number = path.find("{number}");
    if (number != std::string::npos) path.replace(number, 8, "1");
    Asked asked{.method = route.method, .path = path};
    if (route.method != Method::get) asked.body = body_for(route);
    if (!secret.empty()) asked.fields.emplace_back("Authorization", "Bearer " + secret);
    if (route.wants_version) asked.fields.emplace_back("If-Match", "\"1\"");
    const Response response = ask(asked);
    ++asked_;
    return {.status = response.status,
            .code = code_of(response),
            .body = response.body.substr(0, response.body.find("\"request_id\""))};
  }

  static std::string name_of(const Route& route) {
    return std::string{word_of(route.method, Language::en)} + " " + std::string{route.pattern};
  }
  static bool has_reference(const Route& route) {
    return route.pattern.find("{reference}") != std::string_view::npos;
  }
  static Rows rows_of(const Route& route) {
    std::string_view folder = route.pattern.substr(std::string_view{"/api/"}.size());
    folder = folder.substr(0, folder.find('/'));
    const auto found = rows_by_folder().find(folder);
    return found == rows_by_folder().end() ? Rows{} : found->second;
  }

  void expect_reach(const Route& route, UserRole role, const std::string& secret) {
    const Rows rows = rows_of(route);
    const Told missing = told(route, secret, "nothing-has-this-name");
    EXPECT_EQ(missing.status, 404) << name_of(route) << " " << key_of(role);
    if (!rows.foreign.empty() && role != UserRole::administrator) {
      EXPECT_EQ(told(route, secret, rows.foreign), missing)
          << name_of(route) << " " << key_of(role) << ": a foreign row is one that is not there";
    }
    if (!rows.own.empty()) {
      EXPECT_NE(told(route, secret, rows.own).status, 404) << name_of(route) << " " << key_of(role);
    }
  }

  std::size_t asked_ = 0;
};
VIGIE_ON_BOTH_DATABASES(RightsMatrix);

TEST_P(RightsMatrix, each_route_answers_as_the_one_table_of_rights_says) {
  here().database.act([](Connection& rows) {
    const auto ann = account_by_reference(rows, Scope::whole(), "ann").value();
    add_session_row(rows, {.reference = "session-of-ann",
                           .account = ann.key,
                           .digest = Bytes(32),
                           .begun_at = {},
                           .seen_at = {},
                           .peer = "x"});
    add_token_row(rows, {.reference = "token-of-ann",
                         .account = ann.key,
                         .name = "t",
                         .digest = Bytes(32),
                         .permissions = "read_parties",
                         .made_at = {},
                         .expires_at = {},
                         .used_on = {}});
    add_job_row(rows, {.reference = "job-of-ann", .account = ann.key});
  });
  promise_and_open("acme");
  promise_and_open("zenith");
  close_and_propose("acme", "ACME");
  close_and_propose("zenith", "ZENITH");
  record_facts("acme", "INC-1");
  record_facts("zenith", "INC-2");
  std::vector<std::string> secrets;
  for (std::size_t i = 0; i < roles; ++i) {
    const std::string role{key_of(static_cast<UserRole>(i))};
    const bool is_whole = role == "administrator";
    add_account("a-" + role, R"([{"role": ")" + role + "\"" +
                                 (is_whole ? "" : R"(, "customer": "acme")") + "}]");
    secrets.push_back(token_of("a-" + role));
  }
  const std::vector<Route> routes = every_route();
  std::size_t with_rows = 0;
  for (const Route& route : routes) {
    const Told nobody = told(route, {}, "acme");
    EXPECT_EQ(nobody.code == "unauthenticated", route.permission != Permission::anyone)
        << name_of(route);
    if (route.permission == Permission::anyone) continue;
    EXPECT_EQ(told(route, token_of("ann", route.permission), "acme").code, "not_permitted")
        << name_of(route) << " with a token that lacks it";
    for (std::size_t i = 0; i < roles; ++i) {
      const auto role = static_cast<UserRole>(i);
      const Told answer = told(route, secrets[i], "acme");
      EXPECT_EQ(answer.code != "not_permitted", roles_with(route.permission).holds(role))
          << name_of(route) << " " << key_of(role);
      EXPECT_NE(answer.code, "unauthenticated") << name_of(route) << " " << key_of(role);
      if (answer.code == "not_permitted") {
        EXPECT_EQ(told(route, secrets[i], "zenith"), answer) << name_of(route);
      } else if (has_reference(route)) {
        expect_reach(route, role, secrets[i]);
      }
    }
    if (has_reference(route) && !rows_of(route).foreign.empty()) ++with_rows;
  }
  std::cout << "rights: " << routes.size() << " routes x " << roles + 2 << " callers, " << with_rows
            << " routes with foreign rows, " << asked_ << " requests\n";
  EXPECT_GT(asked_, routes.size() * roles);
}

TEST(RightsReference, the_page_has_the_table_that_decides) {
  std::ifstream file{"docs/reference/rights.md"};
  const std::string page{std::istreambuf_iterator<char>{file}, {}};
  for (std::size_t i = 0; i < std::size(Vocabulary<Permission>::words); ++i) {
    const auto permission = static_cast<Permission>(i);
    std::string held;
    bool is_all = true;
    for (std::size_t r = 0; r < roles; ++r) {
      const auto role = static_cast<UserRole>(r);
      is_all = is_all && roles_with(permission).holds(role);
      if (!roles_with(permission).holds(role)) continue;
      held += (held.empty() ? "`" : ", `") + std::string{key_of(role)} + "`";
    }
    if (is_all) held = "all";
    if (held.empty()) held = "no role is asked for";
    const Word& word = Vocabulary<Permission>::words[i];
    const std::string line =
        "| `" + std::string{word.key} + "` | " + std::string{word.meaning} + " | " + held + " |\n";
    EXPECT_NE(page.find(line), std::string::npos) << "docs/reference/rights.md lacks " << line;
  }
}

}  // namespace
}  // namespace vigie
