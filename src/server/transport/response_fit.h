// An answer fitted to who asked: not sent again when it is known, smaller when that is understood.
#pragma once

#include <string_view>

#include "server/transport/request.h"
#include "server/transport/response.h"

namespace vigie {

/// Makes it 304 when a GET or HEAD names its entity tag in If-None-Match, and compresses text over
/// 1 KiB with brotli or gzip as Accept-Encoding allows. Source: RFC 9110 8.8.3, 12.5.3, 13.1.2.
void fit_response(const Request& request, Response& response);

/// Whether the list of an If-None-Match names `entity_tag` (without quotes), or is "*". Compared
/// weakly. Source: RFC 9110 8.8.3.2.
bool names_entity_tag(std::string_view list, std::string_view entity_tag);

enum class Coding : std::uint8_t { identity, gzip, brotli };

/// The best that an Accept-Encoding allows; brotli before gzip when both weigh the same.
Coding best_coding(std::string_view accept_encoding);

/// A tag for these bytes.
std::string entity_tag_of(std::string_view bytes);

}  // namespace vigie
