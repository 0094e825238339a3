// Checks named by fault, always on: `require` when the caller broke the promise, `ensure` when we
// did.
#pragma once

#include <source_location>
#include <stdexcept>
#include <string>
#include <string_view>

namespace vigie {

/// A fault of ours: ends the request, the job or the command. Never the answer to bad input.
class BrokenPromise : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void report_broken(std::string_view who, std::string_view what,
                                const std::source_location& where);

inline void require(bool holds, std::string_view what,
                    const std::source_location& where = std::source_location::current()) {
  if (!holds) report_broken("precondition", what, where);
}

inline void ensure(bool holds, std::string_view what,
                   const std::source_location& where = std::source_location::current()) {
  if (!holds) report_broken("postcondition", what, where);
}

}  // namespace vigie
