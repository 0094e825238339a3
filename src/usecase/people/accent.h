// One colour of a house, and whether it can be read.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vigie {

struct Colour {
  std::array<std::uint8_t, 3> parts{};  // red, green, blue: sRGB
  bool operator==(const Colour&) const = default;
};

/// Pages in the light, and in the dark.
inline constexpr Colour light_page{{0xFF, 0xFF, 0xFF}};
inline constexpr Colour dark_page{{0x14, 0x18, 0x1F}};
/// Between a text and what is behind it, in thousandths. Source: WCAG 2.2, 1.4.3 (AA).
inline constexpr std::int64_t least_contrast = 4'500;

/// "#RRGGBB", in digits of either case; none: it is no colour.
std::optional<Colour> colour_from(std::string_view text);
/// "#RRGGBB" in capitals.
std::string text_of(const Colour& colour);

/// From 1,000, the same, to 21,000, black on white: thousandths, rounded down. Source: WCAG 2.2,
/// relative luminance and contrast ratio.
std::int64_t contrast_of(const Colour& one, const Colour& other);

/// The same hue, as much lighter as it takes to be read on `dark_page`.
Colour in_the_dark(const Colour& colour);

}  // namespace vigie
