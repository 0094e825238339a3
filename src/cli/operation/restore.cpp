#include "cli/operation/restore.h"

#include <filesystem>
#include <iostream>

#include "cli/operation/dump_file.h"
#include "cli/operation/dump_reader.h"
#include "cli/operation/standing_database.h"
#include "connector/zone_folder.h"
#include "server/document_reader.h"
#include "store/database/migrations.h"
#include "store/dump/sqlite_copy.h"
#include "store/journal/seal_acts.h"
#include "usecase/operation/derived.h"
#include "usecase/operation/kept_zones.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

namespace fs = std::filesystem;

/// What comes after is no continuation of what the other place went on to write.
void begin_epoch(Database& database) {
  database.act([](Connection& rows) {
    rows.run(
        "update installation set epoch = case when epoch >= clock_now() then epoch + 1"
        " else clock_now() end",
        {});
  });
}

void judge_again(Database& database, const Restoring& asked) {
  ZoneFolder of_machine;
  std::unique_ptr<KeptZones> kept;
  database.read([&](Connection& rows) { kept = KeptZones::in_force(rows); });
  ZoneSource& zones = kept ? static_cast<ZoneSource&>(*kept) : of_machine;
  const YamlDocumentReader reader;
  TermsShelf shelf{reader, zones};
  make_derived_again(database, shelf, asked.progress);
}

std::unique_ptr<Source> opened(const std::string& file) {
  auto source = open_source(file, std::cin);
  if (!source) throw DumpRefused{source.error()};
  return std::move(source).value();
}

Result<Restored> restore_dump(const Restoring& asked, const std::string& file) {
  DumpReader reader{[&] { return opened(file); }, asked.file};
  auto made = open_database(asked.database);
  if (!made) return made.error();
  Database& database = **made;
  const auto rows = put_in(database, reader, reader.step(), asked.file);
  if (!rows) return rows.error();
  begin_epoch(database);
  judge_again(database, asked);
  return Restored{.rows = *rows, .position = position_in(database)};
}

Result<Restored> restore_copy(const Restoring& asked, const fs::path& to) {
  if (fs::exists(to)) {
    return Fault{.code = FaultCode::restore_not_empty,
                 .arguments = {},
                 .place = {},
                 .cures = {{.write = "--database", .means = CureWord::database_anew}}};
  }
  const fs::path aside = to.string() + ".part";
  fs::remove(aside);
  copy_sqlite(asked.file, aside);
  fs::rename(aside, to);
  auto made = open_database(asked.database);
  if (!made) return made.error();
  if (const auto walked = migrate(**made, migrations()); !walked) return walked.error();
  begin_epoch(**made);
  return Restored{.rows = 0, .position = position_in(**made)};
}

/// The copy is copied once more: opening it would write beside it.
Result<Restored> restore_copy_as_dump(const Restoring& asked) {
  const fs::path folder = fs::temp_directory_path() / ("vigie-restore-" + std::to_string(getpid()));
  struct Removed {
    const fs::path& folder;
    ~Removed() {
      std::error_code ignored;
      fs::remove_all(folder, ignored);
    }
  } removed{folder};
  fs::create_directories(folder);
  fs::permissions(folder, fs::perms::owner_all);
  copy_sqlite(asked.file, folder / "copy.db");
  const std::string dump = (folder / "copy.ndjson.zst").string();
  {
    auto copy = open_database({.url = "sqlite:" + (folder / "copy.db").string()});
    if (!copy) return copy.error();
    dump_to_file(**copy, DumpContent::portable, dump);
  }
  return restore_dump(asked, dump);
}

}  // namespace

Result<Restored> restore(const Restoring& asked) {
  try {
    if (!is_sqlite(asked.file)) return restore_dump(asked, asked.file);
    if (const auto to = sqlite_file(asked.database.url)) return restore_copy(asked, *to);
    return restore_copy_as_dump(asked);
  } catch (const DumpRefused& refused) {
    return refused.fault();
  }
}

}  // namespace vigie
