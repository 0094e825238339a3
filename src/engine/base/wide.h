// 128-bit whole numbers, for products of 64-bit ones: g++ and clang both have them.
#pragma once

namespace vigie {

__extension__ using Wide = __int128;
__extension__ using UnsignedWide = unsigned __int128;

/// The greatest number that divides both, never negative; that of 0 and 0 is 0.
constexpr Wide greatest_divisor(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a < 0 ? -a : a;
}

}  // namespace vigie
