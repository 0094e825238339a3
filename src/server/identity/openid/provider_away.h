// What a provider of identities may answer instead.
#pragma once

#include <stdexcept>

namespace vigie {

/// It cannot be reached, or what it says cannot be read: the world's fault. Says why, for the log.
class ProviderAway : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace vigie
