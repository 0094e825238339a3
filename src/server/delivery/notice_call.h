// What a webhook is told: the body of a call.
#pragma once

#include <optional>
#include <string>

#include "engine/base/described.h"
#include "engine/base/instant.h"
#include "usecase/notice/parcel.h"
#include "vocabulary/agreement.h"

namespace vigie {

struct NoticeCallData {
  std::string notice;
  WarningTrigger watches{};
  Thing thing{};
  std::string subject;
  std::optional<std::string> customer;
  std::optional<std::string> team;
  std::optional<std::string> agreement;
  std::optional<std::int64_t> agreement_version;
  std::optional<std::string> commitment;
  std::optional<AgreementKind> kind;
  std::optional<Metric> metric;
  std::optional<std::string> period;
  std::optional<std::int64_t> used_per_mille;
  std::optional<std::int64_t> left_seconds;
  std::optional<std::int64_t> count;
  Instant reached_at;
  Instant made_at;
  std::optional<std::int64_t> late_seconds;
  std::optional<Instant> due_at;
  std::int64_t level = 0;
  std::string rule;
  std::string text;
  std::optional<std::string> link;
};

template <>
inline constexpr std::string_view title_of<NoticeCallData> = "NoticeCallData";
template <>
inline constexpr auto fields_of<NoticeCallData> = std::tuple{
    field("notice", &NoticeCallData::notice, "Reference of the notice."),
    field("watches", &NoticeCallData::watches, "What its rule tells of."),
    field("thing", &NoticeCallData::thing, "What kind of thing it is about."),
    field("subject", &NoticeCallData::subject, "Which one, by reference."),
    field("customer", &NoticeCallData::customer, "Its name."),
    field("team", &NoticeCallData::team, "Which team had the ball."),
    field("agreement", &NoticeCallData::agreement, "Which agreement promised it."),
    field("agreement_version", &NoticeCallData::agreement_version, "In which version."),
    field("commitment", &NoticeCallData::commitment, "The parties' own word for it."),
    field("kind", &NoticeCallData::kind, "SLA, OLA or underpinning contract."),
    field("metric", &NoticeCallData::metric, "What is measured."),
    field("period", &NoticeCallData::period, "Which period, as the scorecard calls it."),
    field("used_per_mille", &NoticeCallData::used_per_mille,
          "Share of the target, or of the misses of a period, that is used up."),
    field("left_seconds", &NoticeCallData::left_seconds,
          "Open time that is left; of a ticket that waits: that it has waited."),
    field("count", &NoticeCallData::count, "Misses or days, by what the rule tells of."),
    field("reached_at", &NoticeCallData::reached_at, "When the point was reached."),
    field("made_at", &NoticeCallData::made_at, "When the notice was made."),
    field("late_seconds", &NoticeCallData::late_seconds, "How late it was made; none: in time."),
    field("due_at", &NoticeCallData::due_at, "When it falls due."),
    field("level", &NoticeCallData::level, "Which level of the ladder, from 1."),
    field("rule", &NoticeCallData::rule, "Name of the rule."),
    field("text", &NoticeCallData::text, "What happened, in a sentence."),
    field("link", &NoticeCallData::link, "To the ticket or the agreement."),
};

struct NoticeCall {
  std::string type;
  Instant timestamp;
  NoticeCallData told;
};

template <>
inline constexpr std::string_view title_of<NoticeCall> = "NoticeCall";
template <>
inline constexpr auto fields_of<NoticeCall> = std::tuple{
    field("type", &NoticeCall::type, "notice.created, or notice.escalated above the first level."),
    field("timestamp", &NoticeCall::timestamp, "When the notice was made."),
    field("data", &NoticeCall::told, "What it tells."),
};

/// The same bytes for the same letter, however often it is sent.
std::string notice_call_body(const Letter& letter, const std::string& address);

}  // namespace vigie
