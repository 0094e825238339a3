#include "usecase/job/job.h"

#include <algorithm>

#include "store/ticket/ticket.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

std::vector<RefusalArgument> arguments_from(std::string_view kept) {
  std::vector<RefusalArgument> arguments;
  while (!kept.empty()) {
    const std::size_t end = std::min(kept.find('\n'), kept.size());
    const std::string_view line = kept.substr(0, end);
    const std::size_t equals = line.find('=');
    arguments.push_back(
        {std::string{line.substr(0, equals)}, std::string{line.substr(equals + 1)}});
    kept.remove_prefix(std::min(end + 1, kept.size()));
  }
  return arguments;
}

JobView view_of(const JobRow& row) {
  return {.reference = row.reference,
          .version = row.version,
          .kind = row.kind,
          .state = row.state,
          .about = row.about,
          .asked_at = row.asked_at,
          .begun_at = row.begun_at,
          .ended_at = row.ended_at,
          .units_done = row.units_done,
          .units_total = row.units_total,
          .cancel_asked = row.cancel_asked,
          .has_result = row.result.has_value(),
          .refusal = row.refusal,
          .refusal_arguments = arguments_from(row.refusal_arguments)};
}

/// One that `caller` asked for.
std::optional<KeptJob> own_job(Connection& rows, const Caller& caller, std::string_view reference) {
  const auto name = reference_from(reference);
  if (!name) return std::nullopt;
  auto kept = job_by_reference(rows, *name);
  if (!kept || kept->row.account != caller.account) return std::nullopt;
  return kept;
}

}  // namespace

std::string kept_arguments(const std::vector<std::pair<std::string, std::string>>& arguments) {
  std::string kept;
  for (const auto& [name, value] : arguments) {
    if (!kept.empty()) kept += '\n';
    kept += name + "=" + value;
    std::ranges::replace(kept.end() - static_cast<std::ptrdiff_t>(value.size()), kept.end(), '\n',
                         ' ');
  }
  return kept;
}

std::optional<Refused> refusal_of_jobs(Desk& desk, std::int64_t most) {
  if (jobs_under_way(desk.rows(), desk.caller().account) < most) return std::nullopt;
  return refused(Refusal::too_many_jobs, {{"most", std::to_string(most)}});
}

std::string add_job(Desk& desk, const AskJob& asked) {
  JobRow row{.reference = "job-" + std::to_string(next_number(desk.rows(), "job")),
             .kind = asked.kind,
             .state = JobState::waiting,
             .account = desk.caller().account,
             .about = asked.about,
             .question = asked.question};
  desk.rows().run("select clock_now()", {},
                  [&](const Row& now) { row.asked_at = Instant{Duration{now.whole(0)}}; });
  add_job_row(desk.rows(), row);
  return row.reference;
}

Outcome<JobView> ask_job(Desk& desk, const AskJob& asked) {
  if (auto refused = refusal_of_jobs(desk, asked.most)) return *std::move(refused);
  const std::string reference = add_job(desk, asked);
  const JobView view = view_of(job_by_reference(desk.rows(), reference).value().row);
  desk.open(ActWord::job_asked, Thing::job, reference)
      .change("kind", std::nullopt, std::string{key_of(asked.kind)});
  return view;
}

Outcome<JobView> cancel_job(Desk& desk, const Addressed& at, const CancelJob& asked) {
  const auto kept = own_job(desk.rows(), desk.caller(), at.reference);
  if (!kept) return refused(Refusal::not_found);
  if (at.version && kept->row.version != at.version) {
    return refused(Refusal::version_changed, {{"now", std::to_string(kept->row.version)},
                                              {"asked", std::to_string(*at.version)}});
  }
  if (!ask_job_to_end(desk.rows(), kept->key)) return refused(Refusal::job_has_ended);
  Act& act = desk.open(ActWord::job_cancelled, Thing::job, kept->row.reference);
  act.change("why", std::nullopt, asked.why);
  return view_of(job_by_reference(desk.rows(), kept->row.reference).value().row);
}

Outcome<JobView> job(const Look& look, std::string_view reference) {
  const auto kept = own_job(look.rows, look.caller, reference);
  if (!kept) return refused(Refusal::not_found);
  return view_of(kept->row);
}

Outcome<std::string> job_result(const Look& look, std::string_view reference) {
  auto kept = own_job(look.rows, look.caller, reference);
  if (!kept) return refused(Refusal::not_found);
  if (kept->row.refusal) {
    Refused why = refused(*kept->row.refusal);
    for (RefusalArgument& each : arguments_from(kept->row.refusal_arguments)) {
      why.arguments.emplace_back(std::move(each.name), std::move(each.value));
    }
    return why;
  }
  if (!kept->row.result) {
    return refused(Refusal::job_result_missing, {{"state", std::string{key_of(kept->row.state)}}});
  }
  return *std::move(kept->row.result);
}

Outcome<ListPage<JobView>> jobs(const Look& look, const ListAsked& asked) {
  constexpr std::string_view list = "jobs";
  std::int64_t before = 0;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 1);
    if (!place) return refused(Refusal::cursor_unknown);
    before = whole_in((*place)[0]);
  }
  const auto found = jobs_before(look.rows, look.caller.account, before, asked.most + 1);
  ListPage<JobView> page;
  for (const KeptJob& each : found) {
    if (static_cast<std::int64_t>(page.items.size()) == asked.most) {
      const KeptJob& last = found[page.items.size() - 1];
      page.next = cursor_of(list, std::vector{std::to_string(last.key.value)});
      break;
    }
    page.items.push_back(view_of(each.row));
  }
  return page;
}

}  // namespace vigie
