#include "usecase/people/accent.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

Colour colour(std::string_view text) {
  const auto read = colour_from(text);
  EXPECT_TRUE(read) << text;
  return read.value_or(Colour{});
}

TEST(Accent, is_read_and_written_as_pages_have_it) {
  EXPECT_EQ(text_of(colour("#0b5cad")), "#0B5CAD");
  for (const std::string_view text : {"", "#", "0B5CAD", "#0B5CA", "#0B5CADD", "#0B5CAG", "red"}) {
    EXPECT_FALSE(colour_from(text)) << text;
  }
}

// Figures of WCAG's own examples and of its common greys.
TEST(Accent, contrast_is_that_of_wcag) {
  EXPECT_EQ(contrast_of(colour("#000000"), light_page), 21'000);
  EXPECT_EQ(contrast_of(light_page, colour("#000000")), 21'000);
  EXPECT_EQ(contrast_of(light_page, light_page), 1'000);
  EXPECT_EQ(contrast_of(colour("#767676"), light_page), 4'542);
  EXPECT_EQ(contrast_of(colour("#777777"), light_page), 4'478);
  EXPECT_EQ(contrast_of(colour("#FF0000"), light_page), 3'998);
}

TEST(Accent, what_is_read_in_the_light_is_made_readable_in_the_dark) {
  for (const std::string_view text : {"#000000", "#0B5CAD", "#7A0F1A", "#006400", "#767676"}) {
    const Colour chosen = colour(text);
    EXPECT_GE(contrast_of(chosen, light_page), least_contrast) << text;
    EXPECT_GE(contrast_of(in_the_dark(chosen), dark_page), least_contrast) << text;
  }
  EXPECT_EQ(in_the_dark(colour("#6CB2FF")), colour("#6CB2FF")) << "it is light enough";
}

}  // namespace
}  // namespace vigie
