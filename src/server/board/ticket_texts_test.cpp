#include "server/board/ticket_texts.h"

#include <gtest/gtest.h>

#include "notation/json/json_fields.h"
#include "usecase/ticket/ticket_view.h"

namespace vigie {
namespace {

constexpr Instant instant(std::int64_t seconds) { return Instant{std::chrono::seconds{seconds}}; }

TicketRow row() {
  return {.reference = "INC-1",
          .version = 3,
          .opened_at = instant(100),
          .phase = Phase::open,
          .title = R"(says "as_of":"1999", twice: ,"as_of":"x")",
          .kind = "incident"};
}

TicketClockRow pending_until(std::optional<Instant> due) {
  return {.agreement = "acme",
          .commitment = "resolve",
          .verdict = Verdict::pending,
          .state = ClockState::on_track,
          .started_at = instant(100),
          .due_at = due,
          .gross = Verdict::pending};
}

std::string json_of(const auto& value) {
  JsonWriter json;
  JsonForm<std::remove_cvref_t<decltype(value)>>::write(json, value);
  return json.take();
}

TicketView view_at(const std::vector<TicketClockRow>& clocks, Instant as_of) {
  static const std::string customer = "acme";
  const TicketRow kept = row();
  return view_of({.row = kept, .customer = customer, .clocks = clocks}, as_of);
}

TicketText text_at(const std::vector<TicketClockRow>& clocks, Instant as_of) {
  TicketView view = view_at(clocks, as_of);
  std::vector<Instant> turns = turns_of(clocks, view.clocks);
  return TicketText{{.item = {}, .view = std::move(view), .turns = std::move(turns)}};
}

std::string whole_text(const TicketView& view) {
  JsonWriter json;
  write_fields(json, view);
  return json.take();
}

// Whenever it holds, the kept words are those that would be written; when it does not, something
// else may be.
TEST(TicketText, it_is_what_would_be_written_as_long_as_it_holds) {
  TicketClockRow claimed = pending_until(std::nullopt);
  claimed.standing = Standing::claimed;
  claimed.falls_at = instant(300);
  claimed.falls_to = Standing::agreed;
  const std::vector<TicketClockRow> clocks{pending_until(instant(200)), claimed};
  const std::vector<Instant> instants{instant(150), instant(200), instant(200) + Duration{1},
                                      instant(250), instant(300), instant(300) + Duration{1},
                                      instant(900)};
  int held = 0;
  for (const Instant written : instants) {
    const TicketText text = text_at(clocks, written);
    EXPECT_TRUE(text.holds_at(written));
    for (const Instant asked : instants) {
      if (!text.holds_at(asked)) continue;
      ++held;
      std::string kept;
      text.append_to(kept, json_of(asked));
      EXPECT_EQ(kept, whole_text(view_at(clocks, asked)));
    }
  }
  EXPECT_EQ(held, 2 * 2 + 3 * 3 + 2 * 2) << "before the first target, between them, after both";
}

TEST(TicketText, a_title_that_looks_like_the_instant_is_left_alone) {
  const TicketText text = text_at({}, instant(5));
  std::string kept;
  text.append_to(kept, json_of(instant(7)));
  EXPECT_EQ(kept, whole_text(view_at({}, instant(7))));
}

}  // namespace
}  // namespace vigie
