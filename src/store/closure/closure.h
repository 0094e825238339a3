// Closed periods as sealed rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/journal/rows.h"
#include "store/people/party.h"

namespace vigie {

struct ClosureRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  std::string reference;
  Key<PartyRow> customer{};
  std::string agreement;
  std::string period;
  std::int64_t revision = 1;
  Instant as_of;
  std::int64_t position = 0;
  std::string terms;
  std::string digest;
  std::string document;
  std::string reason;
};

template <>
inline constexpr StoreTable table_of<ClosureRow> = StoreTable::closure;
template <>
inline constexpr auto fields_of<ClosureRow> = std::tuple{
    field("act", &ClosureRow::act, "Which act closed it."),
    field("rank", &ClosureRow::rank, "Place among the rows of the act, from 1."),
    field("reference", &ClosureRow::reference, "What the world calls it."),
    field("customer", &ClosureRow::customer, "Whose agreement it is."),
    field("agreement", &ClosureRow::agreement, "Which agreement, by reference."),
    field("period", &ClosureRow::period, "Which period, as the scorecard names it."),
    field("revision", &ClosureRow::revision, "From 1; more: closed again."),
    field("as_of", &ClosureRow::as_of, "The instant of judgement."),
    field("position", &ClosureRow::position, "Of the journal when its figures were read."),
    field("terms", &ClosureRow::terms, "Digest of the terms that judged."),
    field("digest", &ClosureRow::digest, "Of the document."),
    field("document", &ClosureRow::document, "The closure as a file, word for word."),
    field("reason", &ClosureRow::reason, "Why it was closed again; empty: it was not."),
};

/// None when there is no such closure, or the scope does not cover it.
std::optional<ClosureRow> closure_by_reference(Connection& rows, const Scope& scope,
                                               std::string_view reference);

/// The last revision of a period; none when it is open.
std::optional<ClosureRow> closure_of(Connection& rows, std::string_view agreement,
                                     std::string_view period);

/// All of them within the scope, each revision, by agreement and as they were closed.
std::vector<ClosureRow> closures_within(Connection& rows, const Scope& scope);

/// Where a list goes on: after this agreement, period and revision.
struct ClosurePlace {
  std::string agreement;
  std::string period;
  std::int64_t revision = 0;
};

struct ListedClosure {
  ClosureRow row;  // without its document
  std::string customer;
};

/// By agreement, period and revision; at most so many.
std::vector<ListedClosure> closures_after(Connection& rows, const Scope& scope,
                                          const ClosurePlace& after, std::int64_t most);

}  // namespace vigie
