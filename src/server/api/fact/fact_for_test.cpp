#include "server/api/fact/fact_for_test.h"

#include "server/api/agreement_routes.h"
#include "server/api/fact/attachment_routes.h"
#include "server/api/fact/dispute_routes.h"
#include "server/api/fact/outage_routes.h"
#include "server/api/party_routes.h"
#include "server/api/ticket_routes.h"

namespace vigie {

namespace {

/// Claims within 20 days of the end of the month, answered within 10; silence refuses.
std::string document_of(const std::string& reference, const std::string& name) {
  return "id: " + reference + "\\nversion: 1\\nbetween: {provider: Novalys, customer: " + name +
         "}\\nin_force: {from: 2020-01-01}\\nzone: UTC\\n"
         "exclusion_rules: {claim_within: 20 calendar days, answer_within: 10 calendar days}\\n"
         "targets:\\n"
         "  resolve: {metric: resolution, for: {kind: incident}, within: 4h in always,"
         " required: 90 % per month}\\n";
}

std::string member_after(const std::string& body, std::size_t from, const std::string& member) {
  const std::string key = "\"" + member + "\":";
  const std::size_t at = body.find(key, from);
  if (at == std::string::npos) return "none";
  std::size_t first = at + key.size();
  const bool is_text = body[first] == '"';
  if (is_text) ++first;
  return body.substr(first, body.find_first_of(is_text ? "\"" : ",}]", first) - first);
}

}  // namespace

void FactApi::SetUp() {
  ApiForTest::SetUp();
  if (IsSkipped()) return;
  for (const auto& [reference, name] : {std::pair{"acme", "Acme"}, std::pair{"zenith", "Zenith"}}) {
    const Response party =
        post("/api/parties", std::string{R"({"reference": ")"} + reference +
                                 R"(", "kind": "customer", "name": ")" + name + "\"}");
    ASSERT_EQ(party.status, 201) << party.body;
  }
  ASSERT_EQ(post("/api/parties", R"({"reference": "novalys", "kind": "owner", "name": "Novalys"})")
                .status,
            201);
  for (const auto& [reference, name] : {std::pair{"acme", "Acme"}, std::pair{"zenith", "Zenith"}}) {
    const Response added =
        post("/api/agreements", R"({"document": ")" + document_of(reference, name) + "\"}");
    ASSERT_EQ(added.status, 201) << added.body;
  }
}

std::vector<Route> FactApi::routes(Installation& here) {
  std::vector<Route> all = party_routes(here);
  const auto add = [&](std::vector<Route> more) {
    for (Route& route : more) all.push_back(std::move(route));
  };
  add(agreement_routes(here, shelf_));
  add(ticket_routes(here, shelf_));
  add(outage_routes(here, shelf_));
  add(dispute_routes(here, shelf_));
  add(attachment_routes(here));
  return all;
}

Response FactApi::post(const std::string& path, const std::string& body) {
  return ask({.method = Method::post, .path = path, .body = body});
}

Response FactApi::open_ticket(const std::string& more) {
  return post("/api/tickets", R"({"customer": "acme", "title": "Impression lente à Évry",)"
                              R"( "kind": "incident", "opened_at": "2026-03-02T10:00:00Z")" +
                                  more + "}");
}

Response FactApi::tell(const std::string& event, const std::string& at, const std::string& more) {
  return post("/api/tickets/INC-1/events",
              R"({"event": ")" + event + R"(", "at": ")" + at + "\"" + more + "}");
}

void FactApi::be_customer_of(std::int64_t party) {
  caller_ = program_itself();
  caller_.rights = Rights::of(UserRole::customer, Scope::of({Reach{.customers = {{{party}}}}}));
}

std::string of_clock(const Response& response, const std::string& member) {
  const std::size_t clocks = response.body.find("\"clocks\":[");
  const std::size_t end = response.body.find("]", clocks);
  return member_after(response.body.substr(0, end), clocks, member);
}

std::string of_body(const Response& response, const std::string& member) {
  return member_after(response.body, 0, member);
}

}  // namespace vigie
