#include "store/people/team.h"

namespace vigie {

bool has_team(Connection& rows, Key<PartyRow> party, std::string_view designation) {
  return rows.run("select 1 from team where party = $1 and designation = $2",
                  std::array<Parameter, 2>{party.value, designation}) > 0;
}

std::vector<std::string> members_of(Connection& rows, Key<TeamRow> team) {
  std::vector<std::string> found;
  rows.run(
      "select p.reference from team_member m join person p on p.id = m.person where m.team = $1"
      " order by p.reference",
      std::array<Parameter, 1>{team.value},
      [&](const Row& row) { found.emplace_back(row.text(0)); });
  return found;
}

void set_members(Connection& rows, Key<TeamRow> team, const std::vector<Key<PersonRow>>& members) {
  rows.run("delete from team_member where team = $1", std::array<Parameter, 1>{team.value});
  for (const Key<PersonRow> member : members) {
    rows.run("insert into team_member (team, person) values ($1, $2)",
             std::array<Parameter, 2>{team.value, member.value});
  }
}

}  // namespace vigie
