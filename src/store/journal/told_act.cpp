#include "store/journal/told_act.h"

namespace vigie {

namespace {

/// A kind of thing whose rows say where they stand. What is not here is told to those who read the
/// journal.
struct Followed {
  Thing thing;
  std::string_view table;
  std::string_view customer;  // column
  std::string_view team = {};
  std::string_view site = {};
};

constexpr Followed followed_things[] = {
    {.thing = Thing::ticket,
     .table = "ticket",
     .customer = "customer",
     .team = "team",
     .site = "site"},
    {.thing = Thing::party, .table = "party", .customer = "id"},
    {.thing = Thing::agreement, .table = "agreement", .customer = "customer"},
};

/// "coalesce(t0.COLUMN, t1.COLUMN, ..., OTHERWISE)", of those that have such a column.
std::string first_of(std::string_view Followed::* column, std::string_view otherwise) {
  std::string text = "coalesce(";
  for (std::size_t i = 0; i < std::size(followed_things); ++i) {
    const std::string_view name = followed_things[i].*column;
    if (!name.empty()) text += "t" + std::to_string(i) + "." + std::string{name} + ", ";
  }
  return text.append(otherwise).append(")");
}

std::string versions() {
  std::string text = "coalesce(";
  for (std::size_t i = 0; i < std::size(followed_things); ++i) {
    text += "t" + std::to_string(i) + ".version, ";
  }
  return text + "0)";
}

std::string select_acts() {
  std::string text = "select s.position, a.word, a.thing, a.reference, " + versions() + ", " +
                     first_of(&Followed::customer, "0") + ", " + first_of(&Followed::team, "''") +
                     ", " + first_of(&Followed::site, "''") +
                     " from act_seal s join act a on a.number = s.act";
  for (std::size_t i = 0; i < std::size(followed_things); ++i) {
    const std::string name = "t" + std::to_string(i);
    text += " left join " + std::string{followed_things[i].table} + " " + name + " on a.thing = '" +
            std::string{key_of(followed_things[i].thing)} + "' and " + name +
            ".reference = a.reference";
  }
  return text + " where s.position > $1 order by s.position limit $2";
}

}  // namespace

std::vector<ToldAct> acts_after(Connection& rows, std::int64_t position, std::int64_t most) {
  static const std::string select = select_acts();
  std::vector<ToldAct> acts;
  rows.run(select, std::array<Parameter, 2>{position, most}, [&](const Row& row) {
    ToldAct act{.position = row.whole(0),
                .word = FieldValue<ActWord>::from_sql(row, 1),
                .thing = FieldValue<Thing>::from_sql(row, 2),
                .reference = std::string{row.text(3)},
                .version = row.whole(4),
                .customer = {},
                .team = std::string{row.text(6)},
                .site = std::string{row.text(7)}};
    if (row.whole(5) != 0) act.customer = Key<PartyRow>{row.whole(5)};
    acts.push_back(std::move(act));
  });
  return acts;
}

JournalReach journal_reach(Connection& rows) {
  static const std::string select =
      "select coalesce((select last_position from block order by number desc limit 1), 0),"
      " clock_now(), u.act from (select 1 as one) o left join"
      " (select act from act_seal where position is null order by act limit " +
      std::to_string(most_unsealed) + ") u on o.one = 1 order by u.act";
  JournalReach head;
  rows.run(select, {}, [&](const Row& row) {
    head.position = row.whole(0);
    head.now = FieldValue<Instant>::from_sql(row, 1);
    if (!row.is_null(2)) head.unsealed.push_back(row.whole(2));
  });
  return head;
}

std::int64_t epoch_of(Connection& rows) {
  std::int64_t epoch = 0;
  rows.run("select epoch from installation", {}, [&](const Row& row) { epoch = row.whole(0); });
  return epoch;
}

}  // namespace vigie
