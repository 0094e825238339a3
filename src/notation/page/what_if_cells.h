// Cells and sums that the pages of a comparison share.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/money.h"
#include "engine/base/ratio.h"
#include "engine/penalty/difference.h"
#include "notation/json/json_writer.h"
#include "notation/page/what_if_page.h"
#include "vocabulary/words.h"

namespace vigie {

struct Amounts {
  std::int64_t before_minor = 0;
  std::int64_t after_minor = 0;
};

/// Over all agreements and periods, by currency.
std::map<Currency, Amounts> sums_of(const std::vector<AmountDifference>& amounts);

/// How many tickets went from one verdict to another under one target; by target, then in the order
/// of the words.
struct FlipKind {
  std::uint32_t target = 0;
  std::optional<Verdict> before;
  std::optional<Verdict> after;
  std::uint64_t count = 0;
  std::vector<const Flip*> first;  // a few
};
std::vector<FlipKind> kinds_of(const std::vector<Flip>& flips);

/// "10 tickets judged twice as of ...".
std::string what_if_header(const WhatIfAsked& asked, const PageStyle& style);

/// For programs: what both kinds of comparison begin with; one side of an availability, or null;
/// the amounts.
void write_asked(JsonWriter& json, const WhatIfAsked& asked);
void write_up_time(JsonWriter& json, std::string_view name, const std::optional<UpTime>& up);
void write_amounts(JsonWriter& json, const std::vector<AmountDifference>& amounts);

/// Of an availability, for display: what was up of what was observed. None without a figure.
std::optional<Ratio> rate_of(const std::optional<UpTime>& up);

/// The word of a verdict, or that nothing is promised.
std::string verdict_text(const std::optional<Verdict>& verdict, Language language);
std::string verdict_key(const std::optional<Verdict>& verdict);

}  // namespace vigie
