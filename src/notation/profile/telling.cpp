#include "notation/profile/telling.h"

#include <algorithm>

namespace vigie {

namespace {

bool ends_ticket(EventWord word) {
  return word == EventWord::resolved || word == EventWord::closed || word == EventWord::cancelled;
}

bool is_over(Phase phase) { return phase >= Phase::resolved; }

}  // namespace

void Telling::begin(std::span<const ToldColumn> columns, std::span<const ToldAttribute> origin) {
  columns_ = columns;
  origin_ = origin;
  told_.clear();
  shown_.clear();
  phase_ = Phase::open;
  holder_ = {};
  person_ = {};
  first_row_.reset();
  ends_at_ = last_instant;
  for (const ToldColumn& column : columns) {
    const bool ends = column.wins == Winner::column && ends_ticket(column.word);
    if (ends) ends_at_ = std::min(ends_at_, column.at);
  }
}

void Telling::tell(const ToldRow& row) {
  if (!first_row_) first_row_ = row.at;
  tell_actions(row);
  tell_attributes(row);
  tell_holder(row);
  if (row.state != nullptr && !row.state->is_ignored && row.at < ends_at_) tell_state(row);
}

Event& Telling::add(EventWord word, Instant at, Rank rank) {
  Event event;
  event.at = event.recorded_at = at;
  event.word = word;
  told_.push_back({event, rank});
  return told_.back().event;
}

void Telling::tell_actions(const ToldRow& row) {
  for (const ToldAction& action : row.actions) {
    if (action.is_ignored) continue;
    Event& event = add(action.word, row.at, Rank::row);
    event.party = action.party;
    event.value = action.value;
  }
}

/// The attributes of the first row hold since the opening; later ones are changes.
void Telling::tell_attributes(const ToldRow& row) {
  const bool is_first = shown_.empty();
  if (is_first) shown_.assign(row.attributes.begin(), row.attributes.end());
  for (std::size_t i = 0; i < row.attributes.size() && !is_first; ++i) {
    const ToldAttribute& attribute = row.attributes[i];
    if (!attribute.value || attribute.value == shown_[i].value) continue;
    const bool was_silent = !shown_[i].value;
    shown_[i].value = attribute.value;
    Event& event = add(EventWord::classified, row.at, Rank::row);
    event.attribute = attribute.attribute;
    event.value = attribute.value;
    event.effect = was_silent ? Effect::origin : attribute.effect;
  }
  if (!is_first) return;
  for (const ToldAttribute& attribute : row.attributes) {
    if (!attribute.value) continue;
    Event& event = add(EventWord::classified, row.at, Rank::attribute);
    event.attribute = attribute.attribute;
    event.value = attribute.value;
    event.effect = Effect::origin;
  }
}

void Telling::tell_holder(const ToldRow& row) {
  if (row.holder == holder_ && row.person == person_) return;
  holder_ = row.holder;
  person_ = row.person;
  Event& event = add(EventWord::assigned, row.at, Rank::row);
  event.party = row.holder.party;
  event.team = row.holder.team;
  event.person = row.person;
  if (!event.party) event.party = party_of(Role::provider);
}

void Telling::tell_state(const ToldRow& row) {
  const ToldState& state = *row.state;
  switch (state.phase) {
    case Phase::awaiting:
      return await(state, row.at);
    case Phase::resolved:
      return reach(EventWord::resolved, state.phase, row.at);
    case Phase::closed:
      return reach(EventWord::closed, state.phase, row.at);
    case Phase::cancelled:
      return reach(EventWord::cancelled, state.phase, row.at);
    default:
      break;
  }
  if (phase_ == Phase::awaiting) add(EventWord::resumed, row.at, Rank::row);
  if (is_over(phase_)) add(EventWord::reopened, row.at, Rank::row);
  phase_ = Phase::open;
}

void Telling::await(const ToldState& state, Instant at) {
  const bool goes_on =
      phase_ == Phase::awaiting && state.party == wait_.party && state.reason == wait_.reason;
  if (goes_on) return;
  if (is_over(phase_)) add(EventWord::reopened, at, Rank::row);
  if (state.is_requested) add(EventWord::requested, at, Rank::row).party = state.party;
  Event& event = add(EventWord::awaiting, at, Rank::row);
  event.party = state.party;
  event.value = state.reason;
  phase_ = Phase::awaiting;
  wait_ = state;
}

/// A state that ends the work. Where a column says when, the state only ends a wait.
void Telling::reach(EventWord word, Phase phase, Instant at) {
  if (column_wins(word)) {
    if (phase_ == Phase::awaiting) add(EventWord::resumed, at, Rank::row);
    if (!is_over(phase_)) phase_ = Phase::open;
  } else if (phase_ != phase) {
    add(word, at, Rank::row);
    phase_ = phase;
  }
}

bool Telling::column_wins(EventWord word) const {
  return std::any_of(profile_.events.begin(), profile_.events.end(),
                     [&](const EventColumn& column) {
                       return column.word == word && column.wins == Winner::column;
                     });
}

/// The opening with its attributes, and what columns say of the rest.
void Telling::add_columns() {
  const auto told_by_row = [&](EventWord word) {
    return std::any_of(told_.begin(), told_.end(),
                       [&](const Told& told) { return told.event.word == word; });
  };
  std::optional<Instant> opened_at;
  for (const ToldColumn& column : columns_) {
    if (column.word == EventWord::opened) opened_at = column.at;
  }
  if (!opened_at) opened_at = first_row_;
  if (opened_at) add(EventWord::opened, *opened_at, Rank::opening);
  for (const ToldColumn& column : columns_) {
    if (column.word == EventWord::opened || column.word == EventWord::dated) continue;
    if (column.wins == Winner::state && told_by_row(column.word)) continue;
    add(column.word, column.at, Rank::column);
    if (!opened_at) opened_at = column.at;
  }
  if (!opened_at) return;
  for (Told& told : told_) {
    if (told.rank == Rank::attribute) told.event.at = told.event.recorded_at = *opened_at;
  }
  for (const ToldColumn& column : columns_) {
    if (column.word != EventWord::dated) continue;
    Event& event = add(EventWord::dated, *opened_at, Rank::attribute);
    event.value = column.name;
    event.date = column.at;
  }
  for (const ToldAttribute& attribute : origin_) {
    Event& event = add(EventWord::classified, *opened_at, Rank::attribute);
    event.attribute = attribute.attribute;
    event.value = attribute.value;
    event.effect = Effect::origin;
  }
}

void Telling::finish(Id<Ticket> ticket, Histories& histories) {
  add_columns();
  std::stable_sort(told_.begin(), told_.end(), [](const Told& a, const Told& b) {
    return a.event.at != b.event.at ? a.event.at < b.event.at : a.rank < b.rank;
  });
  events_.clear();
  for (const Told& told : told_) events_.push_back(told.event);
  if (!events_.empty()) histories.append(ticket, events_);
}

}  // namespace vigie
