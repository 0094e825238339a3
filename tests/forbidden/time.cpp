// Points of time are not lengths of time, and a wall clock is not the world's.
#include "engine/base/instant.h"
#include "engine/time/zone.h"

namespace vigie {

Instant opened_at();
CivilTime read_on_the_wall();
CivilDay day_of_receipt();
Duration four_hours();
Duration open_time(Interval within);

void twins(const Zone& paris) {
  [[maybe_unused]] Instant due = opened_at() + four_hours();
  [[maybe_unused]] Duration held = due - opened_at();
  [[maybe_unused]] bool late = opened_at() > due;
  [[maybe_unused]] Duration twice = 2 * held;
  [[maybe_unused]] Instant from_wall = paris.instant_of_stamp(read_on_the_wall());
  [[maybe_unused]] CivilDay next = day_of_receipt() + std::chrono::days{1};
  [[maybe_unused]] Duration hours = open_time({opened_at(), due});
  [[maybe_unused]] auto offset = paris.offset_at(due);
  [[maybe_unused]] CivilTime midnight = day_of_receipt();
}

#ifdef VIGIE_FORBIDDEN
void nonsense(const Zone& paris) {
  auto sum = opened_at() + opened_at();                   // must not compile
  auto product = 2 * opened_at();                         // must not compile
  Duration held = opened_at();                            // must not compile
  Instant due = four_hours();                             // must not compile
  Instant from_wall = read_on_the_wall();                 // must not compile
  auto mixed = opened_at() - read_on_the_wall();          // must not compile
  bool late = opened_at() > read_on_the_wall();           // must not compile
  auto offset = paris.offset_at(read_on_the_wall());      // must not compile
  auto stamp = paris.instant_of_stamp(opened_at());       // must not compile
  auto length = open_time({four_hours(), four_hours()});  // must not compile
  auto limit = opened_at() < four_hours();                // must not compile
  Instant midnight = day_of_receipt();                    // must not compile
}
#endif

}  // namespace vigie
