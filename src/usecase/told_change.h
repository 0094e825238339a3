// What an act changed, told of views: references and amounts as people read them, never keys.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "store/journal/act.h"
#include "usecase/told_text.h"

namespace vigie {

namespace told {

inline std::string text_of(const std::string& value) { return value; }
inline std::string text_of(std::int64_t value) { return std::to_string(value); }
inline std::string text_of(bool value) { return value ? "1" : "0"; }
inline std::string text_of(CivilDay value) { return text_of_day(value); }
inline std::string text_of(const Money& value) { return text_of_money(value); }
template <IsListOfWords List>
std::string text_of(List value) {
  return std::string{key_of(value)};
}
template <class Type>
std::string text_of(const std::optional<Type>& value);
template <class Type>
std::string text_of(const std::vector<Type>& values);

/// "code lot-1, title Network": what is empty is left out.
template <class View>
  requires(std::tuple_size_v<std::remove_cvref_t<decltype(fields_of<View>)>> > 0)
std::string text_of(const View& view) {
  std::string all;
  const auto add = [&](const auto& field) {
    const std::string text = text_of(view.*(field.member));
    if (!text.empty()) all += (all.empty() ? "" : ", ") + std::string{field.name} + " " + text;
  };
  std::apply([&](const auto&... fields) { (add(fields), ...); }, fields_of<View>);
  return all;
}

template <class Type>
std::string text_of(const std::optional<Type>& value) {
  return value ? text_of(*value) : std::string{};
}

template <class Type>
std::string text_of(const std::vector<Type>& values) {
  std::string all;
  for (const Type& value : values) all += (all.empty() ? "" : "; ") + text_of(value);
  return all;
}

}  // namespace told

/// Fields of a view that differ, but for its version. No `before`: the thing is new. What is empty
/// is told as none.
template <class View>
void tell_changes(Act& act, const View* before, const View& after) {
  const auto tell = [&](const auto& field) {
    if (field.name == "version") return;
    const auto text = [&](const View* view) -> std::optional<std::string> {
      std::string told = view == nullptr ? std::string{} : told::text_of(view->*(field.member));
      if (told.empty()) return std::nullopt;
      return told;
    };
    act.change(field.name, text(before), text(&after));
  };
  std::apply([&](const auto&... fields) { (tell(fields), ...); }, fields_of<View>);
}

}  // namespace vigie
