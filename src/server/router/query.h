// Words that travel in addresses: with % and +, and always UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vigie {

enum class Plus : bool { is_plus, is_blank };

/// The text behind its %; none when a % has not two digits, or when the bytes are not UTF-8 or hold
/// a NUL. Source: RFC 3986 2.1.
std::optional<std::string> decoded(std::string_view text, Plus plus);

struct QueryRead;

/// Parameters of a query, each written once, in the order in which they came.
class Query {
 public:
  Query() = default;

  /// None when there is no such parameter; "" when it is there without a value.
  std::optional<std::string_view> of(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& all() const { return parameters_; }

 private:
  friend QueryRead read_query(std::string_view text);
  std::vector<std::pair<std::string, std::string>> parameters_;
};

struct QueryRead {
  std::optional<Query> query;  // none when it is malformed
  std::string repeated;        // the parameter that is written twice
};

/// Reads `a=1&b=2`, as forms write it. Source: WHATWG URL 5.1, but strict.
QueryRead read_query(std::string_view text);

}  // namespace vigie
