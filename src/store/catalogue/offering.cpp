#include "store/catalogue/offering.h"

namespace vigie {

std::vector<OfferingPriceRow> prices_of(Connection& rows, Key<OfferingRow> offering) {
  static const std::string select = "select " + select_list<OfferingPriceRow>() +
                                    " from offering_price where offering = $1 order by from_day";
  std::vector<OfferingPriceRow> found;
  rows.run(select, std::array<Parameter, 1>{offering.value},
           [&](const Row& row) { found.push_back(row_from<OfferingPriceRow>(row)); });
  return found;
}

}  // namespace vigie
