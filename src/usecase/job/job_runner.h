// The slots of a node, in which jobs run.
#pragma once

#include <array>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "usecase/job/job_at_work.h"

namespace vigie {

/// Each kind with its work; a kind that is not there is left to other nodes.
using JobWorks = std::map<JobKind, JobWork>;

struct JobTerms {
  JobWorks works;
  std::chrono::milliseconds lease{30'000};  // after so long without a beat another may take it
  std::chrono::milliseconds poll{15'000};   // how often a slot looks that nobody called
  std::function<void(const std::exception&)> failed = {};  // on a thread of the runner; quick
};

/// Takes jobs and does them, one after the other; what each slot of a runner does. Source: design
/// E7.
class JobSlot {
 public:
  /// Without a lane it takes any kind that has its work. `begins` is told when a job is at work.
  JobSlot(Installation& here, const JobTerms& terms, std::optional<JobLane> lane,
          const std::atomic<bool>& stops, std::function<void()> begins = {});
  JobSlot(const JobSlot&) = delete;
  JobSlot& operator=(const JobSlot&) = delete;

  /// Takes the oldest job and does it, to its end or to a stop; false when there is none. Throws
  /// `DatabaseError` when the database is away: the lease runs out, and the job is taken again.
  bool take_next();

  /// Keeps the lease of the job at work, when there is one. On another thread.
  void beat();
  bool is_at_work() const { return is_at_work_; }

 private:
  void set_at_work(JobAtWork* now);
  std::optional<KeptJob> take();
  Caller caller_of(const JobRow& row) const;
  void run(KeptJob job);
  JobEnd end_of(JobAtWork& at_work);
  void end(JobAtWork& at_work, const JobEnd& end);
  void release(const JobAtWork& at_work);

  Installation& here_;
  const JobTerms& terms_;
  std::vector<JobKind> kinds_;
  const std::atomic<bool>& stops_;
  std::function<void()> begins_;
  std::mutex mutex_;
  JobAtWork* at_work_ = nullptr;
  std::atomic<bool> is_at_work_{false};  // the same, for whoever may not wait for a beat
};

/// Two slots, each on its thread, one of them for quick jobs alone; and the thread that keeps their
/// leases, which sleeps while nothing is at work. Ends with what is at work at its next step, which
/// waits for the next run of the program.
class JobRunner {
 public:
  JobRunner(Installation& here, JobTerms terms);
  ~JobRunner();
  JobRunner(const JobRunner&) = delete;
  JobRunner& operator=(const JobRunner&) = delete;

  /// Something was written: a slot that has nothing looks at once. On any thread; quick.
  void call();

 private:
  void serve(JobSlot& slot);
  void keep_leases();
  bool wait(std::chrono::milliseconds time, std::uint64_t calls_heard);
  bool wait_for_work();
  std::uint64_t calls_so_far();
  void tell(const std::exception& error) const;

  JobTerms terms_;
  std::atomic<bool> stops_{false};
  std::mutex mutex_;
  std::condition_variable called_;
  std::uint64_t calls_ = 0;
  JobSlot quick_;
  JobSlot any_;
  std::vector<std::thread> threads_;
};

}  // namespace vigie
