// What someone may see: a type without default, asked for by every read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database/key.h"
#include "store/database/statement.h"
#include "vocabulary/money.h"

namespace vigie {

struct PartyRow;

/// Where a row stands. A row that has no part, team or site is seen by those whose reach asks for
/// none.
struct Belonging {
  Key<PartyRow> customer{};
  std::optional<ContractPart> part;
  std::string_view team;
  std::string_view site;
};

/// One grant: the rows that meet all that it asks for; what is empty is not asked for.
struct Reach {
  std::optional<std::vector<Key<PartyRow>>> customers;  // sorted, with their subsidiaries
  std::optional<ContractPart> part;
  std::string team;
  std::string site;
  bool operator==(const Reach&) const = default;
};

/// The rows that meet one reach or another. Source: design S1.
class Scope {
 public:
  /// Everything that is kept.
  static Scope whole() { return Scope{{Reach{}}}; }
  static Scope of(std::vector<Reach> reaches) { return Scope{std::move(reaches)}; }

  /// Whether nothing is left out.
  bool is_whole() const;
  bool covers(const Belonging& row) const;
  /// Whether some row of that customer may be seen.
  bool meets(Key<PartyRow> customer) const;
  const std::vector<Reach>& reaches() const { return reaches_; }

 private:
  explicit Scope(std::vector<Reach> reaches) : reaches_{std::move(reaches)} {}

  std::vector<Reach> reaches_;
};

/// The columns of a statement by which its rows belong somewhere; empty: they have no such column,
/// and a reach that asks for it sees none of them.
struct BelongingColumns {
  std::string_view customer;  // "t.customer"
  std::string_view part = {};
  std::string_view team = {};
  std::string_view site = {};
};

/// A condition for `where`, and the values of its `$n` added to `values`, which may hold others
/// before. The same number of customers, or nearly, gives the same text.
std::string scope_condition(const Scope& scope, const BelongingColumns& columns,
                            std::vector<Parameter>& values);

}  // namespace vigie
