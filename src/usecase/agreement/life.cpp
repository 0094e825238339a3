#include "usecase/agreement/life.h"

#include <algorithm>

#include "engine/agreement/lifecycle.h"
#include "engine/base/digest.h"
#include "store/database/clock.h"
#include "usecase/agreement/agreement.h"
#include "usecase/agreement/version_at_work.h"
#include "usecase/told_text.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// The state from which people take it on: what was stopped stays stopped until its last day too.
AgreementState state_to_leave(Desk& desk, TermsShelf& shelf, const StandingVersion& standing) {
  if (is_stopped(standing.state)) return standing.state;
  return state_at(*shelf.terms(desk.rows()), standing, clock_now(desk.rows()));
}

Refused step_refused(AgreementState from, AgreementState asked) {
  std::string allowed;
  for (const AgreementState next : states_after(from)) {
    allowed += (allowed.empty() ? "" : ", ") + std::string{key_of(next)};
  }
  return refused(Refusal::step_not_allowed, {{"state", std::string{key_of(from)}},
                                             {"asked", std::string{key_of(asked)}},
                                             {"allowed", allowed.empty() ? "-" : allowed}});
}

bool may_sign(const Desk& desk, const KeptAgreement& kept) {
  const Rights& rights = desk.caller().rights;
  return rights.hold(Permission::sign_agreements) &&
         rights.scope_of(Permission::sign_agreements).covers({.customer = kept.row.customer});
}

bool is_frozen(Desk& desk, const StandingVersion& standing) {
  using enum AgreementState;
  const bool is_written =
      standing.state == requirement || standing.state == draft || standing.state == in_negotiation;
  return !is_written || !signatures_of(desk.rows(), standing.agreement, standing.number).empty();
}

/// What would be wrong with all agreements, had the version this text and this state.
std::optional<Refused> fault_with(Desk& desk, TermsShelf& shelf, const StandingVersion& other) {
  auto checked = shelf.check_instead(desk.rows(), other);
  if (checked) return std::nullopt;
  return Refused{Refusal::document_faulty, {}, checked.error()};
}

}  // namespace

Outcome<VersionView> take_step(Desk& desk, TermsShelf& shelf, const Addressed& at,
                               const TakeStep& asked) {
  auto found = version_at_work(desk, at, asked.number);
  if (!found) return found.error();
  VersionAtWork work = *std::move(found);
  const AgreementState from = state_to_leave(desk, shelf, work.standing);
  const auto allowed = states_after(from);
  if (std::ranges::find(allowed, asked.state) == allowed.end()) {
    return step_refused(from, asked.state);
  }
  if (is_stopped(asked.state)) {
    if (!may_sign(desk, work.kept)) return refused(Refusal::not_permitted);
    if (!asked.on) return refused(Refusal::step_date_missing);
  }
  AgreementStepRow row{.agreement = work.kept.key,
                       .number = asked.number,
                       .state = asked.state,
                       .last_day = is_stopped(asked.state) ? asked.on : std::nullopt,
                       .comment = asked.comment};
  StandingVersion other = work.standing;
  other.state = row.state;
  other.last_day = row.last_day;
  if (auto fault = fault_with(desk, shelf, other)) return *std::move(fault);
  Act& act = open_act(desk, work, ActWord::agreement_step_taken);
  act.add(std::move(row));
  return view_after(desk, shelf, work, act.at());
}

Outcome<VersionView> revise_draft(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                  const ReviseDraft& asked) {
  auto found = version_at_work(desk, at, asked.number);
  if (!found) return found.error();
  VersionAtWork work = *std::move(found);
  if (is_frozen(desk, work.standing)) {
    return refused(Refusal::version_frozen, number_hole(work));
  }
  StandingVersion other = work.standing;
  other.document = asked.document;
  const auto read = shelf.check_instead(desk.rows(), other);
  if (!read) return Refused{Refusal::document_faulty, {}, read.error()};
  if (reference_from(read->id) != work.kept.row.reference || read->version != asked.number) {
    return refused(Refusal::agreement_version_unknown,
                   {{"number", read->id + "@" + std::to_string(read->version)}});
  }
  const auto customer = party_by_designation(desk.rows(), belongs_to(*read));
  if (!customer || customer->key != work.kept.row.customer) {
    return refused(Refusal::designation_unknown, {{"name", belongs_to(*read)}});
  }
  work.kept.row.title = read->title;
  Act& act = open_act(desk, work, ActWord::agreement_revised);
  act.add(AgreementRevisionRow{.agreement = work.kept.key,
                               .number = asked.number,
                               .revision = work.standing.revision + 1,
                               .document = asked.document,
                               .digest = digest_of(asked.document)});
  return view_after(desk, shelf, work, act.at());
}

namespace {

std::string who_has_not_approved(Desk& desk, const StandingVersion& standing) {
  std::string who;
  for (const ApprovalView& each : approvals_now(desk.rows(), standing)) {
    if (each.state == ApprovalState::approved) continue;
    who += (who.empty() ? "" : ", ") + each.account;
  }
  return who;
}

std::optional<Refused> signature_refusal(Desk& desk, const VersionAtWork& work,
                                         const SignVersion& asked) {
  if (!is_to_sign(work.standing.state)) {
    return step_refused(work.standing.state, AgreementState::signed_);
  }
  if (asked.digest != work.standing.digest) {
    return refused(Refusal::text_not_signed, {{"digest", work.standing.digest}});
  }
  if (const std::string who = who_has_not_approved(desk, work.standing); !who.empty()) {
    return refused(Refusal::approval_missing, {{"who", who}});
  }
  for (const auto& each : signatures_of(desk.rows(), work.kept.key, asked.number)) {
    if (each.row.side == asked.side) {
      return refused(Refusal::signature_repeated, number_hole(work));
    }
  }
  if (!name_from(asked.name) || !name_from(asked.capacity)) return refused(Refusal::name_malformed);
  // The east of the world is a day ahead.
  const auto tomorrow =
      std::chrono::floor<std::chrono::days>(clock_now(desk.rows())) + std::chrono::days{1};
  if (asked.signed_on.time_since_epoch() > tomorrow.time_since_epoch()) {
    return refused(Refusal::signed_in_the_future, {{"on", text_of_day(asked.signed_on)}});
  }
  return std::nullopt;
}

AgreementSignatureRow signature_row(Desk& desk, const VersionAtWork& work,
                                    const SignVersion& asked) {
  AgreementSignatureRow row{.agreement = work.kept.key,
                            .number = asked.number,
                            .digest = asked.digest,
                            .side = asked.side,
                            .signed_on = asked.signed_on,
                            .head = last_block_digest(desk.rows()),
                            .name = name_from(asked.name),
                            .capacity = name_from(asked.capacity),
                            .salt = made_salt(),
                            .signatory_digest = {}};
  row.signatory_digest = salted_digest(desk.key(), *row.salt, {row.name, row.capacity});
  return row;
}

}  // namespace

Outcome<VersionView> sign_version(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                  const SignVersion& asked) {
  auto found = version_at_work(desk, at, asked.number);
  if (!found) return found.error();
  VersionAtWork work = *std::move(found);
  if (auto refusal = signature_refusal(desk, work, asked)) return *std::move(refusal);
  StandingVersion other = work.standing;
  other.state = AgreementState::signed_;
  if (auto fault = fault_with(desk, shelf, other)) return *std::move(fault);
  const bool is_last = !signatures_of(desk.rows(), work.kept.key, asked.number).empty();
  Act& act = open_act(desk, work, ActWord::agreement_signed);
  act.add(signature_row(desk, work, asked));
  if (is_last) {
    act.add(AgreementStepRow{.agreement = work.kept.key,
                             .number = asked.number,
                             .state = AgreementState::signed_,
                             .last_day = {},
                             .comment = {}});
  }
  return view_after(desk, shelf, work, act.at());
}

}  // namespace vigie
