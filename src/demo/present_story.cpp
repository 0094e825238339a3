#include "demo/present_story.h"

#include <algorithm>
#include <array>

#include "demo/told.h"

namespace vigie {

namespace {

using std::chrono::minutes;

constexpr std::array<std::string_view, 4> words{"P1", "P2", "P3", "P4"};
constexpr std::array<std::int64_t, 4> weights{2, 5, 9, 4};
constexpr std::size_t customers = 6;

/// How a ticket stands: how much of its time is used, in per cent, and who has the ball.
struct StandsNow {
  std::int64_t least;
  std::int64_t spread;
  bool waits = false;
  bool is_supplied = false;
};
constexpr std::array<StandsNow, 10> standings{{{4, 30},
                                               {10, 40},
                                               {20, 40},
                                               {5, 50},
                                               {78, 18},
                                               {82, 15},
                                               {105, 60},
                                               {20, 40, true},
                                               {30, 40, true},
                                               {30, 30, false, true}}};

class Present {
 public:
  Present(std::uint32_t number, const StoryRequest& request)
      : request_{request},
        chance_{chance_of(request.seed + 3, number)},
        told_{request.names, ticket_reference(number)} {}

  History tell() {
    const DemoCustomer& customer = demo_customers()[pick_customer()];
    const std::size_t priority = chance_.pick(weights);
    const bool is_urgent = priority == 0 || (priority == 1 && customer.urgent_always);
    crew_ = is_urgent ? Crew::always : priority == 1 ? customer.crew : customer.ordinary;
    const StandsNow& now =
        standings[static_cast<std::size_t>(chance_.below(std::ssize(standings)))];
    const std::int64_t percent = now.least + chance_.below(now.spread);
    opened_ = opened_for(customer.resolve[priority] * percent / 100);
    const DemoOffering& offering =
        customer.offerings[static_cast<std::size_t>(chance_.below(std::ssize(customer.offerings)))];
    open(customer, offering, priority);
    const Instant answered = between(customer.respond[priority] * 40 / 100);
    told_.at(answered, EventWord::acknowledged);
    // What is at risk for the customer has just changed hands: the team is not late yet.
    const bool is_at_risk = now.least > 70 && now.least < 100;
    told_.assigned(is_at_risk ? midway(midway(midway(answered))) : answered, {}, offering.team);
    if (now.waits) wait(answered);
    if (now.is_supplied && !offering.supplier.empty()) {
      told_.assigned(midway(answered), offering.supplier, {});
    }
    return told_.end(request_.until);
  }

 private:
  std::size_t pick_customer() {
    std::vector<std::int64_t> shares;
    for (std::size_t i = 0; i < customers; ++i) shares.push_back(demo_customers()[i].share);
    return chance_.pick(shares);
  }

  /// The latest whole minute from which so much work of the crew is done by the end.
  Instant opened_for(std::int64_t used) const {
    std::int64_t least = used;
    std::int64_t most = used + 60L * 24 * 60;
    while (least < most) {
      const std::int64_t middle = (least + most) / 2;
      const Instant done = request_.crews.after(crew_, request_.until - minutes{middle}, used);
      (done <= request_.until) ? most = middle : least = middle + 1;
    }
    return request_.until - minutes{least};
  }

  Instant between(std::int64_t work) const {
    return std::min(request_.crews.after(crew_, opened_, work + 1), midway(opened_));
  }
  Instant midway(Instant from) const { return from + (request_.until - from) / 2; }

  void open(const DemoCustomer& customer, const DemoOffering& offering, std::size_t priority) {
    told_.about(opened_, EventWord::opened, "portal");
    const auto say = [&](Attribute attribute, std::string_view value) {
      told_.classified(opened_, attribute, value, Effect::origin);
    };
    say(Attribute::kind, "incident");
    say(Attribute::priority, words[priority]);
    say(Attribute::customer, customer.name);
    const auto site = chance_.below(std::ssize(customer.sites));
    say(Attribute::site, customer.sites[static_cast<std::size_t>(site)].name);
    say(Attribute::service, offering.name);
    const auto category = chance_.below(std::ssize(offering.categories));
    say(Attribute::category, offering.categories[static_cast<std::size_t>(category)]);
    told_.assigned(opened_, {}, "Centre de services");
  }

  void wait(Instant answered) {
    const Instant from = midway(answered);
    Event& wait = told_.about(from, EventWord::awaiting, "awaiting customer");
    wait.party = told_.party(key_of(Role::customer));
    Event& asked = told_.about(from, EventWord::requested, "details of the fault");
    asked.party = told_.party(key_of(Role::customer));
  }

  const StoryRequest& request_;
  Chance chance_;
  Told told_;
  Crew crew_{};
  Instant opened_;
};

}  // namespace

std::vector<History> present_stories(std::uint32_t count, std::uint32_t first,
                                     const StoryRequest& request) {
  std::vector<History> stories;
  for (std::uint32_t i = 0; i < count; ++i) {
    stories.push_back(Present{first + i, request}.tell());
  }
  return stories;
}

}  // namespace vigie
