// 128-bit whole numbers, for products of 64-bit ones: g++ and clang both have them.
#pragma once

namespace vigie {

__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

}  // namespace vigie
