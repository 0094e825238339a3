#include "notation/json/json_form.h"

#include <algorithm>
#include <boost/json.hpp>

#include "notation/json/json_fields.h"
#include "notation/page/rfc3339.h"
#include "notation/time/read_time.h"

namespace vigie {

namespace {

std::optional<std::string_view> text_of(const boost::json::value& value, JsonRoad& road,
                                        JsonFaultKind otherwise) {
  const auto* text = value.if_string();
  if (text == nullptr || text->find('\0') != boost::json::string::npos) {
    road.find(otherwise);
    return std::nullopt;
  }
  return std::string_view{*text};
}

template <class Type, class Reader>
std::optional<Type> read_text_as(const boost::json::value& value, JsonRoad& road,
                                 JsonFaultKind otherwise, Reader reader) {
  const auto text = text_of(value, road, otherwise);
  if (!text) return std::nullopt;
  std::optional<Type> read = reader(*text);
  if (!read) road.find(otherwise);
  return read;
}

/// One that is judged: what is before or after would be an error of typing.
std::optional<Instant> read_understood(std::string_view text) {
  const auto at = read_instant(text);
  return at && is_understood(*at) ? at : std::nullopt;
}

void write_type(JsonWriter& json, std::string_view type, std::string_view format = {}) {
  json.begin_object().field("type", type);
  if (!format.empty()) json.field("format", format);
  json.end_object();
}

std::string joined(WordKeys keys) {
  std::string words;
  for (std::size_t i = 0; i < keys.count; ++i) {
    words += (i == 0 ? "" : ", ") + std::string{keys.first[i].key};
  }
  return words;
}

}  // namespace

void JsonForm<std::string>::write(JsonWriter& json, const std::string& value) {
  json.value(std::string_view{value});
}
std::optional<std::string> JsonForm<std::string>::read(const boost::json::value& value,
                                                       JsonRoad& road) {
  const auto text = text_of(value, road, JsonFaultKind::not_a_text);
  if (!text) return std::nullopt;
  const std::size_t most = road.bounds().characters;
  if (most > 0 && text->size() > most && characters_in(*text) > most) {
    find_too_long(road, false, most);
    return std::nullopt;
  }
  return std::string{*text};
}
void JsonForm<std::string>::schema(JsonWriter& json, const JsonBounds& bounds) {
  json.begin_object().field("type", "string");
  if (bounds.characters > 0) json.field("maxLength", std::uint64_t{bounds.characters});
  json.end_object();
}

void JsonForm<std::int64_t>::write(JsonWriter& json, const std::int64_t& value) {
  json.value(value);
}
std::optional<std::int64_t> JsonForm<std::int64_t>::read(const boost::json::value& value,
                                                         JsonRoad& road) {
  if (const std::int64_t* whole = value.if_int64()) return *whole;
  road.find(JsonFaultKind::not_a_whole_number);
  return std::nullopt;
}
void JsonForm<std::int64_t>::schema(JsonWriter& json, const JsonBounds&) {
  write_type(json, "integer", "int64");
}

void JsonForm<bool>::write(JsonWriter& json, const bool& value) { json.value(value); }
std::optional<bool> JsonForm<bool>::read(const boost::json::value& value, JsonRoad& road) {
  if (const bool* truth = value.if_bool()) return *truth;
  road.find(JsonFaultKind::not_a_truth);
  return std::nullopt;
}
void JsonForm<bool>::schema(JsonWriter& json, const JsonBounds&) { write_type(json, "boolean"); }

void JsonForm<Instant>::write(JsonWriter& json, const Instant& value) {
  json.value(std::string_view{rfc3339(value)});
}
std::optional<Instant> JsonForm<Instant>::read(const boost::json::value& value, JsonRoad& road) {
  return read_text_as<Instant>(value, road, JsonFaultKind::not_an_instant, read_understood);
}
void JsonForm<Instant>::schema(JsonWriter& json, const JsonBounds&) {
  write_type(json, "string", "date-time");
}

void JsonForm<CivilDay>::write(JsonWriter& json, const CivilDay& value) {
  json.value(std::string_view{rfc3339_date(value)});
}
std::optional<CivilDay> JsonForm<CivilDay>::read(const boost::json::value& value, JsonRoad& road) {
  return read_text_as<CivilDay>(value, road, JsonFaultKind::not_a_day, read_day);
}
void JsonForm<CivilDay>::schema(JsonWriter& json, const JsonBounds&) {
  write_type(json, "string", "date");
}

void JsonForm<Money>::write(JsonWriter& json, const Money& value) {
  json.begin_object()
      .field("amount_minor", value.minor)
      .field("currency", key_of(value.currency))
      .end_object();
}
std::optional<Money> JsonForm<Money>::read(const boost::json::value& value, JsonRoad& road) {
  JsonMembers members{value, road};
  Money money;
  members.read("amount_minor", money.minor);
  members.read("currency", money.currency);
  if (!members.end()) return std::nullopt;
  return money;
}
void JsonForm<Money>::schema(JsonWriter& json, const JsonBounds& bounds) {
  json.begin_object().field("type", "object").field("additionalProperties", false);
  json.key("properties").begin_object().key("amount_minor");
  JsonForm<std::int64_t>::schema(json, bounds);
  json.key("currency");
  JsonForm<Currency>::schema(json, bounds);
  json.end_object().key("required").begin_array().value("amount_minor").value("currency");
  json.end_array().end_object();
}

void write_schema_reference(JsonWriter& json, std::string_view title) {
  json.begin_object().field("$ref", "#/components/schemas/" + std::string{title}).end_object();
}

std::optional<std::size_t> read_word(const boost::json::value& value, WordKeys keys,
                                     JsonRoad& road) {
  const auto* text = value.if_string();
  for (std::size_t i = 0; text != nullptr && i < keys.count; ++i) {
    if (keys.first[i].key == std::string_view{*text}) return i;
  }
  road.find(JsonFaultKind::not_of_the_list, {{"words", joined(keys)}});
  return std::nullopt;
}

void write_word_schema(JsonWriter& json, WordKeys keys) {
  json.begin_object().field("type", "string").key("enum").begin_array();
  for (std::size_t i = 0; i < keys.count; ++i) json.value(keys.first[i].key);
  json.end_array().end_object();
}

std::optional<std::size_t> read_list(const boost::json::value& value, JsonRoad& road) {
  const auto* list = value.if_array();
  if (list == nullptr) {
    road.find(JsonFaultKind::not_a_list);
    return std::nullopt;
  }
  const std::size_t most = road.bounds().items;
  if (most > 0 && list->size() > most) {
    find_too_long(road, true, most);
    return std::nullopt;
  }
  return list->size();
}

void write_most_items(JsonWriter& json, const JsonBounds& bounds) {
  if (bounds.items > 0) json.field("maxItems", std::uint64_t{bounds.items});
}

void find_too_long(JsonRoad& road, bool is_list, std::size_t most) {
  road.find(is_list ? JsonFaultKind::list_too_long : JsonFaultKind::text_too_long,
            {{"most", std::to_string(most)}});
}

const boost::json::value& item_of(const boost::json::value& list, std::size_t index) {
  return list.as_array()[index];
}

JsonMembers::JsonMembers(const boost::json::value& value, JsonRoad& road)
    : object_{value.if_object()}, road_{road} {
  if (object_ != nullptr) return;
  road_.find(JsonFaultKind::not_an_object);
  is_well_ = false;
}

const boost::json::value* JsonMembers::find(std::string_view name, bool is_required) {
  if (object_ == nullptr) return nullptr;
  asked_.emplace_back(name);
  const boost::json::value* member = object_->if_contains(name);
  if (member != nullptr && member->is_null() && !is_required) return nullptr;
  if (member == nullptr && is_required) {
    road_.find(JsonFaultKind::member_missing, {{"name", std::string{name}}});
    is_well_ = false;
  }
  return member;
}

bool JsonMembers::member_is_list(const boost::json::value& member) { return member.is_array(); }

bool JsonMembers::end() {
  if (object_ == nullptr) return false;
  for (const auto& member : *object_) {
    const std::string_view name = member.key();
    if (std::ranges::find(asked_, name) != asked_.end()) continue;
    std::string known;
    for (const std::string& each : asked_) known += (known.empty() ? "" : ", ") + each;
    road_.find(JsonFaultKind::member_unknown, {{"name", told_name(name)}, {"known", known}});
    is_well_ = false;
  }
  return is_well_;
}

}  // namespace vigie
