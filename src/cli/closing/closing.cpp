#include "cli/closing/closing.h"

#include <filesystem>
#include <ostream>
#include <stdexcept>

#include "cli/closing/closure_files.h"
#include "cli/console/refusal.h"
#include "cli/console/written_file.h"
#include "cli/loading/judging.h"
#include "engine/closure/closing.h"
#include "engine/penalty/assess.h"
#include "notation/closure/closure_file.h"
#include "notation/closure/closure_page.h"
#include "notation/page/rfc3339.h"
#include "notation/page/scorecard_words.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

constexpr std::size_t digest_shown = 8;

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
    const Ledger ledger =
        assess({.terms = loaded_.terms, .evaluation = evaluation_, .names = loaded_.names});
    auto closings = closings_of({.closures = shelf_.closures,
                                 .evaluation = evaluation_,
                                 .terms = loaded_.terms,
                                 .names = loaded_.names,
                                 .histories = loaded_.histories,
                                 .ledger = ledger,
                                 .known_at = loaded_.known_at,
                                 .period = options_.period});
    for (PeriodClosing& closing : closings) take(closing);
    if (closings.empty()) refuse_unknown();
    if (refuse(faults_, {}, session_)) return;
    for (Closure& closure : to_write_) write(closure);
  }

 private:
  void take(PeriodClosing& closing) {
    if (closing.is_running) return refuse_running(closing.closure);
    if (closing.held != nullptr) return close_again(closing);
    to_write_.push_back(std::move(closing.closure));
  }

  void close_again(PeriodClosing& closing) {
    const Closure& held = *closing.held;
    if (closing.moved == 0) {
      const DateStyle style{.language = session_.console.language};
      session_.console.err << said(PageText::closure_same,
                                   {{"agreement", held.agreement},
                                    {"period", held.period},
                                    {"file", path_of(held)}},
                                   style)
                           << "\n";
      return;
    }
    if (!options_.reopen) return refuse_closed(held, closing.moved);
    if (!closing.later.empty()) return refuse_rests(held, closing.later);
    closing.closure.reason = options_.reason;
    to_write_.push_back(std::move(closing.closure));
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

  void refuse_closed(const Closure& held, std::size_t moved) {
    Fault& fault = refuse_with(FaultCode::period_closed, held);
    fault.arguments.emplace_back("count", std::to_string(moved));
    fault.cures.push_back({"vigie evaluate --closures", CureWord::regularised_lines});
    fault.cures.push_back({"--reopen --reason", CureWord::reopened_on_purpose});
  }

  void refuse_rests(const Closure& held, const std::string& later) {
    Fault& fault = refuse_with(FaultCode::period_rests, held);
    fault.arguments.emplace_back("later", later);
    fault.cures.push_back({"--period " + later + " --reopen", CureWord::reopened_last_first});
  }

  const Loaded& loaded_;
  const CloseOptions& options_;
  Session& session_;
  ClosureShelf shelf_;
  Evaluation evaluation_;
  std::vector<Fault> faults_;
  std::vector<Closure> to_write_;
};

}  // namespace

void close_period(const Loaded& loaded, const CloseOptions& options, Session& session) {
  Closing{loaded, options, session}.run();
}

}  // namespace vigie
