#include "store/journal/told_act.h"

namespace vigie {

namespace {

/// A kind of thing whose rows say where they stand. What is not here is told to those who read the
/// journal. Columns are of the row, "@".
struct Followed {
  Thing thing;
  std::string_view table;
  std::string_view customer;
  std::string_view team = {};
  std::string_view site = {};
  std::string_view version = "@.version";
};

constexpr Followed followed_things[] = {
    {.thing = Thing::ticket,
     .table = "ticket",
     .customer = "@.customer",
     .team = "@.team",
     .site = "@.site"},
    {.thing = Thing::party, .table = "party", .customer = "@.id"},
    {.thing = Thing::agreement, .table = "agreement", .customer = "@.customer"},
    {.thing = Thing::outage, .table = "outage", .customer = "@.customer"},
    {.thing = Thing::maintenance, .table = "maintenance_window", .customer = "@.customer"},
    {.thing = Thing::dispute, .table = "dispute", .customer = "@.customer"},
    {.thing = Thing::attachment,
     .table = "attachment",
     .customer = "(select k.customer from ticket k where k.id = @.ticket)",
     .team = "(select k.team from ticket k where k.id = @.ticket)",
     .site = "(select k.site from ticket k where k.id = @.ticket)"},
    {.thing = Thing::closure, .table = "closure", .customer = "@.customer", .version = {}},
    {.thing = Thing::penalty, .table = "penalty", .customer = "@.customer"},
    {.thing = Thing::contract, .table = "contract", .customer = "@.customer"},
    {.thing = Thing::import, .table = "import", .customer = "@.customer"},
};

/// Texts that people say beside what they do, by the act.
constexpr std::string_view commented_tables[] = {"ticket_event", "outage_event", "dispute_step"};

std::string alias_of(std::size_t followed) { return "t" + std::to_string(followed); }

/// "coalesce(COLUMN of t0, COLUMN of t1, ..., OTHERWISE)", of those that have it.
std::string first_of(std::string_view Followed::* column, std::string_view otherwise) {
  std::string text = "coalesce(";
  for (std::size_t i = 0; i < std::size(followed_things); ++i) {
    std::string name{followed_things[i].*column};
    if (name.empty()) continue;
    name.replace(name.find('@'), 1, alias_of(i));
    text += name + ", ";
  }
  return text.append(otherwise).append(")");
}

/// " left join ticket t0 on ... left join party t1 on ..."
std::string joined_things() {
  std::string text;
  for (std::size_t i = 0; i < std::size(followed_things); ++i) {
    const std::string name = alias_of(i);
    text += " left join " + std::string{followed_things[i].table} + " " + name + " on a.thing = '" +
            std::string{key_of(followed_things[i].thing)} + "' and " + name +
            ".reference = a.reference";
  }
  return text;
}

std::string select_acts() {
  return "select s.position, a.word, a.thing, a.reference, " + first_of(&Followed::version, "0") +
         ", " + first_of(&Followed::customer, "0") + ", " + first_of(&Followed::team, "''") + ", " +
         first_of(&Followed::site, "''") + " from act_seal s join act a on a.number = s.act" +
         joined_things() + " where s.position > $1 order by s.position limit $2";
}

constexpr int act_column = 5;

/// The position, the number, the version, who it was, the act.
std::string select_journal() {
  return "select s.position, a.number, " + first_of(&Followed::version, "0") +
         ", p.reference, p.name, " + select_list<ActRow>("a") +
         " from act_seal s join act a on a.number = s.act left join account c on c.id = a.account"
         " left join person p on p.id = c.person" +
         joined_things() + " where s.position is not null";
}

std::string where_wanted(const Scope& scope, const JournalWanted& wanted,
                         std::vector<Parameter>& values) {
  std::string text;
  const auto ask = [&](std::string_view condition, Parameter value) {
    values.push_back(std::move(value));
    text += " and " + std::string{condition} + " $" + std::to_string(values.size());
  };
  if (wanted.before) ask("s.position <", *wanted.before);
  if (wanted.thing) ask("a.thing =", key_of(*wanted.thing));
  if (wanted.reference) ask("a.reference =", std::string_view{*wanted.reference});
  if (wanted.account) ask("a.account =", wanted.account->value);
  if (wanted.from) ask("a.recorded_at >=", FieldValue<Instant>::to_sql(*wanted.from));
  if (wanted.to) ask("a.recorded_at <", FieldValue<Instant>::to_sql(*wanted.to));
  static const std::string customer = first_of(&Followed::customer, "0");
  static const std::string team = first_of(&Followed::team, "''");
  static const std::string site = first_of(&Followed::site, "''");
  text +=
      " and " + scope_condition(
                    scope, {.customer = customer, .part = {}, .team = team, .site = site}, values);
  values.push_back(wanted.most);
  return text + " order by s.position desc limit $" + std::to_string(values.size());
}

void read_beside(Connection& rows, JournalAct& act) {
  static const std::string changes = "select " + select_list<ActChangeRow>("h") +
                                     " from act_change h where h.act = $1 order by h.rank";
  const std::array<Parameter, 1> number{act.number.value};
  rows.run(changes, number,
           [&](const Row& row) { act.changes.push_back(row_from<ActChangeRow>(row, 0)); });
  for (const std::string_view table : commented_tables) {
    rows.run("select note from " + std::string{table} + " where act = $1 and note is not null",
             number, [&](const Row& row) { act.comment = row.text(0); });
  }
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

std::vector<JournalAct> journal_acts(Connection& rows, const Scope& scope,
                                     const JournalWanted& wanted) {
  static const std::string select = select_journal();
  using Text = FieldValue<std::optional<std::string>>;
  std::vector<JournalAct> acts;
  std::vector<Parameter> values;
  const std::string where = where_wanted(scope, wanted, values);
  rows.run(select + where, values, [&](const Row& row) {
    acts.push_back({.number = {row.whole(1)},
                    .position = row.whole(0),
                    .row = row_from<ActRow>(row, act_column),
                    .version = row.whole(2),
                    .account = Text::from_sql(row, 3),
                    .name = Text::from_sql(row, 4),
                    .changes = {},
                    .comment = {}});
  });
  for (JournalAct& act : acts) read_beside(rows, act);
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
