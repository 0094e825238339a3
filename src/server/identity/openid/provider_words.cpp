#include "server/identity/openid/provider_words.h"

#include <boost/json.hpp>
#include <cmath>

namespace vigie {

namespace json = boost::json;

std::optional<ProviderWords> ProviderWords::from(std::string_view text) {
  json::error_code code;
  json::value value = json::parse({text.data(), text.size()}, code);
  if (code || !value.is_object()) return std::nullopt;
  return ProviderWords{std::make_shared<const json::object>(std::move(value.as_object()))};
}

const json::value* ProviderWords::member(std::string_view name) const {
  return object_->if_contains({name.data(), name.size()});
}

bool ProviderWords::has(std::string_view name) const { return member(name) != nullptr; }

std::string ProviderWords::text(std::string_view name) const {
  const json::value* value = member(name);
  return value != nullptr && value->is_string() ? std::string{value->as_string()} : std::string{};
}

std::vector<std::string> ProviderWords::texts(std::string_view name) const {
  const json::value* value = member(name);
  if (value == nullptr) return {};
  if (value->is_string()) return {std::string{value->as_string()}};
  if (!value->is_array()) return {};
  std::vector<std::string> texts;
  for (const json::value& each : value->as_array()) {
    if (!each.is_string()) return {};
    texts.emplace_back(each.as_string());
  }
  return texts;
}

bool ProviderWords::is_true(std::string_view name) const {
  const json::value* value = member(name);
  return value != nullptr && value->is_bool() && value->as_bool();
}

std::int64_t ProviderWords::seconds(std::string_view name) const {
  constexpr double last = 7'258'118'400;
  const json::value* value = member(name);
  if (value == nullptr || !value->is_number()) return 0;
  const auto seconds = value->to_number<double>();
  return seconds > 0 && seconds < last ? static_cast<std::int64_t>(std::floor(seconds)) : 0;
}

std::optional<std::vector<ProviderWords>> ProviderWords::objects(std::string_view name) const {
  const json::value* value = member(name);
  if (value == nullptr || !value->is_array()) return std::nullopt;
  std::vector<ProviderWords> objects;
  for (const json::value& each : value->as_array()) {
    if (!each.is_object()) return std::nullopt;
    objects.push_back(ProviderWords{std::make_shared<const json::object>(each.as_object())});
  }
  return objects;
}

}  // namespace vigie
