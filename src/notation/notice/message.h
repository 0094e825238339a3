// A message about notices: subject, text and HTML.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "notation/notice/words.h"

namespace vigie {

struct NoticeMessage {
  std::string subject;  // one line
  std::string text;
  std::string html;  // a whole page; it loads nothing
};

/// With the template of the house, or ours. Values of placeholders are escaped in HTML, and so are
/// the texts of the template: it has no markup of its own.
NoticeMessage message_of(const ToldNotice& notice, const NoticeReader& reader,
                         const std::optional<NoticeTemplate>& house);

/// One message for several notices, in their order: `most` are listed, the others are counted. One
/// of them alone has the message of its own. There is one at least.
NoticeMessage digest_message(std::span<const ToldNotice> notices, const NoticeReader& reader,
                             std::size_t most);

}  // namespace vigie
