// What `Terms` holds once compiled. Seen by the files that compile and answer, and by no other.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <set>

#include "engine/clock/terms.h"

namespace vigie {

struct Terms::Compiled {
  struct CommitmentHours {
    const HoursIndex* hours = nullptr;           // of tickets whose site says nothing
    std::map<Value, const HoursIndex*> by_site;  // for calendars that follow the site
    bool follows_site = false;
    const HoursIndex* window = nullptr;  // of the named window that narrows it
    Value milestone;
    Value carried_date;
  };
  struct AgreementTerms {
    const Zone* zone = nullptr;
    Interval holding;
    Instant judged_until;
    std::vector<std::uint32_t> versions;
    std::vector<CommitmentHours> commitments;
    std::multimap<Id<Ticket>, const Exclusion*> exclusions;
  };
  /// The agreement of a team or a supplier gives the hours in which its own time is measured.
  struct Own {
    Id<Party> party;
    Id<Team> team;
    const HoursIndex* hours = nullptr;
  };

  std::vector<Agreement> agreements;
  std::vector<Roles> roles;
  std::optional<CommitmentIndex> index;
  std::deque<HoursIndex> hours;
  std::vector<AgreementTerms> terms;
  std::vector<Own> own;
  std::string zones_version;
};

/// Exclusions that no document says, by index of the agreement.
struct Terms::Beside {
  std::vector<std::vector<Exclusion>> exclusions;
  std::vector<std::multimap<Id<Ticket>, const Exclusion*>> by_ticket;
};

}  // namespace vigie
