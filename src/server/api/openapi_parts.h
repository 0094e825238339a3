// What the operations of a description share.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "server/router/route.h"

namespace vigie {

/// {"$ref": "#/components/FOLDER/NAME"}
void refer(JsonWriter& json, std::string_view folder, std::string_view name);

/// "method GET", "path", and what goes in and comes out.
void write_operation(JsonWriter& json, const Route& route);

/// Schemas, parameters, headers, refusals of the transport, and the ways to sign in.
void write_components(JsonWriter& json, const std::vector<Route>& routes, const JsonBounds& bounds);

/// Refusals by the status with which they are told.
std::map<int, std::vector<Refusal>> by_status(std::span<const Refusal> refusals);

/// A response that tells one of `refusals`, all of one status.
void write_refusals(JsonWriter& json, std::span<const Refusal> refusals);

/// The name of the response that several operations refer to: that of its one refusal, or of those
/// of the transport with that status; empty when these are not told so often.
std::string shared_name(std::span<const Refusal> refusals);

}  // namespace vigie
