// What tickets say of each other: merges, duplicates, children of major incidents. Design J6.
#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "engine/ticket/histories.h"

namespace vigie {

/// Read once for a run; looked up ticket by ticket, never walked.
class Relations {
 public:
  Relations() = default;
  /// What happened by `as_of` and was recorded by `known_at`, both included.
  Relations(const Histories& histories, Instant as_of, Instant known_at = last_instant);

  /// The earliest opening of the tickets that were merged into `ticket`; none when none was.
  std::optional<Instant> earliest_merged_opening(Id<Ticket> ticket) const;
  bool is_major(Id<Ticket> ticket) const { return majors_.contains(ticket.value); }

 private:
  /// A ticket that goes on in another.
  struct Merge {
    Id<Ticket> ticket;
    Id<Ticket> survivor;
    Instant opened_at;
  };
  void follow(const std::vector<Merge>& merges);

  std::unordered_map<std::uint32_t, Instant> merged_openings_;
  std::unordered_set<std::uint32_t> majors_;
};

/// The ticket in which `event` says that its own goes on, by a merge or as a duplicate; none else.
Id<Ticket> goes_on_in(const Event& event);

}  // namespace vigie
