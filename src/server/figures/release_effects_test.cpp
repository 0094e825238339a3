// What another release of the time zones would move is told before it is accepted.
#include "usecase/figures/release_effects.h"

#include <gmock/gmock.h>

#include "server/figures/figures_for_test.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

/// The zones of the machine, but for one that is as another is, or gone.
class OtherZones final : public ZoneSource {
 public:
  explicit OtherZones(std::string as) : as_{std::move(as)} {}
  const Zone* find(std::string_view name) override {
    if (name != "Europe/Paris") return zones_.find(name);
    return as_.empty() ? nullptr : zones_.find(as_);
  }
  std::string version() const override { return "other"; }
  std::vector<std::string> names() const override { return zones_.names(); }

 private:
  ZoneFolder zones_;
  std::string as_;
};

class ReleaseEffectsTest : public FiguresForTest {
 protected:
  void SetUp() override {
    FiguresForTest::SetUp();
    if (IsSkipped()) return;
    const Response party =
        post("/api/parties", R"({"reference": "acme", "kind": "customer", "name": "Acme"})");
    ASSERT_EQ(party.status, 201);
    const Response added =
        post("/api/agreements",
             R"({"document": "id: acme\nversion: 1\nbetween: {provider: Novalys, customer: Acme}\n)"
             R"(in_force: {from: 2020-01-01}\nzone: Europe/Paris\n)"
             R"(calendars:\n  office: {zone: Europe/Paris, hours: \"mon-fri 09:00-18:00\"}\n)"
             R"(targets:\n  resolve: {metric: resolution, within: 4h in office,)"
             R"( required: 90 % per month}\n"})");
    ASSERT_EQ(added.status, 201) << added.body;
  }
  /// Opened at 15:00 in Paris on a Monday of July.
  void open_and_resolve(const std::string& day, const std::string& resolved) {
    const Response opened = post("/api/tickets", R"({"customer": "acme", "title": "Slow", "kind":)"
                                                 R"( "incident", "opened_at": ")" +
                                                     day + R"(T13:00:00Z"})");
    ASSERT_EQ(opened.status, 201) << opened.body;
    if (resolved.empty()) return;
    post("/api/tickets/" + member_of(opened.body, "reference") + "/events",
         R"({"event": "resolved", "at": ")" + resolved + "\"}");
  }
  Outcome<ReleaseEffects> effects(const std::string& as) {
    OtherZones other{as};
    return effects_of_release(parts(), program_itself(), other);
  }
};
VIGIE_ON_BOTH_DATABASES(ReleaseEffectsTest);

TEST_P(ReleaseEffectsTest, the_clock_of_an_open_ticket_moves_with_its_hours) {
  open_and_resolve("2026-07-06", "");
  const auto moved = effects("Asia/Tokyo");
  ASSERT_TRUE(moved.has_value());
  ASSERT_THAT(moved->due, SizeIs(1));
  const DueMove& due = moved->due.front();
  EXPECT_EQ(due.ticket, "INC-1");
  EXPECT_EQ(due.target, "resolve");
  // In Paris three hours of Monday and one of Tuesday; in Tokyo it is 22:00, four of Tuesday.
  const Instant tuesday{std::chrono::sys_days{std::chrono::year{2026} / 7 / 7}.time_since_epoch()};
  EXPECT_EQ(due.before, tuesday + std::chrono::hours{8});
  EXPECT_EQ(due.after, tuesday + std::chrono::hours{4});
}

TEST_P(ReleaseEffectsTest, figures_of_open_periods_move_and_closed_ones_are_named_and_stay) {
  // 3 h 30 in Paris; 7 h 30 in Tokyo.
  open_and_resolve("2026-07-06", "2026-07-07T07:30:00Z");
  EXPECT_THAT(effects("Europe/Paris")->periods, IsEmpty());
  const auto moved = effects("Asia/Tokyo");
  ASSERT_TRUE(moved.has_value());
  EXPECT_THAT(moved->due, IsEmpty());
  ASSERT_THAT(moved->periods, SizeIs(1));
  EXPECT_EQ(moved->periods.front().difference.period, "2026-07");
  EXPECT_THAT(moved->closed, IsEmpty());
  ASSERT_EQ(close("2026-07").status, 201);
  const auto closed = effects("Asia/Tokyo");
  EXPECT_THAT(closed->periods, IsEmpty());
  EXPECT_THAT(closed->closed,
              ElementsAre(ClosedPeriod{
                  .closure = "acme-2026-07", .agreement = "acme", .period = "2026-07"}));
}

TEST_P(ReleaseEffectsTest, a_release_without_a_zone_that_is_agreed_is_refused) {
  const auto gone = effects("");
  ASSERT_FALSE(gone.has_value());
  EXPECT_EQ(gone.error().refusal, Refusal::document_faulty);
  EXPECT_THAT(gone.error().faults, testing::Contains(Field(&Fault::code, FaultCode::unknown_zone)));
  const auto one = questions_.take_place();
  const auto two = questions_.take_place();
  EXPECT_EQ(effects("Europe/Athens").error().refusal, Refusal::too_busy);
}

}  // namespace
}  // namespace vigie
