#include "server/api/job/job_routes.h"

#include "server/api/api_query_route.h"
#include "usecase/job/all_jobs.h"

namespace vigie {

namespace {

/// GET of what a job gave, as its work wrote it.
Route gives_result(Installation& here) {
  using enum Refusal;
  Route route = route_of(
      {.pattern = "/api/jobs/{reference}/result",
       .permission = Permission::follow_jobs,
       .refusals = {not_found, job_failed, job_result_missing, import_state_wrong,
                    import_file_unreadable, import_too_long, import_has_no_ticket,
                    agreement_unknown, parameter_malformed, change_malformed, document_faulty},
       .summary = "What a job gave, as JSON, or why it gave nothing."},
      Method::get);
  route.gives = {.media_type = "application/json"};
  route.answer = [&here](const Call& call) {
    const auto seen = look(here, call.caller, Permission::follow_jobs, [&](const Look& rows) {
      return job_result(rows, call.in_path("reference"));
    });
    if (!seen) return refusal_response(call, seen.error());
    return Response{.body = *seen};
  };
  return route;
}

}  // namespace

std::vector<Route> job_routes(Installation& here) {
  return {
      lists(here,
            {.pattern = "/api/jobs",
             .permission = Permission::follow_jobs,
             .refusals = {Refusal::cursor_unknown},
             .summary = "The jobs that one asked for, the last one first."},
            jobs),
      reads(here,
            {.pattern = "/api/jobs/{reference}",
             .permission = Permission::follow_jobs,
             .refusals = {},
             .summary = "One job: how far it is, or how it ended."},
            job),
      gives_result(here),
      acts_on<CancelJob, JobView>(
          here,
          {.pattern = "/api/jobs/{reference}/cancel",
           .permission = Permission::follow_jobs,
           .refusals = {Refusal::not_found, Refusal::version_changed, Refusal::job_has_ended},
           .summary = "Cancels a job: it stops at its next step."},
          cancel_job),
      lists_where(here,
                  {.pattern = "/api/all-jobs",
                   .permission = Permission::manage_jobs,
                   .refusals = {Refusal::cursor_unknown},
                   .summary = "The jobs of everybody and of the program, the last one first."},
                  all_jobs),
      reads(here,
            {.pattern = "/api/all-jobs/{reference}",
             .permission = Permission::manage_jobs,
             .refusals = {},
             .summary = "One job of anybody: how far it is, how often it was taken."},
            any_job),
      acts_on<CancelJob, JobOfAllView>(
          here,
          {.pattern = "/api/all-jobs/{reference}/cancel",
           .permission = Permission::manage_jobs,
           .refusals = {Refusal::not_found, Refusal::version_changed, Refusal::job_has_ended},
           .summary = "Cancels a job of anybody: it stops at its next step."},
          cancel_any_job),
      acts_on<RetryJob, JobOfAllView>(
          here,
          {.pattern = "/api/all-jobs/{reference}/retry",
           .permission = Permission::manage_jobs,
           .refusals = {Refusal::not_found},
           .summary = "Asks again for the work of a job that has ended, for who had asked for it."},
          retry_job),
  };
}

}  // namespace vigie
