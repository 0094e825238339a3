// How lengths, counts and rates are written for people, in both languages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/instant.h"
#include "engine/base/ratio.h"
#include "vocabulary/words.h"

namespace vigie {

inline constexpr std::string_view no_break_space = "\u00a0";
inline constexpr std::string_view thin_no_break_space = "\u202f";

/// fixed: "0h30", "4h00", "3 h 30"; for columns and sums. spoken: "30 min", "1h00", "3 h"; for
/// parts of a sentence. brief: "30 min", "4h", "4h30"; as agreements write it.
enum class LengthStyle : std::uint8_t { fixed, spoken, brief };

/// Exact: seconds and fractions are shown when there are some ("0h00m12.5s"); hours are not turned
/// into days. A negative length has a minus sign before it.
std::string length_text(Duration length, Language language, LengthStyle style = LengthStyle::fixed);

/// With separators of thousands: "16,826" or "16 826" (narrow no-break space).
std::string count_text(std::int64_t count, Language language);

/// `ratio` x 100 to `decimals` places, half away from zero; what is not 100 % never shows as
/// 100 %. For the eye: what is compared is the ratio. "-" when the denominator is 0: no volume is
/// no rate.
std::string rate_text(Ratio ratio, int decimals, Language language);

/// A rate that was promised, exactly as many decimals as it needs: "95 %", "99.95 %"; a fraction
/// that no decimal says is shown as it was written, "1/3".
std::string required_text(Ratio ratio, Language language);

}  // namespace vigie
