// What a case may say of a target over a period, or in total.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "outcome.h"

namespace vigie::cases {

/// The figures of "resolve 2026-03" or "resolve total". A period without any verdict is one of
/// zeros.
class ResultFields {
 public:
  ResultFields(const Outcome& outcome, const Subject& subject);

  bool is_there() const { return result_ != nullptr && (is_total_ || attainment_ != nullptr); }
  /// met, missed ... of the official figure; rate, required, attained, statistic and the rest.
  std::optional<std::string> scalar(std::string_view field) const;
  /// A figure of `gross` or `claimed`.
  std::optional<std::string> scalar_of(std::string_view figure, std::string_view field) const;

 private:
  Tally tally_of(std::string_view figure) const;
  std::optional<std::string> promise(std::string_view field) const;
  const Availability* availability() const;

  const Outcome& outcome_;
  const TargetResult* result_ = nullptr;
  const Attainment* attainment_ = nullptr;
  bool is_total_ = false;
};

}  // namespace vigie::cases
