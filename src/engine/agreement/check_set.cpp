#include "engine/agreement/check_set.h"

#include <algorithm>
#include <iterator>

#include "engine/agreement/check_schedule.h"
#include "engine/agreement/lifecycle.h"
#include "engine/agreement/specificity.h"
#include "engine/agreement/underpinning.h"
#include "engine/base/near_words.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

std::string name_of(const Agreement& agreement) {
  return agreement.id + "@" + std::to_string(agreement.version);
}

Place place_of(const Agreement& agreement) {
  return {.file = agreement.document, .line = 1, .column = 1};
}

std::string text_of(const Place& place) { return place.file + ":" + std::to_string(place.line); }

void check_versions(std::span<const Agreement> agreements, std::vector<Fault>& faults) {
  for (std::size_t i = 0; i < agreements.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const Agreement& later = agreements[i];
      const Agreement& earlier = agreements[k];
      if (later.id != earlier.id) continue;
      if (later.version == earlier.version) {
        faults.push_back({.code = FaultCode::version_twice,
                          .arguments = {{"agreement", name_of(later)}, {"other", earlier.document}},
                          .place = place_of(later),
                          .cures = {{"version: " + std::to_string(later.version + 1)}}});
      } else if (was_signed(later.state) && was_signed(earlier.state) &&
                 hold_together(later, earlier)) {
        faults.push_back(
            {.code = FaultCode::versions_hold_together,
             .arguments = {{"agreement", name_of(later)}, {"other", name_of(earlier)}},
             .place = place_of(later),
             .cures = {{"in_force: {from: ..., to: ...}", CureWord::first_and_last_day}}});
      }
    }
  }
}

/// Caps, thresholds and repeats run across versions: their amounts must add up.
void check_currencies(std::span<const Agreement> agreements, std::vector<Fault>& faults) {
  for (std::size_t i = 0; i < agreements.size(); ++i) {
    const Agreement& later = agreements[i];
    for (const Agreement& earlier : agreements.first(i)) {
      if (later.id != earlier.id || !later.penalties || !earlier.penalties) continue;
      const Currency currency = later.charges.currency;
      const Currency was = earlier.charges.currency;
      if (currency == was) continue;
      const std::string cure = "charges: {currency: " + std::string{key_of(was)} + "}";
      faults.push_back({.code = FaultCode::currencies_differ,
                        .arguments = {{"agreement", name_of(later)},
                                      {"currency", std::string{key_of(currency)}},
                                      {"other", name_of(earlier)},
                                      {"was", std::string{key_of(was)}}},
                        .place = place_of(later),
                        .cures = {{cure},
                                  {"id: " + later.id + "-" + std::string{key_of(currency)},
                                   CureWord::another_agreement}}});
      break;
    }
  }
}

void check_underpinning(std::span<const Agreement> agreements, SetCheck& check) {
  std::vector<std::string> ids;
  for (const Agreement& agreement : agreements) ids.push_back(agreement.id);
  for (const Agreement& agreement : agreements) {
    for (const std::string& id : agreement.underpinned_by) {
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
        check.faults.push_back({.code = FaultCode::unknown_underpinning,
                                .arguments = {{"id", id}, {"agreement", name_of(agreement)}},
                                .place = place_of(agreement),
                                .cures = cures_near(id, ids)});
      }
    }
    for (const Agreement& other : agreements) {
      if (!rests_on(agreement, other) || !hold_together(other, agreement)) continue;
      check_weaker(agreement, other, check.warnings);
    }
  }
}

void check_equals(std::span<const Agreement> agreements, std::vector<Fault>& faults) {
  std::vector<CommitmentOf> all;
  for (const Agreement& agreement : agreements) {
    for (const Commitment& commitment : agreement.commitments) {
      const CommitmentOf mine{agreement, commitment};
      for (const CommitmentOf& other : all) {
        if (!are_equals(mine, other)) continue;
        faults.push_back({.code = FaultCode::equal_commitments,
                          .arguments = {{"one", other.commitment.id},
                                        {"other", commitment.id},
                                        {"place", text_of(other.commitment.place)}},
                          .place = commitment.place,
                          .cures = {{"for: {...}", CureWord::narrow_one}}});
      }
      all.push_back(mine);
    }
  }
}

void check_schedules(std::span<const Agreement> agreements, SetCheck& check) {
  for (const Agreement& agreement : agreements) {
    ScheduleCheck schedule = check_schedule(agreement);
    std::move(schedule.faults.begin(), schedule.faults.end(), std::back_inserter(check.faults));
    std::move(schedule.warnings.begin(), schedule.warnings.end(),
              std::back_inserter(check.warnings));
  }
}

}  // namespace

SetCheck check_agreements(std::span<const Agreement> agreements) {
  SetCheck check;
  check_versions(agreements, check.faults);
  check_currencies(agreements, check.faults);
  check_underpinning(agreements, check);
  check_equals(agreements, check.faults);
  check_schedules(agreements, check);
  return check;
}

}  // namespace vigie
