// Outages that were recorded, in the figures that they move.
#include <gmock/gmock.h>

#include "server/figures/figures_for_test.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* march = "/api/figures?as_of=2026-04-01T00:00:00Z";

/// The committed figure of the first availability that the answer tells.
std::string committed_of(const Response& response) {
  const std::string head = R"("committed":{)";
  const auto from = response.body.find(head);
  if (from == std::string::npos) return "none in " + response.body;
  const auto begin = from + head.size();
  return response.body.substr(begin, response.body.find('}', begin) - begin);
}

/// 744 hours of March, and so many seconds down.
std::string down_for(const std::string& seconds, const std::string& rate) {
  return R"("observed_seconds":2678400,"down_seconds":)" + seconds + R"(,"rate":")" + rate + "\"";
}

class OutageFigures : public FiguresForTest {
 protected:
  void SetUp() override {
    FiguresForTest::SetUp();
    if (IsSkipped()) return;
    set_up_mail_of("acme", "Acme");
    set_up_mail_of("zenith", "Zenith");
  }
  Response explained() {
    return get(
        "/api/figures/explanation?agreement=acme-mail&target=mail-up&period=2026-03"
        "&as_of=2026-04-01T00:00:00Z&lang=en");
  }
};
VIGIE_ON_BOTH_DATABASES(OutageFigures);

TEST_P(OutageFigures, an_outage_moves_the_availability_and_its_explanation_names_it) {
  EXPECT_THAT(get(march).body, HasSubstr(R"("code":"service_never_observed","count":1)"));
  add_outage("acme", "2026-03-03T08:00:00Z", "2026-03-03T20:24:00Z");
  const Response figures = get(std::string{march} + "&agreement=acme-mail");
  // 12 h 24 of 744 h.
  EXPECT_EQ(committed_of(figures), down_for("44640", "59/60"));
  EXPECT_THAT(figures.body, HasSubstr(R"("attained":false)"));
  EXPECT_THAT(explained().body, HasSubstr("OUT-1"));
}

TEST_P(OutageFigures, an_outage_of_one_customer_is_not_down_time_of_another) {
  add_outage("acme", "2026-03-03T08:00:00Z", "2026-03-03T20:24:00Z");
  add_outage("zenith", "2026-03-10T08:00:00Z", "2026-03-10T09:00:00Z");
  EXPECT_EQ(committed_of(get(std::string{march} + "&agreement=acme-mail")),
            down_for("44640", "59/60"));
  EXPECT_EQ(committed_of(get(std::string{march} + "&agreement=zenith-mail")),
            down_for("3600", "743/744"));
  EXPECT_THAT(explained().body, Not(HasSubstr("OUT-2")));
}

TEST_P(OutageFigures, what_is_down_for_everyone_is_down_for_each) {
  add_outage("", "2026-03-03T08:00:00Z", "2026-03-03T09:00:00Z");
  for (const char* agreement : {"acme-mail", "zenith-mail"}) {
    EXPECT_EQ(committed_of(get(std::string{march} + "&agreement=" + agreement)),
              down_for("3600", "743/744"));
  }
}

TEST_P(OutageFigures, a_reader_of_a_customer_has_its_whole_figure_and_nothing_of_another) {
  add_outage("acme", "2026-03-03T08:00:00Z", "2026-03-03T20:24:00Z");
  add_outage("", "2026-03-05T08:00:00Z", "2026-03-05T09:00:00Z");
  add_outage("zenith", "2026-03-10T08:00:00Z", "2026-03-10T09:00:00Z");
  post("/api/outages",
       R"({"item": "vault", "title": "x", "customer": "zenith", "at": "2026-03-11T08:00:00Z"})");
  const Response whole = get(std::string{march} + "&agreement=acme-mail");
  EXPECT_THAT(whole.body, HasSubstr("vault"));  // promised by nobody, and still open
  ask_as(UserRole::customer);
  const Response own = get(march);
  EXPECT_EQ(committed_of(own), committed_of(whole));
  EXPECT_EQ(committed_of(own), down_for("48240", "3653/3720"));
  for (const char* foreign : {"zenith", "vault", "OUT-3", "OUT-4"}) {
    EXPECT_THAT(own.body, Not(HasSubstr(foreign)));
  }
}

TEST_P(OutageFigures, an_outage_told_late_is_not_in_what_was_known) {
  add_outage("acme", "2026-03-03T08:00:00Z", "2026-03-03T20:24:00Z");
  EXPECT_THAT(get(std::string{march} + "&agreement=acme-mail&known_at=2026-04-01T00:00:00Z").body,
              Not(HasSubstr(R"("down_seconds":44640)")));
}

TEST_P(OutageFigures, a_closed_month_keeps_its_availability_and_what_moves_it_is_told) {
  add_outage("acme", "2026-03-03T08:00:00Z", "2026-03-03T20:24:00Z");
  const std::string preview = "/api/closure-previews?agreement=acme-mail&period=2026-03";
  const std::string digest = member_of(get(preview).body, "accepts");
  const Response closed = post("/api/closures", R"({"agreement": "acme-mail", "period": "2026-03",)"
                                                R"( "accepts": ")" +
                                                    digest + "\"}");
  EXPECT_EQ(closed.status, 201) << closed.body;
  add_outage("acme", "2026-03-20T08:00:00Z", "2026-03-20T09:00:00Z");
  const Response figures = get("/api/figures?agreement=acme-mail");
  EXPECT_THAT(figures.body, HasSubstr(down_for("44640", "59/60")));
  EXPECT_THAT(figures.body, HasSubstr(R"("cause":"outage")"));
}

TEST_P(OutageFigures, other_terms_are_judged_by_the_same_outages) {
  add_outage("acme", "2026-03-03T08:00:00Z", "2026-03-03T20:24:00Z");
  add_outage("zenith", "2026-03-10T08:00:00Z", "2026-03-10T09:00:00Z");
  const Response answer = post("/api/what-if", R"({"documents": [], "as_of":)"
                                               R"( "2026-04-01T00:00:00Z",)"
                                               R"( "changes": ["mail-up.required=98%"]})");
  EXPECT_EQ(answer.status, 200) << answer.body;
  EXPECT_THAT(answer.body, HasSubstr(R"("down_seconds":44640)"));
  EXPECT_THAT(answer.body, HasSubstr(R"("down_seconds":3600)"));
}

TEST_P(OutageFigures, maintenance_leaves_the_time_of_its_customer_alone) {
  add_outage("acme", "2026-03-03T08:00:00Z", "2026-03-03T09:00:00Z");
  add_outage("zenith", "2026-03-03T08:00:00Z", "2026-03-03T09:00:00Z");
  const Response announced =
      post("/api/maintenance", R"({"title": "Disks", "item": "mail", "customer": "acme",)"
                               R"( "announced_at": "2026-03-01T08:00:00Z",)"
                               R"( "starts_at": "2026-03-03T08:00:00Z",)"
                               R"( "ends_at": "2026-03-03T10:00:00Z"})");
  EXPECT_EQ(announced.status, 201) << announced.body;
  // It was recorded today: what is asked as of today knows of it.
  const std::string today = "/api/figures?from=2026-03-01&to=2026-03-31&agreement=";
  EXPECT_THAT(get(today + "acme-mail").body, HasSubstr(R"("excluded_seconds":7200)"));
  EXPECT_THAT(get(today + "zenith-mail").body, HasSubstr(R"("excluded_seconds":0)"));
}

}  // namespace
}  // namespace vigie
