// What is no dump, or not a whole one, is refused and leaves nothing; every table is dumped or said
// why not.
#include <gmock/gmock.h>

#include <set>
#include <sstream>

#include "installation.h"
#include "store/database/migrations.h"
#include "store/dump/travel.h"

namespace vigie::operation {
namespace {

using program::Ran;
using program::text_of;
using program::Workplace;
using testing::HasSubstr;

class Dump : public testing::Test {
 protected:
  void SetUp() override {
    put_company(place_);
    const Ran ran = place_.run("vigie dump" + of("company.db") + "--to whole.ndjson");
    ASSERT_EQ(ran.exit, 0) << ran.output;
    whole_ = text_of(place_.folder() / "whole.ndjson");
  }

  /// What `vigie restore` says of a dump with this text, and that nothing was put in.
  std::string refusal_of(const std::string& text) const {
    place_.write("given.ndjson", text);
    const Ran ran = place_.run(
        "rm -f given.db*; vigie restore given.ndjson --database"
        " sqlite:given.db");
    EXPECT_EQ(ran.exit, 1) << ran.output;
    if (std::filesystem::exists(place_.folder() / "given.db")) {
      std::int64_t acts = 0;
      opened(place_, "given.db")->read([&](Connection& rows) {
        std::int64_t tables = rows.run("select 1 from sqlite_master where name = 'act'", {});
        if (tables > 0) acts = rows.run("select 1 from act", {});
      });
      EXPECT_EQ(acts, 0);
    }
    return ran.output;
  }

  std::string with(const std::string& from, const std::string& to) const {
    std::string text = whole_;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
  }

  Workplace place_;
  std::string whole_;
};

TEST_F(Dump, every_table_is_dumped_or_is_said_to_be_derived_or_transient) {
  std::set<std::string> dumped;
  std::istringstream lines{whole_};
  for (std::string line; std::getline(lines, line);) {
    constexpr std::string_view begins = "{\"table\":\"";
    if (!line.starts_with(begins)) continue;
    dumped.insert(line.substr(begins.size(), line.find('"', begins.size()) - begins.size()));
  }
  std::set<std::string> expected;
  opened(place_, "company.db")->read([&](Connection& rows) {
    rows.run("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'", {},
             [&](const Row& row) {
               const Travel travel = travel_of(row.text(0));
               if (travel == Travel::derived || travel == Travel::transient) return;
               expected.emplace(row.text(0));
             });
  });
  EXPECT_EQ(dumped, expected);
  EXPECT_TRUE(dumped.contains("zone_data"));
  EXPECT_FALSE(dumped.contains("session"));
}

TEST_F(Dump, a_dump_that_was_cut_is_refused) {
  EXPECT_THAT(refusal_of(whole_.substr(0, whole_.size() / 2)),
              HasSubstr("ends before its last line"));  // dump_truncated
  EXPECT_THAT(refusal_of(whole_.substr(0, whole_.rfind("{\"end\""))), HasSubstr("not whole"));
}

TEST_F(Dump, a_dump_that_was_edited_is_refused) {
  EXPECT_THAT(refusal_of(with("ACME Industrie", "ACME Industries")),
              HasSubstr("was altered"));  // dump_altered
}

TEST_F(Dump, a_line_that_is_none_is_refused_with_its_number) {
  EXPECT_THAT(refusal_of(with("{\"table\":\"party\"", "{\"table\":\"parties\"")),
              HasSubstr("is not one of a dump"));  // dump_malformed
  EXPECT_THAT(refusal_of(with("\"reference\":\"text\"", "\"reference\":\"whole\"")),
              HasSubstr("is not one of a dump"));
  EXPECT_THAT(refusal_of(with("\"format\":1", "\"format\":2")), HasSubstr("line 1 of"));
}

TEST_F(Dump, what_is_no_dump_is_refused) {
  EXPECT_THAT(refusal_of("hello\n"), HasSubstr("neither a dump nor a backup"));  // dump_unknown
  EXPECT_THAT(refusal_of("{\"dump\":\"other\"}\n"), HasSubstr("neither a dump nor a backup"));
}

TEST_F(Dump, a_dump_of_a_newer_program_is_refused) {
  const std::size_t at = whole_.find("\"step\":");
  std::string newer = whole_;
  newer.replace(at, newer.find('}', at) - at, "\"step\":999999");
  EXPECT_THAT(refusal_of(newer), HasSubstr("made by a newer program"));  // dump_newer
}

TEST_F(Dump, effective_state_is_not_restored) {
  ASSERT_EQ(place_.run("vigie dump --effective" + of("company.db") + "--to e.ndjson").exit, 0);
  EXPECT_THAT(refusal_of(text_of(place_.folder() / "e.ndjson")),
              HasSubstr("for comparing"));  // dump_effective
}

TEST_F(Dump, an_installation_is_never_written_over) {
  const Ran ran = place_.run("vigie restore whole.ndjson --database sqlite:company.db");
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.output, HasSubstr("holds an installation already"));  // restore_not_empty
  const Ran french =
      place_.run("vigie restore whole.ndjson --database sqlite:company.db --lang fr");
  EXPECT_THAT(french.output, HasSubstr("contient déjà une installation"));
}

TEST_F(Dump, tables_of_another_step_are_refused) {
  ASSERT_TRUE(migrate(*opened(place_, "new.db"), migrations()).has_value());
  const std::size_t at = whole_.find("\"step\":");
  std::string older = whole_;
  older.replace(at, older.find('}', at) - at, "\"step\":6");
  place_.write("older.ndjson", older);
  const Ran ran = place_.run("vigie restore older.ndjson --database sqlite:new.db");
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.output, HasSubstr("restore into a new one"));  // dump_other_step
}

}  // namespace
}  // namespace vigie::operation
