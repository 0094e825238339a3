#include "usecase/people/accent.h"

#include <cmath>
#include <utility>

namespace vigie {

namespace {

int digit_from(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Source: WCAG 2.2, relative luminance.
double luminance_of(const Colour& colour) {
  const auto linear = [](std::uint8_t part) {
    const double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.parts[0]) + 0.7152 * linear(colour.parts[1]) +
         0.0722 * linear(colour.parts[2]);
}

}  // namespace

std::optional<Colour> colour_from(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  Colour colour;
  for (std::size_t i = 0; i < 3; ++i) {
    const int high = digit_from(text[1 + 2 * i]);
    const int low = digit_from(text[2 + 2 * i]);
    if (high < 0 || low < 0) return std::nullopt;
    colour.parts[i] = static_cast<std::uint8_t>(16 * high + low);
  }
  return colour;
}

std::string text_of(const Colour& colour) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text = "#";
  for (const std::uint8_t part : colour.parts) {
    text += digits[part / 16];
    text += digits[part % 16];
  }
  return text;
}

std::int64_t contrast_of(const Colour& one, const Colour& other) {
  double lighter = luminance_of(one);
  double darker = luminance_of(other);
  if (lighter < darker) std::swap(lighter, darker);
  return static_cast<std::int64_t>(1'000 * (lighter + 0.05) / (darker + 0.05) + 1e-9);
}

Colour in_the_dark(const Colour& colour) {
  constexpr int steps = 64;
  Colour lighter = colour;
  for (int step = 0; contrast_of(lighter, dark_page) < least_contrast && step <= steps; ++step) {
    for (std::size_t i = 0; i < 3; ++i) {
      const int part = colour.parts[i];
      lighter.parts[i] = static_cast<std::uint8_t>(part + (255 - part) * step / steps);
    }
  }
  return lighter;
}

}  // namespace vigie
