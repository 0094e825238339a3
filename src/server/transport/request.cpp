#include "server/transport/request.h"

#include <algorithm>

namespace vigie {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

bool is_same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

Fields::Part Fields::part_of(std::string_view text) const {
  return {.at = static_cast<std::uint32_t>(text.data() - text_.data()),
          .size = static_cast<std::uint32_t>(text.size())};
}

void Fields::add(std::string_view name, std::string_view value) {
  places_.push_back({.name = part_of(name), .value = part_of(value)});
}

std::string_view Fields::of(std::string_view name) const {
  for (const Field& field : places_) {
    if (is_same_word(text_of(field.name), name)) return text_of(field.value);
  }
  return {};
}

std::size_t Fields::count(std::string_view name) const {
  return static_cast<std::size_t>(
      std::count_if(places_.begin(), places_.end(),
                    [&](const Field& field) { return is_same_word(text_of(field.name), name); }));
}

bool is_through_proxy(const Request& request) {
  constexpr std::string_view told_by[] = {"via", "forwarded", "x-forwarded-for",
                                          "x-forwarded-proto", "x-real-ip"};
  return !request.keeps_alive || std::ranges::any_of(told_by, [&](std::string_view name) {
    return request.fields.count(name) > 0;
  });
}

}  // namespace vigie
