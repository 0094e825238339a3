// JSON of described structs, in both directions, and the schema that says what it must be.
#pragma once

#include <map>

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

template <class Type>
inline constexpr bool is_list = false;
template <class Type>
inline constexpr bool is_list<std::vector<Type>> = true;

template <class Model, class Type>
void write_property(JsonWriter& json, const Field<Model, Type>& field, JsonBounds bounds) {
  using Value = typename Property<Type>::Value;
  std::size_t& bound = is_list<Value> ? bounds.items : bounds.characters;
  if (bound > 0 && field.most > 0) bound = field.most;
  JsonWriter schema;
  JsonForm<Value>::schema(schema, bounds);
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
      [&](const auto&... fields) {
        (members.read(fields.name, model.*(fields.member), fields.most), ...);
      },
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

/// The schema of a described struct, with these bounds and those of its fields; without any when
/// they are 0. Source: JSON Schema 2020-12.
template <class Model>
void write_schema(JsonWriter& json, const JsonBounds& bounds) {
  json.begin_object().field("type", "object").field("additionalProperties", false);
  json.key("properties").begin_object();
  std::apply(
      [&](const auto&... fields) { (json_fields::write_property(json, fields, bounds), ...); },
      fields_of<Model>);
  json.end_object().key("required").begin_array();
  const auto require_member = [&]<class Type>(const Field<Model, Type>& field) {
    if (json_fields::Property<Type>::is_required) json.value(field.name);
  };
  std::apply([&](const auto&... fields) { (require_member(fields), ...); }, fields_of<Model>);
  json.end_array().end_object();
}

/// Schemas by the titles of their structs.
using WriteSchema = void (*)(JsonWriter&, const JsonBounds&);
using NamedSchemas = std::map<std::string_view, WriteSchema>;

namespace json_fields {

template <class Type>
struct Named {
  static void add(NamedSchemas&) {}
};
template <class Type>
struct Named<std::optional<Type>> : Named<Type> {};
template <class Type>
struct Named<std::vector<Type>> : Named<Type> {};

}  // namespace json_fields

/// Adds the struct and those within it that have titles.
template <class Model>
void add_schemas(NamedSchemas& named) {
  const bool is_new =
      title_of<Model>.empty() || named.emplace(title_of<Model>, write_schema<Model>).second;
  if (!is_new) return;
  const auto add = [&]<class Type>(const Field<Model, Type>&) {
    json_fields::Named<Type>::add(named);
  };
  std::apply([&](const auto&... fields) { (add(fields), ...); }, fields_of<Model>);
}

/// Where the description of the API has the schema of that title.
void write_schema_reference(JsonWriter& json, std::string_view title);

/// A struct within another; the schema of one that has a title is told once, and referred to.
template <class Model>
  requires(std::tuple_size_v<std::remove_cvref_t<decltype(fields_of<Model>)>> > 0)
struct JsonForm<Model> {
  static void write(JsonWriter& json, const Model& model) { write_fields(json, model); }
  static std::optional<Model> read(const boost::json::value& value, JsonRoad& road) {
    return read_fields<Model>(value, road);
  }
  static void schema(JsonWriter& json, const JsonBounds& bounds) {
    if constexpr (title_of<Model>.empty()) {
      write_schema<Model>(json, bounds);
    } else {
      write_schema_reference(json, title_of<Model>);
    }
  }
};

namespace json_fields {

template <class Model>
  requires(std::tuple_size_v<std::remove_cvref_t<decltype(fields_of<Model>)>> > 0)
struct Named<Model> {
  static void add(NamedSchemas& named) { add_schemas<Model>(named); }
};

}  // namespace json_fields

}  // namespace vigie
