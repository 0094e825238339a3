// What a commitment applies to, and what a ticket shows when one is sought for it. Design A2.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/instant.h"
#include "engine/catalogue/value.h"

namespace vigie {

/// What narrows a commitment. An empty list narrows nothing; several values are alternatives.
/// The order of the fields is the order of precedence of design A2.
struct Applicability {
  std::optional<bool> major;  // only major incidents, or only the others
  std::vector<Value> sites;
  std::vector<Value> channels;
  std::vector<Value> departments;
  std::vector<Value> vip;
  std::vector<Value> support_levels;
  std::vector<Value> kinds;
  std::vector<Value> priorities;
  std::vector<Value> categories;
  std::vector<Value> tags;
  std::string window;  // named window of the calendar in which the ticket was opened; empty = any
  friend bool operator==(const Applicability&, const Applicability&) = default;
};

/// What an agreement needs to know of a ticket to say what it promises. It is all that terms ever
/// see of facts.
struct Circumstance {
  Instant opened_at;
  Instant window_at;  // instant at which a window that switches is looked at
  Value customer;
  Value service;
  Value site;
  Value channel;
  Value department;
  Value vip;
  Value support_level;
  Value kind;
  Value priority;  // retained; none: that of the agreement's matrix
  Value impact;
  Value urgency;
  Value category;
  std::vector<Value> tags;     // sorted
  bool is_major = false;       // declared a major incident by then
  bool is_major_ever = false;  // declared one sooner or later
  friend bool operator==(const Circumstance&, const Circumstance&) = default;
};

}  // namespace vigie
