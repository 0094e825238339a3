#include "usecase/job/all_jobs.h"

#include "store/identity/account.h"
#include "store/ticket/ticket.h"
#include "usecase/named_page.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

JobOfAllView view_of(Connection& rows, const JobRow& row) {
  return {.reference = row.reference,
          .version = row.version,
          .kind = row.kind,
          .state = row.state,
          .account = row.account ? reference_of_account(rows, *row.account) : std::string{},
          .about = row.about,
          .asked_at = row.asked_at,
          .begun_at = row.begun_at,
          .ended_at = row.ended_at,
          .attempt = row.attempt,
          .lease_until = row.lease_until,
          .units_done = row.units_done,
          .units_total = row.units_total,
          .cancel_asked = row.cancel_asked,
          .refusal = row.refusal};
}

std::optional<KeptJob> named_job(Connection& rows, std::string_view reference) {
  const auto name = reference_from(reference);
  return name ? job_by_reference(rows, *name) : std::nullopt;
}

std::string name_of_list(const JobFilter& filter) {
  std::string name = "all-jobs";
  if (filter.kind) name += "/" + std::string{key_of(*filter.kind)};
  if (filter.state) name += "." + std::string{key_of(*filter.state)};
  return name;
}

}  // namespace

Outcome<ListPage<JobOfAllView>> all_jobs(const Look& look, const ListAsked& asked,
                                         const JobFilter& filter) {
  const std::string list = name_of_list(filter);
  std::int64_t before = 0;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 1);
    if (!place) return refused(Refusal::cursor_unknown);
    before = whole_in((*place)[0]);
  }
  const auto found = jobs_of_all_before(look.rows, {.kind = filter.kind, .state = filter.state},
                                        before, asked.most + 1);
  ListPage<JobOfAllView> page;
  for (const KeptJob& each : found) {
    if (std::ssize(page.items) == asked.most) {
      const KeptJob& last = found[page.items.size() - 1];
      page.next = cursor_of(list, std::vector{std::to_string(last.key.value)});
      break;
    }
    page.items.push_back(view_of(look.rows, each.row));
  }
  return page;
}

Outcome<JobOfAllView> any_job(const Look& look, std::string_view reference) {
  const auto kept = named_job(look.rows, reference);
  if (!kept) return refused(Refusal::not_found);
  return view_of(look.rows, kept->row);
}

Outcome<JobOfAllView> cancel_any_job(Desk& desk, const Addressed& at, const CancelJob& asked) {
  const auto kept = named_job(desk.rows(), at.reference);
  if (!kept) return refused(Refusal::not_found);
  if (at.version) {
    if (auto changed = version_refusal(at, kept->row.version)) return *std::move(changed);
  }
  if (!ask_job_to_end(desk.rows(), kept->key)) return refused(Refusal::job_has_ended);
  Act& act = desk.open(ActWord::job_cancelled, Thing::job, kept->row.reference);
  act.change("why", std::nullopt, asked.why);
  return view_of(desk.rows(), job_by_reference(desk.rows(), kept->row.reference).value().row);
}

Outcome<JobOfAllView> retry_job(Desk& desk, const Addressed& at, const RetryJob& asked) {
  const auto kept = named_job(desk.rows(), at.reference);
  if (!kept) return refused(Refusal::not_found);
  if (!kept->row.ended_at) return view_of(desk.rows(), kept->row);
  JobRow row{.reference = "job-" + std::to_string(next_number(desk.rows(), "job")),
             .kind = kept->row.kind,
             .state = JobState::waiting,
             .account = kept->row.account,
             .about = kept->row.about,
             .question = kept->row.question};
  row.asked_at = clock_of_database(desk.rows());
  Act& act = desk.open(ActWord::job_asked, Thing::job, row.reference);
  add_job_row(desk.rows(), row);
  act.change("kind", std::nullopt, std::string{key_of(row.kind)});
  act.change("again", std::nullopt, kept->row.reference);
  act.change("why", std::nullopt, asked.why);
  return view_of(desk.rows(), row);
}

}  // namespace vigie
