#include "usecase/import/import_file.h"

#include "store/blob/blob.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// The import that may take a file.
Outcome<KeptImport> import_to_fill(Connection& rows, const Scope& scope, const FileToTake& asked) {
  const auto reference = reference_from(asked.at.reference);
  std::optional<KeptImport> kept;
  if (reference) kept = import_by_reference(rows, scope, *reference);
  if (!kept) return refused(Refusal::not_found);
  const ImportRow& row = kept->row;
  if (asked.at.version && row.version != asked.at.version) {
    return Refused{
        Refusal::version_changed,
        {{"now", std::to_string(row.version)}, {"asked", std::to_string(*asked.at.version)}},
        {}};
  }
  if (row.state != ImportState::added && row.state != ImportState::filled) {
    return Refused{Refusal::import_state_wrong, {{"state", std::string{key_of(row.state)}}}, {}};
  }
  if (asked.bytes.empty()) return refused(Refusal::import_file_empty);
  return *std::move(kept);
}

BlobPlan keep_pieces(Installation& here, std::string_view bytes) {
  BlobCutter cutter{[&](BytesView piece) {
    here.database.act([&](Connection& rows) { keep_chunk(rows, piece); });
  }};
  cutter.add(std::as_bytes(std::span{bytes}));
  return cutter.finish();
}

}  // namespace

Outcome<ImportView> take_file(Installation& here, const Caller& caller, const FileToTake& asked) {
  constexpr Permission permission = Permission::run_imports;
  const auto may = look(here, caller, permission, [&](const Look& seen) -> Outcome<KeptImport> {
    return import_to_fill(seen.rows, seen.scope(), asked);
  });
  if (!may) return may.error();
  const BlobPlan plan = keep_pieces(here, asked.bytes);
  return perform(here, caller, permission, [&](Desk& desk) -> Outcome<ImportView> {
    const auto kept = import_to_fill(desk.rows(), desk.scope(), asked);
    if (!kept) return kept.error();
    ImportRow row = kept->row;
    if (row.blob == plan.digest) return view_of(desk.rows(), row);
    ++row.version;
    row.state = ImportState::filled;
    row.blob = plan.digest;
    row.file_bytes = plan.size;
    Act& act = desk.open(ActWord::import_file_taken, Thing::import, row.reference);
    keep_missing_chunks(desk.rows(), plan, std::as_bytes(std::span{asked.bytes}));
    keep_blob(desk.rows(), plan);
    ensure(change_import_row(desk.rows(), kept->key, row), "its version was just read");
    act.change(&kept->row, &row);
    return view_of(desk.rows(), row);
  });
}

}  // namespace vigie
