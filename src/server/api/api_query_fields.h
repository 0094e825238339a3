// The parameters of a query, read into a described struct as the members of a body are.
#pragma once

#include <array>

#include "server/api/asking.h"

namespace vigie {

namespace query_fields {

/// A parameter, and whether its JSON is a text.
struct KnownParameter {
  std::string_view name;
  bool is_text = true;
};

template <class Type>
inline constexpr bool is_text = true;
template <>
inline constexpr bool is_text<bool> = false;
template <>
inline constexpr bool is_text<std::int64_t> = false;
template <class Type>
inline constexpr bool is_text<std::optional<Type>> = is_text<Type>;

template <class Type>
inline constexpr bool is_optional = false;
template <class Type>
inline constexpr bool is_optional<std::optional<Type>> = true;

/// What a parameter is when it is there.
template <class Type>
struct Present {
  using Is = Type;
};
template <class Type>
struct Present<std::optional<Type>> {
  using Is = Type;
};

/// The parameters that are asked for, as one JSON object; those named `aside` left to others.
/// Refused: parameter_unknown.
Outcome<std::string> json_of(const Call& call, std::span<const KnownParameter> known,
                             std::span<const std::string_view> aside);

/// parameter_malformed, of the first fault of the road.
Refused refusal_of(const Call& call, const JsonRoad& road);

/// {"name", "in": "query", "required", "description", "schema"}
template <class Model, class Type>
void write(JsonWriter& json, const Field<Model, Type>& field, const std::string& schema) {
  json.begin_object().field("name", field.name).field("in", "query");
  json.field("required", !is_optional<Type>).field("description", field.meaning);
  json.key("schema").raw(schema).end_object();
}

template <class Model, class Type>
constexpr KnownParameter parameter_of(const Field<Model, Type>& field) {
  return {field.name, is_text<Type>};
}

template <class Asked>
constexpr std::array<KnownParameter, field_count<Asked>()> known() {
  return std::apply([](const auto&... fields) { return std::array{parameter_of(fields)...}; },
                    fields_of<Asked>);
}

template <class Asked>
void write_all(JsonWriter& json, const JsonBounds& bounds) {
  const auto add = [&]<class Type>(const Field<Asked, Type>& field) {
    JsonBounds of_field = bounds;
    if (field.most > 0) of_field.characters = field.most;
    JsonWriter schema;
    JsonForm<typename Present<Type>::Is>::schema(schema, of_field);
    write(json, field, schema.take());
  };
  std::apply([&](const auto&... fields) { (add(fields), ...); }, fields_of<Asked>);
}

}  // namespace query_fields

/// What a page is asked with, beside what cuts it.
inline constexpr std::array<std::string_view, 2> page_parameters{"limit", "cursor"};

/// A member of `Asked` that is not optional must be asked for; parameters named `aside` are read by
/// others. Refused: parameter_unknown, parameter_malformed.
template <class Asked>
Outcome<Asked> query_asked(const Call& call, std::span<const std::string_view> aside = {}) {
  const auto known = query_fields::known<Asked>();
  const auto json = query_fields::json_of(call, known, aside);
  if (!json) return json.error();
  JsonRoad road{body_bounds(call)};
  auto asked = read_json<Asked>(*json, road);
  if (!asked) return query_fields::refusal_of(call, road);
  return *std::move(asked);
}

template <class Asked>
QueryShape query_shape_of() {
  QueryShape shape{.names = {}, .write = query_fields::write_all<Asked>};
  for (const auto& parameter : query_fields::known<Asked>()) shape.names.push_back(parameter.name);
  return shape;
}

}  // namespace vigie
