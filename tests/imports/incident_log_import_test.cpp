// The public incident log UCI 498, imported through the API: twice, judged from what is stored,
// withdrawn. The expected figures were computed by other means; they are facts about the log, which
// is not part of the project.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "engine/compliance/evaluate.h"
#include "notation/agreement.h"
#include "server/api/import/import_for_test.h"
#include "store/dump/dump_out.h"
#include "store/journal/verify.h"
#include "store/ticket/event_row.h"
#include "store/ticket/in_effect.h"

namespace vigie {
namespace {

const char* const incident_log = "../shared/data/uci-incident-log/incident_event_log.csv.zst";

std::string text_of_file(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

/// Met and measured of the four targets, P1 to P4.
using Figures = std::vector<std::pair<std::int64_t, std::int64_t>>;
const Figures without_pauses{{39, 270}, {119, 408}, {14'729, 22'010}, {494, 674}};
const Figures without_waits{{59, 270}, {138, 408}, {16'826, 22'010}, {592, 674}};

/// The lines of a dump, one after the other.
class DumpText final : public DumpTaker {
 public:
  void begin(const DumpedTable& table) override {
    columns_ = table.columns;
    text += table.name + "\n";
  }
  void take(const Row& row) override {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const int column = static_cast<int>(i);
      if (row.is_null(column)) {
        text += "-";
      } else if (columns_[i].form == ColumnForm::whole) {
        text += std::to_string(row.whole(column));
      } else if (columns_[i].form == ColumnForm::text) {
        text += row.text(column);
      } else {
        for (const std::byte byte : row.bytes(column)) {
          text += std::to_string(std::to_integer<int>(byte)) + ".";
        }
      }
      text += '|';
    }
    text += '\n';
  }
  std::string text;

 private:
  std::vector<DumpedColumn> columns_;
};

class IncidentLogImport : public ImportForTest {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(incident_log)) {
      GTEST_SKIP() << "the incident log is not beside the project: " << incident_log;
    }
    ImportForTest::SetUp();
    if (IsSkipped()) return;
    ask({.method = Method::post,
         .path = "/api/parties",
         .body = R"({"reference": "users", "kind": "customer", "name": "Users"})"});
  }

  void promise(const std::string& file) {
    const Response added = ask({.method = Method::post,
                                .path = "/api/agreements",
                                .body = R"({"document": )" + json_text(text_of_file(file)) + "}"});
    ASSERT_EQ(added.status, 201) << added.body;
  }

  std::string publish_log() {
    const Response added =
        ask({.method = Method::post,
             .path = "/api/imports",
             .body = R"({"customer": "users", "source": "uci", "profile": )" +
                     json_text(text_of_file("docs/examples/uci/servicenow.yaml")) + "}"});
    const std::string reference = text_in(added, "reference");
    EXPECT_EQ(put(reference, text_of_file(incident_log)).status, 200);
    EXPECT_EQ(step(reference, "run").status, 201);
    work();
    EXPECT_EQ(step(reference, "publish").status, 201);
    work();
    return reference;
  }

  /// The portable dump of effective state.
  std::string effective_dump() {
    std::string text;
    here().database.read([&](Connection& rows) {
      DumpText dump;
      read_out(rows, DumpContent::effective, dump);
      text = std::move(dump.text);
    });
    return text;
  }

  /// The histories that count, as they are stored.
  Histories histories(Names& names) {
    static const std::string select =
        "select t.reference, " + select_list<TicketEventRow>("e") +
        " from ticket_event e join ticket t on t.id = e.ticket where " + in_effect("e") + " and " +
        in_effect("t") + " order by e.ticket, e.sequence";
    Histories all;
    here().database.read([&](Connection& rows) {
      all = Histories{};
      rows.run(select, {}, [&](const Row& row) {
        all.append(names.intern<Ticket>(row.text(0)),
                   event_of(row_from<TicketEventRow>(row, 1), names));
      });
    });
    return all;
  }

  /// What the agreement of `file` says of all that is stored.
  Figures judged(const std::string& file) {
    Names names;
    ZoneFolder zones;
    auto read = read_agreement(text_of_file(file), file, names);
    const auto made = Terms::from({read.agreement.value()}, zones, names);
    const Histories stored = histories(names);
    const Evaluation evaluation = evaluate(
        {.terms = made.terms, .histories = stored, .names = names, .as_of = *stored.last_event()});
    Figures figures;
    for (const TargetResult& target : evaluation.targets) {
      figures.emplace_back(target.total.met, target.total.measured());
    }
    return figures;
  }

  /// What the stored clocks say, which were judged when the log was loaded.
  Figures clocks() {
    Figures figures;
    here().database.read([&](Connection& rows) {
      figures.clear();
      rows.run(
          "select commitment, sum(case when verdict = 'met' then 1 else 0 end), count(*)"
          " from ticket_clock where verdict in ('met', 'breached') and ended_at is not null"
          " group by commitment order by commitment",
          {}, [&](const Row& row) { figures.emplace_back(row.whole(1), row.whole(2)); });
    });
    return figures;
  }
};
VIGIE_ON_BOTH_DATABASES(IncidentLogImport);

TEST_P(IncidentLogImport, twice_adds_nothing_the_figures_are_those_expected_and_it_can_be_undone) {
  promise("docs/examples/uci/a1.yaml");
  ask({.method = Method::post,
       .path = "/api/tickets",
       .body = R"({"customer": "users", "title": "Opened by hand", "priority": "P1"})"});
  const std::string before = effective_state();
  const std::string dumped_before = effective_dump();

  const std::string first = publish_log();
  EXPECT_THAT(get("/api/imports/" + first).body, testing::HasSubstr(R"("tickets_added":24918)"));
  EXPECT_THAT(get("/api/imports/" + first).body, testing::HasSubstr(R"("rows":141712)"));
  const std::string loaded = effective_state();

  const std::string again = publish_log();
  const std::string told = get("/api/imports/" + again).body;
  EXPECT_THAT(told, testing::HasSubstr(R"("tickets_added":0)"));
  EXPECT_THAT(told, testing::HasSubstr(R"("events_added":0)"));
  EXPECT_TRUE(effective_state() == loaded) << "the second time adds nothing";

  EXPECT_EQ(judged("docs/examples/uci/a1.yaml"), without_pauses);
  EXPECT_EQ(judged("docs/examples/uci/a3.yaml"), without_waits);
  EXPECT_EQ(clocks(), without_pauses);

  EXPECT_EQ(step(again, "withdraw").status, 201);
  EXPECT_EQ(step(first, "withdraw").status, 201);
  work();
  EXPECT_EQ(effective_state(), before);
  EXPECT_EQ(effective_dump(), dumped_before);
  EXPECT_TRUE(verify_journal(here().database, here().sealer.key()).damages.empty());
}

}  // namespace
}  // namespace vigie
