// Questions about figures as bodies of requests.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "usecase/figures/what_if.h"
#include "vocabulary/identity.h"

namespace vigie {

/// The parameters of GET /api/figures, as a body.
struct FigureQuestion {
  std::optional<std::string> agreement;
  std::optional<Instant> as_of;
  std::optional<Instant> known_at;
  std::optional<std::string> from;
  std::optional<std::string> to;
};

template <>
inline constexpr std::string_view title_of<FigureQuestion> = "FigureQuestion";
template <>
inline constexpr auto fields_of<FigureQuestion> = std::tuple{
    field("agreement", &FigureQuestion::agreement, "Reference of one agreement; all when absent."),
    field("as_of", &FigureQuestion::as_of,
          "The instant of judgement; that of the question when absent."),
    field("known_at", &FigureQuestion::known_at,
          "Only what was recorded by this instant; everything when absent."),
    field("from", &FigureQuestion::from,
          "First day of the periods, 2026-03-01, in the zone of the first agreement.", AtMost{10}),
    field("to", &FigureQuestion::to, "Last day of the periods, included.", AtMost{10}),
};

struct ExplainFigure {
  std::string agreement;
  std::string target;
  std::string period;
  std::optional<Instant> as_of;
  std::optional<Instant> known_at;
  std::optional<SpokenLanguage> lang;
};

template <>
inline constexpr auto fields_of<ExplainFigure> = std::tuple{
    field("agreement", &ExplainFigure::agreement, "Reference of the agreement."),
    field("target", &ExplainFigure::target, "Which target of the agreement."),
    field("period", &ExplainFigure::period, "As the scorecard names it: 2026-03."),
    field("as_of", &ExplainFigure::as_of, "The instant of judgement; now when absent."),
    field("known_at", &ExplainFigure::known_at,
          "Only what was recorded by this instant; everything when absent."),
    field("lang", &ExplainFigure::lang, "That of the request when absent."),
};

struct PreviewClosing {
  std::string agreement;
  std::string period;
  std::optional<Instant> as_of;
};

template <>
inline constexpr auto fields_of<PreviewClosing> = std::tuple{
    field("agreement", &PreviewClosing::agreement, "Reference of the agreement."),
    field("period", &PreviewClosing::period, "As the scorecard names it: 2026-03."),
    field("as_of", &PreviewClosing::as_of,
          "The instant of judgement, and what was recorded by then; now when absent."),
};

/// As a job keeps it. A token may hold less than its account: what it may not see is not worked
/// out for it.
struct KeptEvaluation {
  FigureQuestion asked;
  bool with_amounts = false;
};

template <>
inline constexpr auto fields_of<KeptEvaluation> = std::tuple{
    field("asked", &KeptEvaluation::asked, "The question, with its instant."),
    field("with_amounts", &KeptEvaluation::with_amounts, "Its asker might see the amounts."),
};

inline constexpr std::size_t most_documents = 20;
inline constexpr std::size_t most_changes = 20;

struct WhatIfQuestion {
  std::vector<std::string> documents;
  std::vector<std::string> changes;
  std::optional<SiteToTry> site;
  std::optional<std::string> from;
  std::optional<Instant> as_of;
};

template <>
inline constexpr std::string_view title_of<WhatIfQuestion> = "WhatIfQuestion";
template <>
inline constexpr auto fields_of<WhatIfQuestion> = std::tuple{
    field("documents", &WhatIfQuestion::documents,
          "Agreements as YAML, in the place of those in force; or none.", AtMost{most_documents}),
    field("changes", &WhatIfQuestion::changes,
          "Clauses changed: resolve-p3.within=16h, resolve-p3.required=95%; or none.",
          AtMost{most_changes}),
    field("site", &WhatIfQuestion::site,
          "A site in another zone, or with other holidays; then neither documents nor changes."),
    field("from", &WhatIfQuestion::from,
          "First day of the other terms, 2026-03-01; their own when absent. A site has no days.",
          AtMost{10}),
    field("as_of", &WhatIfQuestion::as_of, "The instant of judgement; now when absent."),
};

/// Refused: parameter_malformed.
Outcome<FiguresAsked> asked_by(const FigureQuestion& question);

/// Refused: change_malformed, parameter_malformed.
Outcome<AskWhatIf> asked_by(const WhatIfQuestion& question);

}  // namespace vigie
