// One version of an agreement with its whole life, as it is shown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "store/agreement/signature.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/desk.h"

namespace vigie {

struct AgreementStepView {
  AgreementState state{};
  Instant at;
  std::optional<std::string> by;
  std::optional<CivilDay> last_day;
  std::optional<std::string> comment;
};

template <>
inline constexpr std::string_view title_of<AgreementStepView> = "AgreementStep";
template <>
inline constexpr auto fields_of<AgreementStepView> = std::tuple{
    field("state", &AgreementStepView::state, "Reached by this step."),
    field("at", &AgreementStepView::at, "When it was recorded, by the clock of the database."),
    field("by", &AgreementStepView::by, "Account of who took it; none: the program itself."),
    field("last_day", &AgreementStepView::last_day,
          "Last day on which the version judges, of a suspension or a termination."),
    field("comment", &AgreementStepView::comment, "Why."),
};

struct ApprovalView {
  std::string account;
  ApprovalState state{};
  Instant at;
  std::optional<std::string> comment;
};

template <>
inline constexpr std::string_view title_of<ApprovalView> = "AgreementApproval";
template <>
inline constexpr auto fields_of<ApprovalView> = std::tuple{
    field("account", &ApprovalView::account, "Who must approve."),
    field("state", &ApprovalView::state, "What they said of the text as it is now."),
    field("at", &ApprovalView::at, "When they were asked, or answered."),
    field("comment", &ApprovalView::comment, "What they said, or what was said to them."),
};

struct SignatureView {
  SigningSide side{};
  CivilDay signed_on;
  std::optional<std::string> name;
  std::optional<std::string> capacity;
  std::string digest;
  Instant at;
  std::optional<std::string> by;
  std::optional<std::string> head;
};

template <>
inline constexpr std::string_view title_of<SignatureView> = "AgreementSignature";
template <>
inline constexpr auto fields_of<SignatureView> = std::tuple{
    field("side", &SignatureView::side, "For which party."),
    field("signed_on", &SignatureView::signed_on, "Day of the signature."),
    field("name", &SignatureView::name, "Who signed; none once erased."),
    field("capacity", &SignatureView::capacity, "In which capacity; none once erased."),
    field("digest", &SignatureView::digest, "Of the text that was signed."),
    field("at", &SignatureView::at, "When it was recorded, by the clock of the database."),
    field("by", &SignatureView::by, "Account of who recorded it; none: the program itself."),
    field(
        "head", &SignatureView::head,
        "Digest of the last block of the journal when it was recorded; none: nothing was sealed."),
};

struct VersionView {
  std::string reference;
  std::int64_t version = 0;
  std::int64_t number = 0;
  AgreementState state{};
  std::vector<AgreementState> next;
  std::optional<CivilDay> in_force_from;
  std::optional<CivilDay> in_force_to;
  std::int64_t revision = 1;
  std::string digest;
  std::string document;
  std::vector<AgreementStepView> steps;
  std::vector<ApprovalView> approvals;
  std::vector<SignatureView> signatures;
};

template <>
inline constexpr std::string_view title_of<VersionView> = "AgreementVersion";
template <>
inline constexpr auto fields_of<VersionView> = std::tuple{
    field("reference", &VersionView::reference, "What the world calls it: sla-acme@2."),
    field("version", &VersionView::version, "Of the agreement: raised by each act on it."),
    field("number", &VersionView::number, "Of the version, from 1."),
    field("state", &VersionView::state, "Where its life stands today, in its own zone."),
    field("next", &VersionView::next, "States to which a step can take it."),
    field("in_force_from", &VersionView::in_force_from, "First day on which it judges."),
    field("in_force_to", &VersionView::in_force_to,
          "Last day on which it judges, as its document, its life or its amendment says."),
    field("revision", &VersionView::revision, "Of its text: raised until one side has signed."),
    field("digest", &VersionView::digest, "Of its text."),
    field("document", &VersionView::document,
          "YAML, word for word; without suppliers, what underpins it and comments for who does not "
          "read the chain behind a promise."),
    field("steps", &VersionView::steps, "Of its life since it was added, in order."),
    field("approvals", &VersionView::approvals, "Of who was asked, in the order of asking."),
    field("signatures", &VersionView::signatures, "In the order in which they were recorded."),
};

/// The state of a version at `at`: one that was signed is in force on its days, and expired after.
/// `terms` are those in which it stands.
AgreementState state_at(const TermsInForce& terms, const StandingVersion& kept, Instant at);

/// The version of that number; none when the agreement has none.
std::optional<StandingVersion> standing_version(Connection& rows, Key<AgreementRow> agreement,
                                                std::int64_t number);

/// As it is shown at `at`.
VersionView version_view(Connection& rows, const TermsInForce& terms, const KeptAgreement& kept,
                         const StandingVersion& standing, Instant at);

/// To who does not read the chain behind promises to that customer, without the clauses of it.
VersionView shown_to(const Caller& caller, const TermsShelf& shelf, Key<PartyRow> customer,
                     VersionView view);

/// Refused: not_found, also for a number that the agreement has not.
Outcome<VersionView> agreement_version(const Look& look, TermsShelf& shelf,
                                       std::string_view reference, std::int64_t number);

/// The one with the next lower number; not_found when it is the first.
Outcome<VersionView> version_before(const Look& look, TermsShelf& shelf, std::string_view reference,
                                    std::int64_t number);

/// What each account that was asked says of the text whose digest is `digest`.
std::vector<ApprovalView> approvals_now(Connection& rows, const StandingVersion& standing);

}  // namespace vigie
