// Words of the house in place of ours.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "store/notice/template.h"
#include "usecase/desk.h"

namespace vigie {

struct TemplatePlace {
  WarningTrigger watches{};
  SpokenLanguage language{};
};

struct TemplateAsked {
  std::string subject;
  std::string body;
};

template <>
inline constexpr std::string_view title_of<TemplateAsked> = "NoticeTemplateToSet";
template <>
inline constexpr auto fields_of<TemplateAsked> = std::tuple{
    field("subject", &TemplateAsked::subject, "One line, with placeholders: {ticket}.",
          AtMost{200}),
    field("body", &TemplateAsked::body,
          "Paragraphs, with placeholders; a line of which one has nothing to say is left out.",
          AtMost{5'000}),
};

/// The first placeholder of a text that is none, and all there are, as the doors know them.
struct PlaceholderReader {
  std::function<std::optional<std::string>(std::string_view)> unknown;
  std::string list;
};

/// Refused, in this order: template_malformed, placeholder_unknown.
std::optional<Refused> template_refusal(const TemplateAsked& asked,
                                        const PlaceholderReader& reader);

/// In place of ours, or of what the house had. Refused as `template_refusal` does.
Outcome<NoticeTemplateRow> set_template(Desk& desk, const TemplatePlace& at,
                                        const TemplateAsked& asked,
                                        const PlaceholderReader& reader);
/// Ours again. Refused: not_found, when they are.
Outcome<bool> reset_template(Desk& desk, const TemplatePlace& at);

}  // namespace vigie
