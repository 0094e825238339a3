// The jobs of everybody, for who keeps the installation going.
#pragma once

#include "usecase/job/job.h"

namespace vigie {

/// A job with who asked for it.
struct JobOfAllView {
  std::string reference;
  std::int64_t version = 0;
  JobKind kind{};
  JobState state{};
  std::string account;
  std::string about;
  Instant asked_at;
  std::optional<Instant> begun_at;
  std::optional<Instant> ended_at;
  std::int64_t attempt = 0;
  std::optional<Instant> lease_until;
  std::int64_t units_done = 0;
  std::int64_t units_total = 0;
  bool cancel_asked = false;
  std::optional<Refusal> refusal;
};

template <>
inline constexpr std::string_view title_of<JobOfAllView> = "JobOfAll";
template <>
inline constexpr auto fields_of<JobOfAllView> = std::tuple{
    field("reference", &JobOfAllView::reference, "What the world calls it."),
    field("version", &JobOfAllView::version, "Raised by each change of what is shown."),
    field("kind", &JobOfAllView::kind, "Which work."),
    field("state", &JobOfAllView::state, "Where its life stands."),
    field("account", &JobOfAllView::account, "Who asked for it; empty: the program itself."),
    field("about", &JobOfAllView::about, "Reference of the thing that it is about; empty: none."),
    field("asked_at", &JobOfAllView::asked_at, "When it was asked for."),
    field("begun_at", &JobOfAllView::begun_at, "When it began."),
    field("ended_at", &JobOfAllView::ended_at, "When it ended."),
    field("attempt", &JobOfAllView::attempt, "How often it was taken."),
    field("lease_until", &JobOfAllView::lease_until,
          "Until when a node has it: later, another one takes it."),
    field("units_done", &JobOfAllView::units_done, "How much is done, in units of its own."),
    field("units_total", &JobOfAllView::units_total, "Of how much; 0: nobody knows yet."),
    field("cancel_asked", &JobOfAllView::cancel_asked, "Whether it is wanted no more."),
    field("refusal", &JobOfAllView::refusal, "Why it gave nothing."),
};

/// What is none is not asked for.
struct JobFilter {
  std::optional<JobKind> kind;
  std::optional<JobState> state;
};

template <>
inline constexpr auto fields_of<JobFilter> = std::tuple{
    field("kind", &JobFilter::kind, "Of that kind of work."),
    field("state", &JobFilter::state, "Whose life stands there."),
};

/// The last one asked for first. Refused: cursor_unknown.
Outcome<ListPage<JobOfAllView>> all_jobs(const Look& look, const ListAsked& asked,
                                         const JobFilter& filter);

/// Refused: not_found.
Outcome<JobOfAllView> any_job(const Look& look, std::string_view reference);

/// As `cancel_job`, whoever asked for it. Refused, in this order: not_found, version_changed,
/// job_has_ended.
Outcome<JobOfAllView> cancel_any_job(Desk& desk, const Addressed& at, const CancelJob& asked);

struct RetryJob {
  std::optional<std::string> why;
};

template <>
inline constexpr std::string_view title_of<RetryJob> = "JobToRetry";
template <>
inline constexpr auto fields_of<RetryJob> = std::tuple{
    field("why", &RetryJob::why, "Kept with the act.", AtMost{500}),
};

/// Asks again for the work of a job that has ended, for who had asked for it: as a job of its own,
/// so that the first stays as it ended. One that has not ended is given as it is. Refused:
/// not_found.
Outcome<JobOfAllView> retry_job(Desk& desk, const Addressed& at, const RetryJob& asked);

}  // namespace vigie
