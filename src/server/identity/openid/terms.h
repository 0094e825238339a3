// What is agreed with a provider of identities.
#pragma once

#include <string>

namespace vigie {

struct OpenidTerms {
  std::string issuer;  // as its tokens spell it; empty: nobody signs in elsewhere
  std::string client;  // our name there
  std::string secret;  // ours; empty: the provider asks for none
  std::string callback;
  bool links_by_email = true;
};

}  // namespace vigie
