#include "result_fields.h"

#include "availability_fields.h"
#include "engine/compliance/tally_fields.h"
#include "notation/case/case_stamp.h"
#include "shown.h"

namespace vigie::cases {

namespace {

std::optional<std::string> count_of(const Tally& tally, std::string_view field) {
  for (const auto& [name, count] : tally_fields) {
    if (name == field) return std::to_string(tally.*count);
  }
  if (field == "rate") return shown_rate(tally);
  return std::nullopt;
}

}  // namespace

ResultFields::ResultFields(const Outcome& outcome, const Subject& subject)
    : outcome_(outcome), is_total_(subject.period == "total") {
  for (const auto* result : results_of(outcome, subject)) {
    if (result_ == nullptr) result_ = result;
    for (const auto& attainment : result->periods) {
      if (attainment.period != subject.period) continue;
      result_ = result;
      attainment_ = &attainment;
    }
  }
}

Tally ResultFields::tally_of(std::string_view figure) const {
  if (is_total_) {
    return figure == "gross"     ? result_->total_gross
           : figure == "claimed" ? result_->total_claimed
                                 : result_->total;
  }
  if (attainment_ == nullptr) return {};
  return figure == "gross"     ? attainment_->gross
         : figure == "claimed" ? attainment_->net_claimed
                               : attainment_->net_agreed;
}

std::optional<std::string> ResultFields::scalar(std::string_view field) const {
  if (result_ == nullptr) return std::nullopt;
  if (const auto* figures = availability()) {
    if (auto figure = availability_field(*figures, field)) return figure;
  }
  if (const auto count = count_of(tally_of("agreed"), field)) return count;
  return attainment_ == nullptr ? std::nullopt : promise(field);
}

std::optional<std::string> ResultFields::scalar_of(std::string_view figure,
                                                   std::string_view field) const {
  if (result_ == nullptr) return std::nullopt;
  if (const auto* figures = availability()) return availability_field(*figures, figure, field);
  if (figure != "gross" && figure != "claimed") return std::nullopt;
  return count_of(tally_of(figure), field);
}

std::optional<std::string> ResultFields::promise(std::string_view field) const {
  const auto& zone = outcome_.terms.terms.zone(result_->agreement);
  const auto& period = *attainment_;
  if (field == "required") return period.required ? shown(*period.required) : "none";
  if (field == "attained") return period.attained ? shown(*period.attained) : "none";
  if (field == "statistic") return period.statistic ? shown(*period.statistic) : "none";
  if (field == "from") return case_stamp_text(period.interval.from, zone);
  if (field == "to") return case_stamp_text(period.interval.to, zone);
  if (field == "ramp_up") return shown(period.ramp_up);
  if (field == "voided_by_volume") return shown(period.voided_by_volume);
  if (field == "small_sample") return shown(period.small_sample);
  if (field == "partial") return shown(period.partial);
  if (field == "provisional") return shown(period.provisional);
  return std::nullopt;
}

const Availability* ResultFields::availability() const {
  if (is_total_) return result_->availability ? &*result_->availability : nullptr;
  const bool is_there = attainment_ != nullptr && attainment_->availability;
  return is_there ? &*attainment_->availability : nullptr;
}

}  // namespace vigie::cases
