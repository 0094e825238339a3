#include "server/figures/figures_for_test.h"

#include <algorithm>
#include <iterator>

#include "server/api/agreement_routes.h"
#include "server/api/fact/dispute_routes.h"
#include "server/api/fact/outage_routes.h"
#include "server/api/job/job_routes.h"
#include "server/api/party_routes.h"
#include "server/api/terms/place_routes.h"
#include "server/api/ticket_routes.h"
#include "server/figures/closure_routes.h"
#include "server/figures/figure_job_routes.h"
#include "server/figures/figure_routes.h"
#include "server/figures/penalty_routes.h"
#include "server/figures/what_if_routes.h"
#include "store/journal/seal_acts.h"

namespace vigie {

namespace {

constexpr const char* document =
    "id: acme\\nversion: 1\\nbetween: {provider: Novalys, customer: Acme}\\n"
    "in_force: {from: 2020-01-01}\\nzone: Europe/Paris\\n"
    "targets:\\n"
    "  resolve: {metric: resolution, for: {kind: incident}, within: 4h in always,"
    " required: 90 % per month}\\n"
    "penalties:\\n"
    "  lines:\\n"
    "    gtr: {on: resolve, each: 150.00 per started hour}\\n";

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

std::vector<Route> FiguresForTest::routes(Installation& here) {
  const FiguresParts parts{here, shelf_, questions_, closures_};
  std::vector<Route> all = party_routes(here);
  const auto add = [&](std::vector<Route> more) {
    std::ranges::move(more, std::back_inserter(all));
  };
  add(agreement_routes(here, shelf_));
  add(ticket_routes(here, shelf_));
  add(place_routes(here, shelf_));
  add(outage_routes(here, shelf_));
  add(dispute_routes(here, shelf_));
  add(figure_routes(parts));
  add(what_if_routes(parts));
  add(figure_job_routes(parts, 20));
  add(job_routes(here));
  add(closure_routes(parts));
  add(penalty_routes(here));
  return all;
}

void FiguresForTest::set_up_acme(const std::string& more) {
  const Response party =
      post("/api/parties", R"({"reference": "acme", "kind": "customer", "name": "Acme"})");
  ASSERT_EQ(party.status, 201) << party.body;
  const Response added =
      post("/api/agreements", R"({"document": ")" + std::string{document} + more + "\"}");
  ASSERT_EQ(added.status, 201) << added.body;
}

void FiguresForTest::set_up_mail_of(const std::string& customer, const std::string& name,
                                    const std::string& more) {
  const Response party =
      post("/api/parties",
           R"({"reference": ")" + customer + R"(", "kind": "customer", "name": ")" + name + "\"}");
  EXPECT_EQ(party.status, 201) << party.body;
  const Response added =
      post("/api/agreements",
           R"({"document": "id: )" + customer +
               "-mail\\nversion: 1\\nbetween: {provider: Novalys, customer: " + name +
               "}\\nin_force: {from: 2026-03-01}\\nzone: UTC\\ntargets:\\n"
               "  mail-up: {metric: availability, of: mail, required: 99 % per month}\\n" +
               more + "\"}");
  EXPECT_EQ(added.status, 201) << added.body;
}

std::string FiguresForTest::add_outage(const std::string& customer, const std::string& from,
                                       const std::string& to) {
  std::string body = R"({"item": "mail", "title": "No mail", "at": ")" + from + "\"";
  if (!customer.empty()) body += R"(, "customer": ")" + customer + "\"";
  const Response opened = post("/api/outages", body + "}");
  EXPECT_EQ(opened.status, 201) << opened.body;
  std::string reference = member_of(opened.body, "reference");
  const Response restored = post("/api/outages/" + reference + "/events",
                                 R"({"event": "restored", "at": ")" + to + "\"}");
  EXPECT_EQ(restored.status, 201) << restored.body;
  return reference;
}

std::string FiguresForTest::add_ticket(const std::string& day, int hours) {
  const Response opened =
      post("/api/tickets", R"({"customer": "acme", "title": "Slow", "kind": "incident",)"
                           R"( "opened_at": ")" +
                               day + R"(T10:00:00Z"})");
  EXPECT_EQ(opened.status, 201) << opened.body;
  const std::string reference = member_of(opened.body, "reference");
  const Response resolved =
      post("/api/tickets/" + reference + "/events", R"({"event": "resolved", "at": ")" + day + "T" +
                                                        two_digits(10 + hours) + R"(:00:00Z"})");
  EXPECT_EQ(resolved.status, 201) << resolved.body;
  return reference;
}

std::string FiguresForTest::digest_shown(const std::string& period) {
  const Response shown = get("/api/closure-previews?agreement=acme&period=" + period);
  EXPECT_EQ(shown.status, 200) << shown.body;
  return member_of(shown.body, "accepts");
}

Response FiguresForTest::close(const std::string& period, const std::string& digest) {
  return post("/api/closures", R"({"agreement": "acme", "period": ")" + period +
                                   R"(", "accepts": ")" + digest + "\"}");
}

void FiguresForTest::ask_as(UserRole role) {
  caller_.rights = Rights::of(role, Scope::of({Reach{.customers = {{{1}}}}}));
}

Response FiguresForTest::say_for(const std::string& side, const std::string& path,
                                 const std::string& body) {
  const Caller before = caller_;
  if (side == "customer") ask_as(UserRole::customer);
  Response said = post(path, body);
  caller_ = before;
  return said;
}

void wait_for_seals(Database& database) {
  bool is_sealed = false;
  while (!is_sealed) {
    database.read([&](Connection& rows) {
      std::int64_t acts = 0;
      rows.run("select count(*) from act", {}, [&](const Row& row) { acts = row.whole(0); });
      is_sealed = acts == last_position(rows);
    });
  }
}

std::string member_of(const std::string& body, const std::string& name) {
  const std::string head = "\"" + name + "\":\"";
  const auto from = body.find(head);
  if (from == std::string::npos) return {};
  const auto begin = from + head.size();
  return body.substr(begin, body.find('"', begin) - begin);
}

}  // namespace vigie
