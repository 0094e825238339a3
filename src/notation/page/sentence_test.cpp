#include "notation/page/sentence.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "engine/base/finding.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

using namespace std::chrono_literals;
using std::chrono::local_days;

Moment moment(std::chrono::year_month_day day, Duration time) {
  const CivilTime local = local_days{day} + time;
  return {.at = Instant{local.time_since_epoch()}, .local = local};
}

Derivation reason(Explanation code) { return {.code = code}; }

const std::chrono::year_month_day monday{2026y / std::chrono::March / 2};
constexpr DateStyle english{.language = Language::en, .with_year = false};
constexpr DateStyle french{.language = Language::fr, .with_year = false};

std::string waiting_for(const std::string& party, DateStyle style) {
  return sentence(reason(Explanation::step_awaiting).with("party", party), style);
}

TEST(Sentence, french_elides_and_contracts_before_the_name) {
  EXPECT_EQ(waiting_for("ACME", french), "attente d’ACME");
  EXPECT_EQ(waiting_for("NOVA", french), "attente de NOVA");
  EXPECT_EQ(waiting_for("le client", french), "attente du client");
  EXPECT_EQ(waiting_for("un tiers", french), "attente d’un tiers");
  EXPECT_EQ(waiting_for("ACME", english), "awaiting ACME");
}

TEST(Sentence, what_has_no_argument_is_left_out_with_its_brackets) {
  auto wait = reason(Explanation::step_awaiting);
  wait.with("party", std::string{"ACME"}).with("reason", std::string{"user_info"});
  EXPECT_EQ(sentence(wait, english), "awaiting ACME (user_info)");
}

TEST(Sentence, an_instant_says_no_more_than_one_needs_who_reads_on) {
  const auto part = [&](const Moment& to, DateStyle style) {
    return sentence(
        reason(Explanation::part_closed).with("from", moment(monday, 18h)).with("to", to), style);
  };
  const auto later = [](int days) {
    return moment(std::chrono::year_month_day{local_days{monday} + std::chrono::days{days}}, 9h);
  };
  EXPECT_EQ(part(later(1), english), "closed to 09:00");
  EXPECT_EQ(part(later(3), english), "closed to Thu 09:00");
  EXPECT_EQ(part(later(9), english), "closed to Wed 11 Mar 09:00");
  EXPECT_EQ(part(later(1), french), "fermé jusqu’à 09:00");
  EXPECT_EQ(part(later(9), french), "fermé jusqu’au mer. 11 mars 09:00");
}

TEST(Sentence, words_follow_their_count) {
  const auto closed = [&](std::int64_t count, DateStyle style) {
    return sentence(reason(Explanation::dates_closed).with("count", count), style);
  };
  EXPECT_EQ(closed(1, english), "1 date closed");
  EXPECT_EQ(closed(2, english), "2 dates closed");
  EXPECT_EQ(closed(1, french), "1 date fermée");
  EXPECT_EQ(closed(2, french), "2 dates fermées");
}

TEST(Sentence, years_are_needed_only_when_there_are_several) {
  auto tree = reason(Explanation::title).with("as_of", moment(monday, 9h));
  EXPECT_FALSE(spans_years(tree));
  tree.children.push_back(
      reason(Explanation::step).with("at", moment(2025y / std::chrono::December / 31, 9h)));
  EXPECT_TRUE(spans_years(tree));
}

TEST(Sentence, every_finding_of_a_ticket_is_a_finding) {
  for (const auto& word : Vocabulary<TicketFinding>::words) {
    EXPECT_TRUE(from_key<FindingCode>(word.key).has_value()) << word.key;
  }
}

/// The names of the holes of `words`, sorted.
std::vector<std::string> holes_of(std::string_view words) {
  std::vector<std::string> names;
  for (auto at = words.find('{'); at != std::string_view::npos; at = words.find('{', at + 1)) {
    names.emplace_back(words.substr(at + 1, words.find_first_of(":?}", at) - at - 1));
  }
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

TEST(Sentence, both_languages_say_the_same_things) {
  for (const auto& word : Vocabulary<Explanation>::words) {
    auto en = holes_of(word.en);
    auto fr = holes_of(word.fr);
    std::erase(en, "gender");  // French words agree, English ones do not
    std::erase(fr, "gender");
    EXPECT_EQ(en, fr) << word.key;
  }
}

}  // namespace
}  // namespace vigie
