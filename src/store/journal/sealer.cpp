#include "store/journal/sealer.h"

#include <utility>

#include "store/journal/seal_hints.h"

namespace vigie {

namespace {

constexpr std::chrono::milliseconds gathers_for{50};
constexpr std::chrono::seconds looks_every{1};

// Of the lock that says whose turn it is: "vigie" on the keyboard of a telephone.
constexpr std::int64_t turn = 84'443;

bool has_turn(Connection& rows) {
  bool is_ours = false;
  rows.run("select cast(pg_try_advisory_xact_lock($1) as integer)", std::array<Parameter, 1>{turn},
           [&](const Row& row) { is_ours = row.whole(0) != 0; });
  return is_ours;
}

}  // namespace

Sealer::Sealer(Database& database, Terms terms) : database_{database}, terms_{std::move(terms)} {
  // What the writer seals in a group is told once that is durable.
  const auto in_group = std::make_shared<Sealed>();
  const bool by_writer = database_.end_groups_with(
      {.before_commit = [this,
                         in_group](Connection& rows) { *in_group = seal_acts(rows, terms_.key); },
       .after_commit = [this, in_group] { tell(*in_group); }});
  if (by_writer) {
    database_.act([](Connection&) {});
  } else {
    seal_by_turns();
    thread_ = std::thread{[this] { serve(); }};
  }
}

Sealer::~Sealer() {
  if (!thread_.joinable()) {
    database_.end_groups_with({});
    return;
  }
  {
    const std::scoped_lock lock{mutex_};
    stops_ = true;
  }
  came_.notify_one();
  thread_.join();
}

void Sealer::note_act() {
  {
    const std::scoped_lock lock{mutex_};
    if (std::exchange(has_acts_, true)) return;
  }
  came_.notify_one();
}

void Sealer::serve() {
  while (true) {
    {
      std::unique_lock lock{mutex_};
      came_.wait_for(lock, looks_every, [this] { return has_acts_ || stops_; });
      if (has_acts_ && !stops_) {
        came_.wait_for(lock, gathers_for, [this] { return stops_; });
      }
      if (stops_) return;
      has_acts_ = false;
    }
    try {
      seal_by_turns();
    } catch (const std::exception& error) {
      if (terms_.failed) terms_.failed(error);
      note_act();
    }
  }
}

void Sealer::seal_by_turns() {
  Sealed sealed;
  database_.act([&](Connection& rows) {
    sealed = has_turn(rows) ? seal_acts(rows, terms_.key) : Sealed{.position = last_position(rows)};
    if (sealed.acts > 0) say_sealed(rows);
  });
  tell(sealed);
}

void Sealer::tell(const Sealed& sealed) {
  if (position_.exchange(sealed.position) == sealed.position) return;
  if (terms_.sealed) terms_.sealed(sealed.position);
}

}  // namespace vigie
