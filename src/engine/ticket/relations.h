// What tickets say of each other: merges, duplicates, children of major incidents. Design J6.
#pragma once

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

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

  /// The major incident that stands for `ticket`: the highest above it, by `child_of` and by the
  /// merges of what is above; none when it stands for itself. A major incident that was cancelled,
  /// that went on in a ticket of which nothing is known, or that is of another customer stands for
  /// nobody; on a ring of relations, below one, or below a hundred links each stands for itself.
  Id<Ticket> root_of(Id<Ticket> ticket) const;

  /// Whether following what `ticket` says of others leads back to it.
  bool is_in_ring(Id<Ticket> ticket) const { return in_rings_.contains(ticket.value); }

 private:
  /// A ticket that goes on in another.
  struct Merge {
    Id<Ticket> ticket;
    Id<Ticket> survivor;
    Instant opened_at;
  };
  /// What one ticket says of itself and of others.
  struct Said {
    Id<Ticket> ticket;
    Id<Ticket> parent;
    Id<Ticket> survivor;
    Value customer;
    Instant opened_at;
    bool is_major = false;
    bool is_cancelled = false;
    Id<Ticket> goes_to() const { return survivor ? survivor : parent; }
  };
  using AllSaid = std::unordered_map<std::uint32_t, Said>;

  static Said said_in(const History& history, const std::vector<Event>& effective);
  void follow(const std::vector<Merge>& merges);
  void find_root(const Said& said, const AllSaid& all, const Histories& histories);

  std::unordered_map<std::uint32_t, Instant> merged_openings_;
  std::unordered_map<std::uint32_t, Id<Ticket>> roots_;
  std::unordered_set<std::uint32_t> in_rings_;
};

/// The ticket in which `event` says that its own goes on, by a merge or as a duplicate; none else.
Id<Ticket> goes_on_in(const Event& event);

}  // namespace vigie
