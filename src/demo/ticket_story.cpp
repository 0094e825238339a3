#include "demo/ticket_story.h"

#include <fmt/format.h>

#include "demo/told.h"
#include "demo/weakness.h"

namespace vigie {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr std::array<std::string_view, 4> priority_words{"P1", "P2", "P3", "P4"};
constexpr std::array<std::string_view, 4> channels{"portal", "mail", "phone", "monitoring"};
constexpr std::array<std::string_view, 5> departments{"Production", "Finance", "Ventes", "RH",
                                                      "Direction"};
/// The promised time is so many times the median of what is needed, in per cent: 4 in 100 are late.
constexpr std::int64_t margin = 405;

/// Tells one ticket: `now_` is how far the story got.
class Story {
 public:
  Story(const PhoneCall& call, const StoryRequest& request)
      : call_(call),
        request_(request),
        customer_(demo_customers()[call.customer]),
        chance_(chance_of(request.seed, call.drawn)),
        told_(request.names, ticket_reference(call.number)),
        now_(call.at) {}

  History tell() {
    open();
    acknowledge();
    if (is_given_up()) {
      // Nobody worked on it.
    } else if (is_request_) {
      deliver();
    } else {
      repair();
    }
    return told_.end(request_.until);
  }

 private:
  bool is(Weakness weakness) const { return is_planted(weakness, customer_.name, call_.at); }
  bool is_urgent() const { return priority_ == 0 || (priority_ == 1 && customer_.urgent_always); }
  Crew crew() const {
    if (is_urgent()) return Crew::always;
    return priority_ == 1 ? customer_.crew : customer_.ordinary;
  }
  void work(std::int64_t length) { now_ = request_.crews.after(crew(), now_, length); }

  void open() {
    is_request_ = chance_.happens(customer_.requests);
    priority_ = is_request_ ? 2 + static_cast<std::size_t>(chance_.below(2))
                            : chance_.pick(customer_.priorities);
    choose_offering();
    const auto channel =
        is_urgent() && chance_.happens(300) ? 3 : static_cast<std::size_t>(chance_.below(3));
    told_.about(now_, EventWord::opened, channels[channel]);
    say(Attribute::kind, is_request_ ? "request" : "incident");
    say(Attribute::priority, priority_words[priority_]);
    if (priority_ > 0 && chance_.happens(90)) {
      say(Attribute::declared_priority, priority_words[priority_ - 1]);
    }
    say(Attribute::customer, customer_.name);
    say(Attribute::site, customer_.sites[call_.site].name);
    say(Attribute::service, offering_->name);
    const auto& categories = offering_->categories;
    const auto category = chance_.below(static_cast<std::int64_t>(categories.size()));
    say(Attribute::category, categories[static_cast<std::size_t>(category)]);
    say(Attribute::department,
        departments[static_cast<std::size_t>(chance_.below(std::size(departments)))]);
    if (chance_.happens(18)) say(Attribute::vip, "yes");
    told_.assigned(now_, {}, "Centre de services");
  }

  Crew who_answers() const {
    const bool by_others = priority_ > 1 || customer_.answers == Crew::always;
    return by_others && !is_urgent() ? customer_.answers : crew();
  }

  void say(Attribute attribute, std::string_view value) {
    told_.classified(call_.at, attribute, value, Effect::origin);
  }

  void choose_offering() {
    std::vector<std::int64_t> weights;
    for (const DemoOffering& offering : customer_.offerings) weights.push_back(offering.share);
    offering_ = &customer_.offerings[chance_.pick(weights)];
  }

  void acknowledge() {
    const std::int64_t slow = slowed(customer_.name, call_.at, 3);
    const std::int64_t promised = customer_.respond[priority_];
    now_ = request_.crews.after(who_answers(), now_, chance_.around(promised * slow / margin));
    told_.at(now_, EventWord::acknowledged);
    if (is_urgent()) told_.at(now_ + minutes{4}, EventWord::responded);
  }

  /// Duplicates, cancellations, and what a migration loses.
  bool is_given_up() {
    if (call_.same_before != 0 && chance_.happens(14)) {
      told_.related(now_ + minutes{18}, EventWord::merged, ticket_reference(call_.same_before));
      return true;
    }
    if (chance_.happens(15)) {
      Event& event = told_.about(now_ + minutes{50}, EventWord::cancelled, "no longer needed");
      event.party = party_of(Role::customer);
      return true;
    }
    const bool is_small = customer_.crew == Crew::lyon;
    if (is_small && is(Weakness::lost_in_migration) && chance_.happens(700)) {
      const Instant saturday{std::chrono::sys_days{std::chrono::year{2025} / 6 / 14}};
      told_.at(saturday + hours{20} + minutes{chance_.below(90)}, EventWord::closed);
      return true;
    }
    return false;
  }

  std::int64_t promised() const {
    constexpr Instant ready{std::chrono::sys_days{std::chrono::year{2026} / 3 / 1}};
    const bool is_amended = customer_.name == "ACME Industrie" && call_.at >= ready;
    return is_amended && priority_ == 1 ? 190 : customer_.resolve[priority_];
  }

  void repair() {
    const std::int64_t median = promised() * slowed(customer_.name, call_.at, priority_) / margin;
    const std::int64_t needed = chance_.around(median);
    const bool is_easy = needed * 5 < promised();
    const bool stays_at_desk = is_easy && offering_->team == "Centre de services";
    work(needed * (stays_at_desk ? 40 : 12) / 100);
    if (!stays_at_desk) told_.assigned(now_, {}, team());
    told_.about(now_, EventWord::intervention_started, chance_.happens(150) ? "on_site" : "remote");
    if (is(Weakness::hidden_backlog) && priority_ > 1 && chance_.happens(450)) return;
    if (priority_ > 0 && chance_.happens(priority_ > 1 ? 260 : 120)) wait_for_customer();
    const bool may_be_supplied = priority_ > 1 || offering_->team == "Réseau";
    if (may_be_supplied && chance_.happens(offering_->supplied)) {
      work(needed * 15 / 100);
      call_supplier();
      work(needed * 10 / 100);
    } else {
      work(needed * (stays_at_desk ? 60 : 88) / 100);
    }
    tell_updates();
    downgrade();
    resolve(needed);
  }

  std::string_view team() const {
    return offering_->team == "Centre de services" ? "Proximité" : offering_->team;
  }

  void wait_for_customer() {
    const bool is_silent = is(Weakness::silent_waits) && offering_->team == "Applications";
    const auto reason = chance_.happens(220) ? "awaiting access" : "awaiting customer";
    Event& wait = told_.about(now_, EventWord::awaiting, reason);
    wait.party = party_of(Role::customer);
    if (!is_silent && !chance_.happens(25)) {
      Event& asked = told_.about(now_, EventWord::requested, "details of the fault");
      asked.party = party_of(Role::customer);
    }
    now_ = request_.crews.after(customer_.crew, now_, chance_.around(is_silent ? 900 : 260));
    if (chance_.happens(700)) {
      Event& answer = told_.at(now_, EventWord::answered);
      answer.party = party_of(Role::customer);
      work(chance_.around(12));
    }
    told_.at(now_, EventWord::resumed);
  }

  void call_supplier() {
    const DemoSupplier& supplier = demo_supplier(offering_->supplier);
    told_.assigned(now_, supplier.name, {});
    const std::int64_t median = supplier.repair[priority_] * 100 / margin;
    now_ = request_.crews.after(supplier.crew, now_, chance_.around(median));
    told_.assigned(now_, {}, team());
  }

  /// Public messages while an urgent ticket lasts.
  void tell_updates() {
    if (priority_ > 1) return;
    const minutes rhythm{priority_ == 0 ? 55 : 230};
    Instant next = call_.at + rhythm;
    for (int told = 0; next < now_ && told < 12; ++told) {
      told_.at(next, EventWord::updated);
      next += rhythm + minutes{chance_.below(14)};
    }
  }

  void downgrade() {
    const Instant passed = call_.at + minutes{customer_.resolve[0] + 6};
    if (priority_ != 0 || !is(Weakness::convenient_downgrades) || now_ < passed) return;
    if (chance_.happens(650)) {
      told_.classified(passed, Attribute::priority, "P3", Effect::origin);
    }
  }

  void resolve(std::int64_t needed) {
    if (is_urgent()) {
      told_.at(now_, EventWord::restored);
      work(chance_.around(8));
    }
    told_.at(now_, EventWord::resolved);
    if (chance_.happens(30)) {
      work(chance_.around(420));
      told_.at(now_, EventWord::reopened);
      told_.assigned(now_, {}, team());
      work(1 + needed * 35 / 100);
      told_.at(now_, EventWord::resolved);
    }
    close();
  }

  void deliver() {
    const bool is_late = is(Weakness::late_deliveries);
    const std::int64_t slow = slowed(customer_.name, call_.at, 3) * (is_late ? 3 : 1);
    if (chance_.happens(120)) {
      work(chance_.around(180));
      told_.at(now_, EventWord::quoted);
      Event& wait = told_.about(now_, EventWord::awaiting, "awaiting customer");
      wait.party = party_of(Role::customer);
      Event& asked = told_.about(now_, EventWord::requested, "approval of the quote");
      asked.party = party_of(Role::customer);
      work(chance_.around(700));
      told_.at(now_, EventWord::approved);
      told_.at(now_, EventWord::resumed);
    }
    told_.assigned(now_, {}, team());
    work(chance_.around(customer_.deliver * slow / margin));
    told_.at(now_, EventWord::delivered);
    if (chance_.happens(550)) told_.at(now_ + minutes{90}, EventWord::accepted);
    work(5);
    told_.at(now_, EventWord::resolved);
    close();
  }

  void close() {
    const Instant closed = request_.crews.after(Crew::desk, now_ + days{3}, 1 + chance_.below(90));
    if (chance_.happens(110)) {
      const char* mark = chance_.happens(780) ? "satisfied" : "dissatisfied";
      told_.about(now_ + hours{5}, EventWord::satisfaction_given, mark);
    }
    told_.at(closed, EventWord::closed);
  }

  const PhoneCall& call_;
  const StoryRequest& request_;
  const DemoCustomer& customer_;
  Chance chance_;
  Told told_;
  Instant now_;
  const DemoOffering* offering_ = nullptr;
  std::size_t priority_ = 3;
  bool is_request_ = false;
};

}  // namespace

History story_of(const PhoneCall& call, const StoryRequest& request) {
  return Story{call, request}.tell();
}

std::string ticket_reference(std::uint32_t number) { return fmt::format("T-{}", 100'000 + number); }

}  // namespace vigie
