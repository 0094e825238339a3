// An agreement's document as someone outside of the provider reads it.
#pragma once

#include <string>
#include <string_view>

namespace vigie {

/// Its clauses word for word and in their order, but for those that tell who works behind the
/// promise: `suppliers` of `between`, `underpinned_by`, and `split` of `penalties`. Comments, which
/// are notes of who wrote it, and its layout are not kept. Empty when it cannot be read.
std::string agreement_without_chain(std::string_view document);

}  // namespace vigie
