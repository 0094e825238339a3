// What a case may say of a period that was closed, of what moved in it, and of one that runs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "outcome.h"

namespace vigie::cases {

/// The figures of "resolve 2026-03 closed", "... regularised" and "... outlook".
class PeriodFields {
 public:
  PeriodFields(const Outcome& outcome, const Subject& subject);

  bool is_there() const { return closed_ || regularised_ || running_; }
  std::optional<std::string> scalar(std::string_view field) const;
  /// lines ("reopening met -1") and tickets ("INC-1 reopening") of a regularisation.
  std::optional<std::vector<std::string>> list(std::string_view field) const;

 private:
  const ClosedTarget* closed_ = nullptr;
  const Regularisation* regularised_ = nullptr;
  std::optional<TargetOutlook> running_;
};

}  // namespace vigie::cases
