#include "store/answer/answer.h"

namespace vigie {

std::optional<AnswerRow> answer_of(Connection& rows, Key<AccountRow> account,
                                   std::string_view key) {
  static const std::string select =
      "select " + select_list<AnswerRow>() + " from answer where account = $1 and key = $2";
  std::optional<AnswerRow> found;
  rows.run(select, std::array<Parameter, 2>{account.value, key},
           [&](const Row& row) { found = row_from<AnswerRow>(row); });
  return found;
}

void keep_answer(Connection& rows, const AnswerRow& row) {
  static const std::string insert =
      "insert into answer (" + select_list<AnswerRow>() +
      ", answered_at) values ($1, $2, $3, $4, $5, $6, $7, clock_now())";
  rows.run(insert, values_of(row), {});
}

std::int64_t forget_old_answers(Connection& rows, std::int64_t most) {
  constexpr std::int64_t day = 86'400'000'000;
  return rows.run(
      "delete from answer where (account, key) in (select account, key from answer"
      " where answered_at < clock_now() - $1 order by answered_at limit $2)",
      std::array<Parameter, 2>{day, most}, {});
}

}  // namespace vigie
