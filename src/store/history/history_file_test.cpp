#include "store/history/history_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>

#include "store/history/history_layout.h"
#include "store/history/history_writer.h"
#include "store/history/refresh.h"
#include "vocabulary/fault.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

struct Facts {
  Histories histories;
  Names names;
  Findings findings;
};

std::uint32_t pick(std::mt19937& dice, std::uint32_t count) {
  return static_cast<std::uint32_t>(dice()) % count;
}

void tell(Facts& facts, std::mt19937& dice, int events) {
  for (int i = 0; i < events; ++i) {
    Event event{.at = Instant{std::chrono::seconds{1'450'000'000 + pick(dice, 1'000'000)}}};
    event.recorded_at = event.at + Duration{pick(dice, 3)};
    event.word = static_cast<EventWord>(pick(dice, 8));
    event.value = facts.names.intern<AttributeValue>("value " + std::to_string(pick(dice, 20)));
    event.team = facts.names.intern<Team>("team " + std::to_string(pick(dice, 5)));
    const auto ticket = facts.names.intern<Ticket>("INC-" + std::to_string(pick(dice, 12)));
    facts.histories.append(ticket, event);
  }
  facts.histories.settle();
}

Facts some_facts() {
  std::mt19937 dice{2016};
  Facts facts;
  tell(facts, dice, 60);
  facts.findings.add(FindingCode::stamp_in_gap, "log.csv:12", 29);
  facts.findings.add(FindingCode::reordered, "INC-1");
  return facts;
}

constexpr std::string_view some_outages = "{\"outage\":\"OUT-1\"}\n";

std::string bytes_of(const Facts& facts) {
  std::string bytes;
  write_histories({.histories = facts.histories,
                   .names = facts.names,
                   .findings = facts.findings,
                   .rows = 141'712,
                   .outages = some_outages},
                  [&](std::string_view piece) { bytes += piece; });
  return bytes;
}

/// A file of the test's own, gone with it.
class OnDisk {
 public:
  explicit OnDisk(std::string_view bytes)
      : path_{
            (std::filesystem::temp_directory_path() / ("vigie-history-" + std::to_string(getpid())))
                .string()} {
    std::ofstream{path_, std::ios::binary} << bytes;
  }
  ~OnDisk() { std::remove(path_.c_str()); }
  OnDisk(const OnDisk&) = delete;
  OnDisk& operator=(const OnDisk&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::optional<FaultCode> refusal_of(std::string_view bytes) {
  const OnDisk file{bytes};
  const auto opened = open_history_file(file.path());
  return opened ? std::nullopt : std::optional{opened.error().code};
}

void expect_same(const Histories& one, const Histories& other) {
  ASSERT_EQ(one.tickets().size(), other.tickets().size());
  for (std::size_t i = 0; i < one.tickets().size(); ++i) {
    EXPECT_EQ(one.tickets()[i].ticket, other.tickets()[i].ticket);
    EXPECT_EQ(one.tickets()[i].events, other.tickets()[i].events);
  }
  EXPECT_EQ(one.last_event(), other.last_event());
}

TEST(HistoryFile, gives_back_histories_names_and_what_reading_found) {
  const Facts facts = some_facts();
  const OnDisk file{bytes_of(facts)};
  EXPECT_TRUE(is_history_file(file.path()));
  const auto opened = open_history_file(file.path());
  ASSERT_TRUE(opened);
  expect_same(facts.histories, opened->histories);
  EXPECT_EQ(opened->rows, 141'712U);
  EXPECT_EQ(opened->position, 60U);
  for (std::uint32_t id = 0; id < facts.names.size(); ++id) {
    EXPECT_EQ(opened->names.text(Value{id}), facts.names.text(Value{id}));
    EXPECT_EQ(opened->names.find<Ticket>(facts.names.text(Value{id})).value, id);
  }
  EXPECT_EQ(opened->findings.of(FindingCode::stamp_in_gap).count, 29U);
  EXPECT_EQ(opened->findings.of(FindingCode::reordered).examples,
            std::vector<std::string>{"INC-1"});
  EXPECT_EQ(opened->outages, some_outages);
}

TEST(HistoryFile, the_same_histories_are_the_same_bytes) {
  EXPECT_EQ(bytes_of(some_facts()), bytes_of(some_facts()));
}

TEST(HistoryFile, a_spoilt_byte_is_refused_wherever_it_is) {
  const std::string whole = bytes_of(some_facts());
  ASSERT_GT(whole.size(), 3000U);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string spoilt = whole;
    spoilt[i] = static_cast<char>(spoilt[i] ^ (1 << (i % 8)));
    const auto code = refusal_of(spoilt);
    ASSERT_TRUE(code == FaultCode::columns_damaged || code == FaultCode::columns_foreign)
        << "byte " << i;
  }
}

TEST(HistoryFile, cut_short_or_too_long_it_is_refused) {
  const std::string whole = bytes_of(some_facts());
  for (std::size_t size = 0; size < whole.size(); size += 1 + size / 40) {
    ASSERT_EQ(refusal_of(std::string_view{whole}.substr(0, size)), FaultCode::columns_truncated)
        << size;
  }
  EXPECT_EQ(refusal_of(whole + "x"), FaultCode::columns_truncated);
}

TEST(HistoryFile, of_another_version_machine_or_vocabulary_it_is_refused) {
  const std::string whole = bytes_of(some_facts());
  for (const std::size_t field : {8U, 12U, 16U}) {  // byte order, format, vocabulary
    std::string foreign = whole;
    std::swap(foreign[field], foreign[field + 3]);
    foreign[field] = static_cast<char>(foreign[field] + 1);
    EXPECT_EQ(refusal_of(foreign), FaultCode::columns_foreign) << field;
  }
}

TEST(HistoryFile, each_refusal_names_the_file_and_the_cure_in_both_languages) {
  for (const auto code :
       {FaultCode::columns_truncated, FaultCode::columns_damaged, FaultCode::columns_foreign}) {
    const Fault fault{.code = code, .arguments = {{"file", "t.columns"}}, .place = {}, .cures = {}};
    for (const Language language : {Language::en, Language::fr}) {
      const std::string said = message_of(fault, language);
      EXPECT_NE(said.find("t.columns"), std::string::npos) << said;
      EXPECT_NE(said.find("vigie export events --format columns"), std::string::npos) << said;
    }
  }
}

TEST(HistoryFile, what_is_no_columnar_file_is_told_apart) {
  const OnDisk file{"{\"ticket\":\"INC-1\"}\n"};
  EXPECT_FALSE(is_history_file(file.path()));
  EXPECT_FALSE(is_history_file("/nowhere/at/all"));
}

TEST(Refresh, a_journal_read_in_two_parts_is_the_journal_read_whole) {
  std::mt19937 dice{9};
  Facts whole;
  tell(whole, dice, 40);
  std::mt19937 again{9};
  Facts first;
  tell(first, again, 25);
  Facts later;
  later.names = Names{};
  std::mt19937 third{9};
  tell(later, third, 40);  // tells the first 25 once more: they count once
  const Histories all = refreshed(first.histories, later.histories, Newer::adds);
  expect_same(all, whole.histories);
}

TEST(Refresh, an_export_replaces_the_tickets_that_it_tells_and_no_other) {
  Facts known = some_facts();
  Histories newer;
  const auto told = known.histories.tickets()[3].ticket;
  const auto added = known.names.intern<Ticket>("INC-new");
  const Event event{.at = first_instant + std::chrono::hours{1}, .recorded_at = first_instant};
  newer.append(told, event);
  newer.append(added, event);
  const Histories all = refreshed(known.histories, newer, Newer::replaces);
  EXPECT_EQ(all.find(told)->events.size(), 1U);
  EXPECT_EQ(all.tickets()[3].ticket, told) << "tickets keep their order";
  EXPECT_EQ(all.tickets()[all.tickets().size() - 1].ticket, added);
  EXPECT_EQ(all.tickets()[2].events, known.histories.tickets()[2].events);
}

TEST(Refresh, an_event_said_twice_counts_twice_and_no_more) {
  const Event event{.at = first_instant, .recorded_at = first_instant};
  Histories known;
  known.append({1}, event);
  Histories newer;
  for (int i = 0; i < 3; ++i) newer.append({1}, event);
  EXPECT_EQ(refreshed(known, newer, Newer::adds).event_count(), 3U);
}

OutageEvent said(int hour, OutageWord word) {
  const Instant at = first_instant + std::chrono::hours{hour};
  return {.at = at, .recorded_at = at, .word = word};
}

MaintenanceWindow window(std::uint32_t reference, int hour) {
  const Instant from = first_instant + std::chrono::hours{hour};
  return {.reference = {reference}, .interval = {from, from + std::chrono::hours{1}}};
}

OutageLog known_outages() {
  OutageLog log;
  log.append({1}, Value{9}, said(1, OutageWord::detected));
  log.append({1}, Value{9}, said(2, OutageWord::restored));
  log.append({2}, Value{9}, said(3, OutageWord::detected));
  log.append(window(7, 10));
  log.append(Observation{.of = Value{9}, .interval = window(0, 0).interval});
  return log;
}

OutageLog newer_outages() {
  OutageLog log;
  log.append({2}, Value{9}, said(3, OutageWord::detected));
  log.append({2}, Value{9}, said(5, OutageWord::restored));
  log.append({3}, Value{9}, said(6, OutageWord::detected));
  log.append(window(7, 12));
  return log;
}

TEST(Refresh, outages_grow_by_what_a_journal_adds) {
  const OutageLog all = refreshed(known_outages(), newer_outages(), Newer::adds);
  ASSERT_EQ(all.outages().size(), 3U);
  EXPECT_EQ(all.find({1})->events, known_outages().find({1})->events);
  EXPECT_EQ(all.find({2})->events.size(), 2U) << "said twice, known once";
  EXPECT_EQ(all.maintenance().size(), 2U) << "the reading lets the later one replace the earlier";
  EXPECT_EQ(all.observed(), known_outages().observed());
  const OutageLog again = refreshed(all, newer_outages(), Newer::adds);
  EXPECT_EQ(again.outages(), all.outages());
  EXPECT_EQ(again.maintenance(), all.maintenance());
}

TEST(Refresh, an_export_replaces_the_outages_and_windows_that_it_tells) {
  OutageLog newer;
  newer.append({1}, Value{9}, said(1, OutageWord::reported));
  newer.append(window(7, 12));
  const OutageLog all = refreshed(known_outages(), newer, Newer::replaces);
  EXPECT_EQ(all.find({1})->events, newer.find({1})->events);
  EXPECT_EQ(all.find({2})->events, known_outages().find({2})->events);
  EXPECT_EQ(all.maintenance(), newer.maintenance());
}

}  // namespace
}  // namespace vigie
