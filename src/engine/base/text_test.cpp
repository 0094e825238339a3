#include "engine/base/text.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

TEST(PlainForm, letters_of_latin_languages_lose_their_accents) {
  EXPECT_EQ(plain_form("Éole Œuvre Straße ŁÓDŹ Ærø"), "eole oeuvre strasse lodz aero");
  EXPECT_EQ(plain_form("ÇÀÂÎÏÔÙÛŸ Ñ õ š Ž"), "caaiiouuy n o s z");
}

TEST(PlainForm, the_rest_stays_as_it_is) {
  EXPECT_EQ(plain_form("3 × 4 ÷ 2 – «Δέλτα» 東京 \xC3"), "3 × 4 ÷ 2 – «Δέλτα» 東京 \xC3");
  EXPECT_EQ(plain_form(""), "");
}

}  // namespace
}  // namespace vigie
