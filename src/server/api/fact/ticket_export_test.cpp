#include <gmock/gmock.h>

#include "connector/zone_folder.h"
#include "server/api/agreement_routes.h"
#include "server/api/api_for_test.h"
#include "server/api/fact/ticket_export_route.h"
#include "server/api/party_routes.h"
#include "server/api/ticket_routes.h"
#include "server/document_reader.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* promise =
    "id: acme\\nversion: 1\\nbetween: {provider: Novalys, customer: acme}\\n"
    "in_force: {from: 2020-01-01}\\nzone: Europe/Paris\\n"
    "targets:\\n  resolve: {metric: resolution, for: {kind: incident}, within: 9000h in always,"
    " required: 90 % per month}";

class TicketExport : public ApiForTest {
 protected:
  void SetUp() override {
    ApiForTest::SetUp();
    if (IsSkipped()) return;
    post("/api/parties", R"({"reference": "acme", "kind": "customer", "name": "acme"})");
    EXPECT_EQ(post("/api/agreements", R"({"document": ")" + std::string{promise} + "\"}").status,
              201);
  }
  std::vector<Route> routes(Installation& here) override {
    std::vector<Route> all = party_routes(here);
    for (auto& route : agreement_routes(here, shelf_)) all.push_back(std::move(route));
    for (auto& route : ticket_routes(here, shelf_)) all.push_back(std::move(route));
    few_ = ticket_export_route(here, shelf_);
    return all;
  }
  Response post(const std::string& path, const std::string& body) {
    return ask({.method = Method::post, .path = path, .body = body});
  }
  void open(const std::string& title, const std::string& kind = "incident") {
    EXPECT_EQ(post("/api/tickets",
                   R"({"customer": "acme", "title": ")" + title + R"(", "kind": ")" + kind + "\"}")
                  .status,
              201);
  }
  Response sheet(const std::string& query = {}, const std::string& language = "en") {
    return ask({.path = "/api/tickets.csv" + query, .fields = {{"Accept-Language", language}}});
  }

  Route few_;

 private:
  YamlDocumentReader reader_;
  ZoneFolder zones_;
  TermsShelf shelf_{reader_, zones_};
};
VIGIE_ON_BOTH_DATABASES(TicketExport);

TEST_P(TicketExport, it_has_a_line_a_ticket_that_the_filter_leaves) {
  open("Printer, on fire");
  open("New chair", "request");
  const Response all = sheet();
  EXPECT_EQ(all.media_type, "text/csv; charset=utf-8");
  EXPECT_THAT(all.body, HasSubstr("Reference,Title,Customer,Kind,"));
  EXPECT_THAT(all.body, HasSubstr("INC-1,\"Printer, on fire\",acme,incident,"));
  EXPECT_THAT(all.body, HasSubstr(",acme,resolve,on track,"));
  EXPECT_THAT(sheet("?kind=request").body, Not(HasSubstr("INC-1")));
  EXPECT_EQ(code_of(sheet("?customer=nobody")), "customer_unknown");
  EXPECT_EQ(code_of(sheet("?limit=3")), "parameter_unknown");
}

TEST_P(TicketExport, its_words_are_in_the_language_of_the_reader) {
  open("Printer");
  const std::string body = sheet("", "fr").body;
  EXPECT_THAT(body, HasSubstr("Référence,Titre,Client,Nature,"));
  EXPECT_THAT(body, HasSubstr("dans les délais"));
  EXPECT_THAT(body, HasSubstr("prestataire"));
}

// A sheet runs a cell that begins so.
TEST_P(TicketExport, a_title_is_never_a_formula) {
  open("=1+1");
  EXPECT_THAT(sheet().body, HasSubstr("INC-1,'=1+1,"));
}

// What is in it is for the tests of the workbook.
TEST_P(TicketExport, the_same_is_a_workbook) {
  open("Printer");
  const auto book = [&](const std::string& query) {
    return ask({.path = "/api/tickets.xlsx" + query});
  };
  const Response all = book("?zone=Europe/Paris");
  EXPECT_EQ(all.status, 200);
  EXPECT_EQ(all.media_type, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  EXPECT_THAT(all.body, testing::StartsWith("PK"));
  EXPECT_GT(all.body.size(), book("?kind=request").body.size());
  EXPECT_EQ(code_of(book("?zone=Europe/Nowhere")), "zone_unknown");
  EXPECT_EQ(code_of(book("?customer=nobody")), "customer_unknown");
  EXPECT_EQ(code_of(book("?limit=3")), "parameter_unknown");
}

TEST_P(TicketExport, more_than_the_limit_is_refused) {
  open("One");
  open("Two");
  Limits limits;
  limits.set(Limit::export_rows, 1);
  Request request;
  const Call call{.request = request, .caller = caller_, .path = {}, .query = {}, .limits = limits};
  EXPECT_EQ(code_of(few_.answer(call)), "export_too_long");
}

}  // namespace
}  // namespace vigie
