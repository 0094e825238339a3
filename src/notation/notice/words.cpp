#include "notation/notice/words.h"

#include <algorithm>

#include "engine/base/ratio.h"
#include "engine/base/text.h"
#include "engine/derivation/derivation.h"
#include "notation/page/figures.h"
#include "notation/page/sentence.h"

namespace vigie {

namespace {

struct TextsOfTrigger {
  NoticeText subject;
  NoticeText fact;
  NoticeText act;
  NoticeText body;
};

constexpr std::int64_t whole_target = 1'000;  // per mille

TextsOfTrigger texts_of(WarningTrigger watches, std::int64_t amount) {
  using enum NoticeText;
  switch (watches) {
    case WarningTrigger::share_of_target:
      if (amount >= whole_target) return {subject_passed, fact_passed, act_passed, body_of_ticket};
      return {subject_used, fact_used, act_early, body_of_ticket};
    case WarningTrigger::time_left:
      return {subject_left, fact_left, act_early, body_of_ticket};
    case WarningTrigger::waits_for_customer:
      return {subject_waits, fact_waits, act_waits, body_of_ticket};
    case WarningTrigger::threshold_at_risk:
      return {subject_threshold, fact_threshold, act_period, body_of_period};
    case WarningTrigger::budget_spent:
      return {subject_budget, fact_budget, act_period, body_of_period};
    case WarningTrigger::agreement_ends:
      return {subject_ends, fact_ends, act_ends, body_of_agreement};
    case WarningTrigger::notice_to_give:
      return {subject_notice, fact_notice, act_notice, body_of_agreement};
  }
  return {subject_used, fact_used, act_early, body_of_ticket};
}

CivilTime local_of(Instant at, const NoticeReader& reader) {
  return reader.zone == nullptr ? CivilTime{at.time_since_epoch()} : reader.zone->civil(at);
}

Moment moment_of(Instant at, const NoticeReader& reader) {
  const Instant shown = std::chrono::floor<std::chrono::minutes>(at);
  return {.at = shown, .local = local_of(shown, reader)};
}

/// A day that begins at `at` in the zone of its agreement: at its noon it is the same day for a
/// reader less than twelve hours away.
CivilDay day_that_begins(Instant at, const NoticeReader& reader) {
  return std::chrono::floor<std::chrono::days>(local_of(at + std::chrono::hours{12}, reader));
}

DateStyle style_of(const NoticeReader& reader) {
  return {.language = reader.language, .with_year = true};
}

/// What has nothing to say is no argument.
class NoticeArguments {
 public:
  NoticeArguments(const ToldNotice& notice, const NoticeReader& reader) {
    add(is_about_ticket(notice.watches) ? "ticket" : "", notice.subject);
    add("customer", notice.customer);
    add("commitment", notice.commitment);
    add("agreement", notice.agreement.empty() ? notice.subject : notice.agreement);
    add("period", notice.period.empty() ? "" : period_text(notice.period, reader.language));
    add("zone", reader.zone == nullptr ? "UTC" : reader.zone->name());
    if (notice.kind) all_.emplace_back("kind", some_word(*notice.kind));
    if (notice.metric) all_.emplace_back("metric", some_word(*notice.metric));
    if (notice.target.count() > 0) all_.emplace_back("target", notice.target);
    all_.emplace_back("used", Ratio{notice.amount, whole_target});
    all_.emplace_back("left", Duration{notice.amount});
    all_.emplace_back("count", notice.amount);
    all_.emplace_back("level", notice.level);
    all_.emplace_back("reached", moment_of(notice.of_at, reader));
    if (notice.due_at) all_.emplace_back("last_day", day_that_begins(*notice.due_at, reader));
    if (notice.late) {
      all_.emplace_back("late", Duration{std::chrono::floor<std::chrono::minutes>(*notice.late)});
    }
  }

  const std::vector<Argument>& all() const { return all_; }

 private:
  void add(std::string_view name, std::string text) {
    if (!name.empty() && !text.empty()) all_.emplace_back(name, std::move(text));
  }

  std::vector<Argument> all_;
};

std::string said(NoticeText text, const ToldNotice& notice, const NoticeReader& reader) {
  return filled(word_of(text, reader.language), NoticeArguments{notice, reader}.all(),
                style_of(reader));
}

/// The name within "{name}" at the front of `text`; none: no placeholder begins there.
std::optional<std::string_view> placeholder_at(std::string_view text) {
  if (!text.starts_with('{')) return std::nullopt;
  const auto end = text.find_first_of("{}\n", 1);
  if (end == std::string_view::npos || text[end] != '}') return std::nullopt;
  return text.substr(1, end - 1);
}

/// None: a placeholder of the line has nothing to say, and `all_must`.
std::optional<std::string> filled_text(std::string_view text, const PlaceholderTexts& texts,
                                       bool all_must) {
  std::string made;
  while (!text.empty()) {
    const auto name = placeholder_at(text);
    const auto known = name ? from_key<NoticePlaceholder>(*name) : std::nullopt;
    if (!known) {
      made += text.front();
      text.remove_prefix(1);
      continue;
    }
    const std::string& value = texts[static_cast<std::size_t>(*known)];
    if (value.empty() && all_must) return std::nullopt;
    made += value;
    text.remove_prefix(name->size() + 2);
  }
  return made;
}

}  // namespace

NoticeTemplate our_template(WarningTrigger watches, std::int64_t amount, Language language) {
  return {.subject = {}, .body = std::string{word_of(texts_of(watches, amount).body, language)}};
}

PlaceholderTexts placeholder_texts(const ToldNotice& notice, const NoticeReader& reader) {
  using enum NoticePlaceholder;
  const TextsOfTrigger ours = texts_of(notice.watches, notice.amount);
  PlaceholderTexts texts;
  const auto set = [&](NoticePlaceholder place, std::string text) {
    texts[static_cast<std::size_t>(place)] = std::move(text);
  };
  set(fact, said(ours.fact, notice, reader));
  if (notice.late) set(late, said(NoticeText::late, notice, reader));
  if (notice.level > 1) set(escalation, said(NoticeText::escalation, notice, reader));
  set(action, said(ours.act, notice, reader));
  if (is_about_ticket(notice.watches)) set(ticket, notice.subject);
  set(customer, notice.customer);
  set(commitment, notice.commitment);
  if (!notice.commitment.empty()) set(promise, said(NoticeText::promise, notice, reader));
  set(agreement, notice.agreement);
  const auto moment = [&](Instant at) {
    return moment_text(moment_of(at, reader).local, style_of(reader));
  };
  if (notice.due_at) set(due, moment(*notice.due_at));
  set(reached, moment(notice.of_at));
  set(team, notice.team);
  if (!notice.period.empty()) set(period, period_text(notice.period, reader.language));
  set(rule, notice.rule);
  set(link, notice.link);
  set(zone, said(NoticeText::zone, notice, reader));
  return texts;
}

std::optional<std::string> unknown_placeholder(std::string_view text) {
  for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const auto name = placeholder_at(text.substr(at));
    if (name && !from_key<NoticePlaceholder>(*name)) return std::string{*name};
  }
  return std::nullopt;
}

std::string subject_of(const ToldNotice& notice, const NoticeReader& reader) {
  return said(texts_of(notice.watches, notice.amount).subject, notice, reader);
}

std::string fact_of(const ToldNotice& notice, const NoticeReader& reader) {
  return said(texts_of(notice.watches, notice.amount).fact, notice, reader);
}

std::string filled_line(std::string_view text, const PlaceholderTexts& texts) {
  return filled_text(text, texts, false).value_or("");
}

std::string filled_body(std::string_view text, const PlaceholderTexts& texts) {
  std::string made;
  bool was_empty = true;
  for (const std::string_view line : lines_of(text)) {
    const auto filled_one = filled_text(line, texts, true);
    if (!filled_one || (filled_one->empty() && was_empty)) continue;
    made += *filled_one + "\n";
    was_empty = filled_one->empty();
  }
  while (made.ends_with("\n\n")) made.pop_back();
  return made;
}

}  // namespace vigie
