#include "notation/clause_difference.h"

#include <gmock/gmock.h>

namespace vigie {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ClauseDifference changed(const std::string& clause, std::optional<std::string> before,
                         std::optional<std::string> after) {
  return {.clause = clause, .before = std::move(before), .after = std::move(after)};
}

TEST(ClauseDifference, a_clause_that_changed_was_added_or_went_is_told) {
  EXPECT_THAT(clause_differences("id: a\ntargets: {p1: {within: 4h, strict: yes}}",
                                 "id: a\ntargets: {p1: {within: 8h}, p2: {within: 2h}}"),
              ElementsAre(changed("targets.p1.within", "4h", "8h"),
                          changed("targets.p2.within", std::nullopt, "2h"),
                          changed("targets.p1.strict", "yes", std::nullopt)));
}

TEST(ClauseDifference, layout_comments_and_the_order_of_keys_make_no_difference) {
  EXPECT_THAT(
      clause_differences("id: a\nzone: Europe/Paris", "# signed\nzone: Europe/Paris\nid: a"),
      IsEmpty());
}

TEST(ClauseDifference, lists_are_compared_whole_or_one_by_one) {
  EXPECT_THAT(clause_differences("documents: [a, b]\nlife: [{state: draft, on: 2026-01-01}]",
                                 "documents: [b, a]\nlife: [{state: signed, on: 2026-01-01}]"),
              ElementsAre(changed("documents", "[a, b]", "[b, a]"),
                          changed("life[1].state", "draft", "signed")));
}

}  // namespace
}  // namespace vigie
