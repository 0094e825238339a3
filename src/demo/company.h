// Who the company works for, with whom, and how well: the tables that the stories are told from.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace vigie {

/// Hours in which a group of people works.
enum class Crew : std::uint8_t {
  always,
  desk,
  lyon,
  office,
  plant,
  town_hall,
  hospital,
  reunion,
  montreal
};

struct DemoSite {
  std::string_view name;
  std::string_view zone;
  std::int64_t share;
};

/// What is supported, by which team, and which supplier may have to come.
struct DemoOffering {
  std::string_view name;
  std::string_view team;
  std::string_view supplier;  // empty: none
  std::int64_t supplied;      // per mille of its incidents
  std::int64_t share;
  std::span<const std::string_view> categories;
};

/// Four priorities, P1 first; minutes in the hours of the crew.
using ByPriority = std::array<std::int64_t, 4>;

struct DemoCustomer {
  std::string_view name;
  std::int64_t share;  // of all tickets
  Crew answers;        // who picks up
  Crew crew;           // who works on P2
  Crew ordinary;       // who works on the rest; P1 is worked day and night
  std::vector<DemoSite> sites;
  std::vector<DemoOffering> offerings;
  ByPriority priorities;  // weights
  ByPriority respond;     // promised
  ByPriority resolve;     // promised
  std::int64_t deliver;   // promised
  std::int64_t requests;  // per mille of its tickets
  std::int64_t weekend;   // volume of a Saturday or Sunday, per cent of a Wednesday
  bool urgent_always;     // P2 is worked day and night like P1
};

struct DemoSupplier {
  std::string_view name;
  Crew crew;
  ByPriority repair;  // promised
};

/// In the order of the documents; the first ones matter most.
const std::vector<DemoCustomer>& demo_customers();
const DemoSupplier& demo_supplier(std::string_view name);

}  // namespace vigie
