// What was done, as those who follow the journal hear of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database/connection.h"
#include "store/journal/rows.h"
#include "store/scope.h"

namespace vigie {

/// One sealed act, without what it changed and without a word of a person.
struct ToldAct {
  std::int64_t position = 0;
  ActWord word{};
  Thing thing{};
  std::string reference;
  /// Of the thing, when this was read: of this act or of a later one. 0: it has none.
  std::int64_t version = 0;
  /// Where the thing stands; none: it belongs to nobody alone, or is of a kind that nobody follows
  /// yet.
  std::optional<Key<PartyRow>> customer;
  std::string team;
  std::string site;
};

/// Those with a position after `position`, in order, at most so many. Source: design E5.
std::vector<ToldAct> acts_after(Connection& rows, std::int64_t position, std::int64_t most);

/// How far the journal is, in one look.
struct JournalReach {
  std::int64_t position = 0;           // of the last sealed act; 0: there is none
  std::vector<std::int64_t> unsealed;  // numbers of acts that wait for theirs, `most_unsealed` at
                                       // most, in order: PostgreSQL, for a moment
  Instant now;                         // by the clock of the database
};
inline constexpr std::size_t most_unsealed = 1'000;
JournalReach journal_reach(Connection& rows);

/// Raised when the tables are restored from a copy. Source: design E5.
std::int64_t epoch_of(Connection& rows);

}  // namespace vigie
