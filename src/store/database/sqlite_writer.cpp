#include "store/database/sqlite_writer.h"

#include <algorithm>
#include <utility>

#include "engine/base/require.h"
#include "store/database/lent_connection.h"

namespace vigie {

namespace {

constexpr const char* savepoint = "act";

}  // namespace

SqliteWriter::SqliteWriter(Open open, Group group)
    : open_{std::move(open)}, group_{group}, connection_{open_()}, thread_{[this] { serve(); }} {}

SqliteWriter::~SqliteWriter() {
  {
    const std::scoped_lock lock{mutex_};
    stops_ = true;
  }
  came_.notify_one();
  thread_.join();
}

void SqliteWriter::act(const Database::Body& body) {
  require(std::this_thread::get_id() != thread_.get_id(), "an act is not begun within an act");
  Act mine{.body = &body, .thrown = {}, .is_over = false, .ended = {}};
  std::unique_lock lock{mutex_};
  waiting_.push_back(&mine);
  came_.notify_one();
  mine.ended.wait(lock, [&] { return mine.is_over; });
  if (mine.thrown) std::rethrow_exception(mine.thrown);
}

bool SqliteWriter::end_groups_with(Database::GroupEnd end) {
  const std::scoped_lock lock{mutex_};
  group_end_ = std::move(end);
  return true;
}

void SqliteWriter::serve() {
  while (true) {
    {
      std::unique_lock lock{mutex_};
      came_.wait(lock, [this] { return stops_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
    }
    serve_group();
  }
}

// What fails before any body has run fails all those that wait: they waited for the same thing.
void SqliteWriter::serve_group() {
  try {
    if (connection_ == nullptr || !connection_->is_alive()) connection_ = open_();
    connection_->begin(Transaction::write);
  } catch (const std::exception&) {
    Acts all;
    {
      const std::scoped_lock lock{mutex_};
      all.assign(waiting_.begin(), waiting_.end());
      waiting_.clear();
    }
    end(all, std::current_exception());
    return;
  }
  const Acts done = run_group();
  if (alone_ > 0) --alone_;
  if (done.empty()) {
    connection_->roll_back();
    return;
  }
  bool is_surely_undone = false;
  const std::exception_ptr thrown = commit_group(is_surely_undone);
  // Perhaps for the fault of one: a rule that is checked at the end.
  if (is_surely_undone && done.size() > 1) {
    alone_ = done.size();
    put_back(done);
    return;
  }
  before_ = std::exchange(last_, done.size());
  if (!thrown && group_end_.after_commit) group_end_.after_commit();
  end(done, thrown);
}

/// What went wrong; then nothing of the group is there, unless nobody can say.
std::exception_ptr SqliteWriter::commit_group(bool& is_surely_undone) {
  try {
    if (group_end_.before_commit) {
      LentConnection lent{*connection_};
      group_end_.before_commit(lent);
    }
    connection_->commit();
    return nullptr;
  } catch (const DatabaseError& error) {
    is_surely_undone = error.fault() != DatabaseFault::commit_unknown;
    connection_->roll_back();
    return std::current_exception();
  } catch (const std::exception&) {
    is_surely_undone = true;
    connection_->roll_back();
    return std::current_exception();
  }
}

/// Runs bodies until the group ends. Gives those that are to be committed; the others have ended.
SqliteWriter::Acts SqliteWriter::run_group() {
  const auto until = std::chrono::steady_clock::now() + group_.for_;
  Acts done;
  while (Act* const act = next(done.size(), until)) {
    if (run_one(*act)) {
      done.push_back(act);
    } else if (!connection_->is_within()) {
      // Its error ended the whole transaction. The bodies before it were not acknowledged, so they
      // may run again; it may not, so that this ends.
      put_back(done);
      return {};
    }
  }
  return done;
}

/// Whether its changes are there. What it throws undoes it alone.
bool SqliteWriter::run_one(Act& act) {
  try {
    connection_->set_savepoint(savepoint);
    LentConnection lent{*connection_};
    (*act.body)(lent);
    connection_->release_savepoint(savepoint);
    return true;
  } catch (...) {
    const std::exception_ptr thrown = std::current_exception();
    try {
      if (connection_->is_within()) {
        connection_->roll_back_to(savepoint);
        connection_->release_savepoint(savepoint);
      }
    } catch (const std::exception&) {
      connection_->roll_back();
    }
    end({&act}, thrown);
    return false;
  }
}

/// The next act of the group; none when the group ends.
SqliteWriter::Act* SqliteWriter::next(std::size_t in_group,
                                      std::chrono::steady_clock::time_point until) {
  if (in_group >= (alone_ > 0 ? 1 : group_.of)) return nullptr;
  std::unique_lock lock{mutex_};
  const std::size_t expected = std::max(last_, before_);
  if (waiting_.empty() && in_group > 0 && in_group < expected) {
    came_.wait_until(lock, until, [this] { return stops_ || !waiting_.empty(); });
  }
  const bool is_late = in_group > 0 && std::chrono::steady_clock::now() >= until;
  if (waiting_.empty() || is_late) return nullptr;
  Act* const first = waiting_.front();
  waiting_.pop_front();
  return first;
}

void SqliteWriter::put_back(const Acts& acts) {
  const std::scoped_lock lock{mutex_};
  waiting_.insert(waiting_.begin(), acts.begin(), acts.end());
}

void SqliteWriter::end(const Acts& acts, const std::exception_ptr& thrown) {
  const std::scoped_lock lock{mutex_};  // held while they are told: each may vanish right after
  for (Act* const act : acts) {
    act->thrown = thrown;
    act->is_over = true;
    act->ended.notify_one();
  }
}

}  // namespace vigie
