#include "server/board/board_routes.h"

#include <gmock/gmock.h>

#include <random>
#include <regex>
#include <thread>

#include "connector/zone_folder.h"
#include "server/api/agreement_routes.h"
#include "server/api/api_for_test.h"
#include "server/api/identity_for_test.h"
#include "server/api/party_routes.h"
#include "server/api/ticket_routes.h"
#include "server/document_reader.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

// The target is a year away: nothing that is asked twice changes between.
constexpr const char* document =
    "id: CUSTOMER\\nversion: 1\\nbetween: {provider: Novalys, customer: CUSTOMER}\\n"
    "in_force: {from: 2020-01-01}\\nzone: Europe/Paris\\n"
    "targets:\\n"
    "  resolve: {metric: resolution, for: {kind: incident}, within: 9000h in always,"
    " required: 90 % per month}\\n"
    "  urgent: {metric: resolution, for: {kind: incident, priority: P1}, within: 1h in always}\\n";

std::string without_instants(const std::string& body) {
  static const std::regex as_of{R"re("as_of":"[^"]*")re"};
  return std::regex_replace(body, as_of, R"("as_of":"")");
}

/// Asks each question of the store and of the board: the answers are the same.
class Board : public ApiForTest {
 protected:
  void SetUp() override {
    ApiForTest::SetUp();
    if (IsSkipped()) return;
    for (const std::string customer : {"acme", "zenith", "mesa"}) {
      post("/api/parties", R"({"reference": ")" + customer + R"(", "kind": "customer", "name": ")" +
                               customer + "\"}");
      const std::regex name{"CUSTOMER"};
      const Response added = post(
          "/api/agreements",
          R"({"document": ")" + std::regex_replace(std::string{document}, name, customer) + "\"}");
      ASSERT_EQ(added.status, 201) << added.body;
    }
  }
  void TearDown() override {
    ApiForTest::TearDown();
    board_.reset();
  }

  std::vector<Route> routes(Installation& here) override {
    std::vector<Route> all = party_routes(here);
    for (auto& route : agreement_routes(here, shelf_)) all.push_back(std::move(route));
    board_ = std::make_unique<BoardParts>(here, shelf_, limits_);
    Limits few;
    few.set(Limit::tickets_written, 3);
    forgetful_ = std::make_unique<BoardParts>(here, shelf_, few);
    for (auto& route : ticket_routes(here, shelf_)) {
      if (route.method == Method::get) from_store_.push_back(route);
      all.push_back(std::move(route));
    }
    from_board_ = answered_from_board(from_store_, *board_);
    from_forgetful_ = answered_from_board(from_store_, *forgetful_);
    return answered_from_board(std::move(all), *board_);
  }

  Response post(const std::string& path, const std::string& body) {
    return ask({.method = Method::post, .path = path, .body = body});
  }
  Response open(const std::string& customer, const std::string& more = {}) {
    return post("/api/tickets", R"({"customer": ")" + customer +
                                    R"(", "title": "Printer on fire", "kind": "incident")" + more +
                                    "}");
  }
  std::string happens(const std::string& reference, const std::string& event) {
    return post("/api/tickets/" + reference + "/events", event).body;
  }

  /// The body of one route of `routes` for this caller, or the code of its refusal.
  std::string answer_of(const std::vector<Route>& routes, const std::string& query,
                        const std::string& reference = {}) {
    const Route& route = *std::ranges::find_if(routes, [&](const Route& each) {
      return each.pattern.ends_with('}') == !reference.empty();
    });
    Request request;
    Call call{.request = request, .caller = caller_, .path = {}, .query = {}, .limits = limits_};
    if (!reference.empty()) call.path.emplace_back("reference", reference);
    call.query = *read_query(query).query;
    const Response response = route.answer(call);
    return response.refusal ? code_of(response)
                            : response.entity_tag + without_instants(response.body);
  }
  void expect_same(const std::string& query, const std::string& reference = {}) {
    const std::string stored = answer_of(from_store_, query, reference);
    EXPECT_EQ(answer_of(from_board_, query, reference), stored) << query << reference;
    EXPECT_EQ(answer_of(from_forgetful_, query, reference), stored) << query << reference;
  }
  /// All pages of the list, each asked of both.
  void expect_same_pages(int limit, const std::string& filter = {}) {
    const std::string each = "limit=" + std::to_string(limit) + filter;
    std::string query = each;
    for (int page = 0; page < 1'000; ++page) {
      expect_same(query);
      const std::string body = answer_of(from_store_, query);
      static const std::regex next{R"re("next":"([^"]*)")re"};
      std::smatch found;
      if (!std::regex_search(body, found, next)) return;
      query = each + "&cursor=" + found[1].str();
    }
  }
  Rights sees(const std::string& customer, const std::string& team = {}) {
    Reach reach{.team = team};
    here().database.read([&](Connection& rows) {
      reach.customers = {party_by_reference(rows, Scope::whole(), customer)->key};
    });
    return Rights::of(UserRole::technician, Scope::of({reach}));
  }

  // From several threads: the check of answers is for one.
  std::string opened_by(const std::string& customer) {
    const std::scoped_lock lock{asking_};
    return text_in(open(customer), "reference");
  }
  void resolve(const std::string& reference) {
    const std::scoped_lock lock{asking_};
    happens(reference, R"({"event": "resolved"})");
  }
  bool is_listed(const std::string& reference) {
    const std::string body = answer_of(from_board_, "limit=200");
    return body.find(R"("reference":")" + reference + '"') != std::string::npos;
  }

  std::vector<Route> from_store_;
  std::vector<Route> from_board_;
  std::vector<Route> from_forgetful_;

 private:
  std::mutex asking_;
  Limits limits_;
  YamlDocumentReader reader_;
  ZoneFolder zones_;
  TermsShelf shelf_{reader_, zones_};
  std::unique_ptr<BoardParts> board_;
  std::unique_ptr<BoardParts> forgetful_;
};
VIGIE_ON_BOTH_DATABASES(Board);

TEST_P(Board, who_does_not_read_the_chain_is_shown_what_was_promised_to_the_customer_alone) {
  constexpr const char* ola =
      "id: desk\\nkind: ola\\nversion: 1\\n"
      "between: {provider: Novalys, customer: Novalys, team: Desk}\\n"
      "in_force: {from: 2020-01-01}\\nzone: Europe/Paris\\n"
      "targets:\\n  hold: {metric: resolution, for: {kind: incident}, within: 9h in always}\\n";
  post("/api/parties", R"({"reference": "novalys", "kind": "owner", "name": "Novalys"})");
  const Response added = post("/api/agreements", R"({"document": ")" + std::string{ola} + "\"}");
  ASSERT_EQ(added.status, 201) << added.body;
  open("acme");
  happens("INC-1", R"({"event": "assigned", "party": "provider", "team": "Desk"})");
  constexpr const char* of_chain = R"("kind":"ola")";
  EXPECT_THAT(answer_of(from_board_, ""), HasSubstr(of_chain));
  expect_same("", "INC-1");
  caller_.rights = sees("acme");
  EXPECT_THAT(answer_of(from_board_, ""), HasSubstr(of_chain));
  const Scope own = caller_.rights.scope_of(Permission::read_tickets);
  caller_.rights = Rights::of(UserRole::customer, own);
  for (const auto* routes : {&from_store_, &from_board_, &from_forgetful_}) {
    EXPECT_THAT(answer_of(*routes, ""), HasSubstr(R"("kind":"sla")"));
    EXPECT_THAT(answer_of(*routes, ""), Not(HasSubstr(of_chain)));
    EXPECT_THAT(answer_of(*routes, "", "INC-1"), Not(HasSubstr(of_chain)));
    EXPECT_EQ(answer_of(*routes, "team=Desk"), "not_permitted");
    EXPECT_EQ(answer_of(*routes, "holder=novalys"), "not_permitted");
    EXPECT_THAT(answer_of(*routes, "holder=provider"), HasSubstr("INC-1"));
  }
  const Response told = ask({.method = Method::get, .path = "/api/tickets/INC-1/explanation"});
  EXPECT_EQ(told.status, 200) << told.body;
  EXPECT_THAT(told.body, HasSubstr("· resolve ·"));
  EXPECT_THAT(told.body, Not(HasSubstr("· hold ·")));
}

TEST_P(Board, it_answers_as_the_store_does_whatever_happens) {
  std::mt19937 chance{20261122};
  const std::vector<std::string> customers{"acme", "zenith", "mesa"};
  const std::vector<std::string> events{
      R"({"event": "acknowledged"})",
      R"({"event": "assigned", "party": "provider", "team": "network"})",
      R"({"event": "assigned", "party": "provider", "team": "servers"})",
      R"({"event": "awaiting", "party": "customer", "value": "answer"})",
      R"({"event": "resumed"})",
      R"({"event": "resolved"})",
      R"({"event": "reopened"})",
      R"({"event": "merged", "other": "INC-2"})",
      R"({"event": "related", "relation": "child_of", "other": "INC-3"})"};
  expect_same("");
  for (int i = 1; i <= 60; ++i) {
    open(customers[chance() % 3]);
    const std::string reference = "inc-" + std::to_string(1 + chance() % static_cast<unsigned>(i));
    happens(reference, events[chance() % events.size()]);
    if (i % 6 != 0) continue;
    expect_same("", reference);
    expect_same("limit=7");
  }
  expect_same_pages(4);
  expect_same_pages(200);
  for (const Rights& rights : {sees("acme"), sees("zenith", "network"), sees("mesa", "nowhere")}) {
    caller_.rights = rights;
    expect_same_pages(3);
    for (int i = 1; i <= 60; i += 7) expect_same("", "INC-" + std::to_string(i));
  }
}

TEST_P(Board, it_answers_as_the_store_does_whatever_is_asked) {
  std::mt19937 chance{20261123};
  const std::vector<std::string> customers{"acme", "zenith", "mesa"};
  const std::vector<std::string> kinds{
      "", R"(, "priority": "P1", "opened_at": "2026-03-02T10:00:00Z")", R"(, "priority": "P2")"};
  const std::vector<std::string> events{
      R"({"event": "assigned", "party": "provider", "team": "network"})",
      R"({"event": "assigned", "party": "provider", "team": "servers"})",
      R"({"event": "awaiting", "party": "customer", "value": "answer"})",
      R"({"event": "declared_major"})", R"({"event": "resolved"})"};
  for (int i = 1; i <= 45; ++i) {
    open(customers[chance() % 3], kinds[chance() % 3]);
    happens("inc-" + std::to_string(1 + chance() % static_cast<unsigned>(i)),
            events[chance() % events.size()]);
  }
  const std::vector<std::string> filters{"&customer=acme",
                                         "&customer=nobody",
                                         "&team=network",
                                         "&team=none",
                                         "&holder=customer",
                                         "&holder=provider&team=servers",
                                         "&priority=P1",
                                         "&priority=P1&customer=zenith&team=network",
                                         "&phase=awaiting",
                                         "&kind=incident&priority=P2",
                                         "&major=true",
                                         "&major=false&team=network",
                                         "&overdue=true",
                                         "&overdue=false",
                                         "&due_within_minutes=60",
                                         "&due_within_minutes=60&priority=P2",
                                         "&due_within_minutes=60&overdue=false",
                                         "&due_after_minutes=60",
                                         "&due_after_minutes=60&due_within_minutes=300",
                                         "&shown=open",
                                         "&shown=all",
                                         "&words=fire"};
  const auto ask_all = [&] {
    for (const std::string& filter : filters) {
      for (const char* order : {"", "&order=opened", "&order=due", "&order=newest"}) {
        expect_same_pages(4, filter + order);
      }
    }
  };
  ask_all();
  for (const Rights& rights : {sees("acme"), sees("zenith", "network")}) {
    caller_.rights = rights;
    ask_all();
  }
}

TEST_P(Board, what_is_not_on_it_is_asked_of_the_store) {
  open("acme");
  open("acme");
  happens("inc-2", R"({"event": "resolved"})");
  expect_same("", "inc-2");
  expect_same("", "inc-3");
  expect_same("cursor=nonsense");
  expect_same("limit=0");
  expect_same("colour=red");
  EXPECT_EQ(answer_of(from_board_, "", "inc-3"), "not_found");
  EXPECT_EQ(answer_of(from_board_, "cursor=nonsense"), "cursor_unknown");
  EXPECT_EQ(answer_of(from_board_, "colour=red"), "parameter_unknown");
}

TEST_P(Board, a_ticket_of_another_customer_is_not_there) {
  open("zenith");
  caller_.rights = sees("acme");
  EXPECT_EQ(answer_of(from_board_, "", "inc-1"), "not_found");
  EXPECT_EQ(answer_of(from_board_, ""), R"({"items":[]})");
}

TEST_P(Board, what_an_import_brought_is_on_it_as_long_as_that_counts) {
  open("acme");
  open("acme");
  here().database.act([&](Connection& rows) {
    rows.run_script(
        "insert into import (reference, version, source, customer, state, profile, file_bytes, job,"
        " rows_read, tickets, tickets_added, events, events_added, findings, terms)"
        " select 'imp-1', 1, 's', id, 'loaded', 'p', 0, 'j', 0, 1, 1, 1, 1, 0, 't' from party"
        " where reference = 'acme'");
    rows.run_script(
        "insert into import_ticket (import, ticket, settles) select i.id, t.id, 0"
        " from import i, ticket t where t.reference = 'INC-2'");
    rows.run_script(
        "update ticket set loaded_by = (select id from import) where reference = 'INC-2'");
  });
  for (const std::string state : {"loaded", "published", "withdrawn"}) {
    here().database.act([&](Connection& rows) {
      Act act{rows,
              here().sealer.key(),
              {.word = ActWord::party_changed, .thing = Thing::party, .reference = "acme"}};
      rows.run("update import set state = $1, effect_act = $2",
               std::array<Parameter, 2>{std::string_view{state}, act.number().value});
      act.end();
    });
    here().sealer.note_act();
    expect_same("");
    expect_same("", "inc-2");
    EXPECT_EQ(answer_of(from_board_, "").find("INC-2") != std::string::npos, state == "published");
  }
}

// A board that lagged would show the ticket as it was before.
TEST_P(Board, a_write_is_seen_by_whoever_asks_after_it_was_acknowledged) {
  open("acme");
  constexpr int writers = 4;
  constexpr int rounds = 12;
  std::vector<std::thread> threads;
  std::atomic<int> stale{0};
  for (int writer = 0; writer < writers; ++writer) {
    threads.emplace_back([&, writer] {
      for (int i = 0; i < rounds; ++i) {
        const std::string name = opened_by(writer % 2 == 0 ? "acme" : "zenith");
        if (!is_listed(name)) ++stale;
        resolve(name);
        if (is_listed(name)) ++stale;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(stale, 0);
  expect_same_pages(200);
}

}  // namespace
}  // namespace vigie
