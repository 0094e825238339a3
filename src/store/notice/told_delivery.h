// Deliveries as administrators look at them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/notice/delivery.h"

namespace vigie {

/// What is none is not asked for.
struct DeliveriesAsked {
  std::optional<DeliveryState> state;
  std::optional<NoticeChannel> channel;
  std::optional<std::string> webhook;  // reference
};

/// With the references of what it is about.
struct ToldDelivery {
  KeptRow<DeliveryRow> delivery;
  std::string notice;
  std::string person;   // empty: it goes to a program
  std::string webhook;  // empty: it goes to a person
};

/// The last ones first, before that key (0: all), at most so many.
std::vector<ToldDelivery> deliveries_before(Connection& rows, const DeliveriesAsked& asked,
                                            std::int64_t before, std::int64_t most);
std::optional<ToldDelivery> delivery_by_reference(Connection& rows, std::string_view reference);

/// Those that were given up or dropped, of those that are asked for.
std::int64_t count_to_replay(Connection& rows, const DeliveriesAsked& asked);
/// They wait again, as if they had never been tried. Gives how many.
std::int64_t replay_deliveries(Connection& rows, const DeliveriesAsked& asked);
void replay_delivery(Connection& rows, Key<DeliveryRow> key);

struct DeliveryCount {
  NoticeChannel channel{};
  DeliveryState state{};
  std::int64_t count = 0;
};

/// Of those that wait and those that failed.
std::vector<DeliveryCount> delivery_counts(Connection& rows);

}  // namespace vigie
