#include "store/warning/ladder.h"

namespace vigie {

std::vector<EscalationLevelRow> levels_of(Connection& rows, Key<EscalationLadderRow> ladder) {
  static const std::string select = "select " + select_list<EscalationLevelRow>() +
                                    " from escalation_level where ladder = $1 order by rank";
  std::vector<EscalationLevelRow> found;
  rows.run(select, std::array<Parameter, 1>{ladder.value},
           [&](const Row& row) { found.push_back(row_from<EscalationLevelRow>(row)); });
  return found;
}

std::vector<EscalationRecipientRow> recipients_of(Connection& rows,
                                                  Key<EscalationLadderRow> ladder) {
  static const std::string select =
      "select " + select_list<EscalationRecipientRow>() +
      " from escalation_recipient where ladder = $1 order by level, rank";
  std::vector<EscalationRecipientRow> found;
  rows.run(select, std::array<Parameter, 1>{ladder.value},
           [&](const Row& row) { found.push_back(row_from<EscalationRecipientRow>(row)); });
  return found;
}

void set_levels(Connection& rows, Key<EscalationLadderRow> ladder,
                std::vector<EscalationLevelRow> levels,
                std::vector<EscalationRecipientRow> recipients) {
  const std::array<Parameter, 1> of{ladder.value};
  rows.run("delete from escalation_recipient where ladder = $1", of);
  rows.run("delete from escalation_level where ladder = $1", of);
  static const std::string add_level = insert_statement<EscalationLevelRow>("escalation_level");
  for (EscalationLevelRow& level : levels) {
    level.ladder = ladder;
    rows.run(add_level, values_of(level));
  }
  static const std::string add_recipient =
      insert_statement<EscalationRecipientRow>("escalation_recipient");
  for (EscalationRecipientRow& recipient : recipients) {
    recipient.ladder = ladder;
    rows.run(add_recipient, values_of(recipient));
  }
}

}  // namespace vigie
