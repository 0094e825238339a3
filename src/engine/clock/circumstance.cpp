#include "engine/clock/circumstance.h"

#include <algorithm>

namespace vigie {

namespace {

/// The field that an attribute fills; none for those that terms do not look at.
Value* field_of(Circumstance& circumstance, Attribute attribute) {
  switch (attribute) {
    case Attribute::kind:
      return &circumstance.kind;
    case Attribute::priority:
      return &circumstance.priority;
    case Attribute::impact:
      return &circumstance.impact;
    case Attribute::urgency:
      return &circumstance.urgency;
    case Attribute::category:
      return &circumstance.category;
    case Attribute::service:
      return &circumstance.service;
    case Attribute::site:
      return &circumstance.site;
    case Attribute::customer:
      return &circumstance.customer;
    case Attribute::channel:
      return &circumstance.channel;
    case Attribute::department:
      return &circumstance.department;
    case Attribute::vip:
      return &circumstance.vip;
    case Attribute::support_level:
      return &circumstance.support_level;
    default:
      return nullptr;
  }
}

void apply(const Change& change, Circumstance& circumstance) {
  circumstance.is_major |= change.declares_major;
  if (change.attribute == Attribute::tag) {
    auto& tags = circumstance.tags;
    const auto place = std::lower_bound(tags.begin(), tags.end(), change.value);
    if (place == tags.end() || *place != change.value) tags.insert(place, change.value);
    return;
  }
  if (Value* field = field_of(circumstance, change.attribute)) *field = change.value;
}

bool reaches_back(const StretchRequest& request, std::size_t index) {
  const Change& change = request.timeline.changes[index];
  if (change.at <= request.timeline.opened_at) return true;
  const bool refused = index < request.not_from_origin.size() && request.not_from_origin[index];
  return change.effect == Effect::origin && !refused;
}

/// A requalification rewrites every stretch already read: it has always been so.
void apply_from_origin(const Change& change, std::vector<Stretch>& stretches) {
  for (Stretch& stretch : stretches) apply(change, stretch.circumstance);
}

}  // namespace

void read_stretches(const StretchRequest& request, std::vector<Stretch>& stretches) {
  stretches.clear();
  stretches.push_back({.from = request.opened_at, .circumstance = {}});
  stretches.back().circumstance.opened_at = request.opened_at;
  stretches.back().circumstance.window_at = request.opened_at;
  const auto& changes = request.timeline.changes;
  for (std::size_t i = 0; i < std::min(request.changes_read, changes.size()); ++i) {
    if (reaches_back(request, i)) {
      apply_from_origin(changes[i], stretches);
      continue;
    }
    if (stretches.back().from < changes[i].at) {
      stretches.push_back(stretches.back());
      stretches.back().from = changes[i].at;
      stretches.back().consent = false;
    }
    apply(changes[i], stretches.back().circumstance);
    stretches.back().consent |= changes[i].consent;
  }
  const bool is_major = stretches.back().circumstance.is_major;
  for (Stretch& stretch : stretches) stretch.circumstance.is_major_ever = is_major;
}

void cut_at_windows(const std::vector<Instant>& changes, std::vector<Stretch>& stretches) {
  for (const Instant at : changes) {
    const auto later = std::find_if(stretches.begin(), stretches.end(),
                                    [&](const Stretch& stretch) { return stretch.from > at; });
    if (later == stretches.begin()) continue;
    Stretch cut = *(later - 1);
    if (cut.from == at) continue;
    cut.from = at;
    cut.consent = false;
    stretches.insert(later, cut);
  }
  for (Stretch& stretch : stretches) stretch.circumstance.window_at = stretch.from;
}

}  // namespace vigie
