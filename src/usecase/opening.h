// An installation opened: its database, its tables, the key of its journal.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "usecase/desk.h"

namespace vigie {

struct OpeningTerms {
  DatabaseSettings database;
  std::filesystem::path journal_key;
  std::function<void(std::int64_t position)> sealed = {};          // the last one; quick
  std::function<void(const std::exception&)> sealing_failed = {};  // it is tried again; quick
};

/// Closed with this, after what was acknowledged is sealed or left to the next opening.
class OpenedInstallation {
 public:
  OpenedInstallation(std::unique_ptr<Database> database, Sealer::Terms terms, int steps)
      : database_{std::move(database)},
        sealer_{*database_, std::move(terms)},
        here_{*database_, sealer_},
        steps_{steps} {}

  Installation& here() { return here_; }
  /// How many steps the tables were taken further.
  int steps() const { return steps_; }

 private:
  std::unique_ptr<Database> database_;
  Sealer sealer_;
  Installation here_;
  int steps_;
};

/// Takes the tables to this program's step, and makes the key when nothing was sealed yet. A
/// `Fault` for what `open_database`, `migrate` and `sealing_key_in` refuse, and for a key that is
/// missing although the journal was begun. Throws what the world refuses.
Result<std::unique_ptr<OpenedInstallation>> open_installation(const OpeningTerms& terms);

}  // namespace vigie
