// Acts by which a version goes through its life.
#pragma once

#include <optional>
#include <string>

#include "usecase/agreement/version_view.h"
#include "usecase/list_page.h"

namespace vigie {

struct TakeStep {
  std::int64_t number = 0;
  AgreementState state{};
  std::optional<CivilDay> on;
  std::optional<std::string> comment;
};

template <>
inline constexpr std::string_view title_of<TakeStep> = "AgreementStepToTake";
template <>
inline constexpr auto fields_of<TakeStep> = std::tuple{
    field("number", &TakeStep::number, "Of the version."),
    field("state", &TakeStep::state,
          "The state to reach: signed, in force and expired are not reached by a step."),
    field("on", &TakeStep::on,
          "Last day on which it judges: of a suspension or a termination, and of those alone."),
    field("comment", &TakeStep::comment, "Why.", AtMost{2'000}),
};

struct ReviseDraft {
  std::int64_t number = 0;
  std::string document;
};

template <>
inline constexpr std::string_view title_of<ReviseDraft> = "AgreementDraftToRevise";
template <>
inline constexpr auto fields_of<ReviseDraft> = std::tuple{
    field("number", &ReviseDraft::number, "Of the version, which nobody has signed."),
    field("document", &ReviseDraft::document,
          "The version as YAML, with the same id and version; its state is that of its life."),
};

struct AskApproval {
  std::int64_t number = 0;
  std::string account;
  std::optional<std::string> comment;
};

template <>
inline constexpr std::string_view title_of<AskApproval> = "ApprovalToAsk";
template <>
inline constexpr auto fields_of<AskApproval> = std::tuple{
    field("number", &AskApproval::number, "Of the version."),
    field("account", &AskApproval::account, "Who must approve before it is signed.", AtMost{64}),
    field("comment", &AskApproval::comment, "What is said to them.", AtMost{2'000}),
};

struct AnswerApproval {
  std::int64_t number = 0;
  std::string digest;
  bool is_approved = false;
  std::optional<std::string> comment;
};

template <>
inline constexpr std::string_view title_of<AnswerApproval> = "ApprovalAnswer";
template <>
inline constexpr auto fields_of<AnswerApproval> = std::tuple{
    field("number", &AnswerApproval::number, "Of the version."),
    field("digest", &AnswerApproval::digest, "Of the text that was read.", AtMost{64}),
    field("is_approved", &AnswerApproval::is_approved, "Yes or no."),
    field("comment", &AnswerApproval::comment, "What is said of it.", AtMost{2'000}),
};

struct SignVersion {
  std::int64_t number = 0;
  std::string digest;
  SigningSide side{};
  std::string name;
  std::string capacity;
  CivilDay signed_on;
};

template <>
inline constexpr std::string_view title_of<SignVersion> = "SignatureToRecord";
template <>
inline constexpr auto fields_of<SignVersion> = std::tuple{
    field("number", &SignVersion::number, "Of the version."),
    field("digest", &SignVersion::digest, "Of the text that is signed.", AtMost{64}),
    field("side", &SignVersion::side, "For which party."),
    field("name", &SignVersion::name, "Who signed.", AtMost{200}),
    field("capacity", &SignVersion::capacity, "In which capacity: managing director.", AtMost{200}),
    field("signed_on", &SignVersion::signed_on,
          "Day of the signature; the day of effect is in the document."),
};

/// Takes a version to another state. Refused, in this order: not_found, version_changed,
/// agreement_version_unknown, step_not_allowed, not_permitted (a suspension or a termination is for
/// who may sign), step_date_missing (for these), document_faulty (with it, agreements would
/// contradict one another).
Outcome<VersionView> take_step(Desk& desk, TermsShelf& shelf, const Addressed& at,
                               const TakeStep& asked);

/// Another text for a version that nobody has signed. Refused, in this order: not_found,
/// version_changed, agreement_version_unknown, version_frozen, document_faulty (with the faults),
/// agreement_version_unknown (the document is that of another version), designation_unknown (it
/// names another customer).
Outcome<VersionView> revise_draft(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                  const ReviseDraft& asked);

/// Refused, in this order: not_found, version_changed, agreement_version_unknown, version_frozen,
/// account_unknown, approval_asked_already.
Outcome<VersionView> ask_approval(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                  const AskApproval& asked);

/// Refused, in this order: not_found, version_changed, agreement_version_unknown, text_not_signed
/// (another text was read), version_frozen, approval_not_asked.
Outcome<VersionView> answer_approval(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                     const AnswerApproval& asked);

/// Records that one side signed. The first signature freezes the text; with the second the version
/// is signed, and judges from its day of effect. Refused, in this order: not_found,
/// version_changed, agreement_version_unknown, step_not_allowed (only what is negotiated is
/// signed), text_not_signed, approval_missing, signature_repeated, name_malformed (also of the
/// capacity), signed_in_the_future, document_faulty (with it, agreements would contradict one
/// another).
Outcome<VersionView> sign_version(Desk& desk, TermsShelf& shelf, const Addressed& at,
                                  const SignVersion& asked);

}  // namespace vigie
