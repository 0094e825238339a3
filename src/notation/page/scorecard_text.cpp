#include <fmt/format.h>

#include <algorithm>

#include "engine/agreement/lifecycle.h"
#include "engine/clock/calculation.h"
#include "notation/closure/closed_section.h"
#include "notation/page/figures.h"
#include "notation/page/ledger.h"
#include "notation/page/outlook_page.h"
#include "notation/page/scorecard_words.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

using Parts = std::vector<std::string>;

std::string joined(const Parts& parts, std::string_view separator) {
  std::string text;
  for (const auto& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

std::string paragraph(const std::string& text, const PageStyle& style, Tone tone = Tone::plain) {
  std::string lines;
  for (const auto& line : wrapped(text, style.width)) {
    lines += toned(line, tone, style.colours) + "\n";
  }
  return lines;
}

/// A place in a file without its folders: "log.csv:12"; a ticket as it is.
std::string short_place(const std::string& example) {
  const bool is_place = example.find(':') != std::string::npos;
  return is_place ? example.substr(example.rfind('/') + 1) : example;
}

class ScorecardPage {
 public:
  ScorecardPage(const Scorecard& card, const PageStyle& style)
      : card_(card), style_(style), dates_{.language = style.language} {}

  std::string text() const {
    auto page = paragraph(header(), style_);
    const auto& targets = card_.evaluation.targets;
    if (targets.empty())
      page += fmt::format("\n{}", paragraph(say(PageText::nothing_judged), style_));
    for (auto first = targets.begin(); first != targets.end();) {
      const auto last = std::find_if(first, targets.end(), [&](const TargetResult& result) {
        return result.agreement != first->agreement;
      });
      std::vector<const TargetResult*> results;
      for (auto at = first; at != last; ++at) results.push_back(&*at);
      page += fmt::format("\n{}", agreement_text(results));
      first = last;
    }
    if (card_.outlook != nullptr) page += outlook_text(card_, style_);
    if (card_.closed != nullptr) page += closed_text(card_, style_);
    page += fmt::format("\n{}", findings_text());
    page += paragraph(say(PageText::next, {{"steps", joined(next_steps(), " · ")}}), style_);
    return page;
  }

 private:
  std::string say(PageText text, const std::vector<Argument>& arguments = {}) const {
    return said(text, arguments, dates_);
  }

  Moment moment_in(std::uint32_t agreement, Instant at) const {
    return {.at = at, .local = card_.terms.zone(agreement).civil(at)};
  }

  /// Dates of the header are read in the zone of the first agreement.
  Moment moment(Instant at) const {
    if (card_.terms.agreements().empty()) {
      return {.at = at, .local = CivilTime{at.time_since_epoch()}};
    }
    return moment_in(0, at);
  }

  std::string header() const {
    const auto& evaluation = card_.evaluation;
    Parts read;
    if (card_.rows) read.push_back(say(PageText::rows, {counted("rows", *card_.rows)}));
    read.push_back(say(PageText::tickets, {counted("tickets", evaluation.tickets)}));
    if (!card_.rows) read.push_back(say(PageText::events, {counted("events", evaluation.events)}));
    Parts parts{joined(read, ", ")};
    if (card_.took) {
      const auto tenths = card_.took->count() / 100'000;
      const auto point = style_.language == Language::fr ? "," : ".";
      const auto seconds = fmt::format("{}{}{}", tenths / 10, point, tenths % 10);
      parts.push_back(say(PageText::read_in, {{"seconds", seconds}}));
    }
    parts.push_back(as_of_words());
    if (card_.within) {
      const auto last = card_.within->to - Duration{1};
      parts.push_back(say(PageText::between, {{"from", day_of(moment(card_.within->from))},
                                              {"to", day_of(moment(last))}}));
    }
    if (card_.known_at)
      parts.push_back(say(PageText::known_at, {{"known_at", moment(*card_.known_at)}}));
    parts.push_back(say(PageText::zones, {{"release", card_.zones}}));
    parts.push_back(say(PageText::calculation, {{"version", std::int64_t{calculation_version}}}));
    return joined(parts, " · ");
  }

  static CivilDay day_of(const Moment& moment) {
    return std::chrono::floor<std::chrono::days>(moment.local);
  }

  std::string as_of_words() const {
    std::vector<Argument> arguments{{"as_of", moment(card_.evaluation.as_of)}};
    if (card_.origin != AsOfOrigin::asked) {
      const auto origin =
          card_.origin == AsOfOrigin::now ? PageText::origin_now : PageText::origin_last_event;
      arguments.push_back({"origin", say(origin)});
    }
    return say(PageText::judged_as_of, arguments);
  }

  std::string agreement_text(const std::vector<const TargetResult*>& results) const {
    const auto& agreement = card_.terms.agreements()[results[0]->agreement];
    const auto title = fmt::format("{}@{}  {}", agreement.id, agreement.version,
                                   joined(agreement_parts(agreement, results), " · "));
    auto text = paragraph(title, style_, Tone::strong);
    if (!was_signed(agreement.state)) {
      return text +
             paragraph(say(PageText::judges_nothing, {{"state", some_word(agreement.state)}}),
                       style_);
    }
    const auto is_of_tickets = [&](const TargetResult* result) {
      return agreement.commitments[result->commitment].metric != Metric::availability;
    };
    auto of_tickets = results;
    const auto first = std::stable_partition(of_tickets.begin(), of_tickets.end(), is_of_tickets);
    const std::vector<const TargetResult*> of_outages{first, of_tickets.end()};
    of_tickets.erase(first, of_tickets.end());
    if (!of_tickets.empty()) {
      text += card_.by_period ? periods_table(card_, of_tickets, style_)
                              : targets_table(card_, of_tickets, style_);
    }
    if (!of_tickets.empty() && !of_outages.empty()) text += "\n";
    if (!of_outages.empty()) text += availability_table(card_, of_outages, style_);
    if (const auto counts = beside(results); !counts.empty()) {
      text += paragraph(say(PageText::beside, {{"counts", joined(counts, ", ")}}), style_);
    }
    if (card_.ledger != nullptr) text += penalties_text(results[0]->agreement);
    return text;
  }

  std::string penalties_text(std::uint32_t agreement) const {
    const LedgerView view{.ledger = *card_.ledger,
                          .terms = card_.terms,
                          .names = *card_.names,
                          .language = style_.language};
    return penalties_section(view, agreement, style_);
  }

  Parts agreement_parts(const Agreement& agreement,
                        const std::vector<const TargetResult*>& results) const {
    Parts parts;
    const auto& between = agreement.between;
    if (!between.provider.empty() && !between.customer.empty()) {
      parts.push_back(say(PageText::between_parties, {{"kind", some_word(agreement.kind)},
                                                      {"provider", between.provider},
                                                      {"customer", between.customer}}));
    }
    const auto& [from, to] = agreement.in_force;
    parts.push_back(to ? say(PageText::in_force_until, {{"from", from}, {"to", *to}})
                       : say(PageText::in_force_since, {{"from", from}}));
    if (auto measured = measured_words(agreement, results); !measured.empty()) {
      parts.push_back(std::move(measured));
    }
    parts.push_back(
        say(PageText::zone, {{"zone", card_.terms.zone(results[0]->agreement).name()}}));
    return parts;
  }

  /// "rate per month of the resolution", when it is the same for all targets.
  std::string measured_words(const Agreement& agreement,
                             const std::vector<const TargetResult*>& results) const {
    std::string words;
    for (const auto* result : results) {
      const auto& commitment = agreement.commitments[result->commitment];
      if (commitment.metric == Metric::availability) continue;
      const auto& measurement = commitment.measurement;
      auto here = say(PageText::per_period, {{"statistic", some_word(measurement.statistic)},
                                             {"period", some_word(measurement.period.kind)},
                                             {"of", some_word(measurement.period_of)}});
      if (!words.empty() && here != words) return {};
      words = std::move(here);
    }
    return words;
  }

  Parts beside(const std::vector<const TargetResult*>& results) const {
    Tally sum;
    std::int64_t ramp_up = 0;
    for (const auto* result : results) {
      const auto& total = result->total;
      sum.pending += total.pending;
      sum.overdue_open += total.overdue_open;
      sum.excluded += total.excluded;
      sum.not_measurable += total.not_measurable;
      sum.merged += total.merged;
      sum.cancelled += total.cancelled;
      ramp_up += std::ranges::count_if(result->periods, &Attainment::ramp_up);
    }
    Parts parts;
    const auto add = [&](std::int64_t count, PageText text, std::string_view name) {
      if (count > 0) parts.push_back(say(text, {{name, count}}));
    };
    add(sum.pending, PageText::count_pending, "count");
    add(sum.overdue_open, PageText::count_overdue, "count");
    add(sum.excluded, PageText::count_excluded, "count");
    add(sum.not_measurable, PageText::count_not_measurable, "count");
    add(sum.merged, PageText::count_merged, "count");
    add(sum.cancelled, PageText::count_cancelled, "count");
    add(ramp_up, PageText::count_ramp_up, "periods");
    return parts;
  }

  std::string findings_text() const {
    if (card_.evaluation.findings.total() == 0) {
      return paragraph(say(PageText::no_findings), style_, Tone::faint);
    }
    Table table{{{.title = "", .align = Align::right}, {.title = "", .may_wrap = true}}};
    for (std::size_t i = 0; i < std::size(Vocabulary<FindingCode>::words); ++i) {
      const auto code = static_cast<FindingCode>(i);
      const auto& entry = card_.evaluation.findings.of(code);
      if (entry.count == 0) continue;
      table.add({{count_text(static_cast<std::int64_t>(entry.count), style_.language)},
                 {finding_words(code, entry)}});
    }
    return toned(say(PageText::findings), Tone::strong, style_.colours) + "\n" +
           table.text(
               {.width = style_.width, .colours = style_.colours, .indent = "  ", .gap = "  "});
  }

  std::string finding_words(FindingCode code, const Findings::Entry& entry) const {
    auto words = std::string{word_of(code, style_.language)};
    Parts examples;
    constexpr std::size_t shown = 2;
    for (const auto& example : entry.examples) {
      if (examples.size() < shown && !example.empty()) examples.push_back(short_place(example));
    }
    if (!examples.empty()) {
      words.append(" · ").append(say(PageText::example, {{"examples", joined(examples, ", ")}}));
    }
    return words;
  }

  Parts next_steps() const {
    Parts steps;
    if (card_.example) {
      steps.push_back(say(PageText::next_explain,
                          {{"ticket", card_.example->ticket}, {"target", card_.example->target}}));
    }
    if (!card_.by_period) steps.push_back(say(PageText::next_periods));
    if (card_.ledger != nullptr && !card_.ledger->lines.empty()) {
      steps.push_back(say(PageText::next_penalties));
    }
    steps.push_back(say(PageText::next_verdicts));
    steps.push_back(say(PageText::next_json));
    return steps;
  }

  const Scorecard& card_;
  const PageStyle& style_;
  DateStyle dates_;
};

}  // namespace

std::string scorecard_text(const Scorecard& card, const PageStyle& style) {
  return ScorecardPage{card, style}.text();
}

}  // namespace vigie
