#include "store/closure/reopening.h"

namespace vigie {

std::vector<ReopeningRow> reopening_steps(Connection& rows, std::string_view closure) {
  static const std::string select = "select " + select_list<ReopeningRow>() +
                                    " from reopening where closure = $1 order by number";
  std::vector<ReopeningRow> found;
  rows.run(select, std::array<Parameter, 1>{closure},
           [&](const Row& row) { found.push_back(row_from<ReopeningRow>(row)); });
  return found;
}

}  // namespace vigie
