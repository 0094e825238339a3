// What a cure says to write is taken when it is written.
#include <gtest/gtest.h>

#include "connector/zone_folder.h"
#include "engine/agreement/check_set.h"
#include "notation/agreement.h"

namespace vigie {
namespace {

/// An agreement of one penalty on `base`, with `charges`, and what is said of it.
SetCheck checked_with(const std::string& base, const std::string& charges, ZoneSource& zones) {
  const std::string document =
      "id: a\nzone: Europe/Paris\ncharges: {" + charges +
      "}\npenalties: {lines: {p: {on: t, flat: 5 %, cap: 9.00, base: " + base +
      "}}}\ntargets: {t: {metric: resolution, within: 4h in always, required: 95 % per month}}\n";
  Names names;
  auto read = read_agreement(document, "a.yaml", {.names = names, .zones = &zones});
  EXPECT_TRUE(read.agreement) << document;
  std::vector<Agreement> agreements;
  if (read.agreement) agreements.push_back(*std::move(read.agreement));
  return check_agreements(agreements);
}

TEST(Cures, charges_are_taken_as_they_are_proposed) {
  ZoneFolder zones;
  for (const std::string base : {"fee m", "order m", "contract"}) {
    const auto refused = checked_with(base, "currency: EUR", zones).faults;
    ASSERT_EQ(refused.size(), 1U) << base;
    ASSERT_FALSE(refused.front().cures.empty()) << base;
    EXPECT_TRUE(checked_with(base, refused.front().cures.front().write, zones).faults.empty())
        << refused.front().cures.front().write;
  }
}

}  // namespace
}  // namespace vigie
