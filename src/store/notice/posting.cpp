#include "store/notice/posting.h"

#include <algorithm>

namespace vigie {

namespace {

std::vector<KeptRow<DeliveryRow>> taken_by(Connection& rows, const std::string& update,
                                           Parameters values) {
  std::vector<KeptRow<DeliveryRow>> taken;
  rows.run(update, values, [&](const Row& row) { taken.push_back(kept_from<DeliveryRow>(row)); });
  std::ranges::sort(taken, {}, [](const KeptRow<DeliveryRow>& kept) { return kept.key.value; });
  return taken;
}

std::string take() {
  return "update delivery set attempt = attempt + 1, due_at = clock_now() + $1 where ";
}

std::string taken_columns() { return " returning id, " + select_list<DeliveryRow>(); }

constexpr const char* as_taken = " where id = $1 and attempt = $2 and state = 'waiting'";

}  // namespace

std::vector<KeptRow<DeliveryRow>> take_deliveries(Connection& rows, NoticeChannel channel,
                                                  std::int64_t most, Duration lease) {
  const std::string skip = rows.dialect() == Dialect::postgresql ? " for update skip locked" : "";
  return taken_by(rows,
                  take() +
                      "id in (select id from delivery where channel = $2 and state = 'waiting' and "
                      "due_at <= clock_now() and digest_at is null order by due_at, id limit $3" +
                      skip + ")" + taken_columns(),
                  std::array<Parameter, 3>{lease.count(), key_of(channel), most});
}

std::vector<KeptRow<DeliveryRow>> take_digest(Connection& rows, Duration lease) {
  struct Digest {
    std::int64_t account;
    std::int64_t at;
  };
  std::optional<Digest> due;
  rows.run(
      "select account, digest_at from delivery where channel = 'email' and state = 'waiting' and "
      "due_at <= clock_now() and digest_at is not null order by due_at, id limit 1",
      {}, [&](const Row& row) { due = {row.whole(0), row.whole(1)}; });
  if (!due) return {};
  return taken_by(rows,
                  take() +
                      "account = $2 and digest_at = $3 and state = 'waiting' and "
                      "channel = 'email' and due_at <= clock_now()" +
                      taken_columns(),
                  std::array<Parameter, 3>{lease.count(), due->account, due->at});
}

std::optional<Instant> next_delivery(Connection& rows, NoticeChannel channel) {
  std::optional<Instant> next;
  rows.run(
      "select due_at from delivery where channel = $1 and state = 'waiting' order by due_at limit "
      "1",
      std::array<Parameter, 1>{key_of(channel)},
      [&](const Row& row) { next = FieldValue<Instant>::from_sql(row, 0); });
  return next;
}

void hold_delivery(Connection& rows, const TakenDelivery& taken, Instant until,
                   std::optional<Instant> digest_at) {
  static const std::string update =
      std::string{"update delivery set attempt = attempt - 1, due_at = $3, digest_at = $4"} +
      as_taken;
  rows.run(update, std::array<Parameter, 4>{taken.key.value, taken.attempt,
                                            FieldValue<Instant>::to_sql(until),
                                            FieldValue<std::optional<Instant>>::to_sql(digest_at)});
}

void retry_delivery(Connection& rows, const TakenDelivery& taken, Duration wait,
                    std::string_view error) {
  static const std::string untried =
      std::string{"update delivery set attempt = attempt - 1, due_at = clock_now() + $3"} +
      as_taken;
  static const std::string tried =
      std::string{"update delivery set due_at = clock_now() + $3, error = $4"} + as_taken;
  if (error.empty()) {
    rows.run(untried, std::array<Parameter, 3>{taken.key.value, taken.attempt, wait.count()});
  } else {
    rows.run(tried, std::array<Parameter, 4>{taken.key.value, taken.attempt, wait.count(), error});
  }
}

void end_delivery(Connection& rows, const TakenDelivery& taken, DeliveryState state,
                  std::string_view error) {
  static const std::string update =
      std::string{"update delivery set state = $3, ended_at = clock_now(), error = $4"} + as_taken;
  rows.run(update, std::array<Parameter, 4>{taken.key.value, taken.attempt, key_of(state), error});
}

void put_off_deliveries(Connection& rows, NoticeChannel channel,
                        std::optional<Key<WebhookRow>> webhook, Duration wait) {
  rows.run(
      "update delivery set due_at = clock_now() + $1 where channel = $2 and state = 'waiting' and "
      "due_at <= clock_now() and ($3 = 0 or webhook = $3)",
      std::array<Parameter, 3>{wait.count(), key_of(channel), webhook ? webhook->value : 0});
}

void drop_deliveries(Connection& rows, Key<AccountRow> account) {
  rows.run(
      "update delivery set state = 'dropped', ended_at = clock_now() where account = $1 and state "
      "= 'waiting'",
      std::array<Parameter, 1>{account.value});
}

void drop_deliveries(Connection& rows, Key<WebhookRow> webhook) {
  rows.run(
      "update delivery set state = 'dropped', ended_at = clock_now() where webhook = $1 and state "
      "= 'waiting'",
      std::array<Parameter, 1>{webhook.value});
}

namespace {

std::string select_letter() {
  return "select " + select_list<NoticeRow>("n") +
         ", p.name, r.name, a.language, pe.email, a.closed_at, f.email, f.digest_minute, f.zone,"
         " f.hours, t.version, t.subject, t.body from notice n join warning_rule r on r.id = n.rule"
         " left join party p on p.id = n.customer left join account a on a.id = $2"
         " left join person pe on pe.id = a.person"
         " left join notice_preference f on f.account = a.id"
         " left join notice_template t on t.watches = n.watches and t.language = a.language"
         " where n.id = $1";
}

void fill(Letter& letter, const Row& row) {
  constexpr int after = field_count<NoticeRow>();
  letter.notice = row_from<NoticeRow>(row);
  if (!row.is_null(after)) letter.customer = row.text(after);
  letter.rule = row.text(after + 1);
  letter.language = FieldValue<std::optional<SpokenLanguage>>::from_sql(row, after + 2);
  if (row.is_null(after + 4)) {
    letter.email = FieldValue<std::optional<std::string>>::from_sql(row, after + 3);
  }
  if (!row.is_null(after + 5)) {
    letter.preference = {.account = *letter.delivery.row.account,
                         .email = FieldValue<EmailChoice>::from_sql(row, after + 5),
                         .digest_minute = row.whole(after + 6),
                         .zone = std::string{row.text(after + 7)},
                         .hours = std::string{row.text(after + 8)}};
  }
  if (!row.is_null(after + 9) && letter.language) {
    letter.words = {.watches = letter.notice.watches,
                    .language = *letter.language,
                    .version = row.whole(after + 9),
                    .subject = std::string{row.text(after + 10)},
                    .body = std::string{row.text(after + 11)}};
  }
}

}  // namespace

Letter letter_of(Connection& rows, KeptRow<DeliveryRow> delivery) {
  static const std::string select = select_letter();
  Letter letter{.delivery = std::move(delivery), .notice = {}, .customer = {}, .rule = {}};
  const DeliveryRow& to = letter.delivery.row;
  rows.run(select, std::array<Parameter, 2>{to.notice.value, to.account ? to.account->value : 0},
           [&](const Row& row) { fill(letter, row); });
  return letter;
}

std::optional<KeptRow<WebhookRow>> webhook_of_key(Connection& rows, Key<WebhookRow> key) {
  static const std::string select = select_kept<WebhookRow>() + " where t.id = $1";
  std::optional<KeptRow<WebhookRow>> found;
  rows.run(select, std::array<Parameter, 1>{key.value},
           [&](const Row& row) { found = kept_from<WebhookRow>(row); });
  return found;
}

}  // namespace vigie
