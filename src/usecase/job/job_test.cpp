// Jobs on both databases: taken once, held by a lease, resumed, cancelled, refused, failed.
#include "usecase/job/job.h"

#include <gmock/gmock.h>

#include "store/database/database_for_test.h"
#include "usecase/job/job_runner.h"
#include "usecase/opening.h"

namespace vigie {
namespace {

class JobsOfBoth : public OnBothDatabases {
 protected:
  void SetUp() override {
    OnBothDatabases::SetUp();
    if (IsSkipped()) return;
    auto opened =
        open_installation({.database = settings(), .journal_key = keys_.path() + "/journal.key"});
    ASSERT_TRUE(opened);
    opened_ = std::move(opened).value();
  }
  void TearDown() override {
    opened_.reset();
    OnBothDatabases::TearDown();
  }
  Installation& here() { return opened_->here(); }

  std::string ask(JobKind kind = JobKind::import_rehearsal, const std::string& question = {}) {
    return perform(here(), program_itself(), Permission::follow_jobs,
                   [&](Desk& desk) {
                     return ask_job(desk, {.kind = kind, .question = question, .most = 20});
                   })
        ->reference;
  }
  JobView seen(const std::string& reference) {
    return look(here(), program_itself(), Permission::follow_jobs,
                [&](const Look& rows) { return job(rows, reference); })
        .value();
  }
  Outcome<JobView> cancel(const std::string& reference) {
    return perform(here(), program_itself(), Permission::follow_jobs, [&](Desk& desk) {
      return cancel_job(desk, {.reference = reference, .version = {}}, {.why = "too slow"});
    });
  }
  /// One turn of a slot that takes everything.
  bool turn(const JobWork& work, std::chrono::milliseconds lease = std::chrono::seconds{30}) {
    const JobTerms terms{.works = {{JobKind::import_rehearsal, work}, {JobKind::import_run, work}},
                         .lease = lease};
    JobSlot slot{here(), terms, std::nullopt, stops_};
    return slot.take_next();
  }
  void run(const std::string& sql) {
    here().database.act([&](Connection& rows) { rows.run(sql, {}); });
  }

  FolderForTest keys_;
  std::unique_ptr<OpenedInstallation> opened_;
  std::atomic<bool> stops_{false};
};
VIGIE_ON_BOTH_DATABASES(JobsOfBoth);

Outcome<std::string> gives_nothing(JobAtWork&) { return std::string{"{}"}; }

TEST_P(JobsOfBoth, the_oldest_is_done_first_and_its_result_is_there) {
  const std::string first = ask(JobKind::import_rehearsal, "a");
  const std::string second = ask(JobKind::import_run, "b");
  EXPECT_EQ(seen(first).state, JobState::waiting);
  const JobWork work = [](JobAtWork& at_work) -> Outcome<std::string> {
    at_work.tell(3, 7);
    at_work.beat();
    return "\"" + at_work.row().question + "\"";
  };
  EXPECT_TRUE(turn(work));
  const JobView done = seen(first);
  EXPECT_EQ(done.state, JobState::done);
  EXPECT_EQ(done.units_done, 3);
  EXPECT_EQ(done.units_total, 7);
  EXPECT_TRUE(done.begun_at && done.ended_at && done.has_result);
  EXPECT_EQ(seen(second).state, JobState::waiting);
  EXPECT_TRUE(turn(work));
  EXPECT_FALSE(turn(work));
  const auto result = look(here(), program_itself(), Permission::follow_jobs,
                           [&](const Look& rows) { return job_result(rows, second); });
  EXPECT_EQ(*result, "\"b\"");
}

TEST_P(JobsOfBoth, a_refusal_keeps_what_stands_in_its_sentence) {
  const std::string reference = ask();
  turn([](JobAtWork&) -> Outcome<std::string> {
    return Refused{Refusal::import_too_long, {{"most", "12\n"}, {"other", ""}}, {}};
  });
  const JobView view = seen(reference);
  EXPECT_EQ(view.state, JobState::refused);
  EXPECT_EQ(view.refusal, Refusal::import_too_long);
  ASSERT_EQ(view.refusal_arguments.size(), 2U);
  EXPECT_EQ(view.refusal_arguments[0].name, "most");
  EXPECT_EQ(view.refusal_arguments[0].value, "12 ");
  EXPECT_EQ(view.refusal_arguments[1].value, "");
}

TEST_P(JobsOfBoth, after_a_kill_another_goes_on_from_the_last_step) {
  const std::string reference = ask();
  struct Killed {};
  const JobWork killed = [](JobAtWork& at_work) -> Outcome<std::string> {
    at_work.tell(1, 2);
    const auto held =
        at_work.perform(Permission::follow_jobs, "half", [](Desk&) -> Outcome<int> { return 1; });
    EXPECT_TRUE(held);
    throw Killed{};
  };
  EXPECT_THROW(turn(killed, std::chrono::milliseconds{0}), Killed);
  EXPECT_EQ(seen(reference).state, JobState::running);
  std::string step;
  const JobWork resumed = [&](JobAtWork& at_work) -> Outcome<std::string> {
    step = at_work.row().step;
    EXPECT_EQ(at_work.row().attempt, 2);
    return std::string{"{}"};
  };
  EXPECT_TRUE(turn(resumed));
  EXPECT_EQ(step, "half");
  EXPECT_EQ(seen(reference).state, JobState::done);
}

TEST_P(JobsOfBoth, whoever_lost_the_lease_writes_nothing_more) {
  const std::string reference = ask();
  const JobWork slow = [&](JobAtWork& at_work) -> Outcome<std::string> {
    EXPECT_TRUE(turn(gives_nothing)) << "another takes it: the lease ran out";
    at_work.beat();
    EXPECT_THROW(at_work.check(), JobStopped);
    const auto write = [&] {
      return at_work.perform(Permission::follow_jobs, "late",
                             [](Desk&) -> Outcome<int> { return 1; });
    };
    EXPECT_THROW(static_cast<void>(write()), JobStopped);
    return std::string{"\"too late\""};
  };
  EXPECT_TRUE(turn(slow, std::chrono::milliseconds{0}));
  const auto result = look(here(), program_itself(), Permission::follow_jobs,
                           [&](const Look& rows) { return job_result(rows, reference); });
  EXPECT_EQ(*result, "{}");
}

TEST_P(JobsOfBoth, a_write_of_an_attempt_that_another_has_replaced_is_undone) {
  ask();
  const JobWork slow = [&](JobAtWork& at_work) -> Outcome<std::string> {
    run("update job set attempt = attempt + 1");
    (void)at_work.perform(Permission::follow_jobs, "x", [](Desk&) -> Outcome<int> { return 1; });
    ADD_FAILURE() << "it was held";
    return std::string{};
  };
  turn(slow);
  here().database.read([](Connection& rows) {
    EXPECT_EQ(whole_of(rows, "select count(*) from job where step = 'x'"), 0);
  });
}

TEST_P(JobsOfBoth, one_that_waits_is_cancelled_at_once_and_one_at_work_at_its_next_step) {
  const std::string waiting = ask();
  EXPECT_EQ(cancel(waiting)->state, JobState::cancelled);
  EXPECT_FALSE(turn(gives_nothing));
  const std::string running = ask();
  const JobWork work = [&](JobAtWork& at_work) -> Outcome<std::string> {
    EXPECT_EQ(cancel(running)->state, JobState::running);
    (void)at_work.perform(Permission::follow_jobs, "x", [](Desk&) -> Outcome<int> { return 1; });
    ADD_FAILURE() << "it went on";
    return std::string{};
  };
  turn(work);
  EXPECT_EQ(seen(running).state, JobState::cancelled);
  EXPECT_EQ(cancel(running).error().refusal, Refusal::job_has_ended);
  EXPECT_EQ(cancel("job-none").error().refusal, Refusal::not_found);
}

TEST_P(JobsOfBoth, a_program_that_stops_leaves_it_to_its_next_run) {
  const std::string reference = ask();
  const JobWork work = [&](JobAtWork& at_work) -> Outcome<std::string> {
    stops_ = true;
    at_work.check();
    return std::string{};
  };
  turn(work);
  EXPECT_EQ(seen(reference).state, JobState::waiting);
  stops_ = false;
  EXPECT_TRUE(turn(gives_nothing));
  EXPECT_EQ(seen(reference).state, JobState::done);
}

TEST_P(JobsOfBoth, what_throws_is_tried_three_times) {
  const std::string reference = ask();
  int times = 0;
  const JobWork work = [&](JobAtWork&) -> Outcome<std::string> {
    ++times;
    throw std::runtime_error{"the disk"};
  };
  while (turn(work)) {
  }
  EXPECT_EQ(times, 3);
  EXPECT_EQ(seen(reference).state, JobState::failed);
  EXPECT_EQ(seen(reference).refusal, Refusal::job_failed);
}

TEST_P(JobsOfBoth, one_that_takes_the_program_down_each_time_is_not_tried_for_ever) {
  const std::string reference = ask();
  run("update job set attempt = 25");
  EXPECT_TRUE(turn(gives_nothing));
  EXPECT_EQ(seen(reference).state, JobState::failed);
}

TEST_P(JobsOfBoth, two_slots_at_once_do_each_job_once) {
  constexpr int many = 20;
  for (int i = 0; i < many; ++i) ask();
  std::atomic<int> times = 0;
  const JobWork work = [&](JobAtWork&) -> Outcome<std::string> {
    ++times;
    return std::string{"{}"};
  };
  {
    const JobTerms terms{.works = {{JobKind::import_rehearsal, work}}};
    JobSlot one{here(), terms, std::nullopt, stops_};
    JobSlot other{here(), terms, std::nullopt, stops_};
    std::thread beside{[&] {
      while (other.take_next()) {
      }
    }};
    while (one.take_next()) {
    }
    beside.join();
  }
  EXPECT_EQ(times, many);
}

TEST_P(JobsOfBoth, a_runner_takes_what_comes_and_stops_in_the_middle) {
  std::atomic<bool> has_begun{false};
  const JobWork endless = [&](JobAtWork& at_work) -> Outcome<std::string> {
    has_begun = true;
    while (true) {
      at_work.check();
      std::this_thread::yield();
    }
  };
  std::string reference;
  {
    const JobRunner runner{
        here(),
        {.works = {{JobKind::import_rehearsal, endless}}, .poll = std::chrono::milliseconds{1}}};
    reference = ask();
    while (!has_begun) std::this_thread::yield();
  }
  EXPECT_EQ(seen(reference).state, JobState::waiting);
}

TEST_P(JobsOfBoth, a_runner_that_is_called_looks_at_once) {
  JobRunner runner{
      here(),
      {.works = {{JobKind::import_rehearsal, gives_nothing}}, .poll = std::chrono::hours{1}}};
  std::this_thread::sleep_for(std::chrono::milliseconds{50});  // it has looked, and waits
  const std::string asked = ask();
  runner.call();
  for (int i = 0; i < 1'000 && seen(asked).state != JobState::done; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  EXPECT_EQ(seen(asked).state, JobState::done);
}

TEST_P(JobsOfBoth, a_list_goes_on_after_its_first_page) {
  for (int i = 0; i < 5; ++i) ask();
  const auto page = [&](std::optional<std::string> cursor) {
    return look(here(), program_itself(), Permission::follow_jobs,
                [&](const Look& rows) { return jobs(rows, {.most = 3, .cursor = cursor}); });
  };
  const auto first = page({});
  ASSERT_EQ(first->items.size(), 3U);
  EXPECT_EQ(first->items[0].reference, "job-5");
  ASSERT_TRUE(first->next);
  const auto second = page(first->next);
  ASSERT_EQ(second->items.size(), 2U);
  EXPECT_EQ(second->items[1].reference, "job-1");
  EXPECT_EQ(page("nonsense").error().refusal, Refusal::cursor_unknown);
}

}  // namespace
}  // namespace vigie
