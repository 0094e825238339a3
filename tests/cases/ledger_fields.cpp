#include "ledger_fields.h"

#include <algorithm>

#include "notation/case/word_stream.h"
#include "notation/page/money_text.h"
#include "notation/page/rfc3339.h"
#include "vocabulary/ledger.h"

namespace vigie::cases {

namespace {

/// Which lines an expectation names.
struct Named {
  std::string agreement;  // empty: whichever
  std::string period;
  std::string line;
  std::string about;  // a ticket or a target; empty: whichever
};

bool is_agreement(const Outcome& outcome, std::string_view word) {
  const auto& agreements = outcome.terms.terms.agreements();
  return std::any_of(agreements.begin(), agreements.end(), [&](const Agreement& agreement) {
    return word == agreement.id || word == agreement.id + "@" + std::to_string(agreement.version);
  });
}

Named named_from(std::string_view key, const Outcome& outcome) {
  WordStream words{key, {}};
  words.take();
  Named named;
  if (is_agreement(outcome, words.peek())) named.agreement = words.take();
  named.period = words.take();
  named.line = words.take();
  named.about = words.take();
  return named;
}

bool is_of(const Named& named, const Outcome& outcome, std::uint32_t index) {
  const auto& agreement = outcome.terms.terms.agreement(index);
  return named.agreement.empty() || named.agreement == agreement.id ||
         named.agreement == agreement.id + "@" + std::to_string(agreement.version);
}

std::string id_of(const LedgerLine& line, const Agreement& agreement) {
  const auto id = line.clause ? agreement.penalties->clauses[*line.clause].id : "points";
  return line.kind == LedgerLineKind::earned_back ? id + " earned_back" : id;
}

bool matches(const LedgerLine& line, const Named& named, const Outcome& outcome) {
  const auto& agreement = outcome.terms.terms.agreement(line.agreement);
  if (!is_of(named, outcome, line.agreement) || line.period != named.period) return false;
  const bool is_earned = line.kind == LedgerLineKind::earned_back;
  if (is_earned)
    return named.about == "earned_back" && id_of(line, agreement) == named.line + " earned_back";
  if (id_of(line, agreement) != named.line) return false;
  if (named.about.empty()) return true;
  if (line.ticket && outcome.file.names.text(*line.ticket) == named.about) return true;
  return line.commitment && agreement.commitments[*line.commitment].id == named.about;
}

std::vector<const LedgerLine*> lines_of(const Named& named, const Outcome& outcome) {
  std::vector<const LedgerLine*> found;
  for (const auto& line : outcome.ledger.lines) {
    if (matches(line, named, outcome)) found.push_back(&line);
  }
  return found;
}

/// "2400.00", "600.00 held", "500.00 bonus", "3 points"; several lines are added up.
std::string lines_shown(const std::vector<const LedgerLine*>& lines) {
  if (lines.empty()) return "none";
  const LedgerLine& first = *lines.front();
  Money sum{0, first.amount.currency};
  std::int64_t points = 0;
  for (const auto* line : lines) {
    sum.minor += line->amount.minor;
    points += line->points;
  }
  if (points != 0 && sum.minor == 0)
    return std::to_string(points) + (points == 1 ? " point" : " points");
  auto text = plain_amount(sum);
  if (first.state == PenaltyState::held) text += " held";
  if (first.nature == PenaltyNature::bonus) text += " bonus";
  return text;
}

Answer compare(const YamlNode& expected, std::string about, std::string computed) {
  const bool same = expected.kind == YamlKind::scalar && expected.text == computed;
  return {&expected, std::move(about), std::move(computed), same};
}

Answer compare_map(const YamlNode& expected, std::string about,
                   std::vector<std::pair<std::string, std::string>> computed) {
  std::vector<std::pair<std::string, std::string>> wanted;
  for (const auto& entry : expected.entries) wanted.emplace_back(entry.key, entry.value.text);
  std::string text;
  for (const auto& [key, value] : computed) {
    text += (text.empty() ? "" : ", ") + key + ": " + value;
  }
  return {&expected, std::move(about), "{" + text + "}", wanted == computed};
}

Answer compare_list(const YamlNode& expected, std::string about,
                    const std::vector<std::string>& computed) {
  std::vector<std::string> wanted;
  for (const auto& item : expected.items) wanted.push_back(item.text);
  std::string text;
  for (const auto& one : computed) text += (text.empty() ? "" : ", ") + one;
  return {&expected, std::move(about), "[" + text + "]", wanted == computed};
}

std::optional<std::string> scalar_of(const LedgerLine& line, std::string_view field) {
  if (field == "amount") return plain_amount(line.amount);
  if (field == "computed") return plain_amount(line.computed);
  if (field == "state") return std::string{key_of(line.state)};
  if (field == "nature") return std::string{key_of(line.nature)};
  if (field == "points") return std::to_string(line.points);
  if (field == "due_in") return line.due_in;
  if (field == "provisional") return std::string{line.provisional ? "true" : "false"};
  if (field == "claim_until") {
    return line.claim_until ? rfc3339_date(*line.claim_until) : std::string{"none"};
  }
  return std::nullopt;
}

std::vector<std::string> step_codes(const LedgerLine& line) {
  std::vector<std::string> codes;
  for (const auto& step : line.steps) {
    if (step.topic != LedgerTopic::basis) codes.emplace_back(key_of(step.word));
  }
  return codes;
}

void answer_line(const YamlEntry& entry, const Outcome& outcome, std::vector<Answer>& answers) {
  const auto found = lines_of(named_from(entry.key, outcome), outcome);
  if (found.size() != 1) {
    answers.push_back(
        {&entry.value, entry.key, std::to_string(found.size()) + " lines", false, false});
    return;
  }
  const LedgerLine& line = *found.front();
  for (const auto& field : entry.value.entries) {
    const auto about = entry.key + " " + field.key;
    std::vector<std::pair<std::string, std::string>> parts;
    if (field.key == "shares") {
      for (const auto& share : line.shares)
        parts.emplace_back(share.party, plain_amount(share.amount));
      answers.push_back(compare_map(field.value, about, std::move(parts)));
    } else if (field.key == "owed_back") {
      for (const auto& owed : line.back_to_back) {
        parts.emplace_back(outcome.terms.terms.agreement(owed.agreement).id,
                           plain_amount(owed.amount));
      }
      answers.push_back(compare_map(field.value, about, std::move(parts)));
    } else if (field.key == "steps") {
      answers.push_back(compare_list(field.value, about, step_codes(line)));
    } else if (const auto scalar = scalar_of(line, field.key)) {
      answers.push_back(compare(field.value, about, *scalar));
    } else {
      answers.push_back({&field.value, about, "no figure of that name", false, false});
    }
  }
}

void answer_total(const YamlEntry& entry, const Outcome& outcome, std::vector<Answer>& answers) {
  const auto named = named_from(entry.key, outcome);
  const LedgerTotal* found = nullptr;
  for (const auto& total : outcome.ledger.totals) {
    if (is_of(named, outcome, total.agreement) && total.period == named.period) found = &total;
  }
  for (const auto& field : entry.value.entries) {
    const auto about = entry.key + " " + field.key;
    std::optional<std::string> computed;
    if (found != nullptr && field.key == "due") computed = plain_amount(found->due);
    if (found != nullptr && field.key == "held") computed = plain_amount(found->held);
    if (found != nullptr && field.key == "released") computed = plain_amount(found->released);
    if (found != nullptr && field.key == "points") computed = std::to_string(found->points);
    if (computed) {
      answers.push_back(compare(field.value, about, *computed));
    } else {
      answers.push_back({&field.value, about, "no total of that name", false, false});
    }
  }
}

}  // namespace

bool speaks_of_money(std::string_view key) {
  return key.starts_with("ledger ") || key.starts_with("total ") || key.starts_with("line ");
}

void answer_money(const YamlEntry& entry, const Outcome& outcome, std::vector<Answer>& answers) {
  if (entry.key.starts_with("line ")) return answer_line(entry, outcome, answers);
  if (entry.key.starts_with("total ")) return answer_total(entry, outcome, answers);
  for (const auto& field : entry.value.entries) {
    auto named = named_from(entry.key + " " + field.key, outcome);
    answers.push_back(
        compare(field.value, entry.key + " " + field.key, lines_shown(lines_of(named, outcome))));
  }
}

}  // namespace vigie::cases
