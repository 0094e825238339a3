#include "store/journal/act.h"

namespace vigie {

namespace {

constexpr const char* insert_act =
    "insert into act (recorded_at, word, account, door, thing, reference, origin, origin_salt,"
    " origin_digest) values (clock_now(), $1, $2, $3, $4, $5, $6, $7, $8)"
    " returning number, recorded_at";

constexpr const char* insert_seal = "insert into act_seal (act, digest) values ($1, $2)";

std::string hexadecimal(BytesView bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const std::byte byte : bytes) {
    text += digits[std::to_integer<unsigned>(byte) >> 4];
    text += digits[std::to_integer<unsigned>(byte) & 15];
  }
  return text;
}

struct Text {
  std::optional<std::string> operator()(std::monostate) const { return std::nullopt; }
  std::optional<std::string> operator()(std::int64_t whole) const { return std::to_string(whole); }
  std::optional<std::string> operator()(std::string_view text) const { return std::string{text}; }
  std::optional<std::string> operator()(BytesView bytes) const { return hexadecimal(bytes); }
};

}  // namespace

Act::Act(Connection& rows, const SealingKey& key, const ActOpening& opening)
    : rows_{rows}, key_{key}, digest_{key} {
  ActRow row{.recorded_at = {},
             .word = opening.word,
             .account = opening.account,
             .door = opening.door,
             .thing = opening.thing,
             .reference = opening.reference,
             .origin = {},
             .origin_salt = {},
             .origin_digest = {}};
  if (!opening.origin.empty()) {
    row.origin = opening.origin;
    row.origin_salt = made_salt();
    row.origin_digest = salted_digest(key, *row.origin_salt, {row.origin});
  }
  const auto all = values_of(row);
  rows.run(insert_act, std::span{all}.subspan(1), [&](const Row& answer) {
    number_ = {answer.whole(0)};
    at_ = row.recorded_at = Instant{Duration{answer.whole(1)}};
  });
  digest_.add(number_.value).add(seal_of(key, row));
}

void Act::change(std::string_view field, std::optional<std::string> before,
                 std::optional<std::string> after) {
  if (before == after) return;
  const Bytes salt = made_salt();
  const Bytes digest = salted_digest(key_, salt, {before, after});
  add(ActChangeRow{.field_name = std::string{field},
                   .before = std::move(before),
                   .after = std::move(after),
                   .salt = salt,
                   .digest = digest});
}

bool Act::is_of_store(std::string_view field) {
  return field == "id" || field == "version" || field.ends_with("_sort");
}

std::optional<std::string> Act::text_of(const Parameter& value) {
  return std::visit(Text{}, value);
}

void Act::end() {
  const Bytes digest = digest_.bytes();
  rows_.run(insert_seal, std::array<Parameter, 2>{number_.value, BytesView{digest}}, {});
}

}  // namespace vigie
