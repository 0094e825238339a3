// What an alert may be about.
#pragma once

#include <map>
#include <string>

#include "usecase/agreement/terms_in_force.h"

namespace vigie {

/// Services and items that mean something here; each is looked up once.
class KnownItems {
 public:
  KnownItems(Connection& rows, SharedTerms terms);

  /// Anything while the catalogue has no service. Else a service of the catalogue, as tickets and
  /// agreements call it, or a service or an item that an agreement is about: its scope, or one of
  /// its availabilities. House rule.
  bool has(const std::string& item);

 private:
  bool is_spelled_by_terms(const std::string& item) const;

  Connection& rows_;
  SharedTerms terms_;
  Names names_;
  bool is_catalogue_empty_;
  std::map<std::string, bool> known_;
};

}  // namespace vigie
