#include "notation/fault_page.h"

#include <gtest/gtest.h>

#include "notation/agreement.h"

namespace vigie {
namespace {

constexpr std::string_view document = R"(id: acme
calendars:
  office: {zone: Europe/Paris, hours: mon-fri 09:00-18:00}
targets:
  resolve-p3: {metric: resolution, for: {priority: "élevée"},
    within: 1 day in office}
)";

Fault fault_of(std::string_view text) {
  Names names;
  const auto read = read_agreement(text, "agreements/acme.yaml", names);
  EXPECT_EQ(read.faults.size(), 1U);
  return read.faults.front();
}

TEST(FaultPage, it_shows_where_and_what_and_what_to_write) {
  EXPECT_EQ(fault_block(fault_of(document), document, Language::en),
            R"(agreements/acme.yaml:6:13  "1 day" can be read in three ways
    5 |   resolve-p3: {metric: resolution, for: {priority: "élevée"},
    6 |     within: 1 day in office}
      |             ^^^^^
   write  9h in office               opening days of this calendar, counted in open hours
          1 business day in office   the same local time on a day that office opens
          1 calendar day             24 hours each on the wall clock
)");
}

TEST(FaultPage, it_speaks_french) {
  EXPECT_EQ(fault_block(fault_of(document), document, Language::fr),
            "agreements/acme.yaml:6:13  «\u00A0"
            "1 day\u00A0» peut se lire de trois façons\n"
            "    5 |   resolve-p3: {metric: resolution, for: {priority: \"élevée\"},\n"
            "    6 |     within: 1 day in office}\n"
            "      |             ^^^^^\n"
            "   écrire 9h in office               en jours d’ouverture de ce calendrier, comptés en"
            " heures ouvertes\n"
            "          1 business day in office   la même heure locale, un jour où office ouvre\n"
            "          1 calendar day             24 heures chacun, au chronomètre\n");
}

TEST(FaultPage, an_accent_before_the_place_does_not_move_the_underline) {
  constexpr std::string_view accented =
      "id: é\nzone: UTC\ntargets: {é: {metric: résolution, "
      "within: 4h in always}}\n";
  const auto block = fault_block(fault_of(accented), accented, Language::en);
  EXPECT_NE(block.find("    3 | targets: {é: {metric: résolution, within: 4h in always}}\n"
                       "      |                       ^^^^^^^^^^\n"),
            std::string::npos)
      << block;
}

TEST(FaultPage, programs_read_json) {
  JsonWriter json;
  write_fault(json,
              fault_of("id: a\nzone: UTC\nkind: slo\ntargets: {t: {metric: quote, within: "
                       "4h in always}}\n"),
              Language::en);
  EXPECT_EQ(
      json.text(),
      R"({"code":"unknown_word","file":"agreements/acme.yaml","line":3,"column":7,"length":3,)"
      R"("message":"\"slo\" is not a value of \"kind\"","cures":[{"write":"sla","means":""}]})");
}

}  // namespace
}  // namespace vigie
