#include "usecase/import/import.h"

#include <algorithm>

#include "store/import/loaded_ticket.h"
#include "usecase/job/job.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

ImportView import_view(const ImportRow& row, std::string customer) {
  return {.reference = row.reference,
          .version = row.version,
          .source = row.source,
          .customer = std::move(customer),
          .state = row.state,
          .file_bytes = row.file_bytes,
          .job = row.job,
          .rows = row.rows_read,
          .tickets = row.tickets,
          .tickets_added = row.tickets_added,
          .events = row.events,
          .events_added = row.events_added,
          .findings = row.findings};
}

/// The import that a step is about, when its state is one of `states`.
Outcome<KeptImport> import_for(Desk& desk, const StepAsked& asked,
                               std::initializer_list<ImportState> states) {
  const auto reference = reference_from(asked.at.reference);
  std::optional<KeptImport> kept;
  if (reference) kept = import_by_reference(desk.rows(), desk.scope(), *reference);
  if (!kept) return refused(Refusal::not_found);
  if (asked.at.version && kept->row.version != asked.at.version) {
    return refused(Refusal::version_changed, {{"now", std::to_string(kept->row.version)},
                                              {"asked", std::to_string(*asked.at.version)}});
  }
  if (std::ranges::find(states, kept->row.state) == states.end()) {
    return refused(Refusal::import_state_wrong, {{"state", std::string{key_of(kept->row.state)}}});
  }
  return *std::move(kept);
}

/// Writes what the step made of it, under its act.
ImportView done(Desk& desk, const KeptImport& before, ImportRow after, Act& act,
                const ImportStep& step) {
  after.version = before.row.version + 1;
  ensure(change_import_row(desk.rows(), before.key, after), "its version was just read");
  act.change("comment", std::nullopt, step.comment);
  const ImportView was = view_of(desk.rows(), before.row);
  const ImportView now = view_of(desk.rows(), after);
  act.change(&was, &now);
  return now;
}

bool has_job_under_way(Connection& rows, const ImportRow& row) {
  const auto job = job_by_reference(rows, row.job);
  return job && !job->row.ended_at;
}

/// The tickets that were there before are judged again: by a job, as it takes its time.
std::string add_settling(Desk& desk, const std::string& reference) {
  return add_job(desk, {.kind = JobKind::import_settling, .about = reference});
}

}  // namespace

ImportView view_of(Connection& rows, const ImportRow& row) {
  return import_view(row, party_reference(rows, row.customer));
}

Outcome<ImportView> add_import(Desk& desk, const ImportReader& reader, const AddImport& asked) {
  const auto source = reference_from(asked.source);
  if (!source) return refused(Refusal::reference_malformed, {{"text", asked.source}});
  const auto customer = party_by_reference(desk.rows(), desk.scope(), asked.customer);
  if (!customer || !desk.scope().covers({.customer = customer->key})) {
    return refused(Refusal::customer_unknown, {{"reference", asked.customer}});
  }
  if (asked.profile) {
    auto faults = reader.check(*asked.profile);
    if (!faults.empty()) return Refused{Refusal::document_faulty, {}, std::move(faults)};
  }
  const ImportRow row{.reference = "imp-" + std::to_string(next_number(desk.rows(), "import")),
                      .source = *source,
                      .customer = customer->key,
                      .state = ImportState::added,
                      .profile = asked.profile.value_or(""),
                      .blob = {}};
  Act& act = desk.open(ActWord::import_added, Thing::import, row.reference);
  add_import_row(desk.rows(), row);
  const ImportView view = import_view(row, customer->row.reference);
  act.change<ImportView>(nullptr, &view);
  return view;
}

Outcome<ImportView> import(const Look& look, std::string_view reference) {
  const auto name = reference_from(reference);
  std::optional<KeptImport> kept;
  if (name) kept = import_by_reference(look.rows, look.scope(), *name);
  if (!kept) return refused(Refusal::not_found);
  return view_of(look.rows, kept->row);
}

Outcome<ListPage<ImportView>> imports(const Look& look, const ListAsked& asked) {
  constexpr std::string_view list = "imports";
  std::int64_t before = 0;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 1);
    if (!place) return refused(Refusal::cursor_unknown);
    before = whole_in((*place)[0]);
  }
  const auto found = imports_before(look.rows, look.scope(), before, asked.most + 1);
  ListPage<ImportView> page;
  for (const ListedImport& each : found) {
    if (static_cast<std::int64_t>(page.items.size()) == asked.most) {
      const KeptImport& last = found[page.items.size() - 1].kept;
      page.next = cursor_of(list, std::vector{std::to_string(last.key.value)});
      break;
    }
    page.items.push_back(import_view(each.kept.row, each.customer));
  }
  return page;
}

Outcome<std::vector<ImportFindingRow>> findings_of_import(const Look& look,
                                                          std::string_view reference) {
  const auto name = reference_from(reference);
  std::optional<KeptImport> kept;
  if (name) kept = import_by_reference(look.rows, look.scope(), *name);
  if (!kept) return refused(Refusal::not_found);
  return findings_of(look.rows, kept->key);
}

Outcome<ImportView> rehearse_import(Desk& desk, const StepAsked& asked) {
  const auto kept = import_for(desk, asked, {ImportState::filled, ImportState::loaded});
  if (!kept) return kept.error();
  if (auto refused = refusal_of_jobs(desk, asked.most_jobs)) return *std::move(refused);
  ImportRow row = kept->row;
  row.job = add_job(desk, {.kind = JobKind::import_rehearsal, .about = row.reference});
  Act& act = desk.open(ActWord::job_asked, Thing::import, row.reference);
  return done(desk, *kept, std::move(row), act, asked.step);
}

Outcome<ImportView> run_import(Desk& desk, const StepAsked& asked) {
  const auto kept = import_for(desk, asked, {ImportState::filled, ImportState::loading});
  if (!kept) return kept.error();
  if (kept->row.state == ImportState::loading && has_job_under_way(desk.rows(), kept->row)) {
    return refused(Refusal::import_state_wrong, {{"state", std::string{key_of(kept->row.state)}}});
  }
  if (const auto other = import_under_way(desk.rows(), kept->row.source, kept->key)) {
    return refused(Refusal::import_under_way, {{"reference", *other}});
  }
  if (auto refused = refusal_of_jobs(desk, asked.most_jobs)) return *std::move(refused);
  ImportRow row = kept->row;
  row.state = ImportState::loading;
  row.job = add_job(desk, {.kind = JobKind::import_run, .about = row.reference});
  Act& act = desk.open(ActWord::job_asked, Thing::import, row.reference);
  return done(desk, *kept, std::move(row), act, asked.step);
}

Outcome<ImportView> publish_import(Desk& desk, const StepAsked& asked) {
  const auto kept = import_for(desk, asked, {ImportState::loaded});
  if (!kept) return kept.error();
  ImportRow row = kept->row;
  row.state = ImportState::published;
  row.job = add_settling(desk, row.reference);
  Act& act = desk.open(ActWord::import_published, Thing::import, row.reference);
  row.effect_act = act.number();
  return done(desk, *kept, std::move(row), act, asked.step);
}

Outcome<ImportView> withdraw_import(Desk& desk, const StepAsked& asked) {
  constexpr std::int64_t most_told = 20;
  const auto kept = import_for(desk, asked, {ImportState::published});
  if (!kept) return kept.error();
  const Resting resting = resting_on(desk.rows(), *kept, most_told);
  if (resting.count > 0) {
    std::string list;
    for (const std::string& each : resting.references) list += (list.empty() ? "" : ", ") + each;
    return refused(Refusal::import_rested_on,
                   {{"count", std::to_string(resting.count)}, {"list", list}});
  }
  ImportRow row = kept->row;
  row.state = ImportState::withdrawn;
  row.job = add_settling(desk, row.reference);
  Act& act = desk.open(ActWord::import_withdrawn, Thing::import, row.reference);
  row.effect_act = act.number();
  return done(desk, *kept, std::move(row), act, asked.step);
}

Outcome<ImportView> cancel_import(Desk& desk, const StepAsked& asked) {
  using enum ImportState;
  const auto kept = import_for(desk, asked, {added, filled, loading, loaded});
  if (!kept) return kept.error();
  if (const auto job = job_by_reference(desk.rows(), kept->row.job)) {
    ask_job_to_end(desk.rows(), job->key);
  }
  ImportRow row = kept->row;
  row.state = cancelled;
  Act& act = desk.open(ActWord::import_cancelled, Thing::import, row.reference);
  return done(desk, *kept, std::move(row), act, asked.step);
}

}  // namespace vigie
