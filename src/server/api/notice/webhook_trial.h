// A webhook called once, to see what it answers.
#pragma once

#include <string>

#include "engine/base/described.h"
#include "server/api/notice/notice_routes.h"
#include "usecase/notice/parcel.h"
#include "usecase/refused.h"

namespace vigie {

struct WebhookTrial {
  bool is_taken = false;
  std::string answer;
};

template <>
inline constexpr std::string_view title_of<WebhookTrial> = "WebhookTrial";
template <>
inline constexpr auto fields_of<WebhookTrial> = std::tuple{
    field("is_taken", &WebhookTrial::is_taken, "Whether it took the call."),
    field("answer", &WebhookTrial::answer, "What it answered when it did not; empty: it did."),
};

/// With a notice that is not kept. Refused, in this order: not_found, webhook_is_closed.
Outcome<WebhookTrial> try_webhook(const NoticeParts& parts, const Call& call);

/// A notice that nobody was told of, to show what notices look like.
Letter sample_letter(WarningTrigger watches);

}  // namespace vigie
