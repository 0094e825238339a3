// Who must approve a text before it is signed, and what they say.
#include <algorithm>

#include "store/identity/account.h"
#include "usecase/agreement/life.h"
#include "usecase/agreement/version_at_work.h"
#include "usecase/identity/gate.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// Whether the text may still be discussed.
bool is_open(Desk& desk, const StandingVersion& standing) {
  using enum AgreementState;
  const bool is_written =
      standing.state == requirement || standing.state == draft || standing.state == in_negotiation;
  return is_written && signatures_of(desk.rows(), standing.agreement, standing.number).empty();
}

/// Who may approve what is promised to that customer; none of another: it is not said why.
std::optional<KeptAccount> approver(Desk& desk, const std::string& text, Key<PartyRow> customer) {
  const auto reference = reference_from(text);
  if (!reference) return std::nullopt;
  auto account = account_by_reference(desk.rows(), Scope::whole(), *reference);
  if (!account) return std::nullopt;
  const Rights rights = Gate::rights_of(desk.rows(), account->key);
  const bool may = rights.hold(Permission::approve_agreements) &&
                   rights.scope_of(Permission::approve_agreements).covers({.customer = customer});
  if (!may) return std::nullopt;
  return account;
}

AgreementApprovalRow approval_row(const VersionAtWork& work, Key<AccountRow> account,
                                  ApprovalState state, const std::optional<std::string>& comment) {
  return {.agreement = work.kept.key,
          .number = work.standing.number,
          .digest = work.standing.digest,
          .account = account,
          .state = state,
          .comment = comment};
}

bool is_asked(Desk& desk, const VersionAtWork& work, const std::string& account) {
  const auto views = approvals_now(desk.rows(), work.standing);
  const auto found = std::ranges::find(views, account, &ApprovalView::account);
  return found != views.end() && found->state == ApprovalState::asked;
}

}  // namespace

Outcome<VersionView> ask_approval(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                  const AskApproval& asked) {
  auto found = version_at_work(desk, at, asked.number);
  if (!found) return found.error();
  VersionAtWork work = *std::move(found);
  if (!is_open(desk, work.standing)) return refused(Refusal::version_frozen, number_hole(work));
  const auto account = approver(desk, asked.account, work.kept.row.customer);
  if (!account) return refused(Refusal::account_unknown, {{"reference", asked.account}});
  if (is_asked(desk, work, account->person.reference)) {
    return refused(Refusal::approval_asked_already, {{"reference", account->person.reference}});
  }
  Act& act = open_act(desk, work, ActWord::approval_asked);
  act.add(approval_row(work, account->key, ApprovalState::asked, asked.comment));
  return view_after(desk, shelf, work, act.at());
}

Outcome<VersionView> answer_approval(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                     const AnswerApproval& asked) {
  auto found = version_at_work(desk, at, asked.number);
  if (!found) return found.error();
  VersionAtWork work = *std::move(found);
  if (asked.digest != work.standing.digest) {
    return refused(Refusal::text_not_signed, {{"digest", work.standing.digest}});
  }
  if (!is_open(desk, work.standing)) return refused(Refusal::version_frozen, number_hole(work));
  const auto account = desk.caller().account;
  if (!account || !is_asked(desk, work, account_reference(desk.rows(), *account))) {
    return refused(Refusal::approval_not_asked);
  }
  Act& act = open_act(desk, work, ActWord::approval_answered);
  act.add(approval_row(work, *account,
                       asked.is_approved ? ApprovalState::approved : ApprovalState::declined,
                       asked.comment));
  return view_after(desk, shelf, work, act.at());
}

}  // namespace vigie
