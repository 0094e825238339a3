// What the work of a job is given.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>

#include "store/job/job.h"
#include "usecase/desk.h"

namespace vigie {

/// Thrown through the work of a job that is not to go on; it lets it pass.
struct JobStopped {
  enum class Why : std::uint8_t {
    cancelled,  // who asked for it wants it no more
    stopping,   // the program stops: the job goes on later, from its last step
    lost,       // another has taken it
  };
  Why why;
};

/// A job of this node, at work. Its work calls `perform` for each step that it writes, and `tell`
/// or `check` now and then between two. A thread of the runner keeps the lease meanwhile.
class JobAtWork {
 public:
  JobAtWork(Installation& here, KeptJob job, Caller caller, Duration lease,
            const std::atomic<bool>& stops)
      : here_{here},
        job_{std::move(job)},
        caller_{std::move(caller)},
        lease_{lease},
        stops_{stops},
        done_{job_.row.units_done},
        total_{job_.row.units_total} {}
  JobAtWork(const JobAtWork&) = delete;
  JobAtWork& operator=(const JobAtWork&) = delete;

  Installation& here() { return here_; }
  const JobRow& row() const { return job_.row; }
  /// Who asked for it, with the rights that they have since it was taken; door `job`.
  const Caller& caller() const { return caller_; }

  /// How far it is; shown at the next step or beat. Throws `JobStopped`.
  void tell(std::int64_t done, std::int64_t total);
  /// Throws `JobStopped` when it is not to go on.
  void check() const;

  /// An act of the job, as `perform` of desk.h; it is this attempt's, or nothing is written and
  /// `JobStopped` is thrown. `step`: where the work goes on after it, kept with it.
  template <class Work>
  auto perform(Permission permission, const std::string& step, Work work) {
    check();
    return vigie::perform(here_, caller_, permission, [&](Desk& desk) {
      hold(desk.rows(), step);
      return work(desk);
    });
  }

  /// Called by the runner: the lease goes on.
  void beat();

  const KeptJob& kept() const { return job_; }

 private:
  void hold(Connection& rows, const std::optional<std::string>& step);

  Installation& here_;
  KeptJob job_;
  Caller caller_;
  Duration lease_;
  const std::atomic<bool>& stops_;
  std::atomic<std::int64_t> done_;
  std::atomic<std::int64_t> total_;
  std::atomic<bool> is_unwanted_{false};
  std::atomic<bool> is_lost_{false};
};

/// The work of a kind: gives a text that its asker reads (JSON), or a refusal. It may be begun
/// again after a stop, from `row().step`. What it throws beside `JobStopped` is tried again, a few
/// times.
using JobWork = std::function<Outcome<std::string>(JobAtWork&)>;

}  // namespace vigie
