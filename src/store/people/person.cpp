#include "store/people/person.h"

namespace vigie {

Key<PersonRow> add_person_row(Connection& rows, const PersonRow& row) {
  static const std::string insert = insert_statement<PersonRow>("person") + " returning id";
  Key<PersonRow> key{};
  rows.run(insert, values_of(row), [&](const Row& answer) { key = {answer.whole(0)}; });
  return key;
}

bool change_person_row(Connection& rows, Key<PersonRow> key, const PersonRow& row) {
  static const std::string update = update_statement<PersonRow>("person");
  std::array<Parameter, field_count<PersonRow>() + 2> values;
  put_values(row, values);
  values[field_count<PersonRow>()] = key.value;
  values[field_count<PersonRow>() + 1] = row.version - 1;
  return rows.run(update, values) == 1;
}

bool has_person(Connection& rows, std::string_view reference) {
  return rows.run("select 1 from person where reference = $1",
                  std::array<Parameter, 1>{reference}) > 0;
}

bool has_email(Connection& rows, std::string_view email) {
  return rows.run("select 1 from person where email = $1", std::array<Parameter, 1>{email}) > 0;
}

bool has_account(Connection& rows, Key<PersonRow> person) {
  return rows.run("select 1 from account where person = $1",
                  std::array<Parameter, 1>{person.value}) > 0;
}

}  // namespace vigie
