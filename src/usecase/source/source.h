// Acts on sources of facts.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "store/source/fact_source.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

/// The longest that an alert may have to last, or to be gone: a day.
inline constexpr std::int64_t most_source_seconds = 86'400;

struct SourceView {
  std::string reference;
  std::int64_t version = 0;
  std::string name;
  SourceKind kind{};
  std::optional<std::string> customer;
  std::string profile;
  std::int64_t opens_after_seconds = 0;
  std::int64_t closes_after_seconds = 0;
  std::optional<Instant> heard_at;
  bool closed = false;
};

template <>
inline constexpr std::string_view title_of<SourceView> = "FactSource";
template <>
inline constexpr auto fields_of<SourceView> = std::tuple{
    field("reference", &SourceView::reference, "What the world calls it."),
    field("version", &SourceView::version, "Raised by one by each change."),
    field("name", &SourceView::name, "Shown to people."),
    field("kind", &SourceView::kind, "Which tool it is."),
    field("customer", &SourceView::customer,
          "Reference of the party whose its facts are; none: of whom they name, else everyone's."),
    field("profile", &SourceView::profile, "How what it sends is read: YAML; empty: as its kind."),
    field("opens_after_seconds", &SourceView::opens_after_seconds,
          "An alert that ends sooner opens no outage."),
    field("closes_after_seconds", &SourceView::closes_after_seconds,
          "An alert that returns sooner goes on as the same outage."),
    field("heard_at", &SourceView::heard_at, "When it called last; none: never."),
    field("closed", &SourceView::closed, "It is not heard any more."),
};

struct AddSource {
  std::string reference;
  std::string name;
  SourceKind kind{};
  std::optional<std::string> customer;
  std::optional<std::string> profile;
  std::optional<std::int64_t> opens_after_seconds;
  std::optional<std::int64_t> closes_after_seconds;
};

template <>
inline constexpr std::string_view title_of<AddSource> = "FactSourceToAdd";
template <>
inline constexpr auto fields_of<AddSource> = std::tuple{
    field("reference", &AddSource::reference,
          "A part of the address to which it calls: letters, digits and hyphens.", AtMost{64}),
    field("name", &AddSource::name, "Shown to people.", AtMost{200}),
    field("kind", &AddSource::kind, "Which tool it is."),
    field("customer", &AddSource::customer,
          "Reference of the party whose its facts are; none: of whom they name, else everyone's."),
    field(
        "profile", &AddSource::profile,
        "What of the profile of its kind is otherwise: YAML; of tickets, the profile of an import, "
        "or none for canonical events."),
    field("opens_after_seconds", &AddSource::opens_after_seconds,
          "An alert that ends sooner opens no outage; 0 to 86400, none: 0."),
    field("closes_after_seconds", &AddSource::closes_after_seconds,
          "An alert that returns sooner goes on as the same outage; 0 to 86400, none: 0."),
};

struct ChangeSource {
  std::optional<std::string> name;
  std::optional<std::string> profile;
  std::optional<std::int64_t> opens_after_seconds;
  std::optional<std::int64_t> closes_after_seconds;
  std::optional<bool> closed;
};

template <>
inline constexpr std::string_view title_of<ChangeSource> = "FactSourceToChange";
template <>
inline constexpr auto fields_of<ChangeSource> = std::tuple{
    field("name", &ChangeSource::name, "Shown to people.", AtMost{200}),
    field("profile", &ChangeSource::profile, "In place of what it had."),
    field("opens_after_seconds", &ChangeSource::opens_after_seconds, "0 to 86400."),
    field("closes_after_seconds", &ChangeSource::closes_after_seconds, "0 to 86400."),
    field("closed", &ChangeSource::closed, "Whether it is not heard any more."),
};

/// A source whose secret has just been made.
struct SourceSecret {
  SourceView source;
  std::string secret;
};

template <>
inline constexpr std::string_view title_of<SourceSecret> = "FactSourceSecret";
template <>
inline constexpr auto fields_of<SourceSecret> = std::tuple{
    field("source", &SourceSecret::source, "As it is listed."),
    field("secret", &SourceSecret::secret,
          "By which its calls are signed, or shown after Bearer; shown now only."),
};

/// What is wrong with a profile of a source of that kind; given by the door that can read it.
using CheckProfile = std::function<std::vector<Fault>(SourceKind kind, std::string_view profile)>;

/// Never repeated, as its answer is a secret. Refused, in this order: reference_malformed,
/// name_malformed, customer_unknown, source_needs_customer, parameter_malformed (a length of time),
/// document_faulty (with the faults of the profile), reference_taken.
Outcome<SourceSecret> add_source(Desk& desk, const CheckProfile& check, const AddSource& asked);

/// Refused, in this order: not_found, version_changed, name_malformed, parameter_malformed,
/// document_faulty.
Outcome<SourceView> change_source(Desk& desk, const CheckProfile& check, const Addressed& at,
                                  const ChangeSource& asked);

/// Another secret; the one before lets in no more. Refused: not_found, version_changed.
Outcome<SourceSecret> change_secret(Desk& desk, const Addressed& at);

/// Refused: not_found.
Outcome<SourceView> source(const Look& look, std::string_view reference);

/// By name. Refused: cursor_unknown.
Outcome<ListPage<SourceView>> sources(const Look& look, const ListAsked& asked);

/// One time that a source said that something was down.
struct AlertView {
  std::string fingerprint;
  std::optional<std::string> customer;
  std::string item;
  std::string title;
  std::int64_t weight = 0;
  Instant began_at;
  std::optional<Instant> ended_at;
  Instant heard_at;
  std::optional<std::string> outage;
  std::optional<Instant> changes_at;
  std::optional<std::string> finding;
};

template <>
inline constexpr std::string_view title_of<AlertView> = "Alert";
template <>
inline constexpr auto fields_of<AlertView> = std::tuple{
    field("fingerprint", &AlertView::fingerprint, "The same for all that is said of one thing."),
    field("customer", &AlertView::customer, "Reference of a party; none: everyone's."),
    field("item", &AlertView::item, "Service or item; empty: it could not be told."),
    field("title", &AlertView::title, "In a few words."),
    field("weight", &AlertView::weight, "Out of 1000: 1000 is down, less is degraded."),
    field("began_at", &AlertView::began_at, "Since when."),
    field("ended_at", &AlertView::ended_at, "Until when; none: it goes on."),
    field("heard_at", &AlertView::heard_at, "When something was said of it last."),
    field("outage", &AlertView::outage, "Reference of the outage that it is a part of."),
    field("changes_at", &AlertView::changes_at,
          "When an outage begins or ends, should nothing else be heard."),
    field("finding", &AlertView::finding,
          "Why it opens no outage: a word of the list of findings."),
};

/// What a source said, the last first. Refused: not_found, cursor_unknown.
Outcome<ListPage<AlertView>> alerts_of_source(const Look& look, std::string_view reference,
                                              const ListAsked& asked);

}  // namespace vigie
