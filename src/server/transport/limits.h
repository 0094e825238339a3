// The limits in force: those of vocabulary/limit.def, moved by the configuration.
#pragma once

#include <array>
#include <cstdint>

#include "vocabulary/http.h"

namespace vigie {

class Limits {
 public:
  static constexpr std::size_t number = std::size(limit_values);

  Limits() {
    for (std::size_t i = 0; i < number; ++i) values_[i] = limit_values[i].usual;
  }

  /// In the unit of the list; never negative.
  std::int64_t operator[](Limit limit) const { return values_[static_cast<std::size_t>(limit)]; }
  std::size_t size(Limit limit) const { return static_cast<std::size_t>((*this)[limit]); }
  void set(Limit limit, std::int64_t value) { values_[static_cast<std::size_t>(limit)] = value; }

 private:
  std::array<std::int64_t, number> values_;
};

}  // namespace vigie
