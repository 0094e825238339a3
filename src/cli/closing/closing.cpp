#include "cli/closing/closing.h"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <stdexcept>

#include "cli/closing/closure_files.h"
#include "cli/console/refusal.h"
#include "cli/console/written_file.h"
#include "cli/loading/judging.h"
#include "engine/closure/regularise.h"
#include "engine/penalty/assess.h"
#include "notation/closure/closure_file.h"
#include "notation/closure/closure_page.h"
#include "notation/page/rfc3339.h"
#include "notation/page/scorecard_words.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

constexpr std::size_t digest_shown = 8;

std::vector<std::string> ids_of(const Terms& terms) {
  std::vector<std::string> ids;
  for (const Agreement& agreement : terms.agreements()) {
    if (std::find(ids.begin(), ids.end(), agreement.id) == ids.end()) ids.push_back(agreement.id);
  }
  return ids;
}

class Closing {
 public:
  Closing(const Loaded& loaded, const CloseOptions& options, Session& session)
      : loaded_(loaded),
        options_(options),
        session_(session),
        shelf_(read_closure_files(options.folder, loaded.terms)) {}

  void run() {
    if (refuse(shelf_.faults, {}, session_)) return;
    evaluation_ = judge_all(loaded_, {.within = {}, .keep_verdicts = true}, session_);
    ledger_ = assess({.terms = loaded_.terms, .evaluation = evaluation_, .names = loaded_.names});
    std::vector<Closure> earlier = shelf_.closures;
    std::erase_if(earlier, [&](const Closure& one) { return one.period == options_.period; });
    regularised_ = regularise({.closures = earlier,
                               .evaluation = evaluation_,
                               .terms = loaded_.terms,
                               .names = loaded_.names,
                               .histories = loaded_.histories,
                               .ledger = &ledger_});
    for (const std::string& id : ids_of(loaded_.terms)) take(id);
    if (found_ == 0) refuse_unknown();
    if (refuse(faults_, {}, session_)) return;
    for (Closure& closure : to_write_) write(closure);
  }

 private:
  void take(const std::string& id) {
    Closure closure = close({.evaluation = evaluation_,
                             .terms = loaded_.terms,
                             .names = loaded_.names,
                             .ledger = &ledger_,
                             .known_at = loaded_.known_at,
                             .agreement = id,
                             .period = options_.period});
    if (closure.targets.empty()) return;
    ++found_;
    if (is_running(closure)) return refuse_running(closure);
    for (const Regularisation& one : regularised_.figures) {
      if (one.agreement == id && one.booked_in == options_.period) {
        closure.regularised.push_back(one);
      }
    }
    for (const AmountRegularisation& one : regularised_.amounts) {
      if (one.agreement == id && one.booked_in == options_.period) {
        closure.regularised_amounts.push_back(one);
      }
    }
    if (const Closure* held = held_of(id)) return close_again(*held, std::move(closure));
    to_write_.push_back(std::move(closure));
  }

  static bool is_running(const Closure& closure) {
    return std::any_of(closure.targets.begin(), closure.targets.end(),
                       [](const ClosedTarget& one) { return one.attainment.provisional; });
  }

  const Closure* held_of(const std::string& id) const {
    const auto held = std::find_if(
        shelf_.closures.begin(), shelf_.closures.end(),
        [&](const Closure& one) { return one.agreement == id && one.period == options_.period; });
    return held == shelf_.closures.end() ? nullptr : &*held;
  }

  void close_again(const Closure& held, Closure closure) {
    if (moved_figures(held, closure) == 0) {
      const DateStyle style{.language = session_.console.language};
      session_.console.err << said(PageText::closure_same,
                                   {{"agreement", held.agreement},
                                    {"period", held.period},
                                    {"file", path_of(held)}},
                                   style)
                           << "\n";
      return;
    }
    if (!options_.reopen) return refuse_closed(held, closure);
    for (const Closure& later : shelf_.closures) {
      if (later.agreement != held.agreement) continue;
      const bool rests = std::any_of(later.regularised.begin(), later.regularised.end(),
                                     [&](const auto& one) { return one.period == held.period; });
      if (rests) return refuse_rests(held, later);
    }
    closure.revision = held.revision + 1;
    closure.reopens = held.digest;
    closure.reason = options_.reason;
    to_write_.push_back(std::move(closure));
  }

  std::string path_of(const Closure& closure) const {
    namespace fs = std::filesystem;
    return (fs::path{options_.folder} /
            closure_file_name(closure.agreement, closure.period, closure.revision))
        .string();
  }

  /// Never over a file that is there.
  void write(Closure& closure) {
    freeze(closure, {.evaluation = evaluation_, .terms = loaded_.terms});
    const std::string path = path_of(closure);
    std::filesystem::create_directories(options_.folder);
    if (std::filesystem::exists(path)) throw std::runtime_error(path + " is already there");
    WrittenFile file{path};
    file.write(closure_text(closure));
    file.commit();
    session_.console.err << said(PageText::closure_written,
                                 {{"agreement", closure.agreement},
                                  {"period", closure.period},
                                  {"file", path},
                                  {"digest", closure.digest.substr(0, digest_shown)}},
                                 {.language = session_.console.language})
                         << "\n";
  }

  Fault& refuse_with(FaultCode code, const Closure& closure) {
    Fault fault{.code = code};
    fault.arguments.emplace_back("period", closure.period);
    fault.arguments.emplace_back("agreement", closure.agreement);
    if (!closure.digest.empty()) fault.place.file = path_of(closure);
    faults_.push_back(std::move(fault));
    return faults_.back();
  }

  void refuse_unknown() {
    Fault& fault = refuse_with(FaultCode::period_unknown, {.period = options_.period});
    for (const TargetResult& result : evaluation_.targets) {
      if (result.periods.empty()) continue;
      fault.cures.push_back(
          {"--period " + result.periods.back().period, CureWord::periods_of_agreements});
      return;
    }
  }

  void refuse_running(const Closure& closure) {
    Fault& fault = refuse_with(FaultCode::period_not_over, closure);
    fault.arguments.emplace_back("as_of", rfc3339(closure.basis.as_of));
    fault.cures.push_back({"--as-of", CureWord::later_reading});
  }

  void refuse_closed(const Closure& held, const Closure& now) {
    Fault& fault = refuse_with(FaultCode::period_closed, held);
    fault.arguments.emplace_back("count", std::to_string(moved_figures(held, now)));
    fault.cures.push_back({"vigie evaluate --closures", CureWord::regularised_lines});
    fault.cures.push_back({"--reopen --reason", CureWord::reopened_on_purpose});
  }

  void refuse_rests(const Closure& held, const Closure& later) {
    Fault& fault = refuse_with(FaultCode::period_rests, held);
    fault.arguments.emplace_back("later", later.period);
    fault.cures.push_back(
        {"--period " + later.period + " --reopen", CureWord::reopened_last_first});
  }

  const Loaded& loaded_;
  const CloseOptions& options_;
  Session& session_;
  ClosureShelf shelf_;
  Evaluation evaluation_;
  Ledger ledger_;
  Regularised regularised_;
  std::vector<Fault> faults_;
  std::vector<Closure> to_write_;
  int found_ = 0;
};

}  // namespace

void close_period(const Loaded& loaded, const CloseOptions& options, Session& session) {
  Closing{loaded, options, session}.run();
}

}  // namespace vigie
