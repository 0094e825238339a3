// An agreement over all its versions, as far as money goes: limits of a year or of the contract and
// repeat rules do not begin anew with an amendment.
#pragma once

#include <string>
#include <vector>

#include "engine/penalty/assess.h"

namespace vigie {

/// A period of one version: its local days, [first, next), and those of the whole period.
struct PeriodDays {
  std::string name;
  CivilDay first;
  CivilDay next;
  CivilDay whole_first;
  CivilDay whole_next;
  Instant end;  // of the whole period

  std::int64_t held() const { return (next - first).count(); }
};

struct Contract {
  const AssessRequest& request;
  std::vector<std::uint32_t> versions;  // in order of effect

  const Agreement& agreement(std::uint32_t version) const {
    return request.terms.agreement(version);
  }
  const Zone& zone() const { return request.terms.zone(versions.back()); }
  Currency currency() const { return agreement(versions.back()).charges.currency; }
  /// Results of the targets of one version, in the order of the document.
  std::vector<const TargetResult*> results(std::uint32_t version) const;
  /// Local days from the first of the first version to the last of the last, [first, next).
  CivilDay first() const;
  CivilDay next() const;
  /// Penalties of delay stop there, its last day included: nothing later is judged. Design A4.
  Instant last_judged() const;
};

/// The contracts of a run that have a schedule, in the order of the agreements.
std::vector<Contract> contracts_of(const AssessRequest& request);

/// The days of `attainment`; of a rolling period those of its own month.
PeriodDays days_of(const Contract& contract, std::uint32_t version, const Commitment& commitment,
                   const Attainment& attainment);

/// The civil day of an instant in the zone of the contract.
CivilDay local_day(const Contract& contract, Instant at);

}  // namespace vigie
