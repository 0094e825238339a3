#include "store/catalogue/service.h"

namespace vigie {

bool is_anything_offered(Connection& rows) {
  return rows.run("select 1 from service limit 1", {}) > 0;
}

bool has_service_called(Connection& rows, std::string_view designation) {
  return rows.run("select 1 from service where designation = $1",
                  std::array<Parameter, 1>{designation}) > 0;
}

}  // namespace vigie
