#include "usecase/warning/rota.h"

#include <algorithm>

namespace vigie {

namespace {

// Read so far around the instant that is asked about: months are cheap, years of an hourly rule are
// not.
constexpr std::chrono::days before{7};
constexpr std::chrono::days after{35};

}  // namespace

std::vector<std::string> RotaShelf::on_call(const KeptRow<RotaRow>& rota, Instant at) {
  const std::scoped_lock lock{mutex_};
  Read& read = read_[rota.key.value];
  if (read.version != rota.row.version || at < read.within.from || at >= read.within.to) {
    read = {.version = rota.row.version, .within = {at - before, at + after}, .on_call = {}};
    auto found = reader_.read(rota.row.calendar, rota.row.zone, read.within);
    if (found) read.on_call = *std::move(found);  // one that was taken can be read
  }
  std::vector<std::string> people;
  for (const OnCall& each : read.on_call) {
    const bool is_now = each.interval.from <= at && at < each.interval.to;
    if (is_now && std::ranges::find(people, each.who) == people.end()) people.push_back(each.who);
  }
  return people;
}

}  // namespace vigie
