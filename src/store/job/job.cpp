#include "store/job/job.h"

namespace vigie {

namespace {

const std::string& select_job() {
  static const std::string text = "select id, " + select_list<JobRow>() + " from job";
  return text;
}

KeptJob kept_from(const Row& row) {
  return {.key = {row.whole(0)}, .row = row_from<JobRow>(row, 1)};
}

/// "kind in ($2, $3)": their values are added.
std::string of_kinds(std::span<const JobKind> kinds, std::vector<Parameter>& values) {
  std::string text = "kind in (";
  for (const JobKind kind : kinds) {
    values.emplace_back(key_of(kind));
    text += (text.ends_with("(") ? "$" : ", $") + std::to_string(values.size());
  }
  return text + ")";
}

constexpr const char* to_take =
    " where ended_at is null and (lease_until is null or lease_until < clock_now()) and ";

}  // namespace

Key<JobRow> add_job_row(Connection& rows, const JobRow& row) {
  static const std::string insert = insert_statement<JobRow>("job") + " returning id";
  Key<JobRow> key{};
  rows.run(insert, values_of(row), [&](const Row& answer) { key = {answer.whole(0)}; });
  return key;
}

std::optional<KeptJob> job_by_reference(Connection& rows, std::string_view reference) {
  static const std::string select = select_job() + " where reference = $1";
  std::optional<KeptJob> found;
  rows.run(select, std::array<Parameter, 1>{reference},
           [&](const Row& row) { found = kept_from(row); });
  return found;
}

std::vector<KeptJob> jobs_before(Connection& rows, std::optional<Key<AccountRow>> account,
                                 std::int64_t before, std::int64_t most) {
  static const std::string of_account =
      select_job() + " where account = $1 and (id < $2 or $2 = 0) order by id desc limit $3";
  static const std::string of_program =
      select_job() +
      " where account is null and $1 = 0 and (id < $2 or $2 = 0) order by id desc limit $3";
  std::vector<KeptJob> found;
  rows.run(account ? of_account : of_program,
           std::array<Parameter, 3>{account ? account->value : 0, before, most},
           [&](const Row& row) { found.push_back(kept_from(row)); });
  return found;
}

std::vector<KeptJob> jobs_of_all_before(Connection& rows, const JobsWanted& wanted,
                                        std::int64_t before, std::int64_t most) {
  static const std::string select =
      select_job() +
      " where (id < $1 or $1 = 0) and (kind = $2 or $2 = '') and (state = $3 or $3 = '')"
      " order by id desc limit $4";
  const auto word = [](const auto& asked) {
    return asked ? std::string_view{key_of(*asked)} : std::string_view{};
  };
  std::vector<KeptJob> found;
  rows.run(select, std::array<Parameter, 4>{before, word(wanted.kind), word(wanted.state), most},
           [&](const Row& row) { found.push_back(kept_from(row)); });
  return found;
}

std::int64_t jobs_under_way(Connection& rows, std::optional<Key<AccountRow>> account) {
  std::int64_t count = 0;
  if (!account) return count;
  rows.run("select count(*) from job where account = $1 and ended_at is null",
           std::array<Parameter, 1>{account->value}, [&](const Row& row) { count = row.whole(0); });
  return count;
}

bool has_job_to_take(Connection& rows, std::span<const JobKind> kinds) {
  std::vector<Parameter> values;
  bool is_there = false;
  const std::string select =
      std::string{"select 1 from job"} + to_take + of_kinds(kinds, values) + " limit 1";
  rows.run(select, values, [&](const Row&) { is_there = true; });
  return is_there;
}

std::optional<KeptJob> take_job(Connection& rows, std::span<const JobKind> kinds, Duration lease) {
  std::vector<Parameter> values{lease.count()};
  std::string take = std::string{"select id from job"} + to_take + of_kinds(kinds, values) +
                     " order by id limit 1";
  if (rows.dialect() == Dialect::postgresql) take += " for update skip locked";
  const std::string update =
      "update job set version = version + 1, state = 'running', attempt = attempt + 1,"
      " begun_at = coalesce(begun_at, clock_now()), lease_until = clock_now() + $1 where id = (" +
      take + ") returning id, " + select_list<JobRow>();
  std::optional<KeptJob> taken;
  rows.run(update, values, [&](const Row& row) { taken = kept_from(row); });
  return taken;
}

std::optional<bool> go_on_with_job(Connection& rows, const KeptJob& job, Duration lease,
                                   const JobProgress& progress) {
  const Parameter step = progress.step ? Parameter{std::string_view{*progress.step}} : Parameter{};
  std::optional<bool> is_unwanted;
  rows.run(
      "update job set version = version + 1, lease_until = clock_now() + $3, units_done = $4,"
      " units_total = $5, step = coalesce($6, step)"
      " where id = $1 and attempt = $2 and state = 'running' returning cancel_asked",
      std::array<Parameter, 6>{job.key.value, job.row.attempt, lease.count(), progress.units_done,
                               progress.units_total, step},
      [&](const Row& row) { is_unwanted = row.whole(0) != 0; });
  return is_unwanted;
}

bool end_job(Connection& rows, const KeptJob& job, const JobEnd& end) {
  const auto text = [](const std::optional<std::string>& value) {
    return FieldValue<std::optional<std::string>>::to_sql(value);
  };
  return rows.run(
             "update job set version = version + 1, lease_until = null, ended_at = clock_now(),"
             " state = $3, result = $4, refusal = $5, refusal_arguments = $6"
             " where id = $1 and attempt = $2 and state = 'running'",
             std::array<Parameter, 6>{job.key.value, job.row.attempt, key_of(end.state),
                                      text(end.result),
                                      FieldValue<std::optional<Refusal>>::to_sql(end.refusal),
                                      std::string_view{end.refusal_arguments}}) == 1;
}

void release_job(Connection& rows, const KeptJob& job) {
  rows.run(
      "update job set version = version + 1, lease_until = null, state = 'waiting'"
      " where id = $1 and attempt = $2 and state = 'running'",
      std::array<Parameter, 2>{job.key.value, job.row.attempt});
}

bool ask_job_to_end(Connection& rows, Key<JobRow> key) {
  return rows.run(
             "update job set version = version + 1, cancel_asked = 1,"
             " ended_at = case when state = 'waiting' then clock_now() end,"
             " state = case when state = 'waiting' then 'cancelled' else state end"
             " where id = $1 and ended_at is null",
             std::array<Parameter, 1>{key.value}) == 1;
}

}  // namespace vigie
