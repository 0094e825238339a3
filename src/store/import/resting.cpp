#include "store/import/import.h"

namespace vigie {

namespace {

/// Each statement has the import as $1 and since which act it counts as $2. Acts of imports are not
/// about tickets, so those that are are of people. What rests on a ticket that was there before may
/// have come before: it is told nevertheless.
constexpr std::string_view acts_on_its_tickets =
    "select distinct t.reference from act a join ticket t on t.reference = a.reference"
    " join import_ticket l on l.ticket = t.id and l.import = $1"
    " where a.number > $2 and a.thing = 'ticket' order by t.reference";

constexpr std::string_view disputes_about_its_tickets =
    "select d.reference from dispute d join import_ticket l on l.ticket = d.ticket"
    " where l.import = $1 and $2 = $2 order by d.reference";

constexpr std::string_view files_of_its_tickets =
    "select f.reference from attachment f join import_ticket l on l.ticket = f.ticket"
    " where l.import = $1 and $2 = $2 and f.removed_at is null order by f.reference";

constexpr std::string_view later_imports =
    "select distinct i.reference from import_ticket l"
    " join import_ticket o on o.ticket = l.ticket and o.import > l.import"
    " join import i on i.id = o.import where l.import = $1 and $2 = $2"
    " and i.state in ('loading', 'loaded', 'published') order by i.reference";

}  // namespace

Resting resting_on(Connection& rows, const KeptImport& import, std::int64_t most) {
  Resting resting;
  const std::int64_t since = import.row.effect_act ? import.row.effect_act->value : 0;
  for (const std::string_view select :
       {acts_on_its_tickets, disputes_about_its_tickets, files_of_its_tickets, later_imports}) {
    rows.run(select, std::array<Parameter, 2>{import.key.value, since}, [&](const Row& row) {
      ++resting.count;
      if (std::ssize(resting.references) < most) resting.references.emplace_back(row.text(0));
    });
  }
  return resting;
}

}  // namespace vigie
