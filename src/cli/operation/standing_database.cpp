#include "cli/operation/standing_database.h"

#include <filesystem>

#include "cli/console/refusal.h"
#include "store/database/migrations.h"
#include "store/journal/seal_acts.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

Fault missing(const std::string& file) {
  return {.code = FaultCode::file_unreadable,
          .arguments = {{"file", file}, {"why", "No such file or directory"}},
          .place = {},
          .cures = {}};
}

/// The first step that this program must know to read these tables.
std::int64_t least_reader(Database& database) {
  std::int64_t least = 0;
  database.read([&](Connection& rows) {
    rows.run("select coalesce(max(min_reader), 0) from migration", {},
             [&](const Row& row) { least = row.whole(0); });
  });
  return least;
}

}  // namespace

std::optional<std::string> sqlite_file(std::string_view url) {
  constexpr std::string_view scheme = "sqlite:";
  if (!url.starts_with(scheme)) return std::nullopt;
  return std::string{url.substr(scheme.size())};
}

std::unique_ptr<Database> standing_database(Session& session, const OpeningTerms& terms) {
  const auto file = sqlite_file(terms.database.url);
  if (file && !std::filesystem::exists(*file)) {
    refuse({missing(*file)}, {}, session);
    return nullptr;
  }
  auto opened = open_database(terms.database);
  if (!opened) {
    refuse({opened.error()}, {}, session);
    return nullptr;
  }
  std::unique_ptr<Database> database = std::move(opened).value();
  const std::int64_t least = least_reader(*database);
  if (least > migrations().back().number) {
    refuse({Fault{.code = FaultCode::database_newer,
                  .arguments = {{"theirs", std::to_string(least)},
                                {"ours", std::to_string(migrations().back().number)}},
                  .place = {},
                  .cures = {{.write = "vigie", .means = CureWord::newer_program}}}},
           {}, session);
    return nullptr;
  }
  return database;
}

std::int64_t position_in(Database& database) {
  std::int64_t position = 0;
  database.read([&](Connection& rows) { position = last_position(rows); });
  return position;
}

std::optional<SealingKey> standing_key(Session& session, const OpeningTerms& terms) {
  if (!std::filesystem::exists(terms.journal_key)) {
    refuse({Fault{.code = FaultCode::sealing_key_missing,
                  .arguments = {{"file", terms.journal_key.string()}},
                  .place = {},
                  .cures = {{.write = "journal_key", .means = CureWord::key_of_this_journal}}}},
           {}, session);
    return std::nullopt;
  }
  const auto key = sealing_key_in(terms.journal_key);
  if (key) return *key;
  refuse({key.error()}, {}, session);
  return std::nullopt;
}

}  // namespace vigie
