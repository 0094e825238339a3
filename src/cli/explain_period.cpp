#include "cli/explain_period.h"

#include <algorithm>
#include <ostream>

#include "cli/explain_page.h"
#include "engine/base/near_words.h"
#include "engine/compliance/evaluate.h"
#include "engine/derivation/periods.h"
#include "notation/page/scorecard_words.h"

namespace vigie {

namespace {

class PeriodExplainer {
 public:
  PeriodExplainer(const PeriodAsked& asked, const Loaded& loaded, Session& session)
      : asked_(asked), loaded_(loaded), session_(session) {}

  void run() {
    evaluation_ = evaluate({.terms = loaded_.terms,
                            .histories = loaded_.histories,
                            .names = loaded_.names,
                            .as_of = loaded_.as_of,
                            .known_at = known_at(),
                            .keep_verdicts = true,
                            .outages = &loaded_.outages});
    const auto derivations = derive_periods({.terms = loaded_.terms,
                                             .evaluation = evaluation_,
                                             .names = loaded_.names,
                                             .outages = loaded_.outages,
                                             .known_at = known_at(),
                                             .target = asked_.target,
                                             .period = asked_.period});
    if (derivations.empty()) return refuse();
    print_explanations({.derivations = derivations,
                        .about = {{"target", asked_.target}, {"period", asked_.period}},
                        .as_of = loaded_.as_of,
                        .as_json = asked_.format == "json"},
                       session_.console);
  }

 private:
  Instant known_at() const { return loaded_.known_at.value_or(last_instant); }

  const Commitment& target_of(const TargetResult& result) const {
    return loaded_.terms.commitment({result.agreement, result.commitment});
  }

  /// The target is unknown, or has no such period: what there is instead.
  void refuse() {
    std::vector<std::string> targets;
    std::vector<std::string> periods;
    const auto note = [](std::vector<std::string>& known, const std::string& name) {
      if (std::ranges::find(known, name) == known.end()) known.push_back(name);
    };
    bool is_target = false;
    for (const TargetResult& result : evaluation_.targets) {
      note(targets, target_of(result).id);
      if (target_of(result).id != asked_.target) continue;
      is_target = true;
      for (const Attainment& period : result.periods) note(periods, period.period);
    }
    const DateStyle style{.language = session_.console.language};
    auto& err = session_.console.err;
    const auto text = is_target ? PageText::unknown_period : PageText::target_of_nothing;
    err << said(text, {{"target", asked_.target}, {"period", asked_.period}}, style) << "\n";
    const auto& known = is_target ? periods : targets;
    std::string names;
    for (const auto& name : known) names += (names.empty() ? "" : ", ") + name;
    if (!names.empty()) {
      const auto help = is_target ? PageText::its_periods : PageText::the_targets;
      err << said(help, {{"names", names}}, style) << "\n";
    }
    session_.exit = Exit::faults;
  }

  const PeriodAsked& asked_;
  const Loaded& loaded_;
  Session& session_;
  Evaluation evaluation_;
};

}  // namespace

void explain_period(const PeriodAsked& asked, const Loaded& loaded, Session& session) {
  PeriodExplainer{asked, loaded, session}.run();
}

}  // namespace vigie
