#include "outcome.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "engine/agreement/check_set.h"
#include "engine/base/digest.h"
#include "given_figures.h"
#include "notation/agreement_writer.h"
#include "notation/case/word_stream.h"

namespace vigie::cases {

namespace {

int number_from(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

bool is_agreement(std::string_view word, const CaseFile& file) {
  const auto id = word.substr(0, word.find('@'));
  for (const auto& agreement : file.variants.front().terms.agreements) {
    if (agreement.id != id) continue;
    if (word != id) return true;
    for (const auto& commitment : agreement.commitments) {
      if (commitment.id == id) return false;
    }
    return true;
  }
  return false;
}

/// Of several cycles the one that counts, when only one does.
std::vector<const Judgement*> that_counts(std::vector<const Judgement*> found) {
  if (found.size() < 2) return found;
  std::erase_if(found, [](const Judgement* judgement) { return !judgement->is_counted; });
  return found;
}

/// Whether the agreement and target of `subject` are those of this commitment.
bool names(const Subject& subject, const Agreement& agreement, const Commitment& commitment) {
  if (!subject.agreement.empty() && subject.agreement != agreement.id) return false;
  if (subject.version != 0 && subject.version != agreement.version) return false;
  return subject.target == commitment.id || subject.target == key_of(commitment.metric);
}

Regularised regularised_by(const CaseFile& file, const ReadyTerms& terms,
                           const Evaluation& evaluation, const std::vector<Closure>& closures) {
  const Ledger ledger =
      assess({.terms = terms.terms, .evaluation = evaluation, .names = file.names});
  return regularise({.closures = closures,
                     .evaluation = evaluation,
                     .terms = terms.terms,
                     .names = file.names,
                     .histories = file.tickets.histories,
                     .ledger = &ledger});
}

/// One closing of every agreement, with what earlier ones left to book.
void close_period(const CaseFile& file, const ReadyTerms& terms, const CaseClosing& closing,
                  std::vector<Closure>& closures) {
  const auto evaluation = evaluate({.terms = terms.terms,
                                    .histories = file.tickets.histories,
                                    .names = file.names,
                                    .as_of = closing.at,
                                    .known_at = closing.at,
                                    .within = std::nullopt,
                                    .keep_verdicts = true,
                                    .outages = &file.outages});
  const Ledger ledger =
      assess({.terms = terms.terms, .evaluation = evaluation, .names = file.names});
  const auto regularised = regularised_by(file, terms, evaluation, closures);
  std::set<std::string> done;
  for (const auto& agreement : terms.terms.agreements()) {
    if (!done.insert(agreement.id).second) continue;
    auto closure = close({.evaluation = evaluation,
                          .terms = terms.terms,
                          .names = file.names,
                          .ledger = &ledger,
                          .known_at = closing.at,
                          .agreement = agreement.id,
                          .period = closing.period});
    if (closure.targets.empty()) continue;
    for (const auto& one : regularised.figures) {
      const bool here = one.agreement == agreement.id && one.booked_in == closing.period;
      if (here) closure.regularised.push_back(one);
    }
    for (const auto& one : regularised.amounts) {
      const bool here = one.agreement == agreement.id && one.booked_in == closing.period;
      if (here) closure.regularised_amounts.push_back(one);
    }
    closures.push_back(std::move(closure));
  }
}

void close_periods(const JudgedCase& judged, Outcome& outcome) {
  for (const auto& closing : judged.file.closings) {
    if (closing.at > outcome.as_of) continue;
    close_period(judged.file, judged.as_written, closing, outcome.closures);
  }
  if (outcome.closures.empty()) return;
  outcome.regularised =
      regularised_by(judged.file, judged.terms, outcome.evaluation, outcome.closures);
}

}  // namespace

ReadyTerms ready(const CaseTerms& terms, ZoneSource& zones, Names& names) {
  ReadyTerms made;
  made.faults = terms.faults;
  made.warnings = terms.warnings;
  if (!made.faults.empty()) return made;
  auto set = check_agreements(terms.agreements);
  made.warnings.insert(made.warnings.end(), set.warnings.begin(), set.warnings.end());
  if (!set.faults.empty()) {
    made.faults = std::move(set.faults);
    return made;
  }
  auto agreements = terms.agreements;
  for (auto& agreement : agreements) agreement.digest = digest_of(agreement_text(agreement, names));
  auto compiled = Terms::from(std::move(agreements), zones, names);
  made.terms = std::move(compiled.terms);
  made.faults = std::move(compiled.faults);
  return made;
}

Outcome judged(const JudgedCase& judged, const CaseReading& reading) {
  const CaseFile& file = judged.file;
  const ReadyTerms& terms = judged.terms;
  const auto& histories = file.tickets.histories;
  const auto last = std::max({histories.last_event().value_or(Instant{}),
                              end_of_figures(file, terms.terms).value_or(Instant{}),
                              file.outages.last_event().value_or(Instant{})});
  const auto as_of = reading.as_of.value_or(last);
  auto evaluation = evaluate({.terms = terms.terms,
                              .histories = histories,
                              .names = file.names,
                              .as_of = as_of,
                              .known_at = reading.known_at,
                              .within = std::nullopt,
                              .keep_verdicts = true,
                              .outages = &file.outages});
  find_links_to_nothing(histories, file.names, evaluation.findings);
  give_figures(file, terms.terms, evaluation);
  auto ledger = assess({.terms = terms.terms, .evaluation = evaluation, .names = file.names});
  Outcome outcome{.file = file,
                  .terms = terms,
                  .evaluation = std::move(evaluation),
                  .ledger = std::move(ledger),
                  .as_of = as_of,
                  .known_at = reading.known_at};
  close_periods(judged, outcome);
  return outcome;
}

Subject subject_from(std::string_view key, const CaseFile& file) {
  Subject subject;
  WordStream words{key, {}};
  const auto ticket = file.names.find<Ticket>(words.peek());
  if (ticket && file.tickets.histories.holds(ticket)) subject.ticket = words.take();
  if (is_agreement(words.peek(), file)) {
    const auto word = words.take();
    const auto at = word.find('@');
    subject.agreement = word.substr(0, at);
    if (at != word.npos) subject.version = number_from(word.substr(at + 1));
  }
  subject.target = words.take();
  if (words.take_phrase("cycle")) {
    subject.cycle = number_from(words.take());
  } else {
    subject.period = words.take();
    subject.figure = words.take();
  }
  return subject;
}

std::vector<const Judgement*> judgements_of(const Outcome& outcome, const Subject& subject) {
  std::vector<const Judgement*> found;
  int cycle = 0;
  for (const auto& judgement : outcome.evaluation.verdicts) {
    if (outcome.file.names.text(judgement.ticket) != subject.ticket) continue;
    const auto& agreement = outcome.terms.terms.agreements()[judgement.agreement];
    if (!names(subject, agreement, agreement.commitments[judgement.commitment])) continue;
    ++cycle;
    if (subject.cycle == 0 || subject.cycle == cycle) found.push_back(&judgement);
  }
  return that_counts(std::move(found));
}

std::vector<const TargetResult*> results_of(const Outcome& outcome, const Subject& subject) {
  std::vector<const TargetResult*> found;
  for (const auto& result : outcome.evaluation.targets) {
    const auto& agreement = outcome.terms.terms.agreements()[result.agreement];
    if (names(subject, agreement, agreement.commitments[result.commitment])) {
      found.push_back(&result);
    }
  }
  return found;
}

}  // namespace vigie::cases
