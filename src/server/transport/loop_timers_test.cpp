#include "server/transport/loop_timers.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace vigie {
namespace {

struct Bell final : LoopTimers::Timed {
  explicit Bell(std::vector<int>& rung, int name) : rung_{rung}, name_{name} {}
  void on_time() override { rung_.push_back(name_); }
  std::vector<int>& rung_;
  int name_;
};

TEST(LoopTimers, a_deadline_is_kept_to_the_tenth_of_a_second_and_never_early) {
  LoopTimers timers{1'000'050};
  std::vector<int> rung;
  Bell bell{rung, 1};
  EXPECT_EQ(timers.next(), std::nullopt);
  timers.set(bell, 1'000'250);
  EXPECT_EQ(timers.next(), 1'000'300);
  timers.advance(1'000'299);
  EXPECT_TRUE(rung.empty());
  timers.advance(1'000'300);
  EXPECT_EQ(rung, std::vector{1});
  EXPECT_EQ(timers.size(), 0U);
}

TEST(LoopTimers, a_deadline_may_move_and_go) {
  LoopTimers timers{0};
  std::vector<int> rung;
  Bell later{rung, 1};
  Bell sooner{rung, 2};
  {
    Bell gone{rung, 3};
    timers.set(gone, 100);
  }
  timers.set(later, 1'000);
  timers.set(later, 100'000);  // further than the wheel goes round
  timers.set(sooner, 2'000);
  timers.set(sooner, 500);
  timers.advance(99'999);
  EXPECT_EQ(rung, std::vector{2});
  timers.advance(100'000);
  EXPECT_EQ(rung, (std::vector{2, 1}));
}

// The same deadlines, kept by looking at all of them.
RC_GTEST_PROP(LoopTimers, rings_what_a_list_would, ()) {
  constexpr int bells = 20;
  std::vector<int> rung;
  LoopTimers timers{0};  // bells go before it
  std::vector<std::unique_ptr<Bell>> all;
  std::vector<std::int64_t> due(bells, -1);
  for (int i = 0; i < bells; ++i) all.push_back(std::make_unique<Bell>(rung, i));
  std::int64_t now = 0;
  for (const int act : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1'000'000))) {
    const auto bell = static_cast<std::size_t>(act % bells);
    if (act % 7 == 0) {
      timers.cancel(*all[bell]);
      due[bell] = -1;
    } else if (act % 3 == 0) {
      now += act / 7;
      rung.clear();
      timers.advance(now);
      std::vector<int> expected;
      for (int i = 0; i < bells; ++i) {
        std::int64_t& of = due[static_cast<std::size_t>(i)];
        if (of < 0 || (of + 99) / 100 > now / 100) continue;
        expected.push_back(i);
        of = -1;
      }
      std::sort(rung.begin(), rung.end());
      RC_ASSERT(rung == expected);
    } else {
      due[bell] = now + 100 + act % 80'000;
      timers.set(*all[bell], due[bell]);
    }
    const bool has_deadline = std::any_of(due.begin(), due.end(), [](auto of) { return of >= 0; });
    RC_ASSERT(timers.next().has_value() == has_deadline);
    for (const std::int64_t of : due) {
      if (of >= 0) RC_ASSERT(timers.next().value() <= (of + 99) / 100 * 100);
    }
  }
}

}  // namespace
}  // namespace vigie
