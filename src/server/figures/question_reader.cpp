#include "server/figures/question_reader.h"

#include "notation/stamp.h"

namespace vigie {

std::optional<CivilDay> day_from(std::string_view text) {
  const auto stamp = StampFormat::from("yyyy-MM-dd")->read(text);
  if (!stamp) return std::nullopt;
  const CivilTime first{first_instant.time_since_epoch()};
  const CivilTime last{last_instant.time_since_epoch()};
  if (stamp->local < first || stamp->local >= last - std::chrono::days{2}) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(stamp->local);
}

void QuestionReader::refuse(std::string_view name, std::string_view text) {
  if (refused_) return;
  refused_ = Refused{Refusal::parameter_malformed,
                     {{"parameter", std::string{name}}, {"text", std::string{text}}},
                     {}};
}

std::optional<std::string> QuestionReader::text(std::string_view name) {
  known_.emplace(name);
  const auto written = call_.query.of(name);
  if (!written) return std::nullopt;
  if (written->empty()) refuse(name, *written);
  return std::string{*written};
}

std::optional<Instant> QuestionReader::instant(std::string_view name) {
  const auto written = text(name);
  if (!written) return std::nullopt;
  const auto stamp = StampFormat::from("iso")->read(*written);
  if (stamp && stamp->offset) {
    const Instant at{stamp->local.time_since_epoch() - *stamp->offset};
    if (at >= first_instant && at < last_instant) return at;
  }
  refuse(name, *written);
  return std::nullopt;
}

std::optional<CivilDay> QuestionReader::day(std::string_view name) {
  const auto written = text(name);
  if (!written) return std::nullopt;
  const auto day = day_from(*written);
  if (!day) refuse(name, *written);
  return day;
}

Language QuestionReader::language() {
  const auto written = text("lang");
  if (!written) return call_.language;
  if (*written == "fr") return Language::fr;
  if (*written != "en") refuse("lang", *written);
  return Language::en;
}

bool QuestionReader::flag(std::string_view name) {
  const auto written = text(name);
  if (!written || *written == "false") return false;
  if (*written != "true") refuse(name, *written);
  return *written == "true";
}

std::optional<Refused> QuestionReader::refusal() const {
  for (const auto& [name, value] : call_.query.all()) {
    if (!known_.contains(name)) {
      return Refused{Refusal::parameter_unknown, {{"parameter", name}}, {}};
    }
  }
  return refused_;
}

}  // namespace vigie
