#include "store/database/fields.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "store/database/database_for_test.h"
#include "vocabulary/ticket.h"

namespace vigie {

struct KeptForTest {
  Key<struct Party> customer;
  std::int64_t large;
  std::int32_t small;
  bool truth;
  std::string name;
  Bytes raw;
  Instant at;
  Duration lasts;
  CivilDay on;
  EventWord word;
  std::optional<std::string> remark;
  std::optional<std::int64_t> count;
  std::optional<EventWord> other;
  std::optional<Instant> until;
  std::optional<Bytes> attached;

  friend bool operator==(const KeptForTest&, const KeptForTest&) = default;
};

template <>
inline constexpr auto fields_of<KeptForTest> = std::tuple{
    field("customer", &KeptForTest::customer, "A key."),
    field("large", &KeptForTest::large, "A whole number."),
    field("small", &KeptForTest::small, "A whole number of 32 bits."),
    field("truth", &KeptForTest::truth, "Yes or no."),
    field("name", &KeptForTest::name, "A text."),
    field("raw", &KeptForTest::raw, "Bytes."),
    field("at", &KeptForTest::at, "An instant."),
    field("lasts", &KeptForTest::lasts, "A length of time."),
    field("on_day", &KeptForTest::on, "A day."),
    field("word", &KeptForTest::word, "A word of a list."),
    field("remark", &KeptForTest::remark, "A text or none."),
    field("count", &KeptForTest::count, "A whole number or none."),
    field("other", &KeptForTest::other, "A word or none."),
    field("until", &KeptForTest::until, "An instant or none."),
    field("attached", &KeptForTest::attached, "Bytes or none."),
};

namespace {

using Fields = OnBothDatabases;
VIGIE_ON_BOTH_DATABASES(Fields);

void make_kept(Database& database) {
  const std::string whole = database.dialect() == Dialect::sqlite ? "integer" : "bigint";
  const std::string raw = database.dialect() == Dialect::sqlite ? "blob" : "bytea";
  const std::string strict = database.dialect() == Dialect::sqlite ? " strict" : "";
  database.act([&](Connection& rows) {
    rows.run_script("create table kept (customer " + whole + " not null, large " + whole +
                    " not null, small " + whole + " not null, truth " + whole +
                    " not null, name text not null, raw " + raw + " not null, at " + whole +
                    " not null, lasts " + whole + " not null, on_day " + whole +
                    " not null, word text not null, remark text, count " + whole +
                    ", other text, until " + whole + ", attached " + raw + ")" + strict);
  });
}

// Any text that may be stored: no NUL, no half of a pair.
std::string any_text() {
  std::string text;
  for (const std::string& piece : *rc::gen::container<std::vector<std::string>>(
           rc::gen::element<std::string>("a", "Z", "é", "’", "\xF0\x9F\x98\x80", "\n", "\\", "'",
                                         "\"", "$1", "%", "\t", "\x01", " "))) {
    text += piece;
  }
  return text;
}

Bytes any_bytes() {
  Bytes bytes;
  for (const int byte : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 256))) {
    bytes.push_back(static_cast<std::byte>(byte));
  }
  return bytes;
}

EventWord any_word() {
  constexpr auto count = static_cast<int>(std::size(Vocabulary<EventWord>::words));
  return static_cast<EventWord>(*rc::gen::inRange(0, count));
}

std::int64_t any_whole() { return *rc::gen::arbitrary<std::int64_t>(); }
bool any_truth() { return *rc::gen::arbitrary<bool>(); }

template <class Make>
auto any_or_none(Make make) -> std::optional<decltype(make())> {
  return any_truth() ? std::optional{make()} : std::nullopt;
}

KeptForTest any_kept() {
  const auto any_instant = [] { return Instant{Duration{any_whole()}}; };
  return {.customer = {any_whole()},
          .large = any_whole(),
          .small = *rc::gen::arbitrary<std::int32_t>(),
          .truth = any_truth(),
          .name = any_text(),
          .raw = any_bytes(),
          .at = any_instant(),
          .lasts = Duration{any_whole()},
          .on = CivilDay{std::chrono::days{*rc::gen::arbitrary<std::int32_t>()}},
          .word = any_word(),
          .remark = any_or_none(any_text),
          .count = any_or_none(any_whole),
          .other = any_or_none(any_word),
          .until = any_or_none(any_instant),
          .attached = any_or_none(any_bytes)};
}

std::vector<KeptForTest> kept_in(Database& database) {
  std::vector<KeptForTest> kept;
  database.read([&](Connection& rows) {
    kept.clear();
    rows.run("select " + select_list<KeptForTest>("k") + " from kept k", {},
             [&](const Row& row) { kept.push_back(row_from<KeptForTest>(row)); });
  });
  return kept;
}

TEST_P(Fields, what_is_read_is_what_was_saved_one_by_one_and_in_bulk) {
  const auto database = open();
  make_kept(*database);
  const std::string insert = insert_statement<KeptForTest>("kept");
  const auto is_same = [&](bool in_bulk) {
    return [&database, &insert, in_bulk] {
      const KeptForTest saved = any_kept();
      database->act([&](Connection& rows) {
        rows.run("delete from kept", {});
        if (!in_bulk) {
          rows.run(insert, values_of(saved));
          return;
        }
        bool is_given = false;
        rows.load("kept", column_names<KeptForTest>(), [&](std::span<Parameter> values) {
          put_values(saved, values);
          return !std::exchange(is_given, true);
        });
      });
      const auto loaded = kept_in(*database);
      RC_ASSERT(loaded.size() == 1U);
      RC_ASSERT(loaded[0] == saved);
    };
  };
  EXPECT_TRUE(rc::check("one by one", is_same(false)));
  EXPECT_TRUE(rc::check("in bulk", is_same(true)));
}

TEST_P(Fields, a_stored_word_or_number_that_no_program_wrote_is_damage) {
  const auto database = open();
  make_kept(*database);
  const KeptForTest saved{.name = "a", .word = EventWord::opened};
  database->act(
      [&](Connection& rows) { rows.run(insert_statement<KeptForTest>("kept"), values_of(saved)); });
  for (const char* spoil : {"update kept set word = 'nonsense'",
                            "update kept set word = 'opened', small = 2147483648"}) {
    database->act([&](Connection& rows) { rows.run(spoil, {}); });
    EXPECT_EQ(fault_of([&] { kept_in(*database); }), DatabaseFault::damaged) << spoil;
  }
}

TEST(FieldsText, statements_are_made_of_the_description) {
  EXPECT_EQ(select_list<KeptForTest>().substr(0, 29), "\"customer\", \"large\", \"small\",");
  EXPECT_EQ(select_list<KeptForTest>("k").substr(0, 21), "k.\"customer\", k.\"larg");
  const std::string insert = insert_statement<KeptForTest>("kept");
  EXPECT_THAT(insert, testing::StartsWith("insert into \"kept\" (\"customer\", \"large\","));
  EXPECT_THAT(insert, testing::EndsWith("$13, $14, $15)"));
}

}  // namespace
}  // namespace vigie
