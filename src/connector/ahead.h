// A source read by a thread of its own, ahead of who asks.
#pragma once

#include <memory>

#include "connector/source.h"

namespace vigie {

/// Gives the same pieces as `source`, which is read and expanded meanwhile, a few pieces ahead:
/// memory stays bounded. What the source throws is thrown by `next`, in its turn.
std::unique_ptr<Source> read_ahead(std::unique_ptr<Source> source);

}  // namespace vigie
