#include "notation/closure/closed_section.h"

#include <fmt/format.h>

#include <algorithm>

#include "notation/closure/closure_page.h"
#include "notation/page/figures.h"
#include "notation/page/money_text.h"
#include "notation/page/rfc3339.h"
#include "notation/page/scorecard_cells.h"
#include "notation/page/scorecard_words.h"
#include "vocabulary/closure.h"

namespace vigie {
namespace {

std::string line_of(const std::string& text, const PageStyle& style) {
  std::string lines;
  for (const auto& line : wrapped(text, style.width - 2)) {
    lines += (lines.empty() ? "  " : "    ") + line + "\n";
  }
  return lines;
}

/// The first version of an agreement among the terms; 0 when there is none.
std::uint32_t first_of(const Terms& terms, const std::string& id) {
  for (std::uint32_t i = 0; i < terms.agreements().size(); ++i) {
    if (terms.agreement(i).id == id) return i;
  }
  return 0;
}

/// The versions whose text is not the one of the closure, each in a line.
std::string other_terms(const Closure& closure, const Scorecard& card, const PageStyle& style) {
  const DateStyle dates{.language = style.language};
  std::string lines;
  for (const Agreement& agreement : card.terms.agreements()) {
    if (agreement.id != closure.agreement) continue;
    const auto was =
        std::find_if(closure.versions.begin(), closure.versions.end(),
                     [&](const ClosedVersion& one) { return one.version == agreement.version; });
    if (was != closure.versions.end() && was->digest == agreement.digest) continue;
    const Argument name{"agreement", fmt::format("{}@{}", agreement.id, agreement.version)};
    const Argument period{"period", period_text(closure.period, style.language)};
    lines += line_of(was == closure.versions.end()
                         ? said(PageText::closed_terms_new, {name, period}, dates)
                         : said(PageText::closed_terms_differ,
                                {name,
                                 period,
                                 {"was", short_digest(was->digest)},
                                 {"is", short_digest(agreement.digest)}},
                                dates),
                     style);
  }
  return lines;
}

std::string closure_line(const Closure& closure, const Scorecard& card, const PageStyle& style) {
  const auto& zone = card.terms.zone(first_of(card.terms, closure.agreement));
  const Instant at = closure.basis.as_of;
  std::vector<Argument> arguments{{"agreement", closure.agreement},
                                  {"period", period_text(closure.period, style.language)},
                                  {"as_of", Moment{.at = at, .local = zone.civil(at)}},
                                  {"digest", short_digest(closure.digest)}};
  if (!closure.reason.empty()) arguments.push_back({"reason", closure.reason});
  if (!closure.amounts.empty()) {
    Money due{.minor = 0, .currency = closure.amounts.front().amount.currency};
    for (const ClosedAmount& amount : closure.amounts) due.minor += due_of(amount).minor;
    arguments.push_back({"due", money_text(due, style.language)});
  }
  return line_of(said(PageText::closed_on, arguments, {.language = style.language}), style);
}

void write_difference(JsonWriter& json, std::string_view name, const Tally& tally) {
  json.key(name).begin_object();
  json.field("met", tally.met).field("missed", tally.missed).field("excluded", tally.excluded);
  json.field("not_measurable", tally.not_measurable).field("merged", tally.merged);
  json.field("cancelled", tally.cancelled).end_object();
}

void write_verdict(JsonWriter& json, std::string_view name,
                   const std::optional<CountedTicket>& ticket) {
  json.key(name);
  ticket ? json.value(key_of(ticket->counted)) : json.null();
}

void write_regularisation(JsonWriter& json, const Regularisation& one) {
  json.begin_object().field("agreement", one.agreement).field("version", one.version);
  json.field("target", one.target).field("period", one.period).field("booked_in", one.booked_in);
  json.key("closed").raw(period_json(one.closed)).key("now").raw(period_json(one.now));
  write_difference(json, "difference", one.difference());
  json.key("lines").begin_array();
  for (const RegularisationLine& line : one.lines) {
    json.begin_object().field("cause", key_of(line.cause));
    write_difference(json, "difference", line.difference);
    json.key("tickets").begin_array();
    for (const MovedTicket& moved : line.tickets) {
      json.begin_object().field("ticket", moved.ticket()).field("cycle", int{moved.cycle()});
      write_verdict(json, "before", moved.before);
      write_verdict(json, "now", moved.now);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

void write_closed_amount(JsonWriter& json, const ClosedAmount& amount) {
  json.begin_object().field("version", amount.version).field("clause", amount.clause);
  json.field("target", amount.target).field("ticket", amount.ticket);
  json.field("period", amount.period).field("nature", key_of(amount.nature));
  json.field("state", key_of(amount.state)).field("amount_minor", amount.amount.minor);
  json.field("currency", key_of(amount.amount.currency)).end_object();
}

void write_amount(JsonWriter& json, const AmountRegularisation& one) {
  json.begin_object().field("agreement", one.agreement).field("version", one.closed.version);
  json.field("clause", one.closed.clause).field("target", one.closed.target);
  json.field("ticket", one.closed.ticket).field("period", one.closed.due_in);
  json.field("booked_in", one.booked_in).field("closed_minor", due_of(one.closed).minor);
  json.field("now_minor", due_of(one.now).minor);
  json.field("difference_minor", one.difference().minor);
  json.field("currency", key_of(one.now.amount.currency)).field("cause", key_of(one.cause));
  json.end_object();
}

/// Of a target that closed terms or those of today have.
std::optional<Metric> metric_of(const Regularisation& one, const Scorecard& card) {
  for (const Closure& closure : card.closed->closures) {
    if (closure.agreement != one.agreement) continue;
    for (const ClosedTarget& target : closure.targets) {
      if (target.target == one.target) return target.metric;
    }
  }
  for (const Agreement& agreement : card.terms.agreements()) {
    if (agreement.id != one.agreement) continue;
    for (const Commitment& commitment : agreement.commitments) {
      if (commitment.id == one.target) return commitment.metric;
    }
  }
  return std::nullopt;
}

/// A figure of availability has one cause: its line has the whole difference.
void add_moved(CsvSheet& sheet, const Regularisation& one, const RegularisationLine& line,
               const Scorecard& card) {
  sheet.begin_line();
  sheet.put("record", "regularisation");
  sheet.put_text("agreement", one.agreement);
  sheet.put("version", one.version);
  sheet.put_text("target", one.target);
  if (const auto metric = metric_of(one, card)) sheet.put("metric", key_of(*metric));
  sheet.put_text("period", one.period);
  sheet.put("cause", key_of(line.cause));
  sheet.put_text("booked_in", one.booked_in);
  put_tally(sheet, line.difference);
  if (one.closed.availability && one.now.availability) {
    put_availability_difference(sheet, *one.closed.availability, *one.now.availability);
  }
}

void add_moved(CsvSheet& sheet, const AmountRegularisation& one) {
  const Money difference = one.difference();
  sheet.begin_line();
  sheet.put("record", "penalty_regularisation");
  sheet.put_text("agreement", one.agreement);
  sheet.put("version", one.closed.version);
  sheet.put_text("target", one.closed.target);
  sheet.put_text("period", one.closed.due_in);
  sheet.put("cause", key_of(one.cause));
  sheet.put_text("booked_in", one.booked_in);
  sheet.put_text("line", one.closed.clause);
  sheet.put_text("ticket", one.closed.ticket);
  sheet.put("penalty_due", plain_amount(difference));
  sheet.put("currency", key_of(difference.currency));
}

}  // namespace

const ClosedTarget* closed_target(const Scorecard& card, const TargetResult& result,
                                  const std::string& period) {
  if (card.closed == nullptr) return nullptr;
  const Agreement& agreement = card.terms.agreement(result.agreement);
  for (const Closure& closure : card.closed->closures) {
    if (closure.agreement != agreement.id || closure.period != period) continue;
    for (const ClosedTarget& target : closure.targets) {
      const bool same = target.version == agreement.version &&
                        target.target == agreement.commitments[result.commitment].id;
      if (same) return &target;
    }
  }
  return nullptr;
}

std::string closed_text(const Scorecard& card, const PageStyle& style) {
  const DateStyle dates{.language = style.language};
  const ClosedPeriods& closed = *card.closed;
  if (closed.closures.empty()) return {};
  std::string text =
      "\n" + toned(said(PageText::closed_title, {}, dates), Tone::strong, style.colours) + "\n";
  for (const Closure& closure : closed.closures) {
    text += closure_line(closure, card, style) + other_terms(closure, card, style);
  }
  if (card.by_period) {
    for (const Closure& closure : closed.closures) {
      text += "\n" + (style.language == Language::fr ? closure.page.fr : closure.page.en);
    }
  }
  const auto moved =
      regularisation_text(closed.regularised.figures, closed.regularised.amounts, style);
  if (!moved.empty()) return text + moved;
  return text + line_of(said(PageText::regularised_none, {}, dates), style);
}

void write_closed(JsonWriter& json, const Scorecard& card) {
  json.key("closures").begin_array();
  for (const Closure& closure : card.closed->closures) {
    json.begin_object().field("agreement", closure.agreement).field("period", closure.period);
    json.field("revision", closure.revision).field("as_of", rfc3339(closure.basis.as_of));
    json.field("digest", closure.digest).key("penalties").begin_array();
    for (const ClosedAmount& amount : closure.amounts) write_closed_amount(json, amount);
    json.end_array().end_object();
  }
  json.end_array().key("regularisations").begin_array();
  for (const auto& one : card.closed->regularised.figures) write_regularisation(json, one);
  json.end_array().key("penalty_regularisations").begin_array();
  for (const auto& one : card.closed->regularised.amounts) write_amount(json, one);
  json.end_array();
}

void add_closed_lines(CsvSheet& sheet, const Scorecard& card) {
  for (const Regularisation& one : card.closed->regularised.figures) {
    for (const RegularisationLine& line : one.lines) add_moved(sheet, one, line, card);
  }
  for (const auto& one : card.closed->regularised.amounts) add_moved(sheet, one);
}

}  // namespace vigie
