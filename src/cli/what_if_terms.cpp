#include "cli/what_if_terms.h"

#include <ostream>

#include "cli/console/refusal.h"
#include "cli/loading/agreement_files.h"
#include "engine/agreement/check_set.h"
#include "notation/page/scorecard_words.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

void forgive_underpinning(std::vector<Fault>& faults) {
  std::erase_if(faults,
                [](const Fault& fault) { return fault.code == FaultCode::unknown_underpinning; });
}

/// Checked together, as the old ones were, then compiled.
std::optional<Terms> made_of(std::vector<Agreement> agreements, const FileTexts& texts,
                             Loaded& loaded, Session& session) {
  auto together = check_agreements(agreements);
  forgive_underpinning(together.faults);
  if (refuse(together.faults, texts, session)) return std::nullopt;
  auto made = Terms::from(std::move(agreements), *loaded.zones, loaded.names);
  if (refuse(made.faults, texts, session)) return std::nullopt;
  return std::move(made.terms);
}

std::nullopt_t refuse_change(PageText text, const std::string& written, Session& session) {
  session.console.err << said(text, {{"written", written}}, {.language = session.console.language})
                      << "\n";
  session.exit = Exit::wrong_usage;
  return std::nullopt;
}

}  // namespace

std::vector<WrittenChange> changes_asked(const std::string& written, const Loaded& loaded,
                                         Session& session) {
  std::vector<WrittenChange> changes = changes_from(written);
  if (changes.empty()) refuse_change(PageText::not_a_change, written, session);
  for (const WrittenChange& one : changes) {
    if (can_change(loaded.terms.agreements(), one.change)) continue;
    refuse_change(PageText::change_of_nothing, written, session);
    return {};
  }
  return changes;
}

std::optional<Terms> terms_with(const TermChange& change, std::optional<CivilDay> from,
                                Loaded& loaded, Session& session) {
  return made_of(changed(loaded.terms.agreements(), change, from), {}, loaded, session);
}

std::optional<Terms> other_terms(const OtherTermsAsked& asked, Loaded& loaded, Session& session) {
  std::vector<Agreement> agreements = loaded.terms.agreements();
  FileTexts texts;
  if (!asked.against.empty()) {
    AgreementFiles files =
        read_agreement_files(asked.against, {.names = loaded.names, .zones = loaded.zones.get()});
    forgive_underpinning(files.faults);
    if (refuse(files.faults, files.texts, session)) return std::nullopt;
    agreements = amended(std::move(agreements), std::move(files.agreements), asked.from);
    texts = std::move(files.texts);
  }
  auto from = asked.from;
  for (const std::string& written : asked.changes) {
    const auto changes = changes_asked(written, loaded, session);
    if (changes.empty()) return std::nullopt;
    if (changes.size() > 1) return refuse_change(PageText::not_a_change, written, session);
    agreements = changed(std::move(agreements), changes.front().change, from);
  }
  return made_of(std::move(agreements), texts, loaded, session);
}

}  // namespace vigie
