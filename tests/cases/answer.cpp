#include "answer.h"

#include <algorithm>

#include "judgement_fields.h"
#include "ledger_fields.h"
#include "period_fields.h"
#include "result_fields.h"
#include "vocabulary/fault.h"
#include "vocabulary/finding.h"
#include "warning_fields.h"

namespace vigie::cases {

namespace {

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

Answer list_answer(const YamlNode& expected, std::string about, std::vector<std::string> computed) {
  std::vector<std::string> wanted;
  for (const auto& item : expected.items) wanted.push_back(item.text);
  Answer answer{&expected, std::move(about), "[" + joined(computed) + "]", computed == wanted};
  answer.agrees = answer.agrees && expected.kind == YamlKind::list;
  return answer;
}

Answer map_answer(const YamlNode& expected, std::string about, const Fields& computed) {
  Fields wanted;
  for (const auto& entry : expected.entries) wanted.emplace_back(entry.key, entry.value.text);
  std::vector<std::string> texts;
  for (const auto& [key, value] : computed) texts.push_back(key + ": " + value);
  const bool same =
      expected.kind == YamlKind::mapping &&
      std::is_permutation(wanted.begin(), wanted.end(), computed.begin(), computed.end());
  return {&expected, std::move(about), "{" + joined(texts) + "}", same};
}

Answer scalar_answer(const YamlNode& expected, std::string about,
                     const std::optional<std::string>& computed) {
  if (!computed) {
    return {&expected, std::move(about), "no figure of that name", false, false};
  }
  const bool same = expected.kind == YamlKind::scalar && expected.text == *computed;
  return {&expected, std::move(about), *computed, same};
}

/// Counts of findings, all of them, those of stamps included.
Fields findings_of(const Outcome& outcome) {
  Fields fields;
  for (std::size_t i = 0; i < std::size(Vocabulary<FindingCode>::words); ++i) {
    const auto code = static_cast<FindingCode>(i);
    const auto count =
        outcome.evaluation.findings.of(code).count + outcome.file.tickets.findings.of(code).count;
    if (count > 0) fields.emplace_back(key_of(code), std::to_string(count));
  }
  return fields;
}

void answer_ticket(const YamlEntry& entry, const Outcome& outcome, std::vector<Answer>& answers) {
  for (const auto& field : entry.value.entries) {
    const auto about = entry.key + " " + field.key;
    if (field.key == "targets") {
      answers.push_back(list_answer(field.value, about, targets_of(outcome, entry.key)));
    } else if (field.key == "findings") {
      answers.push_back(list_answer(field.value, about, findings_of_ticket(outcome, entry.key)));
    } else {
      answers.push_back(scalar_answer(field.value, about, std::nullopt));
    }
  }
}

void answer_judgement(const YamlEntry& entry, const Subject& subject, const Outcome& outcome,
                      std::vector<Answer>& answers) {
  const auto found = judgements_of(outcome, subject);
  if (found.size() != 1) {
    answers.push_back(
        {&entry.value, entry.key, std::to_string(found.size()) + " verdicts", false, false});
    return;
  }
  for (const auto& field : entry.value.entries) {
    const auto about = entry.key + " " + field.key;
    if (const auto map = map_field(outcome, *found.front(), field.key)) {
      answers.push_back(map_answer(field.value, about, *map));
    } else if (field.key == "lines") {
      answers.push_back(list_answer(field.value, about, lines_of(outcome, *found.front())));
    } else if (auto warned = warning_field(outcome, *found.front(), field.key)) {
      answers.push_back(scalar_answer(field.value, about, *std::move(warned)));
    } else {
      answers.push_back(
          scalar_answer(field.value, about, scalar_field(outcome, *found.front(), field.key)));
    }
  }
}

/// "resolve 2026-03 closed", "regularised" or "outlook".
void answer_figure(const YamlEntry& entry, const Subject& subject, const Outcome& outcome,
                   std::vector<Answer>& answers) {
  const PeriodFields figure{outcome, subject};
  if (entry.value.kind == YamlKind::scalar) {
    answers.push_back(scalar_answer(entry.value, entry.key, figure.is_there() ? "some" : "none"));
    return;
  }
  for (const auto& field : entry.value.entries) {
    const auto about = entry.key + " " + field.key;
    if (const auto list = figure.list(field.key)) {
      answers.push_back(list_answer(field.value, about, *list));
    } else {
      answers.push_back(scalar_answer(field.value, about, figure.scalar(field.key)));
    }
  }
}

void answer_result(const YamlEntry& entry, const Subject& subject, const Outcome& outcome,
                   std::vector<Answer>& answers) {
  if (!subject.figure.empty()) return answer_figure(entry, subject, outcome, answers);
  const ResultFields result{outcome, subject};
  if (entry.value.kind == YamlKind::scalar) {
    answers.push_back(scalar_answer(entry.value, entry.key, result.is_there() ? "some" : "none"));
    return;
  }
  for (const auto& field : entry.value.entries) {
    const auto about = entry.key + " " + field.key;
    if (field.value.kind != YamlKind::mapping) {
      answers.push_back(scalar_answer(field.value, about, result.scalar(field.key)));
      continue;
    }
    for (const auto& part : field.value.entries) {
      answers.push_back(
          scalar_answer(part.value, about + " " + part.key, result.scalar_of(field.key, part.key)));
    }
  }
}

template <class Fault>
std::vector<std::string> codes_of(const std::vector<Fault>& faults) {
  std::vector<std::string> codes;
  for (const auto& fault : faults) codes.emplace_back(key_of(fault.code));
  return codes;
}

}  // namespace

std::vector<Answer> answers_to(const YamlNode& expect, const Outcome& outcome) {
  std::vector<Answer> answers;
  for (const auto& entry : expect.entries) {
    if (entry.key == "faults" || entry.key == "warnings") continue;
    if (speaks_of_money(entry.key)) {
      answer_money(entry, outcome, answers);
      continue;
    }
    const auto subject = subject_from(entry.key, outcome.file);
    if (entry.key == "findings") {
      answers.push_back(map_answer(entry.value, entry.key, findings_of(outcome)));
    } else if (subject.ticket.empty()) {
      answer_result(entry, subject, outcome, answers);
    } else if (subject.target.empty()) {
      answer_ticket(entry, outcome, answers);
    } else {
      answer_judgement(entry, subject, outcome, answers);
    }
  }
  return answers;
}

std::vector<Answer> answers_about_terms(const YamlNode& expect, const ReadyTerms& terms) {
  std::vector<Answer> answers;
  if (const YamlNode* faults = expect.find("faults")) {
    answers.push_back(list_answer(*faults, "faults", codes_of(terms.faults)));
  }
  if (const YamlNode* warnings = expect.find("warnings")) {
    answers.push_back(list_answer(*warnings, "warnings", codes_of(terms.warnings)));
  }
  return answers;
}

}  // namespace vigie::cases
