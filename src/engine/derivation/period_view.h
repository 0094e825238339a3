// What the two kinds of explained periods share.
#pragma once

#include "engine/derivation/period.h"
#include "engine/derivation/view.h"

namespace vigie {

class PeriodView {
 public:
  explicit PeriodView(const PeriodDerivation& request) : request_(request) {}

  const PeriodDerivation& request() const { return request_; }
  const Attainment& attainment() const { return request_.attainment; }
  const Agreement& agreement() const { return request_.terms.agreement(request_.result.agreement); }
  const Commitment& commitment() const {
    return agreement().commitments[request_.result.commitment];
  }
  const HoursIndex& hours() const {
    return request_.terms.hours(request_.result.agreement, request_.result.commitment, Value{});
  }
  Moment moment(Instant at) const {
    return {.at = at, .local = request_.terms.zone(request_.result.agreement).civil(at)};
  }
  std::string agreement_name() const {
    return agreement().id + "@" + std::to_string(agreement().version);
  }
  /// The part of the period that has been lived through.
  Interval window() const {
    return shared_part(attainment().interval, {first_instant, request_.evaluation.as_of});
  }

 private:
  const PeriodDerivation& request_;
};

// Sections of the page, in its order, the basis not included.
Reasons availability_sections(const PeriodView& view);
Reasons ticket_sections(const PeriodView& view);

}  // namespace vigie
