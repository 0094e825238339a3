// A value of an attribute as terms and facts both spell it: "P2", "incident", "ACME", "Nîmes".
#pragma once

#include "engine/base/id.h"

namespace vigie {

struct AttributeValue;
using Value = Id<AttributeValue>;

}  // namespace vigie
