#include "store/ticket/words.h"

#include <gmock/gmock.h>

namespace vigie {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TicketWords, are_folded_cut_and_each_there_once) {
  EXPECT_THAT(words_in("INC-104 Évry, évry"), ElementsAre("104", "evry", "inc", "inc-104"));
  EXPECT_THAT(words_in("j.doe@acme.fr."), ElementsAre("acme", "doe", "fr", "j", "j.doe@acme.fr"));
  EXPECT_THAT(words_in("(L’été)"), testing::Contains("ete"));
  EXPECT_THAT(words_in(" - . "), IsEmpty());
}

TEST(TicketWords, are_never_longer_than_their_bound_nor_cut_within_a_character) {
  std::string text(63, 'a');
  text += "日本";
  const auto words = words_in(text);
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words[0], std::string(63, 'a'));
  std::string many;
  for (int i = 0; i < 500; ++i) many += "w" + std::to_string(i) + " ";
  EXPECT_EQ(words_in(many).size(), 100U);
}

}  // namespace
}  // namespace vigie
