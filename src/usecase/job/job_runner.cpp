#include "usecase/job/job_runner.h"

#include "usecase/identity/gate.h"
#include "usecase/job/job.h"

namespace vigie {

namespace {

constexpr std::int64_t most_failures = 3;   // of a job whose work throws
constexpr std::int64_t most_attempts = 25;  // of one that takes the program down with it

std::vector<JobKind> kinds_of(const JobWorks& works, std::optional<JobLane> lane) {
  std::vector<JobKind> kinds;
  for (const auto& [kind, work] : works) {
    if (!lane || lane_of(kind) == *lane) kinds.push_back(kind);
  }
  return kinds;
}

JobEnd failed_after(std::int64_t times) {
  return {.state = JobState::failed,
          .refusal = Refusal::job_failed,
          .refusal_arguments = kept_arguments({{"times", std::to_string(times)}})};
}

JobEnd end_as(Outcome<std::string> done) {
  if (done) return {.state = JobState::done, .result = *std::move(done)};
  return {.state = JobState::refused,
          .refusal = done.error().refusal,
          .refusal_arguments = kept_arguments(done.error().arguments)};
}

}  // namespace

JobSlot::JobSlot(Installation& here, const JobTerms& terms, std::optional<JobLane> lane,
                 const std::atomic<bool>& stops, std::function<void()> begins)
    : here_{here},
      terms_{terms},
      kinds_{kinds_of(terms.works, lane)},
      stops_{stops},
      begins_{std::move(begins)} {}

std::optional<KeptJob> JobSlot::take() {
  std::optional<KeptJob> taken;
  if (kinds_.empty()) return taken;
  bool is_there = false;
  here_.database.read([&](Connection& rows) { is_there = has_job_to_take(rows, kinds_); });
  if (!is_there) return taken;
  here_.database.act([&](Connection& rows) {
    taken = take_job(rows, kinds_, std::chrono::duration_cast<Duration>(terms_.lease));
  });
  return taken;
}

bool JobSlot::take_next() {
  auto taken = take();
  if (!taken) return false;
  run(*std::move(taken));
  return true;
}

Caller JobSlot::caller_of(const JobRow& row) const {
  Caller caller = program_itself();
  if (row.account) {
    caller.account = row.account;
    here_.database.read(
        [&](Connection& rows) { caller.rights = Gate::rights_of(rows, *row.account); });
  }
  caller.door = Door::job;
  caller.origin = row.reference;
  return caller;
}

void JobSlot::run(KeptJob job) {
  const Caller caller = caller_of(job.row);
  JobAtWork at_work{here_, std::move(job), caller,
                    std::chrono::duration_cast<Duration>(terms_.lease), stops_};
  set_at_work(&at_work);
  if (begins_) begins_();
  try {
    const JobEnd ended = end_of(at_work);
    set_at_work(nullptr);
    end(at_work, ended);
  } catch (const JobStopped& stopped) {
    set_at_work(nullptr);
    if (stopped.why == JobStopped::Why::cancelled) end(at_work, {.state = JobState::cancelled});
    if (stopped.why == JobStopped::Why::stopping) release(at_work);
  } catch (...) {
    set_at_work(nullptr);
    throw;
  }
}

/// What throws is tried again: the world may be better then. `DatabaseError` goes up: nothing can
/// be written now.
JobEnd JobSlot::end_of(JobAtWork& at_work) {
  const std::int64_t attempt = at_work.row().attempt;
  if (attempt > most_attempts) return failed_after(attempt - 1);
  try {
    return end_as(terms_.works.at(at_work.row().kind)(at_work));
  } catch (const DatabaseError&) {
    throw;
  } catch (const std::exception& error) {
    if (terms_.failed) terms_.failed(error);
    if (attempt < most_failures) throw JobStopped{JobStopped::Why::stopping};
    return failed_after(attempt);
  }
}

void JobSlot::end(JobAtWork& at_work, const JobEnd& end) {
  at_work.beat();  // how far it came
  here_.database.act([&](Connection& rows) { end_job(rows, at_work.kept(), end); });
}

void JobSlot::release(const JobAtWork& at_work) {
  here_.database.act([&](Connection& rows) { release_job(rows, at_work.kept()); });
}

void JobSlot::beat() {
  const std::scoped_lock lock{mutex_};
  if (at_work_ != nullptr) at_work_->beat();
}

void JobSlot::set_at_work(JobAtWork* now) {
  const std::scoped_lock lock{mutex_};
  at_work_ = now;
  is_at_work_ = now != nullptr;
}

JobRunner::JobRunner(Installation& here, JobTerms terms)
    : terms_{std::move(terms)},
      quick_{here, terms_, JobLane::quick, stops_, [this] { call(); }},
      any_{here, terms_, std::nullopt, stops_, [this] { call(); }} {
  threads_.emplace_back([this] { serve(quick_); });
  threads_.emplace_back([this] { serve(any_); });
  threads_.emplace_back([this] { keep_leases(); });
}

JobRunner::~JobRunner() {
  {
    const std::scoped_lock lock{mutex_};
    stops_ = true;
  }
  called_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void JobRunner::call() {
  {
    const std::scoped_lock lock{mutex_};
    ++calls_;
  }
  called_.notify_all();
}

std::uint64_t JobRunner::calls_so_far() {
  const std::scoped_lock lock{mutex_};
  return calls_;
}

void JobRunner::serve(JobSlot& slot) {
  while (!stops_) {
    const std::uint64_t heard = calls_so_far();  // what is called from now on is looked for again
    bool was_there = false;
    try {
      was_there = slot.take_next();
    } catch (const std::exception& error) {
      tell(error);
    }
    if (!was_there && !wait(terms_.poll, heard)) return;
  }
}

void JobRunner::keep_leases() {
  const std::chrono::milliseconds between =
      std::min<std::chrono::milliseconds>(terms_.lease / 4, std::chrono::seconds{2});
  while (wait_for_work()) {
    {
      std::unique_lock lock{mutex_};
      if (called_.wait_for(lock, between, [this] { return stops_.load(); })) return;
    }
    for (JobSlot* slot : {&quick_, &any_}) {
      try {
        slot->beat();
      } catch (const std::exception& error) {
        tell(error);
      }
    }
  }
}

/// Until a slot has a job at work. False when the runner stops.
bool JobRunner::wait_for_work() {
  std::unique_lock lock{mutex_};
  called_.wait(lock, [this] { return stops_ || quick_.is_at_work() || any_.is_at_work(); });
  return !stops_;
}

/// Until `time` has passed, or one calls who was not heard. False when the runner stops.
bool JobRunner::wait(std::chrono::milliseconds time, std::uint64_t calls_heard) {
  std::unique_lock lock{mutex_};
  called_.wait_for(lock, time, [&] { return stops_ || calls_ != calls_heard; });
  return !stops_;
}

void JobRunner::tell(const std::exception& error) const {
  if (terms_.failed) terms_.failed(error);
}

}  // namespace vigie
