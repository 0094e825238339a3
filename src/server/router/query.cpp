#include "server/router/query.h"

#include <algorithm>

#include "engine/base/text.h"

namespace vigie {

namespace {

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::optional<std::string> decoded(std::string_view text, Plus plus) {
  std::string words;
  words.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus == Plus::is_blank) {
      words += ' ';
      continue;
    }
    if (text[i] != '%') {
      words += text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? digit_of(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? digit_of(text[i + 2]) : -1;
    if (high < 0 || low < 0) return std::nullopt;
    words += static_cast<char>(high * 16 + low);
    i += 2;
  }
  if (first_byte_not_utf8(words)) return std::nullopt;
  return words;
}

std::optional<std::string_view> Query::of(std::string_view name) const {
  for (const auto& [key, value] : parameters_) {
    if (key == name) return value;
  }
  return std::nullopt;
}

QueryRead read_query(std::string_view text) {
  QueryRead read{.query = Query{}};
  auto& parameters = read.query->parameters_;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    if (part.empty()) continue;
    const std::size_t equals = std::min(part.find('='), part.size());
    auto name = decoded(part.substr(0, equals), Plus::is_blank);
    auto value = decoded(part.substr(std::min(equals + 1, part.size())), Plus::is_blank);
    if (!name || !value) return {};
    if (read.query->of(*name)) return {.query = std::nullopt, .repeated = std::move(*name)};
    parameters.emplace_back(std::move(*name), std::move(*value));
  }
  return read;
}

}  // namespace vigie
