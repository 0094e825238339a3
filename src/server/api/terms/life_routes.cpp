#include "server/api/terms/life_routes.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "notation/clause_difference.h"
#include "server/api/api_route.h"
#include "usecase/agreement/life.h"

namespace vigie {

/// Clauses of a version that the one before it does not say alike.
struct VersionDifference {
  std::string reference;
  std::int64_t version = 0;
  std::optional<std::int64_t> since;
  std::vector<ClauseDifference> clauses;
};

template <>
inline constexpr std::string_view title_of<VersionDifference> = "VersionDifference";
template <>
inline constexpr auto fields_of<VersionDifference> = std::tuple{
    field("reference", &VersionDifference::reference, "Of the version: sla-acme@2."),
    field("version", &VersionDifference::version, "Of the agreement: raised by each act on it."),
    field("since", &VersionDifference::since,
          "Number of the version before it; none: it is the first."),
    field("clauses", &VersionDifference::clauses,
          "In the order of its text, then what only the one before says."),
};

namespace {

/// The number of a version as the path has it; 0, which no version has, when it is none.
std::int64_t number_in(const Call& call) {
  const std::string& text = call.in_path("number");
  std::int64_t number = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
  return code == std::errc{} && end == text.data() + text.size() ? number : 0;
}

template <class Asked>
using VersionWork = Outcome<VersionView> (*)(Desk&, TermsShelf&, const Addressed&, const Asked&);

template <class Asked>
Route acts_on_version(Installation& here, TermsShelf& shelf, RouteHead head,
                      VersionWork<Asked> work) {
  return acts_on<Asked, VersionView>(
      here, std::move(head), [&shelf, work](Desk& desk, const Addressed& at, const Asked& asked) {
        return work(desk, shelf, at, asked);
      });
}

Route reads_version(Installation& here, TermsShelf& shelf) {
  Route route = route_of({.pattern = "/api/agreements/{reference}/versions/{number}",
                          .permission = Permission::read_agreements,
                          .refusals = {},
                          .summary = "One version with its text and its whole life."},
                         Method::get);
  route.gives = shape_of<VersionView>();
  route.tells_version = true;
  route.answer = [&here, &shelf](const Call& call) {
    return answer_read(
        here, call, Permission::read_agreements, [&](const Look& seen) -> Outcome<AnswerBody> {
          const auto view =
              agreement_version(seen, shelf, call.in_path("reference"), number_in(call));
          if (!view) return view.error();
          return body_of(*view);
        });
  };
  return route;
}

Route reads_document(Installation& here, TermsShelf& shelf) {
  Route route = route_of({.pattern = "/api/agreements/{reference}/versions/{number}/document",
                          .permission = Permission::read_agreements,
                          .refusals = {},
                          .summary = "The text of a version: what was signed, word for word."},
                         Method::get);
  route.gives = {.media_type = "application/yaml"};
  route.answer = [&here, &shelf](const Call& call) {
    const auto seen = look(here, call.caller, Permission::read_agreements, [&](const Look& rows) {
      return agreement_version(rows, shelf, call.in_path("reference"), number_in(call));
    });
    if (!seen) return refusal_response(call, seen.error());
    return Response{.media_type = "application/yaml", .body = seen->document};
  };
  return route;
}

/// What a version says otherwise than the one before it.
Outcome<VersionDifference> difference_of(const Look& seen, TermsShelf& shelf,
                                         std::string_view reference, std::int64_t number) {
  const auto later = agreement_version(seen, shelf, reference, number);
  if (!later) return later.error();
  VersionDifference told{
      .reference = later->reference, .version = later->version, .since = {}, .clauses = {}};
  const auto earlier = version_before(seen, shelf, reference, number);
  if (!earlier) return told;
  told.since = earlier->number;
  told.clauses = clause_differences(earlier->document, later->document);
  return told;
}

Route reads_difference(Installation& here, TermsShelf& shelf) {
  Route route = route_of({.pattern = "/api/agreements/{reference}/versions/{number}/difference",
                          .permission = Permission::read_agreements,
                          .refusals = {},
                          .summary = "What a version says otherwise than the one before it."},
                         Method::get);
  route.gives = shape_of<VersionDifference>();
  route.tells_version = true;
  route.answer = [&here, &shelf](const Call& call) {
    return answer_read(
        here, call, Permission::read_agreements, [&](const Look& seen) -> Outcome<AnswerBody> {
          const auto told = difference_of(seen, shelf, call.in_path("reference"), number_in(call));
          if (!told) return told.error();
          return body_of(*told);
        });
  };
  return route;
}

using enum Refusal;

/// Versions as they are read and written.
std::vector<Route> text_routes(Installation& here, TermsShelf& shelf) {
  return {
      reads_version(here, shelf),
      reads_document(here, shelf),
      reads_difference(here, shelf),
      acts_on_version<TakeStep>(here, shelf,
                                {.pattern = "/api/agreements/{reference}/steps",
                                 .permission = Permission::write_agreements,
                                 .refusals = {version_changed, agreement_version_unknown,
                                              step_not_allowed, step_date_missing, document_faulty},
                                 .summary = "Takes a version to another state of its life."},
                                take_step),
      acts_on_version<ReviseDraft>(
          here, shelf,
          {.pattern = "/api/agreements/{reference}/revisions",
           .permission = Permission::write_agreements,
           .refusals = {version_changed, agreement_version_unknown, version_frozen, document_faulty,
                        designation_unknown},
           .summary = "Gives another text to a version that nobody has signed."},
          revise_draft),
  };
}

/// Who approves and who signs.
std::vector<Route> signing_routes(Installation& here, TermsShelf& shelf) {
  return {
      acts_on_version<AskApproval>(
          here, shelf,
          {.pattern = "/api/agreements/{reference}/approvals",
           .permission = Permission::write_agreements,
           .refusals = {version_changed, agreement_version_unknown, version_frozen, account_unknown,
                        approval_asked_already},
           .summary = "Asks someone to approve a version before it is signed."},
          ask_approval),
      acts_on_version<AnswerApproval>(
          here, shelf,
          {.pattern = "/api/agreements/{reference}/approval-answers",
           .permission = Permission::approve_agreements,
           .refusals = {version_changed, agreement_version_unknown, text_not_signed, version_frozen,
                        approval_not_asked},
           .summary = "Answers an approval that one was asked for."},
          answer_approval),
      acts_on_version<SignVersion>(
          here, shelf,
          {.pattern = "/api/agreements/{reference}/signatures",
           .permission = Permission::sign_agreements,
           .refusals = {version_changed, agreement_version_unknown, step_not_allowed,
                        text_not_signed, approval_missing, signature_repeated, name_malformed,
                        signed_in_the_future, document_faulty},
           .summary = "Records the signature of one side; the second one makes the version hold."},
          sign_version),
  };
}

}  // namespace

std::vector<Route> life_routes(Installation& here, TermsShelf& shelf) {
  std::vector<Route> routes = text_routes(here, shelf);
  std::ranges::move(signing_routes(here, shelf), std::back_inserter(routes));
  return routes;
}

}  // namespace vigie
