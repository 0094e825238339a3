// Items of a list that says what a client prefers: "fr-FR;q=0.8".
#pragma once

#include <string_view>

#include "server/transport/request.h"

namespace vigie {

struct Weighed {
  std::string_view name;
  int weight = 1'000;  // thousandths; 0 means never
};

/// Reads one item; a weight that is none counts as 0. Source: RFC 9110 12.4.2.
Weighed weighed_item(std::string_view item);

/// The language that an Accept-Language prefers among ours; `usual` when it names neither.
Language preferred_language(std::string_view accept_language, Language usual);

}  // namespace vigie
