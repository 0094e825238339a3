// The small pieces of which stamps are made, taken from the front of a text.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace vigie {

/// A number of `least` to `most` digits taken from the front; none when there are fewer.
std::optional<int> take_number(std::string_view& text, int least, int most);

/// A fraction of a second of one to nine digits, cut to microseconds.
std::optional<std::chrono::microseconds> take_fraction(std::string_view& text);

/// A month by its name in English or French, whole or shortened to what no other month begins with;
/// accents, capitals and a final point do not matter. 1 to 12.
std::optional<int> take_month_name(std::string_view& text);

/// AM (0) or PM (12), also "p.m.".
std::optional<int> take_half_of_day(std::string_view& text);

/// Z, +hh, +hhmm or +hh:mm; seconds east of UTC, under 24 hours.
std::optional<std::chrono::seconds> take_offset(std::string_view& text);

/// Letters, accented ones included, and a final point.
bool take_letters(std::string_view& text);

/// One or more blanks, no-break spaces included; false when there is none.
bool take_blanks(std::string_view& text);

/// `text` without the blanks around it.
std::string_view trimmed(std::string_view text);

}  // namespace vigie
