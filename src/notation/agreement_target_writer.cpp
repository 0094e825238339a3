#include "notation/agreement_target_writer.h"

#include "notation/agreement_availability_writer.h"
#include "notation/agreement_target.h"
#include "notation/scalar_duration.h"
#include "notation/scalar_rate.h"
#include "notation/scalar_within.h"

namespace vigie {

namespace {

const Commitment plain_commitment;

void write_within(YamlText& yaml, const Commitment& commitment) {
  yaml.scalar("within", within_text({commitment.within, commitment.calendar, commitment.strict}));
  if (const auto* duration = std::get_if<ServiceDuration>(&commitment.within)) {
    write_word(yaml, "deadline_at_close", duration->at_close, DeadlineAtClose::close);
  }
  const auto* days = std::get_if<BusinessDays>(&commitment.within);
  if (days != nullptr && days->received_outside_next_opening) {
    yaml.scalar("received_outside", key_of(ReceivedOutside::next_opening));
  }
  const auto* carried = std::get_if<CarriedDate>(&commitment.within);
  if (carried != nullptr && carried->pause_moves) yaml.scalar("pause_moves", "yes");
}

void write_pauses(YamlText& yaml, const Commitment& commitment, const Names& names) {
  const PauseRules& pauses = commitment.pauses;
  PauseRules plain;
  plain.paused = pauses.paused;
  if (pauses == plain) {
    const bool by_default = commitment.metric != Metric::response;
    if (pauses.paused != by_default) yaml.scalar("pauses", pauses.paused ? "any" : "none");
    return;
  }
  yaml.open("pauses");
  yaml.list("reasons", texts_of(pauses.reasons, names));
  yaml.list("in_chain", texts_of(pauses.in_chain, names));
  write_word(yaml, "from", pauses.from, plain.from);
  if (pauses.maximum) yaml.scalar("maximum", duration_text(*pauses.maximum));
  yaml.close();
}

void write_measurement(YamlText& yaml, const Measurement& measurement) {
  const Measurement plain;
  const RequiredClause required{measurement.statistic, measurement.percentile, measurement.required,
                                measurement.limit,     measurement.at_most,    measurement.period};
  const auto text = required_text(required);
  if (text != required_text({})) yaml.scalar("required", text);
  std::vector<std::string> steps;
  for (const Ratio step : measurement.ramp_up_required) steps.push_back(rate_text(step));
  yaml.list("ramp_up_required", steps);
  if (measurement.open_included) yaml.scalar("open", key_of(OpenTickets::included));
  write_word(yaml, "period_of", measurement.period_of, plain.period_of);
  write_word(yaml, "open_breached", measurement.open_breached, plain.open_breached);
  if (measurement.precision) yaml.scalar("precision", precision_text(*measurement.precision));
  if (measurement.volume.effect != VolumeEffect::none) {
    yaml.scalar("volume", volume_text(measurement.volume));
  }
  if (measurement.small_sample) {
    yaml.scalar("small_sample", small_sample_text(*measurement.small_sample));
  }
}

}  // namespace

std::vector<std::string> texts_of(const std::vector<Value>& values, const Names& names) {
  std::vector<std::string> texts;
  for (const Value value : values) texts.emplace_back(names.text(value));
  return texts;
}

void write_applicability(YamlText& yaml, const Applicability& applicability, const Names& names) {
  yaml.open("for");
  if (applicability.major) yaml.scalar("major", *applicability.major ? "yes" : "no");
  yaml.list("site", texts_of(applicability.sites, names));
  yaml.list("channel", texts_of(applicability.channels, names));
  yaml.list("department", texts_of(applicability.departments, names));
  yaml.list("vip", texts_of(applicability.vip, names));
  yaml.list("support_level", texts_of(applicability.support_levels, names));
  yaml.list("kind", texts_of(applicability.kinds, names));
  yaml.list("priority", texts_of(applicability.priorities, names));
  yaml.list("category", texts_of(applicability.categories, names));
  yaml.list("tag", texts_of(applicability.tags, names));
  yaml.scalar("window", applicability.window);
  yaml.close();
}

void write_target(YamlText& yaml, const Commitment& commitment, const TargetWriting& writing) {
  yaml.open(commitment.id);
  yaml.scalar("label", commitment.label);
  yaml.scalar("metric", key_of(commitment.metric));
  yaml.scalar("milestone", commitment.milestone);
  if (commitment.workaround_restores) yaml.scalar("workaround_restores", "yes");
  if (commitment.metric == Metric::availability) {
    write_availability(yaml, commitment, writing.names);
    write_measurement(yaml, commitment.measurement);
    yaml.scalar("clause", commitment.clause);
    yaml.close();
    return;
  }
  write_applicability(yaml, commitment.applies_to, writing.names);
  write_within(yaml, commitment);
  write_word(yaml, "crossing", commitment.crossing, plain_commitment.crossing);
  write_word(yaml, "counts", commitment.counts, plain_commitment.counts);
  write_word(yaml, "from", commitment.from, usual_start(writing.agreement, commitment));
  write_word(yaml, "until", commitment.until, plain_commitment.until);
  write_word(yaml, "passages", commitment.passages, plain_commitment.passages);
  write_pauses(yaml, commitment, writing.names);
  write_word(yaml, "on_downgrade", commitment.on_downgrade, plain_commitment.on_downgrade);
  write_word(yaml, "reopening", commitment.reopening.reopening,
             plain_commitment.reopening.reopening);
  write_word(yaml, "cycles", commitment.reopening.counts, plain_commitment.reopening.counts);
  if (commitment.reopening.window) {
    yaml.scalar("reopen_window", duration_text(*commitment.reopening.window));
  }
  write_measurement(yaml, commitment.measurement);
  yaml.scalar("clause", commitment.clause);
  yaml.close();
}

}  // namespace vigie
