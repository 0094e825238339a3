#include "server/stream/journal_follower.h"

#include "notation/json/json_fields.h"
#include "store/identity/rights_version.h"
#include "vocabulary/stream.h"

namespace vigie {

namespace {

constexpr std::chrono::milliseconds gathers_for{50};  // at most twenty times a second
constexpr std::int64_t at_once = 1'000;

std::chrono::milliseconds time_between_looks(Dialect dialect) {
  return dialect == Dialect::postgresql ? std::chrono::seconds{1} : std::chrono::seconds{5};
}

}  // namespace

JournalFollower::JournalFollower(const FollowerParts& parts)
    : parts_{parts}, looks_every_{time_between_looks(parts.here.database.dialect())} {
  std::int64_t last = 0;
  parts_.here.database.read([&](Connection& rows) {
    parts_.streams.epoch = epoch_of(rows);
    last = journal_reach(rows).position;
    rights_version_ = rights_version(rows).number;
  });
  const std::int64_t kept = parts_.limits[Limit::events_kept];
  const std::int64_t first = std::max<std::int64_t>(0, last - kept);
  parts_.streams.position = first;
  parts_.hub.begin_after(static_cast<std::uint64_t>(first));
  while (parts_.streams.position < last && hand_over(at_once) > 0) {
  }
  thread_ = std::thread{[this] { serve(); }};
}

JournalFollower::~JournalFollower() {
  stops_ = true;
  parts_.bell.ring();
  thread_.join();
}

void JournalFollower::serve() {
  while (!stops_) {
    try {
      follow();
    } catch (const std::exception& error) {
      if (parts_.failed) parts_.failed(error);
    }
    if (stops_) return;
    if (parts_.bell.wait(looks_every_) && !stops_) std::this_thread::sleep_for(gathers_for);
  }
}

void JournalFollower::follow() {
  const std::int64_t before = parts_.streams.position;
  while (hand_over(at_once) == at_once) {
  }
  if (parts_.streams.position != before && parts_.heard) parts_.heard();
  parts_.board.refresh();
  look_after_guests();
}

/// How many there were.
std::size_t JournalFollower::hand_over(std::int64_t most) {
  std::vector<EventToTell> found = events_after(parts_.here, parts_.streams.position, most);
  if (found.empty()) return 0;
  std::vector<StreamEvent> events;
  events.reserve(found.size());
  for (EventToTell& each : found) {
    JsonWriter json;
    write_fields(json, each.event);
    events.push_back(
        {.position = static_cast<std::uint64_t>(each.event.position),
         .id = parts_.streams.id_of(each.event.position),
         .name = std::string{key_of(StreamWord::act)},
         .content = json.take(),
         .audience = std::make_shared<const ConcernedAudience>(std::move(each.concerned))});
  }
  const std::int64_t last = found.back().event.position;
  parts_.hub.publish(std::move(events));
  parts_.streams.position = last;
  return found.size();
}

void JournalFollower::look_after_guests() {
  RightsVersion version;
  parts_.here.database.read([&](Connection& rows) { version = rights_version(rows); });
  const bool has_changed = version.number != rights_version_;
  if (parts_.streams.guests.look_again(has_changed, version.now)) parts_.hub.end_those_over();
  rights_version_ = version.number;
}

}  // namespace vigie
