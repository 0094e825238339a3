#include "engine/time/zone.h"

#include <algorithm>

namespace vigie {
namespace {

// No offset, nor any change of one, reaches 26 hours (Apia and Kwajalein skipped 24).
constexpr std::chrono::hours reach{50};

CivilTime civil_of(Instant at, std::chrono::seconds offset) {
  return CivilTime{at.time_since_epoch() + offset};
}

Instant instant_of(CivilTime local, std::chrono::seconds offset) {
  return Instant{local.time_since_epoch() - offset};
}

std::size_t index_at(const std::vector<Zone::Change>& changes, Instant at) {
  const auto after = std::upper_bound(
      changes.begin() + 1, changes.end(), at,
      [](Instant wanted, const Zone::Change& change) { return wanted < change.at; });
  return static_cast<std::size_t>(after - changes.begin()) - 1;
}

}  // namespace

Zone::Zone(std::string name, std::vector<Change> changes)
    : name_(std::move(name)), changes_(std::move(changes)) {}

std::chrono::seconds Zone::offset_at(Instant at) const {
  return changes_[index_at(changes_, at)].offset;
}

CivilReading Zone::read(CivilTime local) const {
  const Instant as_if_utc{local.time_since_epoch()};
  CivilReading reading;
  int readings = 0;
  for (std::size_t i = index_at(changes_, as_if_utc - reach); i < changes_.size(); ++i) {
    const Change& change = changes_[i];
    if (i > 0 && change.at > as_if_utc + reach) break;
    const bool is_last = i + 1 == changes_.size();
    const Instant at = instant_of(local, change.offset);
    if ((i == 0 || at >= change.at) && (is_last || at < changes_[i + 1].at)) {
      if (readings++ == 0) reading.first = at;
      reading.last = at;
    }
    if (i == 0 || readings > 0) continue;
    const auto before = changes_[i - 1].offset;
    if (civil_of(change.at, before) <= local && local < civil_of(change.at, change.offset)) {
      return {CivilKind::gap, instant_of(local, before), at, change.at};
    }
  }
  if (readings > 1) reading.kind = CivilKind::fold;
  return reading;
}

Instant Zone::instant_of_edge(CivilTime local) const {
  const CivilReading reading = read(local);
  return reading.kind == CivilKind::gap ? reading.change : reading.first;
}

std::optional<CivilStretch> Zone::stretch_around(CivilTime local) const {
  const CivilReading reading = read(local);
  if (reading.kind != CivilKind::unique) return std::nullopt;
  const std::size_t i = index_at(changes_, reading.first);
  const auto offset = changes_[i].offset;
  CivilStretch stretch{CivilTime::min(), CivilTime::max(), offset};
  if (i > 0) {
    stretch.from = civil_of(changes_[i].at, std::max(offset, changes_[i - 1].offset));
  }
  if (i + 1 < changes_.size()) {
    stretch.to = civil_of(changes_[i + 1].at, std::min(offset, changes_[i + 1].offset));
  }
  return stretch;
}

std::vector<Instant> Zone::changes(Interval within) const {
  std::vector<Instant> found;
  for (std::size_t i = 1; i < changes_.size(); ++i) {
    if (within.covers(changes_[i].at)) found.push_back(changes_[i].at);
  }
  return found;
}

}  // namespace vigie
