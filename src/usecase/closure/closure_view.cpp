#include "usecase/closure/closure_view.h"

#include "engine/base/text.h"

namespace vigie {

namespace {

ClosureView view_of(const ClosureRow& row, std::string customer) {
  return {.reference = row.reference,
          .version = 1,
          .agreement = row.agreement,
          .customer = std::move(customer),
          .period = row.period,
          .revision = row.revision,
          .as_of = row.as_of,
          .position = row.position,
          .terms = row.terms,
          .digest = row.digest,
          .reason = row.reason,
          .reopening = {}};
}

}  // namespace

ClosureView view_of(Connection& rows, const ClosureRow& row) {
  ClosureView view = view_of(row, party_reference(rows, row.customer));
  for (const ReopeningRow& step : reopening_steps(rows, row.reference)) {
    view.reopening.push_back(
        {.step = step.step, .side = step.side, .at = step.at, .reason = step.reason});
    ++view.version;
  }
  return view;
}

Outcome<ClosureView> closure(const Look& look, std::string_view reference) {
  const auto kept = closure_by_reference(look.rows, look.scope(), folded(reference));
  if (!kept) return refused(Refusal::not_found);
  return view_of(look.rows, *kept);
}

Outcome<std::string> closure_document(const Look& look, std::string_view reference) {
  auto kept = closure_by_reference(look.rows, look.scope(), folded(reference));
  if (!kept) return refused(Refusal::not_found);
  return std::move(kept->document);
}

Outcome<ListPage<ClosureView>> closures(const Look& look, const ListAsked& asked,
                                        const CustomerFilter& filter) {
  const auto scope = scope_narrowed(look, filter.customer);
  if (!scope) return scope.error();
  const std::string list = list_of_customer("closures", filter.customer);
  ClosurePlace after;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 3);
    if (!place) return refused(Refusal::cursor_unknown);
    after.agreement = (*place)[0];
    after.period = (*place)[1];
    after.revision = whole_in((*place)[2]);
  }
  const auto found = closures_after(look.rows, *scope, after, asked.most + 1);
  ListPage<ClosureView> page;
  for (const ListedClosure& each : found) {
    if (static_cast<std::int64_t>(page.items.size()) == asked.most) {
      const ClosureRow& last = found[page.items.size() - 1].row;
      page.next =
          cursor_of(list, std::vector{last.agreement, last.period, std::to_string(last.revision)});
      break;
    }
    page.items.push_back(view_of(each.row, each.customer));
  }
  return page;
}

}  // namespace vigie
