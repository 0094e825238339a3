// The cookie of a session.
#pragma once

#include <string>

#include "server/transport/request.h"

namespace vigie {

/// What the cookie of that name holds; empty when there is none.
std::string cookie_in(const Request& request, std::string_view name);

/// The secret that the cookie of `request` holds; empty when there is none.
std::string session_in(const Request& request);

/// The field Set-Cookie: for this site alone, unseen by scripts, and by TLS alone where `request`
/// came from a page that did, or `is_by_tls` says so; gone after so many seconds.
std::string session_cookie(const Request& request, const std::string& secret, std::int64_t seconds,
                           bool is_by_tls = false);

/// The field Set-Cookie that takes it back.
std::string no_session_cookie(const Request& request);

/// Whether the page that asks is one of ours: Sec-Fetch-Site same-origin or none; where that is not
/// said, an Origin whose host is the one that was asked. Without either it is not.
bool is_same_site(const Request& request);

/// Whether a browser says that the page that asks is not one of ours.
bool is_of_another_site(const Request& request);

}  // namespace vigie
