#include "notation/page/outlook_page.h"

#include <fmt/format.h>

#include "notation/page/figures.h"
#include "notation/page/money_text.h"
#include "notation/page/rfc3339.h"
#include "notation/page/scorecard_words.h"

namespace vigie {
namespace {

class OutlookPage {
 public:
  OutlookPage(const Scorecard& card, const PageStyle& style)
      : card_(card), style_(style), dates_{.language = style.language} {}

  std::string text() const {
    std::string page =
        "\n" + toned(say(PageText::outlook_title), Tone::strong, style_.colours) + "\n";
    if (card_.outlook->targets.empty()) return page + paragraph(say(PageText::outlook_none));
    Table table{{{.title = title(PageText::column_target)},
                 {.title = title(PageText::column_period)},
                 {.title = title(PageText::column_so_far)},
                 {.title = title(PageText::column_may_miss)},
                 {.title = title(PageText::column_pace)},
                 {.title = title(PageText::column_best), .rank = 1},
                 {.title = title(PageText::column_worst_end), .rank = 1}}};
    for (const TargetOutlook& target : card_.outlook->targets) table.add(row_of(target));
    page += table.text({.width = style_.width, .colours = style_.colours, .gap = "  "});
    for (const AmountOutlook& amount : card_.outlook->amounts) page += amount_of(amount);
    return page + paragraph(say(PageText::outlook_method));
  }

 private:
  std::string say(PageText text, const std::vector<Argument>& arguments = {}) const {
    return said(text, arguments, dates_);
  }
  std::string title(PageText text) const { return std::string{word_of(text, style_.language)}; }

  std::string paragraph(const std::string& text) const {
    std::string lines;
    for (const auto& line : wrapped(text, style_.width)) {
      lines += toned(line, Tone::faint, style_.colours) + "\n";
    }
    return lines;
  }

  std::vector<Cell> row_of(const TargetOutlook& target) const {
    const Agreement& agreement = card_.terms.agreement(target.agreement);
    const std::string name = fmt::format("{}@{} {}", agreement.id, agreement.version,
                                         agreement.commitments[target.commitment].id);
    return {{name, Tone::strong}, {period_text(target.period, style_.language)},
            {so_far(target)},     budget_of(target),
            end_of(target.pace),  end_of(target.best),
            end_of(target.worst)};
  }

  std::string so_far(const TargetOutlook& target) const {
    if (target.may_be_down) return {};
    const auto figure = fmt::format("{} / {}", count_text(target.met, style_.language),
                                    count_text(target.met + target.missed, style_.language));
    if (target.overdue == 0) return figure;
    return say(PageText::outlook_late, {{"figure", figure}, {"late", target.overdue}});
  }

  Cell budget_of(const TargetOutlook& target) const {
    if (target.may_be_down) {
      const Duration left = *target.may_be_down;
      return left < Duration{0}
                 ? Cell{say(PageText::outlook_down_over, {{"length", -left}}), Tone::bad}
                 : Cell{say(PageText::outlook_may_be_down, {{"length", left}}), Tone::good};
    }
    if (!target.may_miss) return {};
    if (*target.may_miss < 0) {
      return {say(PageText::outlook_too_many,
                  {{"over", -*target.may_miss}, {"expected", target.expected}}),
              Tone::bad};
    }
    std::vector<Argument> arguments{{"left", *target.may_miss}, {"expected", target.expected}};
    if (target.may_miss_at_once) arguments.push_back({"once", *target.may_miss_at_once});
    return {say(PageText::outlook_may_miss, arguments), Tone::good};
  }

  Cell end_of(const PeriodEnd& end) const {
    if (end.rate.denominator == 0) return {};
    const auto rate = rate_text(end.rate, 2, style_.language);
    if (!end.attained) return {rate};
    return {rate + (*end.attained ? " ✔" : " ✖"), *end.attained ? Tone::good : Tone::bad};
  }

  std::string amount_of(const AmountOutlook& amount) const {
    const Agreement& agreement = card_.terms.agreement(amount.agreement);
    const auto money = [&](Money one) { return money_text(one, style_.language); };
    std::string lines;
    for (const auto& line :
         wrapped(say(PageText::outlook_amounts,
                     {{"agreement", fmt::format("{}@{}", agreement.id, agreement.version)},
                      {"period", period_text(amount.period, style_.language)},
                      {"so_far", money(amount.so_far)},
                      {"pace", money(amount.pace)},
                      {"best", money(amount.best)},
                      {"worst", money(amount.worst)}}),
                 style_.width)) {
      lines += line + "\n";
    }
    return lines;
  }

  const Scorecard& card_;
  const PageStyle& style_;
  DateStyle dates_;
};

void write_end(JsonWriter& json, std::string_view name, const PeriodEnd& end) {
  json.key(name).begin_object().field("met", end.met).field("missed", end.missed);
  json.key("attained");
  end.attained ? json.value(*end.attained) : json.null();
  json.end_object();
}

void write_count(JsonWriter& json, std::string_view name, std::optional<std::int64_t> count) {
  json.key(name);
  count ? json.value(*count) : json.null();
}

void write_target(JsonWriter& json, const Scorecard& card, const TargetOutlook& target) {
  const Agreement& agreement = card.terms.agreement(target.agreement);
  json.begin_object().field("agreement", agreement.id).field("version", agreement.version);
  json.field("target", agreement.commitments[target.commitment].id);
  json.field("period", target.period).field("met", target.met).field("missed", target.missed);
  json.field("overdue", target.overdue).field("open", target.open);
  json.key("open_seconds_passed").raw(seconds_json(target.open_time_passed));
  json.key("open_seconds").raw(seconds_json(target.open_time_in_all));
  json.field("expected", target.expected);
  write_count(json, "may_miss", target.may_miss);
  write_count(json, "may_miss_at_once", target.may_miss_at_once);
  json.key("may_be_down_seconds");
  target.may_be_down ? json.raw(seconds_json(*target.may_be_down)) : json.null();
  write_end(json, "pace", target.pace);
  write_end(json, "best", target.best);
  write_end(json, "worst", target.worst);
  json.end_object();
}

}  // namespace

std::string outlook_text(const Scorecard& card, const PageStyle& style) {
  return OutlookPage{card, style}.text();
}

void write_outlook(JsonWriter& json, const Scorecard& card) {
  json.key("outlook").begin_object().key("targets").begin_array();
  for (const TargetOutlook& target : card.outlook->targets) write_target(json, card, target);
  json.end_array().key("amounts").begin_array();
  for (const AmountOutlook& amount : card.outlook->amounts) {
    const Agreement& agreement = card.terms.agreement(amount.agreement);
    json.begin_object().field("agreement", agreement.id).field("version", agreement.version);
    json.field("period", amount.period).field("currency", key_of(amount.pace.currency));
    json.field("so_far_minor", amount.so_far.minor).field("pace_minor", amount.pace.minor);
    json.field("best_minor", amount.best.minor).field("worst_minor", amount.worst.minor);
    json.end_object();
  }
  json.end_array().end_object();
}

}  // namespace vigie
