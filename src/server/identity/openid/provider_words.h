// JSON that a provider of identities wrote, or had signed.
#pragma once

#include <boost/json/fwd.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// An object of it. What is missing and what is of another kind are the same: nothing.
class ProviderWords {
 public:
  /// None when `text` is no object, or is nested deeper than 32.
  static std::optional<ProviderWords> from(std::string_view text);

  bool has(std::string_view name) const;
  std::string text(std::string_view name) const;
  /// Of a list of texts, or of one text; empty as soon as one of them is none.
  std::vector<std::string> texts(std::string_view name) const;
  bool is_true(std::string_view name) const;
  /// Whole seconds since 1970, fractions left out; 0 before it and after 2200.
  std::int64_t seconds(std::string_view name) const;
  /// Of a list of objects; none when it is anything else.
  std::optional<std::vector<ProviderWords>> objects(std::string_view name) const;

 private:
  explicit ProviderWords(std::shared_ptr<const boost::json::object> object)
      : object_{std::move(object)} {}
  const boost::json::value* member(std::string_view name) const;

  std::shared_ptr<const boost::json::object> object_;
};

}  // namespace vigie
