// Use cases of people, without a server before them.
#pragma once

#include <memory>
#include <string>

#include "connector/zone_folder.h"
#include "server/document_reader.h"
#include "store/database/sqlite_database.h"
#include "store/journal/sealer.h"
#include "usecase/desk.h"
#include "usecase/ticket/ticket.h"

namespace vigie::crash {

/// An installation whose tables are in `vigie.db` of a folder. Any number of threads may act; what
/// is refused ends the test, what the database refuses is thrown.
class Acting {
 public:
  Acting(const std::string& folder, const SealingKey& key, SqliteSettings file);

  Database& database() { return *database_; }

  void add(const std::string& reference, PartyKind kind, const std::string& name);
  /// The agreement of `acme`: four hours to resolve an incident.
  void promise();
  /// Gives its reference.
  std::string open(const std::string& title);
  void record(const std::string& ticket, EventWord event);

 private:
  template <class Work>
  void done(Permission permission, Work work);

  std::unique_ptr<Database> database_;
  std::unique_ptr<Sealer> sealer_;
  std::unique_ptr<Installation> here_;
  YamlDocumentReader reader_;
  ZoneFolder zones_;
  TermsShelf shelf_{reader_, zones_};
};

}  // namespace vigie::crash
