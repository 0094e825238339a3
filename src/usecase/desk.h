// One act at work.
#pragma once

#include <optional>
#include <utility>

#include "store/database/database.h"
#include "store/journal/act.h"
#include "store/journal/sealer.h"
#include "usecase/caller.h"
#include "usecase/refused.h"

namespace vigie {

/// What every use case stands on; lives as long as the program serves.
struct Installation {
  Database& database;
  Sealer& sealer;
};

/// A use case at work, within the transaction of its act.
class Desk {
 public:
  Desk(Connection& rows, const SealingKey& key, const Caller& caller, Permission permission)
      : rows_{rows}, key_{key}, caller_{caller}, scope_{caller.rights.scope_of(permission)} {}
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;

  Connection& rows() { return rows_; }
  /// For salted digests of texts that may be erased.
  const SealingKey& key() const { return key_; }
  const Caller& caller() const { return caller_; }
  /// The rows on which the caller has the permission of this act.
  const Scope& scope() const { return scope_; }

  /// Opens the act, once, when the use case knows what it is about; it is sealed at the end.
  Act& open(ActWord word, Thing thing, std::string reference);

  /// Called by `perform` when the use case has ended well.
  void close();

 private:
  Connection& rows_;
  const SealingKey& key_;
  const Caller& caller_;
  const Scope& scope_;
  std::optional<Act> act_;
};

/// None when the caller has `permission`, on some row at least; else the refusal.
std::optional<Refused> refusal_of(const Caller& caller, Permission permission);

/// `work(Desk&)` gives an `Outcome`; refused or thrown, nothing of it is there; else it is durable
/// when this returns. It may run twice. Throws `DatabaseError`.
template <class Work>
auto perform(Installation& here, const Caller& caller, Permission permission, Work work) {
  using Done = decltype(work(std::declval<Desk&>()));
  if (auto refused = refusal_of(caller, permission)) return Done{*std::move(refused)};
  struct Undo {};
  std::optional<Done> done;
  try {
    here.database.act([&](Connection& rows) {
      Desk desk{rows, here.sealer.key(), caller, permission};
      done.emplace(work(desk));
      if (!*done) throw Undo{};
      desk.close();
    });
  } catch (const Undo&) {
    return *std::move(done);
  }
  here.sealer.note_act();
  return *std::move(done);
}

/// A look at what is kept: one view of the rows.
struct Look {
  Connection& rows;
  const Caller& caller;
  Permission permission;
  /// The rows on which the caller has the permission of this look.
  const Scope& scope() const { return caller.rights.scope_of(permission); }
};

/// `read(const Look&)` gives an `Outcome`; it may run twice.
template <class Read>
auto look(Installation& here, const Caller& caller, Permission permission, Read read) {
  using Seen = decltype(read(std::declval<const Look&>()));
  if (auto refused = refusal_of(caller, permission)) return Seen{*std::move(refused)};
  std::optional<Seen> seen;
  here.database.read([&](Connection& rows) { seen.emplace(read(Look{rows, caller, permission})); });
  return *std::move(seen);
}

}  // namespace vigie
