#include "store/ticket/touched.h"

#include "store/ticket/in_effect.h"

namespace vigie {

namespace {

/// With whether the ticket counts and is open.
std::string columns() {
  return "t.id, t.reference, t.touched, case when t.ended_at is null and " + in_effect("t") +
         " then 1 else 0 end, t.opened_at, t.customer, t.team, t.site, t.holder, t.kind, "
         "t.priority,"
         " t.service, t.phase, t.due_at, case when t.major_at is null then 0 else 1 end,"
         " (select min(c.at_risk_at) from ticket_clock c where c.ticket = t.id and c.ended_at is"
         " null and c.verdict = 'pending'),"
         " case when exists (select 1 from ticket_clock c where c.ticket = t.id and c.ended_at is"
         " null and c.state = 'paused') then 1 else 0 end";
}

/// Tickets written by an act of `acts`, and those whose import began or ceased to count by one.
std::string touched_by(std::string_view acts) {
  const std::string of_act = "select " + columns() + " from act_seal s join ";
  const std::string where{acts};
  return of_act + "ticket t on t.touched = s.act where " + where + " union all " + of_act +
         "import i on i.effect_act = s.act join import_ticket b on b.import = i.id"
         " join ticket t on t.id = b.ticket where " +
         where;
}

BoardPlace place_of(const Row& row) {
  return {.key = {row.whole(0)},
          .reference = std::string{row.text(1)},
          .touched = {row.whole(2)},
          .is_open = row.whole(3) != 0,
          .opened_at = FieldValue<Instant>::from_sql(row, 4),
          .customer = {row.whole(5)},
          .team = std::string{row.text(6)},
          .site = std::string{row.text(7)},
          .holder = std::string{row.text(8)},
          .kind = std::string{row.text(9)},
          .priority = std::string{row.text(10)},
          .service = std::string{row.text(11)},
          .phase = std::string{row.text(12)},
          .due_at = FieldValue<std::optional<Instant>>::from_sql(row, 13),
          .is_major = row.whole(14) != 0,
          .at_risk_at = FieldValue<std::optional<Instant>>::from_sql(row, 15),
          .is_paused = row.whole(16) != 0};
}

}  // namespace

void read_open_places(Connection& rows, const std::function<void(BoardPlace)>& each) {
  static const std::string select =
      "select " + columns() + " from ticket t where t.ended_at is null and " + in_effect("t");
  rows.run(select, {}, [&](const Row& row) { each(place_of(row)); });
}

void read_places_touched_after(Connection& rows, std::int64_t position,
                               const std::function<void(BoardPlace)>& each) {
  static const std::string select =
      touched_by("s.position > $1") + " union all " + touched_by("s.position is null");
  rows.run(select, std::array<Parameter, 1>{position},
           [&](const Row& row) { each(place_of(row)); });
}

}  // namespace vigie
