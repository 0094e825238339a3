// Jobs as rows: taken by one at a time, written only by who holds them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "store/database/connection.h"
#include "store/journal/rows.h"
#include "vocabulary/http.h"
#include "vocabulary/job.h"

namespace vigie {

struct JobRow {
  std::string reference;
  std::int64_t version = 1;
  JobKind kind{};
  JobState state{};
  std::optional<Key<AccountRow>> account;
  std::string about;
  std::string question;
  Instant asked_at;
  std::optional<Instant> begun_at;
  std::optional<Instant> ended_at;
  std::int64_t attempt = 0;
  std::optional<Instant> lease_until;
  std::string step;
  std::int64_t units_done = 0;
  std::int64_t units_total = 0;
  bool cancel_asked = false;
  std::optional<std::string> result;
  std::optional<Refusal> refusal;
  std::string refusal_arguments;
};

template <>
inline constexpr StoreTable table_of<JobRow> = StoreTable::job;
template <>
inline constexpr auto fields_of<JobRow> = std::tuple{
    field("reference", &JobRow::reference, "What the world calls it."),
    field("version", &JobRow::version, "Raised by one by each change of what is shown."),
    field("kind", &JobRow::kind, "Which work."),
    field("state", &JobRow::state, "Where its life stands."),
    field("account", &JobRow::account, "Who asked for it; none: the program itself."),
    field("about", &JobRow::about, "Reference of the thing that it is about; empty: none."),
    field("question", &JobRow::question, "What is asked, as its work reads it."),
    field("asked_at", &JobRow::asked_at, "When it was asked for."),
    field("begun_at", &JobRow::begun_at, "When it was taken first."),
    field("ended_at", &JobRow::ended_at, "When it ended."),
    field("attempt", &JobRow::attempt, "How often it was taken: each write asks for its own."),
    field("lease_until", &JobRow::lease_until, "Until when it is somebody's."),
    field("step", &JobRow::step, "Where its work goes on, as that reads it."),
    field("units_done", &JobRow::units_done, "How much is done."),
    field("units_total", &JobRow::units_total, "Of how much; 0: nobody knows."),
    field("cancel_asked", &JobRow::cancel_asked, "Whether it is wanted no more."),
    field("result", &JobRow::result, "What it gave."),
    field("refusal", &JobRow::refusal, "Why it gave nothing."),
    field("refusal_arguments", &JobRow::refusal_arguments,
          "Of the sentence of the refusal: name and value, a line each."),
};

struct KeptJob {
  Key<JobRow> key{};
  JobRow row;
};

Key<JobRow> add_job_row(Connection& rows, const JobRow& row);

std::optional<KeptJob> job_by_reference(Connection& rows, std::string_view reference);

/// Those of `account`, none: of the program itself; the last asked for first, before `before`
/// (0: from the last); at most so many.
std::vector<KeptJob> jobs_before(Connection& rows, std::optional<Key<AccountRow>> account,
                                 std::int64_t before, std::int64_t most);

/// What is none is not asked for.
struct JobsWanted {
  std::optional<JobKind> kind;
  std::optional<JobState> state;
};
/// Those of everybody, as above.
std::vector<KeptJob> jobs_of_all_before(Connection& rows, const JobsWanted& wanted,
                                        std::int64_t before, std::int64_t most);

/// How many of `account` have not ended.
std::int64_t jobs_under_way(Connection& rows, std::optional<Key<AccountRow>> account);

/// Whether one of `kinds` may be taken.
bool has_job_to_take(Connection& rows, std::span<const JobKind> kinds);

/// Takes the oldest of `kinds` that is nobody's, or whose lease ran out; none when there is none.
std::optional<KeptJob> take_job(Connection& rows, std::span<const JobKind> kinds, Duration lease);

/// What a taker says of a job while it is at it.
struct JobProgress {
  std::int64_t units_done = 0;
  std::int64_t units_total = 0;
  std::optional<std::string> step;  // none: as before
};

/// The lease goes on. None when the job is not that attempt's any more; else whether it is wanted
/// no more.
std::optional<bool> go_on_with_job(Connection& rows, const KeptJob& job, Duration lease,
                                   const JobProgress& progress);

/// How an attempt ends.
struct JobEnd {
  JobState state{};
  std::optional<std::string> result = {};
  std::optional<Refusal> refusal = {};
  std::string refusal_arguments = {};
};

/// False when the job is not that attempt's any more: then nothing is written.
bool end_job(Connection& rows, const KeptJob& job, const JobEnd& end);

/// It waits again for whoever takes it. Not that attempt's any more: nothing is written.
void release_job(Connection& rows, const KeptJob& job);

/// It is wanted no more: at once when nobody is at it, else at its next step. False when it has
/// ended.
bool ask_job_to_end(Connection& rows, Key<JobRow> key);

}  // namespace vigie
