#include "usecase/source/letting_in.h"

#include <sodium.h>

#include "usecase/notice/kept_secret.h"
#include "usecase/ticket/ticket_view.h"
#include "usecase/typed_text.h"

namespace vigie {

namespace {

/// Stands in for the secret of a source that is not there: it takes as long, and lets nobody in.
const std::string& nobodys_secret() {
  static const std::string secret = made_webhook_secret();
  return secret;
}

bool is_secret(std::string_view shown, const std::string& secret) {
  return shown.size() == secret.size() &&
         sodium_memcmp(shown.data(), secret.data(), secret.size()) == 0;
}

bool is_known_by(const std::string& secret, const SourceCall& call) {
  if (!call.signatures.empty()) {
    return is_signed_by(secret, {call.id, call.timestamp, call.body}, call.signatures);
  }
  return is_secret(call.secret, secret);
}

}  // namespace

Outcome<SourceHeard> let_in(Connection& rows, const SealingKey& key, const SourceCall& call) {
  const auto reference = reference_from(call.reference);
  auto kept = reference ? kept_by_reference<FactSourceRow>(rows, *reference) : std::nullopt;
  std::optional<std::string> secret;
  if (kept) secret = opened_secret(key, kept->row.secret);
  const bool is_known = is_known_by(secret ? *secret : nobodys_secret(), call);
  if (!kept || !secret || !is_known) return refused(Refusal::call_not_let_in);
  const Instant now = clock_of_database(rows);
  const bool is_signed = !call.signatures.empty();
  if (is_signed && !is_timely({call.id, call.timestamp, call.body}, now)) {
    return refused(Refusal::call_not_timely);
  }
  if (kept->row.is_closed) return refused(Refusal::source_closed);
  return SourceHeard{.source = *std::move(kept), .now = now};
}

Caller caller_of_source(std::string origin) {
  Caller caller = program_itself();
  caller.door = Door::source;
  caller.origin = std::move(origin);
  return caller;
}

}  // namespace vigie
