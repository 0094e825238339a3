#include "engine/base/near_words.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

TEST(NearWords, proposes_what_the_writer_may_have_meant) {
  const std::vector<std::string> known = {"Europe/Madrid", "Europe/Paris", "fr", "fr-guyane",
                                          "fr-reunion"};
  const struct {
    std::string_view written;
    std::vector<std::string> proposed;
  } rows[] = {
      {"Europe/Pariss", {"Europe/Paris"}},
      {"europe/paris", {"Europe/Paris"}},
      {"Eurpoe/Paris", {"Europe/Paris"}},
      {"fr-réunion", {"fr-reunion"}},
      {"fr-g", {"fr-guyane"}},
      {"Atlantis", {}},
      {"", {}},
  };
  for (const auto& row : rows)
    EXPECT_EQ(near_words(row.written, known), row.proposed) << row.written;
}

}  // namespace
}  // namespace vigie
