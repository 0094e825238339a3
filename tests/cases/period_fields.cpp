#include "period_fields.h"

#include "shown.h"

namespace vigie::cases {

namespace {

struct Count {
  std::string_view name;
  std::int64_t Tally::* of;
};
constexpr Count counts[] = {
    {"met", &Tally::met},           {"missed", &Tally::missed},
    {"excluded", &Tally::excluded}, {"not_measurable", &Tally::not_measurable},
    {"merged", &Tally::merged},     {"cancelled", &Tally::cancelled}};

std::optional<std::string> closed_count_of(const Tally& tally, std::string_view field) {
  for (const Count& count : counts) {
    if (count.name == field) return std::to_string(tally.*count.of);
  }
  if (field == "rate") return shown_rate(tally);
  return std::nullopt;
}

bool is_meant(const Subject& subject, const std::string& agreement, int version,
              const std::string& target) {
  return (subject.agreement.empty() || subject.agreement == agreement) &&
         (subject.version == 0 || subject.version == version) && subject.target == target;
}

std::string line_text(const RegularisationLine& line) {
  std::string text{key_of(line.cause)};
  for (const Count& count : counts) {
    const std::int64_t moved = line.difference.*count.of;
    if (moved == 0) continue;
    text.append(" ").append(count.name).append(moved > 0 ? " +" : " ");
    text += std::to_string(moved);
  }
  return text;
}

std::string end_text(const PeriodEnd& end) {
  return std::to_string(end.met) + "/" + std::to_string(end.met + end.missed);
}

std::optional<std::string> outlook_field(const TargetOutlook& running, std::string_view field) {
  const auto number = [](std::optional<std::int64_t> count) {
    return count ? std::to_string(*count) : "none";
  };
  if (field == "expected") return number(running.expected);
  if (field == "overdue") return number(running.overdue);
  if (field == "open") return number(running.open);
  if (field == "may_miss") return number(running.may_miss);
  if (field == "may_miss_at_once") return number(running.may_miss_at_once);
  if (field == "may_be_down") return running.may_be_down ? shown(*running.may_be_down) : "none";
  if (field == "hours_passed") return shown(running.open_time_passed);
  if (field == "hours") return shown(running.open_time_in_all);
  const std::pair<std::string_view, const PeriodEnd*> ends[] = {
      {"pace", &running.pace}, {"best", &running.best}, {"worst", &running.worst}};
  for (const auto& [name, end] : ends) {
    if (field == name) return end_text(*end);
    if (field != std::string{name} + "_attained") continue;
    return end->attained ? shown(*end->attained) : "none";
  }
  return std::nullopt;
}

}  // namespace

PeriodFields::PeriodFields(const Outcome& outcome, const Subject& subject) {
  const auto& terms = outcome.terms.terms;
  if (subject.figure == "closed") {
    for (const Closure& closure : outcome.closures) {
      if (closure.period != subject.period) continue;
      for (const ClosedTarget& target : closure.targets) {
        if (is_meant(subject, closure.agreement, target.version, target.target)) closed_ = &target;
      }
    }
  } else if (subject.figure == "regularised") {
    for (const Regularisation& one : outcome.regularised.figures) {
      const bool meant = is_meant(subject, one.agreement, one.version, one.target);
      if (meant && one.period == subject.period) regularised_ = &one;
    }
  } else if (subject.figure == "outlook") {
    const auto running = vigie::outlook(
        {.evaluation = outcome.evaluation, .terms = terms, .names = outcome.file.names});
    for (const TargetOutlook& one : running.targets) {
      const Agreement& agreement = terms.agreement(one.agreement);
      const bool meant = is_meant(subject, agreement.id, agreement.version,
                                  agreement.commitments[one.commitment].id);
      if (meant && one.period == subject.period) running_ = one;
    }
  }
}

std::optional<std::string> PeriodFields::scalar(std::string_view field) const {
  if (running_) return outlook_field(*running_, field);
  if (closed_ != nullptr) {
    const Attainment& period = closed_->attainment;
    if (field == "attained") return period.attained ? shown(*period.attained) : "none";
    if (field == "required") return period.required ? shown(*period.required) : "none";
    if (field == "statistic") return period.statistic ? shown(*period.statistic) : "none";
    return closed_count_of(period.net_agreed, field);
  }
  if (regularised_ == nullptr) return std::nullopt;
  if (field == "booked_in") return regularised_->booked_in;
  if (field == "rate") return std::nullopt;
  if (field == "attained") {
    return regularised_->now.attained ? shown(*regularised_->now.attained) : "none";
  }
  if (field == "statistic") {
    return regularised_->now.statistic ? shown(*regularised_->now.statistic) : "none";
  }
  return closed_count_of(regularised_->difference(), field);
}

std::optional<std::vector<std::string>> PeriodFields::list(std::string_view field) const {
  if (regularised_ == nullptr) return std::nullopt;
  std::vector<std::string> texts;
  for (const RegularisationLine& line : regularised_->lines) {
    if (field == "lines") texts.push_back(line_text(line));
    if (field != "tickets") continue;
    for (const MovedTicket& moved : line.tickets) {
      texts.push_back(moved.ticket() + " " + std::string{key_of(line.cause)});
    }
  }
  if (field == "lines" || field == "tickets") return texts;
  return std::nullopt;
}

}  // namespace vigie::cases
