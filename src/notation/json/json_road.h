// Where a reader of JSON stands, and what it found wrong on its way.
#pragma once

#include <boost/json/fwd.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vocabulary/json.h"

namespace vigie {

/// What is wrong, and where. Source: RFC 6901 (pointers).
struct JsonFault {
  std::string pointer;  // "/lines/3/name"; empty: the whole
  JsonFaultKind kind{};
  std::vector<std::pair<std::string, std::string>> arguments;  // for the holes of its sentence
};

/// The sentence for people.
std::string message_of(const JsonFault& fault, Language language);

/// A name as a fault tells it: cut after sixty characters, so that an answer is never as large as
/// what was sent.
std::string told_name(std::string_view name);

/// How much a document may hold, whatever it is about. 0: without bound.
struct JsonBounds {
  std::size_t items = 1'000;        // of a list
  std::size_t characters = 20'000;  // of a text
};

/// Collects faults with the road that leads to each, twenty at most.
class JsonRoad {
 public:
  JsonRoad() = default;
  explicit JsonRoad(const JsonBounds& bounds) : bounds_{bounds} {}

  const JsonBounds& bounds() const { return bounds_; }
  void enter(std::string_view member);
  void enter(std::size_t index);
  void leave() { pointer_.resize(ends_.back()), ends_.pop_back(); }

  void find(JsonFaultKind kind, std::vector<std::pair<std::string, std::string>> arguments = {});
  const std::vector<JsonFault>& faults() const { return faults_; }

 private:
  JsonBounds bounds_;
  std::string pointer_;
  std::vector<std::size_t> ends_;  // of what the pointer was before
  std::vector<JsonFault> faults_;
};

/// A document that was read. Faults: not RFC 8259, a member written twice, more than 32 levels.
class JsonText {
 public:
  JsonText(std::string_view text, JsonRoad& road);
  ~JsonText();
  JsonText(const JsonText&) = delete;
  JsonText& operator=(const JsonText&) = delete;

  /// Null when it is not one.
  const boost::json::value* value() const { return value_.get(); }

 private:
  std::unique_ptr<boost::json::value> value_;
};

}  // namespace vigie
