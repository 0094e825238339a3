#include "notation/json/json_road.h"

#include <algorithm>
#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>
#include <set>

#include "engine/base/fill.h"

namespace vigie {

namespace {

constexpr std::size_t most_faults = 20;
constexpr std::size_t most_levels = 32;

std::string escaped(std::string_view member) {
  std::string text;
  for (const char c : member) {
    if (c == '~') {
      text += "~0";
    } else if (c == '/') {
      text += "~1";
    } else {
      text += c;
    }
  }
  return text;
}

/// A member that is written twice in an object, with the pointer of the object; the parser keeps
/// the last one in silence, so the text is walked once more.
class Twice {
 public:
  explicit Twice(JsonRoad& road) : road_{road} {}

  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = max_object_size;
  static constexpr std::size_t max_key_size = max_object_size;
  static constexpr std::size_t max_string_size = max_object_size;
  using Code = boost::json::error_code;

  bool on_document_begin(Code&) { return true; }
  bool on_document_end(Code&) { return true; }
  bool on_object_begin(Code&) { return begin(); }
  bool on_object_end(std::size_t, Code&) { return end(); }
  bool on_array_begin(Code&) { return begin(); }
  bool on_array_end(std::size_t, Code&) { return end(); }
  bool on_key_part(std::string_view part, std::size_t, Code&) {
    key_ += part;
    return true;
  }
  bool on_key(std::string_view part, std::size_t, Code&) {
    key_ += part;
    if (!keys_.back().insert(key_).second) {
      road_.find(JsonFaultKind::member_twice, {{"name", told_name(key_)}});
    }
    key_.clear();
    return true;
  }
  bool on_string_part(std::string_view, std::size_t, Code&) { return true; }
  bool on_string(std::string_view, std::size_t, Code&) { return true; }
  bool on_number_part(std::string_view, Code&) { return true; }
  bool on_int64(std::int64_t, std::string_view, Code&) { return true; }
  bool on_uint64(std::uint64_t, std::string_view, Code&) { return true; }
  bool on_double(double, std::string_view, Code&) { return true; }
  bool on_bool(bool, Code&) { return true; }
  bool on_null(Code&) { return true; }
  bool on_comment_part(std::string_view, Code&) { return true; }
  bool on_comment(std::string_view, Code&) { return true; }

 private:
  bool begin() {
    keys_.emplace_back();
    return true;
  }
  bool end() {
    keys_.pop_back();
    return true;
  }

  JsonRoad& road_;
  std::string key_;
  std::vector<std::set<std::string>> keys_;
};

}  // namespace

std::string told_name(std::string_view name) {
  constexpr std::size_t most = 60;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool begins_one = (static_cast<unsigned char>(name[at]) & 0xC0U) != 0x80U;
    if (begins_one && characters++ == most) return std::string{name.substr(0, at)} + "…";
  }
  return std::string{name};
}

std::string message_of(const JsonFault& fault, Language language) {
  return fill(word_of(fault.kind, language), fault.arguments);
}

void JsonRoad::enter(std::string_view member) {
  ends_.push_back(pointer_.size());
  pointer_ += "/" + escaped(member);
}

void JsonRoad::enter(std::size_t index) {
  ends_.push_back(pointer_.size());
  pointer_ += "/" + std::to_string(index);
}

void JsonRoad::find(JsonFaultKind kind,
                    std::vector<std::pair<std::string, std::string>> arguments) {
  if (faults_.size() == most_faults) return;
  faults_.push_back({.pointer = pointer_, .kind = kind, .arguments = std::move(arguments)});
}

JsonText::JsonText(std::string_view text, JsonRoad& road) {
  boost::json::parse_options options;
  options.max_depth = most_levels;
  boost::json::error_code code;
  auto value = std::make_unique<boost::json::value>(boost::json::parse(text, code, {}, options));
  if (code) {
    road.find(JsonFaultKind::not_json, {{"why", code.message()}});
    return;
  }
  const std::size_t before = road.faults().size();
  boost::json::basic_parser<Twice> twice{options, road};
  twice.write_some(false, text.data(), text.size(), code);
  if (road.faults().size() == before) value_ = std::move(value);
}

JsonText::~JsonText() = default;

}  // namespace vigie
