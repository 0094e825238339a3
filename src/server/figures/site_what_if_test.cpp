// What another zone or other holidays of a site would move is asked before it is changed.
#include <gmock/gmock.h>

#include "server/figures/figures_for_test.h"

namespace vigie {
namespace {

using testing::HasSubstr;

class SiteWhatIf : public FiguresForTest {
 protected:
  void SetUp() override {
    FiguresForTest::SetUp();
    if (IsSkipped()) return;
    for (const char* name : {"Acme", "Zenith"}) {
      const std::string reference = name == std::string{"Acme"} ? "acme" : "zenith";
      ASSERT_EQ(post("/api/parties", R"({"reference": ")" + reference +
                                         R"(", "kind": "customer", "name": ")" + name + "\"}")
                    .status,
                201);
      ASSERT_EQ(post("/api/sites", R"({"reference": ")" + reference + R"(-lyon", "customer": ")" +
                                       reference +
                                       R"(", "name": "Lyon", "zone": "Europe/Paris",)"
                                       R"( "holidays": ["fr"]})")
                    .status,
                201);
    }
    const Response added =
        post("/api/agreements",
             R"({"document": "id: acme\nversion: 1\nbetween: {provider: Novalys, customer: Acme}\n)"
             R"(in_force: {from: 2020-01-01}\nzone: Europe/Paris\n)"
             R"(calendars:\n  shop: {zone: site, hours: \"mon-fri 09:00-18:00\", holidays: site}\n)"
             R"(targets:\n  resolve: {metric: resolution, within: 4h in shop,)"
             R"( required: 90 % per month}\n"})");
    ASSERT_EQ(added.status, 201) << added.body;
    // Monday at 16:00; the Tuesday is the fourteenth of July. It is resolved on it, at noon.
    const Response opened =
        post("/api/tickets", R"({"customer": "acme", "title": "Slow", "kind": "incident",)"
                             R"( "site": "Lyon", "opened_at": "2026-07-13T14:00:00Z"})");
    ASSERT_EQ(opened.status, 201) << opened.body;
    post("/api/tickets/" + member_of(opened.body, "reference") + "/events",
         R"({"event": "resolved", "at": "2026-07-14T10:00:00Z"})");
  }
  Response tried(const std::string& site, const std::string& more = {}) {
    return post("/api/what-if", R"({"documents": [], "changes": [], "site": )" + site + more + "}");
  }
};
VIGIE_ON_BOTH_DATABASES(SiteWhatIf);

TEST_P(SiteWhatIf, a_ticket_flips_where_its_holiday_is_one_no_more_and_the_figures_follow) {
  const Response same = tried(R"({"reference": "acme-lyon", "zone": "Europe/Brussels"})");
  EXPECT_THAT(same.body, HasSubstr(R"("moves":false)"));
  const Response other = tried(R"({"reference": "acme-lyon", "holidays": []})");
  EXPECT_THAT(other.body, HasSubstr("acme-lyon.holidays="));
  EXPECT_THAT(other.body, HasSubstr(R"("ticket":"INC-1")"));
  EXPECT_THAT(get("/api/figures").body, HasSubstr(R"("met":1)")) << "nothing was changed";
  const Response changed = ask({.method = Method::patch,
                                .path = "/api/sites/acme-lyon",
                                .body = R"({"holidays": []})",
                                .fields = {{"If-Match", "\"1\""}}});
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_THAT(get("/api/figures").body, HasSubstr(R"("missed":1)"));
}

TEST_P(SiteWhatIf, periods_that_are_closed_are_told_and_stay) {
  ASSERT_EQ(close("2026-07").status, 201);
  const Response other = tried(R"({"reference": "acme-lyon", "holidays": []})");
  EXPECT_THAT(other.body, HasSubstr(R"("closed":[{"closure":"acme-2026-07")"));
}

TEST_P(SiteWhatIf, what_makes_no_sense_is_refused) {
  EXPECT_EQ(code_of(tried(R"({"reference": "acme-lyon"})")), "what_if_empty");
  EXPECT_EQ(code_of(tried(R"({"reference": "nowhere", "holidays": []})")), "site_unknown");
  EXPECT_EQ(code_of(tried(R"({"reference": "acme-lyon", "zone": "Mars/Olympus"})")),
            "zone_unknown");
  EXPECT_EQ(code_of(tried(R"({"reference": "acme-lyon", "holidays": ["mars"]})")),
            "holidays_unknown");
  EXPECT_EQ(
      code_of(tried(R"({"reference": "acme-lyon", "holidays": []})", R"(, "from": "2026-07-01")")),
      "parameter_malformed");
  EXPECT_EQ(
      code_of(post("/api/what-if", R"({"documents": [], "changes": ["resolve.within=8h"],)"
                                   R"( "site": {"reference": "acme-lyon", "holidays": []}})")),
      "what_if_empty");
}

TEST_P(SiteWhatIf, the_site_of_another_customer_is_not_there) {
  ask_as(UserRole::sdm);
  EXPECT_EQ(tried(R"({"reference": "acme-lyon", "holidays": []})").status, 200);
  EXPECT_EQ(code_of(tried(R"({"reference": "zenith-lyon", "holidays": []})")), "site_unknown");
}

}  // namespace
}  // namespace vigie
