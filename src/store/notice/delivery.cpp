#include "store/notice/delivery.h"

#include "store/many_rows.h"

namespace vigie {

void add_deliveries(Connection& rows, std::span<const DeliveryRow> deliveries) {
  static const std::string unless_there = " on conflict (reference) do nothing";
  static const std::string many = insert_many<DeliveryRow>("delivery", rows_at_once) + unless_there;
  static const std::string one = insert_many<DeliveryRow>("delivery", 1) + unless_there;
  std::vector<Parameter> values;
  while (!deliveries.empty()) {
    const std::size_t count = deliveries.size() < rows_at_once ? 1 : rows_at_once;
    values.resize(count * field_count<DeliveryRow>());
    for (std::size_t i = 0; i < count; ++i) {
      put_values(deliveries[i], std::span{values}.subspan(i * field_count<DeliveryRow>()));
    }
    rows.run(count == 1 ? one : many, values);
    deliveries = deliveries.subspan(count);
  }
}

}  // namespace vigie
