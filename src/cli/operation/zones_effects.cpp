#include "cli/operation/zones_effects.h"

#include <algorithm>
#include <ostream>

#include "cli/console/refusal.h"
#include "cli/operation/operation_said.h"
#include "engine/base/require.h"
#include "notation/page/rfc3339.h"
#include "notation/page/scorecard_words.h"
#include "server/document_reader.h"
#include "server/figures/closure_text.h"
#include "usecase/figures/release_effects.h"

namespace vigie {

namespace {

constexpr std::size_t most_told = 20;  // of each kind; the rest is counted

std::string instant_text(const std::optional<Instant>& at) { return at ? rfc3339(*at) : "-"; }

class EffectsPage {
 public:
  EffectsPage(Session& session, const ReleaseEffects& effects)
      : out_{session.console.out}, language_{session.console.language}, effects_{effects} {}

  void tell() {
    for (std::size_t i = 0; i < std::min(most_told, effects_.due.size()); ++i) {
      tell(effects_.due[i]);
    }
    tell_count(OperationText::zones_due_all, OperationText::zones_no_due, effects_.due.size());
    for (std::size_t i = 0; i < std::min(most_told, effects_.periods.size()); ++i) {
      tell(effects_.periods[i]);
    }
    tell_count(OperationText::zones_period_all, OperationText::zones_no_period,
               effects_.periods.size());
    for (const ClosedPeriod& closed : effects_.closed) {
      say(OperationText::zones_closed, {{"closure", closed.closure}});
    }
  }

 private:
  void say(OperationText text, const std::vector<Argument>& arguments) {
    out_ << said(text, arguments, language_) << "\n";
  }

  void tell_count(OperationText some, OperationText none, std::size_t count) {
    count == 0 ? say(none, {}) : say(some, {counted("count", count)});
  }

  void tell(const DueMove& move) {
    say(OperationText::zones_due, {{"ticket", move.ticket},
                                   {"agreement", move.agreement},
                                   {"target", move.target},
                                   {"before", instant_text(move.before)},
                                   {"after", instant_text(move.after)}});
  }

  void tell(const PeriodMove& move) {
    const PeriodSide& before = move.difference.before;
    const PeriodSide& after = move.difference.after;
    std::vector<Argument> arguments{
        {"agreement", move.agreement}, {"target", move.target}, {"period", move.difference.period}};
    if (before.up || after.up) {
      arguments.push_back({"before", before.up.value_or(UpTime{}).down});
      arguments.push_back({"after", after.up.value_or(UpTime{}).down});
      return say(OperationText::zones_availability, arguments);
    }
    const auto add = [&](std::string_view name, std::int64_t count) {
      arguments.push_back(counted(name, static_cast<std::uint64_t>(count)));
    };
    add("met_before", before.tally.met);
    add("measured_before", before.tally.measured());
    add("met_after", after.tally.met);
    add("measured_after", after.tally.measured());
    say(OperationText::zones_period, arguments);
  }

  std::ostream& out_;
  Language language_;
  const ReleaseEffects& effects_;
};

}  // namespace

bool tell_effects(Session& session, Installation& here, const ZoneRelease& before,
                  const ZoneRelease& after) {
  if (before.zones.empty()) return true;  // nothing was judged yet
  const YamlDocumentReader documents;
  const JsonClosureText closures;
  KeptZones in_force{before};
  KeptZones other{after};
  TermsShelf shelf{documents, in_force};
  Questions questions{1};
  const auto effects =
      effects_of_release({here, shelf, questions, closures}, program_itself(), other);
  if (!effects) {
    ensure(!effects.error().faults.empty(), "only what an agreement says can be refused");
    refuse(effects.error().faults, {}, session);
    return false;
  }
  EffectsPage{session, *effects}.tell();
  return true;
}

}  // namespace vigie
