// An act as an event of a stream.
#pragma once

#include <string>
#include <vector>

#include "engine/base/described.h"
#include "store/journal/told_act.h"
#include "usecase/desk.h"

namespace vigie {

/// What is told of one act: enough to know what to read again, and nothing that a person wrote.
struct ToldEvent {
  ActWord word{};
  Thing thing{};
  std::string reference;
  std::int64_t version = 0;
  std::int64_t position = 0;
};

template <>
inline constexpr std::string_view title_of<ToldEvent> = "ToldEvent";
template <>
inline constexpr auto fields_of<ToldEvent> = std::tuple{
    field("word", &ToldEvent::word, "What was done."),
    field("thing", &ToldEvent::thing, "On what kind of thing."),
    field("reference", &ToldEvent::reference, "On which one."),
    field("version", &ToldEvent::version, "The version that it had at least; 0: it has none."),
    field("position", &ToldEvent::position, "Of the act in the journal."),
};

/// Whom it concerns: those who have `permission` on where the thing stands.
struct Concerned {
  Permission permission{};
  std::optional<Key<PartyRow>> customer;  // none: asks for the whole of what is kept
  std::string team;
  std::string site;
};

/// Whether these rights let their owner hear of it.
bool may_hear(const Rights& rights, const Concerned& concerned);

struct EventToTell {
  ToldEvent event;
  Concerned concerned;
};

/// What was sealed after `position`, in order, at most so many; for whom it concerns to be asked of
/// each listener. Throws `DatabaseError`.
std::vector<EventToTell> events_after(Installation& here, std::int64_t position, std::int64_t most);

}  // namespace vigie
