// Histories told in short for tests, and timelines told back: instants are whole hours.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "engine/ticket/timeline.h"
#include "vocabulary/finding.h"

namespace vigie::told {

inline Instant hour(int count) { return first_instant + std::chrono::hours{count}; }

inline int hours_of(Instant at) {
  return static_cast<int>(
      std::chrono::duration_cast<std::chrono::hours>(at - first_instant).count());
}

inline void set_field(Event& event, const std::string& key, const std::string& text, Names& names) {
  if (key == "party") event.party = names.intern<Party>(text);
  if (key == "team") event.team = names.intern<Team>(text);
  if (key == "person") event.person = names.intern<Person>(text);
  if (key == "value") event.value = names.intern<AttributeValue>(text);
  if (key == "other") event.other = names.intern<Ticket>(text);
  if (key == "until") event.date = hour(std::stoi(text));
  if (key == "known") event.recorded_at = hour(std::stoi(text));
  if (key == "supersedes") event.supersedes = static_cast<std::uint32_t>(std::stoi(text));
  if (key == "attribute") event.attribute = from_key<Attribute>(text).value();
  if (key == "effect") event.effect = from_key<Effect>(text).value();
  if (key == "relation") event.relation = from_key<Relation>(text).value();
}

/// "1 opened; 3 awaiting party=customer value=info" -> a history.
inline History history_of(const std::string& text, Names& names) {
  History history{names.intern<Ticket>("T"), {}};
  std::istringstream told{text};
  for (std::string line; std::getline(told, line, ';');) {
    std::istringstream words{line};
    int at = 0;
    std::string word;
    if (!(words >> at >> word)) continue;
    Event event;
    event.at = event.recorded_at = hour(at);
    event.word = from_key<EventWord>(word).value();
    for (std::string field; words >> field;) {
      const auto cut = field.find('=');
      set_field(event, field.substr(0, cut), field.substr(cut + 1), names);
    }
    event.sequence = static_cast<std::uint32_t>(history.events.size() + 1);
    history.events.push_back(event);
  }
  return history;
}

inline std::string holder_text(const Holder& holder, const Names& names) {
  const std::string party{names.text(holder.party)};
  return holder.team ? party + "/" + std::string{names.text(holder.team)} : party;
}

/// "1-3 open provider | 3-9 awaiting customer (info)".
inline std::string spans_text(const Timeline& timeline, const Names& names) {
  std::ostringstream text;
  for (const Span& span : timeline.spans) {
    if (&span != &timeline.spans.front()) text << " | ";
    text << hours_of(span.from) << "-" << hours_of(span.to) << " " << key_of(span.phase) << " "
         << holder_text(span.holder, names);
    if (span.reason) text << " (" << names.text(span.reason) << ")";
    if (span.requested_at) text << " asked " << hours_of(*span.requested_at);
    if (span.answered_at) text << " answered " << hours_of(*span.answered_at);
  }
  return text.str();
}

inline std::string marks_text(const Timeline& timeline) {
  std::ostringstream text;
  for (const Mark& mark : timeline.marks) {
    if (&mark != &timeline.marks.front()) text << " ";
    text << key_of(mark.word) << "@" << hours_of(mark.at);
  }
  return text.str();
}

inline std::string findings_text(const Timeline& timeline) {
  std::string text;
  for (const FindingCode code : timeline.findings) {
    if (!text.empty()) text += " ";
    text += key_of(code);
  }
  return text;
}

}  // namespace vigie::told
