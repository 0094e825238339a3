// vigie close and vigie evaluate --closures: what is written, what is refused, what is shown.
#include "cli/closing/closing.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "cli/program.h"
#include "notation/closure/closure_file.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

namespace fs = std::filesystem;

const std::string terms_at_closure =
    "id: acme\nbetween: {provider: NOVA, customer: ACME}\nzone: Europe/Paris\n"
    "in_force: {from: 2026-01-01}\ncalendars: {office: {hours: mon-fri 09:00-18:00}}\n"
    "targets: {resolve: {metric: resolution, within: 4h in office, required: 75 % per month}}\n";
const std::string terms_later =
    terms_at_closure +
    "exclusions: [{ticket: INC-2, ground: third_party, claimed_on: 2026-04-10, "
    "answered_on: 2026-04-20, accepted: yes}]\n";

std::string event(const std::string& ticket, const std::string& at, const std::string& rest) {
  return R"({"ticket": ")" + ticket + R"(", "at": ")" + at + R"(", )" + rest + "}\n";
}
std::string ticket(const std::string& name, const std::string& day, const std::string& end) {
  return event(name, "2026-03-" + day + "T09:00:00+01:00",
               R"("event": "opened", "customer": "ACME")") +
         event(name, "2026-03-" + day + "T" + end + ":00+01:00", R"("event": "resolved")");
}

// Three met, one missed: 75 % in March.
const std::string facts_at_closure =
    ticket("INC-1", "03", "12:00") + ticket("INC-2", "04", "17:00") +
    ticket("INC-3", "05", "12:00") + ticket("INC-4", "06", "12:00");
// INC-3 reopened in April, INC-4 really resolved five hours later.
const std::string facts_later =
    facts_at_closure + event("INC-3", "2026-04-07T09:00:00+02:00", R"("event": "reopened")") +
    event("INC-3", "2026-04-07T12:00:00+02:00", R"("event": "resolved")") +
    event("INC-4", "2026-03-06T17:00:00+01:00",
          R"("event": "resolved", "supersedes": 3, "recorded_at": "2026-04-15T07:00:00Z")");

struct Ran {
  std::string out;
  std::string err;
  Exit exit = Exit::done;
};

class Closing : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::temp_directory_path() / ("vigie-closing-" + std::to_string(getpid()) + "-" +
                                     testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::create_directories(folder_);
    write("terms.yaml", terms_at_closure);
    write("events.ndjson", facts_at_closure);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path(const std::string& file) const { return (folder_ / file).string(); }
  void write(const std::string& file, const std::string& text) const {
    fs::create_directories((folder_ / file).parent_path());
    std::ofstream{folder_ / file, std::ios::binary} << text;
  }
  std::string read(const std::string& file) const {
    std::ifstream stream{folder_ / file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
  }
  Ran run(std::vector<std::string> arguments, const std::string& as_of, Language language) const {
    arguments.insert(arguments.end(), {"--agreements", path("terms.yaml"), "--events",
                                       path("events.ndjson"), "--as-of", as_of});
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Console console{.in = in, .out = out, .err = err, .columns = 100, .language = language};
    const auto exit = run_program(arguments, console);
    return {out.str(), err.str(), exit};
  }
  Ran close(const std::string& period, const std::string& as_of, std::vector<std::string> more = {},
            Language language = Language::en) const {
    more.insert(more.begin(), {"close", "--period", period, "--output", path("closures")});
    return run(std::move(more), as_of, language);
  }
  Ran show(const std::string& format, std::vector<std::string> more = {},
           Language language = Language::en) const {
    more.insert(more.begin(), {"evaluate", "--closures", path("closures"), "--format", format});
    return run(std::move(more), "2026-04-30 09:00", language);
  }
  void learn() const {
    write("terms.yaml", terms_later);
    write("events.ndjson", facts_later);
  }
  void expect_refused(const Ran& ran, FaultCode code) const {
    EXPECT_EQ(ran.exit, Exit::faults);
    // The sentence of the code up to its first hole.
    const std::string words{word_of(code, Language::en)};
    const auto hole = words.rfind('}');
    EXPECT_NE(ran.err.find(words.substr(hole + 1)), std::string::npos) << ran.err;
    EXPECT_EQ(ran.out, "");
  }

  fs::path folder_;
};

TEST_F(Closing, a_closed_month_stays_bit_for_bit_and_what_moved_sums_to_the_difference) {
  ASSERT_EQ(close("2026-03", "2026-04-05 09:00").exit, Exit::done);
  const auto kept = read("closures/acme-2026-03.json");
  const auto closure = read_closure(kept, "kept");
  ASSERT_TRUE(closure);
  const auto before = show("json").out;
  EXPECT_NE(before.find("\"regularisations\":[]"), std::string::npos) << before;
  learn();
  const auto json = show("json").out;
  EXPECT_NE(json.find(closure->targets.front().shown), std::string::npos);
  EXPECT_NE(before.find(closure->targets.front().shown), std::string::npos);
  EXPECT_NE(json.find(R"("difference":{"met":-2,"missed":0,"excluded":1)"), std::string::npos)
      << json;
  const auto english = show("table", {"--periods"}).out;
  EXPECT_NE(english.find(closure->page.en), std::string::npos) << english;
  const auto french = show("table", {"--periods"}, Language::fr).out;
  EXPECT_NE(french.find(closure->page.fr), std::string::npos) << french;
  const auto csv = show("csv").out;
  EXPECT_NE(csv.find("acme,1,resolve,resolution,2026-03,3,1,4,"), std::string::npos) << csv;
  EXPECT_NE(csv.find("acme,1,resolve,resolution,2026-03,-1,0,-1,0,"), std::string::npos);
  EXPECT_NE(csv.find("acme,1,resolve,resolution,2026-03,0,-1,-1,1,"), std::string::npos);
  EXPECT_NE(csv.find("acme,1,resolve,resolution,2026-03,-1,1,0,0,"), std::string::npos);
  EXPECT_EQ(read("closures/acme-2026-03.json"), kept);
}

TEST_F(Closing, the_lines_of_the_open_month_are_said_in_both_languages) {
  ASSERT_EQ(close("2026-03", "2026-04-05 09:00").exit, Exit::done);
  learn();
  const auto english = show("table").out;
  for (const auto* words : {"Regularised in Apr 2026", "as closed", "reopened · INC-3",
                            "exclusion agreed later · INC-2 (breached → excluded)",
                            "corrected · INC-4 (met → breached)", "is not the text under which"}) {
    EXPECT_NE(english.find(words), std::string::npos) << words << "\n" << english;
  }
  const auto french = show("table", {}, Language::fr).out;
  for (const auto* words : {"Régularisé en avr. 2026", "rouvert · INC-3",
                            "exclusion admise après coup · INC-2 (non tenu → exclu)",
                            "corrigé · INC-4", "n’est pas le texte sous lequel"}) {
    EXPECT_NE(french.find(words), std::string::npos) << words << "\n" << french;
  }
}

TEST_F(Closing, a_second_close_writes_nothing_and_is_refused_when_a_figure_differs) {
  ASSERT_EQ(close("2026-03", "2026-04-05 09:00").exit, Exit::done);
  const auto again = close("2026-03", "2026-04-12 09:00");
  EXPECT_EQ(again.exit, Exit::done);
  EXPECT_NE(again.err.find("nothing differs"), std::string::npos) << again.err;
  learn();
  const auto refused = close("2026-03", "2026-04-30 09:00");
  expect_refused(refused, FaultCode::period_closed);
  EXPECT_NE(refused.err.find("--reopen --reason"), std::string::npos);
  EXPECT_FALSE(fs::exists(path("closures/acme-2026-03.r2.json")));
}

TEST_F(Closing, a_period_is_reopened_on_purpose_with_a_reason_and_the_first_closure_stays) {
  ASSERT_EQ(close("2026-03", "2026-04-05 09:00").exit, Exit::done);
  const auto first = read("closures/acme-2026-03.json");
  learn();
  EXPECT_EQ(close("2026-03", "2026-04-30 09:00", {"--reopen"}).exit, Exit::wrong_usage);
  const auto french = close("2026-03", "2026-04-30 09:00", {"--reopen"}, Language::fr);
  EXPECT_NE(french.err.find("--reopen demande --reason"), std::string::npos) << french.err;
  ASSERT_EQ(close("2026-03", "2026-04-30 09:00", {"--reopen", "--reason", "both agreed"}).exit,
            Exit::done);
  EXPECT_EQ(read("closures/acme-2026-03.json"), first);
  const auto second = read_closure(read("closures/acme-2026-03.r2.json"), "r2");
  ASSERT_TRUE(second);
  EXPECT_EQ(second->reason, "both agreed");
  EXPECT_EQ(second->reopens, read_closure(first, "r1")->digest);
  const auto shown = show("table").out;
  EXPECT_NE(shown.find("Nothing moved in the closed periods."), std::string::npos) << shown;
  EXPECT_NE(shown.find("closed again: both agreed"), std::string::npos) << shown;
}

TEST_F(Closing, what_a_closure_booked_is_known_and_not_booked_again) {
  ASSERT_EQ(close("2026-03", "2026-04-05 09:00").exit, Exit::done);
  learn();
  ASSERT_EQ(close("2026-04", "2026-05-05 09:00").exit, Exit::done);
  const auto april = read_closure(read("closures/acme-2026-04.json"), "april");
  ASSERT_TRUE(april);
  ASSERT_EQ(april->regularised.size(), 1U);
  EXPECT_EQ(april->regularised.front().lines.size(), 3U);
  EXPECT_NE(april->page.en.find("Regularised in Apr 2026"), std::string::npos) << april->page.en;
  const auto may =
      run({"evaluate", "--closures", path("closures")}, "2026-05-30 09:00", Language::en);
  EXPECT_NE(may.out.find("Nothing moved in the closed periods."), std::string::npos) << may.out;
  expect_refused(close("2026-03", "2026-05-30 09:00", {"--reopen", "--reason", "late"}),
                 FaultCode::period_rests);
}

TEST_F(Closing, an_amount_of_a_closed_month_moves_by_a_line_that_sums_to_the_difference) {
  const std::string priced =
      "penalties: {lines: {late: {on: resolve, per: ticket, flat: 50.00}}}\n";
  write("terms.yaml", terms_at_closure + priced);
  ASSERT_EQ(close("2026-03", "2026-04-05 09:00").exit, Exit::done);
  const auto closure = read_closure(read("closures/acme-2026-03.json"), "kept");
  ASSERT_TRUE(closure);
  ASSERT_EQ(closure->amounts.size(), 1U);
  EXPECT_EQ(closure->amounts.front().amount.minor, 5'000);
  write("terms.yaml", terms_later + priced);
  write("events.ndjson", facts_later);
  const auto json = show("json").out;
  EXPECT_NE(json.find(R"("ticket":"INC-2","period":"2026-03","booked_in":"2026-04",)"
                      R"("closed_minor":5000,"now_minor":0,"difference_minor":-5000)"),
            std::string::npos)
      << json;
  EXPECT_NE(json.find(R"("ticket":"INC-4","period":"2026-03","booked_in":"2026-04",)"
                      R"("closed_minor":0,"now_minor":5000,"difference_minor":5000)"),
            std::string::npos)
      << json;
  const auto text = show("table").out;
  EXPECT_NE(text.find("Penalties of closed periods: 0.00"), std::string::npos) << text;
}

TEST_F(Closing, the_running_month_says_what_may_still_be_missed_in_both_languages) {
  const auto english = run({"evaluate", "--outlook"}, "2026-03-15 00:00", Language::en).out;
  for (const auto* words : {"This period", "May still miss", "of 8 expected"}) {
    EXPECT_NE(english.find(words), std::string::npos) << words << "\n" << english;
  }
  const auto french = run({"evaluate", "--outlook"}, "2026-03-15 00:00", Language::fr).out;
  for (const auto* words : {"Période en cours", "Encore permis", "sur 8 attendus"}) {
    EXPECT_NE(french.find(words), std::string::npos) << words << "\n" << french;
  }
  const auto json =
      run({"evaluate", "--outlook", "--format", "json"}, "2026-03-15 00:00", Language::en).out;
  EXPECT_NE(json.find(R"("expected":8,"may_miss":1,)"), std::string::npos) << json;
  const auto none = run({"evaluate", "--outlook"}, "2026-05-15 00:00", Language::en).out;
  EXPECT_NE(none.find("No period that runs promises anything."), std::string::npos) << none;
}

TEST_F(Closing, only_a_period_that_is_over_and_was_judged_is_closed) {
  expect_refused(close("2026-03", "2026-03-20 09:00"), FaultCode::period_not_over);
  const auto unknown = close("2026-Q1", "2026-04-05 09:00");
  expect_refused(unknown, FaultCode::period_unknown);
  EXPECT_NE(unknown.err.find("--period 2026-0"), std::string::npos) << unknown.err;
  EXPECT_FALSE(fs::exists(path("closures")));
}

TEST_F(Closing, a_closure_that_was_touched_is_refused) {
  ASSERT_EQ(close("2026-03", "2026-04-05 09:00").exit, Exit::done);
  const auto kept = read("closures/acme-2026-03.json");
  auto altered = kept;
  altered.replace(altered.find("\"met\":3"), 7, "\"met\":4");
  write("closures/acme-2026-03.json", altered);
  expect_refused(show("table"), FaultCode::closure_altered);
  write("closures/acme-2026-03.json", "{}\n");
  expect_refused(show("table"), FaultCode::closure_malformed);
  write("closures/acme-2026-03.json", kept);
  write("closures/copy.json", kept);
  expect_refused(show("table"), FaultCode::closure_twice);
}

TEST_F(Closing, a_closure_is_read_beside_its_terms_and_the_closures_it_stands_on) {
  ASSERT_EQ(close("2026-03", "2026-04-05 09:00").exit, Exit::done);
  learn();
  ASSERT_EQ(close("2026-03", "2026-04-30 09:00", {"--reopen", "--reason", "agreed"}).exit,
            Exit::done);
  const auto first = read("closures/acme-2026-03.json");
  fs::remove(path("closures/acme-2026-03.json"));
  expect_refused(show("table"), FaultCode::closure_without_first);
  write("closures/acme-2026-03.json", first);
  auto renamed = terms_later;
  renamed.replace(0, 8, "id: other");
  write("terms.yaml", renamed);
  expect_refused(show("table"), FaultCode::closure_without_terms);
}

}  // namespace
}  // namespace vigie
