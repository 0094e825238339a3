// What a notice says, in the language and the zone of its reader.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "notation/notice/told_notice.h"

namespace vigie {

/// With placeholders: "{ticket}".
struct NoticeTemplate {
  std::string subject;  // one line
  std::string body;     // paragraphs with an empty line between
};

/// Ours, of notices of that; none of its placeholders has a value yet.
NoticeTemplate our_template(WarningTrigger watches, std::int64_t amount, Language language);

/// A text for each placeholder; empty: it has nothing to say.
using PlaceholderTexts = std::array<std::string, std::size(Vocabulary<NoticePlaceholder>::words)>;
PlaceholderTexts placeholder_texts(const ToldNotice& notice, const NoticeReader& reader);

/// The first placeholder in `text` that is none of the list; none: all are.
std::optional<std::string> unknown_placeholder(std::string_view text);

/// Our subject: what happened, in a line.
std::string subject_of(const ToldNotice& notice, const NoticeReader& reader);
/// Our sentence: what happened.
std::string fact_of(const ToldNotice& notice, const NoticeReader& reader);

/// `text` with its placeholders filled. A line with a placeholder that has nothing to say is left
/// out when it is one of a body; several empty lines are one.
std::string filled_line(std::string_view text, const PlaceholderTexts& texts);
std::string filled_body(std::string_view text, const PlaceholderTexts& texts);

}  // namespace vigie
