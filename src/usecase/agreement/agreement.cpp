#include "usecase/agreement/agreement.h"

#include "engine/agreement/lifecycle.h"
#include "engine/base/digest.h"
#include "store/agreement/life.h"
#include "store/database/clock.h"
#include "usecase/agreement/version_view.h"
#include "usecase/outside_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// How much a version in that state says of what holds today.
int weight_of(AgreementState state) {
  if (state == AgreementState::in_force) return 2;
  return was_signed(state) ? 1 : 0;
}

/// The version that people mean by the agreement today, and its dates.
void tell_standing(const TermsInForce& terms, const std::vector<StandingVersion>& versions,
                   Instant now, AgreementView& view) {
  const StandingVersion* meant = nullptr;
  for (const StandingVersion& each : versions) {
    const AgreementState state = state_at(terms, each, now);
    if (meant != nullptr && weight_of(state) < weight_of(view.state)) continue;
    meant = &each;
    view.state = state;
    view.number = each.number;
  }
  const auto place = meant == nullptr ? std::nullopt : terms.version(view.reference, view.number);
  if (!place) return;
  const Agreement& agreement = terms.terms.agreement(*place);
  view.signed_on = agreement.signed_on;
  view.in_force_from = agreement.in_force.from;
  view.in_force_to = agreement.in_force.to;
  view.notice_by = agreement.notice_by;
}

AgreementView view_of(Connection& rows, const TermsInForce& terms, const KeptAgreement& kept,
                      bool with_versions) {
  AgreementView view{.reference = kept.row.reference,
                     .version = kept.row.version,
                     .kind = kept.row.kind,
                     .customer = party_reference(rows, kept.row.customer),
                     .title = kept.row.title,
                     .versions = {}};
  std::vector<StandingVersion> versions = standing_versions_of(rows, kept.key);
  tell_standing(terms, versions, clock_now(rows), view);
  if (!with_versions) return view;
  for (StandingVersion& row : versions) {
    view.versions.push_back({.number = row.number,
                             .state = row.state,
                             .document = std::move(row.document),
                             .digest = std::move(row.digest)});
  }
  return view;
}

bool may_sign(const Caller& caller, Key<PartyRow> customer) {
  return caller.rights.hold(Permission::sign_agreements) &&
         caller.rights.scope_of(Permission::sign_agreements).covers({.customer = customer});
}

/// The agreement that the version belongs to, made when it is the first.
Outcome<KeptAgreement> agreement_for(Desk& desk, const Agreement& read,
                                     const std::string& reference, Key<PartyRow> customer) {
  auto kept = agreement_by_reference(desk.rows(), Scope::whole(), reference);
  if (!kept) {
    AgreementRow row{.reference = reference,
                     .version = 0,
                     .kind = read.kind,
                     .customer = customer,
                     .title = read.title};
    return KeptAgreement{.key = {}, .row = std::move(row)};
  }
  if (!desk.scope().covers({.customer = kept->row.customer})) {
    return refused(Refusal::not_found);
  }
  return *std::move(kept);
}

}  // namespace

const std::string& belongs_to(const Agreement& agreement) {
  const auto& between = agreement.between;
  return between.customer.empty() ? between.provider : between.customer;
}

Outcome<AgreementView> add_agreement_version(Desk& desk, TermsShelf& shelf,
                                             const AddAgreementVersion& asked) {
  auto read = shelf.check(desk.rows(), asked.document);
  if (!read) return Refused{Refusal::document_faulty, {}, read.error()};
  const auto reference = reference_from(read->id);
  if (!reference) return Refused{Refusal::reference_malformed, {{"text", read->id}}, {}};
  const std::string& whose = belongs_to(*read);
  const auto customer = party_by_designation(desk.rows(), whose);
  if (!customer || !desk.scope().covers({.customer = customer->key})) {
    return Refused{Refusal::designation_unknown, {{"name", whose}}, {}};
  }
  if (was_signed(read->state) && !may_sign(desk.caller(), customer->key)) {
    return refused(Refusal::not_permitted);
  }
  auto kept = agreement_for(desk, *read, *reference, customer->key);
  if (!kept) return kept.error();
  KeptAgreement made = *kept;
  Act& act = desk.open(ActWord::agreement_added, Thing::agreement, *reference);
  ++made.row.version;
  made.row.title = read->title;
  if (made.row.version == 1) {
    made.key = add_agreement_row(desk.rows(), made.row);
  } else {
    ensure(change_agreement_row(desk.rows(), made.key, made.row), "its version was just read");
  }
  act.add(AgreementVersionRow{.agreement = made.key,
                              .number = read->version,
                              .state = read->state,
                              .document = asked.document,
                              .digest = digest_of(asked.document)});
  return view_of(desk.rows(), *shelf.terms(desk.rows()), made, true);
}

Outcome<AgreementView> agreement(const Look& look, TermsShelf& shelf, std::string_view reference) {
  const auto kept = agreement_by_reference(look.rows, look.scope(), reference);
  if (!kept) return refused(Refusal::not_found);
  AgreementView view = view_of(look.rows, *shelf.terms(look.rows), *kept, true);
  if (reads_chain(look.caller, kept->row.customer)) return view;
  for (AgreementVersionView& each : view.versions) {
    each.document = shelf.without_chain(each.document);
  }
  return view;
}

Outcome<ListPage<AgreementView>> agreements(const Look& look, TermsShelf& shelf,
                                            const ListAsked& asked) {
  constexpr std::string_view list = "agreements";
  std::string after;
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, list, 1);
    if (!place) return refused(Refusal::cursor_unknown);
    after = place->front();
  }
  const SharedTerms terms = shelf.terms(look.rows);
  ListPage<AgreementView> page;
  for (const KeptAgreement& each :
       agreements_after(look.rows, look.scope(), after, asked.most + 1)) {
    if (static_cast<std::int64_t>(page.items.size()) == asked.most) {
      page.next = cursor_of(list, std::vector{page.items.back().reference});
      break;
    }
    page.items.push_back(view_of(look.rows, *terms, each, false));
  }
  return page;
}

}  // namespace vigie
