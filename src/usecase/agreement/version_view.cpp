#include "usecase/agreement/version_view.h"

#include <algorithm>

#include "engine/agreement/lifecycle.h"
#include "store/database/clock.h"
#include "usecase/outside_view.h"

namespace vigie {

namespace {

std::vector<AgreementStepView> step_views(Connection& rows, const StandingVersion& standing) {
  std::vector<AgreementStepView> views;
  for (auto& each : steps_of(rows, standing.agreement, standing.number)) {
    views.push_back({.state = each.row.state,
                     .at = each.at,
                     .by = std::move(each.by),
                     .last_day = each.row.last_day,
                     .comment = std::move(each.row.comment)});
  }
  return views;
}

std::vector<SignatureView> signature_views(Connection& rows, const StandingVersion& standing) {
  std::vector<SignatureView> views;
  for (auto& each : signatures_of(rows, standing.agreement, standing.number)) {
    SignatureView view{.side = each.row.side,
                       .signed_on = each.row.signed_on,
                       .name = std::move(each.row.name),
                       .capacity = std::move(each.row.capacity),
                       .digest = std::move(each.row.digest),
                       .at = each.at,
                       .by = std::move(each.by),
                       .head = {}};
    if (!each.row.head.empty()) view.head = std::move(each.row.head);
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace

AgreementState state_at(const TermsInForce& terms, const StandingVersion& kept, Instant at) {
  if (!was_signed(kept.state)) return kept.state;
  const auto index = terms.version(kept.reference, kept.number);
  if (!index) return kept.state;
  const Interval holding = terms.terms.holding(*index);
  if (at < holding.from) return is_stopped(kept.state) ? kept.state : AgreementState::signed_;
  if (at < holding.to) return AgreementState::in_force;
  return is_stopped(kept.state) ? kept.state : AgreementState::expired;
}

std::optional<StandingVersion> standing_version(Connection& rows, Key<AgreementRow> agreement,
                                                std::int64_t number) {
  auto all = standing_versions_of(rows, agreement);
  const auto found = std::ranges::find(all, number, &StandingVersion::number);
  if (found == all.end()) return std::nullopt;
  return std::move(*found);
}

std::vector<ApprovalView> approvals_now(Connection& rows, const StandingVersion& standing) {
  std::vector<ApprovalView> views;
  std::vector<Key<AccountRow>> accounts;
  for (auto& each : approvals_of(rows, standing.agreement, standing.number)) {
    auto place =
        static_cast<std::size_t>(std::ranges::find(accounts, each.row.account) - accounts.begin());
    if (place == accounts.size()) {
      accounts.push_back(each.row.account);
      views.push_back({.account = account_reference(rows, each.row.account),
                       .state = ApprovalState::asked,
                       .at = each.at,
                       .comment = each.row.comment});
    }
    if (each.row.digest != standing.digest) continue;  // said of another text
    views[place].state = each.row.state;
    views[place].at = each.at;
    views[place].comment = std::move(each.row.comment);
  }
  return views;
}

VersionView version_view(Connection& rows, const TermsInForce& terms, const KeptAgreement& kept,
                         const StandingVersion& standing, Instant at) {
  VersionView view{.reference = kept.row.reference + "@" + std::to_string(standing.number),
                   .version = kept.row.version,
                   .number = standing.number,
                   .state = state_at(terms, standing, at),
                   .next = {},
                   .in_force_from = {},
                   .in_force_to = {},
                   .revision = standing.revision,
                   .digest = standing.digest,
                   .document = standing.document,
                   .steps = step_views(rows, standing),
                   .approvals = approvals_now(rows, standing),
                   .signatures = signature_views(rows, standing)};
  view.next = states_after(is_stopped(standing.state) ? standing.state : view.state);
  if (const auto index = terms.version(kept.row.reference, standing.number)) {
    const InForce& days = terms.terms.agreement(*index).in_force;
    view.in_force_from = days.from;
    view.in_force_to = days.to;
  }
  return view;
}

VersionView shown_to(const Caller& caller, const TermsShelf& shelf, Key<PartyRow> customer,
                     VersionView view) {
  if (!reads_chain(caller, customer)) view.document = shelf.without_chain(view.document);
  return view;
}

Outcome<VersionView> agreement_version(const Look& look, TermsShelf& shelf,
                                       std::string_view reference, std::int64_t number) {
  const auto kept = agreement_by_reference(look.rows, look.scope(), reference);
  if (!kept) return refused(Refusal::not_found);
  const auto standing = standing_version(look.rows, kept->key, number);
  if (!standing) return refused(Refusal::not_found);
  const SharedTerms terms = shelf.terms(look.rows);
  return shown_to(look.caller, shelf, kept->row.customer,
                  version_view(look.rows, *terms, *kept, *standing, clock_now(look.rows)));
}

Outcome<VersionView> version_before(const Look& look, TermsShelf& shelf, std::string_view reference,
                                    std::int64_t number) {
  const auto kept = agreement_by_reference(look.rows, look.scope(), reference);
  if (!kept) return refused(Refusal::not_found);
  std::int64_t before = 0;  // no version has it
  for (const StandingVersion& each : standing_versions_of(look.rows, kept->key)) {
    if (each.number < number) before = each.number;
  }
  return agreement_version(look, shelf, reference, before);
}

}  // namespace vigie
