#include "usecase/ticket/event_check.h"

#include <algorithm>
#include <array>

#include "engine/ticket/timeline.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

/// A field of an event: its name, and whether it is said.
struct SaidField {
  std::string_view name;
  bool is_said = false;
};

std::array<SaidField, 9> fields_said(const RecordEvent& event) {
  const auto has = [](const std::optional<std::string>& text) { return text && !text->empty(); };
  return {{{"attribute", event.attribute.value_or(Attribute::none) != Attribute::none},
           {"value", has(event.value)},
           {"party", has(event.party)},
           {"team", has(event.team)},
           {"person", has(event.person)},
           {"effect", event.effect.has_value()},
           {"relation", event.relation.value_or(Relation::none) != Relation::none},
           {"other", has(event.other)},
           {"date", event.date.has_value()}}};
}

/// What a word wants, and what it may say beside that and a value; names with blanks around.
struct FieldsOfWord {
  EventWord word;
  std::string_view wanted;
  std::string_view allowed;
};

constexpr FieldsOfWord fields_of_words[] = {
    {EventWord::classified, " attribute value ", " effect "},
    {EventWord::assigned, "", " party team person "},
    {EventWord::awaiting, "", " party team date "},
    {EventWord::requested, "", " party "},
    {EventWord::answered, "", " party "},
    {EventWord::milestone, " value ", ""},
    {EventWord::dated, " value date ", ""},
    {EventWord::merged, " other ", ""},
    {EventWord::related, " other relation ", ""},
    {EventWord::cancelled, "", " party "},
};

FieldsOfWord fields_of_word(EventWord word) {
  const auto* const found = std::ranges::find(fields_of_words, word, &FieldsOfWord::word);
  return found == std::end(fields_of_words) ? FieldsOfWord{word, "", ""} : *found;
}

bool holds(std::string_view names, std::string_view name) {
  return names.find(" " + std::string{name} + " ") != std::string_view::npos;
}

Refused refused_field(Refusal refusal, EventWord word, std::string_view name) {
  return {.refusal = refusal,
          .arguments = {{"event", std::string{key_of(word)}}, {"field", std::string{name}}},
          .faults = {}};
}

/// What no table says: fields of which one is enough.
std::optional<Refused> refusal_of_choice(const RecordEvent& event) {
  const bool waits_for_nothing =
      event.event == EventWord::awaiting && event.party.value_or("").empty() && !event.date;
  if (waits_for_nothing) return refused_field(Refusal::event_incomplete, event.event, "party");
  const bool says_nothing = event.event == EventWord::commented && event.note.value_or("").empty();
  if (says_nothing) return refused_field(Refusal::event_incomplete, event.event, "note");
  return std::nullopt;
}

/// What a customer does himself.
bool is_of_customer(const RecordEvent& event) {
  switch (event.event) {
    case EventWord::answered:
    case EventWord::commented:
    case EventWord::accepted:
    case EventWord::refused:
    case EventWord::approved:
    case EventWord::cancelled:
    case EventWord::reopened:
    case EventWord::satisfaction_given:
      return true;
    case EventWord::classified:
      return event.attribute == Attribute::declared_priority ||
             event.attribute == Attribute::impact || event.attribute == Attribute::urgency;
    default:
      return false;
  }
}

struct Nonsense {
  FindingCode finding;
  Refusal refusal;
};
constexpr Nonsense nonsense[] = {
    {FindingCode::event_after_end, Refusal::ticket_ended},
    {FindingCode::wait_after_resolution, Refusal::ticket_resolved},
    {FindingCode::resolved_twice, Refusal::ticket_resolved},
    {FindingCode::reopened_while_open, Refusal::ticket_still_open},
    {FindingCode::resumed_without_wait, Refusal::nobody_awaited},
};

std::ptrdiff_t count_of(FindingCode code, const Timeline& timeline) {
  return std::ranges::count(timeline.findings, code);
}

}  // namespace

std::optional<Refused> refusal_of_fields(const RecordEvent& event) {
  const FieldsOfWord of_word = fields_of_word(event.event);
  const auto said = fields_said(event);
  for (const SaidField& field : said) {
    if (!field.is_said && holds(of_word.wanted, field.name)) {
      return refused_field(Refusal::event_incomplete, event.event, field.name);
    }
  }
  if (auto choice = refusal_of_choice(event)) return choice;
  for (const SaidField& field : said) {
    const bool is_read = field.name == "value" || holds(of_word.wanted, field.name) ||
                         holds(of_word.allowed, field.name);
    if (field.is_said && !is_read) {
      return refused_field(Refusal::event_field_idle, event.event, field.name);
    }
  }
  return std::nullopt;
}

bool acts_for_provider(const Desk& desk, const KeptTicket& ticket) {
  const Scope& provider = desk.caller().rights.scope_of(Permission::act_for_provider);
  return provider.covers({.customer = ticket.row.customer,
                          .part = {},
                          .team = ticket.row.team,
                          .site = ticket.row.site});
}

std::optional<Refused> refusal_of_side(const Desk& desk, const KeptTicket& ticket,
                                       const RecordEvent& event) {
  const bool is_said_inside = event.audience == Audience::internal;
  if (acts_for_provider(desk, ticket) || (is_of_customer(event) && !is_said_inside)) {
    return std::nullopt;
  }
  return Refused{Refusal::event_not_yours, {{"event", std::string{key_of(event.event)}}}, {}};
}

std::optional<Refused> refusal_of_other(Desk& desk, const KeptTicket& ticket,
                                        const RecordEvent& event) {
  if (!event.other) return std::nullopt;
  const std::string other = in_capitals(*event.other);
  if (other == ticket.row.reference) return refused(Refusal::ticket_itself);
  if (ticket_by_reference(desk.rows(), desk.scope(), other)) return std::nullopt;
  return Refused{Refusal::ticket_unknown, {{"reference", *event.other}}, {}};
}

std::optional<Refused> refusal_of_sense(Connection& rows, const KeptTicket& ticket,
                                        const TicketEventRow& event, Instant now) {
  Names names;
  History history;
  history.ticket = names.intern<Ticket>(ticket.row.reference);
  read_history(rows, ticket.key, names, history);
  const Instant as_of = std::max(now, event.happened_at) + std::chrono::microseconds{1};
  Timeline before;
  read_timeline({.history = history, .as_of = as_of}, before);
  Event told = event_of(event, names);
  told.recorded_at = now;
  told.sequence = static_cast<std::uint32_t>(history.events.size()) + 1;
  history.events.push_back(told);
  Timeline after;
  read_timeline({.history = history, .as_of = as_of}, after);
  for (const auto& [finding, refusal] : nonsense) {
    if (count_of(finding, after) > count_of(finding, before)) return refused(refusal);
  }
  return std::nullopt;
}

}  // namespace vigie
