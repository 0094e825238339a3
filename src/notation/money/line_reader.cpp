#include "notation/money/line_reader.h"

#include <algorithm>

#include "notation/agreement_clause.h"
#include "notation/money/award.h"
#include "notation/money/bands.h"
#include "notation/money/tariff.h"
#include "notation/scalar_rate.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::string_view function_keys[] = {"flat", "bands", "delay", "shortfall", "each"};

std::vector<Cure> cures_of_function() {
  return {{"flat: 500.00", CureWord::once_for_each_miss, {}},
          {"bands: [{from: 95 %, credit: 0 %}, {to: 95 %, credit: 5 %}]", CureWord::by_bands, {}},
          {"delay: 1/1000 per calendar day", CureWord::days_all_count, {}},
          {"each: 150.00 per started hour", CureWord::unit_started, {}},
          {"shortfall: x 1", CureWord::what_is_missing_of_rate, {}}};
}

class LineReader {
 public:
  LineReader(const YamlEntry& entry, const LineContext& context, Faults& faults)
      : entry_(entry),
        context_(context),
        clauses_(entry.value, "penalties.lines." + entry.key, faults,
                 {.describes = describes<ClauseSection::penalty_line>}) {
    if (!context.preset.clauses.empty()) clause_ = line_of_preset();
    clause_.id = entry.key;
    clause_.place = entry.place;
    clause_.place.length = static_cast<int>(entry.key.size());
  }

  PenaltyClause read() {
    read_text(clauses_, "label", clause_.label);
    read_text(clauses_, "clause", clause_.clause);
    if (writes("on")) clause_.targets.clear();
    read_texts(clauses_, "on", clause_.targets);
    if (!writes("on") && context_.preset.clauses.empty()) clauses_.refuse_missing("on");
    read_function();
    read_measure();
    read_word(clauses_, "nature", clause_.nature);
    read_base();
    read_scalar(clauses_, "weight", factor_from, clause_.weight);
    read_free();
    read_text(clauses_, "pool", clause_.pool);
    read_scalar(clauses_, "allocation", rate_from, clause_.allocation);
    read_scalar(clauses_, "repeat", repeat_from, clause_.repeat);
    read_caps();
    read_flag(clauses_, "earns_back", clause_.earns_back);
    clauses_.refuse_unknown();
    return std::move(clause_);
  }

 private:
  /// The line of that name, else the first.
  const PenaltyClause& line_of_preset() const {
    const auto& lines = context_.preset.clauses;
    const auto named = std::find_if(lines.begin(), lines.end(), [&](const PenaltyClause& line) {
      return line.id == entry_.key;
    });
    return named == lines.end() ? lines.front() : *named;
  }

  bool writes(std::string_view key) const { return entry_.value.find(key) != nullptr; }

  void refuse_two(std::string_view first, std::string_view second) {
    clauses_.add(node_fault(
        FaultCode::two_functions, *entry_.value.find(second),
        {{"line", entry_.key}, {"one", std::string{first}}, {"other", std::string{second}}}));
  }

  void check_one_function() {
    std::string_view first;
    for (const auto key : function_keys) {
      if (!writes(key)) continue;
      if (!first.empty()) return refuse_two(first, key);
      first = key;
    }
    const bool has_own = !first.empty() || !context_.preset.clauses.empty() || writes("pool");
    if (has_own) return;
    auto fault = node_fault(FaultCode::function_missing, entry_.value, {{"line", entry_.key}},
                            cures_of_function());
    fault.place = clause_.place;
    clauses_.add(std::move(fault));
  }

  void read_function() {
    check_one_function();
    const auto currency = context_.currency;
    // A line of the amount at risk costs its allocation whole when it says nothing else.
    const Award whole{.kind = Award::Kind::share, .share = {1, 1}, .minor = 0, .points = 0};
    if (writes("pool")) clause_.function = Flat{whole};
    Flat flat{whole};
    read_scalar(
        clauses_, "flat", [&](std::string_view text) { return award_from(text, currency); },
        flat.award);
    if (writes("flat")) clause_.function = flat;
    if (auto bands = read_bands(clauses_, currency, context_.precision)) {
      clause_.function = *std::move(bands);
    }
    LinearDelay delay;
    read_scalar(clauses_, "delay", delay_from, delay);
    if (writes("delay")) clause_.function = delay;
    Shortfall shortfall;
    read_scalar(clauses_, "shortfall", factor_from, shortfall.factor);
    if (writes("shortfall")) clause_.function = shortfall;
    read_each();
  }

  void read_each() {
    Each each;
    const auto currency = context_.currency;
    read_scalar(
        clauses_, "each", [&](std::string_view text) { return each_from(text, currency); }, each);
    if (!writes("each")) return;
    std::visit([this](const auto& one) { clause_.function = one; }, each);
  }

  /// Delays and units of time are counted ticket by ticket unless the line says otherwise.
  void read_measure() {
    const bool by_ticket = std::holds_alternative<LinearDelay>(clause_.function) ||
                           std::holds_alternative<PerUnit>(clause_.function);
    MeasureClause measure{clause_.measure, clause_.slice, clause_.rolling};
    if (context_.preset.clauses.empty() && by_ticket) measure.measure = PenaltyMeasure::per_event;
    read_scalar(clauses_, "per", measure_from, measure);
    clause_.measure = measure.measure;
    clause_.slice = measure.slice;
    clause_.rolling = measure.rolling;
  }

  void read_base() {
    if (context_.base) clause_.base = *context_.base;
    const auto currency = context_.currency;
    read_scalar(
        clauses_, "base", [&](std::string_view text) { return base_from(text, currency); },
        clause_.base);
    has_base_ = context_.base || writes("base") || writes("pool");
    if (has_base_ || !context_.preset.clauses.empty()) return;
    if (const auto share = share_written()) {
      clauses_.add(node_fault(FaultCode::share_without_base, *share, {{"share", share->text}},
                              {{"base: fee network", CureWord::fee_of_charges, {}},
                               {"base: contract", CureWord::amount_of_contract, {}}}));
    }
  }

  /// The first scalar of the line that says a share of something.
  const YamlNode* share_written() const {
    for (const auto* key : {"delay", "shortfall"}) {
      if (writes(key)) return entry_.value.find(key);
    }
    for (const auto* key : {"flat", "each"}) {
      const YamlNode* node = entry_.value.find(key);
      if (node != nullptr && node->text.find_first_of("%/") < node->text.find(" per ")) return node;
    }
    const YamlNode* bands = entry_.value.find("bands");
    if (bands == nullptr) return nullptr;
    for (const auto& band : bands->items) {
      const YamlNode* credit = band.find("credit");
      if (credit != nullptr && credit->text.find_first_of("%/") != std::string::npos) return credit;
    }
    return nullptr;
  }

  void read_free() {
    for (const YamlNode* node : clauses_.find_scalars("free")) {
      const auto free = free_from(node->text);
      if (!free) {
        clauses_.add(located(free.error(), *node));
      } else if (const auto* misses = std::get_if<FreeMisses>(&*free)) {
        clause_.free = misses->misses;
        clause_.free_over = misses->over;
      } else if (auto* unit = std::get_if<PerUnit>(&clause_.function)) {
        unit->free = std::get<Duration>(*free);
      } else {
        clauses_.add(node_fault(FaultCode::free_without_unit, *node, {{"text", node->text}}));
      }
    }
  }

  void read_caps() {
    CapContext context{.currency = context_.currency, .per = CapPer::level, .base = {}};
    if (has_base_ || !context_.preset.clauses.empty()) context.base = clause_.base;
    if (writes("cap")) clause_.caps.clear();
    for (const YamlNode* node : clauses_.find_scalars("cap")) {
      if (node->text == "none") continue;
      auto cap = cap_from(node->text, context);
      if (!cap) {
        clauses_.add(located(cap.error(), *node));
        continue;
      }
      clause_.caps.push_back(*std::move(cap));
      clause_.caps.back().place = node->place;
    }
  }

  const YamlEntry& entry_;
  const LineContext& context_;
  Clauses clauses_;
  PenaltyClause clause_;
  bool has_base_ = false;
};

}  // namespace

PenaltyClause read_line(const YamlEntry& entry, const LineContext& context, Faults& faults) {
  return LineReader{entry, context, faults}.read();
}

}  // namespace vigie
