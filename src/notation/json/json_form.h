// How a value of one type is written in JSON, read from it, and told in a schema.
#pragma once

#include <boost/json/fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/instant.h"
#include "engine/base/money.h"
#include "engine/base/text.h"
#include "notation/json/json_road.h"
#include "notation/json/json_writer.h"

namespace vigie {

/// `write`, `read` (none, and a fault on the road, when it is not one) and `schema`.
template <class Type>
struct JsonForm;

#define VIGIE_JSON_FORM(Type)                                                    \
  template <>                                                                    \
  struct JsonForm<Type> {                                                        \
    static void write(JsonWriter& json, const Type& value);                      \
    static std::optional<Type> read(const boost::json::value& value, JsonRoad&); \
    static void schema(JsonWriter& json, const JsonBounds& bounds);              \
  }
VIGIE_JSON_FORM(std::string);
VIGIE_JSON_FORM(std::int64_t);
VIGIE_JSON_FORM(bool);
VIGIE_JSON_FORM(Instant);   // RFC 3339, UTC
VIGIE_JSON_FORM(CivilDay);  // RFC 3339, full-date
VIGIE_JSON_FORM(Money);     // {"amount_minor", "currency"}
#undef VIGIE_JSON_FORM

/// The keys of a closed list, for those who have its enumerators.
struct WordKeys {
  const Word* first;
  std::size_t count;
};
std::optional<std::size_t> read_word(const boost::json::value& value, WordKeys keys,
                                     JsonRoad& road);
void write_word_schema(JsonWriter& json, WordKeys keys);

template <class List>
  requires requires { Vocabulary<List>::words; }
struct JsonForm<List> {
  static constexpr WordKeys keys{Vocabulary<List>::words, std::size(Vocabulary<List>::words)};
  static void write(JsonWriter& json, List value) { json.value(key_of(value)); }
  static std::optional<List> read(const boost::json::value& value, JsonRoad& road) {
    const auto place = read_word(value, keys, road);
    if (!place) return std::nullopt;
    return static_cast<List>(*place);
  }
  static void schema(JsonWriter& json, const JsonBounds&) { write_word_schema(json, keys); }
};

/// How many items a list has; none, with a fault, when it is none or has more than its bound.
std::optional<std::size_t> read_list(const boost::json::value& value, JsonRoad& road);
void write_most_items(JsonWriter& json, const JsonBounds& bounds);
const boost::json::value& item_of(const boost::json::value& list, std::size_t index);

template <class Type>
struct JsonForm<std::vector<Type>> {
  static void write(JsonWriter& json, const std::vector<Type>& values) {
    json.begin_array();
    for (const Type& value : values) JsonForm<Type>::write(json, value);
    json.end_array();
  }
  static std::optional<std::vector<Type>> read(const boost::json::value& value, JsonRoad& road) {
    const auto count = read_list(value, road);
    if (!count) return std::nullopt;
    std::vector<Type> values;
    bool is_whole = true;
    for (std::size_t i = 0; i < *count; ++i) {
      road.enter(i);
      auto item = JsonForm<Type>::read(item_of(value, i), road);
      road.leave();
      is_whole = is_whole && item.has_value();
      if (item) values.push_back(*std::move(item));
    }
    if (!is_whole) return std::nullopt;
    return values;
  }
  static void schema(JsonWriter& json, const JsonBounds& bounds) {
    json.begin_object().field("type", "array");
    write_most_items(json, bounds);
    json.key("items");
    JsonForm<Type>::schema(json, bounds);
    json.end_object();
  }
};

/// What a field's own bound counts: characters of a text, items of a list.
inline std::size_t measure_of(const std::string& text) { return characters_in(text); }
template <class Type>
std::size_t measure_of(const std::vector<Type>& list) {
  return list.size();
}
template <class Type>
std::size_t measure_of(const Type&) {
  return 0;
}

/// The fault of a list, or of a text, that is longer than `most`.
void find_too_long(JsonRoad& road, bool is_list, std::size_t most);

/// The members of an object, each asked for by its name; what was not asked for is a fault.
class JsonMembers {
 public:
  JsonMembers(const boost::json::value& value, JsonRoad& road);

  /// `most`: the bound of this member alone; 0: it has none.
  template <class Type>
  void read(std::string_view name, Type& into, std::size_t most = 0) {
    if (const boost::json::value* member = find(name, true)) take({name, most}, *member, into);
  }
  template <class Type>
  void read(std::string_view name, std::optional<Type>& into, std::size_t most = 0) {
    const boost::json::value* member = find(name, false);
    if (member == nullptr) return;
    Type read{};
    if (take({name, most}, *member, read)) into = std::move(read);
  }

  /// Whether all went well.
  bool end();

 private:
  struct Asked {
    std::string_view name;
    std::size_t most;
  };
  template <class Type>
  bool take(const Asked& asked, const boost::json::value& member, Type& into) {
    road_.enter(asked.name);
    auto read = JsonForm<Type>::read(member, road_);
    if (read && asked.most > 0 && measure_of(*read) > asked.most) {
      find_too_long(road_, member_is_list(member), asked.most);
      read.reset();
    }
    road_.leave();
    is_well_ = is_well_ && read.has_value();
    if (read) into = *std::move(read);
    return read.has_value();
  }
  const boost::json::value* find(std::string_view name, bool is_required);
  static bool member_is_list(const boost::json::value& member);

  const boost::json::object* object_;
  JsonRoad& road_;
  std::vector<std::string> asked_;
  bool is_well_ = true;
};

}  // namespace vigie
