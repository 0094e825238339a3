#include "engine/clock/calculation.h"
#include "notation/page/ledger.h"
#include "notation/page/money_text.h"
#include "notation/page/rfc3339.h"
#include "vocabulary/ledger.h"

namespace vigie {
namespace {

void write_money(JsonWriter& json, Money money) {
  json.begin_object()
      .field("amount_minor", money.minor)
      .field("currency", key_of(money.currency))
      .end_object();
}

/// Values as programs want them: amounts in minor units, exact ones as fractions.
struct ValueWriter {
  JsonWriter& json;

  void operator()(std::int64_t count) const { json.value(count); }
  void operator()(Money money) const { write_money(json, money); }
  void operator()(const ExactMoney& money) const {
    json.begin_object().field("exact_minor", std::string_view{fraction_text(money.minor)});
    json.field("currency", key_of(money.currency)).end_object();
  }
  void operator()(Ratio rate) const {
    json.value(
        std::string_view{std::to_string(rate.numerator) + "/" + std::to_string(rate.denominator)});
  }
  void operator()(const Factor& factor) const {
    json.value(std::string_view{fraction_text(factor.value)});
  }
  void operator()(Duration length) const {
    json.begin_object().key("seconds").raw(seconds_json(length)).end_object();
  }
  void operator()(Instant at) const { json.value(std::string_view{rfc3339(at)}); }
  void operator()(CivilDay day) const { json.value(std::string_view{rfc3339_date(day)}); }
  void operator()(LedgerWord word) const { json.value(word->key); }
  void operator()(const std::string& text) const { json.value(std::string_view{text}); }
};

void write_step(JsonWriter& json, const LedgerStep& step, const LedgerLine& line,
                const LedgerView& view, bool with_text) {
  json.begin_object().field("topic", key_of(step.topic)).field("code", key_of(step.word));
  if (step.figure) {
    json.key("figure");
    std::visit(ValueWriter{json}, *step.figure);
  }
  json.key("arguments").begin_object();
  for (const auto& argument : step.arguments) {
    json.key(argument.name);
    std::visit(ValueWriter{json}, argument.value);
  }
  json.end_object();
  if (step.running) json.field("running_minor", std::string_view{fraction_text(*step.running)});
  if (with_text) {
    json.field("text", std::string_view{step_text(step, line.agreement, view)});
  }
  json.end_object();
}

void write_shares(JsonWriter& json, const LedgerLine& line, const LedgerView& view) {
  json.key("shares").begin_array();
  for (const auto& share : line.shares) {
    json.begin_object()
        .field("party", std::string_view{share.party})
        .field("amount_minor", share.amount.minor)
        .end_object();
  }
  json.end_array().key("back_to_back").begin_array();
  for (const auto& owed : line.back_to_back) {
    const auto& agreement = view.terms.agreement(owed.agreement);
    json.begin_object()
        .field("agreement", std::string_view{agreement.id})
        .field("version", agreement.version)
        .field("clause", std::string_view{agreement.penalties->clauses[owed.clause].id})
        .field("amount_minor", owed.amount.minor)
        .field("currency", key_of(owed.amount.currency))
        .end_object();
  }
  json.end_array();
}

void write_head(JsonWriter& json, const LedgerLine& line, const LedgerView& view) {
  const auto& agreement = view.terms.agreement(line.agreement);
  json.field("period", std::string_view{line.period});
  json.field("clause", std::string_view{line_id(line, view)});
  json.field("kind", key_of(line.kind));
  if (line.commitment) {
    json.field("target", std::string_view{agreement.commitments[*line.commitment].id});
  }
  if (line.ticket) json.field("ticket", view.names.text(*line.ticket));
  json.field("nature", key_of(line.nature))
      .field("state", key_of(line.state))
      .field("amount_minor", line.amount.minor)
      .field("computed_minor", line.computed.minor)
      .field("currency", key_of(line.amount.currency))
      .field("points", line.points)
      .field("due_in", std::string_view{line.due_in})
      .field("provisional", line.provisional);
  if (line.claim_until) {
    json.field("claim_until", std::string_view{rfc3339_date(*line.claim_until)});
  }
}

void write_line(JsonWriter& json, const LedgerLine& line, const LedgerView& view, bool with_text) {
  json.begin_object();
  write_head(json, line, view);
  json.key("lines").begin_array();
  for (const auto& step : line.steps) write_step(json, step, line, view, with_text);
  json.end_array();
  write_shares(json, line, view);
  json.end_object();
}

}  // namespace

std::string ledger_line_json(const LedgerLine& line, const LedgerView& view) {
  JsonWriter json;
  write_line(json, line, view, true);
  return json.take();
}

void write_ledger_lines(JsonWriter& json, const LedgerView& view, std::uint32_t agreement,
                        bool with_text) {
  json.begin_array();
  for (const auto& line : view.ledger.lines) {
    if (line.agreement == agreement) write_line(json, line, view, with_text);
  }
  json.end_array();
}

void write_ledger_totals(JsonWriter& json, const LedgerView& view, std::uint32_t agreement) {
  json.begin_array();
  for (const auto& total : view.ledger.totals) {
    if (total.agreement != agreement) continue;
    json.begin_object()
        .field("period", std::string_view{total.period})
        .field("due_minor", total.due.minor)
        .field("held_minor", total.held.minor)
        .field("released_minor", total.released.minor)
        .field("currency", key_of(total.due.currency))
        .field("points", total.points)
        .field("provisional", total.provisional)
        .end_object();
  }
  json.end_array();
}

std::string ledger_json(const LedgerView& view, const LedgerRun& run) {
  JsonWriter json;
  json.begin_object().field("as_of", std::string_view{rfc3339(run.as_of)});
  json.key("engine")
      .begin_object()
      .field("program", std::string_view{run.program_version})
      .field("calculation", calculation_version)
      .field("zones", std::string_view{run.zones})
      .end_object();
  json.key("agreements").begin_array();
  for (std::uint32_t i = 0; i < view.terms.agreements().size(); ++i) {
    const auto& agreement = view.terms.agreement(i);
    if (!agreement.penalties || (run.shown != nullptr && !(*run.shown)[i])) continue;
    json.begin_object()
        .field("id", std::string_view{agreement.id})
        .field("version", agreement.version);
    json.key("penalties");
    write_ledger_lines(json, view, i, true);
    json.key("totals");
    write_ledger_totals(json, view, i);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take() + "\n";
}

}  // namespace vigie
