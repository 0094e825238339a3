// The door by which libFuzzer comes in.
#include <cstddef>
#include <cstdint>

#include "target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  vigie::try_bytes({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
