// How a source is known by its call.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/source/fact_source.h"
#include "usecase/desk.h"
#include "usecase/notice/webhook_signature.h"

namespace vigie {

/// A call as it came; what is empty was not said.
struct SourceCall {
  std::string_view reference;   // of the source, as it stands in the address
  std::string_view id;          // webhook-id
  std::string_view timestamp;   // webhook-timestamp
  std::string_view signatures;  // webhook-signature
  std::string_view secret;      // after Bearer, of a program that cannot sign
  std::string_view body;
};

/// A source that called, and when by the clock of the database.
struct SourceHeard {
  KeptSource source;
  Instant now;
};

/// Refused, in this order: call_not_let_in (no such source, a wrong secret or signature: which is
/// not told, and takes as long), call_not_timely (of a signed call), source_closed.
Outcome<SourceHeard> let_in(Connection& rows, const SealingKey& key, const SourceCall& call);

/// What a source does is done by the program, through the door of sources.
Caller caller_of_source(std::string origin);

}  // namespace vigie
