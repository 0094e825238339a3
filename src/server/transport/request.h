// One request as it reached us: its head, its body, and who sent it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/http.h"

namespace vigie {

/// Fields of a head, in the order in which they came, over the text that they were read from.
class Fields {
 public:
  Fields() = default;
  explicit Fields(std::string text) : text_{std::move(text)} {}

  const std::string& text() const { return text_; }
  /// `name` and `value` are parts of `text()`.
  void add(std::string_view name, std::string_view value);

  /// The first field of that name, written in lower case; empty when there is none.
  std::string_view of(std::string_view name) const;
  std::size_t count(std::string_view name) const;
  std::size_t size() const { return places_.size(); }

 private:
  struct Part {
    std::uint32_t at;
    std::uint32_t size;
  };
  struct Field {
    Part name;
    Part value;
  };
  Part part_of(std::string_view text) const;
  std::string_view text_of(Part part) const {
    return std::string_view{text_}.substr(part.at, part.size);
  }

  std::string text_;
  std::vector<Field> places_;
};

struct Request {
  Method method{};
  std::string path;   // as sent, still with its %; "*" for OPTIONS of the whole server
  std::string query;  // as sent, without its ?
  std::string host;   // of the address when that was absolute, else of the field Host
  Fields fields;
  std::string body;
  bool keeps_alive = true;  // the client will ask again on this connection
  bool is_secure = false;   // it came over TLS
  std::string peer;         // address of the client, without its port
  std::string id;           // X-Request-Id when well formed, else made here
};

/// Whether a proxy passed it on, as far as it tells: by a field that proxies add, or by asking for
/// an end after the answer, as nginx does of itself.
bool is_through_proxy(const Request& request);

/// Whether two texts are the same but for the case of ASCII letters.
bool is_same_word(std::string_view a, std::string_view b);

/// Calls `each` with every item of a list of RFC 9110 5.6.1, blanks around it taken off, empty ones
/// left out.
template <class Each>
void for_each_item(std::string_view list, Each each) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    std::string_view item = list.substr(0, comma);
    while (!item.empty() && (item.front() == ' ' || item.front() == '\t')) item.remove_prefix(1);
    while (!item.empty() && (item.back() == ' ' || item.back() == '\t')) item.remove_suffix(1);
    if (!item.empty()) each(item);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
}

}  // namespace vigie
