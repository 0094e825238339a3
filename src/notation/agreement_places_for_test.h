// An agreement and the text that it is written as, compared. For tests only.
#pragma once

#include <rapidcheck.h>

#include <string>
#include <utility>

#include "notation/agreement.h"
#include "notation/agreement_writer.h"

namespace vigie {

/// Where it was written is no part of what it says.
inline Agreement without_places(Agreement agreement) {
  agreement.document.clear();
  agreement.digest.clear();
  for (auto& commitment : agreement.commitments) commitment.place = {};
  for (auto& fee : agreement.charges.fees) fee.place = {};
  for (auto& order : agreement.charges.orders) order.place = {};
  if (!agreement.penalties) return agreement;
  auto& schedule = *agreement.penalties;
  for (auto& cap : schedule.caps) cap.place = {};
  for (auto& pool : schedule.pools) pool.place = {};
  for (auto& clause : schedule.clauses) {
    clause.place = {};
    for (auto& cap : clause.caps) cap.place = {};
    if (auto* bands = std::get_if<Bands>(&clause.function)) {
      for (auto& band : bands->bands) band.place = {};
    }
  }
  return agreement;
}

/// Written, read and written again it is the same agreement, and the same text.
inline void expect_read_back(const Agreement& agreement, Names& names) {
  const auto text = agreement_text(agreement, names);
  const auto read = read_agreement(text, "x.yaml", names);
  if (!read.agreement) {
    RC_FAIL(text + message_of(read.faults.front(), Language::en) + " " +
            std::to_string(read.faults.front().place.line));
  }
  RC_LOG() << text;
  RC_ASSERT(agreement_text(*read.agreement, names) == text);
  RC_ASSERT(without_places(*read.agreement) == without_places(agreement));
}

}  // namespace vigie
