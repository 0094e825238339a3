#include "server/api/import/import_routes.h"

#include "notation/page/csv_cell.h"
#include "server/api/api_route.h"
#include "usecase/import/import.h"
#include "usecase/import/import_file.h"

namespace vigie {

namespace {

using StepWork = Outcome<ImportView> (*)(Desk&, const StepAsked&);

struct StepParts {
  Installation& here;
  std::int64_t most_jobs;
};

/// POST of a step of the life of an import.
Route steps(const StepParts& parts, RouteHead head, StepWork work) {
  return acts_on<ImportStep, ImportView>(
      parts.here, std::move(head),
      [work, most_jobs = parts.most_jobs](Desk& desk, const Addressed& at, const ImportStep& step) {
        return work(desk, {.at = at, .step = step, .most_jobs = most_jobs});
      });
}

/// The version in If-Match, where there is one.
Outcome<Addressed> addressed(const Call& call) {
  Addressed at{.reference = call.in_path("reference"), .version = {}};
  if (call.request.fields.count("if-match") == 0) return at;
  const Outcome<std::int64_t> version = version_asked(call);
  if (!version) return version.error();
  at.version = *version;
  return at;
}

Route takes_file(Installation& here) {
  using enum Refusal;
  Route route =
      route_of({.pattern = "/api/imports/{reference}/file",
                .permission = Permission::run_imports,
                .refusals = {not_found, version_missing, version_changed, import_state_wrong,
                             import_file_empty},
                .summary = "Takes the file of an import: its bytes, plain, gzip or zstd."},
               Method::put);
  route.most_body = Limit::import_file_bytes;
  route.takes = {.media_type = "application/octet-stream"};
  route.gives = shape_of<ImportView>();
  route.tells_version = true;
  route.answer = [&here](const Call& call) {
    const auto at = addressed(call);
    if (!at) return refusal_response(call, at.error());
    const auto done = take_file(here, call.caller, {.at = *at, .bytes = call.request.body});
    if (!done) return refusal_response(call, done.error());
    const AnswerBody body = body_of(*done);
    return Response{.body = body.json, .entity_tag = std::to_string(body.version)};
  };
  return route;
}

std::string csv_of(const std::vector<ImportFindingRow>& findings, Language language) {
  std::string csv = "code,times,example,meaning\n";
  for (const ImportFindingRow& row : findings) {
    csv += csv_cell(row.code) + "," + std::to_string(row.times) + "," + csv_cell(row.example) +
           "," + csv_cell(language == Language::fr ? row.said_fr : row.said_en) + "\n";
  }
  return csv;
}

Route gives_findings(Installation& here) {
  Route route = route_of({.pattern = "/api/imports/{reference}/findings.csv",
                          .permission = Permission::read_imports,
                          .refusals = {Refusal::not_found},
                          .summary = "What was noticed in the file: a line an example."},
                         Method::get);
  route.gives = {.media_type = "text/csv"};
  route.answer = [&here](const Call& call) {
    const auto seen = look(here, call.caller, Permission::read_imports, [&](const Look& rows) {
      return findings_of_import(rows, call.in_path("reference"));
    });
    if (!seen) return refusal_response(call, seen.error());
    return Response{.media_type = "text/csv; charset=utf-8", .body = csv_of(*seen, call.language)};
  };
  return route;
}

std::vector<Route> step_routes(const StepParts& parts) {
  using enum Refusal;
  constexpr Permission permission = Permission::run_imports;
  return {
      steps(parts,
            {.pattern = "/api/imports/{reference}/rehearse",
             .permission = permission,
             .refusals = {not_found, version_changed, import_state_wrong, too_many_jobs},
             .summary = "Asks for a job that tells what the file would add, and changes nothing."},
            rehearse_import),
      steps(parts,
            {.pattern = "/api/imports/{reference}/run",
             .permission = permission,
             .refusals = {not_found, version_changed, import_state_wrong, import_under_way,
                          too_many_jobs},
             .summary = "Asks for the job that loads the file, without effect yet."},
            run_import),
      steps(parts,
            {.pattern = "/api/imports/{reference}/publish",
             .permission = permission,
             .refusals = {not_found, version_changed, import_state_wrong},
             .summary = "What an import brought counts from now on."},
            publish_import),
      steps(parts,
            {.pattern = "/api/imports/{reference}/withdraw",
             .permission = permission,
             .refusals = {not_found, version_changed, import_state_wrong, import_rested_on},
             .summary = "What an import brought counts no more, as if it had never come."},
            withdraw_import),
      steps(parts,
            {.pattern = "/api/imports/{reference}/cancel",
             .permission = permission,
             .refusals = {not_found, version_changed, import_state_wrong},
             .summary = "Gives an import up before it is published; its job stops."},
            cancel_import),
  };
}

/// The work of a kind, its view as JSON.
template <class View>
JobWork told_as_json(Outcome<View> (*work)(JobAtWork&, const ImportParts&),
                     const ImportParts& parts) {
  return [work, parts](JobAtWork& at_work) -> Outcome<std::string> {
    const auto view = work(at_work, parts);
    if (!view) return view.error();
    JsonWriter json;
    write_fields(json, *view);
    return json.take();
  };
}

}  // namespace

std::vector<Route> import_routes(Installation& here, const ImportReader& reader,
                                 std::int64_t most_jobs) {
  using enum Refusal;
  std::vector<Route> routes{
      lists(here,
            {.pattern = "/api/imports",
             .permission = Permission::read_imports,
             .refusals = {cursor_unknown},
             .summary = "Imports, the last one first."},
            imports),
      creates<AddImport, ImportView>(
          here,
          {.pattern = "/api/imports",
           .permission = Permission::run_imports,
           .refusals = {reference_malformed, customer_unknown, document_faulty},
           .summary = "Adds an import: where its file comes from, and how it is read."},
          [&reader](Desk& desk, const AddImport& asked) {
            return add_import(desk, reader, asked);
          }),
      reads(here,
            {.pattern = "/api/imports/{reference}",
             .permission = Permission::read_imports,
             .refusals = {},
             .summary = "One import: its state, and what its file tells."},
            import),
      takes_file(here),
      gives_findings(here),
  };
  for (Route& route : step_routes({.here = here, .most_jobs = most_jobs}))
    routes.push_back(std::move(route));
  return routes;
}

void add_import_works(JobWorks& works, const ImportParts& parts) {
  works[JobKind::import_rehearsal] = told_as_json(rehearse, parts);
  works[JobKind::import_run] = told_as_json(load, parts);
  works[JobKind::import_settling] = told_as_json(settle, parts);
}

}  // namespace vigie
