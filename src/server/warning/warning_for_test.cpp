#include "server/warning/warning_for_test.h"

#include "engine/base/require.h"
#include "notation/page/rfc3339.h"
#include "usecase/job/job_runner.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/warning/climbing.h"
#include "usecase/warning/period_watch.h"
#include "usecase/warning/settling.h"

namespace vigie {

namespace {

constexpr const char* document =
    "id: acme\\nversion: 1\\nbetween: {provider: nova, customer: acme}\\n"
    "in_force: {from: 2020-01-01}\\nzone: UTC\\ntargets:\\n"
    "  resolve: {metric: resolution, for: {kind: incident}, within: 4h in always,"
    " required: 90 % per month}\\n";

}  // namespace

std::string stamp_of(Instant at) { return rfc3339(at); }

void WarningForTest::SetUp() {
  IdentityForTest::SetUp();
  if (IsSkipped()) return;
  ann_ = sign_in("ann");
  here().database.read([&](Connection& rows) { now_ = clock_of_database(rows); });
  const Response agreement =
      post("/api/agreements", R"({"document": ")" + std::string{document} + "\"}");
  ASSERT_EQ(agreement.status, 201) << agreement.body;
  add_account("sam", R"([{"role": "sdm", "customer": "acme"}])");
  add_account("zoe", R"([{"role": "sdm", "customer": "zenith"}])");
  add_account("tim", R"([{"role": "technician"}])");
  const Response team =
      post("/api/teams",
           R"({"reference": "net", "party": "nova", "name": "network", "members": ["tim"]})");
  ASSERT_EQ(team.status, 201) << team.body;
}

Response WarningForTest::patch(const std::string& path, const std::string& version,
                               const std::string& body) {
  return ask_as(ann_, {.method = Method::patch,
                       .path = path,
                       .body = body,
                       .fields = {{"If-Match", "\"" + version + "\""}}});
}

void WarningForTest::add_ladder(const std::string& recipients) {
  const Response added =
      post("/api/escalation-ladders",
           R"({"reference": "first", "name": "First", "levels": [{"after_minutes": 0,)"
           R"( "is_urgent": false, "recipients": )" +
               recipients + "}]}");
  ASSERT_EQ(added.status, 201) << added.body;
}

void WarningForTest::add_rule(const std::string& watches, int amount, const std::string& more) {
  const std::string reference = watches.substr(0, watches.find('_')) + std::to_string(amount);
  const Response added =
      post("/api/warning-rules",
           R"({"reference": ")" + reference + R"(", "name": "A rule", "watches": ")" + watches +
               R"(", "amount": )" + std::to_string(amount) + R"(, "ladder": "first")" + more + "}");
  ASSERT_EQ(added.status, 201) << added.body;
  run("update warning_rule set since = since - 31536000000000;"
      "update installation set warnings_mark = warnings_mark + 1");
}

std::string WarningForTest::open_ticket(std::chrono::minutes ago) {
  const Response opened =
      post("/api/tickets", R"({"customer": "acme", "title": "Printer on fire", "kind": "incident",)"
                           R"( "opened_at": ")" +
                               stamp_of(now_ - ago) + "\"}");
  EXPECT_EQ(opened.status, 201) << opened.body;
  return text_in(opened, "reference");
}

void WarningForTest::tell(const std::string& ticket, const std::string& event,
                          std::chrono::minutes ago, const std::string& more) {
  const Response told =
      post("/api/tickets/" + ticket + "/events",
           R"({"event": ")" + event + R"(", "at": ")" + stamp_of(now_ - ago) + "\"" + more + "}");
  EXPECT_EQ(told.status, 201) << told.body;
}

std::int64_t WarningForTest::fire() {
  const std::int64_t fired = fire_timers(parts(), 1'000);
  climb_ladders(parts(), 1'000);
  return fired;
}

void WarningForTest::finish_jobs() {
  ask_for_settling(parts());
  const FiguresParts figures{here(), shelf(), questions(), closures()};
  JobTerms terms;
  terms.works[JobKind::open_tickets_settling] = [this](JobAtWork& at_work) {
    return settle_open_tickets(at_work, parts());
  };
  terms.works[JobKind::period_watch] = [this, figures](JobAtWork& at_work) {
    return watch_periods(at_work, parts(), figures);
  };
  terms.failed = [](const std::exception& error) { ADD_FAILURE() << error.what(); };
  const std::atomic<bool> stops{false};
  JobSlot slot{here(), terms, std::nullopt, stops};
  while (slot.take_next()) {
  }
}

std::vector<std::string> WarningForTest::texts(const std::string& select) {
  std::vector<std::string> found;
  here().database.read([&](Connection& rows) {
    rows.run(select, {}, [&](const Row& row) { found.emplace_back(row.text(0)); });
  });
  return found;
}

std::vector<std::string> WarningForTest::notices() {
  return texts("select subject || ' ' || commitment || ' ' || watches from notice order by id");
}

std::vector<std::string> WarningForTest::inboxes() {
  return texts(
      "select p.reference || ' ' || cast(d.level as text) from delivery d"
      " join account a on a.id = d.account join person p on p.id = a.person"
      " where d.channel = 'inbox' order by d.id");
}

}  // namespace vigie
