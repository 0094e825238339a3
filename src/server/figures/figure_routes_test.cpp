#include "server/figures/figure_routes.h"

#include <gmock/gmock.h>

#include "server/figures/figures_for_test.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

class FigureApi : public FiguresForTest {
 protected:
  void SetUp() override {
    FiguresForTest::SetUp();
    if (IsSkipped()) return;
    set_up_acme();
    add_ticket("2026-03-02", 3);
    add_ticket("2026-04-03", 6);
  }
};
VIGIE_ON_BOTH_DATABASES(FigureApi);

TEST_P(FigureApi, the_scorecard_is_that_of_what_is_stored) {
  const Response figures = get("/api/figures");
  EXPECT_EQ(figures.status, 200);
  EXPECT_THAT(figures.body, HasSubstr(R"("tickets":2)"));
  EXPECT_THAT(figures.body, HasSubstr(R"("period":"2026-03")"));
  EXPECT_THAT(figures.body, HasSubstr(R"("amount_minor":30000)"));
  EXPECT_THAT(figures.body, HasSubstr(R"("basis":{"position":)"));
  const Response april = get("/api/figures?agreement=acme&from=2026-04-01&to=2026-04-30");
  EXPECT_THAT(april.body, Not(HasSubstr(R"("period":"2026-03")")));
  EXPECT_THAT(april.body, HasSubstr(R"("period":"2026-04")"));
}

TEST_P(FigureApi, the_past_is_asked_for_by_two_instants) {
  EXPECT_THAT(get("/api/figures?as_of=2026-03-31T22:00:00Z").body,
              Not(HasSubstr(R"("period":"2026-04")")));
  EXPECT_THAT(get("/api/figures?known_at=2020-01-01T00:00:00Z").body,
              Not(HasSubstr(R"("period":"2026-03")")));
}

TEST_P(FigureApi, verdicts_are_lines_and_a_ledger_has_its_derivation) {
  const Response verdicts = get("/api/figures/verdicts");
  EXPECT_EQ(verdicts.media_type, "text/csv; charset=utf-8");
  EXPECT_THAT(verdicts.body, HasSubstr("INC-2,acme,1,resolve,0,breached"));
  EXPECT_THAT(get("/api/figures/ledger").body, HasSubstr(R"("computed_minor":30000)"));
}

TEST_P(FigureApi, a_figure_is_explained_in_both_languages) {
  const std::string question =
      "/api/figures/explanation?agreement=acme&target=resolve&period=2026-04";
  const Response en = get(question + "&lang=en");
  EXPECT_EQ(en.status, 200) << en.body;
  EXPECT_THAT(en.body, HasSubstr("INC-2"));
  const Response fr = get(question + "&lang=fr");
  EXPECT_THAT(fr.body, HasSubstr("exigés"));
  EXPECT_EQ(code_of(get("/api/figures/explanation?agreement=acme&target=reply&period=2026-04")),
            "target_unknown");
}

TEST_P(FigureApi, what_is_not_understood_is_refused) {
  EXPECT_EQ(code_of(get("/api/figures?when=now")), "parameter_unknown");
  EXPECT_EQ(code_of(get("/api/figures?as_of=2026-03-31")), "parameter_malformed");
  EXPECT_EQ(code_of(get("/api/figures?as_of=2026-03-31T22:00:00")), "parameter_malformed");
  EXPECT_EQ(code_of(get("/api/figures?as_of=1066-10-14T22:00:00Z")), "parameter_malformed");
  EXPECT_EQ(code_of(get("/api/figures?from=2026-04-02&to=2026-04-01")), "parameter_malformed");
  const std::string explained = "/api/figures/explanation?agreement=acme&period=2026-04";
  EXPECT_EQ(code_of(get(explained)), "parameter_malformed");
  EXPECT_THAT(get(explained).body, HasSubstr(R"(\"target\")")) << "it must be said";
  EXPECT_EQ(get(explained + "&target=resolve&lang=fr").status, 200);
  EXPECT_EQ(code_of(get(explained + "&target=resolve&lang=de")), "parameter_malformed");
  EXPECT_EQ(code_of(get(explained + "&target=resolve&from=2026-04-01")), "parameter_unknown");
  EXPECT_EQ(code_of(get("/api/figures?agreement=orion")), "agreement_unknown");
}

TEST_P(FigureApi, so_many_questions_are_judged_at_once) {
  static_assert(limit_values[static_cast<std::size_t>(Limit::questions)].usual == 2);
  const auto one = questions_.take_place();
  EXPECT_EQ(get("/api/figures").status, 200);
  const auto two = questions_.take_place();
  EXPECT_EQ(code_of(get("/api/figures")), "too_busy");
}

TEST_P(FigureApi, other_terms_move_figures_flip_tickets_and_cost_otherwise) {
  const Response answer = post("/api/what-if", R"({"documents": [],)"
                                               R"( "changes": ["resolve.within=8h"]})");
  EXPECT_EQ(answer.status, 200) << answer.body;
  EXPECT_THAT(answer.body, HasSubstr("INC-2"));
  EXPECT_THAT(answer.body, HasSubstr("30000"));
  EXPECT_THAT(get("/api/figures").body, HasSubstr(R"("amount_minor":30000)"));  // nothing is kept
}

TEST_P(FigureApi, a_document_is_tried_in_the_place_of_the_one_in_force) {
  std::string document =
      "id: acme\\nversion: 2\\nbetween: {provider: Novalys, customer: Acme}\\n"
      "in_force: {from: 2026-04-01}\\nzone: Europe/Paris\\n"
      "targets:\\n  resolve: {metric: resolution, for: {kind: incident}, within: 8h in always,"
      " required: 90 % per month}\\n";
  const auto tried = [&] {
    return post("/api/what-if", R"({"documents": [")" + document + R"("], "changes": []})");
  };
  EXPECT_THAT(tried().body, HasSubstr("acme@2"));
  EXPECT_THAT(tried().body, HasSubstr("INC-2"));
  document.replace(document.find("id: acme"), 8, "id: orion");
  EXPECT_EQ(code_of(tried()), "agreement_unknown");
  document = "id: acme\\nzone: Mars/Olympus\\n";
  EXPECT_EQ(code_of(tried()), "document_faulty");
}

TEST_P(FigureApi, closed_periods_that_other_terms_would_move_are_told_with_what_would) {
  ASSERT_EQ(close("2026-03").status, 201);
  ASSERT_EQ(close("2026-04").status, 201);
  const Response answer =
      post("/api/what-if", R"({"documents": [], "changes": ["resolve.within=8h"]})");
  const auto from = answer.body.find(R"("closed":)");
  ASSERT_NE(from, std::string::npos) << answer.body;
  const std::string closed = answer.body.substr(from);
  // In March the ticket took three hours: nothing moves.
  EXPECT_THAT(closed, HasSubstr(R"([{"closure":"acme-2026-04","agreement":"acme")"));
  EXPECT_THAT(closed, Not(HasSubstr("2026-03")));
  EXPECT_THAT(closed, HasSubstr(R"("attained_before":false,"attained_after":true)"));
  EXPECT_THAT(closed, HasSubstr(R"("difference_minor":-30000)"));
  const Response past =
      post("/api/what-if", R"({"documents": [], "changes": ["resolve.within=8h"],)"
                           R"( "as_of": "2026-05-01T00:00:00Z"})");
  EXPECT_THAT(past.body, HasSubstr(R"("closed":[])"));  // nothing was closed then
}

TEST_P(FigureApi, a_what_if_of_nothing_is_refused) {
  EXPECT_EQ(code_of(post("/api/what-if", R"({"documents": [], "changes": []})")), "what_if_empty");
  EXPECT_EQ(code_of(post("/api/what-if", R"({"documents": [], "changes": ["faster"]})")),
            "change_malformed");
  EXPECT_EQ(code_of(post("/api/what-if", R"({"documents": [], "changes": ["x.within=2h"]})")),
            "change_malformed");
  EXPECT_EQ(code_of(post("/api/what-if", R"({"documents": [], "changes": ["resolve.within=8h"],)"
                                         R"( "from": "soon"})")),
            "parameter_malformed");
  ask_as(UserRole::technician);
  EXPECT_EQ(code_of(post("/api/what-if", R"({"documents": [], "changes": []})")), "not_permitted");
}

}  // namespace
}  // namespace vigie
