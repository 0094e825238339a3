#include "store/notice/delivery.h"

#include <algorithm>

namespace vigie {

namespace {

/// "insert into delivery (...) values ($1, ...), ($15, ...) on conflict (reference) do nothing".
std::string insert_of(std::size_t count) {
  std::string text = insert_statement<DeliveryRow>("delivery");
  std::size_t next = field_count<DeliveryRow>();
  for (std::size_t i = 1; i < count; ++i) {
    text += ", (";
    for (std::size_t column = 0; column < field_count<DeliveryRow>(); ++column) {
      text += (column == 0 ? "$" : ", $") + std::to_string(++next);
    }
    text += ")";
  }
  return text + " on conflict (reference) do nothing";
}

}  // namespace

void add_deliveries(Connection& rows, std::span<const DeliveryRow> deliveries) {
  constexpr std::size_t at_once = 50;
  static const std::string many = insert_of(at_once);
  static const std::string one = insert_of(1);
  std::vector<Parameter> values;
  while (!deliveries.empty()) {
    const std::size_t count = deliveries.size() < at_once ? 1 : at_once;
    values.resize(count * field_count<DeliveryRow>());
    for (std::size_t i = 0; i < count; ++i) {
      put_values(deliveries[i], std::span{values}.subspan(i * field_count<DeliveryRow>()));
    }
    rows.run(count == 1 ? one : many, values);
    deliveries = deliveries.subspan(count);
  }
}

}  // namespace vigie
