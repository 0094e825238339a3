#include "server/figures/question_bodies.h"

#include "notation/stamp.h"
#include "notation/term_change.h"

namespace vigie {

namespace {

/// 2026-03-02; none when `text` is no such day, or one beyond what can be judged.
std::optional<CivilDay> day_from(std::string_view text) {
  const auto stamp = StampFormat::from("yyyy-MM-dd")->read(text);
  if (!stamp) return std::nullopt;
  const CivilTime first{first_instant.time_since_epoch()};
  const CivilTime last{last_instant.time_since_epoch()};
  if (stamp->local < first || stamp->local >= last - std::chrono::days{2}) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(stamp->local);
}

/// The day that a member says; none when it is not there.
Outcome<std::optional<CivilDay>> day_of(std::string_view name,
                                        const std::optional<std::string>& text) {
  if (!text) return std::optional<CivilDay>{};
  const auto day = day_from(*text);
  if (day) return day;
  return Refused{
      Refusal::parameter_malformed, {{"parameter", std::string{name}}, {"text", *text}}, {}};
}

}  // namespace

Outcome<FiguresAsked> asked_by(const FigureQuestion& question) {
  const auto from = day_of("from", question.from);
  if (!from) return from.error();
  const auto to = day_of("to", question.to);
  if (!to) return to.error();
  return FiguresAsked{.agreement = question.agreement,
                      .as_of = question.as_of,
                      .known_at = question.known_at,
                      .from = *from,
                      .to = *to};
}

Outcome<AskWhatIf> asked_by(const WhatIfQuestion& question) {
  AskWhatIf asked{.documents = question.documents,
                  .changes = {},
                  .site = question.site,
                  .from = {},
                  .as_of = question.as_of};
  for (const std::string& written : question.changes) {
    const auto changes = changes_from(written);
    if (changes.size() != 1) return Refused{Refusal::change_malformed, {{"text", written}}, {}};
    asked.changes.push_back(changes.front().change);
  }
  if (question.site && question.from) {
    return Refused{
        Refusal::parameter_malformed, {{"parameter", "from"}, {"text", *question.from}}, {}};
  }
  const auto from = day_of("from", question.from);
  if (!from) return from.error();
  asked.from = *from;
  return asked;
}

}  // namespace vigie
