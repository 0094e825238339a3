// The journal, for those who read it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "store/journal/told_act.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct JournalChangeView {
  std::string field;
  std::optional<std::string> before;
  std::optional<std::string> after;
};

template <>
inline constexpr std::string_view title_of<JournalChangeView> = "JournalChange";
template <>
inline constexpr auto fields_of<JournalChangeView> = std::tuple{
    field("field", &JournalChangeView::field, "Which field."),
    field("before", &JournalChangeView::before, "Its text before; none: there was none."),
    field("after", &JournalChangeView::after, "Its text after; none: there is none."),
};

struct JournalEntryView {
  std::int64_t position = 0;
  Instant at;
  ActWord word{};
  std::optional<std::string> account;
  std::optional<std::string> name;
  Door door{};
  std::optional<std::string> origin;
  Thing thing{};
  std::string reference;
  std::int64_t version = 0;
  std::vector<JournalChangeView> changes;
  std::optional<std::string> comment;
};

template <>
inline constexpr std::string_view title_of<JournalEntryView> = "JournalEntry";
template <>
inline constexpr auto fields_of<JournalEntryView> = std::tuple{
    field("position", &JournalEntryView::position, "Place in the journal, from 1, without a gap."),
    field("at", &JournalEntryView::at, "When, by the clock of the database."),
    field("word", &JournalEntryView::word, "What was done."),
    field("account", &JournalEntryView::account,
          "Reference of who did it; none: the program, or someone at the machine."),
    field("name", &JournalEntryView::name, "Their name; none once they are erased."),
    field("door", &JournalEntryView::door, "Through which door."),
    field("origin", &JournalEntryView::origin, "Address and request; none once it is erased."),
    field("thing", &JournalEntryView::thing, "On what kind of thing."),
    field("reference", &JournalEntryView::reference, "On which one."),
    field("version", &JournalEntryView::version,
          "Of the thing now, for a ticket, a party, an agreement; else 0."),
    field("changes", &JournalEntryView::changes, "The fields that it changed."),
    field("comment", &JournalEntryView::comment,
          "What was said beside an event of a ticket or an outage, or in a dispute."),
};

/// What is none is not asked for.
struct JournalFilter {
  std::optional<Thing> thing;
  std::optional<std::string> reference;
  std::optional<std::string> account;
  std::optional<Instant> from;
  std::optional<Instant> to;
};

template <>
inline constexpr auto fields_of<JournalFilter> = std::tuple{
    field("thing", &JournalFilter::thing, "Acts on this kind of thing."),
    field("reference", &JournalFilter::reference, "On the one that is called so, as it is listed."),
    field("account", &JournalFilter::account, "Of this account, by its reference."),
    field("from", &JournalFilter::from, "Not before this instant."),
    field("to", &JournalFilter::to, "Before this instant."),
};

/// The newest first. Who reads the journal of some customers reads of their tickets, of themselves
/// and of their agreements. Refused, in this order: cursor_unknown, account_unknown.
Outcome<ListPage<JournalEntryView>> journal(const Look& look, const ListAsked& asked,
                                            const JournalFilter& filter);

}  // namespace vigie
