// Four kinds of target never mix; closed lists are no numbers; a ratio is compared exactly.
#include "engine/agreement/target.h"
#include "engine/base/ratio.h"
#include "engine/base/result.h"
#include "vocabulary/agreement.h"

namespace vigie {

Result<Duration> duration_from(std::string_view text);

void twins() {
  [[maybe_unused]] Within open_time = ServiceDuration{.budget = std::chrono::hours{4}};
  [[maybe_unused]] Within days = BusinessDays{.days = 3};
  [[maybe_unused]] const bool same = open_time == days;
  [[maybe_unused]] Counts counts = Counts::provider_chain;
  [[maybe_unused]] const auto order = compare(Ratio{1, 2}, Ratio{2, 4});
  [[maybe_unused]] const auto read = duration_from("4h");
}

#ifdef VIGIE_FORBIDDEN
void nonsense() {
  ServiceDuration open_time = BusinessDays{.days = 3};  // must not compile
  Within unnamed = std::chrono::hours{4};               // must not compile
  BusinessDays three = 3;                               // must not compile
  ServiceDuration one_day{.budget = 1};                 // must not compile
  Counts counts = 1;                                    // must not compile
  Counts other = Metric::resolution;                    // must not compile
  const bool greater = Ratio{1, 2} < Ratio{2, 4};       // must not compile
  const double rate = Ratio{1, 2};                      // must not compile
  Duration budget = duration_from("4h");                // must not compile
}
#endif

}  // namespace vigie
