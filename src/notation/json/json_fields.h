// JSON of described structs, in both directions, and the schema that says what it must be.
#pragma once

#include "engine/base/described.h"
#include "notation/json/json_form.h"

namespace vigie {

namespace json_fields {

template <class Type>
void write_member(JsonWriter& json, std::string_view name, const Type& value) {
  json.key(name);
  JsonForm<Type>::write(json, value);
}

// What is none is left out.
template <class Type>
void write_member(JsonWriter& json, std::string_view name, const std::optional<Type>& value) {
  if (value) write_member(json, name, *value);
}

template <class Type>
struct Property {
  using Value = Type;
  static constexpr bool is_required = true;
};

template <class Type>
struct Property<std::optional<Type>> {
  using Value = Type;
  static constexpr bool is_required = false;
};

template <class Model, class Type>
void write_property(JsonWriter& json, const Field<Model, Type>& field) {
  JsonWriter schema;
  JsonForm<typename Property<Type>::Value>::schema(schema);
  std::string text = schema.take();
  JsonWriter meaning;
  meaning.value(field.meaning);
  text.insert(1, "\"description\":" + meaning.take() + ",");
  json.key(field.name).raw(text);
}

}  // namespace json_fields

/// Writes the members in the order of their description.
template <class Model>
void write_fields(JsonWriter& json, const Model& model) {
  json.begin_object();
  std::apply(
      [&](const auto&... fields) {
        (json_fields::write_member(json, fields.name, model.*(fields.member)), ...);
      },
      fields_of<Model>);
  json.end_object();
}

/// Reads an object that has the members described and no other; an optional one may be missing.
/// None, and faults on the road, when it is not that.
template <class Model>
std::optional<Model> read_fields(const boost::json::value& value, JsonRoad& road) {
  JsonMembers members{value, road};
  Model model{};
  std::apply(
      [&](const auto&... fields) { (members.read(fields.name, model.*(fields.member)), ...); },
      fields_of<Model>);
  if (!members.end()) return std::nullopt;
  return model;
}

/// The struct that `text` holds; none, and faults on the road, when it is not that.
template <class Model>
std::optional<Model> read_json(std::string_view text, JsonRoad& road) {
  const JsonText read{text, road};
  if (!read.value()) return std::nullopt;
  return read_fields<Model>(*read.value(), road);
}

/// The schema of a described struct. Source: JSON Schema 2020-12.
template <class Model>
void write_schema(JsonWriter& json) {
  json.begin_object().field("type", "object").field("additionalProperties", false);
  json.key("properties").begin_object();
  std::apply([&](const auto&... fields) { (json_fields::write_property(json, fields), ...); },
             fields_of<Model>);
  json.end_object().key("required").begin_array();
  const auto require_member = [&]<class Type>(const Field<Model, Type>& field) {
    if (json_fields::Property<Type>::is_required) json.value(field.name);
  };
  std::apply([&](const auto&... fields) { (require_member(fields), ...); }, fields_of<Model>);
  json.end_array().end_object();
}

/// A struct within another: a schema of its own, found by its title.
template <class Model>
  requires(std::tuple_size_v<std::remove_cvref_t<decltype(fields_of<Model>)>> > 0)
struct JsonForm<Model> {
  static void write(JsonWriter& json, const Model& model) { write_fields(json, model); }
  static std::optional<Model> read(const boost::json::value& value, JsonRoad& road) {
    return read_fields<Model>(value, road);
  }
  static void schema(JsonWriter& json) { write_schema<Model>(json); }
};

}  // namespace vigie
