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

/// One sealed act with what it changed, as those who read the journal see it.
struct JournalAct {
  Key<ActRow> number{};
  std::int64_t position = 0;
  ActRow row;
  std::int64_t version = 0;            // as in `ToldAct`
  std::optional<std::string> account;  // reference of whose act it is
  std::optional<std::string> name;     // theirs; none: the program, or erased
  std::vector<ActChangeRow> changes;
  std::optional<std::string> comment;  // said beside; none: nothing, or erased
};

/// What is none is not asked for.
struct JournalWanted {
  std::optional<std::int64_t> before;  // position
  std::optional<Thing> thing;
  std::optional<std::string> reference;
  std::optional<Key<AccountRow>> account;
  std::optional<Instant> from;
  std::optional<Instant> to;  // not included
  std::int64_t most = 0;
};

/// The newest first. A scope that is not whole covers acts on what belongs to a customer: tickets,
/// parties, agreements. Linear in the acts between the page and those that are asked for.
std::vector<JournalAct> journal_acts(Connection& rows, const Scope& scope,
                                     const JournalWanted& wanted);

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
