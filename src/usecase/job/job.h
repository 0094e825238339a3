// What people do with jobs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "store/job/job.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

/// What stands in a hole of the sentence of a refusal.
struct RefusalArgument {
  std::string name;
  std::string value;
};

template <>
inline constexpr auto fields_of<RefusalArgument> = std::tuple{
    field("name", &RefusalArgument::name, "Of the hole in the sentence."),
    field("value", &RefusalArgument::value, "What stands there."),
};

struct JobView {
  std::string reference;
  std::int64_t version = 0;
  JobKind kind{};
  JobState state{};
  std::string about;
  Instant asked_at;
  std::optional<Instant> begun_at;
  std::optional<Instant> ended_at;
  std::int64_t units_done = 0;
  std::int64_t units_total = 0;
  bool cancel_asked = false;
  bool has_result = false;
  std::optional<Refusal> refusal;
  std::vector<RefusalArgument> refusal_arguments;
};

template <>
inline constexpr std::string_view title_of<JobView> = "Job";
template <>
inline constexpr auto fields_of<JobView> = std::tuple{
    field("reference", &JobView::reference, "What the world calls it."),
    field("version", &JobView::version, "Raised by each change of what is shown."),
    field("kind", &JobView::kind, "Which work."),
    field("state", &JobView::state, "Where its life stands."),
    field("about", &JobView::about, "Reference of the thing that it is about; empty: none."),
    field("asked_at", &JobView::asked_at, "When it was asked for."),
    field("begun_at", &JobView::begun_at, "When it began."),
    field("ended_at", &JobView::ended_at, "When it ended."),
    field("units_done", &JobView::units_done, "How much is done, in units of its own."),
    field("units_total", &JobView::units_total, "Of how much; 0: nobody knows yet."),
    field("cancel_asked", &JobView::cancel_asked, "Whether it is wanted no more."),
    field("has_result", &JobView::has_result, "Whether its result may be read."),
    field("refusal", &JobView::refusal, "Why it gave nothing."),
    field("refusal_arguments", &JobView::refusal_arguments, "Of the sentence of the refusal."),
};

/// A job to be asked for.
struct AskJob {
  JobKind kind{};
  std::string about = {};     // reference of a thing; empty: none
  std::string question = {};  // as the work of its kind reads it
  std::int64_t most;          // of the caller that have not ended: limit jobs_of_account
};

/// Asks for a job within the act of another use case, which has opened it. Gives its reference.
/// Refused: too_many_jobs; ask before the act is opened: `refusal_of_jobs`.
std::string add_job(Desk& desk, const AskJob& asked);
/// too_many_jobs when the caller has as many that have not ended.
std::optional<Refused> refusal_of_jobs(Desk& desk, std::int64_t most);

/// Asks for a job as an act of its own. Refused: too_many_jobs.
Outcome<JobView> ask_job(Desk& desk, const AskJob& asked);

struct CancelJob {
  std::optional<std::string> why;
};

template <>
inline constexpr std::string_view title_of<CancelJob> = "JobToCancel";
template <>
inline constexpr auto fields_of<CancelJob> = std::tuple{
    field("why", &CancelJob::why, "Kept with the act.", AtMost{500}),
};

/// It stops at its next step, or at once when nobody has begun it. Refused, in this order:
/// not_found (also for the jobs of others), version_changed, job_has_ended.
Outcome<JobView> cancel_job(Desk& desk, const Addressed& at, const CancelJob& asked);

/// One's own. Refused: not_found.
Outcome<JobView> job(const Look& look, std::string_view reference);

/// What it gave, as its work wrote it. Refused, in this order: not_found, what its work was refused
/// with, job_result_missing.
Outcome<std::string> job_result(const Look& look, std::string_view reference);

/// One's own, the last asked for first. Refused: cursor_unknown.
Outcome<ListPage<JobView>> jobs(const Look& look, const ListAsked& asked);

/// How the arguments of a refusal are kept: name and value, a line each.
std::string kept_arguments(const std::vector<std::pair<std::string, std::string>>& arguments);

}  // namespace vigie
