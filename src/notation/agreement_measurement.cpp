#include "notation/agreement_measurement.h"

#include "notation/scalar_rate.h"

namespace vigie {

void read_measurement(Clauses& clauses, Measurement& measurement) {
  RequiredClause required;
  read_scalar(clauses, "required", required_from, required);
  measurement.statistic = required.statistic;
  measurement.percentile = required.percentile;
  measurement.required = required.required;
  measurement.limit = required.limit;
  measurement.at_most = required.at_most;
  measurement.period = required.period;
  for (const YamlNode* node : clauses.find_scalars("ramp_up_required")) {
    const auto rate = rate_from(node->text);
    if (rate) measurement.ramp_up_required.push_back(*rate);
    if (!rate) clauses.add(located(rate.error(), *node));
  }
  auto open = OpenTickets::left_out;
  read_word(clauses, "open", open);
  measurement.open_included = open == OpenTickets::included;
  read_word(clauses, "period_of", measurement.period_of);
  read_word(clauses, "open_breached", measurement.open_breached);
  read_scalar(clauses, "precision", precision_from, measurement.precision);
  read_scalar(clauses, "volume", volume_from, measurement.volume);
  read_scalar(clauses, "small_sample", small_sample_from, measurement.small_sample);
}

}  // namespace vigie
