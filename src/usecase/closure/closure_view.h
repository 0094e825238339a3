// A closed period as it is shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "store/closure/reopening.h"
#include "usecase/customer_filter.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct ReopeningStepView {
  ReopeningStep step{};
  ClosureSide side{};
  Instant at;
  std::string reason;
};

template <>
inline constexpr auto fields_of<ReopeningStepView> = std::tuple{
    field("step", &ReopeningStepView::step, "What was said."),
    field("side", &ReopeningStepView::side, "For which party."),
    field("at", &ReopeningStepView::at, "When, by the clock of the database."),
    field("reason", &ReopeningStepView::reason, "Why."),
};

struct ClosureView {
  std::string reference;
  std::int64_t version = 1;
  std::string agreement;
  std::string customer;
  std::string period;
  std::int64_t revision = 1;
  Instant as_of;
  std::int64_t position = 0;
  std::string terms;
  std::string digest;
  std::string reason;
  std::vector<ReopeningStepView> reopening;
};

template <>
inline constexpr std::string_view title_of<ClosureView> = "Closure";
template <>
inline constexpr auto fields_of<ClosureView> = std::tuple{
    field("reference", &ClosureView::reference, "What the world calls it."),
    field("version", &ClosureView::version, "Raised by one by each step about it."),
    field("agreement", &ClosureView::agreement, "Reference of its agreement."),
    field("customer", &ClosureView::customer, "Reference of the party to whom it was promised."),
    field("period", &ClosureView::period, "As the scorecard names it."),
    field("revision", &ClosureView::revision, "From 1; more: closed again."),
    field("as_of", &ClosureView::as_of, "The instant of judgement."),
    field("position", &ClosureView::position, "Of the journal when its figures were read."),
    field("terms", &ClosureView::terms, "Digest of the terms that judged."),
    field("digest", &ClosureView::digest, "Of its document."),
    field("reason", &ClosureView::reason, "Why it was closed again; empty: it was not."),
    field("reopening", &ClosureView::reopening,
          "What the parties said of closing it again, in order; in a list of closures, nothing."),
};

ClosureView view_of(Connection& rows, const ClosureRow& row);

/// Refused: not_found.
Outcome<ClosureView> closure(const Look& look, std::string_view reference);

/// Its document, word for word. Refused: not_found.
Outcome<std::string> closure_document(const Look& look, std::string_view reference);

/// By agreement, period and revision. Refused, in this order: customer_unknown, cursor_unknown.
Outcome<ListPage<ClosureView>> closures(const Look& look, const ListAsked& asked,
                                        const CustomerFilter& filter);

}  // namespace vigie
