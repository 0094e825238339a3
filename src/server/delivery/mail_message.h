// A message as servers of e-mail take it.
#pragma once

#include <cstdint>
#include <string>

#include "engine/base/instant.h"
#include "notation/notice/message.h"

namespace vigie {

struct MailHead {
  std::string from;
  std::string to;
  std::string id;      // without brackets: ID@DOMAIN
  std::string thread;  // the same for all messages about one ticket; empty: none
  std::string notice;  // reference; empty: of several
  Instant at;          // when it is sent
};

/// Headers and both forms of its body, in lines that end as SMTP wants them. Source: RFC 5322, RFC
/// 2045, RFC 2047; RFC 3834 (Auto-Submitted).
std::string mail_message(const MailHead& head, const NoticeMessage& message);

}  // namespace vigie
