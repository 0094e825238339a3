// A value, or the reason why there is none. The interface is that of C++23's std::expected.
#pragma once

#include <utility>
#include <variant>

#include "engine/base/fault.h"
#include "engine/base/require.h"

namespace vigie {

template <class T, class E = Fault>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: meant to convert
  Result(E error) : held_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: meant to convert

  bool has_value() const { return held_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  const T& value() const& {
    require(has_value(), "value() of a result that holds an error");
    return std::get<0>(held_);
  }
  T&& value() && {
    require(has_value(), "value() of a result that holds an error");
    return std::get<0>(std::move(held_));
  }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  const T* operator->() const { return &value(); }

  const E& error() const {
    require(!has_value(), "error() of a result that holds a value");
    return std::get<1>(held_);
  }

 private:
  std::variant<T, E> held_;
};

}  // namespace vigie
