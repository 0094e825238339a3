#include "store/ticket/touched.h"

namespace vigie {

namespace {

constexpr std::string_view columns =
    "t.id, t.reference, t.touched, t.ended_at, t.opened_at, t.customer, t.team, t.site";

BoardPlace place_of(const Row& row) {
  return {.key = {row.whole(0)},
          .reference = std::string{row.text(1)},
          .touched = {row.whole(2)},
          .is_open = row.is_null(3),
          .opened_at = FieldValue<Instant>::from_sql(row, 4),
          .customer = {row.whole(5)},
          .team = std::string{row.text(6)},
          .site = std::string{row.text(7)}};
}

}  // namespace

void read_open_places(Connection& rows, const std::function<void(BoardPlace)>& each) {
  static const std::string select =
      "select " + std::string{columns} + " from ticket t where t.ended_at is null";
  rows.run(select, {}, [&](const Row& row) { each(place_of(row)); });
}

void read_places_touched_after(Connection& rows, std::int64_t position,
                               const std::function<void(BoardPlace)>& each) {
  static const std::string select =
      "select " + std::string{columns} +
      " from act_seal s join ticket t on t.touched = s.act where s.position > $1"
      " union all select " +
      std::string{columns} +
      " from act_seal s join ticket t on t.touched = s.act where s.position is null";
  rows.run(select, std::array<Parameter, 1>{position},
           [&](const Row& row) { each(place_of(row)); });
}

}  // namespace vigie
