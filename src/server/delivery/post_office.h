// The postman of a node, with his carriers.
#pragma once

#include <functional>
#include <memory>

#include "engine/time/zone.h"
#include "server/delivery/delivery_terms.h"
#include "server/transport/limits.h"
#include "usecase/notice/postman.h"

namespace vigie {

class PostOffice {
 public:
  struct Parts {
    Installation& here;
    DeliveryTerms terms;
    Limits limits;
    ZoneSource& zones;
    std::function<void(const std::exception&)> failed;
  };

  /// Reads the file of the password. Throws std::system_error when it cannot be read, and
  /// std::runtime_error when there is no such zone.
  explicit PostOffice(Parts parts);

  void call() { postman_.call(); }

 private:
  DeliveryTerms terms_;
  Postman postman_;
};

}  // namespace vigie
