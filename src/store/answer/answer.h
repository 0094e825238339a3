// The first answer to a request that may come twice.
#pragma once

#include <optional>
#include <string>

#include "store/database/connection.h"
#include "store/journal/rows.h"

namespace vigie {

struct AnswerRow {
  Key<AccountRow> account{};
  std::string key;      // as the caller wrote it
  std::string request;  // digest of what was asked
  std::int64_t status = 0;
  std::string body;
  std::int64_t version = 0;
  std::string location;
};

template <>
inline constexpr StoreTable table_of<AnswerRow> = StoreTable::answer;
template <>
inline constexpr auto fields_of<AnswerRow> = std::tuple{
    field("account", &AnswerRow::account, "Who asked."),
    field("key", &AnswerRow::key, "The Idempotency-Key."),
    field("request", &AnswerRow::request, "Digest of what was asked."),
    field("status", &AnswerRow::status, "Of HTTP."),
    field("body", &AnswerRow::body, "As it was answered."),
    field("version", &AnswerRow::version, "Of the thing that was made."),
    field("location", &AnswerRow::location, "Where the thing is."),
};

std::optional<AnswerRow> answer_of(Connection& rows, Key<AccountRow> account, std::string_view key);
void keep_answer(Connection& rows, const AnswerRow& row);
/// Those older than a day, the oldest first and at most so many; gives how many.
std::int64_t forget_old_answers(Connection& rows, std::int64_t most);

}  // namespace vigie
