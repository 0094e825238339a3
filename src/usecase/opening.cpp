#include "usecase/opening.h"

#include "store/database/migrations.h"
#include "store/journal/seal_acts.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

bool is_begun(Database& database) {
  std::int64_t position = 0;
  database.read([&](Connection& rows) { position = last_position(rows); });
  return position > 0;
}

}  // namespace

Result<std::unique_ptr<OpenedInstallation>> open_installation(const OpeningTerms& terms) {
  auto database = open_database(terms.database);
  if (!database) return database.error();
  std::unique_ptr<Database> opened = std::move(database).value();
  const auto steps = migrate(*opened, migrations());
  if (!steps) return steps.error();
  if (!std::filesystem::exists(terms.journal_key) && is_begun(*opened)) {
    return Fault{.code = FaultCode::sealing_key_missing,
                 .arguments = {{"file", terms.journal_key.string()}},
                 .place = {},
                 .cures = {{.write = "journal_key", .means = CureWord::key_of_this_journal}}};
  }
  const auto key = sealing_key_in(terms.journal_key);
  if (!key) return key.error();
  return std::make_unique<OpenedInstallation>(
      std::move(opened),
      Sealer::Terms{.key = *key, .sealed = terms.sealed, .failed = terms.sealing_failed}, *steps);
}

}  // namespace vigie
