#include "store/kept_row.h"

#include <gmock/gmock.h>

namespace vigie {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(WordsOfASearch, are_folded_and_cut_at_whatever_is_no_letter_nor_digit) {
  EXPECT_THAT(words_of("Nîmes, GARE"), ElementsAre("nimes", "gare"));
  EXPECT_THAT(words_of("INC-104340"), ElementsAre("inc-104340"));
  EXPECT_THAT(words_of("l’Œuvre"), testing::Contains(testing::HasSubstr("oeuvre")));
}

TEST(WordsOfASearch, hold_no_sign_that_patterns_know) {
  EXPECT_THAT(words_of("%_\\ '\" *"), IsEmpty());
  EXPECT_THAT(words_of("50%_off"), ElementsAre("50", "off"));
}

TEST(WordsOfASearch, each_asks_for_its_own_value) {
  std::vector<Parameter> values{std::int64_t{1}};
  const std::vector<std::string> words{"a", "b"};
  EXPECT_EQ(words_condition(words, "t.name_sort", values),
            " and (t.name_sort like '%' || $2 || '%' or t.reference like $2 || '%')"
            " and (t.name_sort like '%' || $3 || '%' or t.reference like $3 || '%')");
  EXPECT_EQ(values.size(), 3U);
}

}  // namespace
}  // namespace vigie
